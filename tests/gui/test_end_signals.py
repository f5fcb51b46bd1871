"""The process is asked to end: once, and without a word from what is closed by then."""

import signal
from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.end_signals import ENDING, EndSignals


@pytest.fixture
def signals(qapp: QApplication) -> Iterator[EndSignals]:
    before = {one: signal.getsignal(one) for one in ENDING}
    asked = EndSignals()
    yield asked
    asked.close()
    for one, handler in before.items():
        signal.signal(one, handler)


def test_a_signal_asks_for_the_end(signals: EndSignals, qtbot: QtBot) -> None:
    with qtbot.waitSignal(signals.asked):
        signal.raise_signal(signal.SIGTERM)


def test_what_comes_after_the_end_is_left_alone(signals: EndSignals) -> None:
    asked = QSignalSpy(signals.asked)
    signal.raise_signal(signal.SIGTERM)
    signals.close()
    signals.close()
    signals._notifier.activated.emit(0)
    signal.raise_signal(signal.SIGTERM)
    assert asked.count() == 0
    assert signal.set_wakeup_fd(-1) == -1
