"""A round is prepared from what is stored; ticks, words and choices are kept, and can be undone."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import Conclusion, NewsItem, Reflection, ReflectionAnswer, Step
from core.playbook import values
from core.playbook.values import Part, ReflectionPath, StepState
from core.preparation.checklist_values import Item, Section
from core.preparation.day_sheet import OPENING, WAY, WORDS
from core.preparation.values import FactTopic, Subject
from core.reflection.answers import (
    Answer,
    ListAnswer,
    ListRow,
    PickAnswer,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)
from core.reflection.answers_json import answer_to_json
from core.reflection.conclusions import ConclusionKind
from core.refusal import DetailsError, Gone
from core.use_cases import (
    company_facts,
    events,
    evidence,
    history,
    own_questions,
    people,
    preparation,
    reflections,
    steps,
    stories,
    told_them,
)
from core.use_cases.company_facts import FactDetails
from core.use_cases.evidence import ProofDetails
from core.use_cases.people import PersonDetails
from core.use_cases.preparation import Preparation
from core.use_cases.stories import StoryDetails
from core.use_cases.told_them import SaidDetails
from tests.core.stories import ACME, PAUL, add_interview, at, dump, wall

SECOND = replace(
    ACME,
    start=wall("2026-04-10 10:00"),
    end=wall("2026-04-10 11:30"),
    place="Acme, Torstr. 1",
    travel_minutes=40,
    people=(PAUL,),
    invited_at=None,
)


@pytest.fixture
def prepared(database: Database, now: Now) -> int:
    """The second round at Acme, two weeks ahead; the first one was an hour ago."""
    add_interview(database, at("2026-03-20 10:00"))
    return add_interview(database, now, SECOND).interview_id


def look(database: Database, interview_id: int, now: Now) -> Preparation:
    with database.reading() as session:
        return preparation.preparation(session, interview_id, now)


def item(view: Preparation, key: str) -> Item:
    return next(item for item in view.checklist.items if item.key == key)


def reflect(
    database: Database, interview_id: int, now: Now, sitting: int = 1, **answers: Answer
) -> int:
    """A reflection as it is stored."""
    with database.session() as session:
        row = Reflection(
            application_id=1,
            interview_id=interview_id,
            sitting=sitting,
            form_text="",
            path=ReflectionPath.FULL,
            begun_at=now.instant,
        )
        session.add(row)
        session.flush()
        for question, answer in answers.items():
            session.add(
                ReflectionAnswer(
                    reflection_id=row.id,
                    question=question,
                    at=now.instant,
                    json=answer_to_json(answer),
                )
            )
        return row.id


def conclude(database: Database, reflection_id: int, now: Now, key: str, text: str) -> str:
    with database.session() as session:
        row = Conclusion(
            reflection_id=reflection_id,
            key=key,
            kind=ConclusionKind.DELIVERY,
            text=text,
            due=now.instant + timedelta(days=7),
            adopted_at=now.instant,
        )
        session.add(row)
        session.flush()
        return row.uid


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


def test_ticking_a_conclusion_does_it_and_undo_opens_it_again(
    database: Database, now: Now, prepared: int
) -> None:
    reflection = reflect(
        database, 1, now, Q26=TextAnswer(text="Well done, and go to bed early now.")
    )
    uid = conclude(database, reflection, now, "Q12", "Leave a quarter of an hour earlier")
    key = f"conclusion/{uid}"
    assert look(database, prepared, now).checklist.items[0].key == key
    with database.session() as session:
        preparation.tick(session, prepared, key, True, now)
        change = session.change_id
        assert session.change_label == "Prepared: Leave a quarter of an hour earlier"
    assert item(look(database, prepared, now), key).done
    with database.reading() as session:
        assert session.get_one(Conclusion, 1).done_at == now.instant
    with database.session() as session:
        assert change is not None
        history.undo(session, change, now)
    assert not item(look(database, prepared, now), key).done
    with database.reading() as session:
        assert session.get_one(Conclusion, 1).done_at is None


def test_ticks_and_own_items_belong_to_their_round(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        key = preparation.add_item(session, prepared, Section.LOGISTICS, "  Iron the shirt ", now)
    with database.session() as session:
        preparation.tick(session, prepared, "logistics/agenda", True, now)
        preparation.tick(session, prepared, key, True, now)
    view = look(database, prepared, now)
    assert item(view, key).words == "Iron the shirt"
    assert item(view, key).done
    assert item(view, "logistics/agenda").done
    assert not item(look(database, 1, at("2026-03-27 12:00")), "logistics/agenda").done
    with database.session() as session:
        preparation.tick(session, prepared, "logistics/agenda", False, now)
    assert not item(look(database, prepared, now), "logistics/agenda").done
    for _ in range(4):
        with database.session() as session:
            change = history.last_change(session)
            assert change is not None
            history.undo(session, change, now)
    assert not any("preparation_tick" in line for line in dump(database.file) if "INSERT" in line)


def test_own_items_can_be_removed_and_others_not(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        key = preparation.add_item(session, prepared, Section.OFFER, "Ask about the move", now)
        preparation.remove_item(session, prepared, key, now)
    assert all(not i.own for i in look(database, prepared, now).checklist.items)
    with database.session() as session:
        preparation.tick(session, prepared, "offer/range", True, now)
        with pytest.raises(Gone):
            preparation.remove_item(session, prepared, "offer/range", now)
        with pytest.raises(Gone):
            preparation.tick(session, prepared, "no/such item", True, now)
        with pytest.raises(DetailsError):
            preparation.add_item(session, prepared, Section.OFFER, " ", now)
        with pytest.raises(Gone):
            preparation.add_item(session, 99, Section.OFFER, "Anything", now)


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


def test_confirming_place_and_names_here_closes_the_step_and_taking_it_back_opens_it(
    database: Database, now: Now, prepared: int
) -> None:
    def confirmed() -> StepState:
        with database.reading() as session:
            query = select(Step).where(Step.interview_id == prepared, Step.rule == "P1")
            return session.scalars(query).one().state

    with database.session() as session:
        preparation.tick(session, prepared, "logistics/confirmed", True, now)
        change = session.change_id
        assert session.change_label == "Prepared: Confirm place, time and names"
    assert confirmed() is StepState.DONE
    with database.session() as session:
        preparation.tick(session, prepared, "logistics/confirmed", False, now)
    assert confirmed() is StepState.OPEN
    assert not item(look(database, prepared, now), "logistics/confirmed").done
    with database.session() as session:
        assert change is not None
        history.undo(session, history.last_change(session) or 0, now)
    assert confirmed() is StepState.DONE


def test_once_all_is_packed_the_step_of_the_day_before_is_done(
    database: Database, now: Now, prepared: int
) -> None:
    def packed() -> StepState:
        with database.reading() as session:
            query = select(Step).where(Step.interview_id == prepared, Step.rule == "P2")
            return session.scalars(query).one().state

    with database.session() as session:
        own_questions.add(session, 1, "When will you decide?", now)
    wanted = [
        each.key
        for each in look(database, prepared, now).checklist.items
        if each.section is Section.LOGISTICS and not each.done
    ]
    for key in wanted:
        assert packed() is StepState.OPEN
        with database.session() as session:
            preparation.tick(session, prepared, key, True, now)
    assert packed() is StepState.DONE
    with database.session() as session:
        preparation.tick(session, prepared, wanted[-1], False, now)
    assert packed() is StepState.OPEN


def test_a_step_that_was_closed_elsewhere_is_left_alone(
    database: Database, now: Now, prepared: int
) -> None:
    with database.session() as session:
        query = select(Step).where(Step.interview_id == prepared, Step.rule == "P2")
        step = session.scalars(query).one()
        steps.done(session, step.id, now)
        preparation.tick(session, prepared, "logistics/agenda", True, now)
        preparation.tick(session, prepared, "logistics/agenda", False, now)
        assert step.state is StepState.DONE


def test_between_two_rounds_the_next_one_is_prepared_and_keeps_what_was_done(
    database: Database, now: Now
) -> None:
    first = add_interview(database, at("2026-03-20 10:00")).interview_id
    reflection = reflect(
        database,
        first,
        now,
        Q13=PickAnswer(text="Why did I leave?"),
        Q20=TextAnswer(text="My French"),
    )
    uid = conclude(database, reflection, now, "Q12", "Leave earlier")
    with database.session() as session:
        story = stories.add(session, StoryDetails(title="The late ship"), now)
        stories.told(session, story, first, None, now)
    view = look(database, first, now)
    sections = [group.section for group in view.checklist.groups]
    assert Section.LOGISTICS not in sections
    assert Section.DOUBTS in sections
    assert view.bank.stories[0].warning
    hardest = next(i.key for i in view.checklist.items if i.key.startswith("hardest/"))
    with database.session() as session:
        for key in (hardest, "offer/range", "questions/enough", f"conclusion/{uid}"):
            preparation.tick(session, first, key, True, now)
    second = add_interview(database, now, SECOND).interview_id
    done = {i.key for i in look(database, second, now).checklist.items if i.done}
    assert {hardest, "offer/range", f"conclusion/{uid}"} <= done
    assert "questions/enough" not in done
    with database.session() as session:
        preparation.tick(session, second, "offer/range", False, now)
    assert not item(look(database, second, now), "offer/range").done


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
