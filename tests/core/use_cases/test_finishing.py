"""A reflection is finished: promises, facts, strengths and steps follow from its answers."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import (
    Event,
    Step,
    StrengthItem,
)
from core.playbook import values
from core.playbook.values import PromiseItem, StepState
from core.reflection.answers import (
    ListAnswer,
    ListRow,
    TextAnswer,
)
from core.use_cases import events, interviews, notes, reflections, steps
from core.use_cases.reflections import NotFinished
from tests.core.stories import ACME, add_interview, dump, later, states, step, wall
from tests.core.use_cases.finishing_stage import (
    EVERYTHING,
    FULL,
    REQUIRED,
    SHORT,
    WELL,
    answer,
    finish,
    thought_back,
)


def test_it_does_not_end_without_something_that_went_well(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, SHORT, shipped_form(), now)
    with pytest.raises(NotFinished) as refused:
        finish(database, now)
    assert refused.value.question == "Q10"
    answer(database, now, {"Q10": WELL, "Q26": TextAnswer(text="Well done.")})
    with pytest.raises(NotFinished) as refused:
        finish(database, now)
    assert refused.value.question == "Q26"


def test_finishing_closes_the_quiet_minutes_and_asks_for_conclusions(
    database: Database, now: Now
) -> None:
    thought_back(database, now)
    found = states(database)
    assert (found["C2"], found["N2"], found["N3"]) == (
        StepState.DONE,
        StepState.OPEN,
        StepState.OPEN,
    )
    with database.session() as session:
        reflections.set_path(session, 1, FULL, now)
    more = tuple(ListRow(key=key, text=f"a thing {key}") for key in "xyz")
    answer(database, now, {"Q10": ListAnswer(rows=more)})
    finish(database, later(now, "2026-03-28 16:00"))
    assert states(database)["N2"] is StepState.DONE


def test_what_was_called_off_meanwhile_says_nothing_of_another_round(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, SHORT, shipped_form(), now)
        interviews.call_off(session, 1, now)
    answer(database, now, REQUIRED)
    finish(database, now)
    with database.reading() as session:
        assert "reflection" not in set(session.scalars(select(Event.kind)))
        assert len(reflections.past(session, now)) == 1
    assert finish(database, now) is None


def test_a_promise_of_mine_and_one_of_theirs_are_planned(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    with database.reading() as session:
        assert step(session, "K1").state is StepState.OPEN
        decision = session.scalars(select(Event).where(Event.text == "the decision")).one()
        assert decision.item is PromiseItem.DECISION


def test_thinking_back_on_an_earlier_round_says_nothing_of_the_later_one(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    second = replace(ACME, start=wall("2026-03-30 10:00"), end=wall("2026-03-30 11:00"))
    add_interview(database, now, second)
    after = later(now, "2026-03-30 12:00")
    with database.session() as session:
        steps.replan(session, 1, after)
        reflections.start(session, 1, FULL, shipped_form(), after)
    more = tuple(ListRow(key=key, text=f"a thing {key}") for key in "xyz")
    answer(database, after, {**REQUIRED, "Q10": ListAnswer(rows=more)})
    finish(database, after)
    with database.reading() as session:
        query = select(Step.interview_id, Step.state).where(Step.rule == "N2")
        assert dict(session.execute(query).all()) == {1: StepState.DONE, 2: StepState.OPEN}
    before = dump(database.file)
    assert finish(database, after) is None
    assert dump(database.file) == before


def test_after_a_rejection_it_finishes_with_less(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)
        reflections.start(session, 1, FULL, shipped_form(), now)
    answer(database, now, REQUIRED)
    finish(database, now)
    with database.reading() as session:
        assert reflections.unreflected(session, now) == ()


def test_a_strength_that_is_noted_already_is_not_noted_twice(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        notes.add_strength(session, 1, "A calm way to explain tides", now)
        reflections.start(session, 1, SHORT, shipped_form(), now)
    answer(database, now, REQUIRED)
    finish(database, now)
    with database.reading() as session:
        assert list(session.scalars(select(StrengthItem.text))) == ["A calm way to explain tides"]
