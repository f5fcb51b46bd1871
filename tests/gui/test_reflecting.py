"""The ways to the page on which one thinks back, and back from it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.agenda import AgendaStep
from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.paths import Paths
from core.playbook.kinds import ReflectionPath
from core.use_cases import interviews, steps
from core.use_cases.interviews import InterviewDetails
from core.use_cases.people import NamedPerson
from gui.app import Afterword
from gui.models.timeline import TimelineRole, TimelineRow
from gui.places import APPLICATION, REFLECT, TODAY
from tests.gui.starting import PATIENCE_MS, Started, started

COMPANY = "Halvorsen Maritime"


@pytest.fixture(autouse=True)
def no_desktop_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "none:")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Started]:
    with started(qapp, qtbot, tmp_path / "run") as made:
        yield made


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def interview(paths: Paths) -> int:
    """An interview that ended thirty hours ago; gives its application."""
    now = Now(datetime.now(UTC), "UTC")
    end = now.instant.replace(tzinfo=None) - timedelta(hours=30)
    details = InterviewDetails(
        company=COMPANY,
        people=(NamedPerson(name="Ingrid Holm"),),
        start=end - timedelta(hours=1),
        end=end,
        zone="UTC",
    )
    database = Database.open(paths, load_playbook(None))
    with database.session() as session:
        stored = interviews.add(session, details, now)
        steps.claim_due(session, now)
    database.close()
    return stored.application_id


def step_of(afterword: Afterword, rule: str) -> AgendaStep:
    agenda = afterword.desk.agenda()
    assert agenda is not None
    shown = (*agenda.overdue, *agenda.due_now, *agenda.later_today)
    return next(step for step in shown if step.rule == rule)


def shows(qtbot: QtBot, afterword: Afterword, path: ReflectionPath) -> None:
    """Waits until a question of that path is shown."""
    page = afterword.places.reflect()
    qtbot.waitUntil(lambda: bool(page.card.views), timeout=PATIENCE_MS)
    assert afterword.window.current_key == REFLECT
    assert page.sitting.path is path
    assert page.header.sentence.text().startswith(COMPANY)


@pytest.mark.parametrize(
    ("rule", "path"), [("C2", ReflectionPath.SHORT), ("N2", ReflectionPath.FULL)]
)
def test_the_step_that_asks_for_it_opens_its_own_length(
    start: Started, paths: Paths, interview: int, qtbot: QtBot, rule: str, path: ReflectionPath
) -> None:
    afterword = start(paths)
    step = step_of(afterword, rule)
    afterword.wired()
    afterword.today.acted.emit(step)
    shows(qtbot, afterword, path)
    afterword.places.reflect().leave()
    assert afterword.window.current_key == TODAY.key


def test_what_is_pressed_on_a_notification_begins_at_once(
    start: Started, paths: Paths, interview: int, qtbot: QtBot
) -> None:
    afterword = start(paths)
    presence = afterword.wired().presence
    presence.open_requested.emit(step_of(afterword, "C2").id)
    shows(qtbot, afterword, ReflectionPath.SHORT)


def test_other_steps_on_a_notification_stay_in_today(
    start: Started, paths: Paths, interview: int
) -> None:
    afterword = start(paths)
    other = step_of(afterword, "T1")
    afterword.wired().presence.open_requested.emit(other.id)
    assert afterword.window.current_key == TODAY.key


def test_an_interview_in_the_time_line_leads_there_and_back(
    start: Started, paths: Paths, interview: int, qtbot: QtBot
) -> None:
    afterword = start(paths)
    afterword.wired().open_application(interview)
    timeline = afterword.places.application().timeline
    model = timeline.model()

    def round_row() -> QModelIndex | None:
        indexes = (model.index(number, 0) for number in range(model.rowCount()))
        return next((one for one in indexes if _is_round(one)), None)

    qtbot.waitUntil(lambda: round_row() is not None, timeout=PATIENCE_MS)
    found = round_row()
    assert found is not None
    timeline.setCurrentIndex(found)
    QTest.keyClick(timeline, Qt.Key.Key_Return)
    shows(qtbot, afterword, ReflectionPath.SHORT)
    afterword.places.reflect().leave()
    assert afterword.window.current_key == APPLICATION


def _is_round(index: QModelIndex) -> bool:
    row = index.data(TimelineRole.ROW)
    return isinstance(row, TimelineRow) and row.entry is not None and row.entry.kind == "interview"
