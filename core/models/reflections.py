"""Reflections: the answers with their earlier versions, friends' views, and what was concluded."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.models.applications import text_enum
from core.models.base import NEVER_THE_SAME_ID, Base, UtcDateTime, new_uid
from core.playbook.values import ReflectionPath
from core.reflection.conclusions import ConclusionKind


class Reflection(Base, kw_only=True):
    """One sitting of thinking back on one interview."""

    __tablename__ = "reflection"
    __table_args__ = (UniqueConstraint("interview_id", "sitting"), NEVER_THE_SAME_ID)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    interview_id: Mapped[int] = mapped_column(ForeignKey("interview.id", ondelete="CASCADE"))
    sitting: Mapped[int] = mapped_column(default=1)
    """1: the quick capture; 2: the calmer rating of a later day."""
    form_text: Mapped[str]
    """The form that it is answered with, as `LoadedForm.text`: later forms leave it readable."""
    path: Mapped[ReflectionPath] = mapped_column(text_enum(ReflectionPath))
    gentle: Mapped[bool] = mapped_column(default=False)
    """Begun after a rejection: shorter, and nobody is timed."""
    at_question: Mapped[str | None] = mapped_column(String(24), default=None)
    """Where it was left."""
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class ReflectionAnswer(Base, kw_only=True):
    """An answer as it was at one time; of one question, the latest counts."""

    __tablename__ = "reflection_answer"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    reflection_id: Mapped[int] = mapped_column(
        ForeignKey("reflection.id", ondelete="CASCADE"), index=True
    )
    question: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    json: Mapped[str]
    """As `core.reflection.answers_json` writes it."""


class Consequence(Base, kw_only=True):
    """Which row came from which part of a reflection, so that changed words change it."""

    __tablename__ = "consequence"

    reflection_id: Mapped[int] = mapped_column(
        ForeignKey("reflection.id", ondelete="CASCADE"), primary_key=True
    )
    key: Mapped[str] = mapped_column(String(120), primary_key=True)
    """As `core.reflection.consequences` gives it."""
    kind: Mapped[str] = mapped_column(String(24))
    """The table of the row."""
    row_id: Mapped[int]


class FriendsView(Base, kw_only=True):
    """What a friend wrote back: a source of its own, never mixed into one's own answers."""

    __tablename__ = "friends_view"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    reflection_id: Mapped[int] = mapped_column(
        ForeignKey("reflection.id", ondelete="CASCADE"), index=True
    )
    friend: Mapped[str] = mapped_column(default="")
    strength: Mapped[str] = mapped_column(default="")
    situation: Mapped[str] = mapped_column(default="")
    behaviour: Mapped[str] = mapped_column(default="")
    impact: Mapped[str] = mapped_column(default="")
    suggestion: Mapped[str] = mapped_column(default="")
    question: Mapped[str] = mapped_column(default="")
    rest: Mapped[str] = mapped_column(default="")
    """What stood below no heading."""
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Conclusion(Base, kw_only=True):
    """A small task that the user drew from a reflection, to be done before the next interview."""

    __tablename__ = "conclusion"
    __table_args__ = (UniqueConstraint("reflection_id", "key"), NEVER_THE_SAME_ID)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    reflection_id: Mapped[int] = mapped_column(ForeignKey("reflection.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(120))
    """Of the proposal that it came from, or a new one for the user's own."""
    kind: Mapped[ConclusionKind] = mapped_column(text_enum(ConclusionKind))
    text: Mapped[str]
    due: Mapped[datetime] = mapped_column(UtcDateTime)
    due_by_hand: Mapped[bool] = mapped_column(default=False)
    """The user dated it: a next round does not move it."""
    ground_question: Mapped[str] = mapped_column(String(24), default="")
    ground_words: Mapped[str] = mapped_column(default="")
    friend: Mapped[str] = mapped_column(default="")
    """Whose words it stands on; empty: the user's own."""
    from_friend: Mapped[bool] = mapped_column(default=False)
    adopted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    kept: Mapped[bool | None] = mapped_column(default=None)
    """Whether a later interview showed it; None until the user said so."""
    kept_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
