"""What a change does to a plan, before it is stored."""

from dataclasses import replace

from core.playbook import values
from core.playbook.difference import Difference, compare
from core.playbook.plan import plan
from core.playbook.values import Case, StepMark
from tests.core.playbook.situations import PLAYBOOK, berlin, case, interview

BEFORE = case("06-15 12:00")


def change(after: Case) -> Difference:
    return compare(plan(BEFORE, PLAYBOOK), plan(after, PLAYBOOK))


def test_nothing_new_changes_nothing() -> None:
    difference = change(BEFORE)
    assert difference.is_empty
    assert difference.kept > 0


def test_a_rejection_cancels_the_questions_and_plans_the_answer() -> None:
    rejection = values.Rejection(at=berlin("06-15 11:00"))
    difference = change(replace(BEFORE, events=(*BEFORE.events, rejection)))
    assert [step.id for step in difference.added] == ["X1", "X2", "X3"]
    cancelled = {step.id: step.reason for step in difference.cancelled}
    assert {"F1", "F2", "N1"} <= cancelled.keys()
    assert set(cancelled.values()) == {"they said no on 15 June"}
    assert difference.redated == ()


def test_a_done_step_is_closed_and_not_cancelled() -> None:
    mark = StepMark(id="F1", at=berlin("06-15 11:00"), done=True)
    difference = change(replace(BEFORE, marks=(mark,)))
    assert [step.id for step in difference.closed] == ["F1"]
    assert difference.cancelled == ()
    assert [(old.id, new.id) for old, new in difference.redated] == [("F2", "F2")]


def test_a_moved_round_redates_what_hangs_on_it() -> None:
    moved = replace(BEFORE, events=(interview("06-17 14:00", "06-17 15:00"),))
    difference = change(moved)
    old, new = next(pair for pair in difference.redated if pair[0].id == "F1")
    assert old.window.due == berlin("06-17 15:00")
    assert new.window.due == berlin("06-24 15:00")


def test_a_step_that_is_gone_altogether_counts_as_cancelled() -> None:
    difference = change(replace(BEFORE, events=(interview(number=2),)))
    assert "F1" in {step.id for step in difference.cancelled}
    assert "F1" in {step.id for step in difference.added}
