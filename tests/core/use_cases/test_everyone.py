"""Everybody whom the user knows: from which company, when last heard from, in which rounds."""

from dataclasses import replace

from core.clock import Now
from core.database import Database
from core.models import Person
from core.playbook.values import Contact
from core.use_cases import events, interviews, people
from core.use_cases.everyone import KnownPerson, everyone
from core.use_cases.people import PersonDetails
from tests.core.stories import ACME, ANNA, PAUL, add_interview, at, instant

BEFORE = at("2026-03-26 09:00")
AFTER = at("2026-03-28 09:00")


def known(database: Database, now: Now) -> dict[str, KnownPerson]:
    """Everybody by name, in the order of the list."""
    with database.reading() as session:
        return {person.details.name: person for person in everyone(session, now)}


def test_cards_of_all_applications_stand_together(database: Database) -> None:
    add_interview(database, BEFORE)
    other = add_interview(database, BEFORE, replace(ACME, company="Globex", people=()))
    with database.session() as session:
        people.add(session, other.application_id, PersonDetails(name="Aaron"), BEFORE)

    found = known(database, AFTER)

    assert list(found) == [ANNA.name, "Aaron"]  # who was heard from comes first
    assert [found[name].company for name in found] == ["Acme", "Globex"]
    assert (found["Aaron"].rounds, found["Aaron"].last_contact) == ((), None)
    assert found["Aaron"].application_id == other.application_id


def test_a_meeting_is_a_contact_once_it_has_begun(database: Database) -> None:
    add_interview(database, BEFORE)

    assert known(database, BEFORE)[ANNA.name].last_contact is None
    assert known(database, AFTER)[ANNA.name].last_contact == instant("2026-03-27 14:00")


def test_what_was_written_later_counts(database: Database) -> None:
    stored = add_interview(database, BEFORE, replace(ACME, people=(ANNA, PAUL)))
    written = at("2026-04-02 10:00")
    with database.session() as session:
        card = session.get_one(Person, known(database, AFTER)[PAUL.name].id)
        said = Contact(at=written.instant, person=card.uid)
        events.record(session, stored.application_id, said, written)

    found = known(database, written)

    assert list(found) == [PAUL.name, ANNA.name]
    assert found[PAUL.name].last_contact == written.instant
    assert known(database, AFTER)[PAUL.name].last_contact == instant("2026-03-27 14:00")


def test_a_round_that_was_called_off_is_no_meeting(database: Database) -> None:
    stored = add_interview(database, BEFORE)
    assert known(database, AFTER)[ANNA.name].rounds == (1,)
    with database.session() as session:
        interviews.call_off(session, stored.interview_id, BEFORE)

    found = known(database, AFTER)[ANNA.name]

    assert (found.rounds, found.last_contact) == ((), None)
