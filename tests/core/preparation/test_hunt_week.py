"""The weeks of the hunt, and a word when all hope rests on one application."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.preparation.hunt_week import (
    Counts,
    Standing,
    Targets,
    monday_of,
    only_one_left,
    week_view,
)

MONDAY = date(2026, 5, 11)
NOW = datetime(2026, 5, 12, 8, tzinfo=UTC)


def sentence(counts: Counts, today: date = date(2026, 5, 12), **targets: int) -> str:
    return week_view(MONDAY, counts, Targets(**targets), today).sentence


def test_three_three_and_four_hours_are_the_usual_targets() -> None:
    view = week_view(MONDAY, Counts(), Targets(), MONDAY)
    assert [effort.target for effort in view.efforts] == [3, 3, 240]
    assert view.sunday == date(2026, 5, 17)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(), "Nothing yet. Begin with the smallest one."),
        (Counts(applications=1), "A beginning is made. There is time until Sunday."),
        (
            Counts(applications=3),
            "1 of 3 targets are reached. The others have until Sunday.",
        ),
        (
            Counts(applications=4, contacts=3, research_minutes=240),
            "All of it is done. The rest of the week is yours.",
        ),
    ],
)
def test_a_week_says_where_it_stands_without_haste(counts: Counts, said: str) -> None:
    assert sentence(counts) == said


def test_a_week_that_is_over_is_looked_back_on_kindly() -> None:
    after = date(2026, 5, 18)
    assert sentence(Counts(contacts=3), after).startswith("1 of 3 targets were reached.")
    assert sentence(Counts(), date(2026, 5, 17)).startswith("Nothing yet")


def test_no_targets_are_a_choice() -> None:
    quiet = sentence(Counts(), applications=0, contacts=0, research_hours=0)
    assert quiet == "No targets are set. A quiet week is a week, too."
    assert sentence(Counts(contacts=1), applications=0, contacts=1, research_hours=0).startswith(
        "All of it is done."
    )


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


def test_one_application_alone_for_a_week_is_worth_a_gentle_word() -> None:
    left = Standing(company="Halvorsen Maritime", since=ago(30))
    gone = Standing(company="Lumen & Ash", since=ago(20), ended=ago(7))
    words = only_one_left((left, gone), NOW)
    assert words.startswith("Since 5 May only Halvorsen Maritime is still under way.")
    newly = Standing(company="Lumen & Ash", since=ago(20), ended=ago(6.9))
    assert not only_one_left((left, newly), NOW)


def test_two_or_none_are_nothing_to_speak_of() -> None:
    one = Standing(company="A", since=ago(30))
    assert not only_one_left((one, Standing(company="B", since=ago(1))), NOW)
    assert not only_one_left((Standing(company="A", since=ago(30), ended=ago(20)),), NOW)
    assert not only_one_left((), NOW)


def test_a_single_new_application_is_no_worry_yet() -> None:
    assert not only_one_left((Standing(company="A", since=ago(3)),), NOW)


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_day_belongs_to_the_week_of_its_monday(day: date) -> None:
    monday = monday_of(day)
    assert monday.weekday() == 0
    assert timedelta() <= day - monday < timedelta(days=7)


@given(st.integers(0, 99), st.integers(0, 9999), st.integers(0, 60))
def test_shares_lie_between_nothing_and_all(count: int, minutes: int, target: int) -> None:
    counts = Counts(applications=count, research_minutes=minutes)
    targets = Targets(applications=target, research_hours=target)
    for effort in week_view(MONDAY, counts, targets, MONDAY).efforts:
        assert 0 <= effort.share <= 1
        assert effort.reached == (effort.share == 1)
