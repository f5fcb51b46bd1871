"""The one page that a friend gets to read: exactly what leaves, and nothing else.

Interviewers are initials, also where one's own account names them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.reflection.answers import (
    Answers,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    PickAnswer,
    TaggedListAnswer,
    TextAnswer,
)
from core.reflection.conclusions import picked_words
from core.reflection.person_names import TITLES, name_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPart:
    """A heading and the lines below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that leaves: the preview, the PDF and the text say this and no more."""

    title: str
    request: str
    interviewers: tuple[str, ...]
    """Initials."""
    parts: tuple[BriefPart, ...]


_ACCOUNT = (
    ("Q7", "What was different from what I expected"),
    ("Q10", "What went well, and what I did for it"),
    ("Q11", "My strongest answer"),
    ("Q13", "The hardest question"),
    ("Q12", "What I would do differently"),
)
_REQUEST = (
    "Thank you for reading this. What I would like to hear: first a strength, then one moment and "
    "what it did to you, then one suggestion and one question."
)


def brief(answers: Answers, role: str, names: Iterable[str] = ()) -> Brief:
    """The page for a friend: the questions that were asked and one's own account.

    `role` is how the interview is called, such as "Naval architect, second round"; no company.
    `names` are people of the application whom the account may name, besides those of Q1.
    """
    met = [row.name for row in _people(answers)]
    hide = _Initials([*met, *names])
    parts = [BriefPart(heading="The questions they asked", lines=_questions(answers))]
    parts += [
        BriefPart(heading=heading, lines=tuple(_lines(answers, question)))
        for question, heading in _ACCOUNT
    ]
    return Brief(
        title=hide(f"An interview: {role.strip()}" if role.strip() else "An interview"),
        request=_REQUEST,
        interviewers=tuple(dict.fromkeys(initials(name) for name in met)),
        parts=tuple(
            BriefPart(heading=part.heading, lines=tuple(hide(line) for line in part.lines))
            for part in parts
            if part.lines
        ),
    )


def brief_text(page: Brief) -> str:
    """The page as plain text."""
    met = f"I met {', '.join(page.interviewers)}\n\n" if page.interviewers else ""
    parts = (
        f"{part.heading}\n" + "".join(_point(line) for line in part.lines) for part in page.parts
    )
    return f"{page.title}\n\n{page.request}\n\n{met}" + "\n".join(parts)


def _point(line: str) -> str:
    return "- " + line.replace("\n", "\n  ") + "\n"


def initials(name: str) -> str:
    """ "A. B." for Anna van der Berg: of the first and the last name, no title."""
    words = [word for word in name_parts(name) if not word[0].islower()] or name_parts(name)
    ends = words[:1] + words[1:][-1:]
    return " ".join(f"{word[0].upper()}." for word in ends)


def _written_forms(name: str) -> list[str]:
    """The name as it may be written: whole, and its last name with "van der" before it."""
    words = [word for word in name.split() if word.casefold().rstrip(".") not in TITLES]
    particle = next((n for n, word in enumerate(words) if n and word[0].islower()), len(words))
    forms = (" ".join(words), " ".join(words[particle:]))
    return [form for form in forms if name_parts(form)]


def _telling_parts(name: str) -> list[str]:
    """The parts of a name that alone tell who is meant: not "van", not a letter."""
    parts = [part for part in name_parts(name) if len(part) > 1]
    written = [part for part in parts if not part[0].islower()]
    return written or [part.capitalize() for part in parts]


class _Initials:
    """Puts initials in the place of names, whole or in part, as they are written."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_name: dict[str, str] = {}
        for name in names:
            for written in _written_forms(name):
                self._by_name.setdefault(written, initials(written))
            for part in _telling_parts(name):
                self._by_name.setdefault(part, f"{part[0]}.")
        longest = sorted(self._by_name, key=len, reverse=True)
        either = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
        self._names = re.compile(rf"(?<!\w)({either})(?!\w)\.?") if longest else None

    def __call__(self, text: str) -> str:
        if self._names is None:
            return text
        return self._names.sub(lambda found: self._by_name[" ".join(found[1].split())], text)


def _people(answers: Answers) -> tuple[ContactRow, ...]:
    answer = answers.get("Q1")
    rows = answer.rows if isinstance(answer, ContactsAnswer) else ()
    return tuple(row for row in rows if name_parts(row.name))


def _questions(answers: Answers) -> tuple[str, ...]:
    answer = answers.get("Q2")
    rows = answer.rows if isinstance(answer, TaggedListAnswer) else ()
    return tuple(row.text.strip() for row in rows if row.text.strip())


def _lines(answers: Answers, question: str) -> Iterator[str]:
    match answers.get(question):
        case ListAnswer(rows=rows):
            yield from (row.text.strip() for row in rows if row.text.strip())
        case TextAnswer(text=text) if text.strip():
            yield text.strip()
        case PickAnswer() as pick:
            asked = picked_words(answers, pick)
            said = [f"“{asked}”" if asked else "", pick.text.strip()]
            if any(said):
                yield " ".join(filter(None, said))
        case _:
            return
