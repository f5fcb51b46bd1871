"""Check 27: a message leaves when its reader works, but never later than it may."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from core.checks.contacts import leaves_at
from core.checks.finding import Field, Finding, Fix, Level
from core.checks.letter import Letter
from core.drafting.days import day_words
from core.drafting.kinds import KINDS
from core.drafting.values import Draft, Situation
from core.playbook.business_days import BusinessCalendar
from core.playbook.plan import plan
from core.playbook.rulebook import Playbook
from core.playbook.values import Case, Clock, PlannedStep, StepState
from core.playbook.windows import CLOSING, OPENING, WAKING, after_quiet, to_instant, to_wall

_THANKS_FROM, _THANKS_UNTIL = time(8), time(19)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CORRECTION = "M3"
_LONGEST_WAIT = 14
"""Days; a slot farther away is no help."""


def check_timing(letter: Letter, situation: Situation, playbook: Playbook) -> Iterator[Finding]:
    """An hour outside their day, with the next slot that still meets the deadline."""
    case, draft = situation.case, letter.draft
    at = leaves_at(draft, situation)
    hours = _Hours(case, thanks=draft.kind in KINDS and KINDS[draft.kind].thank_you)
    if hours.fit(at):
        return
    steps = _steps(draft, case, playbook)
    if any(_is_planned_for(at, step, hours, draft) for step in steps):
        return
    slot = _slot(hours, at, case.now, min((step.window.due for step in steps), default=None))
    if slot is None:
        return
    zone = case.application_zone
    yield Finding(
        check=27,
        level=Level.SHOULD,
        field=Field.SEND_AT,
        variant="" if hours.is_open(to_wall(at, zone).date()) else "closed",
        arguments=(
            ("slot", _weekday_words(slot, zone)),
            ("now", f"{to_wall(at, zone):%H:%M}"),
            ("place", zone.rpartition("/")[2].replace("_", " ")),
        ),
        fixes=(
            Fix(
                act="schedule",
                argument=slot.isoformat().replace("+00:00", "Z"),
                text=_weekday_words(slot, zone),
            ),
        ),
    )


def _weekday_words(instant: datetime, zone: str) -> str:
    """ "Monday 6 April, 09:00", in English whatever the process's locale is."""
    wall = to_wall(instant, zone)
    return f"{_WEEKDAYS[wall.weekday()]} {day_words(instant, zone)}, {wall:%H:%M}"


class _Hours:
    """When a message may arrive: 08 to 19 for thanks, business days 09 to 17 for all others."""

    def __init__(self, case: Case, *, thanks: bool) -> None:
        self._zone = case.application_zone
        self._calendar = BusinessCalendar(case.country)
        self._thanks = thanks
        self._from, self._until = (_THANKS_FROM, _THANKS_UNTIL) if thanks else (OPENING, CLOSING)

    @property
    def zone(self) -> str:
        """Where the message is read."""
        return self._zone

    def is_open(self, day: date) -> bool:
        """Whether a message of this kind may arrive on a day."""
        return self._thanks or self._calendar.is_business_day(day)

    def fit(self, at: datetime) -> bool:
        """Whether an instant lies within these hours; both ends are inside."""
        wall = to_wall(at, self._zone).replace(second=0, microsecond=0)
        return self.is_open(wall.date()) and self._from <= wall.time() <= self._until

    def after(self, at: datetime) -> datetime | None:
        """The first moment of these hours after an instant."""
        wall = to_wall(at, self._zone)
        for ahead in range(_LONGEST_WAIT):
            opening = datetime.combine(wall.date() + timedelta(days=ahead), self._from)
            if opening > wall and self.is_open(opening.date()):
                return to_instant(opening, self._zone)
        return None

    def before(self, at: datetime) -> datetime | None:
        """The last moment of these hours before an instant."""
        wall = to_wall(at, self._zone)
        for back in range(_LONGEST_WAIT):
            closing = datetime.combine(wall.date() - timedelta(days=back), self._until)
            if closing < wall and self.is_open(closing.date()):
                return to_instant(closing, self._zone)
        return None


def _slot(hours: _Hours, at: datetime, now: datetime, deadline: datetime | None) -> datetime | None:
    """The next slot, else an earlier one that is still ahead; None where only this moment is left."""
    following = hours.after(at)
    if following is None or deadline is None or following <= deadline or deadline <= at:
        return following
    earlier = hours.before(at)
    return earlier if earlier is not None and earlier >= now else None


def _is_planned_for(at: datetime, step: PlannedStep, hours: _Hours, draft: Draft) -> bool:
    """Whether the playbook itself wants the message to leave then, while people are awake.

    A name is put right at once, on any day. Thanks after a late interview go on the same evening.
    """
    if at < step.window.best or after_quiet(at, WAKING, hours.zone) != at:
        return False
    same_day = to_wall(at, hours.zone).date() == to_wall(step.window.best, hours.zone).date()
    return draft.kind == CORRECTION or (same_day and not hours.fit(step.window.best))


def _steps(draft: Draft, case: Case, playbook: Playbook) -> list[PlannedStep]:
    """The open HARD steps that this message does."""
    return [
        step
        for step in plan(case, playbook)
        if step.state is StepState.OPEN
        and step.clock is Clock.HARD
        and _does(step.message, draft.kind)
        and (step.person is None or not draft.to or step.person in draft.to)
    ]


def _does(message: str | None, kind: str) -> bool:
    """Whether a message of this kind does a step.

    Notes to a panel are thank-yous too, and a correction may have an unsent thank-you's deadline.
    """
    return message == kind or (message == "M1" and kind in {"M2", "M3"})
