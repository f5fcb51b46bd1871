"""The words of Today: its sentence, its rows, and what its buttons are called."""

from dataclasses import dataclass
from datetime import timedelta

from core.agenda import Agenda, AgendaStep, ComingUp
from core.clock import Now
from core.playbook.kinds import Mode, StepState
from gui import words

MODES = {Mode.ONSITE: "on site", Mode.VIDEO: "by video", Mode.PHONE: "by phone"}


@dataclass(frozen=True, slots=True)
class ActionWords:
    """A step's main action: in a row, on its filled button, and its icon."""

    short: str
    full: str
    icon: str


ACTIONS = {
    "write": ActionWords("Write", "Write the message", "pen-line"),
    "call": ActionWords("Call", "Call now", "phone"),
    "arrived": ActionWords("I am there", "I have arrived", "map-pin"),
    "link": ActionWords("Look up", "Look them up", "external-link"),
    "open": ActionWords("Open", "Open the application", "briefcase"),
    "reflect": ActionWords("Think back", "Think back now", "sprout"),
    "prepare": ActionWords("Prepare", "Open the checklist", "list-checks"),
    "week": ActionWords("Open", "See the week", "list-checks"),
}
ACTIONS_OF_ALL = frozenset({"week"})
"""Those of steps that belong to no application."""
HALF_DAY = timedelta(hours=12)
NOTES = frozenset({"M1", "M2", "M3", "M11"})


def action_words(step: AgendaStep, now: Now) -> ActionWords:
    """What the step's main action is called; nobody arrives half a day before the way begins."""
    if step.action == "arrived" and step.due - now.instant > HALF_DAY:
        return ACTIONS["open"]
    if step.message in NOTES:
        return ActionWords("Write", "Write the note", "pen-line")
    if step.application_id is None and step.action not in ACTIONS_OF_ALL:
        return ActionWords("Open", "See the applications", "briefcase")
    return ACTIONS.get(step.action, ACTIONS["open"])


def time_words(step: AgendaStep, now: Now) -> str:
    """When: the deadline of what is asked for now, the best moment of what comes later."""
    if step.state is not StepState.OPEN:
        closed = step.closed_at or step.due
        return words.clock_time(closed, now.zone)
    if _rests(step, now):
        return f"Snoozed until {_short_moment(step, now)} · {deadline_words(step, now)}"
    if step.best > now.instant:
        return words.when(step.best, now)
    return words.due(step.late_after, now, step.clock)


def _rests(step: AgendaStep, now: Now) -> bool:
    return step.snoozed_until is not None and step.snoozed_until > now.instant


def deadline_words(step: AgendaStep, now: Now) -> str:
    """The deadline of a step that rests: "due in 11 h", "due Mon 18 May", "open since 09:00"."""
    told = words.due(step.late_after, now, step.clock)
    return f"open {told}" if step.late_after < now.instant else f"due {told}"


def _short_moment(step: AgendaStep, now: Now) -> str:
    there = step.snoozed_until or step.best
    today = words.local(now.instant, now.zone).date()
    if words.local(there, now.zone).date() == today:
        return words.clock_time(there, now.zone)
    return words.day(there, now)


def reason_line(step: AgendaStep) -> str:
    """Employer and reason, as the second line of a row."""
    return " · ".join(part for part in (step.company, step.why) if part)


def spoken(step: AgendaStep, time: str, reason: str) -> str:
    """A row as a screen reader says it."""
    state = "" if step.state is StepState.OPEN else f", {step.state.value}"
    return f"{step.title}{state}, {time}. {reason}"


def tooltip(step: AgendaStep, now: Now) -> str:
    """The reason in full, and the exact moments with their zones."""
    lines = [reason_line(step)]
    if step.state is StepState.OPEN:
        if step.best > now.instant:
            verb = "Snoozed until" if _rests(step, now) else "Best on"
            lines.append(f"{verb} {words.exact(step.best, now.zone, step.zone)}")
        lines.append(f"Due on {words.exact(step.due, now.zone, step.zone)}")
    elif step.closed_at is not None:
        lines.append(f"Closed on {words.exact(step.closed_at, now.zone)}")
    return "\n".join(lines)


def today_sentence(agenda: Agenda, now: Now) -> str:
    """The line under the title: the date, how much is needed, and that the rest can wait."""
    local = words.local(now.instant, now.zone)
    date = words.long_day(local.date())
    evening = local.hour >= words.EVENING
    ahead = (*agenda.later_today, *agenda.next_days)
    shown = agenda.due_count + len(ahead) + (agenda.next_step is not None)
    pressing = _pressing(agenda, now)
    if pressing:
        until = "this evening" if evening else "before this evening"
        release = "; the rest can wait" if pressing < shown else ""
        return f"{date}. {words.things(pressing)} {until}{release}."
    if agenda.due_count:
        return f"{date}. Nothing is pressing; {_ready(agenda.due_count)}."
    if agenda.later_today:
        return f"{date}. Nothing needs you just now."
    return f"{date}. Nothing needs you today."


def _pressing(agenda: Agenda, now: Now) -> int:
    """How many of the things asked for end today, or should have ended.

    One that a snooze has put off counts on the day of its deadline.
    """
    today = words.local(now.instant, now.zone).date()
    asked_for = (*agenda.overdue, *agenda.due_now)
    put_off = (s for s in (*agenda.later_today, *agenda.next_days) if _rests(s, now))
    return sum(words.local(s.late_after, now.zone).date() <= today for s in asked_for) + sum(
        words.local(s.late_after, now.zone).date() == today for s in put_off
    )


def _ready(count: int) -> str:
    things = words.things(count).lower()
    return f"{things} {'is' if count == 1 else 'are'} ready when you are"


def empty_words(agenda: Agenda, now: Now) -> tuple[str, str]:
    """What the empty page says."""
    if agenda.next_step is None:
        return "Nothing needs you today.", "Add an interview, and its next steps will stand here."
    day = words.weekday_date(words.local(agenda.next_step.best, now.zone).date(), now)
    return "Nothing needs you today.", f"The next step is on {day}."


def interview_words(coming: ComingUp) -> str:
    """ "Second round, by video"."""
    return f"{words.round_name(coming.round)}, {MODES[coming.mode]}"


def countdown(coming: ComingUp, now: Now) -> str:
    """ "in 2 days", "in 5 h", "going on now"."""
    return "now" if coming.start <= now.instant else words.distance(coming.start, now)


def next_interview_line(coming: ComingUp, now: Now) -> str:
    """The next interview in one line, for narrow windows."""
    when = words.exact_short(coming.start, now, coming.zone)
    return f"Coming up: {coming.company}, {interview_words(coming).lower()}, {when}"
