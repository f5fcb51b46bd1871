"""What counts towards the insights, one thing at a time."""

from dataclasses import replace
from datetime import timedelta

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import Reflection, ReflectionAnswer
from core.playbook import values
from core.playbook.values import Promiser, ReflectionPath
from core.reflection.answers import (
    Answer,
    ChoiceAnswer,
    NumberAnswer,
    PickAnswer,
    Rating,
    RatingsAnswer,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)
from core.reflection.answers_json import answer_to_json
from core.reflection.friends import FriendView
from core.reflection.records import InterviewRecord
from core.use_cases import events, interviews, reflections, steps
from core.use_cases.concluding import Adopted
from core.use_cases.insights import Shown, insights, recorded
from tests.core.stories import ACME, add_interview, later, step_id

DAY = timedelta(days=1)


def seen(database: Database, now: Now) -> Shown:
    with database.reading() as session:
        return insights(session, shipped_form().form, None, now)


def store_answers(
    database: Database, now: Now, answers: dict[str, Answer], sitting: int = 1
) -> None:
    with database.session() as session:
        row = Reflection(
            application_id=1,
            interview_id=1,
            sitting=sitting,
            form_text="{}",
            path=ReflectionPath.SHORT,
            begun_at=now.instant,
        )
        session.add(row)
        session.flush()
        session.add_all(
            ReflectionAnswer(
                reflection_id=row.id, question=name, at=now.instant, json=answer_to_json(answer)
            )
            for name, answer in answers.items()
        )


def test_nothing_is_stored_yet(database: Database, now: Now) -> None:
    empty = seen(database, now)
    assert empty.insights.missing == (
        "After three interviews you see your patterns here. None so far."
    )
    assert empty.unreflected is None


def test_only_interviews_that_are_over_and_took_place_count(database: Database, now: Now) -> None:
    add_interview(database, now)
    assert seen(database, later(now, "2026-03-27 14:30")).insights.interviews == 0
    found = seen(database, now)
    assert found.insights.interviews == 1
    assert found.unreflected is not None
    assert found.unreflected.company == "Acme"
    with database.session() as session:
        interviews.call_off(session, 1, now)
    assert seen(database, now).insights.interviews == 0


def test_an_unfinished_reflection_still_asks_for_its_end(database: Database, now: Now) -> None:
    add_interview(database, now)
    store_answers(database, now, {"Q9": NumberAnswer(value=6)})
    assert seen(database, now).unreflected is not None
    with database.session() as session:
        session.get_one(Reflection, 1).finished_at = now.instant
    assert seen(database, now).unreflected is None


def test_the_estimate_is_the_first_and_ratings_are_the_calmer_ones(
    database: Database, now: Now
) -> None:
    for number in range(3):
        details = replace(
            ACME, start=ACME.start - number * 7 * DAY, end=ACME.end - number * 7 * DAY
        )
        add_interview(database, now, details)
    first = Rating(item="opening", value=2)
    second = replace(first, value=4)
    store_answers(
        database,
        now,
        {"Q9": NumberAnswer(value=4), "Q14": RatingsAnswer(ratings=(first,))},
    )
    calmer: dict[str, Answer] = {
        "Q9": NumberAnswer(value=7),
        "Q14": RatingsAnswer(ratings=(second,)),
    }
    store_answers(database, now, calmer, sitting=2)
    record = one_record(database, now)
    assert record.estimate == 4
    assert record.ratings == (second,)


def test_ratings_that_the_second_sitting_leaves_out_are_those_of_the_first(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    rating = Rating(item="opening", value=2)
    store_answers(database, now, {"Q14": RatingsAnswer(ratings=(rating,))})
    store_answers(database, now, {"Q14": RatingsAnswer()}, sitting=2)
    assert one_record(database, now).ratings == (rating,)


def test_what_was_written_on_the_page_is_counted(database: Database, now: Now) -> None:
    add_interview(database, now)
    tomorrow = later(now, "2026-03-28 10:00")
    with database.session() as session:
        first = reflections.start(session, 1, ReflectionPath.FULL, shipped_form(), now)
        for question, answer in written().items():
            reflections.save_answer(session, first.id, question, answer, now)
    with database.session() as session:
        session.get_one(Reflection, first.id).finished_at = now.instant
        view = FriendView(key="", friend="Jon", strength="Clear drawings")
        reflections.add_view(session, first.id, view, now)
        found = reflections.proposed(session, first.id, now).proposals
        reflections.conclude(session, first.id, [Adopted(proposal=found[0])], now)
    with database.session() as session:
        second = reflections.start_again(session, 1, ReflectionPath.FULL, shipped_form(), tomorrow)
        calmer = NumberAnswer(value=8)
        reflections.save_answer(session, second.id, "Q9", calmer, tomorrow)
        reflections.set_done(session, 1, True, tomorrow)
    record = one_record(database, tomorrow)
    assert (record.estimate, record.cause, record.hard_tags) == (4, "nerves", ("salary",))
    assert record.ratings == (Rating(item="opening", value=3),)
    assert record.conclusions == (tomorrow.instant,)
    assert [(one.by, one.text) for one in record.strengths] == [("Jon", "Clear drawings")]
    assert seen(database, tomorrow).unreflected is None


def written() -> dict[str, Answer]:
    asked = TaggedRow(key="a", text="What should we pay?", tags=("Salary",))
    return {
        "Q2": TaggedListAnswer(rows=(asked,)),
        "Q9": NumberAnswer(value=4),
        "Q12": TextAnswer(text="Breathe first"),
        "Q13": PickAnswer(row="a"),
        "Q14": RatingsAnswer(ratings=(Rating(item="opening", value=3),)),
        "Q17": ChoiceAnswer(choice="nerves"),
    }


def test_an_answer_that_cannot_be_read_is_as_if_it_had_not_been_given(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    store_answers(database, now, {"Q9": NumberAnswer(value=4)})
    with database.session() as session:
        row = ReflectionAnswer(reflection_id=1, question="Q17", at=now.instant, json="{broken")
        session.add(row)
    record = one_record(database, now)
    assert (record.estimate, record.cause) == (4, None)


def test_what_was_skipped_or_taken_back_was_not_due(database: Database, now: Now) -> None:
    add_interview(database, now)
    promise = values.Promise(key="", by=Promiser.ME, what="a plan", at=now.instant)
    with database.session() as session:
        event_id = events.record(session, 1, promise, now)
    late = later(now, "2026-03-30 12:00")
    assert kinds(database, late) == ["K1", "T1"]
    with database.session() as session:
        steps.skip(session, step_id(database, "T1"), "thanked in person", now)
    assert kinds(database, late) == ["K1"]
    with database.session() as session:
        events.remove(session, event_id, late)
    assert kinds(database, late) == []


def test_a_follow_up_is_in_time_all_through_its_day_of_business(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    afternoon, evening = (later(now, f"2026-04-07 {clock}") for clock in ("16:30", "17:30"))
    with database.session() as session:
        steps.done(session, step_id(database, "F1"), afternoon)
    (follow_up,) = [step for step in one_record(database, evening).steps if step.step == "F1"]
    assert follow_up.done == afternoon.instant
    assert afternoon.instant <= follow_up.due < evening.instant


def test_a_note_that_was_late_when_the_no_came_was_late(database: Database, now: Now) -> None:
    add_interview(database, now)
    noted = later(now, "2026-03-30 12:00")
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=noted.instant), noted)
    assert [step.done for step in one_record(database, noted).steps] == [None]


def test_a_no_before_the_note_was_due_makes_it_needless(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)
    assert one_record(database, now).steps == ()


def kinds(database: Database, now: Now) -> list[str]:
    """The rules of the steps that were due."""
    due = [step for step in one_record(database, now).steps if step.due <= now.instant]
    return sorted(step.step for step in due)


def one_record(database: Database, now: Now) -> InterviewRecord:
    """The record of the latest interview."""
    with database.reading() as session:
        return recorded(session, now)[-1].record
