"""What answers do: people become cards, promises become steps, a wrong name is put right.

Everything is keyed by its row, so the same answers always give the same things, and changed
words change the thing instead of making another one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.drafting.particulars import StrengthSource
from core.drafting.values import Strength
from core.playbook.promised import item_named
from core.playbook.values import Person, Promise, WrongName
from core.reflection.answers import (
    Answers,
    ChoiceAnswer,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    ListRow,
    PickAnswer,
    PromiseRow,
    PromisesAnswer,
    WrongNameAnswer,
)
from core.reflection.person_names import name_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The interview that is thought back on. `reflection` is the key of the reflection."""

    reflection: str
    ended: datetime
    noticed: datetime
    """When a wrong name was first noted; the same for the same answer, whenever it is read."""
    zone: str
    """The user's own."""
    people: tuple[Person, ...] = ()
    """The cards of this application."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetPerson:
    """Somebody whom one met; `known` is the id of their card, None where they have none yet."""

    key: str
    name: str
    role: str = ""
    known: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedTopic:
    """What was spoken about, for the thank-you; `person` is the key of a `MetPerson`, or nobody."""

    key: str
    text: str
    person: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedFact:
    """Something learned about the role, the team or the company."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotedStrength:
    key: str
    strength: Strength


class Stance(StrEnum):
    """What to do about a slip."""

    APOLOGISE = "apologise"
    ADD = "add"
    """Say the better thing, with no apology."""
    LEAVE = "leave"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApologyAdvice:
    """Whether a slip wants an apology, in words that also say how sure that is."""

    stance: Stance
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """All that follows from a reflection, to be stored under these keys."""

    people: tuple[MetPerson, ...] = ()
    topics: tuple[NotedTopic, ...] = ()
    promises: tuple[Promise, ...] = ()
    wrong_name: WrongName | None = None
    facts: tuple[NotedFact, ...] = ()
    strengths: tuple[NotedStrength, ...] = ()
    """The strongest answer first."""
    apology: ApologyAdvice | None = None


def consequences(answers: Answers, occasion: Occasion) -> Consequences:
    """What follows from the answers. The same answers and occasion give the same."""
    prefix = occasion.reflection
    met = _met(answers)
    return Consequences(
        people=tuple(
            MetPerson(
                key=f"{prefix}/Q1/{row.key}",
                name=_tidy(row.name),
                role=_tidy(row.role),
                known=known_person(row.name, occasion.people),
            )
            for row in met
            if row.name.strip()
        ),
        topics=tuple(_topic(row, prefix) for row in met if row.topic.strip()),
        promises=tuple(_promise(row, occasion) for row in _promise_rows(answers)),
        wrong_name=_wrong_name(answers, occasion),
        facts=tuple(
            NotedFact(key=f"{prefix}/Q4/{row.key}", text=row.text.strip())
            for row in _rows(answers, "Q4")
        ),
        strengths=tuple(_strengths(answers, prefix)),
        apology=apology_advice(answers),
    )


def known_person(name: str, people: Iterable[Person]) -> str | None:
    """The id of the card that a name means: the whole name, else the one card that its words fit."""
    said = _name_words(name)
    if not said:
        return None
    here = [(person.id, _name_words(f"{person.name} {person.surname}")) for person in people]
    whole = [card for card, words in here if words == said]
    parts = [card for card, words in here if said <= words]
    found = whole if len(whole) == 1 else parts
    return found[0] if len(found) == 1 else None


def apology_advice(answers: Answers) -> ApologyAdvice | None:
    """Whether to apologise; None until the answers tell. A wrong name is a reason, nerves are none."""
    named = answers.get("Q19")
    if isinstance(named, WrongNameAnswer) and named.used:
        return _APOLOGISE
    noticed = answers.get("Q18")
    if isinstance(noticed, ChoiceAnswer) and noticed.choice is not None:
        return _BY_NOTICING.get(noticed.choice)
    return None


_APOLOGISE = ApologyAdvice(
    stance=Stance.APOLOGISE,
    words="A wrong name is worth one short apology, soon, with the right name in it. Then leave it.",
)
_LEAVE = (
    "Others judge our slips less harshly than we fear. "
    "That was shown in the laboratory, not in hiring."
)
_BY_NOTICING = {
    "yes": ApologyAdvice(
        stance=Stance.ADD,
        words="Nerves or a weak answer need no apology. Give the better answer in one sentence, in your "
        "thank-you. Say sorry only for lateness, a broken promise, a wrong file, or words that mislead.",
    ),
    "unlikely": ApologyAdvice(
        stance=Stance.LEAVE, words=f"Leave it, and write something good instead. {_LEAVE}"
    ),
    "unsure": ApologyAdvice(
        stance=Stance.LEAVE,
        words=f"In doubt, leave it: an apology draws the eye to it. {_LEAVE}",
    ),
}


# ------------------------------------------------------------------ row by row


def _met(answers: Answers) -> tuple[ContactRow, ...]:
    answer = answers.get("Q1")
    return answer.rows if isinstance(answer, ContactsAnswer) else ()


def _rows(answers: Answers, question: str) -> tuple[ListRow, ...]:
    answer = answers.get(question)
    if not isinstance(answer, ListAnswer):
        return ()
    return tuple(row for row in answer.rows if row.text.strip())


def _promise_rows(answers: Answers) -> tuple[PromiseRow, ...]:
    answer = answers.get("Q3")
    if not isinstance(answer, PromisesAnswer):
        return ()
    return tuple(row for row in answer.rows if row.text.strip())


def _topic(row: ContactRow, prefix: str) -> NotedTopic:
    key = f"{prefix}/Q1/{row.key}"
    return NotedTopic(
        key=f"{key}/topic", text=row.topic.strip(), person=key if row.name.strip() else None
    )


def _promise(row: PromiseRow, occasion: Occasion) -> Promise:
    return Promise(
        key=f"{occasion.reflection}/Q3/{row.key}",
        by=row.by,
        what=_tidy(row.text),
        at=occasion.ended,
        due=row.due,
        item=row.item or item_named(row.text, row.by),
    )


def _wrong_name(answers: Answers, occasion: Occasion) -> WrongName | None:
    answer = answers.get("Q19")
    if not isinstance(answer, WrongNameAnswer) or not answer.used:
        return None
    correct = _tidy(answer.correct)
    people = occasion.people
    return WrongName(
        key=f"{occasion.reflection}/Q19",
        at=occasion.noticed,
        zone=occasion.zone,
        person=known_person(correct, people) or known_person(answer.whom, people),
        correct=correct,
    )


def _strengths(answers: Answers, prefix: str) -> Iterable[NotedStrength]:
    best = answers.get("Q11")
    said = [("Q11", best.text)] if isinstance(best, PickAnswer) else []
    said += [(f"Q10/{row.key}", row.text) for row in _rows(answers, "Q10")]
    for key, text in said:
        words = _tidy(text).rstrip(".")
        if _goes_on(words):
            strength = Strength(text=words, source=StrengthSource.REFLECTION)
            yield NotedStrength(key=f"{prefix}/{key}", strength=strength)


_SENTENCE = re.compile(
    r"^(i|we|they|he|she|it|there|this|that|when|because|if|asked|was|had|did|came)\b|"
    r"[.!?;]\s|\b(i|i'm|i've|was|were|is|did|had)\b",
    re.IGNORECASE,
)


def _goes_on(words: str) -> bool:
    """Whether words can go on after "I would bring": a phrase of a few words, no sentence."""
    return 0 < len(words.split()) <= 12 and not _SENTENCE.search(words)


def _name_words(name: str) -> frozenset[str]:
    return frozenset(part.casefold() for part in name_parts(name))


def _tidy(text: str) -> str:
    return " ".join(text.split())
