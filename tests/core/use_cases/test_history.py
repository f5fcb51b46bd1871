"""Undo: every deed can be taken back exactly, and none is taken back by halves."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.exc import MultipleResultsFound, NoResultFound

from core.clock import Now
from core.database import Database
from core.models import Application, Change, Event, Step
from core.playbook import values
from core.playbook.values import StepState
from core.refusal import CannotUndo, Refusal
from core.use_cases import applications, events, history, interviews, people, settings, steps
from core.use_cases.applications import ApplicationDetails
from tests.core import deeds
from tests.core.deeds import DEEDS
from tests.core.stories import ACME, Fresh, add_interview, at, dump, instant, later, states, step

SEQUENCES = examples(max_examples=15)


def last_change(database: Database) -> int | None:
    with database.reading() as session:
        return history.last_change(session)


def undo_last(database: Database, now: Now) -> None:
    with database.session() as session:
        latest = history.last_change(session)
        assert latest is not None
        history.undo(session, latest, now)


@pytest.mark.parametrize("deed", DEEDS)
def test_undo_restores_every_byte(database: Database, now: Now, deed: str) -> None:
    add_interview(database, now)
    deeds.reply(database, now)
    before = dump(database.file)
    DEEDS[deed](database, now)
    assert dump(database.file) != before or deed == "change setting"
    undo_last(database, now)
    assert dump(database.file) == before


@pytest.mark.parametrize("deed", DEEDS)
def test_undo_also_works_after_reminders_have_spoken(
    database: Database, now: Now, deed: str
) -> None:
    add_interview(database, now)
    before = states(database)
    DEEDS[deed](database, now)
    with database.session() as session:
        steps.claim_due(session, later(now, "2026-03-28 12:00"))
    undo_last(database, later(now, "2026-03-28 12:00"))
    after = states(database)
    assert {rule: after.get(rule) for rule in before} == before


def test_everything_can_be_undone_back_to_the_beginning(database: Database, now: Now) -> None:
    empty = dump(database.file)
    add_interview(database, now)
    for deed in ("reply", "snooze", "done", "promise", "other interview", "add person", "reject"):
        DEEDS[deed](database, now)
    for _ in range(8):
        undo_last(database, now)
    assert dump(database.file) == empty
    with database.reading() as session:
        assert history.last_change(session) is None


def test_undo_says_what_it_undid(database: Database, now: Now) -> None:
    add_interview(database, now)
    deeds.done(database, now)
    with database.session() as session:
        assert history.undo(session, 2, now) == "Done: Thank Dr. van der Berg"


def test_the_same_change_is_not_undone_twice(database: Database, now: Now) -> None:
    add_interview(database, now)
    undo_last(database, now)
    with pytest.raises(CannotUndo, match="undone already"), database.session() as session:
        history.undo(session, 1, now)


def test_undoing_one_thing_leaves_a_later_unrelated_one_alone(database: Database, now: Now) -> None:
    add_interview(database, now)
    deeds.skip(database, now)
    deeds.done(database, now)
    with database.session() as session:
        history.undo(session, 2, now)
    after = states(database)
    assert (after["N1"], after["T1"]) == (StepState.OPEN, StepState.DONE)


def test_what_has_changed_since_is_not_undone_by_halves(database: Database, now: Now) -> None:
    add_interview(database, now)
    deeds.snooze(database, now)
    deeds.done(database, now)
    before = dump(database.file, without=())
    with pytest.raises(CannotUndo, match="changed since"), database.session() as session:
        history.undo(session, 2, now)
    assert dump(database.file, without=()) == before


def test_an_application_that_has_grown_since_is_not_removed_by_undo(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    deeds.promise(database, now)
    before = dump(database.file, without=())
    with pytest.raises(CannotUndo), database.session() as session:
        history.undo(session, 1, now)
    assert dump(database.file, without=()) == before


def removal_of(database: Database, now: Now, kind: str) -> int:
    """Removes one thing of a kind; returns the change."""
    with database.session() as session:
        if kind == "application":
            applications.remove(session, 1, now)
        elif kind == "interview":
            interviews.remove(session, 1, now)
        elif kind == "person":
            people.remove(session, 1, now)
        else:
            incident = values.Incident(at=now.instant, what="coffee spilt")
            event_id = events.record(session, 1, incident, now)
            events.remove(session, event_id, now)
        assert session.change_id is not None
        return session.change_id


UNRELATED = {
    "application": deeds.other_interview,
    "interview": deeds.other_interview,
    "person": deeds.other_interview,
    "event": deeds.promise,
}


@pytest.mark.parametrize("kind", UNRELATED)
def test_a_removal_is_undone_though_something_new_has_come(
    database: Database, now: Now, kind: str
) -> None:
    """An id that was free, of a step too, is given to nothing else meanwhile."""
    add_interview(database, now)
    before = states(database)
    removal = removal_of(database, now, kind)
    UNRELATED[kind](database, now)
    with database.session() as session:
        history.undo(session, removal, now)
    after = states(database)
    assert {rule: after.get(rule) for rule in before} == before


def test_what_was_added_and_removed_again_is_not_removed_by_undo(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    deeds.add_person(database, now)
    with database.session() as session:
        people.remove(session, 2, now)
    with pytest.raises(CannotUndo), database.session() as session:
        history.undo(session, 2, now)


def test_undo_plans_again_what_other_deeds_have_led_to(database: Database, now: Now) -> None:
    """A promise noted after a rejection stays when the rejection is taken back."""
    add_interview(database, now)
    deeds.reject(database, now)
    deeds.promise(database, now)
    with database.session() as session:
        history.undo(session, 2, now)
    after = states(database)
    assert (after["F1"], after["K1"]) == (StepState.OPEN, StepState.OPEN)


def test_one_deed_of_several_parts_is_one_change(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.reading() as session:
        assert session.scalar(select(func.count(Change.id))) == 1


def test_a_deed_that_changes_nothing_is_no_change(database: Database, now: Now) -> None:
    add_interview(database, now)
    details = ApplicationDetails(company="Acme", role="Engineer", zone=ACME.zone, country="DE")
    with database.session() as session:
        applications.edit(session, 1, details, now)
        assert session.change_id is None


def test_the_last_two_hundred_changes_are_kept(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        for hour in range(1, 206):
            moment = now.instant + timedelta(hours=hour)
            steps.snooze(session, step(session, "T1").id, moment, now)
    with database.reading() as session:
        kept = session.scalars(select(Change.id).order_by(Change.id)).all()
    assert (kept[0], kept[-1], len(kept)) == (7, 206, 200)


def test_a_deed_that_fails_leaves_no_change_and_the_next_one_is_whole(
    database: Database, now: Now
) -> None:
    add_interview(database, now)

    def stumble() -> None:
        with database.session() as session, history.recorded(session, "stumble", now):
            session.delete(session.get_one(Application, 1))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    deeds.done(database, now)
    undo_last(database, now)
    assert states(database)["T1"] is StepState.OPEN


def test_undo_of_a_removed_application_brings_everything_back(database: Database, now: Now) -> None:
    add_interview(database, now)
    deeds.promise(database, now)
    deeds.done(database, now)
    before = dump(database.file)
    deeds.remove_application(database, now)
    with database.reading() as session:
        for kind in (Application, Event):
            assert session.scalar(select(func.count()).select_from(kind)) == 0
        assert session.scalars(select(Step.state)).all() == [StepState.CANCELLED]
    undo_last(database, now)
    assert dump(database.file) == before


def test_a_snooze_undone_speaks_at_its_old_moment(database: Database, now: Now) -> None:
    add_interview(database, now)
    deeds.snooze(database, now)
    undo_last(database, now)
    with database.reading() as session:
        assert step(session, "T1").remind_at == instant("2026-03-27 17:00")


def test_a_theme_undone_is_the_old_one(database: Database, now: Now) -> None:
    with database.session() as session:
        settings.change(session, "theme", "dark", now)
    undo_last(database, now)
    with database.reading() as session:
        assert settings.read(session).theme == "system"


def test_what_the_program_notes_for_itself_stays(database: Database, now: Now) -> None:
    add_interview(database, now)
    undo_last(database, now)
    with database.reading() as session:
        assert settings.read(session).home_zone == now.zone


@SEQUENCES
@given(st.lists(st.sampled_from(sorted(DEEDS)), max_size=6))
def test_whatever_was_done_can_be_undone_one_after_the_other(
    fresh: Fresh, chosen: list[str]
) -> None:
    now = at("2026-03-27 16:00")
    with fresh() as database:
        add_interview(database, now)
        stages: list[list[str]] = []
        for deed in chosen:
            stage, latest = dump(database.file), last_change(database)
            with suppress(Refusal, NoResultFound, MultipleResultsFound):
                DEEDS[deed](database, now)
            if last_change(database) != latest:
                stages.append(stage)
        for stage in reversed(stages):
            undo_last(database, now)
            assert dump(database.file) == stage
