"""Errands are run one after another, beside the window, and answered in its own thread."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from core.refusal import Refusal
from gui.errands import Errands

PATIENCE_SECONDS = 20.0


class Listener(QObject):
    """Hears the answers, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[int] = set()

    def hear(self, value: object) -> None:
        self.heard.append(value)
        self.threads.add(threading.get_ident())


@pytest.fixture
def listener(qtbot: QtBot) -> Listener:
    return Listener()


def test_they_run_in_order_beside_the_window(listener: Listener, qtbot: QtBot) -> None:
    errands = Errands(listener)
    for number in range(3):
        work = partial(max, number, 0)
        errands.run(work, then=listener.hear, otherwise=listener.hear)
    errands.run(threading.get_ident, then=listener.hear, otherwise=listener.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 4)

    assert listener.heard[:3] == [0, 1, 2]
    assert listener.heard[3] != threading.get_ident()
    assert listener.threads == {threading.get_ident()}


def test_one_that_breaks_is_told_and_the_next_one_runs(listener: Listener, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise Refusal("The keyring is locked.")

    errands, other = Errands(listener), Listener()
    errands.run(refuse, then=other.hear, otherwise=listener.hear)
    errands.run(partial(int, "no number"), then=other.hear, otherwise=listener.hear)
    errands.run(partial(max, 1, 2), then=listener.hear, otherwise=other.hear)
    qtbot.waitUntil(lambda: len(listener.heard) == 3)

    assert [type(each) for each in listener.heard] == [Refusal, ValueError, int]
    assert other.heard == []


def test_a_window_that_has_gone_is_told_nothing(listener: Listener) -> None:
    begun, may_end, over = threading.Event(), threading.Event(), threading.Event()

    def wait() -> None:
        begun.set()
        may_end.wait(PATIENCE_SECONDS)

    errands = Errands(listener)
    errands.run(wait, then=listener.hear, otherwise=listener.hear)
    errands.run(over.set, then=listener.hear, otherwise=listener.hear)
    assert begun.wait(PATIENCE_SECONDS)
    delete(errands)
    may_end.set()

    assert over.wait(PATIENCE_SECONDS)
    assert listener.heard == []
