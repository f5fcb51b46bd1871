"""Changed rows as SQLite logged them (see `core.change_log`), ready to be kept.

What is kept of an update are only the columns that changed, so that undoing one thing leaves
later, unrelated ones alone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import text

from core.database import WorkSession
from core.models import Base, Change

BY_HAND = ("marked_at", "by_hand", "moved", "snoozed_until")
"""Columns of a step that only the user changes; planning restores all the others."""

HOUSEKEEPING = frozenset({"home_zone", "planned_with"})
"""Settings that the program notes for itself: no deed of the user's."""

Stored = str | int | float | None
Row = Mapping[str, Stored]


@dataclass(frozen=True, slots=True)
class RowImage:
    """A row before and after: None where it did not exist.

    Of an update, only what changed, and of a step always what the user did by hand.
    """

    table: str
    key: Row
    before: Row | None
    after: Row | None

    @property
    def place(self) -> tuple[str, str]:
        """Table and key, to tell rows apart."""
        return self.table, json.dumps(self.key)


def start_log(session: WorkSession) -> None:
    """Log every row that changes from now on."""
    session.execute(text("DELETE FROM change_log"))
    session.execute(text("UPDATE recording SET active = 1"))


def end_log(session: WorkSession) -> list[RowImage]:
    """Stop logging; the rows that differ from how they were at the start."""
    logged = session.execute(text("SELECT name, old, new FROM change_log ORDER BY id")).all()
    session.execute(text("DELETE FROM change_log"))
    session.execute(text("UPDATE recording SET active = 0"))
    first: dict[tuple[str, str], Row | None] = {}
    last: dict[tuple[str, str], Row | None] = {}
    keys: dict[tuple[str, str], Row] = {}
    for name, old, new in logged:
        before, after = _parsed(old), _parsed(new)
        key = _key(name, before or after or {})
        place = (name, json.dumps(key))
        keys[place] = key
        first.setdefault(place, before)
        last[place] = after
    found = (_image(place[0], keys[place], first[place], last[place]) for place in keys)
    return [image for image in found if image is not None and not _is_housekeeping(image)]


def _is_housekeeping(image: RowImage) -> bool:
    return image.table == "setting" and image.key["name"] in HOUSEKEEPING


def images_of(change: Change) -> list[RowImage]:
    """The rows of a change, as they were stored with it."""
    return [
        RowImage(str(raw["table"]), _row(raw["key"]) or {}, _row(raw["before"]), _row(raw["after"]))
        for raw in change.rows
    ]


def as_stored(images: list[RowImage]) -> list[dict[str, object]]:
    """The rows of a change, as they are to be stored with it."""
    return [{"table": i.table, "key": i.key, "before": i.before, "after": i.after} for i in images]


def _image(table: str, key: Row, before: Row | None, after: Row | None) -> RowImage | None:
    if before is None or after is None:
        return None if before is after else RowImage(table, key, before, after)
    if before == after:
        return None
    always = BY_HAND if table == "step" else ()
    kept = [name for name in after if after[name] != before[name] or name in always]
    return RowImage(table, key, {n: before[n] for n in kept}, {n: after[n] for n in kept})


def _key(table: str, row: Row) -> Row:
    return {column.name: row[column.name] for column in Base.metadata.tables[table].primary_key}


def _parsed(text_or_none: str | None) -> Row | None:
    return None if text_or_none is None else _row(json.loads(text_or_none))


def _row(raw: object) -> Row | None:
    if not isinstance(raw, dict):
        return None
    return {
        str(name): value
        for name, value in raw.items()
        if value is None or isinstance(value, str | int | float)
    }
