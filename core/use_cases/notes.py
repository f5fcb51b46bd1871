"""Notes for writing: news and topics of an application, and what checks are to leave alone."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.values import News
from core.models import (
    AllowedWords,
    Application,
    CvEmployer,
    DictionaryWord,
    NewsItem,
    Override,
    StrengthItem,
    TopicItem,
)
from core.refusal import Gone
from core.use_cases import checked, settings
from core.use_cases.history import recorded
from core.use_cases.loading import preferences_in


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What the user told the checks, each list in its order."""

    dictionary: tuple[str, ...]
    allowed: tuple[tuple[int, str], ...]
    """Checks by their number, and the words that each leaves alone."""
    cv_employers: tuple[str, ...]
    overridden: Mapping[int, int]
    """How often the *must* of each check was overridden."""


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


# ------------------------------------------------------------------ for the checks


def own_words(session: WorkSession, now: Now) -> OwnWords:
    """Everything that the user told the checks."""
    query = select(AllowedWords).order_by(AllowedWords.check_number, AllowedWords.words)
    counts = select(Override.check_number, func.count(Override.id)).group_by(Override.check_number)
    return OwnWords(
        dictionary=tuple(session.scalars(select(DictionaryWord.word).order_by("word"))),
        allowed=tuple((row.check_number, row.words) for row in session.scalars(query)),
        cv_employers=tuple(session.scalars(select(CvEmployer.name).order_by("name"))),
        overridden=dict(session.execute(counts).all()),
    )


def add_word(session: WorkSession, word: str, now: Now) -> None:
    """Let a word count as spelled right."""
    tidy = checked.required(word, "word", "The word")
    with recorded(session, f"Added to your words: {tidy}", now):
        session.merge(DictionaryWord(word=tidy))


def remove_word(session: WorkSession, word: str, now: Now) -> None:
    """Let a word be checked again."""
    with recorded(session, f"Removed from your words: {word}", now):
        session.execute(delete(DictionaryWord).where(DictionaryWord.word == word))


def allow(session: WorkSession, check: int, words: str, now: Now) -> None:
    """Never let a check find these words again."""
    tidy = checked.required(words, "words", "The words").casefold()
    with recorded(session, f"Left alone from now on: {tidy}", now):
        session.merge(AllowedWords(check_number=check, words=tidy))


def disallow(session: WorkSession, check: int, words: str, now: Now) -> None:
    """Let a check find these words again."""
    with recorded(session, f"Looked at again: {words}", now):
        session.execute(
            delete(AllowedWords).where(
                AllowedWords.check_number == check, AllowedWords.words == words.casefold()
            )
        )


def switch_check(session: WorkSession, check: int, on: bool, now: Now) -> None:
    """Switch a check on or off, for every message."""
    off = set(preferences_in(session).checks_off)
    off = off - {check} if on else off | {check}
    settings.change(session, "checks_off", " ".join(str(number) for number in sorted(off)), now)


def add_cv_employer(session: WorkSession, name: str, now: Now) -> None:
    """Let an earlier employer be named in any message."""
    tidy = checked.required(name, "name", "The employer")
    with recorded(session, f"Added to your CV: {tidy}", now):
        session.merge(CvEmployer(name=tidy))


def remove_cv_employer(session: WorkSession, name: str, now: Now) -> None:
    """Forget an earlier employer."""
    with recorded(session, f"Removed from your CV: {name}", now):
        session.execute(delete(CvEmployer).where(CvEmployer.name == name))


def _refuse_unknown(session: WorkSession, application_id: int) -> None:
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
