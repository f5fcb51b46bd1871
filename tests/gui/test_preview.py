"""The sentence that says what noting something would change."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from core.clock import Now
from core.playbook.difference import Difference
from core.playbook.values import Clock, PlannedStep, Window
from gui.models.preview import NOTHING_CHANGES, sentence

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")


@pytest.fixture(autouse=True)
def british() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def step(title: str, days: float = 6) -> PlannedStep:
    due = NOW.instant + timedelta(days=days)
    return PlannedStep(
        key=title,
        id="F1",
        title=title,
        why="",
        action="write",
        clock=Clock.ROLL,
        window=Window(opens=due, best=due, due=due),
    )


def test_what_is_cancelled_and_planned_stands_in_one_sentence() -> None:
    difference = Difference(
        cancelled=(step("Follow up"), step("Follow up once more")), added=(step("Ask", 15),)
    )

    assert sentence(difference, NOW) == (
        "This cancels “Follow up” and “Follow up once more”, and plans “Ask” by Wed 27 May."
    )


def test_what_is_soon_has_its_hour() -> None:
    difference = Difference(added=(step("Answer the invitation", 1),))

    assert sentence(difference, NOW) == "This plans “Answer the invitation” by tomorrow, 09:40."


def test_what_moves_says_where_to() -> None:
    before = step("Pack", 1)
    after = replace(before, window=step("Pack", 8).window)

    assert sentence(Difference(redated=((before, after),)), NOW) == (
        "This moves “Pack” to Wed 20 May."
    )


def test_what_is_ticked_off_is_told() -> None:
    assert sentence(Difference(closed=(step("Thank Anna"),)), NOW) == (
        "This ticks off “Thank Anna”."
    )


def test_long_lists_are_counted() -> None:
    gone = tuple(step(f"Step {number}") for number in range(9))

    assert sentence(Difference(cancelled=gone), NOW) == (
        "This cancels “Step 0”, “Step 1”, “Step 2” and 6 more."
    )


def test_nothing_is_said_to_change_nothing() -> None:
    assert sentence(Difference(kept=3), NOW) == NOTHING_CHANGES
