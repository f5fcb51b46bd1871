"""Notes for writing: the news, topics and strengths of an application."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.values import News
from core.models import Application, NewsItem, StrengthItem, TopicItem
from core.refusal import Gone
from core.use_cases import checked
from core.use_cases.history import recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptNews:
    """A piece of news as it is kept."""

    id: int
    news: News


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptTopic:
    """Something that was spoken about, and was no one person's own."""

    id: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStrength:
    """What the user brings to an application: words that go on after "I would bring"."""

    id: int
    text: str


def add_news(session: WorkSession, application_id: int, news: News, now: Now) -> int:
    """Keep a piece of news about the employer; returns its id."""
    row = news_row(news)
    _refuse_unknown(session, application_id)
    with recorded(session, f"Noted: {row.title}", now):
        row.application_id = application_id
        session.add(row)
        session.flush()
    return row.id


def news_row(news: News) -> NewsItem:
    """A new row, checked, that belongs to no application yet."""
    return NewsItem(
        title=checked.required(news.title, "title", "The news"),
        published=news.published,
        source=checked.line(news.source, "source", "The source", 2_000),
        negative=news.negative,
    )


def remove_news(session: WorkSession, news_id: int, now: Now) -> None:
    """Keep a piece of news no longer; Undo brings it back."""
    row = session.get(NewsItem, news_id)
    if row is None:
        raise Gone("This piece of news is no longer here. Nothing was changed.")
    with recorded(session, f"Removed: {row.title}", now):
        session.execute(delete(NewsItem).where(NewsItem.id == news_id))


def news(session: WorkSession, application_id: int, now: Now) -> tuple[KeptNews, ...]:
    """What was noted of an employer, the latest first."""
    query = select(NewsItem).where(NewsItem.application_id == application_id)
    rows = session.scalars(query.order_by(NewsItem.published.desc().nulls_last(), NewsItem.id))
    return tuple(KeptNews(id=row.id, news=news_value(row)) for row in rows)


def news_value(row: NewsItem) -> News:
    """A piece of news as rules and checks read it."""
    return News(title=row.title, published=row.published, source=row.source, negative=row.negative)


def add_topic(session: WorkSession, application_id: int, text: str, now: Now) -> int:
    """Keep something that was spoken about; what is one person's own stands on their card."""
    tidy = checked.required(text, "text", "The topic")
    _refuse_unknown(session, application_id)
    with recorded(session, f"Noted: {tidy}", now):
        row = TopicItem(text=tidy)
        row.application_id = application_id
        session.add(row)
        session.flush()
    return row.id


def remove_topic(session: WorkSession, topic_id: int, now: Now) -> None:
    """Keep a topic no longer; Undo brings it back."""
    row = session.get(TopicItem, topic_id)
    if row is None:
        raise Gone("This topic is no longer here. Nothing was changed.")
    with recorded(session, f"Removed: {row.text}", now):
        session.execute(delete(TopicItem).where(TopicItem.id == topic_id))


def topics(session: WorkSession, application_id: int, now: Now) -> tuple[KeptTopic, ...]:
    """What was spoken about and was no one person's own, in the order of noting."""
    query = select(TopicItem).where(TopicItem.application_id == application_id)
    rows = session.scalars(query.order_by(TopicItem.id))
    return tuple(KeptTopic(id=row.id, text=row.text) for row in rows)


def add_strength(session: WorkSession, application_id: int, text: str, now: Now) -> int:
    """Keep what the user brings, such as "ten years with kilns"; the first one is used first."""
    tidy = checked.required(text, "text", "The strength")
    _refuse_unknown(session, application_id)
    with recorded(session, f"Noted: {tidy}", now):
        row = StrengthItem(text=tidy)
        row.application_id = application_id
        session.add(row)
        session.flush()
    return row.id


def remove_strength(session: WorkSession, strength_id: int, now: Now) -> None:
    """Keep a strength no longer; Undo brings it back."""
    row = session.get(StrengthItem, strength_id)
    if row is None:
        raise Gone("This strength is no longer here. Nothing was changed.")
    with recorded(session, f"Removed: {row.text}", now):
        session.execute(delete(StrengthItem).where(StrengthItem.id == strength_id))


def strengths(session: WorkSession, application_id: int, now: Now) -> tuple[KeptStrength, ...]:
    """What the user brings, in the order of noting."""
    query = select(StrengthItem).where(StrengthItem.application_id == application_id)
    rows = session.scalars(query.order_by(StrengthItem.id))
    return tuple(KeptStrength(id=row.id, text=row.text) for row in rows)


def _refuse_unknown(session: WorkSession, application_id: int) -> None:
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
