"""The ways to the page of preparation: from a step, a coming round, the week's targets, a search."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.paths import Paths
from core.playbook.values import Withdrawal
from core.use_cases import events, interviews, own_questions
from core.use_cases.handing_over import HandOver
from core.use_cases.interviews import InterviewDetails
from core.use_cases.search import Found, Kind
from gui.app import Afterword
from gui.desk import Desk
from gui.hand_over import HandOvers
from gui.pages.prepare import LIST, WEEK
from gui.places import APPLICATION, PREPARE
from tests.gui.starting import PATIENCE_MS, Started, started


@pytest.fixture(autouse=True)
def no_desktop_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "none:")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Started]:
    with started(qapp, qtbot, tmp_path / "run") as made:
        yield made


@dataclass
class Rounds:
    """Two applications: one with a round ahead, and one that was withdrawn."""

    application: int
    interview: int
    ended: int


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def rounds(paths: Paths) -> Rounds:
    now = Now(datetime.now(UTC), "UTC")
    start = now.instant.replace(tzinfo=None) + timedelta(days=8)
    database = Database.open(paths, load_playbook(None))
    with database.session() as session:
        first, second = (
            interviews.add(
                session,
                InterviewDetails(
                    company=company, start=start, end=start + timedelta(hours=1), zone="UTC"
                ),
                now,
            )
            for company in ("Halvorsen Maritime", "Lumen & Ash")
        )
        own_questions.add(session, first.application_id, "Why now?", now)
        events.record(session, second.application_id, Withdrawal(at=now.instant), now)
    database.close()
    return Rounds(first.application_id, first.interview_id, second.application_id)


def facts(action: str, application: int | None, interview: int | None = None) -> HandOver:
    return HandOver(
        step_id=1,
        title="Pack, and plan the way",
        action=action,
        rule="P2",
        application_id=application,
        interview_id=interview,
    )


@pytest.mark.parametrize(("interview", "told"), [(7, [3, 7]), (None, [3, 0])])
def test_a_step_before_a_round_leads_to_its_preparation(
    tmp_path: Path, interview: int | None, told: list[int]
) -> None:
    hands = HandOvers(Desk(Paths.under(tmp_path)))
    wanted = QSignalSpy(hands.prepare_wanted)
    hands._begin(facts("prepare", 3, interview))
    assert wanted.at(0) == told


def test_the_weeks_targets_lead_to_the_week(tmp_path: Path) -> None:
    hands = HandOvers(Desk(Paths.under(tmp_path)))
    week, list_ = QSignalSpy(hands.week_wanted), QSignalSpy(hands.open_list)
    hands._begin(facts("week", None))
    assert (week.count(), list_.count()) == (1, 0)


def shown(afterword: Afterword, key: str) -> bool:
    return afterword.window.current_key == key


def test_the_window_opens_the_page_at_the_part_that_is_meant(
    start: Started, paths: Paths, rounds: Rounds, qtbot: QtBot
) -> None:
    afterword = start(paths)
    wiring, page = afterword.wired(), afterword.places.prepare()
    wiring.preparing.get_ready(rounds.application, 0)
    qtbot.waitUntil(lambda: shown(afterword, PREPARE.key), timeout=PATIENCE_MS)
    assert page.current_part == LIST
    wiring.preparing.show_week()
    assert page.current_part == WEEK
    question = Found(
        kind=Kind.QUESTION, id=1, application_id=rounds.application, title="Why now?", note=""
    )
    wiring.flows._go(question)
    qtbot.waitUntil(lambda: page.current_part == "questions", timeout=PATIENCE_MS)
    story = Found(kind=Kind.STORY, id=1, application_id=None, title="The late ship", note="")
    wiring.flows._go(story)
    assert page.current_part == "stories"


def test_an_application_that_has_ended_is_shown_instead(
    start: Started, paths: Paths, rounds: Rounds, qtbot: QtBot
) -> None:
    afterword = start(paths)
    afterword.wired().preparing.get_ready(rounds.ended, 0)
    qtbot.waitUntil(lambda: shown(afterword, APPLICATION), timeout=PATIENCE_MS)


def test_people_lead_from_the_page_to_their_cards(
    start: Started, paths: Paths, rounds: Rounds, qtbot: QtBot
) -> None:
    afterword = start(paths)
    afterword.wired().preparing.get_ready(rounds.application, rounds.interview)
    page = afterword.places.prepare()
    qtbot.waitUntil(lambda: page._view is not None, timeout=PATIENCE_MS)
    page._go_on("application")
    assert shown(afterword, APPLICATION)
