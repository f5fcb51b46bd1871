"""Which topics of an employer are covered, and what is no longer new."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.preparation.company_facts import TOPICS, TopicFacts, by_topic, is_stale, named_in
from core.preparation.values import Fact, FactTopic
from tests.core.preparation.known import TODAY


def of(topic: FactTopic, *facts: Fact, news: tuple[date | None, ...] = ()) -> TopicFacts:
    return next(each for each in by_topic(facts, TODAY, news) if each.topic is topic)


def test_every_topic_has_its_place_and_its_words() -> None:
    assert set(TOPICS) == set(FactTopic)
    assert [each.topic for each in by_topic((), TODAY)] == list(TOPICS)
    assert not any(each.enough or each.stale for each in by_topic((), TODAY))


@given(st.integers(-5, 400))
def test_news_is_news_for_ninety_days(age: int) -> None:
    fact = Fact(
        key="n", topic=FactTopic.NEWS, value="A new quay", dated=TODAY - timedelta(days=age)
    )
    assert is_stale(fact, TODAY) == (age > 90)
    assert of(FactTopic.NEWS, fact).enough == (age <= 90)
    assert of(FactTopic.NEWS, fact).stale == (age > 90)


def test_news_without_a_date_may_be_old() -> None:
    found = of(FactTopic.NEWS, Fact(key="n", topic=FactTopic.NEWS, value="A new quay"))
    assert (found.stale, found.note) == (True, "No date is noted: look when it was")


def test_news_kept_for_letters_counts_too() -> None:
    assert of(FactTopic.NEWS, news=(TODAY,)).enough
    assert of(FactTopic.NEWS, news=(None, date(2025, 1, 1))).stale


def test_an_old_strategy_is_still_a_strategy() -> None:
    fact = Fact(key="s", topic=FactTopic.STRATEGY, value="Three ports", dated=date(2019, 1, 1))
    assert of(FactTopic.STRATEGY, fact).enough


def test_competitors_are_three_however_they_are_written() -> None:
    both = Fact(key="a", topic=FactTopic.COMPETITORS, value="Nordhav and Kystline")
    assert of(FactTopic.COMPETITORS, both).note == "2 of 3 so far"
    third = Fact(key="b", topic=FactTopic.COMPETITORS, value="Fjord & Sund")
    assert of(FactTopic.COMPETITORS, both, third).enough
    again = Fact(key="c", topic=FactTopic.COMPETITORS, value="nordhav, KYSTLINE")
    assert not of(FactTopic.COMPETITORS, both, again).enough


def test_the_newest_fact_stands_first() -> None:
    old = Fact(key="a", topic=FactTopic.NEWS, value="Old", dated=date(2026, 4, 1))
    new = Fact(key="b", topic=FactTopic.NEWS, value="New", dated=date(2026, 5, 1))
    undated = Fact(key="c", topic=FactTopic.NEWS, value="Some day")
    assert [fact.key for fact in of(FactTopic.NEWS, undated, old, new).facts] == ["b", "a", "c"]


@given(st.lists(st.text(max_size=12), max_size=4))
def test_names_are_counted_without_falling_over_anything(values: list[str]) -> None:
    facts = [Fact(key="k", topic=FactTopic.COMPETITORS, value=value) for value in values]
    assert 0 <= named_in(facts) <= sum(len(value) for value in values)
