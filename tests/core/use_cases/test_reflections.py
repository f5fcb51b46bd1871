"""Thinking back: begun, answered, left and gone on with, taken up again on a later day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from core.clock import Now
from core.database import Database
from core.form_store import LoadedForm, shipped_form
from core.models import Reflection, ReflectionAnswer
from core.playbook import values
from core.playbook.values import ReflectionPath
from core.reflection.answers import (
    ContactsAnswer,
    EachAnswer,
    ListAnswer,
    ListRow,
    NumberAnswer,
    RowChoice,
    TextAnswer,
)
from core.reflection.answers_json import AnswerTooLong
from core.refusal import DetailsError, Gone
from core.use_cases import events, interviews, reflections
from core.use_cases.reflections import ReflectionShown
from tests.core.stories import ACME, PAUL, Fresh, add_interview, at, instant, later, wall

SHORT, FULL = ReflectionPath.SHORT, ReflectionPath.FULL


def start(database: Database, now: Now, path: ReflectionPath = SHORT) -> ReflectionShown:
    with database.session() as session:
        return reflections.start(session, 1, path, shipped_form(), now)


def shown(database: Database, now: Now, number: int = 1) -> ReflectionShown:
    with database.reading() as session:
        return reflections.shown(session, number, now)


def say(database: Database, question: str, text: str, now: Now, number: int = 1) -> None:
    with database.session() as session:
        reflections.save_answer(session, number, question, TextAnswer(text=text), now)


def earlier(database: Database, question: str, now: Now) -> list[str]:
    with database.reading() as session:
        found = reflections.versions(session, 1, question, now)
    return [each.answer.text for each in found if isinstance(each.answer, TextAnswer)]


def finish(database: Database, now: Now, number: int = 1) -> None:
    with database.session() as session:
        query = update(Reflection).where(Reflection.id == number)
        session.execute(query.values(finished_at=now.instant))


def test_a_reflection_is_begun_once_and_gone_on_with(database: Database, now: Now) -> None:
    add_interview(database, now)
    begun = start(database, now)
    say(database, "Q12", "Pause first", now)
    with database.session() as session:
        reflections.set_path(session, begun.id, FULL, now)
        reflections.leave_at(session, begun.id, "Q13", now)
    again = start(database, later(now, "2026-03-28 09:00"))
    assert (again.id, again.path, again.at_question) == (begun.id, FULL, "Q13")
    assert again.answers == {"Q12": TextAnswer(text="Pause first")}
    assert (again.company, again.role, again.round) == ("Acme", "Engineer", "First round, on site")
    assert again.form == shipped_form().form


def test_an_interview_to_come_is_not_thought_back_on(database: Database) -> None:
    before = at("2026-03-27 13:00")
    add_interview(database, before)
    with pytest.raises(DetailsError, match="still to come"):
        start(database, before)


def test_the_form_of_then_is_read_after_the_form_has_changed(database: Database, now: Now) -> None:
    add_interview(database, now)
    own = shipped_form().text.replace("Whom did you meet", "Who was there")
    with database.session() as session:
        old = LoadedForm(form=shipped_form().form, text=own)
        reflections.start(session, 1, SHORT, old, now)
    question = start(database, now).form.find("Q1")
    assert question is not None
    assert question.words.startswith("Who was there")


def test_whom_the_interview_was_with_is_offered_until_something_is_answered(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    offered = start(database, now).offered["Q1"]
    assert isinstance(offered, ContactsAnswer)
    assert [row.name for row in offered.rows] == ["Anna-Maria van der Berg"]
    assert start(database, now).answers == {}
    with database.session() as session:
        reflections.save_answer(session, 1, "Q1", offered, now)
    assert "Q1" not in shown(database, now).offered


def test_messages_that_did_not_land_are_offered_in_the_next_round(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    start(database, now)
    wanted = ListAnswer(rows=(ListRow(key="a", text="tides"), ListRow(key="b", text="teams")))
    landed = EachAnswer(
        choices=(RowChoice(row="a", choice="yes"), RowChoice(row="b", choice="partly"))
    )
    with database.session() as session:
        reflections.save_answer(session, 1, "Q5", wanted, now)
        reflections.save_answer(session, 1, "Q6", landed, now)
    finish(database, now)
    second = replace(ACME, start=wall("2026-04-07 10:00"), end=wall("2026-04-07 11:00"))
    add_interview(database, now, second)
    after = later(now, "2026-04-07 12:00")
    with database.session() as session:
        found = reflections.start(session, 2, SHORT, shipped_form(), after)
    assert found.offered["Q5"] == ListAnswer(rows=(ListRow(key="b", text="teams"),))


def test_typing_is_one_version_and_second_thoughts_are_another(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    start(database, now)
    second = timedelta(seconds=1)
    for number, text in enumerate(["P", "Pau", "Pause"]):
        say(database, "Q12", text, replace(now, instant=now.instant + number * second))
    assert earlier(database, "Q12", now) == []
    say(database, "Q12", "Breathe", later(now, "2026-03-27 16:01"))
    assert earlier(database, "Q12", now) == ["Pause"]
    say(database, "Q12", "Breathe", later(now, "2026-03-27 16:30"))
    assert earlier(database, "Q12", now) == ["Pause"]
    assert shown(database, now).answers["Q12"] == TextAnswer(text="Breathe")


def test_what_is_taken_away_at_once_can_be_put_back(database: Database, now: Now) -> None:
    add_interview(database, now)
    start(database, now)
    long = "It went better than I feared. " * 5
    say(database, "Q12", long, now)
    say(database, "Q12", "", now)
    assert earlier(database, "Q12", now) == [long]
    with database.session() as session:
        version = reflections.versions(session, 1, "Q12", now)[0].id
        assert reflections.put_back(session, version, now) == TextAnswer(text=long)
    assert shown(database, now).answers["Q12"] == TextAnswer(text=long)
    assert "" in earlier(database, "Q12", now)


def test_a_row_taken_away_at_once_can_be_put_back(database: Database, now: Now) -> None:
    add_interview(database, now)
    start(database, now)
    rows = (ListRow(key="a", text="calm"), ListRow(key="b", text="clear"))
    with database.session() as session:
        reflections.save_answer(session, 1, "Q10", ListAnswer(rows=rows), now)
        reflections.save_answer(session, 1, "Q10", ListAnswer(rows=rows[:1]), now)
        kept = reflections.versions(session, 1, "Q10", now)
    assert [each.answer for each in kept] == [ListAnswer(rows=rows)]


def test_the_latest_answer_counts_also_when_the_clock_was_set_back(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    start(database, now)
    say(database, "Q12", "first", later(now, "2026-03-27 18:00"))
    say(database, "Q12", "second", now)
    assert shown(database, now).answers["Q12"] == TextAnswer(text="second")
    assert earlier(database, "Q12", now) == ["first"]


def test_an_answer_that_is_too_long_leaves_what_was_there(database: Database, now: Now) -> None:
    add_interview(database, now)
    start(database, now)
    say(database, "Q12", "short", now)
    with pytest.raises(AnswerTooLong):
        say(database, "Q12", "x" * 100_001, now)
    assert shown(database, now).answers["Q12"] == TextAnswer(text="short")


def test_an_answer_that_cannot_be_read_is_left_and_can_be_given_anew(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    start(database, now)
    say(database, "Q12", "short", now)
    with database.session() as session:
        session.execute(update(ReflectionAnswer).values(json="{"))
    assert shown(database, now).answers == {}
    say(database, "Q12", "anew", now)
    assert shown(database, now).answers == {"Q12": TextAnswer(text="anew")}


def test_after_a_rejection_it_is_gentle_also_where_it_was_begun_before(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    assert not start(database, now).gentle
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)
    assert start(database, now).gentle


def test_the_second_sitting_waits_for_another_day_and_rates_anew(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    start(database, now)
    say(database, "Q12", "Pause first", now)
    with database.session() as session:
        reflections.save_answer(session, 1, "Q9", NumberAnswer(value=5), now)
    finish(database, now)
    evening, tomorrow = later(now, "2026-03-27 23:00"), later(now, "2026-03-28 00:30")
    assert not start(database, evening).may_start_again
    with pytest.raises(DetailsError, match="tomorrow"), database.session() as session:
        reflections.start_again(session, 1, FULL, shipped_form(), evening)
    assert start(database, tomorrow).may_start_again
    with database.session() as session:
        second = reflections.start_again(session, 1, FULL, shipped_form(), tomorrow)
    assert (second.sitting, second.path) == (2, FULL)
    assert second.answers == {"Q12": TextAnswer(text="Pause first")}
    assert second.earlier["Q9"] == NumberAnswer(value=5)
    assert start(database, tomorrow).id == second.id
    finish(database, tomorrow, second.id)
    with pytest.raises(DetailsError, match="twice"), database.session() as session:
        reflections.start_again(session, 1, FULL, shipped_form(), later(now, "2026-04-09 09:00"))


def test_interviews_that_wait_for_a_reflection_are_listed_the_latest_first(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    others = [
        replace(
            ACME, company="Lumen", start=wall("2026-03-25 14:00"), end=wall("2026-03-25 15:00")
        ),
        replace(
            ACME, company="To come", start=wall("2026-03-30 14:00"), end=wall("2026-03-30 15:00")
        ),
        replace(ACME, company="Off", people=(PAUL,)),
    ]
    for each in others:
        add_interview(database, now, each)
    with database.session() as session:
        interviews.call_off(session, 4, now)
    start(database, now)
    with database.reading() as session:
        found = reflections.unreflected(session, now)
    assert [(each.company, each.begun) for each in found] == [("Acme", True), ("Lumen", False)]
    finish(database, now)
    with database.reading() as session:
        assert [each.company for each in reflections.unreflected(session, now)] == ["Lumen"]
        done = reflections.past(session, now)
    assert [(each.company, each.end) for each in done] == [("Acme", instant("2026-03-27 15:00"))]


def test_a_reflection_that_went_with_its_interview_is_gone(database: Database, now: Now) -> None:
    add_interview(database, now)
    start(database, now)
    with database.session() as session:
        interviews.remove(session, 1, now)
    with pytest.raises(Gone):
        shown(database, now)
    with pytest.raises(Gone):
        say(database, "Q12", "late", now)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(
    lambda text: TextAnswer(text=text)
)
SAVING = st.tuples(
    st.just("save"), st.sampled_from(["Q7", "Q12", "Q26"]), TEXTS, st.integers(1, 45)
)
OTHERS = st.tuples(
    st.sampled_from(["path", "resume", "leave", "put back"]),
    st.sampled_from(["Q7", "Q12", "Q26"]),
    st.none(),
    st.integers(1, 45),
)


@settings(max_examples=40)
@given(st.lists(SAVING | OTHERS, max_size=25))
def test_nothing_is_lost_in_whatever_order_one_writes_switches_and_goes_on(
    fresh: Fresh, deeds: list[tuple[str, str, TextAnswer | None, int]]
) -> None:
    moment = at("2026-03-27 16:00")
    present: dict[str, TextAnswer] = {}
    stood: dict[str, set[str]] = {"Q7": set(), "Q12": set(), "Q26": set()}
    with fresh() as database:
        add_interview(database, moment)
        start(database, moment)
        for deed, question, written, seconds in deeds:
            if seconds >= 30:
                for name, each in present.items():
                    stood[name].add(each.text)
            moment = replace(moment, instant=moment.instant + timedelta(seconds=seconds))
            with database.session() as session:
                match deed:
                    case "save" if written is not None:
                        reflections.save_answer(session, 1, question, written, moment)
                        present[question] = written
                    case "path":
                        path = FULL if seconds % 2 else SHORT
                        reflections.set_path(session, 1, path, moment)
                    case "leave":
                        reflections.leave_at(session, 1, question, moment)
                    case "put back":
                        for version in reflections.versions(session, 1, question, moment)[:1]:
                            back = reflections.put_back(session, version.id, moment)
                            assert isinstance(back, TextAnswer)
                            present[question] = back
            assert start(database, moment).answers == present
        for question, texts in stood.items():
            now_there = {present[question].text} if question in present else set()
            assert texts <= {*earlier(database, question, moment), *now_there}
