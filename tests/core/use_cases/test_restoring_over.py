"""Restoring an application over itself: what no case file holds stays where it was."""

from dataclasses import replace

from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import CompanyFact, Event, Interview, Person, TopicItem
from core.playbook import values
from core.playbook.values import ReflectionPath
from core.reflection.answers import (
    Answer,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    ListRow,
    PromiseRow,
    PromisesAnswer,
    TextAnswer,
)
from core.snapshot import Snapshot
from core.use_cases import cases, events, history, messages, notes, reflections
from core.use_cases.reflections import Adopted
from tests.core.letters import begin, compose, write
from tests.core.stories import ACME, add_interview, dump, later, states, wall

SECOND = replace(ACME, start=wall("2026-04-08 10:00"), end=wall("2026-04-08 11:00"))
ANSWERS: dict[str, Answer] = {
    "Q1": ContactsAnswer(
        rows=(
            ContactRow(key="a", name="van der Berg", topic="the tide model"),
            ContactRow(key="b", name="Mia Holm"),
            ContactRow(key="c", topic="the new hall"),
        )
    ),
    "Q3": PromisesAnswer(rows=(PromiseRow(key="p", text="a sample"),)),
    "Q4": ListAnswer(rows=(ListRow(key="f", text="six people"),)),
    "Q10": ListAnswer(rows=(ListRow(key="w", text="calm answers"),)),
    "Q12": TextAnswer(text="Pause before I answer"),
    "Q26": TextAnswer(text="You were calm, and you asked good questions."),
}


def lived(database: Database, now: Now) -> tuple[Snapshot, ...]:
    """A finished reflection with a conclusion, a message; and the application as it was saved."""
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, ReflectionPath.SHORT, shipped_form(), now)
        for question, answer in ANSWERS.items():
            reflections.save_answer(session, 1, question, answer, now)
        reflections.finish(session, 1, now)
        found = reflections.proposed(session, 1, now).proposals
        reflections.conclude(session, 1, [Adopted(proposal=each) for each in found], now)
        messages.begin_for(session, 1, "M1", (1,), now)
    write(database, 1, now, "Dear Anna,\n\nthank you.")
    with database.reading() as session:
        return cases.snapshot_all(session, now)


def restore(database: Database, saved: tuple[Snapshot, ...], now: Now) -> int:
    with database.session() as session:
        (restored,) = cases.restore(session, saved, now)
        assert restored.replaced
        return session.change_id or 0


def test_reflections_conclusions_and_messages_stay(database: Database, now: Now) -> None:
    saved = lived(database, now)
    before = kept(database, now)
    write(database, 1, later(now, "2026-03-27 17:00"), "Dear Anna,\n\nthank you so much.")
    restore(database, saved, later(now, "2026-03-27 18:00"))
    assert kept(database, now) == before
    assert compose(database, 1, now).draft.body == "Dear Anna,\n\nthank you."
    with database.reading() as session:
        texts = [
            messages.version_text(session, each.id, now)[1]
            for each in messages.versions(session, 1, now)
        ]
        assert "Dear Anna,\n\nthank you so much." in texts
        assert len(messages.open_drafts(session, now)) == 1
        assert cases.snapshot_all(session, now) == saved


def kept(database: Database, now: Now) -> tuple[object, ...]:
    with database.reading() as session:
        shown = reflections.shown(session, 1, now)
        facts = list(session.scalars(select(CompanyFact.value)))
        strengths = notes.strengths(session, 1, now)
        topics = list(session.scalars(select(TopicItem.text)))
    return shown, facts, strengths, topics


def test_what_the_file_does_not_name_goes(database: Database, now: Now) -> None:
    saved = lived(database, now)
    add_interview(database, now, SECOND)
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)
        notes.add_topic(session, 1, "the harbour", now)
    restore(database, saved, now)
    with database.reading() as session:
        assert len(session.scalars(select(Interview)).all()) == 1
        assert "rejection" not in set(session.scalars(select(Event.kind)))
        assert [each.text for each in notes.topics(session, 1, now)] == ["the new hall"]
        assert cases.snapshot_all(session, now) == saved
    assert "N3" in states(database)


def test_what_was_removed_since_comes_back(database: Database, now: Now) -> None:
    saved = lived(database, now)
    with database.session() as session:
        mia = session.scalars(select(Person).where(Person.name == "Mia Holm")).one()
        session.delete(mia)
    restore(database, saved, now)
    with database.reading() as session:
        assert cases.snapshot_all(session, now) == saved


def test_it_can_be_undone(database: Database, now: Now) -> None:
    saved = lived(database, now)
    add_interview(database, now, SECOND)
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)
    before = dump(database.file)
    change = restore(database, saved, now)
    assert dump(database.file) != before
    with database.session() as session:
        history.undo(session, change, now)
    assert dump(database.file) == before


def test_a_promise_that_was_restored_is_still_the_one_of_its_row(
    database: Database, now: Now
) -> None:
    saved = lived(database, now)
    restore(database, saved, now)
    evening = later(now, "2026-03-27 19:00")
    with database.session() as session:
        row = PromiseRow(key="p", text="two samples")
        reflections.save_answer(session, 1, "Q3", PromisesAnswer(rows=(row,)), evening)
        reflections.finish(session, 1, evening)
    with database.reading() as session:
        promises = select(Event.text).where(Event.kind == "promise")
        assert list(session.scalars(promises)) == ["two samples"]


def test_that_it_was_thought_back_is_not_noted_twice(database: Database, now: Now) -> None:
    saved = lived(database, now)
    restore(database, saved, now)
    before = dump(database.file)
    with database.session() as session:
        reflections.finish(session, 1, later(now, "2026-03-27 18:00"))
    assert dump(database.file) == before
    evening = later(now, "2026-03-27 19:00")
    with database.session() as session:
        reflections.save_answer(session, 1, "Q12", TextAnswer(text="Breathe"), evening)
        reflections.finish(session, 1, evening)
    with database.reading() as session:
        kinds = list(session.scalars(select(Event.kind)))
    assert kinds.count("reflection") == 1


def test_a_step_of_a_restored_promise_keeps_its_mark_beside_another_copy(
    database: Database, elsewhere: Database, now: Now
) -> None:
    """Where another application has the same keys, all of them are renamed, marks too."""
    (saved,) = lived(database, now)
    marked = replace(
        saved,
        case=replace(
            saved.case,
            marks=(
                values.StepMark(
                    id="K1", key=promise_step(database), at=now.instant, skipped="not needed"
                ),
            ),
        ),
    )
    with elsewhere.session() as session:
        cases.restore(session, (saved, replace(marked, uid="")), now)
    assert states(elsewhere, 1)["K1"] is values.StepState.OPEN
    assert states(elsewhere, 2)["K1"] is values.StepState.SKIPPED


def promise_step(database: Database) -> str:
    with database.reading() as session:
        promise = select(Event.uid).where(Event.kind == "promise")
        return f"K1/{session.scalars(promise).one()}"


def test_begin_finds_the_draft_again(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    write(database, draft, now, "Dear Anna")
    with database.reading() as session:
        saved = cases.snapshot_all(session, now)
    restore(database, saved, now)
    assert begin(database, now) == draft
