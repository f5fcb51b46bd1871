"""Applications: an employer and a role."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete

from core.clock import Now
from core.database import WorkSession
from core.models import Application
from core.refusal import Gone
from core.use_cases import checked, hunt
from core.use_cases.detail import ApplicationDetail, detail
from core.use_cases.history import recorded
from core.use_cases.overview import (
    ApplicationRow,
    Group,
    overview,
)
from core.use_cases.replanning import replan, replan_neighbours
from core.use_cases.settings import settle_home_zone
from core.use_cases.timeline import TimelineEntry

__all__ = [
    "ApplicationDetail",
    "ApplicationDetails",
    "ApplicationRow",
    "Group",
    "TimelineEntry",
    "add",
    "detail",
    "edit",
    "overview",
    "remove",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationDetails:
    """What the user says of an application. An empty zone means the user's own."""

    company: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    zone: str = ""
    country: str = ""
    via_recruiter_only: bool = False
    no_contact_wished: bool = False
    fast_decision: bool = False


def add(session: WorkSession, details: ApplicationDetails, now: Now) -> int:
    """Store a new application; returns its id. `DetailsError` when something does not fit."""
    row = row_for(details, now.instant, now)
    settle_home_zone(session, now)
    with recorded(session, f"Added: {name_of(row.company, row.role)}", now):
        session.add(row)
        session.flush()
        hunt.replan(session, now)
        replan_neighbours(session, row.id, now)
    return row.id


def row_for(details: ApplicationDetails, created_at: datetime, now: Now) -> Application:
    """A new row, checked, that is not stored yet."""
    tidy = _checked(details, now)
    row = Application(company=tidy.company, created_at=created_at)
    _write(row, tidy)
    return row


def rewrite(row: Application, details: ApplicationDetails, now: Now) -> None:
    """Let a row that is there say this, checked. Planning again is up to the caller."""
    _write(row, _checked(details, now))


def edit(session: WorkSession, application_id: int, details: ApplicationDetails, now: Now) -> None:
    """Change what is known of an application; its steps follow."""
    row = get(session, application_id)
    tidy = _checked(details, now)
    with recorded(session, f"Changed: {name_of(tidy.company, tidy.role)}", now):
        _write(row, tidy)
        replan(session, application_id, now)
        replan_neighbours(session, application_id, now)


def remove(session: WorkSession, application_id: int, now: Now) -> None:
    """Remove an application and all that belongs to it. Undo brings everything back."""
    row = get(session, application_id)
    with recorded(session, f"Removed: {name_of(row.company, row.role)}", now):
        session.execute(delete(Application).where(Application.id == application_id))
        session.expire_all()
        hunt.replan(session, now)
        replan_neighbours(session, application_id, now)


def get(session: WorkSession, application_id: int) -> Application:
    """The row; `Gone` when there is none of this number."""
    row = session.get(Application, application_id)
    if row is None:
        raise Gone("This application is no longer here. Nothing was changed.")
    return row


def name_of(company: str, role: str) -> str:
    """An application in one line."""
    return f"{company}, {role}" if role else company


def _checked(details: ApplicationDetails, now: Now) -> ApplicationDetails:
    aliases = (checked.line(alias, "aliases", "Another name") for alias in details.aliases)
    return ApplicationDetails(
        company=checked.required(details.company, "company", "The company"),
        role=checked.line(details.role, "role", "The role"),
        aliases=tuple(dict.fromkeys(alias for alias in aliases if alias)),
        zone=checked.zone(details.zone or now.zone, "zone"),
        country=checked.line(details.country, "country", "The country", 8).upper(),
        via_recruiter_only=details.via_recruiter_only,
        no_contact_wished=details.no_contact_wished,
        fast_decision=details.fast_decision,
    )


def _write(row: Application, details: ApplicationDetails) -> None:
    row.company = details.company
    row.role = details.role
    row.aliases = list(details.aliases)
    row.zone = details.zone
    row.country = details.country
    row.via_recruiter_only = details.via_recruiter_only
    row.no_contact_wished = details.no_contact_wished
    row.fast_decision = details.fast_decision
