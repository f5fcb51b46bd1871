"""Taking invitations in: what a file says becomes a stored interview, a move, or one called off.

The window and the command line both go this way. The window asks first where something is open:
several events, a zone that is not known, a whole day, a cancellation.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from core.clock import Now
from core.database import WorkSession
from core.exchange.calendar_values import Invitation, Method
from core.exchange.invitations import read_invitations
from core.exchange.zones import country_of
from core.invited import contacts, people_met
from core.models import Interview
from core.playbook.values import Mode
from core.refusal import Refusal
from core.series import new_times, newer_time, outdated_times
from core.spoken_time import spoken_time
from core.use_cases import applications, interviews
from core.use_cases.calendar_rounds import find_by_calendar_uid, times_ahead
from core.use_cases.employers import stored_company
from core.use_cases.history import recorded
from core.use_cases.interviews import InterviewDetails


class Happened(StrEnum):
    """What taking an invitation did."""

    ADDED = "added"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    CALLED_OFF = "called off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What was done with an invitation: one sentence, and what is worth saying beside it."""

    happened: Happened
    sentence: str
    application_id: int | None = None
    interview_id: int | None = None
    notes: tuple[str, ...] = ()


class Unclear(Refusal):
    """The invitation leaves something open that only the user can say. Nothing was stored."""


def look(session: WorkSession, path: Path, now: Now) -> tuple[Invitation, ...]:
    """The invitations of a file, as the window reads them. Raises `InvitationError`."""
    return read_invitations(path, now)


def take(session: WorkSession, invitation: Invitation, now: Now) -> Taken:
    """Store an invitation, move the interview that it is about, or call that off.

    `Unclear` and `DetailsError` when it cannot be stored as it is.
    """
    known = find_by_calendar_uid(session, invitation.uid) if invitation.uid else None
    if invitation.cancelled:
        return _call_off(session, known, invitation, now)
    moved = _move_series(session, invitation, now)
    if moved is not None:
        return moved
    if known is not None:
        return _update(session, known, invitation, now)
    newer = newer_time(session, invitation, now)
    return _is_older(session, newer) if newer else _add(session, invitation, now)


def details_of(invitation: Invitation) -> InterviewDetails:
    """What the form of an interview starts with. The user's own words go over it.

    Raises `Unclear` where the invitation names no time or no zone that means something here.
    """
    if invitation.all_day:
        raise Unclear("It names a day but no time. Nothing was stored. Add the interview by hand.")
    if invitation.zone is None:
        what = f"Its time zone “{invitation.zone_name}” is not known here. Nothing was stored."
        raise Unclear(f"{what} Open it in the window, and choose the zone.")
    company = invitation.company or _host(invitation) or invitation.summary[:200]
    if not company:
        raise Unclear("It names nobody. Nothing was stored. Add the interview by hand.")
    onsite = invitation.mode is Mode.ONSITE
    people = tuple(people_met(invitation))
    return InterviewDetails(
        company=company,
        role=invitation.role,
        round=invitation.round,
        mode=invitation.mode,
        start=invitation.start,
        end=invitation.end,
        zone=invitation.zone,
        place=invitation.location if onsite else invitation.link or invitation.location,
        people=people,
        contacts=tuple(contacts(invitation, people)),
        invited_at=invitation.stamp,
        calendar_uid=invitation.uid or None,
        calendar_sequence=invitation.sequence,
        country=country_of(invitation.zone),
        notes=_text(invitation),
    )


def _add(session: WorkSession, invitation: Invitation, now: Now) -> Taken:
    details = details_of(invitation)
    company = stored_company(session, details.company) if _is_guessed(invitation) else ""
    details = replace(details, company=company or details.company)
    stored = interviews.add(session, details, now)
    notes = (*invitation.notes, *_guesses(invitation))
    return Taken(
        happened=Happened.ADDED,
        sentence=f"The interview with {details.company} on {_when(details, now)} was added.",
        application_id=stored.application_id,
        interview_id=stored.interview_id,
        notes=(*notes, *stored.notes),
    )


def _is_guessed(invitation: Invitation) -> bool:
    """Whether its title does not name the employer: then the sender's address or name did."""
    company = invitation.company.casefold()
    return not company or company not in invitation.summary.casefold()


def _guesses(invitation: Invitation) -> Iterator[str]:
    if _is_guessed(invitation):
        yield "The employer was guessed; correct it if it is another."
    if invitation.summary and _text(invitation) != invitation.description:
        yield "Its title is kept in the interview's notes."


def _text(invitation: Invitation) -> str:
    """What it says, for the notes: its title, too, unless company and role were taken from it."""
    understood = invitation.role and not _is_guessed(invitation)
    if understood or invitation.description.startswith(invitation.summary):
        return invitation.description
    return f"{invitation.summary}\n\n{invitation.description}".strip()


def _update(session: WorkSession, known: int, invitation: Invitation, now: Now) -> Taken:
    row = interviews.get(session, known)
    details = details_of(invitation)
    owner = _company(session, row)
    start = details.start.replace(tzinfo=ZoneInfo(details.zone)).astimezone(UTC)
    end = details.end.replace(tzinfo=ZoneInfo(details.zone)).astimezone(UTC)
    if invitation.sequence < row.calendar_sequence:
        return _is_older(session, row)
    if row.called_off and invitation.sequence == row.calendar_sequence:
        return _unchanged(row, f"The interview with {owner} was called off.")
    same_place = details.place in ("", row.place)
    if (row.start, row.end, row.called_off) == (start, end, None) and same_place:
        row.calendar_sequence = invitation.sequence
        return _unchanged(row, f"The interview with {owner} is stored already.")
    kept = replace(
        details,
        mode=row.mode if same_place else details.mode,
        notes=row.notes or details.notes,
    )
    stored = interviews.add(session, kept, now)
    return Taken(
        happened=Happened.MOVED,
        sentence=f"The interview with {owner} is now on {_when(details, now)}.",
        application_id=stored.application_id,
        interview_id=stored.interview_id,
        notes=(*invitation.notes, *stored.notes),
    )


def _move_series(session: WorkSession, invitation: Invitation, now: Now) -> Taken | None:
    """A newer version of a whole event moves all its stored times; None where it moves none."""
    outdated = outdated_times(session, invitation, now)
    if [row.calendar_uid for row in outdated] == [invitation.uid]:
        return None
    length = invitation.end - invitation.start
    done: list[Taken] = []
    with recorded(session, f"Moved: interviews of {invitation.summary[:100]}", now):
        for row, time in new_times(outdated, invitation):
            if time is None:
                done.append(_call_off(session, row.id, invitation, now))
                continue
            row.calendar_uid = time.uid
            there = replace(invitation, uid=time.uid, start=time.start, end=time.start + length)
            done.append(_update(session, row.id, there, now))
    changed = [taken for taken in done if taken.happened is not Happened.UNCHANGED]
    if not changed:
        return None
    return replace(changed[0], sentence=" ".join(taken.sentence for taken in changed))


def _call_off(session: WorkSession, known: int | None, invitation: Invitation, now: Now) -> Taken:
    if known is None:
        return _call_off_series(session, invitation, now)
    row = interviews.get(session, known)
    owner = _company(session, row)
    if invitation.sequence < row.calendar_sequence:
        return _is_older(session, row)
    if row.called_off:
        return _unchanged(row, f"The interview with {owner} was called off already.")
    when = spoken_time(row.start, row.zone, now)
    with recorded(session, f"Called off: interview at {owner}", now):
        row.calendar_sequence = invitation.sequence
        interviews.call_off(session, known, now)
    return Taken(
        happened=Happened.CALLED_OFF,
        sentence=f"The interview with {owner} on {when} was called off.",
        application_id=row.application_id,
        interview_id=known,
    )


def _call_off_series(session: WorkSession, invitation: Invitation, now: Now) -> Taken:
    """A repeating event is called off as a whole; its times were stored one by one."""
    found = [row.id for row in times_ahead(session, invitation.uid, now)]
    if len(found) == 1:
        return _call_off(session, found[0], invitation, now)
    if found:
        with recorded(session, f"Called off: {len(found)} interviews", now):
            for interview_id in found:
                _call_off(session, interview_id, invitation, now)
        sentence = f"{len(found)} interviews of this series were called off."
        return Taken(happened=Happened.CALLED_OFF, sentence=sentence)
    what = "It calls off an interview that is not stored here. Nothing was changed."
    return Taken(happened=Happened.UNCHANGED, sentence=what)


def _is_older(session: WorkSession, row: Interview) -> Taken:
    owner = _company(session, row)
    return _unchanged(row, f"A newer version of the interview with {owner} is stored.")


def _unchanged(row: Interview, sentence: str) -> Taken:
    return Taken(
        happened=Happened.UNCHANGED,
        sentence=f"{sentence} Nothing was changed.",
        application_id=row.application_id,
        interview_id=row.id,
    )


def _company(session: WorkSession, row: Interview) -> str:
    return applications.get(session, row.application_id).company


def _when(details: InterviewDetails, now: Now) -> str:
    start = details.start.replace(tzinfo=ZoneInfo(details.zone))
    return spoken_time(start, details.zone, now)


def _host(invitation: Invitation) -> str:
    """The organizer's name, where the invitation came from somebody else."""
    if invitation.organizer is None or invitation.method is Method.PUBLISH:
        return ""
    return invitation.organizer.name
