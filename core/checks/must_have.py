"""Check 9: the parts that a message of its kind must have."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from core.checks.dates import names_day, names_exact_day, names_hour, names_money
from core.checks.deeds import tells_of_deed
from core.checks.finding import Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.mentions import names_application, names_company, names_role
from core.checks.parts import (
    COMPUTED,
    Parts,
    is_heard,
    is_surely_absent,
    parts_of,
    shown,
)
from core.drafting.kinds import KINDS, MessageKind
from core.drafting.values import Situation

_SEEN_ELSEWHERE = frozenset({"topic", "question", "correct name", "apology"})
"""Parts whose absence another check reports."""
_SAID_IN_MANY_WAYS = frozenset(
    [
        *("interest", "strength", "value", "positive", "future", "benefit", "points", "reason"),
        *("why", "where we met", "joy"),
    ]
)
"""Parts that no list of words can hold: a sentence of another meaning may be one of them."""
_HEARD_WELL = frozenset(
    [
        *("value", "strength", "way out", "future", "written terms", "material", "what it is"),
        *("call", "points", "joy", "who attends"),
    ]
)
"""Parts that a reader hardly ever misses: in the letters of *validation* none that is there."""
_IN_THE_TEXT = re.compile(r"://|www\.|\w@\w|\d(?:[ ./()-]?\d){5}|:[ \t]*\n")
_SPOKEN_TO = re.compile(
    r"\b(?:i|me|my|mine|we|us|our|you|your|yours|ich|mir|mich|mein\w*|wir|uns\w*|sie|ihr\w*|ihnen|je|j|me|mon|ma|mes|nous|vous|votre|vos"
    r"|yo|mi|mis|nos\w*|usted\w*|su|sus|le|les)\b",
    re.IGNORECASE,
)
"""A part of a message speaks of its writer or to its reader: the weather is none."""
_SHORTEST_SENTENCE = 5
"""Words; a shorter one is no part of a message."""


def check_parts(
    letter: Letter, situation: Situation, parts: Parts, language: str, out_of_place: Sequence[Span]
) -> Iterator[Finding]:
    """Each part that is not there, by its words or by the writer's tick.

    `out_of_place`: words that belong into no message, so that their sentences are no part of one.
    """
    kind = KINDS.get(letter.draft.kind)
    if kind is None:
        return
    found = parts_of(letter, parts)
    absent = {part for part in _HEARD_WELL if is_surely_absent(part, letter)}
    missing = [
        part
        for part in kind.must_have
        if part not in _SEEN_ELSEWHERE
        and part not in letter.draft.ticks
        and (
            part in absent
            or not (part in found or _is_there(part, letter, situation) or is_heard(part, letter))
        )
        and (part in COMPUTED or parts.tells(part, language))
    ]
    doubtful = [part for part in missing if part in _SAID_IN_MANY_WAYS - absent]
    if doubtful and len(doubtful) <= _unexplained(letter, kind, parts, out_of_place):
        missing = [part for part in missing if part not in doubtful]
    for part in missing:
        yield Finding(
            check=9,
            level=Level.SHOULD,
            variant=part,
            arguments=(("part", part),),
            fixes=(Fix(act="tick", argument=part),),
        )


def _is_there(part: str, letter: Letter, situation: Situation) -> bool:
    """Whether a part is found by other means than by words."""
    test, sign = _TESTS.get(part), _SIGNS.get(part)
    if test is not None:
        return test(letter, situation)
    return sign is not None and any(sign(sentence.text) for sentence in letter.sentences)


def _unexplained(
    letter: Letter, kind: MessageKind, parts: Parts, out_of_place: Sequence[Span]
) -> int:
    """How many sentences show no part at all, so that each may be one in unusual words."""
    own = {*kind.must_have, "thanks", "decision", "file", "references"}
    return sum(
        len(sentence.text.split()) >= _SHORTEST_SENTENCE
        and not (sentence.question or names_day(sentence.text))
        and not own & {name for name, _ in shown(parts, sentence.text)}
        and _SPOKEN_TO.search(sentence.text) is not None
        and not any(sentence.span.start <= at.start < sentence.span.end for at in out_of_place)
        for sentence in letter.sentences
    )


def _texts(letter: Letter) -> tuple[str, ...]:
    return (letter.draft.subject, *(sentence.text for sentence in letter.sentences))


def _brings(letter: Letter, situation: Situation) -> bool:
    """A file, a link, or what was promised in the text itself: addresses, numbers."""
    return bool(letter.draft.attachments) or _IN_THE_TEXT.search(letter.body) is not None


def _names_role(letter: Letter, situation: Situation) -> bool:
    """Another check speaks where neither the role nor the company is named."""
    if not situation.case.role or not names_application(letter, situation):
        return True
    return names_role(letter, situation)


def _names_day(letter: Letter, situation: Situation) -> bool:
    return any(map(names_day, _texts(letter)))


def _names_exact_day(letter: Letter, situation: Situation) -> bool:
    return any(map(names_exact_day, _texts(letter)))


def _names_time(letter: Letter, situation: Situation) -> bool:
    return any(names_hour(text) or names_exact_day(text) for text in _texts(letter))


_TESTS: Mapping[str, Callable[[Letter, Situation], bool]] = {
    "role": _names_role,
    "file": _brings,
    "employer": names_company,
    "date": _names_day,
    "when": _names_day,
    "start": _names_day,
    "exact date": _names_exact_day,
    "reply by": _names_day,
    "time": _names_time,
}
"""How parts are found that are no matter of words."""
_SIGNS: Mapping[str, Callable[[str], bool]] = {
    "value": tells_of_deed,
    "strength": tells_of_deed,
    "where we met": names_day,
    "pay": names_money,
}
"""What else shows a part in a sentence, beside its words."""
