"""From an application's page to its messages: what fits, to whom, and what is begun already."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QMenu

from core.drafting.kinds import KINDS
from core.playbook import values
from core.playbook.values import ApplicationState, Part
from core.use_cases.messages import Composing
from gui.compose import actions
from gui.models.fitting_kinds import being_written, for_application, for_person
from gui.models.happenings import MENDED_BY, Happening, Mistake
from gui.pages.application import ApplicationPage
from gui.widgets.event_parts import MistakePart
from gui.widgets.people_card import WriteButton
from tests.gui.pages.compose_stage import stored
from tests.gui.pages.world import World, nameless


def choose(menu: QMenu, words: str) -> None:
    next(each for each in menu.actions() if each.text() == words).trigger()


def popped_up(page: ApplicationPage) -> QMenu:
    return next(menu for menu in page.findChildren(QMenu) if menu.isVisible())


def wanted(world: World, spy: QSignalSpy) -> Composing:
    return stored(world, spy.at(spy.count() - 1)[0])


def take_mistake(page: ApplicationPage, mistake: Mistake) -> None:
    card = page.what_happened
    card.ask(Happening.MISTAKE)
    part = next(each for each in card.parts if isinstance(each, MistakePart))
    part.kind.choose(mistake)


# ------------------------------------------------------------------ what fits


@pytest.mark.parametrize("state", list(ApplicationState))
def test_every_application_offers_something_to_write(state: ApplicationState) -> None:
    offered = for_application(state)

    assert offered
    assert all(KINDS[kind].name == name for kind, name in offered)


@pytest.mark.parametrize("part", list(Part))
def test_something_can_be_written_to_everybody(part: Part) -> None:
    assert for_person(part)


def test_after_a_no_the_graceful_answer_comes_first() -> None:
    assert for_application(ApplicationState.REJECTED)[0][1] == "Answer to a rejection"


def test_messages_are_counted_as_people_count() -> None:
    assert [being_written(count) for count in (0, 1, 3)] == [
        "",
        "1 message is being written",
        "3 messages are being written",
    ]


# ------------------------------------------------------------------ from the page


def test_the_menu_begins_a_message_to_those_whom_it_fits(
    page: ApplicationPage, world: World, shown: int
) -> None:
    spy = QSignalSpy(page.messages.draft_wanted)
    choose(page.messages.menu, "Follow-up")

    assert wanted(world, spy).draft.kind == "M4"


def test_a_persons_button_begins_a_message_to_that_person(
    page: ApplicationPage, world: World, shown: int
) -> None:
    spy = QSignalSpy(page.messages.draft_wanted)
    button = page.people.findChildren(WriteButton)[1]
    button.click()
    choose(popped_up(page), "Thank-you")

    assert [card.name for card in wanted(world, spy).recipients] == ["Tomas Okafor"]
    assert nameless(page) == []


def test_a_person_who_is_gone_meanwhile_is_not_written_to(
    page: ApplicationPage, shown: int
) -> None:
    page.people.write_wanted.emit(4711, QPoint())

    assert not [menu for menu in page.findChildren(QMenu) if menu.isVisible()]


def test_a_message_that_is_begun_is_told_and_opened(
    page: ApplicationPage, world: World, shown: int
) -> None:
    assert not page.header.drafts.isVisible()
    world.write(actions.begin_for, shown, "M4", ())
    spy = QSignalSpy(page.messages.draft_wanted)
    assert page.header.drafts.text() == "1 message is being written"

    page.header.drafts.click()

    assert wanted(world, spy).draft.kind == "M4"


def test_of_several_messages_one_is_chosen(page: ApplicationPage, world: World, shown: int) -> None:
    world.write(actions.begin_for, shown, "M4", ())
    world.write(actions.begin_for, shown, "M16", ())
    spy = QSignalSpy(page.messages.draft_wanted)
    page.header.drafts.click()
    menu = popped_up(page)
    assert len(menu.actions()) == 2
    next(each for each in menu.actions() if each.text().startswith("Follow-up")).trigger()

    assert wanted(world, spy).draft.kind == "M4"


def test_messages_of_other_applications_are_not_told_here(
    page: ApplicationPage, world: World, shown: int
) -> None:
    other = world.add("Lumen & Ash", days=-2).application_id
    world.write(actions.begin_for, other, "M4", ())

    assert not page.header.drafts.isVisible()


# ------------------------------------------------------------------ mistakes


def test_why_a_name_is_worth_an_apology_is_told(page: ApplicationPage, shown: int) -> None:
    page.what_happened.ask(Happening.WRONG_NAME)
    assert page.what_happened.why.text().startswith("The one slip that is worth an apology")

    page.what_happened.ask(Happening.OFFER)

    assert not page.what_happened.why.isVisible()


def test_small_mistakes_are_better_left_alone_and_the_source_is_named(
    page: ApplicationPage, world: World, shown: int
) -> None:
    spy = QSignalSpy(page.messages.draft_wanted)
    take_mistake(page, Mistake.SMALL)
    card = page.what_happened

    assert "Savitsky, Epley & Gilovich 2001" in card.why.text()
    assert "laboratories, not in hiring" in card.why.text()
    assert card.preview.text().startswith("Nothing to note: leave it be.")
    assert not card.note_it.isEnabled()
    assert spy.count() == 0


@pytest.mark.parametrize("mistake", list(MENDED_BY))
def test_what_costs_them_something_is_noted_and_put_right(
    page: ApplicationPage, world: World, shown: int, mistake: Mistake
) -> None:
    spy = QSignalSpy(page.messages.draft_wanted)
    take_mistake(page, mistake)
    card = page.what_happened
    assert card.note_it.text() == "Note it, then write"

    card.note_it.click()

    composing = wanted(world, spy)
    events = composing.situation.case.events
    assert any(isinstance(event, values.Incident) for event in events)
    assert composing.draft.kind == MENDED_BY[mistake]
    assert card.asked is None


def test_an_ordinary_question_has_its_ordinary_button_again(
    page: ApplicationPage, shown: int
) -> None:
    take_mistake(page, Mistake.LATE)
    page.what_happened.ask(Happening.OFFER)

    assert page.what_happened.note_it.text() == "Note it"
