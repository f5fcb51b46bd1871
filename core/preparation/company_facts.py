"""Facts about an employer: which topics are covered, and what is no longer new."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.preparation.values import Fact, FactTopic

NEWS_FOR = timedelta(days=90)
"""So long news is news."""
COMPETITORS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicWords:
    title: str
    hint: str
    """What to look for, and where."""


TOPICS = {
    FactTopic.PRODUCTS: TopicWords(
        title="Products and customers", hint="What they sell, to whom, and what it is praised for."
    ),
    FactTopic.STRATEGY: TopicWords(
        title="Strategy", hint="Where they want to be in three years; the annual report says it."
    ),
    FactTopic.NEWS: TopicWords(
        title="News of the last 90 days", hint="One piece that you can ask a good question about."
    ),
    FactTopic.RESULTS: TopicWords(
        title="Results and funding", hint="Revenue, growth, investors; a rough size is enough."
    ),
    FactTopic.COMPETITORS: TopicWords(
        title="Three competitors", hint="Three names, and in what this employer differs."
    ),
    FactTopic.LEADERSHIP: TopicWords(
        title="Leadership", hint="Who leads the company and the department, and since when."
    ),
    FactTopic.CULTURE: TopicWords(
        title="Culture", hint="How people work there: what they write themselves, what others say."
    ),
    FactTopic.TEAM: TopicWords(
        title="The team, and why the place is open",
        hint="New place or successor, how many people, who does what.",
    ),
    FactTopic.TREND: TopicWords(
        title="A trend of the industry", hint="One change that everybody in the trade speaks of."
    ),
    FactTopic.CHALLENGES: TopicWords(
        title="Challenges they named", hint="What worries them, in their own words from round one."
    ),
}
"""In the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFacts:
    """One topic with what is known of it."""

    topic: FactTopic
    title: str
    hint: str
    facts: tuple[Fact, ...] = ()
    enough: bool = False
    stale: bool = False
    """Something is known, and none of it is new enough."""
    note: str = ""
    """How far it is, where it is not enough."""


def by_topic(
    facts: Iterable[Fact], today: date, kept_news: Iterable[date | None] = ()
) -> tuple[TopicFacts, ...]:
    """All topics in their order, each with its facts, the newest first.

    `kept_news`: when the news that is kept for letters was published; it counts for the news.
    """
    known = tuple(facts)
    published = tuple(kept_news)
    return tuple(_topic(topic, known, today, published) for topic in TOPICS)


def is_stale(fact: Fact, today: date) -> bool:
    """Whether a fact is news that is too old to be called news; without a date nobody knows."""
    return fact.topic is FactTopic.NEWS and not _is_new(fact.dated, today)


def named_in(facts: Iterable[Fact]) -> int:
    """How many names stand in facts that list them: "A, B and C" are three."""
    names = (name.strip() for fact in facts for name in _BETWEEN.split(fact.value))
    return len({name.casefold() for name in names if name})


_BETWEEN = re.compile(r"[,;\n]|\band\b|&\s(?=\w)", re.IGNORECASE)


def _topic(
    topic: FactTopic, facts: tuple[Fact, ...], today: date, news: tuple[date | None, ...]
) -> TopicFacts:
    words = TOPICS[topic]
    own = tuple(sorted((f for f in facts if f.topic is topic), key=_newest_first))
    enough, note, stale = bool(own), "", False
    if topic is FactTopic.NEWS:
        dates = (*(fact.dated for fact in own), *news)
        enough = any(_is_new(day, today) for day in dates)
        stale = bool(dates) and not enough
        note = _age_of(dates) if stale else ""
    elif topic is FactTopic.COMPETITORS:
        count = named_in(own)
        enough = count >= COMPETITORS
        note = f"{count} of {COMPETITORS} so far" if own and not enough else ""
    return TopicFacts(
        topic=topic,
        title=words.title,
        hint=words.hint,
        facts=own,
        enough=enough,
        stale=stale,
        note=note,
    )


def _newest_first(fact: Fact) -> tuple[int, str]:
    return (-fact.dated.toordinal() if fact.dated else 1, fact.key)


def _is_new(day: date | None, today: date) -> bool:
    return day is not None and today - day <= NEWS_FOR


def _age_of(dates: tuple[date | None, ...]) -> str:
    latest = max((day for day in dates if day is not None), default=None)
    if latest is None:
        return "No date is noted: look when it was"
    return f"The latest is of {latest.day} {latest:%B %Y}: look again"
