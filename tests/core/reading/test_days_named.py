"""Which day a sentence names, told on Friday, 27 March 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.days_named import day_named

FRIDAY = date(2026, 3, 27)


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("We will decide by 14 April.", "2026-04-14"),
        ("We will decide by April 14th, 2026.", "2026-04-14"),
        ("a decision on the 14th of April", "2026-04-14"),
        ("by 2026-04-14 at the latest", "2026-04-14"),
        ("between 14 and 18 April", "2026-04-18"),
        ("by 18/04", "2026-04-18"),
        ("by 4/18/2026", "2026-04-18"),
        ("by 5/5", "2026-05-05"),
        ("by Tuesday", "2026-03-31"),
        ("by Friday", "2026-04-03"),
        ("next Tuesday", "2026-03-31"),
        ("by the end of next week", "2026-04-03"),
        ("next week", "2026-04-03"),
        ("by the end of the month", "2026-03-31"),
        ("within two weeks", "2026-04-10"),
        ("tomorrow", "2026-03-28"),
        ("by 3 January", "2027-01-03"),
        ("bis zum 14. April", "2026-04-14"),
        ("bis 14.04.2026", "2026-04-14"),
        ("bis zum 14.4.", "2026-04-14"),
        ("bis Ende nächster Woche", "2026-04-03"),
        ("bis Mittwoch", "2026-04-01"),
        ("in zwei Wochen", "2026-04-10"),
        ("d'ici le 14 avril", "2026-04-14"),
        ("d'ici vendredi prochain", "2026-04-03"),
        ("la semaine prochaine", "2026-04-03"),
        ("antes del 14 de abril de 2026", "2026-04-14"),
        ("el miércoles", "2026-04-01"),
        ("la próxima semana", "2026-04-03"),
    ],
)
def test_a_day_is_read(sentence: str, day: str) -> None:
    assert day_named(sentence, FRIDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "sentence",
    [
        *("", "We met on 20 March.", "by 04/05/2026", "31 April", "99.99.", "we may decide soon"),
        *("version 3.4.5", "room 12", "on 1 January 2020", "0/0", "10/20/30/40"),
    ],
)
def test_what_names_no_day_ahead_is_left(sentence: str) -> None:
    assert day_named(sentence, FRIDAY) is None


def test_next_friday_said_on_monday_is_not_this_one() -> None:
    assert day_named("next Friday", date(2026, 3, 23)) == date(2026, 4, 3)
    assert day_named("on Friday", date(2026, 3, 23)) == date(2026, 3, 27)


@given(st.text(max_size=200), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_any_text_is_read(text: str, told: date) -> None:
    day = day_named(text, told)
    assert day is None or day >= told
