"""Preparation: facts, stories, one's own questions, what was said, feeds, and the weekly targets."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from core.models.base import NEVER_THE_SAME_ID, Base, UtcDateTime, new_uid


class CompanyFact(Base, kw_only=True):
    """Something known about an employer, with where and when it was found."""

    __tablename__ = "company_fact"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    topic: Mapped[str] = mapped_column(String(24))
    """One of the topics of `core.preparation`, such as "competitors"."""
    value: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    dated: Mapped[date | None] = mapped_column(default=None)
    """When it was true or published."""
    used_for: Mapped[str] = mapped_column(default="")
    """What it is good for: a question, a sentence, a story."""
    noted_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Story(Base, kw_only=True):
    """One story of the user's bank: situation, task, action, result."""

    __tablename__ = "story"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    title: Mapped[str]
    situation: Mapped[str] = mapped_column(default="")
    task: Mapped[str] = mapped_column(default="")
    action: Mapped[str] = mapped_column(default="")
    result: Mapped[str] = mapped_column(default="")
    tags: Mapped[list[str]] = mapped_column(JSON, default_factory=list)
    seconds: Mapped[int | None] = mapped_column(default=None)
    """How long it took when it was last told to the stop-watch."""
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    edited_at: Mapped[datetime] = mapped_column(UtcDateTime)


class StoryTelling(Base, kw_only=True):
    """Who heard which story."""

    __tablename__ = "story_telling"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id", ondelete="CASCADE"), index=True)
    interview_id: Mapped[int] = mapped_column(
        ForeignKey("interview.id", ondelete="CASCADE"), index=True
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True, default=None
    )
    """None: everybody in that round."""
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class OwnQuestion(Base, kw_only=True):
    """A question that the user wants to ask, and what was answered."""

    __tablename__ = "own_question"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str]
    asked_interview_id: Mapped[int | None] = mapped_column(
        ForeignKey("interview.id", ondelete="SET NULL"), index=True, default=None
    )
    """The round in which it was asked; None: not yet."""
    answer: Mapped[str] = mapped_column(default="")


class PreparationTick(Base, kw_only=True):
    """A tick on the checklist of a round, or an item that the user added to it."""

    __tablename__ = "preparation_tick"
    __table_args__ = (UniqueConstraint("interview_id", "key"), NEVER_THE_SAME_ID)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    interview_id: Mapped[int] = mapped_column(ForeignKey("interview.id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(default="")
    """Of the user's own item; empty for one that the program asks for."""
    section: Mapped[str] = mapped_column(String(24), default="")
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)


class Evidence(Base, kw_only=True):
    """A demand of the advertisement, and what proves that the user meets it."""

    __tablename__ = "evidence"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    demand: Mapped[str]
    proof: Mapped[str] = mapped_column(default="")
    story_id: Mapped[int | None] = mapped_column(
        ForeignKey("story.id", ondelete="SET NULL"), index=True, default=None
    )


class Said(Base, kw_only=True):
    """What the user told an employer, and has to say the same way again."""

    __tablename__ = "said"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(String(64), unique=True, default_factory=new_uid)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    subject: Mapped[str] = mapped_column(String(24))
    """salary, availability, notice or other."""
    text: Mapped[str]
    interview_id: Mapped[int | None] = mapped_column(
        ForeignKey("interview.id", ondelete="SET NULL"), index=True, default=None
    )
    person_id: Mapped[int | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL"), index=True, default=None
    )
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class Feed(Base, kw_only=True):
    """A feed of an employer's news that the user follows."""

    __tablename__ = "feed"
    __table_args__ = (UniqueConstraint("application_id", "url"), NEVER_THE_SAME_ID)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    application_id: Mapped[int] = mapped_column(ForeignKey("application.id", ondelete="CASCADE"))
    url: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    etag: Mapped[str] = mapped_column(default="")
    """As the server gave it, for a conditional request."""
    modified: Mapped[str] = mapped_column(default="")
    """Its Last-Modified, as the server wrote it."""
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    """When to ask next; None: no more."""
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    trouble: Mapped[str] = mapped_column(default="")
    """A sentence on why the last answer could not be used; empty: it could."""


class FeedEntry(Base, kw_only=True):
    """A piece of news that a feed brought."""

    __tablename__ = "feed_entry"
    __table_args__ = (UniqueConstraint("feed_id", "guid"), NEVER_THE_SAME_ID)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    feed_id: Mapped[int] = mapped_column(ForeignKey("feed.id", ondelete="CASCADE"))
    guid: Mapped[str]
    title: Mapped[str]
    link: Mapped[str] = mapped_column(default="")
    published: Mapped[datetime | None] = mapped_column(UtcDateTime, default=None)
    summary: Mapped[str] = mapped_column(default="")
    found_at: Mapped[datetime] = mapped_column(UtcDateTime)
    mood: Mapped[str] = mapped_column(String(8), default="")
    """good or sad, as the user tagged it; empty: not tagged."""
    news_id: Mapped[int | None] = mapped_column(
        ForeignKey("news.id", ondelete="SET NULL"), index=True, default=None
    )
    """The news that it was kept as, for letters."""


class CompanyLink(Base, kw_only=True):
    """A page of the employer, such as the one in a professional network."""

    __tablename__ = "company_link"
    __table_args__ = NEVER_THE_SAME_ID

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    application_id: Mapped[int] = mapped_column(
        ForeignKey("application.id", ondelete="CASCADE"), index=True
    )
    label: Mapped[str]
    url: Mapped[str]


class HuntWeek(Base, kw_only=True):
    """What was done for the hunt in one week."""

    __tablename__ = "hunt_week"

    week: Mapped[date] = mapped_column(primary_key=True)
    """Its Monday."""
    applications: Mapped[int] = mapped_column(default=0)
    contacts: Mapped[int] = mapped_column(default=0)
    research_minutes: Mapped[int] = mapped_column(default=0)
