"""What the header, the list and Today's aside say of an application."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale

from core.playbook import values
from core.playbook.values import ApplicationState
from core.use_cases import applications, interviews
from core.use_cases.overview import ApplicationRow, Group
from gui.models.application_facts import decision_line, next_step
from gui.models.application_words import headline, next_lines
from gui.models.main_action import entry_words
from gui.widgets.aside import waiting_line
from tests.core.stories import waiting
from tests.gui.pages.world import World


@pytest.fixture(autouse=True)
def british() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def line(world: World, application_id: int) -> str:
    return decision_line(world.detail(application_id), world.now())


def call_off(world: World, interview_id: int) -> None:
    with world.database.session() as session:
        interviews.call_off(session, interview_id, world.now())


def test_with_an_offer_the_header_says_until_when_they_wait(world: World) -> None:
    shown = world.add().application_id
    world.happened(shown, values.Offer(at=world.instant, deadline=date(2026, 5, 21)))
    assert line(world, shown) == "they wait for your word until Thu 21 May"


def test_an_offer_without_a_date_waits_all_the_same(world: World) -> None:
    shown = world.add().application_id
    world.happened(shown, values.Offer(at=world.instant))
    assert line(world, shown) == "they wait for your word"


def test_an_interview_called_off_is_said_in_every_place(world: World) -> None:
    stored = world.add(days=2)
    call_off(world, stored.interview_id)
    world.skip_all(stored.application_id)
    (row,) = world.overview()
    (waits,) = waiting(world.database, world.now())
    assert row.state is ApplicationState.WAITING
    assert line(world, stored.application_id) == "the interview was called off"
    assert next_lines(row, world.now()).title == "Waiting for a new date"
    assert waiting_line(waits, world.now()) == "waiting for a new date"


def test_nothing_is_said_of_a_decision_before_there_was_an_interview(world: World) -> None:
    with world.database.session() as session:
        details = applications.ApplicationDetails(company="Acme")
        shown = applications.add(session, details, world.now())
    assert line(world, shown) == ""


@pytest.mark.parametrize("state", ["rejected", "quiet", "withdrawn", "accepted"])
def test_nothing_is_said_of_a_decision_once_it_is_over(world: World, state: str) -> None:
    detail = world.detail(world.add().application_id)
    assert decision_line(detail, world.now()) != ""
    assert decision_line(replace(detail, state=ApplicationState(state)), world.now()) == ""


def test_after_a_no_the_graceful_answer_stands_first(world: World) -> None:
    shown = world.add().application_id
    world.happened(shown, values.Rejection(at=world.instant - timedelta(hours=1)))
    first = next_step(world.detail(shown), world.now())
    assert first is not None
    assert first.title == entry_words(first).full == "Answer with grace"


def test_the_list_names_both_clocks_of_an_interview_elsewhere(world: World) -> None:
    row = ApplicationRow(
        id=1,
        company="Acme",
        role="Engineer",
        state=ApplicationState.SCHEDULED,
        group=Group.ON_THEIR_WAY,
        interview_start=world.instant + timedelta(days=2),
        interview_zone="Europe/London",
    )
    lines = next_lines(row, world.now())
    assert lines.note == "Thu 14 May, 09:40 your time, 08:40 in London"
    assert lines.exact.endswith("(Oslo); 08:40 in London")


def many(*groups: Group) -> tuple[ApplicationRow, ...]:
    state = ApplicationState.WAITING
    return tuple(
        ApplicationRow(id=n, company="Acme", role="", state=state, group=group)
        for n, group in enumerate(groups)
    )


YOU, THEM, OVER = Group.NEEDS_YOU, Group.ON_THEIR_WAY, Group.CLOSED


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ((), ""),
        ((OVER,), "It is closed; nothing needs you today."),
        ((OVER, OVER), "All are closed; nothing needs you today."),
        ((THEM, OVER), "One is open. Nothing needs you today."),
        ((YOU,), "One is open. It needs something from you today."),
        ((YOU, YOU), "Two are open. Both need something from you today."),
        ((YOU, THEM), "Two are open. One needs something from you today."),
        ((YOU,) * 4 + (THEM,) * 3, "Seven are open. Four need something from you today."),
        ((YOU,) * 3, "Three are open. All need something from you today."),
        ((THEM,) * 13, "13 are open. Nothing needs you today."),
        ((YOU, OVER), "One is open. It needs something from you today."),
    ],
)
def test_the_sentence_counts_kindly(groups: tuple[Group, ...], said: str) -> None:
    assert headline(many(*groups)) == said
