"""What the user did, kept so that it can be undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update

from core.clock import Now
from core.database import WorkSession
from core.models import Change
from core.refusal import CannotUndo
from core.use_cases.restoring import put_back
from core.use_cases.row_images import RowImage, as_stored, end_log, images_of, start_log

KEPT = 200
"""How many changes can be undone."""


@dataclass(slots=True)
class Recording:
    """What is being done; `label` may be made better while it is done."""

    label: str


@contextmanager
def recorded(session: WorkSession, label: str, now: Now) -> Iterator[Recording]:
    """Everything written inside the block becomes one change that can be undone.

    Inside another such block, it is a part of that one. `session.change_id` and
    `session.change_label` tell of it afterwards.
    """
    recording = Recording(label)
    if session.recording:
        yield recording
        return
    session.flush()
    session.recording = True
    start_log(session)
    try:
        yield recording
        session.flush()
    finally:
        session.recording = False
    images = end_log(session)
    if images:
        _keep(session, recording.label, images, now)


def undo(session: WorkSession, change_id: int, now: Now) -> str:
    """Put every row of a change back as it was; returns what the change was called.

    `CannotUndo` when a row has changed since; then nothing is touched.
    """
    change = session.get(Change, change_id)
    if change is None or change.undone:
        raise CannotUndo("This was undone already, or is too long ago.")
    put_back(session, images_of(change), now)
    session.execute(update(Change).where(Change.id == change_id).values(undone=True))
    return change.label


def last_change(session: WorkSession) -> int | None:
    """The latest change that is not undone yet: what Ctrl+Z means. None when there is none."""
    query = select(Change.id).where(~Change.undone).order_by(Change.id.desc()).limit(1)
    return session.scalar(query)


def _keep(session: WorkSession, label: str, images: list[RowImage], now: Now) -> None:
    query = insert(Change).values(at=now.instant, label=label, rows=as_stored(images), undone=False)
    session.change_id = session.scalars(query.returning(Change.id)).one()
    session.change_label = label
    session.execute(delete(Change).where(Change.id <= session.change_id - KEPT))
