"""A friend's view: the small text that a friend fills in, and the reading of what comes back.

It comes back through mail programs and editors: quoted, renumbered, in bold, in another order. So
reading is tolerant, says clearly what was not found, and loses nothing.
"""

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.plain_text import without_hidden
from core.refusal import Refusal

LONGEST_REPLY = 200_000
"""Characters; a longer text is no reply of a friend."""


class ReplyTooLong(Refusal):
    """A reply that is longer than anything a friend would write. Nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FriendView:
    """How a friend sees it. A source of its own, never mixed into the user's answers.

    `key` is given by whoever keeps the view.
    """

    key: str
    friend: str = ""
    strength: str = ""
    situation: str = ""
    behaviour: str = ""
    impact: str = ""
    suggestion: str = ""
    question: str = ""
    rest: str = ""
    """Everything else that stood in the reply, as it stood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRead:
    """A friend's view as far as it was found, and a sentence for each part that was not."""

    view: FriendView
    not_found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """One thing that is asked. `name` is the field of `FriendView`; headings are read as any of `known`."""

    name: str
    heading: str
    known: tuple[str, ...]
    lacking: str = ""


_PARTS = (
    _Part(name="friend", heading="Your name", known=("name", "from")),
    _Part(
        name="strength",
        heading="A strength you heard",
        known=("strength", "a strength", "strengths"),
        lacking="No strength was found. It may have been left out, or its heading was changed.",
    ),
    _Part(
        name="situation",
        heading="One moment, and its situation",
        known=("situation", "the situation", "one moment", "moment"),
    ),
    _Part(
        name="behaviour",
        heading="What did I do or say then",
        known=("behaviour", "behavior", "the behaviour", "what did you do or say then"),
    ),
    _Part(
        name="impact",
        heading="What did it do to you as a listener",
        known=("impact", "the impact", "effect"),
    ),
    _Part(
        name="suggestion",
        heading="One suggestion",
        known=("suggestion", "a suggestion", "suggestions"),
        lacking="No suggestion was found. It may have been left out, or its heading was changed.",
    ),
    _Part(
        name="question",
        heading="One question to me",
        known=("question", "one question", "a question", "questions"),
    ),
)

_OPENING = (
    "Thank you for reading this.",
    "Write below each heading. Leave out what you like. The strength comes first, on purpose.",
)
_NOTHING_FOUND = (
    "None of the headings were found in this text. It is kept as it is; "
    "copy its parts to where they belong."
)


def empty_reply() -> str:
    """The text that a friend fills in: a strength, then one moment, a suggestion, a question."""
    headings = (f"{part.heading}:\n\n" for part in _PARTS)
    return "\n".join(_OPENING) + "\n\n" + "\n".join(headings)


def read_reply(text: str, key: str) -> ReplyRead:
    """What came back, as a view under `key`. Raises `ReplyTooLong`.

    What stands below no heading is kept in `rest`.
    """
    if len(text) > LONGEST_REPLY:
        raise ReplyTooLong(
            f"This text has more than {LONGEST_REPLY:,} characters, too many for a reply. "
            "Nothing was changed. Copy only what your friend wrote."
        )
    found: dict[str, list[str]] = {part.name: [] for part in _PARTS}
    rest: list[str] = []
    into = rest
    seen = set()
    for line in without_hidden(text).split("\n"):
        unquoted = _QUOTE.sub("", line).rstrip()
        heading = _heading(unquoted)
        if heading is not None:
            part, same_line = heading
            seen.add(part)
            into = found[part]
            unquoted = same_line
        if unquoted.strip() not in _OPENING:
            into.append(unquoted)
    return _read(key, {name: _joined(lines) for name, lines in found.items()}, _joined(rest), seen)


def _read(key: str, found: dict[str, str], rest: str, seen: set[str]) -> ReplyRead:
    view = FriendView(
        key=key,
        friend=found["friend"],
        strength=found["strength"],
        situation=found["situation"],
        behaviour=found["behaviour"],
        impact=found["impact"],
        suggestion=found["suggestion"],
        question=found["question"],
        rest=rest,
    )
    if not seen:
        return ReplyRead(view=view, not_found=(_NOTHING_FOUND,))
    lacking = tuple(p.lacking for p in _PARTS if p.lacking and not found[p.name])
    return ReplyRead(view=view, not_found=(*lacking, *_unplaced(rest)))


def _unplaced(rest: str) -> Iterator[str]:
    if rest:
        yield "Some lines stand below no heading. They are kept beside the rest."


_QUOTE = re.compile(r"^(?:\s{0,3}>)+ ?")
_NUMBER = re.compile(r"^\d{1,2}[.)]\s*")
_MARKS = " \t*_#-–•?"
"""What editors and mail programs put around a heading."""
_LONGEST_HEADING = 80
_NEAR = 0.85


def _heading(line: str) -> tuple[str, str] | None:
    """The part that a line begins, and what stands behind its heading in the same line."""
    name, colon, behind = line.partition(":")
    if not colon or len(name) > _LONGEST_HEADING:
        return None
    plain = _NUMBER.sub("", name.strip(_MARKS)).strip(_MARKS)
    part = _part_named(" ".join(plain.casefold().split()).replace("?", ""))
    return (part, behind.lstrip("*_").strip()) if part else None


@lru_cache(maxsize=256)
def _part_named(name: str) -> str | None:
    """The part of a heading, also with a slip of the pen in it."""
    close = difflib.get_close_matches(name, list(_NAMES), n=1, cutoff=_NEAR)
    return _NAMES[close[0]] if close else None


_NAMES = {name: part.name for part in _PARTS for name in (part.heading.casefold(), *part.known)}


def _joined(lines: list[str]) -> str:
    return "\n".join(lines).strip()
