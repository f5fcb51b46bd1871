"""Conclusions: small tasks drawn from a reflection, to be done before the next interview."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, delete, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Conclusion, Interview, Reflection
from core.playbook.windows import end_of_day
from core.reflection.conclusions import ConclusionKind, Ground, due_date
from core.refusal import Gone
from core.use_cases import checked
from core.use_cases.history import recorded
from core.use_cases.loading import planning_zone, preferences_in
from core.use_cases.reflection_rows import answers_of, interview_of, reflection_row


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionShown:
    """A conclusion as it is kept. Instants are in UTC."""

    id: int
    key: str
    """The key of the proposal that it came from, or one of its own."""
    reflection_id: int
    interview_id: int
    application_id: int
    company: str
    kind: ConclusionKind
    text: str
    due: datetime
    due_by_hand: bool
    ground: Ground
    from_friend: bool
    adopted_at: datetime
    done_at: datetime | None
    kept: bool | None
    """Whether a later interview showed it; None until the user said so."""


def conclusions_of(
    session: WorkSession, reflection_id: int, now: Now
) -> tuple[ConclusionShown, ...]:
    """What was concluded from an interview, in both sittings, in the order of adopting."""
    row = reflection_row(session, reflection_id)
    query = _all().where(Reflection.interview_id == row.interview_id).order_by(Conclusion.id)
    return _shown(session, query)


def open_conclusions(
    session: WorkSession, application_id: int | None, now: Now
) -> tuple[ConclusionShown, ...]:
    """What is concluded and not done yet, of one application or (None) of all, the first due first."""
    query = _all().where(Conclusion.done_at.is_(None)).order_by(Conclusion.due, Conclusion.id)
    if application_id is not None:
        query = query.where(Reflection.application_id == application_id)
    return _shown(session, query)


def unconfirmed(
    session: WorkSession, before: datetime, interview_id: int, now: Now
) -> tuple[ConclusionShown, ...]:
    """Conclusions from other interviews, adopted before an instant, of which the user has not said
    whether a later interview showed them.
    """
    query = _all().where(
        Conclusion.kept.is_(None),
        Conclusion.adopted_at < before,
        Reflection.interview_id != interview_id,
    )
    return _shown(session, query.order_by(Conclusion.due, Conclusion.id))


def set_done(session: WorkSession, conclusion_id: int, done: bool, now: Now) -> None:
    """Tick a conclusion, or take the tick back."""
    row = conclusion_row(session, conclusion_id)
    if (row.done_at is not None) is done:
        return
    with recorded(session, f"{'Done' if done else 'Open again'}: {row.text}", now):
        row.done_at = now.instant if done else None


def edit(
    session: WorkSession,
    conclusion_id: int,
    text: str,
    kind: ConclusionKind,
    day: date | None,
    now: Now,
) -> None:
    """Change a conclusion. `day` None: dated by the rule, and anew when a next round is set."""
    row = conclusion_row(session, conclusion_id)
    words = checked.required(text, "text", "The conclusion")
    with recorded(session, f"Changed: {words}", now):
        row.text, row.kind = words, kind
        set_due(session, row, day, now)


def remove(session: WorkSession, conclusion_id: int, now: Now) -> None:
    """Take a conclusion away; Undo brings it back."""
    row = conclusion_row(session, conclusion_id)
    with recorded(session, f"Removed: {row.text}", now):
        session.execute(delete(Conclusion).where(Conclusion.id == conclusion_id))
        session.expire_all()


def confirm_kept(session: WorkSession, conclusion_id: int, kept: bool | None, now: Now) -> None:
    """Say whether a later interview showed it; None takes that back."""
    row = conclusion_row(session, conclusion_id)
    if row.kept == kept:
        return
    with recorded(session, f"Noted: {row.text}", now):
        row.kept = kept
        row.kept_at = None if kept is None else now.instant


def redate(session: WorkSession, application_id: int, now: Now) -> None:
    """Date the open conclusions of an application anew, but for those that the user dated.

    Called where a round is added, moved, called off or removed, as a part of that change.
    """
    session.flush()
    query = (
        select(Conclusion)
        .join(Reflection, Reflection.id == Conclusion.reflection_id)
        .where(
            Reflection.application_id == application_id,
            Conclusion.done_at.is_(None),
            ~Conclusion.due_by_hand,
        )
    )
    for row in session.scalars(query):
        set_due(session, row, None, now)


# ------------------------------------------------------------------ rows and dates


def conclusion_row(session: WorkSession, conclusion_id: int) -> Conclusion:
    """The row; `Gone` when there is none of this number."""
    row = session.get(Conclusion, conclusion_id)
    if row is None:
        raise Gone("This conclusion is no longer here. Nothing was changed.")
    return row


def set_due(session: WorkSession, row: Conclusion, day: date | None, now: Now) -> None:
    """Date a conclusion by the user's own day, or (None) by the rule."""
    if day is not None:
        due = end_of_day(day, planning_zone(preferences_in(session), now))
    else:
        due = due_by_rule(session, reflection_row(session, row.reflection_id), now)
    if row.due != due:
        row.due = due
    row.due_by_hand = day is not None


def due_by_rule(session: WorkSession, row: Reflection, now: Now) -> datetime:
    """By when conclusions of a reflection are to be done, unless the user dates them (UTC)."""
    interview = interview_of(session, row)
    query = select(Interview.start).where(
        Interview.application_id == interview.application_id,
        Interview.start > interview.start,
        Interview.called_off.is_(None),
    )
    following = session.scalars(query.order_by(Interview.start).limit(1)).first()
    zone = planning_zone(preferences_in(session), now)
    return due_date(answers_of(session, row.id), interview.end, following, zone)


_Rows = Select[Conclusion, Reflection, str]


def _all() -> _Rows:
    return (
        select(Conclusion, Reflection, Application.company)
        .join(Reflection, Reflection.id == Conclusion.reflection_id)
        .join(Application, Application.id == Reflection.application_id)
    )


def _shown(session: WorkSession, query: _Rows) -> tuple[ConclusionShown, ...]:
    session.flush()
    return tuple(_each(session.execute(query)))


def _each(rows: Iterable[tuple[Conclusion, Reflection, str]]) -> Iterable[ConclusionShown]:
    for row, reflection, company in rows:
        ground = Ground(question=row.ground_question, words=row.ground_words, friend=row.friend)
        yield ConclusionShown(
            id=row.id,
            key=row.key,
            reflection_id=row.reflection_id,
            interview_id=reflection.interview_id,
            application_id=reflection.application_id,
            company=company,
            kind=row.kind,
            text=row.text,
            due=row.due,
            due_by_hand=row.due_by_hand,
            ground=ground,
            from_friend=row.from_friend,
            adopted_at=row.adopted_at,
            done_at=row.done_at,
            kept=row.kept,
        )
