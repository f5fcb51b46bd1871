"""Steps: what the playbook plans, what the user did with it, and when to speak."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.models.applications import text_enum
from core.models.base import NEVER_THE_SAME_ID, Base, UtcDateTime
from core.playbook.values import Clock, StepState

if TYPE_CHECKING:
    from core.models.applications import Application


class Step(Base, kw_only=True):
    """One planned step. `key` is its identity over replanning (see `PlannedStep.key`).

    The weekly targets of the hunt belong to no application.
    """

    __tablename__ = "step"
    __table_args__ = (
        UniqueConstraint("application_id", "key"),
        Index("ix_step_remind_at", "remind_at", sqlite_where=text("remind_at IS NOT NULL")),
        Index("ix_step_reminded_at", "reminded_at", sqlite_where=text("reminded_at IS NOT NULL")),
        Index("ix_step_closed_at", "closed_at", sqlite_where=text("closed_at IS NOT NULL")),
        Index("ix_step_open_best", "best", sqlite_where=text("state = 'open'")),
        Index("ix_step_open_expires", "expires", sqlite_where=text("state = 'open'")),
        NEVER_THE_SAME_ID,
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), init=False
    )
    key: Mapped[str] = mapped_column(String(120))
    rule: Mapped[str] = mapped_column(String(4))
    """The playbook's id, such as "T1"."""
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, default=None
    )
    interview_id: Mapped[int | None] = mapped_column(
        ForeignKey("interview.id", ondelete="SET NULL"), index=True, default=None
    )
    title: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    action: Mapped[str] = mapped_column(String(16), default="open")
    message: Mapped[str | None] = mapped_column(String(4), default=None)
    clock: Mapped[Clock] = mapped_column(text_enum(Clock))
    opens: Mapped[datetime] = mapped_column(UtcDateTime)
    best: Mapped[datetime] = mapped_column(UtcDateTime)
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    expires: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    state: Mapped[StepState] = mapped_column(text_enum(StepState), default=StepState.OPEN)
    reason: Mapped[str] = mapped_column(default="")
    """Why it was cancelled, skipped or moved; else empty."""
    moved: Mapped[bool] = mapped_column(default=False)
    """Its due was moved by hand: replanning leaves it alone."""
    snoozed_until: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """When it was done, skipped, missed or cancelled."""
    by_hand: Mapped[bool] = mapped_column(default=False)
    """The user closed it by hand (done or skipped), rather than an event."""
    marked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """When the user last closed, snoozed or moved it by hand."""
    remind_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The next instant at which to speak; None when nothing more is to be said."""
    reminded_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """When it last spoke."""

    application: Mapped[Application | None] = relationship(
        back_populates="steps", lazy="raise", default=None, repr=False
    )
