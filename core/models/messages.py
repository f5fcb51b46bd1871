"""Messages: being written, on their way, received; and what the user noted for writing them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Generic, TypeVar

from sqlalchemy import JSON, Dialect, ForeignKey, Index, String, TypeDecorator, text
from sqlalchemy.orm import Mapped, mapped_column

from core.drafting.outbox import State
from core.drafting.outgoing import AttachedFile, Mailbox
from core.drafting.stages import HandedTo, MessageState
from core.drafting.values import Ignored, Tone
from core.models.applications import text_enum
from core.models.base import NEVER_THE_SAME_ID, Base, UtcDateTime, new_uid
from core.playbook.values import Channel

Record = TypeVar("Record", bound=AttachedFile | Mailbox | Ignored)


class Records(TypeDecorator[tuple[Record, ...]], Generic[Record]):
    """A few small values in their order, stored as JSON."""

    impl = JSON
    cache_ok = True

    def __init__(self, kind: Callable[..., Record]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(
        self, value: tuple[Record, ...] | None, dialect: Dialect
    ) -> list[dict[str, object]] | None:
        return None if value is None else [asdict(record) for record in value]

    def process_result_value(
        self, value: Sequence[dict[str, object]] | None, dialect: Dialect
    ) -> tuple[Record, ...]:
        return tuple(self.kind(**record) for record in value or ())


class Message(Base, kw_only=True):
    """A message: a draft until it is sent.

    It names its step by the step's key, which survives replanning, undo and restore.
    """

    __tablename__ = "message"
    __table_args__ = (
        Index("ix_message_open", "state", sqlite_where=text("state IN ('writing', 'handed over')")),
        NEVER_THE_SAME_ID,
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    step_key: Mapped[str] = mapped_column(String(120), default="")
    """Empty: begun from a person or an application."""
    panel: Mapped[str] = mapped_column(String(64), default="")
    """The same for all notes of a panel; empty for what belongs to none."""
    kind: Mapped[str] = mapped_column(String(4))
    channel: Mapped[Channel] = mapped_column(text_enum(Channel), default=Channel.EMAIL)
    subject: Mapped[str] = mapped_column(default="")
    body: Mapped[str] = mapped_column(default="")
    tone: Mapped[Tone] = mapped_column(text_enum(Tone), default=Tone.WARM)
    language: Mapped[str | None] = mapped_column(String(24), default=None)
    """None: detected."""
    ticks: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    attachments: Mapped[tuple[AttachedFile, ...]] = mapped_column(Records(AttachedFile), default=())
    ignored: Mapped[tuple[Ignored, ...]] = mapped_column(Records(Ignored), default=())
    """Findings that the user wants left alone in this one message."""
    clauses: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    """Uids of the wrong names for which a clause was put into the text."""
    begun: Mapped[datetime] = mapped_column(UtcDateTime)
    edited_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When subject or body last changed."""
    send_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    state: Mapped[MessageState] = mapped_column(
        text_enum(MessageState), default=MessageState.WRITING
    )
    handed_to: Mapped[HandedTo | None] = mapped_column(text_enum(HandedTo), default=None)
    handed_over_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class Recipient(Base, kw_only=True):
    """A person to whom a message goes."""

    __tablename__ = "recipient"

    message_id: Mapped[int] = mapped_column(
        ForeignKey("message.id", ondelete="CASCADE"), primary_key=True
    )
    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    position: Mapped[int]


class MessageVersion(Base, kw_only=True):
    """An earlier text of a message."""

    __tablename__ = "message_version"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    message_id: Mapped[int] = mapped_column(
        ForeignKey("message.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When this text was written."""
    subject: Mapped[str]
    body: Mapped[str]


class OutboxItem(Base, kw_only=True):
    """A copy of a message as it is to be sent, which never changes, and how its sending stands."""

    __tablename__ = "outbox_item"
    __table_args__ = (
        Index("ix_outbox_item_unsettled", "state", sqlite_where=text("state <> 'sent'")),
        NEVER_THE_SAME_ID,
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    message_id: Mapped[int] = mapped_column(
        ForeignKey("message.id", ondelete="CASCADE"), index=True
    )
    mail_id: Mapped[str] = mapped_column(String(255), unique=True)
    """The Message-ID header, with its angle brackets: the same at every attempt."""
    sender: Mapped[tuple[Mailbox, ...]] = mapped_column(Records(Mailbox))
    """One."""
    recipients: Mapped[tuple[Mailbox, ...]] = mapped_column(Records(Mailbox))
    subject: Mapped[str]
    body: Mapped[str]
    attachments: Mapped[tuple[AttachedFile, ...]] = mapped_column(Records(AttachedFile))
    in_reply_to: Mapped[str] = mapped_column(default="")
    """The Message-ID of what it answers; empty: of nothing."""
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[State] = mapped_column(text_enum(State))
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(default=0)
    committed: Mapped[bool] = mapped_column(default=False)
    """The last bytes of an attempt may have left."""
    sentence: Mapped[str] = mapped_column(default="")
    """What the user is told about its state."""
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class Received(Base, kw_only=True):
    """The text of a reply that the user keeps with an application."""

    __tablename__ = "received"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True, init=False
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When it was sent to the user."""
    sender: Mapped[str]
    address: Mapped[str]
    subject: Mapped[str]
    body: Mapped[str]
    mail_id: Mapped[str]
    """Its Message-ID; empty for what was pasted."""
    added_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Override(Base, kw_only=True):
    """A *must* that the user overrode when sending: which and when, and no text."""

    __tablename__ = "override"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    message_id: Mapped[int] = mapped_column(
        ForeignKey("message.id", ondelete="CASCADE"), index=True
    )
    check_number: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class NewsItem(Base, kw_only=True):
    """A piece of news about the employer of an application."""

    __tablename__ = "news"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True, init=False
    )
    title: Mapped[str]
    published: Mapped[date | None]
    source: Mapped[str]
    negative: Mapped[bool]


class TopicItem(Base, kw_only=True):
    """Something that was spoken about, and was no one person's own: those stand on the cards."""

    __tablename__ = "topic"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True, init=False
    )
    text: Mapped[str]


class StrengthItem(Base, kw_only=True):
    """What the user brings to an application, in their own words."""

    __tablename__ = "strength"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True, init=False
    )
    text: Mapped[str]


class DictionaryWord(Base, kw_only=True):
    """A word that the user spells so on purpose."""

    __tablename__ = "dictionary_word"

    word: Mapped[str] = mapped_column(primary_key=True)


class AllowedWords(Base, kw_only=True):
    """Words that one check leaves alone for good; case-folded."""

    __tablename__ = "allowed_words"

    check_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    words: Mapped[str] = mapped_column(primary_key=True)


class CvEmployer(Base, kw_only=True):
    """An earlier employer of the user's, who may be named in any text."""

    __tablename__ = "cv_employer"

    name: Mapped[str] = mapped_column(primary_key=True)
