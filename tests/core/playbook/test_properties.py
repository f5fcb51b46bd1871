"""What holds for every plan, whatever happened and in whatever order it was recorded."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from core.content import load_playbook
from core.playbook.business_days import BusinessCalendar
from core.playbook.difference import compare
from core.playbook.plan import plan, plan_with_hunt
from core.playbook.state import derive_state
from core.playbook.values import (
    ApplicationState,
    Case,
    Clock,
    Event,
    Interview,
    PlannedStep,
    Promise,
    StepMark,
    StepState,
    WrongName,
)
from core.playbook.windows import CLOSING, OPENING, to_wall
from tests.core.playbook.generated import cases, done_marks, quiet_hours, unmarked_cases, zones

PLAYBOOK = load_playbook()


def by_key(steps: tuple[PlannedStep, ...]) -> dict[str, PlannedStep]:
    return {step.key: step for step in steps}


@given(cases())
def test_planning_is_pure(case: Case) -> None:
    first = plan_with_hunt(case, PLAYBOOK)
    second = plan_with_hunt(case, PLAYBOOK)
    assert first == second
    assert compare(first, second).is_empty


@given(cases(), st.data())
def test_the_order_of_recording_does_not_matter(case: Case, data: st.DataObject) -> None:
    events = data.draw(st.permutations(case.events))
    marks = data.draw(st.permutations(case.marks))
    shuffled = replace(case, events=tuple(events), marks=tuple(marks))
    assert plan_with_hunt(shuffled, PLAYBOOK) == plan_with_hunt(case, PLAYBOOK)


@given(cases())
def test_the_keys_that_were_drawn_do_not_matter(case: Case) -> None:
    others = replace(case, events=tuple(under_another_key(event) for event in case.events))
    assert without_keys(others) == without_keys(case)


def under_another_key(event: Event) -> Event:
    """Promises and slips under keys that sort the other way round."""
    if not isinstance(event, Promise | WrongName):
        return event
    name, number = event.key.split(":")
    return replace(event, key=f"{name}:{9 - int(number)}")


def without_keys(case: Case) -> list[str]:
    return sorted(repr(replace(step, key="")) for step in plan(case, PLAYBOOK))


@given(cases(), zones, quiet_hours)
def test_no_hard_deadline_moves_with_the_users_zone_or_quiet_hours(
    case: Case, zone: str, quiet: str
) -> None:
    elsewhere = replace(case, zone=zone, settings=replace(case.settings, quiet_hours=quiet))
    assert hard_dues(case) == hard_dues(elsewhere)


def hard_dues(case: Case) -> dict[str, object]:
    return {s.key: s.window.due for s in plan(case, PLAYBOOK) if s.clock is Clock.HARD}


@given(cases(marks=done_marks))
def test_nothing_done_is_ever_lost(case: Case) -> None:
    steps = plan(case, PLAYBOOK)
    for mark in case.marks:
        done = [s for s in steps if s.id == mark.id and s.state is StepState.DONE]
        waits = [s for s in steps if s.id == mark.id == "G3" and s.reason.startswith("First: ")]
        assert done or waits, mark


@given(unmarked_cases, st.data())
def test_a_step_marked_by_its_key_is_the_one_that_closes(case: Case, data: st.DataObject) -> None:
    steps = plan(case, PLAYBOOK)
    open_ones = [s for s in steps if s.state is StepState.OPEN and not s.reason]
    assume(open_ones)
    step = data.draw(st.sampled_from(open_ones))
    mark = StepMark(id=step.id, key=step.key, at=case.now, done=True)
    after = by_key(plan(replace(case, marks=(mark,)), PLAYBOOK))
    assert after[step.key].state is StepState.DONE
    assert after[step.key].closed_at is not None


@given(unmarked_cases, st.data())
def test_what_is_done_stays_done_when_something_new_happens(
    case: Case, data: st.DataObject
) -> None:
    steps = plan(case, PLAYBOOK)
    assume(steps)
    step = data.draw(st.sampled_from(steps))
    marked = replace(case, marks=(StepMark(id=step.id, key=step.key, at=case.now, done=True),))
    news = data.draw(unmarked_cases).events
    later = replace(marked, events=(*case.events, *(e for e in news if not hasattr(e, "key"))))
    after = by_key(plan(later, PLAYBOOK))[step.key]
    assert after.state is StepState.DONE or after.reason.startswith("First: ")


@given(unmarked_cases, st.data())
def test_a_deadline_moved_by_hand_stays_when_a_round_moves(case: Case, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from(plan(case, PLAYBOOK)))
    due = data.draw(st.just(case.now + timedelta(days=3)))
    marked = replace(case, marks=(StepMark(id=step.id, key=step.key, at=case.now, due=due),))
    later = replace(marked, events=tuple(shifted(e) for e in marked.events))
    after = by_key(plan(later, PLAYBOOK)).get(step.key)
    assert after is None or (after.window.due == due and after.moved)


def shifted(event: Event) -> Event:
    if not isinstance(event, Interview):
        return event
    week = timedelta(days=7)
    return replace(event, start=event.start + week, end=event.end + week)


@given(cases())
def test_every_step_is_whole(case: Case) -> None:
    steps = plan_with_hunt(case, PLAYBOOK)
    assert len({step.key for step in steps}) == len(steps)
    assert [s.window.due for s in steps] == sorted(s.window.due for s in steps)
    for step in steps:
        assert step.title.strip()
        assert "{" not in step.title + step.why
        assert (step.closed_at is None) == (step.state is StepState.OPEN)
        if step.state is StepState.CANCELLED:
            assert step.reason


@given(cases())
def test_every_window_is_in_order(case: Case) -> None:
    for step in plan_with_hunt(case, PLAYBOOK):
        window = step.window
        assert window.opens <= window.due
        assert window.opens <= window.best or step.snoozed_until == window.best
        assert window.expires is None or window.due <= window.expires
        assert list(step.reminders) == sorted(set(step.reminders))


@given(unmarked_cases)
def test_no_reminder_comes_after_the_deadline_but_of_thanks_and_own_tasks(case: Case) -> None:
    for step in plan(case, PLAYBOOK):
        if step.clock is not Clock.SELF and step.id != "T1":
            assert step.window.best <= step.window.due


@given(unmarked_cases)
def test_roll_deadlines_fall_into_the_recipients_business_hours(case: Case) -> None:
    calendar = BusinessCalendar(case.country)
    for step in plan(case, PLAYBOOK):
        if step.clock is Clock.ROLL:
            wall = to_wall(step.window.due, case.application_zone)
            assert calendar.is_business_day(wall.date())
            assert OPENING <= wall.time() <= CLOSING


@given(unmarked_cases)
def test_at_most_so_many_questions_wait_at_a_time(case: Case) -> None:
    steps = plan(case, PLAYBOOK)
    questions = [s for s in steps if s.id in {"F1", "F2", "F3", "F4"}]
    for interview in {s.interview for s in questions}:
        waiting = [s for s in questions if s.interview == interview and s.state is StepState.OPEN]
        assert len(waiting) <= case.settings.follow_ups


@given(cases())
def test_every_case_has_a_state(case: Case) -> None:
    assert derive_state(case, plan(case, PLAYBOOK)) in ApplicationState
