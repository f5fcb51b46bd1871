"""A reflection is finished: cards, promises, facts, strengths and steps follow from its answers."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from core.clock import Now
from core.database import Database, WorkSession
from core.form_store import shipped_form
from core.models import (
    CompanyFact,
    Consequence,
    Event,
    Person,
    Step,
    StrengthItem,
    TopicItem,
    interview_person,
)
from core.playbook import values
from core.playbook.values import Part, PromiseItem, Promiser, ReflectionPath, StepState
from core.reflection.answers import (
    Answer,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    ListRow,
    PromiseRow,
    PromisesAnswer,
    TextAnswer,
    WrongNameAnswer,
)
from core.reflection.friends import FriendView
from core.use_cases import events, history, interviews, notes, people, reflections, steps
from core.use_cases.people import NamedPerson, PersonDetails
from core.use_cases.reflections import Adopted, NotFinished
from tests.core.deeds import DEEDS
from tests.core.reflection.generated import answers_to
from tests.core.stories import ACME, Fresh, add_interview, at, dump, later, states, step, wall

SHORT, FULL = ReflectionPath.SHORT, ReflectionPath.FULL

WELL = ListAnswer(rows=(ListRow(key="w", text="a calm way to explain tides"),))
KIND = TextAnswer(text="You were calm, and you asked good questions.")
REQUIRED: Mapping[str, Answer] = {"Q10": WELL, "Q26": KIND}


def met(*rows: ContactRow) -> ContactsAnswer:
    return ContactsAnswer(rows=rows)


def promised(*rows: PromiseRow) -> PromisesAnswer:
    return PromisesAnswer(rows=rows)


EVERYTHING: Mapping[str, Answer] = {
    "Q1": met(
        ContactRow(key="a", name="Dr. van der Berg", topic="the tide model"),
        ContactRow(key="b", name="Mia Holm", role="Shipwright", topic="oak, and ash"),
        ContactRow(key="c", topic="the new hall"),
    ),
    "Q3": promised(
        PromiseRow(key="p", text="a sample", due=date(2026, 4, 1)),
        PromiseRow(key="d", by=Promiser.THEM, text="the decision", due=date(2026, 4, 10)),
    ),
    "Q12": TextAnswer(text="Pause before I answer"),
    "Q4": ListAnswer(rows=(ListRow(key="f", text="six people"),)),
    "Q19": WrongNameAnswer(used=True, whom="somebody"),
}


def answer(database: Database, now: Now, answers: Mapping[str, Answer], number: int = 1) -> None:
    with database.session() as session:
        for question, each in answers.items():
            reflections.save_answer(session, number, question, each, now)


def finish(database: Database, now: Now, number: int = 1) -> int | None:
    """Returns the id of the change."""
    with database.session() as session:
        reflections.finish(session, number, now)
        return session.change_id


def thought_back(database: Database, now: Now, **answers: Answer) -> int | None:
    """An interview with Anna, its reflection with these answers, finished."""
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, SHORT, shipped_form(), now)
    answer(database, now, {**REQUIRED, **answers})
    return finish(database, now)


def cards(database: Database) -> dict[str, tuple[str, str]]:
    with database.reading() as session:
        return {row.name: (row.job, row.topic) for row in session.scalars(select(Person))}


def met_in(database: Database, interview: int = 1) -> set[str]:
    with database.reading() as session:
        query = (
            select(Person.name)
            .join(interview_person, interview_person.c.person_id == Person.id)
            .where(interview_person.c.interview_id == interview)
        )
        return set(session.scalars(query))


def promises(session: WorkSession) -> list[tuple[Promiser | None, str, date | None]]:
    query = select(Event).where(Event.kind == "promise").order_by(Event.id)
    return [(row.by, row.text, row.moment_on) for row in session.scalars(query)]


def counted(database: Database) -> tuple[int, ...]:
    """How many cards, events, facts, strengths and topics there are."""
    tables = (Person, Event, CompanyFact, StrengthItem, TopicItem, Consequence)
    with database.reading() as session:
        return tuple(
            session.scalar(select(func.count()).select_from(table)) or 0 for table in tables
        )


def test_it_does_not_end_without_something_that_went_well(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, SHORT, shipped_form(), now)
    with pytest.raises(NotFinished) as refused:
        finish(database, now)
    assert refused.value.question == "Q10"
    answer(database, now, {"Q10": WELL, "Q26": TextAnswer(text="Well done.")})
    with pytest.raises(NotFinished) as refused:
        finish(database, now)
    assert refused.value.question == "Q26"


def test_finishing_closes_the_quiet_minutes_and_asks_for_conclusions(
    database: Database, now: Now
) -> None:
    thought_back(database, now)
    found = states(database)
    assert (found["C2"], found["N2"], found["N3"]) == (
        StepState.DONE,
        StepState.OPEN,
        StepState.OPEN,
    )
    with database.session() as session:
        reflections.set_path(session, 1, FULL, now)
    more = tuple(ListRow(key=key, text=f"a thing {key}") for key in "xyz")
    answer(database, now, {"Q10": ListAnswer(rows=more)})
    finish(database, later(now, "2026-03-28 16:00"))
    assert states(database)["N2"] is StepState.DONE


def test_people_met_become_cards_and_are_thanked(database: Database, now: Now) -> None:
    rows = met(
        ContactRow(key="a", name="Dr. van der Berg", role="Head of design", topic="the tide model"),
        ContactRow(key="b", name="Mia Holm", role="Shipwright", topic="oak, and ash"),
        ContactRow(key="c", topic="the new hall"),
    )
    thought_back(database, now, Q1=rows)
    assert cards(database) == {
        "Anna-Maria van der Berg": ("Head of design", "the tide model"),
        "Mia Holm": ("Shipwright", "oak, and ash"),
    }
    assert met_in(database) == {"Anna-Maria van der Berg", "Mia Holm"}
    with database.reading() as session:
        assert list(session.scalars(select(TopicItem.text))) == ["the new hall"]
        thanked = select(Person.name).join(Step, Step.person_id == Person.id)
        names = set(session.scalars(thanked.where(Step.rule == "T1", Step.state == "open")))
    assert names == {"Anna-Maria van der Berg", "Mia Holm"}


def test_finishing_twice_is_finishing_once(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    before = dump(database.file)
    assert finish(database, later(now, "2026-03-27 17:00")) is None
    assert dump(database.file) == before


def test_undo_brings_back_exactly_what_was_there(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, SHORT, shipped_form(), now)
    answer(database, now, {**REQUIRED, **EVERYTHING})
    before = dump(database.file)
    change = finish(database, now)
    assert change is not None
    assert dump(database.file) != before
    with database.session() as session:
        assert history.undo(session, change, now) == "Thought back on Acme"
    assert dump(database.file) == before
    finish(database, now)
    assert counted(database) == counted(database)
    assert states(database)["C2"] is StepState.DONE


def test_changed_words_change_the_thing_instead_of_making_another(
    database: Database, now: Now
) -> None:
    thought_back(database, now, **EVERYTHING)
    count = counted(database)
    changed: dict[str, Answer] = {
        "Q1": met(
            ContactRow(key="a", name="Anna-Maria van der Berg", topic="the wave tank"),
            ContactRow(key="b", name="Mia Holmen", role="Boatbuilder", topic="oak"),
            ContactRow(key="c", topic="the old hall"),
        ),
        "Q3": promised(
            PromiseRow(key="p", text="two samples", due=date(2026, 4, 2)),
            PromiseRow(key="d", by=Promiser.THEM, text="a decision", due=date(2026, 4, 9)),
        ),
        "Q12": TextAnswer(text="Pause before I answer"),
        "Q4": ListAnswer(rows=(ListRow(key="f", text="eight people"),)),
        "Q10": ListAnswer(rows=(ListRow(key="w", text="calm answers about tides"),)),
    }
    answer(database, later(now, "2026-03-27 18:00"), changed)
    finish(database, later(now, "2026-03-27 18:01"))
    assert counted(database) == count
    assert cards(database) == {
        "Anna-Maria van der Berg": ("", "the wave tank"),
        "Mia Holmen": ("Boatbuilder", "oak"),
    }
    with database.reading() as session:
        assert promises(session) == [
            (Promiser.ME, "two samples", date(2026, 4, 2)),
            (Promiser.THEM, "a decision", date(2026, 4, 9)),
        ]
        assert list(session.scalars(select(CompanyFact.value))) == ["eight people"]
        assert list(session.scalars(select(StrengthItem.text))) == ["calm answers about tides"]
        assert list(session.scalars(select(TopicItem.text))) == ["the old hall"]


def test_what_is_taken_out_of_the_answers_goes_again(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    nothing: dict[str, Answer] = {
        "Q1": met(),
        "Q3": promised(),
        "Q4": ListAnswer(),
        "Q19": WrongNameAnswer(used=False),
    }
    answer(database, later(now, "2026-03-27 18:00"), nothing)
    finish(database, later(now, "2026-03-27 18:01"))
    assert cards(database) == {"Anna-Maria van der Berg": ("", "")}
    assert met_in(database) == {"Anna-Maria van der Berg"}
    with database.reading() as session:
        assert promises(session) == []
        assert session.scalars(select(CompanyFact)).all() == []
        assert session.scalars(select(TopicItem)).all() == []
        kept = set(session.scalars(select(Consequence.key)))
    assert {key.split("/")[1] for key in kept} == {"Q10"}


def test_what_the_user_has_changed_since_stays(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    with database.session() as session:
        mia = session.scalars(select(Person).where(Person.name == "Mia Holm")).one()
        details = PersonDetails(
            name="Mia Holm",
            part=mia.part,
            job="Shipwright",
            email="mia@acme.example",
            topic="oak, and ash\nher kayak",
        )
        people.edit(session, mia.id, details, now)
        fact = session.scalars(select(CompanyFact)).one()
        fact.value = "six people, two of them new"
    nothing: dict[str, Answer] = {"Q1": met(), "Q4": ListAnswer()}
    answer(database, later(now, "2026-03-27 18:00"), nothing)
    finish(database, later(now, "2026-03-27 18:01"))
    assert cards(database)["Mia Holm"] == ("Shipwright", "her kayak")
    with database.reading() as session:
        assert list(session.scalars(select(CompanyFact.value))) == ["six people, two of them new"]


def test_what_the_user_has_removed_stays_away(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    with database.session() as session:
        promise = session.scalars(select(Event).where(Event.text == "a sample")).one()
        events.remove(session, promise.id, now)
        mia = session.scalars(select(Person).where(Person.name == "Mia Holm")).one()
        people.remove(session, mia.id, now)
    answer(database, later(now, "2026-03-27 18:00"), {"Q12": TextAnswer(text="Pause")})
    finish(database, later(now, "2026-03-27 18:01"))
    assert "Mia Holm" not in cards(database)
    with database.reading() as session:
        assert [text for _, text, _ in promises(session)] == ["the decision"]


def test_a_row_that_speaks_of_somebody_else_lets_the_first_one_go(
    database: Database, now: Now
) -> None:
    thought_back(database, now, Q1=met(ContactRow(key="b", name="Mia Holm", topic="oak")))
    row = ContactRow(key="b", name="Anna-Maria van der Berg", topic="oak")
    answer(database, later(now, "2026-03-27 18:00"), {"Q1": met(row)})
    finish(database, later(now, "2026-03-27 18:01"))
    assert cards(database) == {"Anna-Maria van der Berg": ("", "oak")}


def test_a_fuller_name_in_an_offered_row_is_the_same_person(database: Database, now: Now) -> None:
    add_interview(database, now, replace(ACME, people=(NamedPerson(name="Anna"),)))
    with database.session() as session:
        found = reflections.start(session, 1, SHORT, shipped_form(), now).offered["Q1"]
    assert isinstance(found, ContactsAnswer)
    fuller = replace(found.rows[0], name="Anna Berg", topic="oak")
    answer(database, now, {**REQUIRED, "Q1": met(fuller)})
    finish(database, now)
    assert cards(database) == {"Anna Berg": ("", "oak")}


def test_a_first_name_does_not_mean_a_referee_who_was_not_there(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    with database.session() as session:
        referee = PersonDetails(name="Paul Moreau", part=Part.REFEREE)
        people.add(session, 1, referee, now)
        reflections.start(session, 1, SHORT, shipped_form(), now)
    row = ContactRow(key="a", name="Paul", topic="oak")
    answer(database, now, {**REQUIRED, "Q1": met(row)})
    finish(database, now)
    assert met_in(database) == {"Anna-Maria van der Berg", "Paul"}
    assert cards(database)["Paul Moreau"] == ("", "")


def test_what_was_called_off_meanwhile_says_nothing_of_another_round(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, SHORT, shipped_form(), now)
        interviews.call_off(session, 1, now)
    answer(database, now, REQUIRED)
    finish(database, now)
    with database.reading() as session:
        assert "reflection" not in set(session.scalars(select(Event.kind)))
        assert len(reflections.past(session, now)) == 1
    assert finish(database, now) is None


def test_somebody_else_in_an_offered_row_is_a_new_card(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        found = reflections.start(session, 1, SHORT, shipped_form(), now).offered["Q1"]
    assert isinstance(found, ContactsAnswer)
    other = replace(found.rows[0], name="Mia Holm")
    answer(database, now, {**REQUIRED, "Q1": met(other)})
    finish(database, now)
    assert set(cards(database)) == {"Anna-Maria van der Berg", "Mia Holm"}


def test_a_promise_of_mine_and_one_of_theirs_are_planned(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    with database.reading() as session:
        assert step(session, "K1").state is StepState.OPEN
        decision = session.scalars(select(Event).where(Event.text == "the decision")).one()
        assert decision.item is PromiseItem.DECISION


def test_a_wrong_name_is_put_right_on_the_card(database: Database, now: Now) -> None:
    thought_back(
        database,
        now,
        Q1=met(ContactRow(key="b", name="Mia Holm")),
        Q19=WrongNameAnswer(used=True, whom="Mia", correct="Mia Holmgren"),
    )
    assert set(cards(database)) == {"Anna-Maria van der Berg", "Mia Holmgren"}
    right = WrongNameAnswer(used=True, whom="Mia", correct="Mia Holmgreen")
    answer(database, later(now, "2026-03-27 18:00"), {"Q19": right})
    finish(database, later(now, "2026-03-27 18:01"))
    assert set(cards(database)) == {"Anna-Maria van der Berg", "Mia Holmgreen"}
    with database.reading() as session:
        slips = session.scalars(select(Event).where(Event.kind == "wrong_name")).all()
        assert [(row.text, row.at) for row in slips] == [("Mia Holmgreen", now.instant)]
        mia = session.scalars(select(Person).where(Person.name == "Mia Holmgreen")).one()
        assert mia.confirmed


def test_a_wrong_name_after_the_thank_you_asks_for_a_correction(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    with database.session() as session:
        anna = people.get(session, 1).uid
        sent = values.Sent(message="M1", at=now.instant, to=(anna,))
        events.record(session, 1, sent, now)
        reflections.start(session, 1, SHORT, shipped_form(), now)
    slip = WrongNameAnswer(used=True, whom="Anna", correct="Anneke van der Berg")
    answer(database, later(now, "2026-03-27 16:30"), {**REQUIRED, "Q19": slip})
    finish(database, later(now, "2026-03-27 18:00"))
    with database.reading() as session:
        correction = step(session, "T2")
        assert (correction.state, correction.person_id) == (StepState.OPEN, 1)
    assert set(cards(database)) == {"Anneke van der Berg"}


def test_the_second_sitting_adds_to_the_first_and_doubles_nothing(
    database: Database, now: Now
) -> None:
    thought_back(database, now, **EVERYTHING)
    count = counted(database)
    tomorrow = later(now, "2026-03-28 10:00")
    with database.session() as session:
        second = reflections.start_again(session, 1, SHORT, shipped_form(), tomorrow)
    rows = (PromiseRow(key="p", text="a sample"), PromiseRow(key="n", text="a drawing"))
    answer(database, tomorrow, {"Q3": promised(*rows)}, second.id)
    finish(database, tomorrow, second.id)
    with database.reading() as session:
        assert [text for _, text, _ in promises(session)] == ["a sample", "a drawing"]
    assert counted(database)[0] == count[0]
    assert counted(database)[2:5] == count[2:5]


def test_thinking_back_on_an_earlier_round_says_nothing_of_the_later_one(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    second = replace(ACME, start=wall("2026-03-30 10:00"), end=wall("2026-03-30 11:00"))
    add_interview(database, now, second)
    after = later(now, "2026-03-30 12:00")
    with database.session() as session:
        steps.replan(session, 1, after)
        reflections.start(session, 1, FULL, shipped_form(), after)
    more = tuple(ListRow(key=key, text=f"a thing {key}") for key in "xyz")
    answer(database, after, {**REQUIRED, "Q10": ListAnswer(rows=more)})
    finish(database, after)
    with database.reading() as session:
        query = select(Step.interview_id, Step.state).where(Step.rule == "N2")
        assert dict(session.execute(query).all()) == {1: StepState.DONE, 2: StepState.OPEN}
    before = dump(database.file)
    assert finish(database, after) is None
    assert dump(database.file) == before


def test_after_a_rejection_it_finishes_with_less(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)
        reflections.start(session, 1, FULL, shipped_form(), now)
    answer(database, now, REQUIRED)
    finish(database, now)
    with database.reading() as session:
        assert reflections.unreflected(session, now) == ()


def test_a_strength_that_is_noted_already_is_not_noted_twice(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        notes.add_strength(session, 1, "A calm way to explain tides", now)
        reflections.start(session, 1, SHORT, shipped_form(), now)
    answer(database, now, REQUIRED)
    finish(database, now)
    with database.reading() as session:
        assert list(session.scalars(select(StrengthItem.text))) == ["A calm way to explain tides"]


def test_what_it_was_finished_with_is_known_after_days_of_second_thoughts(
    database: Database, now: Now
) -> None:
    thought_back(database, now, **EVERYTHING)
    for day in range(1, 6):
        for hour in range(10, 20):
            moment = later(now, f"2026-04-0{day} {hour}:00")
            row = PromiseRow(key="p", text=f"a sample of {day}, {hour}")
            answer(database, moment, {"Q3": promised(row)})
    with database.reading() as session:
        assert len(reflections.versions(session, 1, "Q3", now)) < 30
    finish(database, later(now, "2026-04-06 10:00"))
    with database.reading() as session:
        assert [text for _, text, _ in promises(session)] == ["a sample of 5, 19"]


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_after_a_reflection_is_undone_exactly(
    database: Database, now: Now, deed: str
) -> None:
    anna = met(
        ContactRow(key="a", name="van der Berg", topic="tides"), ContactRow(key="c", topic="oak")
    )
    thought_back(database, now, **{**EVERYTHING, "Q1": anna})
    with database.session() as session:
        reflections.add_view(session, 1, FriendView(key="", strength="You listen."), now)
        found = reflections.proposed(session, 1, now).proposals
        reflections.conclude(session, 1, [Adopted(proposal=each) for each in found], now)
    before = dump(database.file)
    DEEDS[deed](database, now)
    with database.session() as session:
        latest = history.last_change(session)
        assert latest is not None
        history.undo(session, latest, now)
    assert dump(database.file) == before


FORM = shipped_form().form


@settings(max_examples=40)
@given(
    st.lists(answers_to(FORM), min_size=1, max_size=2),
    answers_to(FORM),
    st.sampled_from([SHORT, FULL]),
)
def test_whatever_is_answered_finishing_twice_is_once_and_undo_takes_all_back(
    fresh: Fresh,
    given_answers: list[dict[str, Answer]],
    next_day: dict[str, Answer],
    path: ReflectionPath,
) -> None:
    moment = at("2026-03-27 16:00")
    enough = ListAnswer(rows=tuple(ListRow(key=f"k{n}", text=f"a thing {n}") for n in range(3)))
    with fresh() as database:
        add_interview(database, moment)
        with database.session() as session:
            reflections.start(session, 1, path, shipped_form(), moment)
        for number, answers in enumerate(given_answers):
            moment = at(f"2026-03-27 1{7 + number}:00")
            answer(database, moment, {**answers, "Q10": enough, "Q26": KIND})
            before = dump(database.file)
            change = finish(database, moment)
            after = dump(database.file)
            finish(database, moment)
            assert dump(database.file) == after
            assert number or change is not None
            if change is None:  # the same was answered again
                continue
            with database.session() as session:
                history.undo(session, change, moment)
            assert dump(database.file) == before
            finish(database, moment)
            assert without_ids(dump(database.file)) == without_ids(after)
        tomorrow = at("2026-03-28 10:00")
        with database.session() as session:
            second = reflections.start_again(session, 1, path, shipped_form(), tomorrow)
        answer(database, tomorrow, {**next_day, "Q10": enough, "Q26": KIND}, second.id)
        before = dump(database.file)
        change = finish(database, tomorrow, second.id)
        assert change is not None
        assert finish(database, tomorrow, second.id) is None
        with database.session() as session:
            history.undo(session, change, tomorrow)
        assert dump(database.file) == before


def without_ids(rows: list[str]) -> list[str]:
    """Rows without numbers: a row made anew has another one."""
    return sorted(re.sub(r"[0-9a-f]{32}|\b\d+\b", "", row) for row in rows)


def test_a_row_taken_out_and_typed_again_is_a_card_again(database: Database, now: Now) -> None:
    thought_back(database, now, Q1=met(ContactRow(key="b", name="Mia Holm", role="Shipwright")))
    answer(database, now, {"Q1": met(ContactRow(key="x", name="Mia Holm"))})

    finish(database, now)

    assert "Mia Holm" in cards(database)
    assert "Mia Holm" in met_in(database)
