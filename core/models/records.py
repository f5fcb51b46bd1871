"""What the application keeps about itself: settings, and the log that makes undo possible."""

from datetime import datetime

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from core.models.base import Base, UtcDateTime


class Setting(Base, kw_only=True):
    """One setting that differs from its default."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Change(Base, kw_only=True):
    """One thing that the user did, with the rows before and after it, so that it can be undone."""

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    label: Mapped[str]
    """What the toast says, such as "Done: Thank Dr. van der Berg"."""
    rows: Mapped[list[dict[str, object]]] = mapped_column(JSON, default_factory=list)
    """Row images: table, primary key, before (None: inserted) and after (None: deleted)."""
    undone: Mapped[bool] = mapped_column(default=False)
