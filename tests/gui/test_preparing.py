"""The ways to the page of preparation: from a step, a coming round, and the week's targets."""

from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.paths import Paths
from core.use_cases.handing_over import HandOver
from gui.desk import Desk
from gui.hand_over import HandOvers


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
    tmp_path: Path, qtbot: QtBot, interview: int | None, told: list[int]
) -> None:
    hands = HandOvers(Desk(Paths.under(tmp_path)))
    wanted = QSignalSpy(hands.prepare_wanted)
    hands._begin(facts("prepare", 3, interview))
    assert wanted.at(0) == told


def test_the_weeks_targets_lead_to_the_week(tmp_path: Path, qtbot: QtBot) -> None:
    hands = HandOvers(Desk(Paths.under(tmp_path)))
    week, list_ = QSignalSpy(hands.week_wanted), QSignalSpy(hands.open_list)
    hands._begin(facts("week", None))
    assert (week.count(), list_.count()) == (1, 0)
