"""Whom the answers of a finished reflection speak of: cards, names put right, notes of thanks."""

from dataclasses import replace

from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import (
    Event,
    Person,
    Step,
    TopicItem,
)
from core.playbook import values
from core.playbook.values import Part, StepState
from core.reflection.answers import (
    ContactRow,
    ContactsAnswer,
    WrongNameAnswer,
)
from core.use_cases import events, people, reflections
from core.use_cases.people import NamedPerson, PersonDetails
from tests.core.stories import ACME, add_interview, later, step
from tests.core.use_cases.finishing_stage import (
    REQUIRED,
    SHORT,
    answer,
    cards,
    finish,
    met,
    met_in,
    thought_back,
)


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


def test_somebody_else_in_an_offered_row_is_a_new_card(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        found = reflections.start(session, 1, SHORT, shipped_form(), now).offered["Q1"]
    assert isinstance(found, ContactsAnswer)
    other = replace(found.rows[0], name="Mia Holm")
    answer(database, now, {**REQUIRED, "Q1": met(other)})
    finish(database, now)
    assert set(cards(database)) == {"Anna-Maria van der Berg", "Mia Holm"}


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


def test_a_row_taken_out_and_typed_again_is_a_card_again(database: Database, now: Now) -> None:
    thought_back(database, now, Q1=met(ContactRow(key="b", name="Mia Holm", role="Shipwright")))
    answer(database, now, {"Q1": met(ContactRow(key="x", name="Mia Holm"))})

    finish(database, now)

    assert "Mia Holm" in cards(database)
    assert "Mia Holm" in met_in(database)
