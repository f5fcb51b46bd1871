"""Which rows came from which parts of a reflection: kept in line with its words, and left alone
once the user has changed them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import delete, select

from core.database import WorkSession
from core.models import CompanyFact, Consequence, Event, Person, StrengthItem, TopicItem

Row = TypeVar("Row", Event, CompanyFact, StrengthItem, TopicItem, Person)
Value = TypeVar("Value")


class Ledger:
    """The consequences of the reflection on one interview, by their keys."""

    def __init__(self, session: WorkSession, reflection_id: int) -> None:
        """`reflection_id` is that of the first sitting: both have the same consequences."""
        self.session = session
        self._reflection = reflection_id
        query = select(Consequence).where(Consequence.reflection_id == reflection_id)
        self._rows = {row.key: row for row in session.scalars(query)}

    def keys(self, start: str) -> list[str]:
        """The keys that begin with these words."""
        return [key for key in self._rows if key.startswith(start)]

    def knows(self, key: str) -> bool:
        """Whether something was made under a key. It may be gone by now."""
        return key in self._rows

    def find(self, key: str, table: type[Row]) -> Row | None:
        """The row that was made under a key; None where it is gone, or of another table."""
        noted = self._rows.get(key)
        if noted is None or noted.kind != table.__tablename__:
            return None
        return self.session.get(table, noted.row_id)

    def note(self, key: str, kind: str, row_id: int) -> None:
        """Remember what was made under a key."""
        noted = self._rows.get(key)
        if noted is None:
            noted = Consequence(reflection_id=self._reflection, key=key, kind=kind, row_id=row_id)
            self.session.add(noted)
            self._rows[key] = noted
        elif (noted.kind, noted.row_id) != (kind, row_id):
            noted.kind, noted.row_id = kind, row_id

    def forget(self, key: str) -> None:
        """What was made under a key, if it is still there, is the user's own from now on."""
        noted = self._rows.pop(key, None)
        if noted is not None:
            self.session.delete(noted)


@dataclass(frozen=True, slots=True)
class Shelf(Generic[Row, Value]):
    """How one kind of consequence becomes rows of its own."""

    table: type[Row]
    read: Callable[[Row], Value]
    """What a row says, as it is compared with what was answered."""
    make: Callable[[str, Value], Row | None]
    """A new row, added to the session; None where there is one like it already."""
    write: Callable[[Row, Value], None]


def keep_in_line(
    ledger: Ledger, shelf: Shelf[Row, Value], old: Mapping[str, Value], new: Mapping[str, Value]
) -> list[Row]:
    """Bring the rows of one kind from what was answered before to what is answered now.

    What the user has changed or removed meanwhile stays so. Returns the new rows.
    """
    made = []
    for key in old.keys() - new.keys():
        row = ledger.find(key, shelf.table)
        if row is not None and shelf.read(row) == old[key]:
            ledger.session.execute(delete(shelf.table).where(shelf.table.id == row.id))
            ledger.session.expire_all()
        ledger.forget(key)
    for key, value in new.items():
        row = ledger.find(key, shelf.table)
        if row is not None:
            if shelf.read(row) == old.get(key) != value:
                shelf.write(row, value)
        elif not (ledger.knows(key) and old.get(key) == value):
            row = shelf.make(key, value)
            if row is not None:
                ledger.session.flush()
                ledger.note(key, shelf.table.__tablename__, row.id)
                made.append(row)
    ledger.session.flush()
    return made
