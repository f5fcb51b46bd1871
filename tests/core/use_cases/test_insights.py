"""Insights of what is stored: every figure beside a plain, slow reading of the same rows."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import mean, median
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event as listening

from benchmarks import year
from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import Reflection, ReflectionAnswer
from core.paths import Paths
from core.playbook import values
from core.playbook.rulebook import Playbook
from core.playbook.values import Promiser, ReflectionPath
from core.reflection.answers import (
    Answer,
    ChoiceAnswer,
    FriendsAnswer,
    NumberAnswer,
    PickAnswer,
    Rating,
    RatingsAnswer,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)
from core.reflection.answers_json import answer_from_json, answer_to_json
from core.reflection.friends import FriendView
from core.reflection.records import InterviewRecord, Outcome
from core.use_cases import events, interviews, reflections, steps
from core.use_cases.concluding import Adopted
from core.use_cases.insights import Shown, insights, recorded
from tests.core.stories import ACME, add_interview, later, step_id

FORM = shipped_form().form
NOW = year.END.instant
DAY = timedelta(days=1)

Row = dict[str, object]


@pytest.fixture(scope="module")
def lived(
    tmp_path_factory: pytest.TempPathFactory, empty_file: Path, playbook: Playbook
) -> Iterator[Database]:
    """The simulated year: fifty interviews, noted by the use cases."""
    paths = Paths.under(tmp_path_factory.mktemp("year"))
    paths.prepare()
    shutil.copy(empty_file, paths.database)
    database = Database.open(paths, playbook)
    year.build(database)
    yield database
    database.close()


@pytest.fixture(scope="module")
def shown(lived: Database) -> Shown:
    return seen(lived, year.END)


def seen(database: Database, now: Now, since: datetime | None = None) -> Shown:
    with database.reading() as session:
        return insights(session, FORM, since, now)


@pytest.fixture(scope="module")
def rows(lived: Database) -> "Plain":
    return Plain(lived.file)


class Plain:
    """Reads rows one interview at a time, and counts on its fingers."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def all(self, query: str, *arguments: object) -> list[Row]:
        with closing(sqlite3.connect(self.file)) as connection:
            cursor = connection.execute(query, arguments)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def over(self) -> list[Row]:
        """The interviews that took place, in their order."""
        query = "SELECT * FROM interview WHERE called_off IS NULL ORDER BY start, uid"
        return [row for row in self.all(query) if instant(row["end"]) <= NOW]

    def events(self, interview: Row) -> list[Row]:
        query = "SELECT * FROM event WHERE application_id = ? ORDER BY at"
        return self.all(query, interview["application_id"])

    def following(self, interview: Row) -> Row | None:
        query = """SELECT * FROM interview WHERE application_id = ? AND start > ?
            AND called_off IS NULL ORDER BY start"""
        return next(iter(self.all(query, interview["application_id"], interview["start"])), None)

    def outcome(self, interview: Row) -> Outcome:
        if self.following(interview) is not None:
            return Outcome.WENT_ON
        kinds = [
            event["kind"]
            for event in self.events(interview)
            if instant(event["at"]) >= instant(interview["start"])
        ]
        if "offer" in kinds:
            return Outcome.WENT_ON
        query = "SELECT * FROM step WHERE rule = 'Q1' AND state = 'done' AND interview_id = ?"
        silent = bool(self.all(query, interview["id"]))
        over = "rejection" in kinds or "withdrawal" in kinds or silent
        return Outcome.ENDED if over else Outcome.OPEN

    def answer(self, interview: Row, question: str, sitting: int) -> Answer | None:
        """The last version of an answer in one sitting."""
        versions = self.all(
            """SELECT json FROM reflection_answer JOIN reflection ON reflection.id = reflection_id
                WHERE interview_id = ? AND sitting = ? AND question = ?
                ORDER BY at, reflection_answer.id""",
            interview["id"],
            sitting,
            question,
        )
        return answer_from_json(str(versions[-1]["json"])) if versions else None

    def latest(self, interview: Row, question: str) -> Answer | None:
        return self.answer(interview, question, 2) or self.answer(interview, question, 1)

    def estimate(self, interview: Row) -> int | None:
        for sitting in (1, 2):
            answer = self.answer(interview, "Q9", sitting)
            if isinstance(answer, NumberAnswer):
                return answer.value
        return None

    def ratings(self, interview: Row) -> dict[str, int]:
        answer = self.latest(interview, "Q14")
        ratings = answer.ratings if isinstance(answer, RatingsAnswer) else ()
        return {rating.item: rating.value for rating in ratings}

    def hard_tags(self, interview: Row) -> set[str]:
        hardest, questions = self.latest(interview, "Q13"), self.latest(interview, "Q2")
        if not isinstance(hardest, PickAnswer) or not isinstance(questions, TaggedListAnswer):
            return set()
        return {tag.lower() for row in questions.rows if row.key == hardest.row for tag in row.tags}

    def cause(self, interview: Row) -> str | None:
        answer = self.latest(interview, "Q17")
        return answer.choice if isinstance(answer, ChoiceAnswer) else None

    def answered(self, interview: Row) -> float | None:
        """Days until they said more than thanks."""
        following = self.following(interview)
        times = [
            instant(event["at"])
            for event in self.events(interview)
            if event["kind"] in ("rejection", "offer", "on_hold")
            or (event["kind"] == "reply" and event["reply"] != "courtesy")
        ]
        if following is not None and following["invited_at"] is not None:
            times.append(instant(following["invited_at"]))
        end = instant(interview["end"])
        times = [time for time in times if time >= end]
        if following is not None:
            times = [time for time in times if time < instant(following["start"])]
        return (min(times) - end) / DAY if times else None

    def steps(self, interview: Row, rule: str) -> list[Row]:
        """The steps of a rule that belong to this interview; promises by when they were made."""
        if rule != "K1":
            query = "SELECT * FROM step WHERE rule = ? AND interview_id = ?"
            return self.all(query, rule, interview["id"])
        found = []
        for event in self.events(interview):
            begun = [
                row
                for row in self.over()
                if row["application_id"] == interview["application_id"]
                and instant(row["start"]) <= instant(event["at"])
            ]
            if event["kind"] == "promise" and begun[-1]["id"] == interview["id"]:
                found += self.all("SELECT * FROM step WHERE key = ?", f"K1/{event['uid']}")
        return found

    def strengths(self, interview: Row) -> list[tuple[str, str]]:
        told = self.latest(interview, "Q22")
        said = [(r.text, r.friend) for r in told.rows] if isinstance(told, FriendsAnswer) else []
        views = self.all(
            """SELECT strength, friend FROM friends_view JOIN reflection
                ON reflection.id = reflection_id WHERE interview_id = ?""",
            interview["id"],
        )
        return said + [(str(row["strength"]), str(row["friend"])) for row in views]

    def conclusions(self, interview: Row) -> list[datetime | None]:
        found = self.all(
            """SELECT done_at FROM conclusion JOIN reflection ON reflection.id = reflection_id
                WHERE interview_id = ?""",
            interview["id"],
        )
        return [None if row["done_at"] is None else instant(row["done_at"]) for row in found]


def instant(stored: object) -> datetime:
    return datetime.fromisoformat(str(stored)).replace(tzinfo=UTC)


def in_time_until(step: Row) -> datetime:
    """A follow-up is in time all day long."""
    due = instant(step["due"])
    if step["clock"] != "roll":
        return due
    closing = due.astimezone(ZoneInfo(year.ZONE)).replace(hour=17, minute=0, second=0)
    return max(due, closing)


def was_late(step: Row) -> bool:
    """Whether its time was over while it was still asked for, and not done."""
    until = NOW if step["closed_at"] is None else instant(step["closed_at"])
    return step["state"] != "skipped" and until > in_time_until(step)


def test_there_are_fifty_interviews(shown: Shown, rows: Plain) -> None:
    assert shown.insights.interviews == len(rows.over()) == year.INTERVIEWS
    assert shown.insights.missing == ""
    assert list(shown.met) == [row["uid"] for row in rows.over()]


def test_estimates_and_outcomes(shown: Shown, rows: Plain) -> None:
    measure = shown.insights.estimates
    plain = [
        (row["uid"], rows.estimate(row), rows.outcome(row))
        for row in rows.over()
        if rows.estimate(row) is not None
    ]
    assert [(one.interview, one.estimate, one.outcome) for one in measure.found] == plain
    assert measure.rests_on == len(plain) > 30


def test_ratings(shown: Shown, rows: Plain) -> None:
    measure = shown.insights.ratings
    rated = [rows.ratings(row) for row in rows.over()]
    assert measure.rests_on == sum(bool(one) for one in rated)
    found = {trend.item: trend for trend in measure.found}
    assert set(found) == set(year.ITEMS)
    for item, trend in found.items():
        given = [one[item] for one in rated if item in one]
        assert [point.value for point in trend.points] == given
        assert trend.mean == pytest.approx(mean(given))
        for place, point in enumerate(trend.points):
            assert point.mean == pytest.approx(mean(given[: place + 1]))


def test_hard_questions_and_causes(shown: Shown, rows: Plain) -> None:
    tags = [tag for row in rows.over() for tag in rows.hard_tags(row)]
    causes = [cause for row in rows.over() if (cause := rows.cause(row)) is not None]
    for measure, named in ((shown.insights.hard_tags, tags), (shown.insights.causes, causes)):
        assert {one.name: one.count for one in measure.found} == {
            name: named.count(name) for name in named
        }
    assert shown.insights.causes.rests_on == len(causes)
    assert shown.insights.hard_tags.rests_on == sum(bool(rows.hard_tags(r)) for r in rows.over())


def test_stages(shown: Shown, rows: Plain) -> None:
    for stage in shown.insights.stages.found:
        outcomes = [rows.outcome(row) for row in rows.over() if row["round"] == stage.round]
        assert stage.went_on == outcomes.count(Outcome.WENT_ON)
        assert stage.ended == outcomes.count(Outcome.ENDED)
        assert stage.open == outcomes.count(Outcome.OPEN)
    counted = [s.went_on + s.ended + s.open for s in shown.insights.stages.found]
    assert sum(counted) == year.INTERVIEWS
    assert len(counted) == 3


def test_on_time(shown: Shown, rows: Plain) -> None:
    found = {one.step: (one.on_time, one.of) for one in shown.insights.on_time.found}
    assert set(found) == {"T1", "F1", "K1"}
    for rule, counts in found.items():
        of = on_time = 0
        for row in rows.over():
            for step in rows.steps(row, rule):
                of += step["state"] == "done" or was_late(step)
                on_time += step["state"] == "done" and not was_late(step)
        assert counts == (on_time, of)
        assert 0 < on_time < of


def test_response_time(shown: Shown, rows: Plain) -> None:
    measure = shown.insights.answers
    days = [(row["uid"], rows.answered(row)) for row in rows.over()]
    plain = [each for _uid, each in days if each is not None]
    (answered,) = measure.found
    assert [one.interview for one in answered.each] == [u for u, each in days if each is not None]
    assert [one.days for one in answered.each] == pytest.approx(plain)
    assert answered.median == pytest.approx(median(plain))
    assert (answered.shortest, answered.longest) == (min(plain), max(plain))
    assert measure.rests_on == len(plain) > 30


def test_conclusions(shown: Shown, rows: Plain) -> None:
    done = of = 0
    over = rows.over()
    for place, row in enumerate(over[:-1]):
        for at_ in rows.conclusions(row):
            of += 1
            done += at_ is not None and at_ <= instant(over[place + 1]["start"])
    (measured,) = shown.insights.conclusions.found
    assert (measured.done, measured.of) == (done, of)
    assert 0 < done < of


def test_strengths(shown: Shown, rows: Plain) -> None:
    named: dict[str, set[str]] = {}
    for row in rows.over():
        for text, friend in rows.strengths(row):
            named.setdefault(text, set()).add(friend)
    expected = {text: friends for text, friends in named.items() if len(friends) > 1}
    assert {one.text: set(one.people) for one in shown.insights.strengths.found} == expected
    assert expected


def test_the_words_come_from_the_form(shown: Shown) -> None:
    assert shown.rated["listening"] == "Listening"
    assert shown.causes["nerves"] == "Nerves"
    assert shown.findings.ratings == "Listening: better than at first."


def test_the_button_is_for_the_latest_interview_without_a_reflection(
    shown: Shown, rows: Plain
) -> None:
    query = "SELECT 1 FROM reflection WHERE interview_id = ?"
    bare = [row["id"] for row in rows.over() if not rows.all(query, row["id"])]
    assert shown.unreflected is not None
    assert shown.unreflected.id == bare[-1]


def test_interviews_before_a_day_can_be_left_out(lived: Database, rows: Plain) -> None:
    since = datetime(2026, 1, 1, tzinfo=UTC)
    recent = seen(lived, year.END, since)
    counted = [row["uid"] for row in rows.over() if instant(row["start"]) >= since]
    assert 3 < len(counted) < year.INTERVIEWS
    assert list(recent.met) == counted
    assert recent.insights.interviews == len(counted)
    assert recent.in_all == year.INTERVIEWS
    estimates = [rows.estimate(row) for row in rows.over() if row["uid"] in counted]
    assert [e.estimate for e in recent.insights.estimates.found] == [e for e in estimates if e]


def test_fifty_interviews_take_no_more_statements_than_one(
    lived: Database, database: Database
) -> None:
    year.build(database, 1)
    assert statements(lived) == statements(database) == 8


def statements(database: Database) -> int:
    counted = []

    def count(*_arguments: object) -> None:
        counted.append(1)

    with database.reading() as session:
        connection = session.connection()
        listening.listen(connection, "before_cursor_execute", count)
        insights(session, FORM, None, year.END)
    return len(counted)


# ------------------------------------------------------------------ one thing at a time


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
