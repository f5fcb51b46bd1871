"""A few letters find applications, people and open steps, in any script."""

from dataclasses import replace

from core.clock import Now
from core.database import Database
from core.drafting.replies import ReceivedReply
from core.preparation.values import FactTopic, Subject
from core.use_cases import (
    company_facts,
    messages,
    own_questions,
    replies,
    search,
    steps,
    stories,
    told_them,
)
from core.use_cases.company_facts import FactDetails
from core.use_cases.people import NamedPerson
from core.use_cases.search import Found, Kind
from core.use_cases.stories import StoryDetails
from core.use_cases.told_them import SaidDetails
from tests.core.letters import begin, write
from tests.core.stories import ACME, add_interview, step_id


def find(database: Database, text: str, now: Now) -> list[Found]:
    with database.reading() as session:
        return list(search.find(session, text, now))


def test_all_words_are_looked_for_in_any_order(database: Database, now: Now) -> None:
    add_interview(database, now)
    titles = {(found.kind, found.title) for found in find(database, "berg acme", now)}
    assert titles == {
        (Kind.PERSON, "Anna-Maria van der Berg"),
        (Kind.STEP, "Thank Dr. van der Berg"),
    }


def test_capitals_do_not_matter_in_any_script(database: Database, now: Now) -> None:
    person = NamedPerson(name="Ünal ÇELİK")
    add_interview(database, now, replace(ACME, company="ÖRSTED ΑΘΗΝΑ", people=(person,)))
    assert find(database, "örsted αθηνα", now)[0].kind is Kind.APPLICATION
    assert Kind.PERSON in {found.kind for found in find(database, "ünal", now)}


def test_signs_of_sql_are_letters_like_others(database: Database, now: Now) -> None:
    add_interview(database, now, replace(ACME, company="100%_sure'; --"))
    assert find(database, "%_sure';", now)[0].note == "100%_sure'; --"
    assert find(database, "%%", now) == []


def test_what_they_wrote_is_found_by_its_words(database: Database, now: Now) -> None:
    stored = add_interview(database, now)
    no = ReceivedReply(at=now.instant, body="We chose another\ncandidate.", sender="Anna Berg")
    with database.session() as session:
        replies.attach_reply(session, stored.application_id, no, now)

    (found,) = find(database, "candidate", now)

    assert (found.kind, found.application_id) == (Kind.REPLY, stored.application_id)
    assert found.title == "We chose another candidate."
    assert found.note == "From Anna Berg, Acme"


def test_closed_steps_are_not_found(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), now)
    assert not [found for found in find(database, "thank", now) if found.kind is Kind.STEP]


def test_nothing_is_found_for_nothing_and_a_long_text_does_no_harm(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    assert find(database, "   ", now) == []
    assert find(database, "x" * 100_000, now) == []


def messages_in(found: list[Found]) -> list[tuple[str, str]]:
    return [(each.title, each.note) for each in found if each.kind is Kind.MESSAGE]


def test_drafts_and_sent_messages_are_found_by_any_of_their_words(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, company="Lumen", people=()))
    draft = begin(database, now)
    write(database, draft, now, "Dear Dr. van der Berg,\n\nthank you for the kiln tour.")
    for words in ("KILN berg", "thank-you acme", "anna-maria kiln", "engineer kiln"):
        assert len(messages_in(find(database, words, now))) == 1, words
    assert messages_in(find(database, "kiln lumen", now)) == []
    assert (
        messages_in(find(database, "kiln", now))[0][1] == "Draft to Anna-Maria van der Berg, Acme"
    )

    with database.session() as session:
        messages.confirm_sent(session, draft, now.instant, now)
        nobody = messages.begin_for(session, 2, "M10", (), now)
    (found,) = [each for each in find(database, "kiln", now) if each.kind is Kind.MESSAGE]
    assert (found.id, found.note) == (draft, "Sent to Anna-Maria van der Berg, Acme")
    answer = ("Answer to a rejection", "Draft, Lumen")
    assert messages_in(find(database, "lumen", now)) == [answer]

    with database.session() as session:
        messages.discard(session, nobody, now)
    assert messages_in(find(database, "lumen", now)) == []


def test_a_few_messages_are_shown_the_last_edited_first(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        for kind in ("M1", "M4", "M5", "M6", "M10", "M12", "M13", "M14", "M15", "M16", "M17"):
            messages.begin_for(session, 1, kind, (), now)
    found = [each for each in find(database, "acme", now) if each.kind is Kind.MESSAGE]
    assert [each.id for each in found] == list(range(11, 11 - search.MOST, -1))


def test_what_was_prepared_is_found_by_any_of_its_words(database: Database, now: Now) -> None:
    add_interview(database, now)
    fact = FactDetails(topic=FactTopic.CULTURE, value="They sail\ntogether", source="their page")
    said = SaidDetails(subject=Subject.SALARY, text="sixty thousand")
    with database.session() as session:
        stories.add(session, StoryDetails(title="The ship", action="I called crews"), now)
        company_facts.add(session, 1, fact, now)
        own_questions.add(session, 1, "Who sails with whom?", now)
        told_them.add(session, 1, said, now)
    assert find(database, "crews called", now) == [
        Found(kind=Kind.STORY, id=1, application_id=None, title="The ship", note="")
    ]
    assert [(each.kind, each.title, each.note) for each in find(database, "sail", now)] == [
        (Kind.FACT, "They sail together", "Acme"),
        (Kind.QUESTION, "Who sails with whom?", "Acme"),
    ]
    assert [each.kind for each in find(database, "sixty acme", now)] == [Kind.SAID]
