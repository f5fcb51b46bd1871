"""The whole window over a real database: from the first picture to the end."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.paths import Paths
from core.use_cases import interviews
from core.use_cases.interviews import InterviewDetails
from gui.app import Afterword, Options
from gui.dialogs.find import FindDialog
from gui.dialogs.interview import InterviewDialog
from gui.places import APPLICATION, APPLICATIONS, FIRST_RUN, SETTINGS, TODAY
from gui.single_instance import SingleInstance
from gui.widgets.sidebar import NavItem
from gui.widgets.toast import ToastButton
from tests.gui.starting import PATIENCE_MS, RESOURCES, Started, started


def store_interview(paths: Paths) -> int:
    """An interview that ended an hour ago; gives its application."""
    now = Now(datetime.now(UTC), "UTC")
    end = now.instant.replace(tzinfo=None) - timedelta(hours=1)
    details = InterviewDetails(
        company="Halvorsen Maritime", start=end - timedelta(hours=1), end=end, zone="UTC"
    )
    database = Database.open(paths, load_playbook(None))
    with database.session() as session:
        stored = interviews.add(session, details, now)
    database.close()
    return stored.application_id


@pytest.fixture(autouse=True)
def no_desktop_around(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notices and tray have tests of their own, in a real desktop."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "none:")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Started]:
    with started(qapp, qtbot, tmp_path / "run") as made:
        yield made


def test_the_first_picture_stands_before_anything_heavy_is_loaded(
    start: Started, paths: Paths, qapp: QApplication
) -> None:
    store_interview(paths)
    afterword = start(paths)
    assert afterword.window.current_key == TODAY.key
    assert afterword.today.steps.chosen is not None


def test_a_new_user_is_met_by_the_page_that_starts_it_all(
    start: Started, paths: Paths, qtbot: QtBot
) -> None:
    afterword = start(paths)
    assert afterword.window.current_key == FIRST_RUN
    assert afterword.window.sidebar.isHidden()
    store_interview(paths)
    afterword.read_agenda()
    assert afterword.window.current_key == TODAY.key
    assert not afterword.window.sidebar.isHidden()
    assert afterword.window.focusWidget() is afterword.today.steps


def test_every_page_can_be_reached_and_shown(start: Started, paths: Paths, qtbot: QtBot) -> None:
    application = store_interview(paths)
    afterword = start(paths)
    for key in (APPLICATIONS.key, SETTINGS.key, TODAY.key):
        afterword.window.sidebar.chosen.emit(key)
        assert afterword.window.current_key == key
    afterword.wired().open_application(application)
    assert afterword.window.current_key == APPLICATION


def test_what_is_done_offers_undo_and_undo_brings_it_back(
    start: Started, paths: Paths, qtbot: QtBot
) -> None:
    store_interview(paths)
    afterword = start(paths)
    step = afterword.today.steps.chosen
    assert step is not None
    with qtbot.waitSignal(afterword.desk.changed):
        afterword.today.finish(step)
    assert afterword.window.toast.words == f"Done: {step.title}."
    with qtbot.waitSignal(afterword.desk.undone):
        afterword.window.toast.answered.emit("undo")
    assert afterword.window.toast.words == f"Undone: “Done: {step.title}”."


def test_dialogs_open_over_the_window(start: Started, paths: Paths, qtbot: QtBot) -> None:
    store_interview(paths)
    afterword = start(paths)
    flows = afterword.wired().flows
    flows.add_interview()
    form = afterword.window.findChild(InterviewDialog)
    assert form is not None
    form.close()
    flows.find()
    find = afterword.window.findChild(FindDialog)
    assert find is not None
    find.field.setText("halv")
    qtbot.waitUntil(lambda: find.results.model().rowCount() > 0, timeout=PATIENCE_MS)
    with qtbot.waitSignal(flows.open_application):
        QTest.keyClick(find.field, Qt.Key.Key_Return)


def test_a_dropped_file_is_taken_in(start: Started, paths: Paths, qtbot: QtBot) -> None:
    store_interview(paths)
    afterword = start(paths)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(paths.data / "nothing.ics"))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    afterword.wired()
    with qtbot.waitSignal(afterword.window.files_dropped) as dropped:
        afterword.window.dropEvent(drop)
    assert dropped.args[0] == [paths.data / "nothing.ics"]
    toast = afterword.window.toast
    qtbot.waitUntil(lambda: "nothing.ics" in toast.words, timeout=PATIENCE_MS)


def test_what_cannot_be_read_is_added_by_hand(
    start: Started, paths: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    afterword = start(paths)
    file = tmp_path / "broken.ics"
    file.write_text("no calendar", encoding="utf-8")
    afterword.wired().take_files([file])
    toast = afterword.window.toast
    qtbot.waitUntil(lambda: "broken.ics" in toast.words, timeout=PATIENCE_MS)
    button = next(b for b in toast.findChildren(ToastButton) if b.text() == "Add by hand")

    button.click()

    dialogs = afterword.window.findChildren(InterviewDialog)
    assert [dialog.isVisible() for dialog in dialogs] == [True]
    dialogs[0].reject()


def test_a_page_that_is_chosen_gets_the_keyboard(
    start: Started, paths: Paths, qtbot: QtBot
) -> None:
    store_interview(paths)
    afterword = start(paths)
    window, steps = afterword.window, afterword.today.steps
    window.show_page(SETTINGS.key)
    window.page(SETTINGS.key).setFocus()

    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is steps

    window.show_page(SETTINGS.key)
    today = next(b for b in window.sidebar.findChildren(NavItem) if b.text() == "Today")
    QTest.mouseClick(today, Qt.MouseButton.LeftButton)
    assert window.focusWidget() is steps


def test_started_at_login_it_stays_hidden(start: Started, paths: Paths) -> None:
    store_interview(paths)
    afterword = start(paths, hidden=True)
    assert not afterword.window.isVisible()


def test_a_file_of_a_newer_version_is_shown_as_a_sentence(
    qapp: QApplication, qtbot: QtBot, paths: Paths, tmp_path: Path
) -> None:
    store_interview(paths)
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.execute("PRAGMA user_version = 999")
    instance = SingleInstance(paths.socket_name, tmp_path / "run")
    instance.claim()
    afterword = Afterword(qapp, Options(paths=paths), instance, RESOURCES)
    with qtbot.waitSignal(afterword.desk.refused, timeout=PATIENCE_MS):
        afterword.start()
    assert afterword.window.current_key == "refused"
    afterword.quit()
    afterword.window.deleteLater()
    qapp.setQuitOnLastWindowClosed(False)


def test_the_sidebar_becomes_a_rail_in_a_narrow_window(start: Started, paths: Paths) -> None:
    store_interview(paths)
    window = start(paths).window
    window.resize(1200, 700)
    wide = window.sidebar.width()
    window.resize(760, 700)
    assert window.sidebar.width() < wide / 2
