"""The half minute that a machine gives: counted by the clock, and said aloud."""

import pytest
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.widgets import countdown
from gui.widgets.countdown import Countdown

SECONDS = 30


class Clock:
    """A monotonic clock that the test winds."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def counting(qtbot: QtBot, theme: Theme, clock: Clock) -> Countdown:
    counting = Countdown(theme, SECONDS, clock)
    qtbot.addWidget(counting)
    return counting


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    words: list[str] = []
    monkeypatch.setattr(countdown, "announce", lambda _widget, told: words.append(told))
    return words


def test_it_counts_by_the_clock_however_seldom_it_looks(counting: Countdown, clock: Clock) -> None:
    counting.button.click()
    clock.seconds += 12.4
    counting.look()

    assert counting.number.text() == "18 seconds left"
    assert counting.left == 18


def test_it_can_be_stopped_and_starts_with_all_seconds(counting: Countdown, clock: Clock) -> None:
    counting.button.click()
    clock.seconds += 20
    counting.button.click()
    assert not counting.runs
    assert counting.number.text() == "30 seconds left"

    counting.button.click()

    assert counting.left == SECONDS


def test_it_ends_once(counting: Countdown, clock: Clock, qtbot: QtBot) -> None:
    counting.button.click()
    clock.seconds += 31
    with qtbot.waitSignal(counting.ended):
        counting.look()

    assert not counting.runs
    assert counting.number.text() == "0 seconds left"
    assert counting.button.text() == "Start again"


def test_the_last_second_is_one_second(counting: Countdown, clock: Clock) -> None:
    counting.button.click()
    clock.seconds += 29.5
    counting.look()

    assert counting.number.text() == "1 second left"


def test_a_screen_reader_hears_the_start_the_last_seconds_and_the_end(
    counting: Countdown, clock: Clock, heard: list[str]
) -> None:
    counting.button.click()
    for passed in (20.2, 20.4, 25.5, 30.0):
        clock.seconds = 1000 + passed
        counting.look()

    assert heard == [
        "30 seconds from now.",
        "10 seconds left.",
        "5 seconds left.",
        "The time is over.",
    ]
