"""What is ticked, added and packed for a round, and the steps that are done by it."""

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.models import Conclusion, Step
from core.playbook.values import StepState
from core.preparation.checklist_values import Section
from core.reflection.answers import (
    PickAnswer,
    TextAnswer,
)
from core.refusal import DetailsError, Gone
from core.use_cases import (
    history,
    own_questions,
    preparation,
    steps,
    stories,
)
from core.use_cases.stories import StoryDetails
from tests.core.stories import add_interview, at, dump
from tests.core.use_cases.preparation_stage import SECOND, conclude, item, look, reflect


def test_ticking_a_conclusion_does_it_and_undo_opens_it_again(
    database: Database, now: Now, prepared: int
) -> None:
    reflection = reflect(
        database, 1, now, Q26=TextAnswer(text="Well done, and go to bed early now.")
    )
    uid = conclude(database, reflection, now, "Q12", "Leave a quarter of an hour earlier")
    key = f"conclusion/{uid}"
    assert look(database, prepared, now).checklist.items[0].key == key
    with database.session() as session:
        preparation.tick(session, prepared, key, True, now)
        change = session.change_id
        assert session.change_label == "Prepared: Leave a quarter of an hour earlier"
    assert item(look(database, prepared, now), key).done
    with database.reading() as session:
        assert session.get_one(Conclusion, 1).done_at == now.instant
    with database.session() as session:
        assert change is not None
        history.undo(session, change, now)
    assert not item(look(database, prepared, now), key).done
    with database.reading() as session:
        assert session.get_one(Conclusion, 1).done_at is None


def test_ticks_and_own_items_belong_to_their_round(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        key = preparation.add_item(session, prepared, Section.LOGISTICS, "  Iron the shirt ", now)
    with database.session() as session:
        preparation.tick(session, prepared, "logistics/agenda", True, now)
        preparation.tick(session, prepared, key, True, now)
    view = look(database, prepared, now)
    assert item(view, key).words == "Iron the shirt"
    assert item(view, key).done
    assert item(view, "logistics/agenda").done
    assert not item(look(database, 1, at("2026-03-27 12:00")), "logistics/agenda").done
    with database.session() as session:
        preparation.tick(session, prepared, "logistics/agenda", False, now)
    assert not item(look(database, prepared, now), "logistics/agenda").done
    for _ in range(4):
        with database.session() as session:
            change = history.last_change(session)
            assert change is not None
            history.undo(session, change, now)
    assert not any("preparation_tick" in line for line in dump(database.file) if "INSERT" in line)


def test_own_items_can_be_removed_and_others_not(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        key = preparation.add_item(session, prepared, Section.OFFER, "Ask about the move", now)
        preparation.remove_item(session, prepared, key, now)
    assert all(not i.own for i in look(database, prepared, now).checklist.items)
    with database.session() as session:
        preparation.tick(session, prepared, "offer/range", True, now)
        with pytest.raises(Gone):
            preparation.remove_item(session, prepared, "offer/range", now)
        with pytest.raises(Gone):
            preparation.tick(session, prepared, "no/such item", True, now)
        with pytest.raises(DetailsError):
            preparation.add_item(session, prepared, Section.OFFER, " ", now)
        with pytest.raises(Gone):
            preparation.add_item(session, 99, Section.OFFER, "Anything", now)


def test_confirming_place_and_names_here_closes_the_step_and_taking_it_back_opens_it(
    database: Database, now: Now, prepared: int
) -> None:
    def confirmed() -> StepState:
        with database.reading() as session:
            query = select(Step).where(Step.interview_id == prepared, Step.rule == "P1")
            return session.scalars(query).one().state

    with database.session() as session:
        preparation.tick(session, prepared, "logistics/confirmed", True, now)
        change = session.change_id
        assert session.change_label == "Prepared: Confirm place, time and names"
    assert confirmed() is StepState.DONE
    with database.session() as session:
        preparation.tick(session, prepared, "logistics/confirmed", False, now)
    assert confirmed() is StepState.OPEN
    assert not item(look(database, prepared, now), "logistics/confirmed").done
    with database.session() as session:
        assert change is not None
        history.undo(session, history.last_change(session) or 0, now)
    assert confirmed() is StepState.DONE


def test_once_all_is_packed_the_step_of_the_day_before_is_done(
    database: Database, now: Now, prepared: int
) -> None:
    def packed() -> StepState:
        with database.reading() as session:
            query = select(Step).where(Step.interview_id == prepared, Step.rule == "P2")
            return session.scalars(query).one().state

    with database.session() as session:
        own_questions.add(session, 1, "When will you decide?", now)
    wanted = [
        each.key
        for each in look(database, prepared, now).checklist.items
        if each.section is Section.LOGISTICS and not each.done
    ]
    for key in wanted:
        assert packed() is StepState.OPEN
        with database.session() as session:
            preparation.tick(session, prepared, key, True, now)
    assert packed() is StepState.DONE
    with database.session() as session:
        preparation.tick(session, prepared, wanted[-1], False, now)
    assert packed() is StepState.OPEN


def test_a_step_that_was_closed_elsewhere_is_left_alone(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        query = select(Step).where(Step.interview_id == prepared, Step.rule == "P2")
        step = session.scalars(query).one()
        steps.done(session, step.id, now)
        preparation.tick(session, prepared, "logistics/agenda", True, now)
        preparation.tick(session, prepared, "logistics/agenda", False, now)
        assert step.state is StepState.DONE


def test_between_two_rounds_the_next_one_is_prepared_and_keeps_what_was_done(
    database: Database, now: Now
) -> None:
    first = add_interview(database, at("2026-03-20 10:00")).interview_id
    reflection = reflect(
        database,
        first,
        now,
        Q13=PickAnswer(text="Why did I leave?"),
        Q20=TextAnswer(text="My French"),
    )
    uid = conclude(database, reflection, now, "Q12", "Leave earlier")
    with database.session() as session:
        story = stories.add(session, StoryDetails(title="The late ship"), now)
        stories.told(session, story, first, None, now)
    view = look(database, first, now)
    sections = [group.section for group in view.checklist.groups]
    assert Section.LOGISTICS not in sections
    assert Section.DOUBTS in sections
    assert view.bank.stories[0].warning
    hardest = next(i.key for i in view.checklist.items if i.key.startswith("hardest/"))
    with database.session() as session:
        for key in (hardest, "offer/range", "questions/enough", f"conclusion/{uid}"):
            preparation.tick(session, first, key, True, now)
    second = add_interview(database, now, SECOND).interview_id
    done = {i.key for i in look(database, second, now).checklist.items if i.done}
    assert {hardest, "offer/range", f"conclusion/{uid}"} <= done
    assert "questions/enough" not in done
    with database.session() as session:
        preparation.tick(session, second, "offer/range", False, now)
    assert not item(look(database, second, now), "offer/range").done
