"""Puts rows back as they were, exactly, or not at all."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import ColumnElement, TableClause, and_, column, select, table, text

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Base
from core.refusal import CannotUndo
from core.settings import REPLANNING
from core.use_cases import hunt
from core.use_cases.replanning import replan, replan_all, replan_neighbours
from core.use_cases.row_images import BY_HAND, Row, RowImage, Stored, end_log, start_log

CHANGED_SINCE = (
    "This cannot be undone any more: something about it has changed since. Nothing was touched."
)


def put_back(session: WorkSession, images: list[RowImage], now: Now) -> None:
    """Undo the changes that `images` hold, then plan again what they touch.

    Of steps, only what the user did by hand counts: reminding and planning go on all the time.
    `CannotUndo` when a row is not as the change left it, or when rows that came later hang on it;
    then the whole transaction of the session is rolled back.
    """
    session.flush()
    for image in images:
        _refuse_if_changed(session, image)
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    start_log(session)
    for image in reversed(images):
        _put_back(session, image)
    if _more_went(end_log(session), images):
        session.rollback()  # no savepoint: SQLite slows down ten times over many rows in one
        raise CannotUndo(CHANGED_SINCE)
    session.expire_all()
    session.preferences = None
    _replan(session, images, now)


def _refuse_if_changed(session: WorkSession, image: RowImage) -> None:
    current = _current(session, image)
    if image.after is None:
        if current is not None:
            raise CannotUndo(CHANGED_SINCE)
        return
    if current is None:
        if image.table == "step":
            return
        raise CannotUndo(CHANGED_SINCE)
    watched = BY_HAND if image.table == "step" else image.after
    if any(current[name] != image.after[name] for name in watched):
        raise CannotUndo(CHANGED_SINCE)


def _current(session: WorkSession, image: RowImage) -> Row | None:
    rows = _table(image.table)
    found = session.execute(select(rows).where(_is(rows, image.key))).mappings().first()
    return None if found is None else dict(found)


def _put_back(session: WorkSession, image: RowImage) -> None:
    rows = _table(image.table)
    here = _is(rows, image.key)
    if image.before is None:
        session.execute(rows.delete().where(here))
    elif image.after is None:
        session.execute(rows.insert().values(**image.before))
    else:
        session.execute(rows.update().where(here).values(**image.before))


def _more_went(done: Iterable[RowImage], wanted: list[RowImage]) -> bool:
    """Whether rows that came later hung on one that went; planned steps are only planned again."""
    places = {image.place for image in wanted}
    return any(
        image.place not in places
        and (image.table != "step" or bool((image.before or {}).get("marked_at")))
        for image in done
    )


@cache
def _table(name: str) -> TableClause:
    """The table without its types: what was stored is written back as it was."""
    return table(name, *(column(c.name) for c in Base.metadata.tables[name].columns))


def _is(rows: TableClause, key: Row) -> ColumnElement[bool]:
    return and_(*(rows.c[name] == value for name, value in key.items()))


# ------------------------------------------------------------------ and plan again


def _replan(session: WorkSession, images: list[RowImage], now: Now) -> None:
    if any(image.table == "setting" and image.key["name"] in REPLANNING for image in images):
        replan_all(session, now)
    else:
        for application_id in sorted(_owners(session, images)):
            if session.get(Application, application_id) is not None:
                replan(session, application_id, now)
            replan_neighbours(session, application_id, now)
    hunt.replan(session, now)


def _owners(session: WorkSession, images: list[RowImage]) -> set[int]:
    """The applications that the rows belong to."""
    found = (_owner(session, image) for image in images)
    return {owner for owner in found if isinstance(owner, int)}


def _owner(session: WorkSession, image: RowImage) -> Stored:
    if image.table == "application":
        return image.key["id"]
    whole = image.before if image.after is None else image.after
    if whole is not None and "application_id" in whole:
        return whole["application_id"]
    current = _current(session, image) or {}
    if image.table == "interview_person":
        return _column(session, "interview", "application_id", image.key["interview_id"])
    if image.table == "event_person":
        return _column(session, "event", "application_id", image.key["event_id"])
    return current.get("application_id")


def _column(session: WorkSession, name: str, wanted: str, key: Stored) -> Stored:
    rows = _table(name)
    found: Stored = session.scalar(select(rows.c[wanted]).where(rows.c.id == key))
    return found
