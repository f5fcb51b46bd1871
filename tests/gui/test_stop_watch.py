"""The stop-watch: by the monotonic clock, with words for each stretch."""

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.widgets.stop_watch import StopWatch, minutes

RESOURCES = Path(__file__).parents[2] / "resources"


class Clock:
    """Stands until it is moved on."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(theme: Theme, clock: Clock, qtbot: QtBot) -> StopWatch:
    watch = StopWatch(theme, clock)
    qtbot.addWidget(watch)
    watch.show()
    return watch


def after(watch: StopWatch, clock: Clock, seconds: float) -> str:
    clock.seconds += seconds
    watch.look()
    return watch.words.text()


def test_it_counts_and_says_when_it_is_a_good_length(watch: StopWatch, clock: Clock) -> None:
    assert watch.words.text() == "Tell it aloud. One to two minutes is a good length."
    watch.button.click()
    assert watch.button.text() == "Stop"
    assert after(watch, clock, 59.9) == "Go on, there is room."
    assert after(watch, clock, 0.2) == "A good length."
    assert watch.number.text() == "1:00"
    assert after(watch, clock, 60) == "A good length."
    assert after(watch, clock, 1).startswith("Over two minutes")
    assert watch.keep.isHidden()


def test_it_stands_when_it_is_stopped_and_what_it_shows_can_be_kept(
    watch: StopWatch, clock: Clock
) -> None:
    kept = QSignalSpy(watch.kept)
    watch.button.click()
    after(watch, clock, 83.7)
    watch.button.click()
    after(watch, clock, 500)
    assert watch.number.text() == "1:23"
    assert watch.button.text() == "Start again"
    watch.keep.click()
    assert kept.at(0) == [83]


def test_under_a_minute_it_asks_for_the_result(watch: StopWatch, clock: Clock) -> None:
    watch.button.click()
    after(watch, clock, 30)
    watch.button.click()
    assert watch.words.text() == "Under a minute: is the result in it?"


def test_starting_again_begins_with_nothing(watch: StopWatch, clock: Clock) -> None:
    watch.button.click()
    after(watch, clock, 30)
    watch.button.click()
    watch.button.click()
    assert (watch.seconds, watch.runs) == (0, True)
    watch.reset()
    assert (watch.seconds, watch.runs, watch.button.text()) == (0, False, "Start")


def test_a_clock_that_goes_back_shows_nothing_below_nothing(watch: StopWatch, clock: Clock) -> None:
    watch.button.click()
    after(watch, clock, -50)
    assert watch.number.text() == "0:00"


def test_minutes_read_as_on_a_watch() -> None:
    assert [minutes(seconds) for seconds in (0, 9, 60, 119, 600)] == [
        *("0:00", "0:09", "1:00", "1:59", "10:00")
    ]


def test_every_stretch_can_be_painted(watch: StopWatch, clock: Clock) -> None:
    watch.button.click()
    for seconds in (0, 30, 60, 60, 400):
        after(watch, clock, seconds)
        assert not watch.grab().isNull()
