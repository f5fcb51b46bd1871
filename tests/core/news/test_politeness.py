"""How often a feed is asked."""

from datetime import UTC, datetime, timedelta

import pytest

from core.news.politeness import LONGEST, USUAL, next_ask, usual_pause, wait_of
from core.news.values import Answer, Heard

NOW = datetime(2026, 5, 12, 7, 40, tzinfo=UTC)
URL = "https://acme.example/feed"


def after(heard: Heard, wait: str = "", silent: timedelta | None = None) -> timedelta:
    last = None if silent is None else NOW - silent
    found = next_ask(Answer(heard=heard, url=URL, retry_after=wait), last, NOW)
    assert found is not None
    return found - NOW


@pytest.mark.parametrize("heard", [Heard.ANSWERED, Heard.UNCHANGED, Heard.LATER])
def test_a_feed_is_asked_every_few_hours(heard: Heard) -> None:
    assert after(heard) == usual_pause(URL) >= USUAL
    assert after(heard) < USUAL + timedelta(hours=1)


def test_feeds_do_not_ask_in_step() -> None:
    pauses = {usual_pause(f"https://a.example/{number}") for number in range(50)}
    assert len(pauses) > 20


def test_the_server_is_left_alone_as_long_as_it_asks_but_not_for_ever() -> None:
    assert after(Heard.LATER, "60") == usual_pause(URL)
    assert after(Heard.LATER, "108000") == timedelta(hours=30)
    assert after(Heard.LATER, "Fri, 01 Jan 2100 00:00:00 GMT") == LONGEST


def test_what_is_gone_is_asked_no_more() -> None:
    assert next_ask(Answer(heard=Heard.GONE, url=URL), NOW, NOW) is None


def test_offline_is_soon_tried_again() -> None:
    assert after(Heard.OFFLINE) == timedelta(minutes=30)


def test_the_longer_nothing_good_comes_the_seldomer_it_is_asked() -> None:
    pauses = [
        after(Heard.TROUBLE, silent=timedelta(hours=5)),
        after(Heard.TROUBLE, silent=timedelta(days=3)),
        after(Heard.TROUBLE, silent=timedelta(days=31)),
    ]
    assert pauses == [usual_pause(URL), timedelta(days=1), LONGEST]
    assert after(Heard.TROUBLE, silent=None) == timedelta(days=1)


@pytest.mark.parametrize(
    ("said", "wait"),
    [
        ("120", timedelta(minutes=2)),
        (" 99999999999999999999 ", LONGEST),
        ("Tue, 12 May 2026 08:40:00 GMT", timedelta(hours=1)),
        ("Tue, 12 May 2026 06:40:00 GMT", timedelta(0)),
        ("Fri, 31 Dec 9999 23:59:59 -2359", LONGEST),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("١٢", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(said: str, wait: timedelta | None) -> None:
    assert wait_of(said, NOW) == wait
