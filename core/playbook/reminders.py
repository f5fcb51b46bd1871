"""When to speak about a step."""

from datetime import datetime

from core.playbook.values import Clock, PlannedStep, StepState
from core.playbook.windows import after_quiet


def next_reminder(
    step: PlannedStep, after: datetime | None, quiet_hours: str, zone: str
) -> datetime | None:
    """The next instant at which to speak of an open step, later than `after` (None: the first).

    A snoozed step speaks at the moment that the user chose. Quiet hours (in `zone`, the user's) hold
    a reminder back until they end; a HARD step that falls due within them still speaks when it does,
    and one that would be useless by their end speaks at its moment.
    """
    if step.state is not StepState.OPEN:
        return None
    for moment in step.reminders:
        speaks = _speaks_at(step, moment, quiet_hours, zone)
        if after is None or speaks > after:
            return speaks
    return None


def _speaks_at(step: PlannedStep, moment: datetime, quiet_hours: str, zone: str) -> datetime:
    if moment == step.snoozed_until:
        return moment
    later = after_quiet(moment, quiet_hours, zone)
    if step.clock is Clock.HARD and later > step.window.due >= moment:
        return step.window.due
    expires = step.window.expires
    if step.clock is Clock.HARD and expires is not None and moment < expires <= later:
        return moment
    return later


def may_speak_from(
    step_clock: Clock, due: datetime, now: datetime, quiet_hours: str, zone: str
) -> datetime:
    """From when on a reminder that has come may sound where the user now is (in `zone`).

    `now`, or the end of the quiet hours there; a HARD step that is due before they end waits for
    nothing. What has no clock makes no sound, and so never waits.
    """
    morning = after_quiet(now, quiet_hours, zone)
    is_urgent = step_clock is Clock.HARD and due < morning
    return now if is_urgent or step_clock is Clock.NONE else morning
