"""What happened: one click, the one field needed, a preview, and it is noted."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.playbook.values import StepState
from core.use_cases import history
from gui.models.happenings import QUESTIONS, Happening
from gui.pages.application import ApplicationPage
from gui.widgets.event_parts import NamePart, PersonPart, WhenPart
from tests.gui.pages.world import World, titles


def test_a_date_they_gave_is_previewed_stored_and_undone(
    page: ApplicationPage, world: World, shown: int
) -> None:
    before = titles(world, shown, StepState.OPEN)
    card = page.what_happened
    card.ask(Happening.GAVE_DATE)
    assert card.preview.text().startswith("Then both follow-ups go, and one question about")
    assert "“" not in card.preview.text()
    assert "Ask when they will decide" in card.preview.toolTip()
    assert card.preview.accessibleDescription() == card.preview.toolTip()
    assert titles(world, shown, StepState.OPEN) == before

    card.note_it.click()

    assert card.asked is None
    assert world.detail(shown).decision == date(2026, 5, 19)
    assert world.labels[-1].startswith("Noted:")
    assert "Ask when they will decide" in titles(world, shown, StepState.OPEN)

    with world.database.session() as session:
        change = history.last_change(session)
        assert change is not None
        history.undo(session, change, world.now())
    assert titles(world, shown, StepState.OPEN) == before


@pytest.mark.parametrize("happening", [one for one in Happening if one is not Happening.MISTAKE])
def test_everything_that_can_happen_can_be_noted(
    page: ApplicationPage, world: World, shown: int, happening: Happening
) -> None:
    card = page.what_happened
    before = len(world.labels)
    card.ask(happening)
    for part in card.parts:
        text = getattr(part, "text", None)
        if text is not None:
            text.setText("Ingrid van den Berg")
    assert card.note_it.isEnabled()

    card.note_it.click()

    assert len(world.labels) == before + 1
    assert world.troubles == []


def test_what_is_lacking_is_asked_before_anything_is_stored(
    page: ApplicationPage, world: World, shown: int
) -> None:
    card = page.what_happened
    card.ask(Happening.I_PROMISED)

    assert not card.note_it.isEnabled()
    assert card.preview.text() == "What did you promise?"


def test_escape_closes_the_question(page: ApplicationPage, shown: int, qtbot: QtBot) -> None:
    card = page.what_happened
    card.ask(Happening.OFFER)

    QTest.keyClick(card, Qt.Key.Key_Escape)

    assert card.asked is None
    assert not card.note_it.isVisible()


def test_enter_in_a_field_notes_it(
    page: ApplicationPage, world: World, shown: int, qtbot: QtBot
) -> None:
    card = page.what_happened
    card.ask(Happening.OFFER)

    QTest.keyClick(card, Qt.Key.Key_Return)

    assert world.detail(shown).state is values.ApplicationState.OFFER


def test_something_earlier_is_noted_at_its_own_time(
    page: ApplicationPage, world: World, shown: int
) -> None:
    card = page.what_happened
    card.ask(Happening.SAID_NO)
    when = card.parts[-1]
    assert isinstance(when, WhenPart)
    when.earlier.click()
    when.at.set_wall(world.wall - timedelta(hours=3))

    card.note_it.click()

    rejection = next(e for e in world.detail(shown).timeline if e.event_id is not None)
    assert rejection.at == world.instant - timedelta(hours=3)


def test_more_opens_the_rarer_things(page: ApplicationPage, shown: int) -> None:
    card = page.what_happened
    arrived = card.button(Happening.ARRIVED)
    assert not arrived.isVisible()

    card.more.click()

    assert arrived.isVisible()
    assert card.more.text() == "Less"


def test_a_question_can_be_opened_from_outside(page: ApplicationPage, world: World) -> None:
    stored = world.add()

    page.show_application(stored.application_id, "offer")

    assert page.what_happened.asked is Happening.OFFER


def test_a_reload_never_closes_an_open_question(
    page: ApplicationPage, world: World, shown: int
) -> None:
    page.what_happened.ask(Happening.WRONG_NAME)
    part = next(p for p in page.what_happened.parts if hasattr(p, "text"))
    part.text.setText("Ingr")

    page.refresh()

    assert page.what_happened.asked is Happening.WRONG_NAME
    assert part.text.text() == "Ingr"


def test_a_wrong_name_corrects_the_card(page: ApplicationPage, world: World, shown: int) -> None:
    card = page.what_happened
    card.ask(Happening.WRONG_NAME)
    next(p for p in card.parts if hasattr(p, "text")).text.setText("Ingrid van der Bergh")

    card.note_it.click()

    assert "Ingrid van der Bergh" in [person.name for person in world.detail(shown).people]


def test_the_right_name_is_as_a_rule_the_one_on_the_card(
    page: ApplicationPage, world: World, shown: int
) -> None:
    """Another one was said aloud; only who finds the card wrong too has to type."""
    card = page.what_happened
    card.ask(Happening.WRONG_NAME)
    person = next(part for part in card.parts if isinstance(part, PersonPart)).person
    name = next(part for part in card.parts if isinstance(part, NamePart)).text
    assert name.text() == "Ingrid van der Berg"
    assert card.note_it.isEnabled()

    person.setCurrentIndex(1)
    assert name.text() == "Tomas Okafor"
    name.selectAll()
    QTest.keyClicks(name, "Tom")
    person.setCurrentIndex(0)

    assert name.text() == "Tom"


def test_every_question_has_its_button(page: ApplicationPage, shown: int) -> None:
    for happening, question in QUESTIONS.items():
        assert page.what_happened.button(happening).text() == question.label


def test_a_preview_that_comes_late_is_not_shown_for_another_question(
    page: ApplicationPage, shown: int
) -> None:
    card = page.what_happened
    card.ask(Happening.OFFER)
    late = card.ready_event
    assert late is not None
    card.ask(Happening.I_PROMISED)

    card.previewed.emit(late)

    assert card.preview.text() == "What did you promise?"


def test_more_folds_but_for_what_is_asked_and_the_question_is_in_sight(
    page: ApplicationPage, world: World, shown: int, qtbot: QtBot
) -> None:
    page.resize(1200, 640)
    card = page.what_happened
    card.more.click()
    card.button(Happening.ARRIVED).click()

    assert card.more.text() == "More"
    assert card.button(Happening.ARRIVED).isVisible()
    assert not card.button(Happening.INCIDENT).isVisible()
    qtbot.waitUntil(lambda: not card.note_it.visibleRegion().isEmpty())
    assert not card.preview.visibleRegion().isEmpty()

    card.note_it.click()

    assert not card.button(Happening.ARRIVED).isVisible()
