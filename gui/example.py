"""An example to look around with: two applications that never were. One Undo takes all away."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook import values
from core.playbook.values import Mode, Promiser
from gui import words

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.use_cases.interviews import Stored

OWN_HOUR = 14


def add_example(session: WorkSession, now: Now) -> Stored:
    """Store the example; gives the first of its interviews. What is due at once is not rung."""
    from core.use_cases import events
    from core.use_cases.history import recorded
    from core.use_cases.unrung import leave_unrung

    with recorded(session, "Added: an example", now):
        first = _halvorsen(session, now)
        promise = values.Promise(
            key="",
            by=Promiser.ME,
            what="the route sample",
            at=now.instant,
            due=words.local(now.instant, now.zone).date() + timedelta(days=2),
        )
        events.record(session, first.application_id, promise, now)
        second = _lumen(session, now)
        leave_unrung(session, (first.application_id, second.application_id), now)
    return first


def _wall(now: Now, days: int) -> datetime:
    day = words.local(now.instant, now.zone).replace(tzinfo=None) + timedelta(days=days)
    return day.replace(hour=OWN_HOUR, minute=0, second=0, microsecond=0)


def _halvorsen(session: WorkSession, now: Now) -> Stored:
    from core.use_cases import interviews
    from core.use_cases.people import NamedPerson

    start = _wall(now, -1)
    details = interviews.InterviewDetails(
        company="Halvorsen Maritime (example)",
        role="Operations Planner",
        start=start,
        end=start + timedelta(hours=1),
        zone=now.zone,
        place="12 Harbour Street",
        travel_minutes=35,
        people=(
            NamedPerson(
                name="Ingrid van der Berg",
                title="Dr.",
                job="Head of Planning",
                email="ingrid@halvorsen.example",
            ),
            NamedPerson(name="Tomas Okafor", job="Team Lead", email="tomas@halvorsen.example"),
        ),
    )
    return interviews.add(session, details, now)


def _lumen(session: WorkSession, now: Now) -> Stored:
    from core.use_cases import interviews
    from core.use_cases.people import NamedPerson

    start = _wall(now, 3)
    details = interviews.InterviewDetails(
        company="Lumen & Ash (example)",
        role="Studio Manager",
        start=start,
        end=start + timedelta(minutes=45),
        zone=now.zone,
        mode=Mode.VIDEO,
        place="https://meet.example/lumen",
        people=(NamedPerson(name="Amara Nwosu", email="amara@lumen.example"),),
    )
    return interviews.add(session, details, now)
