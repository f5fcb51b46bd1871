"""Repeating interviews: which stored times belong to one event, and where they move to.

Each time of a repeating event is stored as an interview of its own, under the event's UID and the
moment that it had at first.
"""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from core.clock import Now
from core.database import WorkSession
from core.exchange.calendar_values import Invitation, Occurrence
from core.models import Interview
from core.use_cases.calendar_rounds import times_ahead


def outdated_times(session: WorkSession, invitation: Invitation, now: Now) -> list[Interview]:
    """The stored times of the invitation's event that an older version of it has brought."""
    rows = times_ahead(session, invitation.series, now)
    return [row for row in rows if row.calendar_sequence < invitation.sequence]


def newer_time(session: WorkSession, invitation: Invitation, now: Now) -> Interview | None:
    """A stored time that a newer version of the event has brought, and this one knows nothing of."""
    known = {each.uid for each in invitation.times}
    rows = times_ahead(session, invitation.series, now)
    newer = (row for row in rows if row.calendar_sequence > invitation.sequence)
    return next((row for row in newer if row.calendar_uid not in known), None)


def new_times(
    rows: list[Interview], invitation: Invitation
) -> Iterator[tuple[Interview, Occurrence | None]]:
    """Where each goes: it stays, moves to the nearest time that is free, or takes place no more."""
    zone = ZoneInfo(invitation.zone or "UTC")
    free = {each.uid: each for each in invitation.times}
    staying = {row.id: free.pop(row.calendar_uid) for row in rows if row.calendar_uid in free}
    for row in rows:
        time = staying.get(row.id) or _nearest(list(free.values()), row.start, zone)
        if time is not None:
            free.pop(time.uid, None)
        yield row, time


def _nearest(times: list[Occurrence], start: datetime, zone: ZoneInfo) -> Occurrence | None:
    return min(times, key=lambda each: abs(each.start.replace(tzinfo=zone) - start), default=None)
