"""A log of changed rows, kept by SQLite itself while a change is being recorded.

Triggers see every way in which a row can change, also the deletions that follow from a foreign
key, and they see the stored values exactly. They are temporary: each connection makes its own,
and the file holds none of them.
"""

import sqlite3
from functools import cache
from string import Template

from sqlalchemy import Table

from core.models import Base

UNRECORDED = frozenset({"change"})


def install(connection: sqlite3.Connection) -> None:
    """Make the log and its triggers on a connection. Nothing is logged before it is switched on."""
    connection.executescript(_script())


@cache
def _script() -> str:
    tables = [table for table in Base.metadata.sorted_tables if table.name not in UNRECORDED]
    return "\n".join(
        (
            "PRAGMA temp_store = MEMORY;",
            "CREATE TEMP TABLE recording (active INTEGER NOT NULL);",
            "INSERT INTO recording VALUES (0);",
            "CREATE TEMP TABLE change_log (id INTEGER PRIMARY KEY, name TEXT, old TEXT, new TEXT);",
            *(trigger for table in tables for trigger in _triggers(table)),
        )
    )


def _triggers(table: Table) -> tuple[str, str, str]:
    old, new = _image(table, "old"), _image(table, "new")
    return (
        _trigger(table, "INSERT", "NULL", new),
        _trigger(table, "UPDATE", old, new),
        _trigger(table, "DELETE", old, "NULL"),
    )


_TRIGGER = Template(
    'CREATE TEMP TRIGGER log_${action}_${table} AFTER ${action} ON main."${table}"'
    " WHEN (SELECT active FROM recording)"
    " BEGIN INSERT INTO change_log (name, old, new) VALUES ('${table}', ${old}, ${new}); END;"
)


def _trigger(table: Table, action: str, old: str, new: str) -> str:
    return _TRIGGER.substitute(table=table.name, action=action, old=old, new=new)


def _image(table: Table, row: str) -> str:
    values = ", ".join(f"'{column.name}', {row}.\"{column.name}\"" for column in table.columns)
    return f"json_object({values})"
