"""Undo: every deed can be taken back exactly, and none is taken back by halves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from core.clock import Now
from core.database import Database
from core.models import Application, Change, Event, Step
from core.playbook import values
from core.playbook.values import Promiser, ReplyKind, StepState
from core.refusal import CannotUndo
from core.use_cases import applications, events, history, interviews, people, settings, steps
from core.use_cases.applications import ApplicationDetails
from core.use_cases.people import PersonDetails
from tests.core.stories import ACME, add_interview, dump, instant, later, states, step, step_id

Deed = Callable[[Database, Now], None]


def undo_last(database: Database, now: Now) -> None:
    with database.session() as session:
        latest = history.last_change(session)
        assert latest is not None
        history.undo(session, latest, now)


def do(deed: str) -> Deed:
    return DEEDS[deed]


def _done(database: Database, now: Now) -> None:
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), now)


def _snooze(database: Database, now: Now) -> None:
    with database.session() as session:
        steps.snooze(session, step_id(database, "T1"), now.instant + timedelta(hours=1), now)


def _skip(database: Database, now: Now) -> None:
    with database.session() as session:
        steps.skip(session, step_id(database, "N1"), "no", now)


def _move(database: Database, now: Now) -> None:
    with database.session() as session:
        steps.move(session, step_id(database, "N2"), now.instant + timedelta(days=20), now)


def _reject(database: Database, now: Now) -> None:
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)


def _reply(database: Database, now: Now) -> None:
    reply = values.Reply(at=now.instant, reply=ReplyKind.DATE, decision_date=date(2026, 4, 9))
    with database.session() as session:
        events.record(session, 1, reply, now)


def _promise(database: Database, now: Now) -> None:
    promise = values.Promise(key="", by=Promiser.ME, what="a sample", at=now.instant)
    with database.session() as session:
        events.record(session, 1, promise, now)


def _wrong_name(database: Database, now: Now) -> None:
    with database.session() as session:
        person = people.get(session, 1).uid
        slip = values.WrongName(
            key="", at=now.instant, zone=now.zone, person=person, correct="Ann Berg"
        )
        events.record(session, 1, slip, now)


def _next_interview(database: Database, now: Now) -> None:
    details = replace(ACME, start=ACME.start + timedelta(days=9), end=ACME.end + timedelta(days=9))
    add_interview(database, now, details)


def _other_interview(database: Database, now: Now) -> None:
    add_interview(database, now, replace(ACME, company="Lumen & Ash"))


def _move_interview(database: Database, now: Now) -> None:
    details = replace(ACME, end=ACME.end + timedelta(hours=2), people=())
    with database.session() as session:
        interviews.edit(session, 1, details, now)


def _call_off(database: Database, now: Now) -> None:
    with database.session() as session:
        interviews.call_off(session, 1, now)


def _remove_interview(database: Database, now: Now) -> None:
    with database.session() as session:
        interviews.remove(session, 1, now)


def _edit_application(database: Database, now: Now) -> None:
    details = ApplicationDetails(company="Acme AG", role="Lead", country="CH", fast_decision=True)
    with database.session() as session:
        applications.edit(session, 1, details, now)


def _remove_application(database: Database, now: Now) -> None:
    with database.session() as session:
        applications.remove(session, 1, now)


def _add_person(database: Database, now: Now) -> None:
    with database.session() as session:
        people.add(session, 1, PersonDetails(name="Paul Moreau"), now)


def _remove_person(database: Database, now: Now) -> None:
    with database.session() as session:
        people.remove(session, 1, now)


def _change_setting(database: Database, now: Now) -> None:
    with database.session() as session:
        settings.change(session, "follow_up_after", "10bd", now)


DEEDS: dict[str, Deed] = {
    "done": _done,
    "snooze": _snooze,
    "skip": _skip,
    "move": _move,
    "reject": _reject,
    "reply": _reply,
    "promise": _promise,
    "wrong name": _wrong_name,
    "next interview": _next_interview,
    "other interview": _other_interview,
    "move interview": _move_interview,
    "call off": _call_off,
    "remove interview": _remove_interview,
    "edit application": _edit_application,
    "remove application": _remove_application,
    "add person": _add_person,
    "remove person": _remove_person,
    "change setting": _change_setting,
}


@pytest.mark.parametrize("deed", DEEDS)
def test_undo_restores_every_byte(database: Database, now: Now, deed: str) -> None:
    add_interview(database, now)
    _reply(database, now)
    before = dump(database.file)
    do(deed)(database, now)
    assert dump(database.file) != before or deed == "change setting"
    undo_last(database, now)
    assert dump(database.file) == before


@pytest.mark.parametrize("deed", DEEDS)
def test_undo_also_works_after_reminders_have_spoken(
    database: Database, now: Now, deed: str
) -> None:
    add_interview(database, now)
    before = states(database)
    do(deed)(database, now)
    with database.session() as session:
        steps.claim_due(session, later(now, "2026-03-28 12:00"))
    undo_last(database, later(now, "2026-03-28 12:00"))
    after = states(database)
    assert {rule: after.get(rule) for rule in before} == before


def test_everything_can_be_undone_back_to_the_beginning(database: Database, now: Now) -> None:
    empty = dump(database.file)
    add_interview(database, now)
    for deed in ("reply", "snooze", "done", "promise", "other interview", "add person", "reject"):
        do(deed)(database, now)
    for _ in range(8):
        undo_last(database, now)
    assert dump(database.file) == empty
    with database.reading() as session:
        assert history.last_change(session) is None


def test_undo_says_what_it_undid(database: Database, now: Now) -> None:
    add_interview(database, now)
    _done(database, now)
    with database.session() as session:
        assert history.undo(session, 2, now) == "Done: Thank Dr. van der Berg"


def test_the_same_change_is_not_undone_twice(database: Database, now: Now) -> None:
    add_interview(database, now)
    undo_last(database, now)
    with pytest.raises(CannotUndo, match="undone already"), database.session() as session:
        history.undo(session, 1, now)


def test_undoing_one_thing_leaves_a_later_unrelated_one_alone(database: Database, now: Now) -> None:
    add_interview(database, now)
    _skip(database, now)
    _done(database, now)
    with database.session() as session:
        history.undo(session, 2, now)
    after = states(database)
    assert (after["N1"], after["T1"]) == (StepState.OPEN, StepState.DONE)


def test_what_has_changed_since_is_not_undone_by_halves(database: Database, now: Now) -> None:
    add_interview(database, now)
    _snooze(database, now)
    _done(database, now)
    before = dump(database.file, without=())
    with pytest.raises(CannotUndo, match="changed since"), database.session() as session:
        history.undo(session, 2, now)
    assert dump(database.file, without=()) == before


def test_an_application_that_has_grown_since_is_not_removed_by_undo(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    _promise(database, now)
    before = dump(database.file, without=())
    with pytest.raises(CannotUndo), database.session() as session:
        history.undo(session, 1, now)
    assert dump(database.file, without=()) == before


def test_undo_plans_again_what_other_deeds_have_led_to(database: Database, now: Now) -> None:
    """A promise noted after a rejection stays when the rejection is taken back."""
    add_interview(database, now)
    _reject(database, now)
    _promise(database, now)
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
    _done(database, now)
    undo_last(database, now)
    assert states(database)["T1"] is StepState.OPEN


def test_undo_of_a_removed_application_brings_everything_back(database: Database, now: Now) -> None:
    add_interview(database, now)
    _promise(database, now)
    _done(database, now)
    before = dump(database.file)
    _remove_application(database, now)
    with database.reading() as session:
        for kind in (Application, Event):
            assert session.scalar(select(func.count()).select_from(kind)) == 0
        assert session.scalars(select(Step.state)).all() == [StepState.CANCELLED]
    undo_last(database, now)
    assert dump(database.file) == before


def test_a_snooze_undone_speaks_at_its_old_moment(database: Database, now: Now) -> None:
    add_interview(database, now)
    _snooze(database, now)
    undo_last(database, now)
    with database.reading() as session:
        assert step(session, "T1").remind_at == instant("2026-03-27 17:00")
