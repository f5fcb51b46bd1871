"""Preparing a round: its checklist, and what the user ticks and writes on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import func, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Conclusion, Interview, PreparationTick, Step
from core.playbook.values import StepState
from core.preparation.checklist import CONFIRMED, OWN, checklist, is_packed
from core.preparation.checklist_values import Checklist, Section
from core.preparation.company_facts import TopicFacts, by_topic
from core.preparation.day_sheet import STORY, DaySheet, day_sheet
from core.preparation.story_bank import FOR_THE_DAY, Bank, bank
from core.preparation.values import Known
from core.refusal import DetailsError, Gone
from core.use_cases import checked, conclusions, steps
from core.use_cases.history import recorded
from core.use_cases.loading import live_applications
from core.use_cases.preparation_case import CONCLUSION, known_of

MOST_BETWEEN = 20
"""Applications without a round ahead that are offered."""
MOST_OWN = 100
"""Items of one's own for one round."""
LONGEST_KEY = 120
LONGEST_WORDS = 2_000
"""Characters of what is written for the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundAhead:
    """An interview that can be prepared; or the last one, where no next one is planned yet."""

    interview_id: int
    application_id: int
    company: str
    role: str
    number: int
    start: datetime
    end: datetime
    zone: str
    over: bool = False
    """It took place: what is prepared is the round that may follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """All there is to see while a round is prepared."""

    round: RoundAhead
    known: Known
    checklist: Checklist
    topics: tuple[TopicFacts, ...]
    bank: Bank
    sheet: DaySheet


def rounds_to_prepare(session: WorkSession, now: Now) -> tuple[RoundAhead, ...]:
    """The interviews of applications that go on: those ahead, the next one first; then the last
    one of each application that has none ahead, the latest first."""
    live = live_applications().with_only_columns(Application.id)
    query = (
        select(Interview, Application)
        .join(Application, Application.id == Interview.application_id)
        .where(Interview.called_off.is_(None), Interview.application_id.in_(live))
        .order_by(Interview.start, Interview.id)
    )
    found = [(row, owner) for row, owner in session.execute(query).all()]
    ahead = [_ahead(row, owner, now) for row, owner in found if row.end > now.instant]
    planned = {each.application_id for each in ahead}
    last = {o.id: _ahead(r, o, now) for r, o in found if o.id not in planned}
    over = sorted(last.values(), key=_start, reverse=True)
    return (*ahead, *over[:MOST_BETWEEN])


def preparation(session: WorkSession, interview_id: int, now: Now) -> Preparation:
    """One round as it is prepared; `Gone` when there is none of this number."""
    interview = _interview(session, interview_id)
    known = known_of(session, interview, now)
    return Preparation(
        round=_ahead(interview, session.get_one(Application, interview.application_id), now),
        known=known,
        checklist=checklist(known),
        topics=by_topic(known.facts, known.today, known.news),
        bank=bank(known),
        sheet=day_sheet(known, _leave_at(session, interview_id)),
    )


def prepared(
    session: WorkSession, interviews: Sequence[int], now: Now
) -> dict[int, tuple[int, int]]:
    """How much is prepared of these interviews: what is done, of how much, by their ids."""
    rows = session.scalars(select(Interview).where(Interview.id.in_(list(interviews))))
    lists = {row.id: checklist(known_of(session, row, now)) for row in rows}
    return {key: (list_.done, list_.total) for key, list_ in lists.items()}


def tick(session: WorkSession, interview_id: int, key: str, done: bool, now: Now) -> None:
    """Tick an item of the checklist, or take the tick back.

    A conclusion is done with it; and so are the steps that ask to confirm place and names, and to
    pack, once the list shows that they are.
    """
    interview = _interview(session, interview_id)
    before = checklist(known_of(session, interview, now))
    items = {item.key: item for item in before.items}
    if key not in items:
        raise Gone("This item is no longer on the list. Nothing was changed.")
    label = f"Prepared: {items[key].words}" if done else f"Open again: {items[key].words}"
    with recorded(session, checked.line(label, "words", "The item", checked.LONG), now):
        row = _tick_row(session, interview_id, key)
        row.done_at = now.instant if done else None
        if key.startswith(CONCLUSION):
            _close(session, key.removeprefix(CONCLUSION), done, now)
        if interview.end > now.instant:
            after = checklist(known_of(session, interview, now))
            if key == CONFIRMED:
                _follow(session, interview_id, "P1", done, now)
            if is_packed(before) is not is_packed(after):
                _follow(session, interview_id, "P2", is_packed(after), now)


def add_item(
    session: WorkSession, interview_id: int, section: Section, words: str, now: Now
) -> str:
    """Add an item of one's own to a group; returns its key."""
    _interview(session, interview_id)
    text = checked.required(words, "words", "The item")
    own = select(func.count()).where(
        PreparationTick.interview_id == interview_id, PreparationTick.key.startswith(OWN)
    )
    if (session.scalar(own) or 0) >= MOST_OWN:
        raise DetailsError(
            f"{MOST_OWN} items of your own are here. Nothing was stored. Remove one first.", "words"
        )
    key = f"{OWN}{uuid4().hex}"
    with recorded(session, f"Added: {text}", now):
        session.add(
            PreparationTick(interview_id=interview_id, key=key, text=text, section=section.value)
        )
    return key


def remove_item(session: WorkSession, interview_id: int, key: str, now: Now) -> None:
    """Remove an item of one's own; Undo brings it back."""
    row = _found_tick(session, interview_id, key)
    if row is None or not key.startswith(OWN):
        raise Gone("This item is no longer on the list. Nothing was changed.")
    with recorded(session, f"Removed: {row.text}", now):
        session.delete(row)


def write_day(
    session: WorkSession,
    interview_id: int,
    written: Mapping[str, str],
    stories: Sequence[str],
    now: Now,
) -> None:
    """Keep what stands on the page for the day.

    `written`: words by their keys; empty: what is known by itself comes back. `stories`: up to
    three of the bank by their keys; none: those that fit best.
    """
    _interview(session, interview_id)
    if len(set(stories)) > FOR_THE_DAY:
        raise DetailsError(
            f"{FOR_THE_DAY} stories are enough for one day. Nothing was stored.", "stories"
        )
    tidy = {key: checked.note(text, key, "It", LONGEST_WORDS) for key, text in written.items()}
    with recorded(session, "Changed the page for the day", now):
        for key, text in tidy.items():
            _write_words(session, interview_id, key, text)
        _take_along(session, interview_id, {f"{STORY}{key}" for key in stories}, now)


def _write_words(session: WorkSession, interview_id: int, key: str, text: str) -> None:
    row = _found_tick(session, interview_id, key)
    if text:
        row = row or _tick_row(session, interview_id, key)
        row.text = text
    elif row is not None:
        session.delete(row)


def _take_along(session: WorkSession, interview_id: int, chosen: set[str], now: Now) -> None:
    query = select(PreparationTick).where(
        PreparationTick.interview_id == interview_id, PreparationTick.key.startswith(STORY)
    )
    for row in session.scalars(query):
        if row.key not in chosen:
            session.delete(row)
    for key in sorted(chosen):
        row = _tick_row(session, interview_id, key)
        row.done_at = row.done_at or now.instant


def _start(round_: RoundAhead) -> datetime:
    return round_.start


def _ahead(interview: Interview, application: Application, now: Now) -> RoundAhead:
    return RoundAhead(
        interview_id=interview.id,
        application_id=application.id,
        company=application.company,
        role=application.role,
        number=interview.round,
        start=interview.start,
        end=interview.end,
        zone=interview.zone,
        over=interview.end <= now.instant,
    )


def _interview(session: WorkSession, interview_id: int) -> Interview:
    row = session.get(Interview, interview_id)
    if row is None:
        raise Gone("This interview is no longer here. Nothing was changed.")
    return row


def _leave_at(session: WorkSession, interview_id: int) -> datetime | None:
    """When the step says to leave; a way of which nothing is known has no such moment."""
    step = session.scalar(
        select(Step).where(
            Step.interview_id == interview_id,
            Step.rule == "P3",
            Step.state.not_in((StepState.CANCELLED, StepState.SKIPPED)),
        )
    )
    interview = session.get_one(Interview, interview_id)
    unsaid = interview.mode == "onsite" and not interview.travel_minutes
    return None if step is None or unsaid else step.due


def _found_tick(session: WorkSession, interview_id: int, key: str) -> PreparationTick | None:
    query = select(PreparationTick).where(
        PreparationTick.interview_id == interview_id, PreparationTick.key == key
    )
    return session.scalar(query)


def _tick_row(session: WorkSession, interview_id: int, key: str) -> PreparationTick:
    row = _found_tick(session, interview_id, key)
    if row is None:
        row = PreparationTick(interview_id=interview_id, key=key[:LONGEST_KEY])
        session.add(row)
        session.flush()
    return row


def _follow(session: WorkSession, interview_id: int, rule: str, done: bool, now: Now) -> None:
    """Close a step of the round as the checklist does, or open it again, if that is how it stands."""
    step = session.scalar(select(Step).where(Step.interview_id == interview_id, Step.rule == rule))
    if step is None:
        return
    if done and step.state is StepState.OPEN:
        steps.done(session, step.id, now)
    elif not done and step.state is StepState.DONE and step.by_hand:
        steps.reopen(session, step.id, now)


def _close(session: WorkSession, uid: str, done: bool, now: Now) -> None:
    conclusion = session.scalar(select(Conclusion.id).where(Conclusion.uid == uid))
    if conclusion is not None:
        conclusions.set_done(session, conclusion, done, now)
