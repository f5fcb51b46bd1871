"""Insights of a year: every figure beside a plain, slow reading of the same rows."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean, median

import pytest
from sqlalchemy import event as listening

from benchmarks import year
from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.paths import Paths
from core.playbook.rulebook import Playbook
from core.reflection.records import Outcome
from core.use_cases.insights import Shown, insights
from tests.core.use_cases.plain_insights import Plain, instant, was_late

FORM = shipped_form().form


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
def rows(lived: Database) -> Plain:
    return Plain(lived.file)


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
