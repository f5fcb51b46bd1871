"""What the reflection's page asks of the use cases. Each runs in the Desk's thread and imports there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from core.clock import Now
from core.form_store import FORM_FILE, LoadedForm, load_form
from core.playbook.kinds import ReflectionPath
from core.reflection.answers import Answer
from core.reflection.brief import Brief
from core.reflection.conclusions import Proposal
from core.reflection.friends import LONGEST_REPLY, FriendView, read_reply
from gui.models.reflect_followed import Finished, finished

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.use_cases.reflections import (
        Adopted,
        AnswerVersion,
        KeptHint,
        Proposed,
        ReflectionShown,
    )


LARGEST_REPLY_FILE = 4 * LONGEST_REPLY
"""Bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which reflection is to be opened, and the form for a new one."""

    interview_id: int
    path: ReflectionPath
    folder: Path
    """Of the user's data, where a form of their own may lie."""
    last_good: LoadedForm | None = None
    again: bool = False
    """The second sitting is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A reflection, and the form that a new one would have now."""

    shown: ReflectionShown
    loaded: LoadedForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A conclusion that the user ticked; without a key it is one of their own."""

    proposal: Proposal
    day: date | None = None
    """None: dated by the rule."""


def start(session: WorkSession, wanted: Wanted, now: Now) -> Begun:
    """The unfinished reflection on an interview, or a new one; or its second sitting."""
    from core.use_cases import reflections

    loaded = load_form(wanted.folder / FORM_FILE, wanted.last_good)
    begin = reflections.start_again if wanted.again else reflections.start
    return Begun(shown=begin(session, wanted.interview_id, wanted.path, loaded, now), loaded=loaded)


def shown(session: WorkSession, reflection_id: int, now: Now) -> ReflectionShown:
    """A reflection as it is stored."""
    from core.use_cases import reflections

    return reflections.shown(session, reflection_id, now)


def save_answer(
    session: WorkSession, reflection_id: int, question: str, answer: Answer, now: Now
) -> None:
    """Store an answer as it is typed."""
    from core.use_cases import reflections

    reflections.save_answer(session, reflection_id, question, answer, now)


def leave_at(session: WorkSession, reflection_id: int, question: str, now: Now) -> None:
    """Remember where to go on."""
    from core.use_cases import reflections

    reflections.leave_at(session, reflection_id, question, now)


def set_path(session: WorkSession, reflection_id: int, path: ReflectionPath, now: Now) -> None:
    """Go on with three minutes, or with fifteen."""
    from core.use_cases import reflections

    reflections.set_path(session, reflection_id, path, now)


def versions(
    session: WorkSession, reflection_id: int, question: str, now: Now
) -> tuple[AnswerVersion, ...]:
    """What was answered earlier, the latest first."""
    from core.use_cases import reflections

    return reflections.versions(session, reflection_id, question, now)


def proposed(session: WorkSession, reflection_id: int, now: Now) -> Proposed:
    """What the answers suggest to do."""
    from core.use_cases import reflections

    return reflections.proposed(session, reflection_id, now)


def finish(
    session: WorkSession, reflection_id: int, chosen: Sequence[Chosen], now: Now
) -> Finished:
    """End a reflection and keep these conclusions, as one change to undo."""
    from core.use_cases import applications, history, reflections

    application = reflections.shown(session, reflection_id, now).application_id
    before = applications.detail(session, application, now)
    with history.recorded(session, "", now) as change:
        reflections.finish(session, reflection_id, now)
        reflections.conclude(session, reflection_id, tuple(_adopted(one) for one in chosen), now)
        session.flush()
        after = applications.detail(session, application, now)
        done = finished(before, after, len(chosen), now)
        change.label = done.label
    return done


def _adopted(one: Chosen) -> Adopted:
    from core.use_cases import reflections

    proposal = one.proposal
    if not proposal.key:
        proposal = reflections.own_proposal(proposal.text, proposal.kind)
    return reflections.Adopted(proposal=proposal, day=one.day)


def kept_hints(session: WorkSession, reflection_id: int, now: Now) -> tuple[KeptHint, ...]:
    """What this reflection shows of the conclusions drawn before its interview."""
    from core.use_cases import reflections

    return reflections.kept_hints(session, reflection_id, now)


def confirm_kept(session: WorkSession, conclusion_id: int, kept: bool, now: Now) -> None:
    """The user says whether it held."""
    from core.use_cases import reflections

    reflections.confirm_kept(session, conclusion_id, kept, now)


def keep_reply(
    session: WorkSession, reflection_id: int, text: str, page: Brief, now: Now
) -> tuple[str, ...]:
    """Read what a friend sent back, and keep it; gives a sentence for each part not found.

    `page` is what was sent to them: its lines may stand quoted in the reply.
    """
    from core.use_cases import reflections
    from gui.reflect.brief_page import without_page

    read = read_reply(without_page(text, page), "")
    reflections.add_view(session, reflection_id, read.view, now)
    return read.not_found


def read_reply_file(session: WorkSession, file: Path, now: Now) -> str:
    """The text of a file that a friend sent back. Raises `FileError`."""
    from core.exchange.text_file import read_text

    return read_text(file, LARGEST_REPLY_FILE)


def edit_view(session: WorkSession, view_id: int, view: FriendView, now: Now) -> None:
    """Put the parts of a friend's view where they belong."""
    from core.use_cases import reflections

    reflections.edit_view(session, view_id, view, now)


def remove_view(session: WorkSession, view_id: int, now: Now) -> None:
    """Keep it no longer; Undo brings it back."""
    from core.use_cases import reflections

    reflections.remove_view(session, view_id, now)
