"""When to speak: at the best moment, again at a hard deadline, never in the quiet hours but then."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.playbook.reminders import next_reminder
from core.playbook.values import Mode, Promise, Promiser, Settings, StepMark, StepState
from tests.core.playbook.situations import BERLIN, berlin, case, interview, planned

QUIET = Settings().quiet_hours


def test_a_thank_you_speaks_at_its_best_moment_and_once_more_when_it_is_due() -> None:
    step = planned(case("06-10 15:05"), "T1")
    first = next_reminder(step, None, QUIET, BERLIN)
    second = next_reminder(step, first, QUIET, BERLIN)
    assert (first, second) == (berlin("06-10 17:00"), berlin("06-11 15:00"))
    assert next_reminder(step, second, QUIET, BERLIN) is None


def test_the_leave_by_alarm_speaks_on_the_second_even_before_dawn() -> None:
    early = interview("06-10 06:00", "06-10 07:00")
    step = planned(case("06-09 20:00", early), "P3")
    assert next_reminder(step, None, QUIET, BERLIN) == berlin("06-10 04:55")


@pytest.mark.parametrize(("start", "end"), [("14:00", "15:00"), ("06:00", "07:00")])
def test_a_video_call_is_tested_first_and_joined_five_minutes_before(start: str, end: str) -> None:
    call = replace(interview(f"06-10 {start}", f"06-10 {end}"), mode=Mode.VIDEO)
    step = planned(case("06-09 20:00", call), "P3")
    test = next_reminder(step, None, QUIET, BERLIN)
    join = next_reminder(step, test, QUIET, BERLIN)
    begins = berlin(f"06-10 {start}")
    assert (test, join) == (begins - timedelta(minutes=15), begins - timedelta(minutes=5))
    assert next_reminder(step, join, QUIET, BERLIN) is None


def test_a_hard_step_due_at_night_is_not_held_back_past_its_deadline() -> None:
    late = interview("06-10 22:00", "06-10 23:00")
    step = planned(case("06-10 23:05", late), "T1")
    first = next_reminder(step, None, QUIET, BERLIN)
    assert first == berlin("06-11 08:00"), "best at 01:00 waits for the morning"
    assert next_reminder(step, first, QUIET, BERLIN) == berlin("06-11 23:00")


def test_an_own_task_waits_for_the_end_of_the_quiet_hours() -> None:
    late = interview("06-10 20:30", "06-10 21:30")
    step = planned(case("06-10 21:35", late), "C1")
    assert next_reminder(step, None, QUIET, BERLIN) == berlin("06-11 08:00")


def test_a_follow_up_does_not_ring_at_night_where_the_user_is() -> None:
    step = planned(case("06-10 15:05"), "F1")
    assert step.window.best == berlin("06-17 09:00")
    first = next_reminder(step, None, QUIET, "America/New_York")
    assert first == berlin("06-17 14:00"), "09:00 in Berlin is 03:00 there; 08:00 there is 14:00"


def test_a_reference_list_speaks_two_days_before_one_day_before_and_at_its_end() -> None:
    promise = Promise(
        key="list",
        by=Promiser.ME,
        what="work sample",
        at=berlin("06-10 14:50"),
        due=berlin("06-15 12:00"),
    )
    listing = replace(promise, item=type(promise.item)("references"))
    of_list = planned(case("06-10 15:05", interview(), listing), "G3")
    of_sample = planned(case("06-10 15:05", interview(), promise), "K1")
    assert of_list.reminders == (
        berlin("06-13 12:00"),
        berlin("06-14 12:00"),
        berlin("06-15 12:00"),
    )
    assert of_sample.reminders == (berlin("06-13 12:00"), berlin("06-15 12:00"))


def test_a_snoozed_step_speaks_exactly_when_asked_to_even_at_night() -> None:
    mark = StepMark(id="T1", at=berlin("06-10 17:05"), snoozed_until=berlin("06-10 22:30"))
    step = planned(case("06-10 17:06", marks=[mark]), "T1")
    assert step.window.due == berlin("06-11 15:00")
    assert next_reminder(step, berlin("06-10 17:00"), QUIET, BERLIN) == berlin("06-10 22:30")
    assert next_reminder(step, berlin("06-10 22:30"), QUIET, BERLIN) == berlin("06-11 15:00")


def test_a_step_snoozed_past_its_deadline_speaks_then_and_no_more() -> None:
    mark = StepMark(id="T1", at=berlin("06-10 17:05"), snoozed_until=berlin("06-12 10:00"))
    step = planned(case("06-10 17:06", marks=[mark]), "T1")
    assert step.reminders == (berlin("06-12 10:00"),)


@pytest.mark.parametrize("state", [state for state in StepState if state is not StepState.OPEN])
def test_a_closed_step_is_silent(state: StepState) -> None:
    step = replace(planned(case("06-10 15:05"), "T1"), state=state)
    assert next_reminder(step, None, QUIET, BERLIN) is None


def test_going_quiet_needs_no_word() -> None:
    assert planned(case("06-10 15:05"), "Q1").reminders == ()


def test_reminders_move_forward_only() -> None:
    step = planned(case("06-10 15:05"), "T1")
    after = berlin("06-10 17:00")
    for hours in range(48):
        later = next_reminder(step, after + timedelta(hours=hours), QUIET, BERLIN)
        assert later is None or later > after + timedelta(hours=hours)
