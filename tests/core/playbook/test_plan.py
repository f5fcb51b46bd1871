"""What a step says, and which step a mark with a key means."""

from dataclasses import replace
from datetime import date

import pytest

from core.playbook import values
from core.playbook.plan import plan
from core.playbook.values import Consent, Part, Person, Promise, StepMark, StepState
from tests.core.playbook.situations import ANNA, PLAYBOOK, berlin, case, interview, planned


def test_a_follow_up_that_a_holiday_moved_says_so() -> None:
    whit = interview("05-18 14:00", "05-18 15:00")
    step = planned(case("05-18 16:00", whit), "F1")
    assert step.window.due == berlin("05-26 15:00")
    assert step.why.endswith(" Monday is a holiday there.")
    assert " Moved on: " in step.why
    assert "Moved on" not in planned(case("06-10 16:00"), "F1").why


def test_a_person_with_a_title_is_named_by_it() -> None:
    doctor = replace(ANNA, name="Anna-Maria van der Berg", title="Dr.")
    of = replace(case("06-10 16:00"), people=(doctor,))
    assert planned(of, "T1").title == "Thank Dr. van der Berg"
    given = replace(doctor, name="Wu Mei-Ling", surname="Wu")
    assert planned(replace(of, people=(given,)), "T1").title == "Thank Dr. Wu"


def test_thanks_go_to_the_recruiter_where_all_goes_through_them() -> None:
    of = replace(case("06-10 16:00"), via_recruiter_only=True)
    assert planned(of, "T1").title == "Thank the recruiter"


def test_the_leave_by_alarm_says_its_hour_in_the_zone_of_the_interview() -> None:
    of = replace(case("06-09 16:00"), zone="Asia/Tokyo")
    assert planned(of, "P3").title == "Leave by 12:55 in Berlin"
    here = replace(of, zone="Europe/Oslo")
    assert planned(here, "P3").title == "Leave by 12:55"


def test_a_promise_is_spoken_of_by_its_words_and_day() -> None:
    promise = values.Promise(
        key="sample",
        by=values.Promiser.ME,
        what="the work sample",
        at=berlin("06-10 14:50"),
        due=date(2026, 6, 12),
    )
    step = planned(case("06-10 16:00", interview(), promise), "K1")
    assert step.title == "Send the work sample"
    assert step.why == "You promised it by 12 June."


def promised(key: str, what: str, made: str) -> Promise:
    """What is promised for 12 June, under a key as it happens to be drawn."""
    return Promise(
        key=key, by=values.Promiser.ME, what=what, at=berlin(made), due=date(2026, 6, 12)
    )


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("closed_by", ["a message", "a tick"])
def test_of_two_promises_for_one_day_the_one_made_first_is_kept_first(
    first: str, second: str, closed_by: str
) -> None:
    sample = promised(first, "the work sample", "06-10 14:50")
    slides = promised(second, "the slides", "06-10 18:00")
    of = case("06-11 12:00", interview(), slides, sample)
    at = berlin("06-11 09:00")
    if closed_by == "a message":
        of = replace(of, events=(*of.events, values.Sent(message="M7", at=at)))
    else:
        of = replace(of, marks=(StepMark(id="K1", at=at, done=True),))
    states = {step.title: step.state for step in plan(of, PLAYBOOK) if step.id == "K1"}
    assert states == {"Send the work sample": StepState.DONE, "Send the slides": StepState.OPEN}


def test_a_mark_with_a_key_means_that_round_though_another_has_begun() -> None:
    second = interview("06-17 14:00", "06-17 15:00", 2)
    both = case("06-18 10:00", interview(), second)
    mark = StepMark(id="N2", key="N2/round:1", at=berlin("06-18 09:00"), done=True)
    steps = {step.key: step.state for step in plan(replace(both, marks=(mark,)), PLAYBOOK)}
    assert steps["N2/round:1"] is StepState.DONE
    assert steps["N2/round:2"] is StepState.OPEN


def test_a_done_step_whose_round_is_gone_is_kept() -> None:
    mark = StepMark(id="C1", key="C1/round:7", at=berlin("06-10 15:30"), done=True)
    kept = [s for s in plan(case("06-10 16:00", marks=[mark]), PLAYBOOK) if s.key == "C1/round:7"]
    assert [(step.state, step.closed_at) for step in kept] == [(StepState.DONE, mark.at)]


def test_a_list_ticked_by_its_key_waits_for_the_heads_up() -> None:
    promise = values.Promise(
        key="list",
        by=values.Promiser.ME,
        what="references",
        at=berlin("06-10 14:50"),
        item=values.PromiseItem.REFERENCES,
    )
    paul = Person(id="paul", name="Paul Moreau", part=Part.REFEREE, consent=Consent.YES)
    ticked = StepMark(id="G3", key="G3/list", at=berlin("06-11 10:00"), done=True)
    of = case("06-11 12:00", interview(), promise, marks=[ticked])
    of = replace(of, people=(ANNA, paul))
    waiting = planned(of, "G3")
    assert (waiting.state, waiting.reason) == (StepState.OPEN, "First: Tell Paul Moreau.")
    told = StepMark(id="G2", key="G2/list/paul", at=berlin("06-11 11:00"), done=True)
    done = planned(replace(of, marks=(ticked, told)), "G3")
    assert (done.state, done.closed_at) == (StepState.DONE, told.at)


def test_a_rule_that_is_switched_off_plans_nothing_and_holds_up_nothing() -> None:
    off = replace(PLAYBOOK.steps["F1"], enabled=False)
    own = replace(PLAYBOOK, steps={**PLAYBOOK.steps, "F1": off})
    steps = {step.id: step for step in plan(case("06-10 16:00"), own)}
    assert "F1" not in steps
    assert steps["F2"].window.due == berlin("06-24 15:00")
