"""People: contact cards within an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from core.models.applications import text_enum
from core.models.base import NEVER_THE_SAME_ID, Base, new_uid
from core.playbook.values import Channel, Consent, Part

if TYPE_CHECKING:
    from core.models.applications import Application


class Person(Base, kw_only=True):
    """Someone met or named in an application."""

    __tablename__ = "person"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True, init=False
    )
    name: Mapped[str]
    part: Mapped[Part] = mapped_column(text_enum(Part), default=Part.CONTACT)
    title: Mapped[str] = mapped_column(default="")
    surname: Mapped[str] = mapped_column(default="")
    """Set where the order of the name hides it."""
    job: Mapped[str] = mapped_column(default="")
    email: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    confirmed: Mapped[bool] = mapped_column(default=False)
    """Whether the spelling of name and title has been confirmed."""
    prefers: Mapped[Channel] = mapped_column(text_enum(Channel), default=Channel.EMAIL)
    consent: Mapped[Consent] = mapped_column(text_enum(Consent), default=Consent.NOT_ASKED)
    informed: Mapped[bool] = mapped_column(default=False)
    gone: Mapped[bool] = mapped_column(default=False)
    topic: Mapped[str] = mapped_column(default="")

    application: Mapped[Application] = relationship(
        back_populates="people", lazy="raise", default=None, repr=False
    )
