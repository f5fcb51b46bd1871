"""What the last reflection hands on to the next round.

The hardest question (Q13) becomes a rehearsed answer, doubts (Q20) want counter-evidence, messages
that landed partly or not at all (Q5, Q6) open the next talk, and the strongest answer (Q11) shows
the same strength by a new example. What was concluded and is unfinished heads the list.
"""

from collections.abc import Iterator

from core.preparation.checklist_values import Item, Section, seen
from core.preparation.values import Before, Known, Proof, Unfinished
from core.reflection.alike import alike
from core.reflection.answers import (
    ContactRow,
    ContactsAnswer,
    EachAnswer,
    ListAnswer,
    PickAnswer,
    TextAnswer,
)
from core.reflection.conclusions import picked_words

LANDED = "yes"
"""The option of Q6 that needs nothing more."""


def from_last_time(known: Known) -> Iterator[Item]:
    """Unfinished conclusions first; then the hardest question, and what did not land yet."""
    here = known.round.company.casefold()
    for conclusion in sorted(known.unfinished, key=_by_due):
        yield _of_conclusion(conclusion, here)
    if known.before is not None:
        if not _unfinished(known, "Q13"):
            yield from _hardest(known.before)
        yield from _opening(known.before)


def doubts(known: Known) -> Iterator[Item]:
    """Counter-evidence for what they doubted: done once a proof for it is noted."""
    before = known.before
    if before is None or _unfinished(known, "Q20"):
        return
    words = _text(before, "Q20")
    if words:
        yield Item(
            key=f"doubt/{before.key}",
            section=Section.DOUBTS,
            words=f"Answer their doubt with evidence: “{words}”",
            why="A doubt that is answered before it is asked again loses its weight.",
            state=seen(
                before.concluded.get("Q20", False)
                or any(_answers(proof, words) for proof in known.proofs)
            ),
        )


def same_strength(known: Known) -> Iterator[Item]:
    """The strength of the strongest answer, shown by an example that they have not heard."""
    before = known.before
    answer = before.answers.get("Q11") if before is not None else None
    if before is None or not isinstance(answer, PickAnswer):
        return
    strength = answer.text.strip() or picked_words(before.answers, answer)
    if strength:
        asked = picked_words(before.answers, answer) if answer.text.strip() else ""
        yield Item(
            key=f"strength/{before.key}",
            section=Section.STORIES,
            words=f"Show the same strength by a new example: “{strength}”",
            why=f"It was your best answer, to “{asked}”." if asked else "It was your best answer.",
        )


def opening_messages(before: Before | None) -> tuple[str, ...]:
    """The messages that landed partly or not at all, in their order."""
    if before is None:
        return ()
    wanted, landed = before.answers.get("Q5"), before.answers.get("Q6")
    if not isinstance(wanted, ListAnswer) or not isinstance(landed, EachAnswer):
        return ()
    open_rows = {each.row for each in landed.choices if each.choice != LANDED}
    return tuple(
        row.text.strip() for row in wanted.rows if row.key in open_rows and row.text.strip()
    )


def own_sentence(before: Before | None) -> str:
    """The sentence to oneself (Q26)."""
    return _text(before, "Q26") if before is not None else ""


def topics_of(known: Known) -> Iterator[tuple[str, str]]:
    """What each person of the last round spoke about, by name."""
    answer = known.before.answers.get("Q1") if known.before is not None else None
    rows: tuple[ContactRow, ...] = answer.rows if isinstance(answer, ContactsAnswer) else ()
    for row in rows:
        name, topic = " ".join(row.name.split()), " ".join(row.topic.split())
        if name and topic:
            yield name, topic


def _of_conclusion(conclusion: Unfinished, here: str) -> Item:
    elsewhere = conclusion.company.casefold() != here
    return Item(
        key=f"conclusion/{conclusion.key}",
        section=Section.CARRIED,
        words=conclusion.text,
        why=f"You concluded it after {conclusion.company}."
        if elsewhere
        else "You concluded it after the last round.",
    )


def _hardest(before: Before) -> Iterator[Item]:
    answer = before.answers.get("Q13")
    if not isinstance(answer, PickAnswer):
        return
    asked, why = picked_words(before.answers, answer), answer.text.strip()
    question = asked or why
    if question:
        yield Item(
            key=f"hardest/{before.key}",
            section=Section.CARRIED,
            words=f"Rehearse an answer to “{question}”",
            why=f"It was the hardest one: {why}" if asked and why else "It was the hardest one.",
            state=seen(before.concluded.get("Q13", False)),
        )


def _opening(before: Before) -> Iterator[Item]:
    for number, message in enumerate(opening_messages(before), 1):
        yield Item(
            key=f"opening/{before.key}/{number}",
            section=Section.CARRIED,
            words=f"Open with this: “{message}”",
            why="It did not quite land last time. Early in the talk there is room for it.",
        )


def _unfinished(known: Known, question: str) -> bool:
    """Whether a conclusion of the same reflection says the same thing already."""
    before = known.before
    return before is not None and any(
        one.reflection == before.key and one.proposal == question for one in known.unfinished
    )


def _answers(proof: Proof, doubt: str) -> bool:
    return bool(proof.proof.strip() or proof.story) and alike(proof.demand, doubt)


def _text(before: Before, question: str) -> str:
    answer = before.answers.get(question)
    return " ".join(answer.text.split()) if isinstance(answer, TextAnswer) else ""


def _by_due(conclusion: Unfinished) -> tuple[float, str]:
    return conclusion.due.timestamp(), conclusion.key
