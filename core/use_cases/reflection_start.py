"""A reflection is begun, gone on with, or taken up again on a later day."""

from sqlalchemy import exists, select

from core.clock import Now
from core.database import WorkSession
from core.models import Event, Interview, Reflection
from core.playbook.values import ReflectionPath
from core.reflection.loaded_form import LoadedForm
from core.refusal import DetailsError, Gone
from core.use_cases.reflection_answers import copy_words
from core.use_cases.reflection_rows import sittings_of
from core.use_cases.reflection_shown import MOST_SITTINGS, ReflectionShown, may_start_again, shown


def start(
    session: WorkSession,
    interview_id: int,
    path: ReflectionPath,
    form: LoadedForm,
    now: Now,
) -> ReflectionShown:
    """The unfinished reflection on an interview, with its own form and path; else a new one.

    Where all are finished, the last one, to be read and put right. After a rejection it is gentle,
    also one that was begun before it. `DetailsError` for an interview that is still to come.
    """
    interview = _interview(session, interview_id)
    sittings = sittings_of(session, interview_id)
    row = sittings[-1] if sittings else _begin(session, interview, path, form, 1, now)
    if row.finished_at is None and not row.gentle and _rejected(session, interview):
        row.gentle = True
    return shown(session, row.id, now)


def start_again(
    session: WorkSession,
    interview_id: int,
    path: ReflectionPath,
    form: LoadedForm,
    now: Now,
) -> ReflectionShown:
    """The second sitting: the words of the first one to go on from, and all ratings anew.

    One that was begun is gone on with. `DetailsError` on the day of the first one, and where there
    were two already.
    """
    interview = _interview(session, interview_id)
    sittings = sittings_of(session, interview_id)
    if not sittings or sittings[-1].finished_at is None:
        return start(session, interview_id, path, form, now)
    first = sittings[-1]
    if not may_start_again(first, now):
        raise DetailsError(
            "A second look is worth more after a night. What you wrote is safe. Come back tomorrow."
            if first.sitting < MOST_SITTINGS
            else "You looked back twice. Both are safe, and you can still change what you wrote.",
            "sitting",
        )
    row = _begin(session, interview, path, form, first.sitting + 1, now)
    copy_words(session, first.id, row, now)
    return shown(session, row.id, now)


def _begin(
    session: WorkSession,
    interview: Interview,
    path: ReflectionPath,
    form: LoadedForm,
    sitting: int,
    now: Now,
) -> Reflection:
    if interview.start > now.instant:
        raise DetailsError(
            "This interview is still to come. Think back on it when it is over.", "interview"
        )
    row = Reflection(
        application_id=interview.application_id,
        interview_id=interview.id,
        sitting=sitting,
        form_text=form.text,
        path=path,
        gentle=_rejected(session, interview),
        begun_at=now.instant,
    )
    session.add(row)
    session.flush()
    return row


def _interview(session: WorkSession, interview_id: int) -> Interview:
    row = session.get(Interview, interview_id)
    if row is None:
        raise Gone("This interview is no longer here. Nothing was changed.")
    return row


def _rejected(session: WorkSession, interview: Interview) -> bool:
    """Whether they have said no since this interview began."""
    query = exists().where(
        Event.application_id == interview.application_id,
        Event.kind == "rejection",
        Event.at >= interview.start,
    )
    return bool(session.scalar(select(query)))
