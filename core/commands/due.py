"""`due`: what Today shows, as text or JSON. Reads only, and loads little."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from core.agenda import Agenda, AgendaStep, ComingUp, NoAgenda, connect, read_agenda
from core.clock import Now
from core.commands.instants import show_instant
from core.commands.outcome import Outcome, refused
from core.paths import Paths
from core.refusal import Refusal

_TITLES = ("Still open", "Now", "Later today", "The next days", "Done today")


def show_due(paths: Paths, now: Now, *, as_json: bool) -> Outcome:
    """The agenda at a moment."""
    try:
        agenda = _read(paths, now) or Agenda(now=now.instant)
    except Refusal as error:
        return refused(error.sentence)
    except (sqlite3.Error, NoAgenda) as error:
        what = f"{paths.database} cannot be read ({error}). Nothing was changed."
        return refused(f"{what} Run “doctor” to see what can be done.")
    if as_json:
        return Outcome(lines=(json.dumps(_as_json(agenda, now), indent=2, ensure_ascii=False),))
    return Outcome(lines=tuple(_as_text(agenda, now)))


def read_moment(text: str, zone: str) -> datetime:
    """The instant that `--at` names; without an offset it is in the user's zone.

    Raises `ValueError`.
    """
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(zone))
    if not 1970 <= at.year <= 2199:
        raise ValueError(text)
    return at


def _read(paths: Paths, now: Now) -> Agenda | None:
    """None where nothing was stored yet."""
    if not paths.database.exists():
        return None
    try:
        connection = connect(paths.database)
    except NoAgenda:
        _bring_up_to_date(paths)
        connection = connect(paths.database)
    with closing(connection):
        return _without_expired(read_agenda(connection, now))


def _without_expired(agenda: Agenda) -> Agenda:
    """Steps of no use any more are missed, even if no Afterword ran to mark them so."""
    overdue = tuple(
        step for step in agenda.overdue if step.expires is None or step.expires > agenda.now
    )
    return replace(agenda, overdue=overdue, due_count=len(overdue) + len(agenda.due_now))


def _bring_up_to_date(paths: Paths) -> None:
    """Only a file of an older version needs this, and all that it loads."""
    from core.commands.opening import opened
    from core.database import DatabaseRefused
    from core.playbook.rulebook import PlaybookError

    try:
        with opened(paths):
            pass
    except (DatabaseRefused, PlaybookError) as error:
        raise Refusal(str(error)) from error


def _as_json(agenda: Agenda, now: Now) -> dict[str, object]:
    sections: dict[str, object] = {
        "overdue": [_step(step) for step in agenda.overdue],
        "due_now": [_step(step) for step in agenda.due_now],
        "later_today": [_step(step) for step in agenda.later_today],
        "next_days": [_step(step) for step in agenda.next_days],
        "done_today": [_step(step) for step in agenda.done_today],
        "coming_up": [_interview(interview) for interview in agenda.coming_up],
    }
    ahead = {
        "next_step": _step(agenda.next_step) if agenda.next_step else None,
        "next_reminder": show_instant(agenda.next_reminder),
        "due_count": agenda.due_count,
    }
    return {"now": show_instant(now.instant), "zone": now.zone} | sections | ahead


def _step(step: AgendaStep) -> dict[str, object]:
    return {
        "id": step.id,
        "rule": step.rule,
        "application_id": step.application_id,
        "company": step.company,
        "role": step.role,
        "person": step.person,
        "title": step.title,
        "why": step.why,
        "action": step.action,
        "opens": show_instant(step.opens),
        "best": show_instant(step.best),
        "due": show_instant(step.due),
        "expires": show_instant(step.expires),
        "snoozed_until": show_instant(step.snoozed_until),
        "state": step.state.value,
        "closed_at": show_instant(step.closed_at),
    }


def _interview(interview: ComingUp) -> dict[str, object]:
    return {
        "id": interview.interview_id,
        "application_id": interview.application_id,
        "company": interview.company,
        "role": interview.role,
        "round": interview.round,
        "mode": interview.mode.value,
        "start": show_instant(interview.start),
        "end": show_instant(interview.end),
        "zone": interview.zone,
        "place": interview.place,
    }


def _as_text(agenda: Agenda, now: Now) -> list[str]:
    zone = ZoneInfo(now.zone)
    sections = (agenda.overdue, agenda.due_now, agenda.later_today, agenda.next_days)
    lines: list[str] = []
    for title, steps in zip(_TITLES, (*sections, agenda.done_today), strict=True):
        if steps:
            lines += [title, *(f"  {_line(step, zone)}" for step in steps)]
    if agenda.coming_up:
        lines += ["Coming up", *(f"  {_meeting(each, zone)}" for each in agenda.coming_up)]
    if any(sections):
        return lines
    first = "Nothing needs you today."
    after = agenda.next_step
    return [*lines, f"{first} The next step: {_line(after, zone)}" if after else first]


def _line(step: AgendaStep, zone: ZoneInfo) -> str:
    where = f" – {step.company}" if step.company else ""
    return f"{_clock(step.due, zone)}  {step.title}{where}"


def _meeting(interview: ComingUp, zone: ZoneInfo) -> str:
    role = f", {interview.role}" if interview.role else ""
    return f"{_clock(interview.start, zone)}  {interview.company}{role}"


def _clock(instant: datetime, zone: ZoneInfo) -> str:
    return instant.astimezone(zone).strftime("%a %Y-%m-%d %H:%M")
