"""What all tables share: naming of constraints, and time types that refuse naive values."""

from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import DateTime, Dialect, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

NEVER_THE_SAME_ID = {"sqlite_autoincrement": True}
"""Of a table whose removed rows can come back: their ids are given to no other row meanwhile."""


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False):
    """The base of every table. All fields are keywords. A row equals only itself."""

    metadata = MetaData(naming_convention=NAMING)


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Naive values are refused; what comes back is aware and in UTC.

    It is stored as text of fixed width ("2026-03-27 13:00:00.000000"), so that plain SQL compares
    and sorts instants rightly.
    """

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must be aware, not naive")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def new_uid() -> str:
    """A key that stays the same through export and restore."""
    return uuid4().hex
