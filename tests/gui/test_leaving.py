"""Closing the window: into the tray, or a question where there is none."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.paths import Paths
from core.settings import Preferences
from gui.desk import Desk
from gui.dialogs.leave import LeaveQuestion
from gui.garbage import Garbage
from gui.glances import preferences
from gui.leaving import Leaving
from gui.main_window import MainWindow
from gui.presence import Presence
from gui.theme import Theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(autouse=True)
def garbage() -> Iterator[Garbage]:
    """As in the application, where the Desk's thread frees nothing of Qt's."""
    yield Garbage()
    gc.enable()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    opened = Desk(Paths.under(tmp_path))
    with qtbot.waitSignal(opened.ready):
        opened.start()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, RESOURCES)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    shown = MainWindow(theme)
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def leaving(window: MainWindow, desk: Desk) -> Leaving:
    """There is no tray in these tests: `desktop` has those with one."""
    presence = Presence(desk, RESOURCES / "icons" / "afterword.svg", desk)
    return Leaving(window, presence, desk, desk)


def question(window: MainWindow) -> LeaveQuestion:
    found = window.findChild(LeaveQuestion)
    assert isinstance(found, LeaveQuestion)
    return found


def test_without_a_tray_closing_asks_once(window: MainWindow, leaving: Leaving) -> None:
    window.close()
    asked = question(window)
    asked.main.click()
    assert window.isMinimized()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    window.showNormal()
    window.close()
    assert window.findChild(LeaveQuestion) is None
    assert window.isMinimized()


def test_quit_is_one_click_away(qtbot: QtBot, window: MainWindow, leaving: Leaving) -> None:
    window.close()
    with qtbot.waitSignal(leaving.quit_wanted):
        question(window).quit_button.click()


def test_escape_changes_nothing(qtbot: QtBot, window: MainWindow, leaving: Leaving) -> None:
    window.close()
    with qtbot.assertNotEmitted(leaving.quit_wanted):
        question(window).reject()
    assert window.isVisible()
    assert not window.isMinimized()


def test_the_question_is_freed_when_it_closes(window: MainWindow, leaving: Leaving) -> None:
    window.close()
    asked = question(window)
    asked.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(asked)


def test_a_missing_tray_is_told_once(
    qtbot: QtBot, window: MainWindow, leaving: Leaving, desk: Desk
) -> None:
    with qtbot.waitSignal(desk.changed):
        leaving._presence.tray_missing.emit()
    assert "no tray" in window.toast.words
    window.toast.say("")
    heard = Heard()
    leaving._presence.tray_missing.emit()
    desk.glance(preferences, then=heard.hear)
    qtbot.waitUntil(lambda: bool(heard.told))
    assert heard.told[0].tray_hint_shown
    assert window.toast.words == ""


class Heard:
    """Keeps what the Desk answers."""

    def __init__(self) -> None:
        self.told: list[Preferences] = []

    def hear(self, preferences: Preferences) -> None:
        self.told.append(preferences)
