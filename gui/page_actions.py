"""What the pages ask of the use cases, beside `gui.actions`. Each runs in the Desk's thread and
imports there, so that naming one costs the start nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook import values

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.playbook.difference import Difference
    from core.settings import Value
    from core.use_cases.applications import ApplicationDetail, ApplicationDetails, ApplicationRow
    from core.use_cases.everyone import KnownPerson
    from core.use_cases.interviews import InterviewDetails, Stored
    from core.use_cases.people import PersonDetails


def overview(session: WorkSession, now: Now) -> tuple[ApplicationRow, ...]:
    """All applications, for the list and the board."""
    from core.use_cases import applications

    return applications.overview(session, now=now)


def detail(session: WorkSession, application_id: int, now: Now) -> ApplicationDetail:
    """Everything about one application."""
    from core.use_cases import applications

    return applications.detail(session, application_id, now=now)


def edit_application(
    session: WorkSession, application_id: int, details: ApplicationDetails, now: Now
) -> None:
    """Store other facts about an application."""
    from core.use_cases import applications

    applications.edit(session, application_id, details, now=now)


def remove_application(session: WorkSession, application_id: int, now: Now) -> None:
    """Remove an application with all that belongs to it."""
    from core.use_cases import applications

    applications.remove(session, application_id, now=now)


def add_interview(session: WorkSession, details: InterviewDetails, now: Now) -> Stored:
    """Store an interview, and the application where it is new."""
    from core.use_cases import interviews

    return _told(session, interviews.add(session, details, now=now))


def add_assumed_interview(
    session: WorkSession, details: InterviewDetails, note: str, now: Now
) -> Stored:
    """Store an interview of which something was assumed, which `note` says."""
    from core.use_cases import interviews

    stored = interviews.add(session, details, now=now)
    return _told(session, replace(stored, notes=(note, *stored.notes)))


def edit_interview(
    session: WorkSession, interview_id: int, details: InterviewDetails, now: Now
) -> Stored:
    """Store other facts about an interview."""
    from core.use_cases import interviews

    return _told(session, interviews.edit(session, interview_id, details, now=now))


def _told(session: WorkSession, stored: Stored) -> Stored:
    """The toast that offers Undo says also what is worth knowing of the interview."""
    if stored.notes and session.change_label:
        notes = " ".join(stored.notes).rstrip(".")
        session.change_label = f"{session.change_label}. {notes}"
    return stored


def remove_interview(session: WorkSession, interview_id: int, now: Now) -> None:
    """Remove an interview that never was."""
    from core.use_cases import interviews

    interviews.remove(session, interview_id, now=now)


def call_off(session: WorkSession, interview_id: int, now: Now) -> None:
    """Note that an interview will not take place."""
    from core.use_cases import interviews

    interviews.call_off(session, interview_id, now=now)


def record(session: WorkSession, application_id: int, event: values.Event, now: Now) -> int:
    """Store that something happened."""
    from core.use_cases import events

    return events.record(session, application_id, event, now=now)


def preview(session: WorkSession, application_id: int, event: values.Event, now: Now) -> Difference:
    """What an event would change; nothing is stored."""
    from core.use_cases import events

    return events.preview(session, application_id, event, now=now)


def remove_event(session: WorkSession, event_id: int, now: Now) -> None:
    """Remove something that did not happen after all."""
    from core.use_cases import events

    events.remove(session, event_id, now=now)


def move(session: WorkSession, step_id: int, due: datetime, now: Now) -> None:
    """Give a step another due by hand."""
    from core.use_cases import steps

    steps.move(session, step_id, due, now=now)


def everyone(session: WorkSession, now: Now) -> tuple[KnownPerson, ...]:
    """All contact cards, over all applications."""
    from core.use_cases import everyone

    return everyone.everyone(session, now=now)


def add_person(session: WorkSession, application_id: int, details: PersonDetails, now: Now) -> int:
    """Store a contact card."""
    from core.use_cases import people

    return people.add(session, application_id, details, now=now)


def edit_person(session: WorkSession, person_id: int, details: PersonDetails, now: Now) -> None:
    """Store other facts about a person."""
    from core.use_cases import people

    people.edit(session, person_id, details, now=now)


def remove_person(session: WorkSession, person_id: int, now: Now) -> None:
    """Remove a contact card."""
    from core.use_cases import people

    people.remove(session, person_id, now=now)


def change_setting(session: WorkSession, name: str, value: Value, now: Now) -> None:
    """Store one setting; the playbook's plan everything again."""
    from core.use_cases import settings

    settings.change(session, name, value, now=now)
