"""Times as people say them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from core.clock import Now
from core.playbook.values import Clock
from gui import words

OSLO = ZoneInfo("Europe/Oslo")
NOW = Now(datetime(2026, 5, 12, 9, 40, tzinfo=OSLO).astimezone(UTC), "Europe/Oslo")


@pytest.fixture(autouse=True)
def british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


def at(day: int, hour: int, minute: int = 0, month: int = 5) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=OSLO).astimezone(UTC)


@pytest.mark.parametrize(
    ("instant", "said"),
    [
        (at(12, 9, 40), "in 1 min"),
        (at(12, 10, 5), "in 25 min"),
        (at(12, 15), "in 5 h"),
        (at(12, 21, 30), "in 11 h"),
        (at(12, 22), "this evening"),
        (at(12, 23, 59), "by midnight"),
        (at(13, 16, 20), "tomorrow"),
        (at(18, 9), "Mon 18 May"),
        (at(12, 9), "since 09:00"),
        (at(11, 23), "since yesterday"),
        (at(8, 12), "since Friday"),
        (at(25, 12, month=4), "since 25 April"),
    ],
)
def test_a_deadline_is_told_as_people_tell_it(instant: datetime, said: str) -> None:
    assert words.due(instant, NOW) == said


def test_business_hours_are_told_by_the_clock() -> None:
    assert words.due(at(12, 17), NOW, Clock.ROLL) == "by 17:00"


@pytest.mark.parametrize(
    ("instant", "said"),
    [
        (at(12, 14), "at 14:00"),
        (at(12, 19), "this evening"),
        (at(13, 8), "tomorrow"),
        (at(18, 9), "Mon 18 May"),
    ],
)
def test_what_comes_later_is_told_by_its_moment(instant: datetime, said: str) -> None:
    assert words.when(instant, NOW) == said


@pytest.mark.parametrize(
    ("instant", "said"),
    [
        (at(12, 15), "in 5 h"),
        (at(13, 23), "tomorrow"),
        (at(18, 9), "in 6 days"),
        (at(26, 9), "in 2 weeks"),
        (at(12, 9), "now"),
    ],
)
def test_a_distance_is_told_in_the_largest_fitting_unit(instant: datetime, said: str) -> None:
    assert words.distance(instant, NOW) == said


def test_a_moment_in_full_names_the_other_clock_only_where_it_differs() -> None:
    alone = words.exact(at(12, 15), "Europe/Oslo", "Europe/Berlin")
    assert alone == "Tuesday 12 May 2026, 15:00 (Oslo)"
    both = words.exact(at(12, 15), "Europe/Oslo", "America/New_York")
    assert both == "Tuesday 12 May 2026, 15:00 (Oslo); 09:00 in New York"


def test_days_without_a_time_keep_their_day_in_every_zone() -> None:
    assert words.moment_day(date(2026, 5, 15), NOW) == "Friday"
    assert words.moment_day(date(2026, 6, 1), NOW) == "1 June"
    assert words.day(date(2026, 5, 13), NOW) == "tomorrow"


def test_americans_read_their_own_order_and_clock() -> None:
    QLocale.setDefault(QLocale("en_US"))
    assert words.weekday_date(date(2026, 5, 18), NOW) == "Mon, May 18"
    assert words.clock_time(at(12, 17), "Europe/Oslo").replace("\u202f", " ") == "5:00 PM"


def test_the_words_are_english_whatever_the_system_speaks() -> None:
    assert words.interface_locale().language() == QLocale.Language.English


def test_lists_and_counts_read_as_sentences() -> None:
    assert words.listed(["a", "b", "c"]) == "a, b and c"
    assert words.listed([]) == ""
    assert words.things(1) == "One thing"
    assert words.things(20) == "20 things"
    assert words.round_name(2) == "Second round"
    assert words.round_name(12) == "Round 12"


@given(st.timedeltas(min_value=timedelta(days=-400), max_value=timedelta(days=400)))
def test_every_moment_has_words_and_none_shouts(ahead: timedelta) -> None:
    for said in (
        words.due(NOW.instant + ahead, NOW),
        words.when(NOW.instant + ahead, NOW),
        words.distance(NOW.instant + ahead, NOW),
    ):
        assert said
        assert "!" not in said


@given(st.timedeltas(min_value=timedelta(hours=1), max_value=timedelta(hours=11, minutes=59)))
def test_hours_never_promise_more_than_there_is(ahead: timedelta) -> None:
    said = words.due(NOW.instant + ahead, NOW)
    if said.endswith(" h"):
        assert timedelta(hours=int(said.split()[1])) <= ahead


@pytest.mark.parametrize(
    ("theirs", "said"),
    [
        ("Europe/Berlin", "tomorrow, 08:00"),
        ("", "tomorrow, 08:00"),
        ("Etc/UTC", "tomorrow, 08:00 your time, 06:00 UTC"),
        ("Europe/London", "tomorrow, 08:00 your time, 07:00 in London"),
        ("America/Los_Angeles", "tomorrow, 08:00 your time, Tue 23:00 in Los Angeles"),
    ],
)
def test_their_clock_is_named_where_it_shows_another_time(theirs: str, said: str) -> None:
    assert words.exact_short(at(13, 8), NOW, theirs) == said


def test_world_time_has_a_kind_name() -> None:
    assert words.place_of("Etc/UTC") == "UTC"
    assert words.zone_name("Etc/UTC") == "UTC, world time"
    assert words.zone_name("America/New_York") == "New York"
