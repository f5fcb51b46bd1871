"""People and rounds, added and changed on the page of their application."""

from datetime import timedelta

from core.playbook import values
from core.playbook.values import StepState
from gui.dialogs.interview import InterviewDialog
from gui.dialogs.person import PersonDialog
from gui.pages.application import ApplicationPage
from gui.widgets.people_card import PersonRow
from tests.gui.pages.application.stage import dialog_of
from tests.gui.pages.world import World, titles


def test_a_person_is_added_changed_and_removed(
    page: ApplicationPage, world: World, shown: int
) -> None:
    page.add_person.click()
    dialog = dialog_of(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    dialog.main.click()
    assert dialog.isVisible()
    assert "missing" in dialog.name.accessibleDescription()
    dialog.name.setText("Paul Moreau")
    dialog.part.choose(values.Part.REFEREE)
    dialog.consent.choose(values.Consent.YES)
    dialog.main.click()
    paul = next(p for p in world.detail(shown).people if p.name == "Paul Moreau")
    assert (paul.part, paul.consent) == (values.Part.REFEREE, values.Consent.YES)

    page.hand.edit_person(paul.id)
    dialog = dialog_of(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    assert dialog.name.text() == "Paul Moreau"
    dialog.remove.click()

    assert "Paul Moreau" not in [p.name for p in world.detail(shown).people]


def test_people_are_shown_with_what_is_known(page: ApplicationPage, shown: int) -> None:
    people = page.people.findChildren(PersonRow)

    assert [row.text() for row in people] == ["Dr. Ingrid van der Berg", "Tomas Okafor"]
    assert "spelling not confirmed yet" in people[0].accessibleDescription()


def test_an_interview_moves_and_its_steps_follow(
    page: ApplicationPage, world: World, shown: int
) -> None:
    interview = world.detail(shown).interviews[0]
    page.hand.edit_interview(interview.id)
    dialog = dialog_of(InterviewDialog)
    assert isinstance(dialog, InterviewDialog)
    assert dialog.people.text() == "Dr. Ingrid van der Berg, Tomas Okafor"
    dialog.start.set_wall(world.wall + timedelta(days=3))
    dialog.main.click()

    moved = world.detail(shown).interviews[0]
    assert moved.start == (world.instant + timedelta(days=3))
    assert len(moved.people) == 2
    assert "Pack, and plan the way" in titles(world, shown, StepState.OPEN)


def test_a_next_round_begins_with_what_is_known(
    page: ApplicationPage, world: World, shown: int
) -> None:
    page.hand.add_interview()
    dialog = dialog_of(InterviewDialog)
    assert isinstance(dialog, InterviewDialog)
    assert not dialog.company.isEnabled()
    dialog.main.click()

    assert [i.round for i in world.detail(shown).interviews] == [1, 2]
