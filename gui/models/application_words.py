"""What the list says about an application: its state as a chip, and what comes next. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.values import ApplicationState, Moment
from gui import words
from gui.widgets.paint import Tone

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationRow


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is shown: words, icon and tone of its chip."""

    label: str
    icon: str
    tone: Tone = Tone.QUIET


STATE_LOOKS = {
    ApplicationState.SCHEDULED: StateLook("Scheduled", "calendar"),
    ApplicationState.INTERVIEWED: StateLook("Interviewed", "message-circle", Tone.ACCENT),
    ApplicationState.WAITING: StateLook("Waiting", "hourglass", Tone.IRIS),
    ApplicationState.NEXT_ROUND: StateLook("Next round", "calendar-plus", Tone.ACCENT),
    ApplicationState.OFFER: StateLook("Offer", "party-popper", Tone.MOSS),
    ApplicationState.REJECTED: StateLook("They said no", "door-closed"),
    ApplicationState.ON_HOLD: StateLook("On hold", "pause"),
    ApplicationState.QUIET: StateLook("Quiet", "archive"),
    ApplicationState.WITHDRAWN: StateLook("Withdrawn", "log-out"),
    ApplicationState.ACCEPTED: StateLook("Accepted", "circle-check", Tone.MOSS),
}


@dataclass(frozen=True, slots=True)
class NextLines:
    """What comes next, in two lines. `icon` and another ink than "text-2" mean it is due."""

    title: str
    note: str = ""
    icon: str = ""
    ink: str = "text-2"
    exact: str = ""


def next_lines(row: ApplicationRow, now: Now) -> NextLines:
    """What the column "Next step" says."""
    if row.next_step_title and row.next_step_due and not _rests(row, now):
        return _step_lines(row, row.next_step_due, now)
    if row.interview_start is not None and row.interview_start > now.instant:
        when = words.exact_short(row.interview_start, now, row.interview_zone)
        exact = words.exact(row.interview_start, now.zone, row.interview_zone)
        return NextLines("Interview", when, exact=exact)
    return _resting_lines(row, now)


def _rests(row: ApplicationRow, now: Now) -> bool:
    """Whether nothing is asked of the user before they move."""
    if row.group != "on their way" or row.state is ApplicationState.OFFER:
        return False
    ahead = row.interview_start is not None and row.interview_start > now.instant
    return row.next_note is not None or ahead or row.state is ApplicationState.WAITING


def _step_lines(row: ApplicationRow, due: datetime, now: Now) -> NextLines:
    title = row.next_step_title
    exact = words.exact(due, now.zone)
    if due < now.instant:
        return NextLines(title, words.due(due, now), "clock-alert", "brick", exact)
    if words.local(due, now.zone).date() == words.local(now.instant, now.zone).date():
        return NextLines(title, words.due(due, now, row.next_step_clock), "clock", "ochre", exact)
    return NextLines(title, words.exact_short(due, now), exact=exact)


def _resting_lines(row: ApplicationRow, now: Now) -> NextLines:
    note = _next_date(row, now)
    if row.next_note is not None:
        return NextLines(_awaited(row.state, row.next_note, now), note)
    if row.state is ApplicationState.QUIET:
        return NextLines("Nothing to do", "a late reply would open it again")
    if row.called_off and row.state is ApplicationState.WAITING:
        return NextLines("Waiting for a new date", note)
    if row.state is ApplicationState.WAITING:
        return NextLines("Nothing to do", note or "they named no date")
    return NextLines("Nothing to do", note)


def _awaited(state: ApplicationState, moment: Moment, now: Now) -> str:
    """Until when nothing is to be done, or their offer stands."""
    if state is ApplicationState.ON_HOLD:
        return f"Nothing to do until {words.moment_day(moment, now)}"
    if state is ApplicationState.OFFER:
        return f"They wait for your word until {words.day(moment, now)}"
    return f"Nothing to do; decision by {words.moment_day(moment, now)}"


def _next_date(row: ApplicationRow, now: Now) -> str:
    if row.next_step_due is None:
        return ""
    return f"your next date: {words.day(row.next_step_due, now)}"


def headline(rows: tuple[ApplicationRow, ...]) -> str:
    """The sentence under the page's title."""
    opened = sum(1 for row in rows if row.group != "closed")
    asking = sum(1 for row in rows if row.group == "needs you")
    if not rows:
        return ""
    if not opened:
        first = "It is closed" if len(rows) == 1 else "All are closed"
        return f"{first}; nothing needs you today."
    first = f"{words.count(opened)} {'is' if opened == 1 else 'are'} open."
    if not asking:
        return f"{first} Nothing needs you today."
    if opened == 1:
        return f"{first} It needs something from you today."
    return f"{first} {_asking(asking, opened)} something from you today."


def _asking(asking: int, opened: int) -> str:
    if asking == opened:
        return "Both need" if opened == 2 else "All need"
    return f"{words.count(asking)} {'needs' if asking == 1 else 'need'}"
