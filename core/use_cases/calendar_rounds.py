"""Rounds as calendars name them: by the UID of an event, and of each time of a repeating one."""

from sqlalchemy import or_, select

from core.clock import Now
from core.database import WorkSession
from core.models import Interview


def find_by_calendar_uid(session: WorkSession, uid: str) -> int | None:
    """The round that an invitation with this UID is about."""
    query = select(Interview.id).where(Interview.calendar_uid == uid).order_by(Interview.id.desc())
    return session.scalar(query.limit(1))


def times_ahead(session: WorkSession, uid: str, now: Now) -> list[Interview]:
    """The stored times of an event that are not over and not called off, in their order."""
    if not uid:
        return []
    times = Interview.calendar_uid.startswith(f"{uid}#", autoescape=True)
    ahead = (Interview.end > now.instant, Interview.called_off.is_(None))
    query = select(Interview).where(or_(Interview.calendar_uid == uid, times), *ahead)
    return list(session.scalars(query.order_by(Interview.start)))
