"""Preparing a round: what is noted elsewhere, put together for one interview."""

from dataclasses import replace
from datetime import date

import pytest

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import NewsItem, ReflectionAnswer
from core.playbook import values
from core.playbook.values import Part, ReflectionPath
from core.preparation.checklist_values import Section
from core.preparation.day_sheet import OPENING, WAY, WORDS
from core.preparation.values import FactTopic, Subject
from core.reflection.answers import (
    ListAnswer,
    ListRow,
    PickAnswer,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)
from core.refusal import DetailsError, Gone
from core.use_cases import (
    company_facts,
    events,
    evidence,
    own_questions,
    people,
    preparation,
    reflections,
    stories,
    told_them,
)
from core.use_cases.company_facts import FactDetails
from core.use_cases.evidence import ProofDetails
from core.use_cases.people import PersonDetails
from core.use_cases.stories import StoryDetails
from core.use_cases.told_them import SaidDetails
from tests.core.stories import add_interview, at
from tests.core.use_cases.preparation_stage import SECOND, item, look, reflect


def test_rounds_to_prepare_are_those_ahead_then_the_last_of_each_that_goes_on(
    database: Database, now: Now, prepared: int
) -> None:
    other = add_interview(database, now, replace(SECOND, company="Lumen & Ash"))
    with database.session() as session:
        ahead = preparation.rounds_to_prepare(session, now)
        assert [(each.company, each.number) for each in ahead] == [("Acme", 2), ("Lumen & Ash", 1)]
        assert ahead[0].interview_id == prepared
        events.record(session, other.application_id, values.Withdrawal(at=now.instant), now)
        assert len(preparation.rounds_to_prepare(session, now)) == 1
        (between,) = preparation.rounds_to_prepare(session, at("2026-04-10 11:30"))
        assert (between.interview_id, between.over) == (prepared, True)


def test_what_is_noted_elsewhere_fills_the_list(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        company_facts.add(
            session, 1, FactDetails(topic=FactTopic.STRATEGY, value="Three plants by 2028"), now
        )
        news = NewsItem(
            title="A plant in Lyon", published=date(2026, 3, 20), source="", negative=False
        )
        news.application_id = 1
        session.add(news)
        story = stories.add(session, StoryDetails(title="The late ship", result="She left"), now)
        evidence.add(session, 1, ProofDetails(demand="Planning", story=story), now)
        own_questions.add(session, 1, "When will you decide?", now)
        told_them.add(
            session, 1, SaidDetails(subject=Subject.SALARY, text="62 000", interview_id=1), now
        )
    view = look(database, prepared, now)
    for key in ("facts/strategy", "facts/news", "logistics/way", "questions/decision"):
        assert item(view, key).done, key
    (proof,) = view.known.proofs
    assert (proof.story, item(view, f"role/{proof.key}").done) == (story, True)
    (said,) = view.known.statements
    assert item(view, f"said/{said.key}").why == "You said it in the first round."
    assert [person.name for person in view.known.people] == ["Paul Moreau"]
    assert view.sheet.leave_at == at("2026-04-10 08:55").instant


def test_the_last_reflection_counts_and_a_calmer_sitting_overrules_it(
    database: Database, now: Now, prepared: int
) -> None:
    questions = TaggedListAnswer(rows=(TaggedRow(key="q", text="Why us?", tags=("Motivation",)),))
    reflect(
        database, 1, now, Q2=questions, Q13=PickAnswer(row="q"), Q20=TextAnswer(text="My French")
    )
    reflect(database, 1, now, 2, Q20=TextAnswer(text="My Italian"), Q13=PickAnswer())
    view = look(database, prepared, now)
    carried = [i.words for i in view.checklist.groups[0].items]
    assert carried == ["Rehearse an answer to “Why us?”"]
    doubt = next(g for g in view.checklist.groups if g.section is Section.DOUBTS)
    assert "My Italian" in doubt.items[0].words
    assert view.bank.uncovered[0] == "motivation"


def test_an_answer_that_nobody_can_read_is_left_out(
    database: Database, now: Now, prepared: int
) -> None:
    reflection = reflect(database, 1, now, Q20=TextAnswer(text="My French"))
    with database.session() as session:
        session.add(
            ReflectionAnswer(
                reflection_id=reflection, question="Q20", at=now.instant, json='{"kind": "odd"}'
            )
        )
    assert all(
        g.section is not Section.DOUBTS for g in look(database, prepared, now).checklist.groups
    )


def test_words_for_the_day_are_kept_and_emptied_words_give_way(
    database: Database, now: Now, prepared: int
) -> None:
    reflect(database, 1, now, Q26=TextAnswer(text="You were honest."))
    with database.session() as session:
        written = {WAY: "Tram 4 to the park", WORDS: "Breathe."}
        preparation.write_day(session, prepared, written, (), now)
    sheet = look(database, prepared, now).sheet
    assert (sheet.way, sheet.words) == ("Tram 4 to the park", "Breathe.")
    with database.session() as session:
        preparation.write_day(session, prepared, {WORDS: " "}, (), now)
    sheet = look(database, prepared, now).sheet
    assert (sheet.way, sheet.words) == ("Tram 4 to the park", "You were honest.")


def test_three_stories_are_taken_along(database: Database, now: Now, prepared: int) -> None:
    with database.session() as session:
        keys = [stories.add(session, StoryDetails(title=title), now) for title in "ABCD"]
        preparation.write_day(session, prepared, {}, (keys[3], keys[1]), now)
    assert [story.title for story in look(database, prepared, now).sheet.stories] == ["B", "D"]
    with database.session() as session:
        with pytest.raises(DetailsError):
            preparation.write_day(session, prepared, {}, keys, now)
        preparation.write_day(session, prepared, {}, (), now)
    assert len(look(database, prepared, now).sheet.stories) == 3


def test_a_story_told_here_before_is_warned_about_in_the_next_round(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        key = stories.add(session, StoryDetails(title="The late ship"), now)
        stories.told(session, key, 1, None, now)
        stories.told(session, key, 1, None, now)
    view = look(database, prepared, now)
    assert len(view.known.tellings) == 1
    assert item(view, f"said/story/{key}").words == "Have another story than “The late ship”"
    with database.session() as session:
        stories.not_told(session, key, view.known.tellings[0].round, now)
    assert not look(database, prepared, now).bank.stories[0].warning


def test_a_round_that_was_removed_is_gone(database: Database, now: Now) -> None:
    with database.reading() as session, pytest.raises(Gone):
        preparation.preparation(session, 7, now)


def test_how_one_meant_to_begin_is_offered_when_one_thinks_back(
    database: Database, now: Now, prepared: int
) -> None:
    after = at("2026-04-10 12:00")
    with database.session() as session:
        words = {OPENING: "I have looked forward\nto this talk"}
        preparation.write_day(session, prepared, words, (), now)
        found = reflections.start(session, prepared, ReflectionPath.FULL, shipped_form(), after)
    assert found.offered["Q5"] == ListAnswer(
        rows=(ListRow(key="prepared", text="I have looked forward to this talk"),)
    )


def test_a_recruiter_is_called_before_another_contact_where_nobody_there_has_a_number(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        for name, part in (("Olga Contact", Part.CONTACT), ("Rita Recruiter", Part.RECRUITER)):
            card = PersonDetails(name=name, part=part, phone=f"+49 {name}")
            people.add(session, 1, card, now)
        people.add(session, 1, PersonDetails(name="Ref", part=Part.REFEREE, phone="+49 1"), now)
    sheet = look(database, prepared, now).sheet
    assert (sheet.late_name, sheet.late_number) == ("Rita Recruiter", "+49 Rita Recruiter")
