"""The sentence that says what noting something would change."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from core.clock import Now
from core.playbook.difference import Difference
from core.playbook.values import Clock, PlannedStep, Window
from gui.models.preview import NOTHING_CHANGES, sentence, whole_list

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")


@pytest.fixture(autouse=True)
def british() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def step(rule: str, days: float = 6, title: str = "", clock: Clock = Clock.ROLL) -> PlannedStep:
    due = NOW.instant + timedelta(days=days)
    return PlannedStep(
        key=f"{rule}/{title}",
        id=rule,
        title=title or rule,
        why="",
        action="write",
        clock=clock,
        window=Window(opens=due, best=due, due=due),
    )


def test_what_goes_and_what_comes_stand_in_one_sentence() -> None:
    difference = Difference(cancelled=(step("F1"), step("F2")), added=(step("F3", 15),))

    assert sentence(difference, NOW) == (
        "Then both follow-ups go, and one question about their decision comes on Wed 27 May."
    )


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        (("F1",), "Then the follow-up goes."),
        (("P1", "P2", "P3"), "Then the preparation goes."),
        (("T1", "T1", "T1"), "Then the thank-you notes go."),
        (("P1", "P2", "F1", "F2"), "Then the preparation and both follow-ups go."),
        (("P1", "F1", "T1", "N1"), "Then the preparation, the follow-up and 2 other steps go."),
    ],
)
def test_what_goes_is_grouped_by_kind(rules: tuple[str, ...], said: str) -> None:
    gone = tuple(step(rule, number, str(number)) for number, rule in enumerate(rules))

    assert sentence(Difference(cancelled=gone), NOW) == said


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ((step("B1", 0),), "Then one answer to the invitation comes today."),
        ((step("B1", 1),), "Then one answer to the invitation comes tomorrow."),
        ((step("T1", 1), step("T1", 2)), "Then two thank-you notes come tomorrow."),
        (
            (step("X1", 2), step("X2", 7), step("X3", 30)),
            "Then one kind answer to their no comes on Thu 14 May, with two more after it.",
        ),
        ((step("P1", 2), step("P2", 3)), "Then the preparation comes on Thu 14 May."),
    ],
)
def test_what_comes_has_its_day(added: tuple[PlannedStep, ...], said: str) -> None:
    assert sentence(Difference(added=added), NOW) == said


def test_what_moves_says_where_to() -> None:
    before = step("P1", 1)
    after = replace(before, window=step("P1", 8).window)

    assert sentence(Difference(redated=((before, after),)), NOW) == (
        "Then the preparation moves to Wed 20 May."
    )


def test_what_is_ticked_off_is_told() -> None:
    assert sentence(Difference(closed=(step("T1"),)), NOW) == (
        "Then the thank-you note is ticked off."
    )


def test_two_clauses_are_enough_and_the_rest_stands_in_the_list() -> None:
    difference = Difference(
        cancelled=(step("F1", title="Follow up"),),
        closed=(step("T1", title="Thank Anna"),),
        redated=((step("P1"), step("P1", 8, "Confirm place")),),
        added=(step("F3", 15, "Ask"),),
    )

    assert sentence(difference, NOW).count(",") == 1
    assert whole_list(difference, NOW).splitlines() == [
        "Goes: Follow up",
        "Ticked off: Thank Anna",
        "Moves to Wed 20 May, 09:40: Confirm place",
        "Due Wed 27 May, 09:40: Ask",
    ]


def test_nothing_is_said_to_change_nothing() -> None:
    assert sentence(Difference(kept=3), NOW) == NOTHING_CHANGES
    folding = step("Q1", clock=Clock.NONE)
    assert sentence(Difference(added=(folding,)), NOW) == NOTHING_CHANGES
