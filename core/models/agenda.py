"""The view `agenda`: the same rows that `core.agenda` reads without SQLAlchemy.

It is mapped apart from the tables: a migration makes it, and nothing writes to it.
"""

from datetime import datetime

from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from core.models.applications import text_enum
from core.models.base import UtcDateTime
from core.playbook.values import Clock, StepState


class ViewBase(MappedAsDataclass, DeclarativeBase):
    """The base of what is only read."""


class AgendaRow(ViewBase, kw_only=True):
    """A step together with its application, person and interview."""

    __tablename__ = "agenda"

    id: Mapped[int] = mapped_column(primary_key=True)
    application_id: Mapped[int | None]
    company: Mapped[str]
    role: Mapped[str]
    zone: Mapped[str]
    person: Mapped[str]
    rule: Mapped[str]
    title: Mapped[str]
    why: Mapped[str]
    action: Mapped[str]
    message: Mapped[str | None]
    clock: Mapped[Clock] = mapped_column(text_enum(Clock))
    opens: Mapped[datetime] = mapped_column(UtcDateTime)
    best: Mapped[datetime] = mapped_column(UtcDateTime)
    show_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When it is to be shown: its best moment, or where a snooze has put it."""
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    expires: Mapped[datetime | None] = mapped_column(UtcDateTime)
    snoozed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[StepState] = mapped_column(text_enum(StepState))
    reason: Mapped[str]
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    remind_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    interview_start: Mapped[datetime | None] = mapped_column(UtcDateTime)
    travel_minutes: Mapped[int | None]
