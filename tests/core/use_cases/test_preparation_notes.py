"""Facts, proofs, questions, stories and what was said: kept, changed, removed, undone."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import delete

from core.clock import Now
from core.database import Database, WorkSession
from core.models import Interview
from core.preparation.values import FactTopic, Subject
from core.refusal import DetailsError, Gone, Refusal
from core.use_cases import (
    company_facts,
    evidence,
    history,
    own_questions,
    stories,
    told_them,
)
from core.use_cases.company_facts import FactDetails
from core.use_cases.evidence import ProofDetails
from core.use_cases.preparation_rows import (
    all_stories,
    all_tellings,
    facts_of,
    proofs_of,
    questions_of,
    statements_of,
)
from core.use_cases.stories import StoryDetails
from core.use_cases.told_them import SaidDetails
from tests.core.stories import ACME, add_interview, dump

FACT = FactDetails(topic=FactTopic.CULTURE, value="They sail together", source="their page")
STORY = StoryDetails(
    title="The late ship", situation="A ship was late", tags=("Pressure", "pressure")
)


def test_a_fact_keeps_source_and_use(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        key = company_facts.add(session, 1, FACT, now)
        company_facts.edit(
            session, key, replace(FACT, value="They row", used_for="small talk"), now
        )
        (fact,) = facts_of(session, 1)
        assert (fact.value, fact.source, fact.used_for) == ("They row", "their page", "small talk")
        company_facts.remove(session, key, now)
        assert not facts_of(session, 1)
        with pytest.raises(Gone):
            company_facts.edit(session, key, FACT, now)


def test_a_question_is_asked_in_a_round_and_the_answer_stays(database: Database, now: Now) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, company="Lumen & Ash"))
    with database.session() as session:
        key = own_questions.add(session, 1, "Who was here before?", now)
        own_questions.edit(session, key, "Who had this place before?", now)
        own_questions.asked(session, key, 1, "Somebody who was promoted", now)
        (question,) = questions_of(session, 1)
        assert question.asked is not None
        assert question.answer == "Somebody who was promoted"
        own_questions.not_asked(session, key, now)
        assert questions_of(session, 1)[0].asked is None
        with pytest.raises(Gone):
            own_questions.asked(session, key, 2, "", now)
        own_questions.remove(session, key, now)
        assert not questions_of(session, 1)


def test_what_was_said_belongs_to_its_own_application(database: Database, now: Now) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, company="Lumen & Ash"))
    said = SaidDetails(subject=Subject.NOTICE, text="Three months", interview_id=1, person_id=1)
    with database.session() as session:
        key = told_them.add(session, 1, said, now)
        (statement,) = statements_of(session, 1)
        assert (statement.name, statement.round_number) == ("Dr. van der Berg", 1)
        told_them.edit(session, key, replace(said, interview_id=2, person_id=2), now)
        (statement,) = statements_of(session, 1)
        assert (statement.name, statement.round_number) == ("", None)
        told_them.remove(session, key, now)
        assert not statements_of(session, 1)


def test_a_story_is_kept_tidied_measured_and_told(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        key = stories.add(session, STORY, now)
        stories.measure(session, key, 83, now)
        (story,) = all_stories(session)
        assert (story.tags, story.seconds) == (("pressure",), 83)
        stories.told(session, key, 1, 1, now)
        (telling,) = all_tellings(session)
        assert (telling.company, telling.name) == ("Acme", "Dr. van der Berg")
        assert len(stories.bank(session, now).stories) == 1
        stories.edit(session, key, replace(STORY, title="The ship", seconds=None), now)
        assert all_stories(session)[0].seconds is None


def test_a_removed_story_leaves_its_proof_standing_and_undo_brings_all_back(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    with database.session() as session:
        key = stories.add(session, STORY, now)
        stories.told(session, key, 1, None, now)
        proof = evidence.add(session, 1, ProofDetails(demand="Calm", story=key), now)
        evidence.edit(session, proof, ProofDetails(demand="Calm nerves", story=key), now)
    before = dump(database.file)
    with database.session() as session:
        stories.remove(session, key, now)
        change = session.change_id
    with database.session() as session:
        assert proofs_of(session, 1)[0].story is None
        assert not all_tellings(session)
        assert change is not None
        history.undo(session, change, now)
    assert dump(database.file) == before


def test_what_a_removed_round_heard_goes_with_it(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        key = stories.add(session, STORY, now)
        stories.told(session, key, 1, None, now)
        session.execute(delete(Interview))
        assert not all_tellings(session)


REFUSED: tuple[Callable[[WorkSession, Now], object], ...] = (
    lambda session, now: company_facts.add(session, 1, replace(FACT, value=" "), now),
    lambda session, now: company_facts.add(session, 9, FACT, now),
    lambda session, now: company_facts.add(session, 1, replace(FACT, value="x" * 5_000), now),
    lambda session, now: own_questions.add(session, 1, "", now),
    lambda session, now: own_questions.add(session, 9, "Why?", now),
    lambda session, now: told_them.add(
        session, 1, SaidDetails(subject=Subject.SALARY, text=""), now
    ),
    lambda session, now: told_them.add(
        session, 9, SaidDetails(subject=Subject.SALARY, text="1"), now
    ),
    lambda session, now: evidence.add(session, 1, ProofDetails(demand=""), now),
    lambda session, now: stories.add(session, replace(STORY, title="\n"), now),
    lambda session, now: stories.add(session, replace(STORY, seconds=0), now),
    lambda session, now: stories.add(session, replace(STORY, tags=tuple("abcdefghijklm")), now),
    lambda session, now: stories.measure(session, "no such", 60, now),
    lambda session, now: stories.add(session, replace(STORY, action="x" * 10_001), now),
)


@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_what_cannot_be_kept_is_refused_in_a_sentence_and_nothing_changes(
    database: Database, now: Now, number: int
) -> None:
    add_interview(database, now)
    before = dump(database.file)
    with pytest.raises(Refusal) as refused, database.session() as session:
        REFUSED[number](session, now)
    assert refused.value.sentence.endswith(".")
    assert dump(database.file) == before


def test_only_people_of_that_employer_can_have_heard_it_there(database: Database, now: Now) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, company="Lumen & Ash"))
    with database.session() as session:
        key = stories.add(session, STORY, now)
        with pytest.raises(DetailsError):
            stories.told(session, key, 2, 1, now)
        with pytest.raises(Gone):
            stories.told(session, key, 1, 99, now)
