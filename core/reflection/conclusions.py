"""From answers to small tasks: what to do before the next interview, and whether it was done.

Everything here is a proposal: the user ticks, words and dates it. Nothing is concluded by itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from core.plain_text import one_line
from core.playbook.windows import end_of_day, shift_wall
from core.reflection.answers import (
    Answers,
    ChoiceAnswer,
    DateAnswer,
    FriendRow,
    FriendsAnswer,
    IfThenAnswer,
    ListAnswer,
    PickAnswer,
    TaggedListAnswer,
    TextAnswer,
)
from core.reflection.friends import FriendView

LONGEST_TASK = 300
"""Characters of a task that is proposed; all its words stay in what it stands on."""
MOST_FROM_FRIENDS = 3
"""Conclusions that are adopted from friends after one interview."""


class ConclusionKind(StrEnum):
    KNOWLEDGE = "knowledge"
    STORY = "story"
    QUESTION_DRILL = "question drill"
    DELIVERY = "delivery"
    LOGISTICS = "logistics"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a conclusion stands on: a question, the words of its answer, and whose they are."""

    question: str
    words: str
    friend: str = ""
    """The friend's name; empty where they are the user's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A small task that the answers suggest. `key` names it within its reflection."""

    key: str
    kind: ConclusionKind
    text: str
    ground: Ground
    from_friend: bool = False
    ticked: bool = True
    """Whether it is adopted unless the user says otherwise."""


def proposals(answers: Answers, views: Iterable[FriendView] = ()) -> tuple[Proposal, ...]:
    """What the answers, and friends' views, suggest to do: one's own first, friends' after them.

    Of those from friends, the first three come ticked.
    """
    own = (*_deeds(answers), *_drills(answers), *_counter_evidence(answers), *_gaps(answers))
    found = (*own, *_from_friends(answers, views))
    short = (replace(each, text=one_line(each.text, LONGEST_TASK)) for each in found)
    return tuple(each for each in short if each.text)


def too_many_from_friends(adopted: Iterable[Proposal]) -> str:
    """A sentence where more than three of a choice come from friends; else nothing."""
    if sum(one.from_friend for one in adopted) <= MOST_FROM_FRIENDS:
        return ""
    return "Three suggestions of friends are enough for one time. The others stay here to be read."


def due_date(answers: Answers, ended: datetime, next_start: datetime | None, zone: str) -> datetime:
    """By when conclusions are to be done, in UTC.

    The day that the user named, else a week after the interview; always two days before the next
    round once that is set, or at its start where those days began before the interview had ended.
    `ended` and `next_start` are aware; days are the user's own, in `zone`.
    """
    named = answers.get("Q29")
    day: date | None = named.day if isinstance(named, DateAnswer) else None
    if next_start is None:
        return end_of_day(day, zone) if day else shift_wall(ended, zone, days=7)
    before = shift_wall(next_start, zone, days=-2)
    latest = before if before > ended else next_start
    return min(latest, end_of_day(day, zone)) if day else latest


# ------------------------------------------------------------------ one's own


def _deeds(answers: Answers) -> Iterator[Proposal]:
    plan = answers.get("Q28")
    if isinstance(plan, IfThenAnswer) and plan.action.strip():
        words = if_then(plan)
        yield _proposal("Q28", _kind_of(words, _by_cause(answers)), words, words)
    change = answers.get("Q12")
    if isinstance(change, TextAnswer) and change.text.strip():
        words = change.text.strip()
        yield _proposal("Q12", _kind_of(words, _by_cause(answers)), words, words)


def if_then(plan: IfThenAnswer) -> str:
    """ "If I go blank, then I will ask for a moment." """
    action = _without_lead(_ACTION_LEAD, plan.action)
    cue = _without_lead(_CUE_LEAD, plan.cue)
    return f"If {cue}, then I will {action}." if cue else f"I will {action}."


_CUE_LEAD = re.compile(r"^(if|when|wenn)\s+", re.IGNORECASE)
_ACTION_LEAD = re.compile(r"^(then\s+)?(i\s+will|i'll|i’ll)\s+|^then\s+", re.IGNORECASE)


def _without_lead(lead: re.Pattern[str], text: str) -> str:
    return lead.sub("", " ".join(text.split())).rstrip(" .,")


def _drills(answers: Answers) -> Iterator[Proposal]:
    hardest = answers.get("Q13")
    if not isinstance(hardest, PickAnswer):
        return
    asked = picked_words(answers, hardest)
    if asked:
        words = f"{asked} {hardest.text}".strip()
        text = f"Rehearse an answer to “{asked}”"
        yield _proposal("Q13", ConclusionKind.QUESTION_DRILL, text, words)
    elif hardest.text.strip():
        text = f"Rehearse the hardest question: {hardest.text.strip()}"
        yield _proposal("Q13", ConclusionKind.QUESTION_DRILL, text, hardest.text.strip())


def picked_words(answers: Answers, pick: PickAnswer) -> str:
    """The words of the question that was picked; nothing where it is no longer there."""
    questions = answers.get("Q2")
    if not isinstance(questions, TaggedListAnswer):
        return ""
    return next((row.text.strip() for row in questions.rows if row.key == pick.row), "")


def _counter_evidence(answers: Answers) -> Iterator[Proposal]:
    doubts = answers.get("Q20")
    if isinstance(doubts, TextAnswer) and doubts.text.strip():
        words = doubts.text.strip()
        text = f"Find a story that answers their doubt: {words}"
        yield _proposal("Q20", ConclusionKind.STORY, text, words)


def _gaps(answers: Answers) -> Iterator[Proposal]:
    gaps = answers.get("Q30")
    for row in gaps.rows if isinstance(gaps, ListAnswer) else ():
        if row.text.strip():
            text = f"Look up: {row.text.strip()}"
            key = f"Q30/{row.key}"
            ground = Ground(question="Q30", words=row.text.strip())
            yield Proposal(key=key, kind=ConclusionKind.KNOWLEDGE, text=text, ground=ground)


def _proposal(question: str, kind: ConclusionKind, text: str, words: str) -> Proposal:
    return Proposal(
        key=question, kind=kind, text=text, ground=Ground(question=question, words=words)
    )


# ------------------------------------------------------------------ friends'


def _from_friends(answers: Answers, views: Iterable[FriendView]) -> Iterator[Proposal]:
    said = [*_told(answers), *_written(views)]
    for place, (key, kind, text, ground) in enumerate(said):
        yield Proposal(
            key=key,
            kind=kind,
            text=text,
            ground=ground,
            from_friend=True,
            ticked=place < MOST_FROM_FRIENDS,
        )


_Said = tuple[str, ConclusionKind, str, Ground]


def _told(answers: Answers) -> Iterator[_Said]:
    for row in _friend_rows(answers, "Q23"):
        yield _suggested(f"Q23/{row.key}", "Q23", row.text, row.friend)
    for row in _friend_rows(answers, "Q24"):
        yield _asked(f"Q24/{row.key}", "Q24", row.text, row.friend)


def _written(views: Iterable[FriendView]) -> Iterator[_Said]:
    kept = tuple(views)
    for view in kept:
        if view.suggestion.strip():
            yield _suggested(f"friend/{view.key}/Q23", "Q23", view.suggestion, view.friend)
    for view in kept:
        if view.question.strip():
            yield _asked(f"friend/{view.key}/Q24", "Q24", view.question, view.friend)


def _suggested(key: str, question: str, words: str, friend: str) -> _Said:
    text = words.strip()
    ground = Ground(question=question, words=text, friend=friend.strip())
    return key, _kind_of(text, ConclusionKind.DELIVERY), text, ground


def _asked(key: str, question: str, words: str, friend: str) -> _Said:
    text = words.strip()
    ground = Ground(question=question, words=text, friend=friend.strip())
    return key, ConclusionKind.QUESTION_DRILL, f"Rehearse an answer to “{text}”", ground


def _friend_rows(answers: Answers, question: str) -> Iterator[FriendRow]:
    answer = answers.get(question)
    if isinstance(answer, FriendsAnswer):
        yield from (row for row in answer.rows if row.text.strip())


# ------------------------------------------------------------------ of which kind


_KIND_WORDS: tuple[tuple[ConclusionKind, re.Pattern[str]], ...] = (
    (
        ConclusionKind.LOGISTICS,
        re.compile(
            r"\b(train|bus|route|travel|arriv\w+|leave earlier|camera|microphone|headset|laptop|"
            r"charger|clothes|shoes|print\w*|water|sleep|breakfast|link|room|late)\b",
            re.IGNORECASE,
        ),
    ),
    (
        ConclusionKind.STORY,
        re.compile(r"\b(stor(y|ies)|examples?|projects?|evidence|result|numbers)\b", re.IGNORECASE),
    ),
    (
        ConclusionKind.QUESTION_DRILL,
        re.compile(
            r"\b(rehears\w+|practi[sc]e (the|an|my) (answer|question)|the question|drill)\b",
            re.IGNORECASE,
        ),
    ),
    (
        ConclusionKind.KNOWLEDGE,
        re.compile(r"\b(learn|read|look up|research|study|find out)\b", re.IGNORECASE),
    ),
)

_CAUSES = {
    "knowledge": ConclusionKind.KNOWLEDGE,
    "preparation": ConclusionKind.QUESTION_DRILL,
    "structure": ConclusionKind.STORY,
}


def _kind_of(text: str, otherwise: ConclusionKind) -> ConclusionKind:
    """The kind that the words name; a first guess, which the user can change."""
    return next((kind for kind, words in _KIND_WORDS if words.search(text)), otherwise)


def _by_cause(answers: Answers) -> ConclusionKind:
    cause = answers.get("Q17")
    chosen = cause.choice if isinstance(cause, ChoiceAnswer) else None
    return _CAUSES.get(chosen or "", ConclusionKind.DELIVERY)
