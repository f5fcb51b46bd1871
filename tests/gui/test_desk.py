"""The Desk: work is done elsewhere, answers come back here, and nothing is kept alive for them."""

import gc
import sqlite3
import weakref
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from core.clock import Now
from core.database import WorkSession
from core.exchange.backup import Backup
from core.paths import Paths
from core.refusal import DetailsError
from core.use_cases import applications
from core.use_cases.applications import ApplicationDetails
from gui import backups
from gui.desk import Changed, Desk

ACME = ApplicationDetails(company="Acme", role="Planner")


class Asker(QObject):
    """A page, as far as the Desk sees it."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[Exception] = []

    def take(self, answer: object) -> None:
        self.answers.append(answer)

    def regret(self, error: Exception) -> None:
        self.errors.append(error)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(Paths.under(tmp_path / "data"), "Europe/Oslo")
    with qtbot.waitSignal(desk.ready, timeout=20_000):
        desk.start()
    yield desk
    desk.close()


def add(session: WorkSession, now: Now) -> int:
    return applications.add(session, ACME, now)


def count(session: WorkSession, now: Now) -> int:
    return len(applications.overview(session, now))


def refuse(session: WorkSession, now: Now) -> None:
    applications.add(session, ACME, now)
    raise DetailsError("The company is missing. Nothing was stored.", "company")


def break_down(session: WorkSession, now: Now) -> None:
    raise ZeroDivisionError


def where(session: WorkSession, now: Now) -> QThread:
    return QThread.currentThread()


def test_what_is_written_can_be_read_and_is_told_once(desk: Desk, qtbot: QtBot) -> None:
    asker = Asker()
    with qtbot.waitSignal(desk.changed) as told:
        desk.write(add, then=asker.take)
    changed: Changed = told.args[0]
    assert changed.label == "Added: Acme, Planner"
    assert changed.change_id is not None
    assert not changed.outside
    desk.read(count, then=asker.take)
    qtbot.waitUntil(lambda: len(asker.answers) == 2)
    assert asker.answers[1] == 1


def test_use_cases_run_in_a_thread_of_their_own(desk: Desk, qtbot: QtBot) -> None:
    asker = Asker()
    desk.read(where, then=asker.take)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers[0] is not QThread.currentThread()


def test_undo_takes_everything_back(desk: Desk, qtbot: QtBot) -> None:
    asker = Asker()
    with qtbot.waitSignal(desk.changed):
        desk.write(add)
    with qtbot.waitSignal(desk.undone) as done:
        desk.undo_last()
    assert done.args == ["Added: Acme, Planner"]
    with qtbot.waitSignal(desk.undone) as again:
        desk.undo_last()
    assert again.args == [""]
    desk.read(count, then=asker.take)
    qtbot.waitUntil(lambda: asker.answers == [0])


def test_a_refusal_is_told_in_its_own_words_and_stores_nothing(desk: Desk, qtbot: QtBot) -> None:
    asker = Asker()
    with qtbot.waitSignal(desk.failed) as failed:
        desk.write(refuse)
    assert failed.args == ["The company is missing. Nothing was stored."]
    desk.write(refuse, otherwise=asker.regret)
    qtbot.waitUntil(lambda: len(asker.errors) == 1)
    desk.read(count, then=asker.take)
    qtbot.waitUntil(lambda: asker.answers == [0])


def test_a_fault_of_ours_is_told_calmly_and_logged(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(desk.failed) as failed:
        desk.write(break_down)
    assert "Nothing was changed" in failed.args[0]
    assert "ZeroDivisionError" in caplog.text


def test_a_page_that_waits_for_an_answer_can_still_be_freed(desk: Desk, qtbot: QtBot) -> None:
    asker = Asker()
    gone = weakref.ref(asker)
    desk.read(count, then=asker.take)
    del asker
    gc.collect()
    assert gone() is None
    late = Asker()
    desk.read(count, then=late.take)
    qtbot.waitUntil(lambda: late.answers == [0])


def test_what_another_process_writes_is_noticed(desk: Desk, qtbot: QtBot) -> None:
    assert desk.agenda() is not None
    assert not desk.look_outside()
    with closing(sqlite3.connect(desk.paths.database)) as other:
        other.execute("INSERT INTO setting (name, value) VALUES ('theme', 'dark')")
        other.commit()
    with qtbot.waitSignal(desk.changed) as told:
        assert desk.look_outside()
    assert told.args[0].outside
    assert not desk.look_outside()


def test_what_the_window_wrote_itself_is_no_news(desk: Desk, qtbot: QtBot) -> None:
    assert desk.agenda() is not None
    with qtbot.waitSignal(desk.changed):
        desk.write(add)
    assert not desk.look_outside()


def test_before_there_is_a_database_there_is_no_agenda(tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(Paths.under(tmp_path / "nothing"))
    assert desk.agenda() is None
    assert desk.now().zone
    desk.close()


def test_a_file_of_another_program_is_refused_with_a_sentence(tmp_path: Path, qtbot: QtBot) -> None:
    paths = Paths.under(tmp_path)
    with closing(sqlite3.connect(paths.database)) as other:
        other.execute("CREATE TABLE theirs (id INTEGER)")
        other.commit()
    desk = Desk(paths)
    with qtbot.waitSignal(desk.refused, timeout=20_000) as refused:
        desk.start()
    assert "belongs to another program" in refused.args[0]
    desk.close()


def test_a_copy_put_back_is_what_is_read_and_written_from_then_on(desk: Desk, qtbot: QtBot) -> None:
    asker = Asker()
    desk.write(add)
    desk.read(backups.make_backup, desk.paths, then=asker.take)
    qtbot.waitUntil(lambda: len(asker.answers) == 1)
    assert desk.agenda() is not None
    desk.paths.database.write_bytes(b"no database at all" * 1000)

    with qtbot.waitSignal(desk.changed):
        desk.replace(backups.put_back, desk.paths, asker.answers[0])
    desk.read(count, then=asker.take)
    desk.write(add)
    desk.read(count, then=asker.take)
    qtbot.waitUntil(lambda: asker.answers[1:] == [1, 2])
    assert desk.agenda() is not None


def test_a_copy_that_cannot_be_put_back_is_told(desk: Desk, qtbot: QtBot) -> None:
    gone = Backup(
        file=desk.paths.backups / "gone.sqlite3",
        at=desk.now().instant,
        size=0,
        applications=1,
        routine=True,
    )
    with qtbot.waitSignal(desk.failed) as told:
        desk.replace(backups.put_back, desk.paths, gone)
    assert "Nothing was changed" in told.args[0]
