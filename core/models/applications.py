"""Applications, their interviews (rounds) and everything that happened."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, Column, Enum, ForeignKey, Index, String, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.models.base import NEVER_THE_SAME_ID, Base, UtcDateTime, new_uid
from core.playbook.values import (
    Channel,
    Mode,
    PromiseItem,
    Promiser,
    ReflectionPath,
    ReplyKind,
)

if TYPE_CHECKING:
    from core.models.people import Person
    from core.models.steps import Step


def text_enum(kind: type) -> Enum:
    """An enum stored by its value, as text, with no check that a later migration would fight."""
    return Enum(kind, native_enum=False, length=24, values_callable=lambda e: [m.value for m in e])


class Application(Base, kw_only=True):
    """One application: an employer and a role. Its state is derived, never stored."""

    __tablename__ = "application"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    company: Mapped[str]
    role: Mapped[str] = mapped_column(default="")
    zone: Mapped[str] = mapped_column(default="UTC")
    """IANA zone of the recipient: business days, and date-only facts."""
    country: Mapped[str] = mapped_column(default="")
    """ISO 3166 code for holidays; empty or unknown means week-ends only."""
    aliases: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    via_recruiter_only: Mapped[bool] = mapped_column(default=False)
    no_contact_wished: Mapped[bool] = mapped_column(default=False)
    fast_decision: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    people: Mapped[list[Person]] = relationship(
        back_populates="application",
        cascade="all, delete-orphan",
        lazy="raise",
        default_factory=list,
        repr=False,
    )
    interviews: Mapped[list[Interview]] = relationship(
        back_populates="application",
        cascade="all, delete-orphan",
        lazy="raise",
        default_factory=list,
        repr=False,
    )
    events: Mapped[list[Event]] = relationship(
        back_populates="application",
        cascade="all, delete-orphan",
        lazy="raise",
        default_factory=list,
        repr=False,
    )
    steps: Mapped[list[Step]] = relationship(
        back_populates="application",
        cascade="all, delete-orphan",
        lazy="raise",
        default_factory=list,
        repr=False,
    )


interview_person = Table(
    "interview_person",
    Base.metadata,
    Column("interview_id", ForeignKey("interview.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Interview(Base, kw_only=True):
    """One round. A calendar invitation is recognised again by its UID."""

    __tablename__ = "interview"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True, init=False
    )
    round: Mapped[int] = mapped_column(default=1)
    mode: Mapped[Mode] = mapped_column(text_enum(Mode), default=Mode.ONSITE)
    start: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    end: Mapped[datetime] = mapped_column(UtcDateTime)
    zone: Mapped[str]
    """IANA zone in which start and end were given."""
    place: Mapped[str] = mapped_column(default="")
    """An address, or the link of a video call."""
    travel_minutes: Mapped[int] = mapped_column(default=0)
    invited_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    called_off: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    calendar_uid: Mapped[str | None] = mapped_column(index=True, default=None)
    calendar_sequence: Mapped[int] = mapped_column(default=0)
    notes: Mapped[str] = mapped_column(default="")

    application: Mapped[Application] = relationship(
        back_populates="interviews", lazy="raise", default=None, repr=False
    )
    people: Mapped[list[Person]] = relationship(
        secondary=interview_person, lazy="raise", default_factory=list, repr=False
    )


event_person = Table(
    "event_person",
    Base.metadata,
    Column("event_id", ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True),
)


class Event(Base, kw_only=True):
    """Something that happened; `kind` is the case file's word, and says which columns count."""

    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_application_id_at", "application_id", "at"),
        NEVER_THE_SAME_ID,
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), init=False
    )
    kind: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    zone: Mapped[str]
    """The user's IANA zone when it was noted."""
    moment_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """The instant that it names: due, decision, deadline, until."""
    moment_on: Mapped[date | None] = mapped_column(default=None)
    """The same, where only a day was named."""
    text: Mapped[str] = mapped_column(default="")
    """What was promised, what happened, or the correct name."""
    by: Mapped[Promiser | None] = mapped_column(text_enum(Promiser), default=None)
    item: Mapped[PromiseItem | None] = mapped_column(text_enum(PromiseItem), default=None)
    reply: Mapped[ReplyKind | None] = mapped_column(text_enum(ReplyKind), default=None)
    message: Mapped[str | None] = mapped_column(String(4), default=None)
    channel: Mapped[Channel | None] = mapped_column(text_enum(Channel), default=None)
    path: Mapped[ReflectionPath | None] = mapped_column(text_enum(ReflectionPath), default=None)
    answered: Mapped[bool] = mapped_column(default=False)

    application: Mapped[Application] = relationship(
        back_populates="events", lazy="raise", default=None, repr=False
    )
    people: Mapped[list[Person]] = relationship(
        secondary=event_person, lazy="raise", default_factory=list, repr=False
    )
