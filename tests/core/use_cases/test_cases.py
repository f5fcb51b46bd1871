"""Applications saved as cases and restored: nothing is lost, and nothing is half-restored."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.models import Application, Interview, Person, Step
from core.playbook import values
from core.playbook.values import Part, PromiseItem, Promiser, StepMark, StepState
from core.refusal import DetailsError, Gone
from core.snapshot import Snapshot
from core.use_cases import cases, events, history, people, steps
from core.use_cases.people import PersonDetails
from core.use_cases.weekly_marks import weekly_marks
from tests.core.stories import ACME, PAUL, add_interview, at, dump, instant, later, states, step


def live_through_a_lot(database: Database, now: Now) -> None:
    """One application with a bit of everything in it."""
    details = replace(
        ACME,
        people=(*ACME.people, PAUL),
        notes="Ask for Mr. Li",
        calendar_uid="a@b",
        place="Bergen",
    )
    add_interview(database, at("2026-03-20 10:00"), details)
    deeds: tuple[values.Event, ...] = (
        values.Promise(key="", by=Promiser.ME, what="a sample", at=now.instant),
        values.Promise(
            key="",
            by=Promiser.ME,
            what="reference list",
            at=now.instant,
            due=date(2026, 4, 9),
            item=PromiseItem.REFERENCES,
        ),
        values.Reply(
            at=now.instant, reply=values.ReplyKind.DATE, decision_date=instant("2026-04-15 12:00")
        ),
        values.Incident(at=now.instant, what="I was late"),
    )
    with database.session() as session:
        steps.claim_due(session, now)
        referee = PersonDetails(name="Amara Nwosu", part=Part.REFEREE, topic="sailing", title="Dr.")
        people.add(session, 1, referee, now)
        for event in deeds:
            events.record(session, 1, event, now)
        notes = session.scalars(select(Step).where(Step.rule == "T1").order_by(Step.id)).all()
        steps.done(session, notes[0].id, now)
        steps.snooze(session, notes[1].id, instant("2026-03-27 20:00"), now)
        steps.skip(session, step(session, "N1").id, "They have no page", now)
        steps.move(session, step(session, "K1").id, instant("2026-04-03 12:00"), now)


def save(database: Database, now: Now) -> tuple[Snapshot, ...]:
    with database.reading() as session:
        return cases.snapshot_all(session, now)


def restore(
    database: Database, saved: tuple[Snapshot, ...], now: Now
) -> tuple[cases.Restored, ...]:
    with database.session() as session:
        return cases.restore(session, saved, now)


def as_planned(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as session:
        rows = session.scalars(select(Step).where(Step.application_id.is_not(None)))
        return sorted(
            (r.key, r.state, r.due, r.best, str(r.snoozed_until), r.moved, r.by_hand, r.reason)
            for r in rows
            if r.state is not StepState.MISSED
        )


def test_what_was_saved_is_restored_as_it_was(
    database: Database, elsewhere: Database, now: Now
) -> None:
    live_through_a_lot(database, now)
    saved = save(database, now)
    (restored,) = restore(elsewhere, saved, now)
    assert (restored.company, restored.replaced) == ("Acme", False)
    assert save(elsewhere, now) == saved
    assert as_planned(elsewhere) == as_planned(database)


def test_what_was_said_before_saving_is_not_said_again(
    database: Database, elsewhere: Database, now: Now
) -> None:
    live_through_a_lot(database, now)
    restore(elsewhere, save(database, now), now)
    with elsewhere.session() as session:
        assert steps.claim_due(session, now) == ()
        evening = steps.claim_due(session, later(now, "2026-03-27 20:00"))
    assert "Thank Mr. Moreau" in {r.title for r in evening} or "T1" in {r.rule for r in evening}


def test_restoring_over_the_same_application_replaces_it(database: Database, now: Now) -> None:
    live_through_a_lot(database, now)
    saved = save(database, now)
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)
    (restored,) = restore(database, saved, now)
    assert restored.replaced
    assert save(database, now) == saved
    assert states(database, restored.application_id)["F3"] is StepState.OPEN


def test_restoring_can_be_undone(database: Database, now: Now) -> None:
    live_through_a_lot(database, now)
    saved = save(database, now)
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)
    before = dump(database.file)
    restore(database, saved, now)
    with database.session() as session:
        history.undo(session, session_change(database), now)
    assert dump(database.file) == before


def session_change(database: Database) -> int:
    with database.reading() as session:
        return history.last_change(session) or 0


INTERVIEW = values.Interview(
    key="round:1",
    round=1,
    mode=values.Mode.VIDEO,
    start=instant("2026-03-27 14:00"),
    end=instant("2026-03-27 15:00"),
    zone="Europe/Berlin",
    people=("anna",),
)
PROMISE = values.Promise(key="p", by=Promiser.ME, what="it", at=INTERVIEW.end)


def case(
    company: str,
    marks: tuple[StepMark, ...] = (),
    events: tuple[values.Event, ...] = (INTERVIEW, PROMISE),
    zone: str = "Europe/Berlin",
) -> Snapshot:
    """A case as someone writes it by hand: with names of their own, and no uid."""
    anna = values.Person(id="anna", name="Anna Berg", part=Part.INTERVIEWER)
    return Snapshot(
        case=values.Case(
            now=instant("2026-03-27 16:00"),
            zone="Europe/Berlin",
            company=company,
            application_zone=zone,
            people=(anna,),
            events=events,
            marks=marks,
        )
    )


def test_two_cases_may_use_the_same_names(database: Database, now: Now) -> None:
    restore(database, (case("Acme"), case("Globex")), now)
    with database.reading() as session:
        assert len(session.scalars(select(Application)).all()) == 2
        assert len(set(session.scalars(select(Person.uid)))) == 2
        for number in (1, 2):
            assert step(session, "T1", number).person_id == number
            assert session.get_one(Interview, number).application_id == number


def test_marks_of_a_case_written_by_hand_close_their_steps(database: Database, now: Now) -> None:
    marks = (
        StepMark(id="T1", person="anna", at=instant("2026-03-27 15:30"), done=True),
        StepMark(id="N1", at=instant("2026-03-27 15:30"), skipped="no page"),
        StepMark(
            id="F1", at=instant("2026-03-27 15:30"), snoozed_until=instant("2026-04-08 10:00")
        ),
    )
    restore(database, (case("Acme"), case("Globex", marks=marks)), now)
    with database.session() as session:
        steps.replan(session, 2, now)
    with database.reading() as session:
        thanks, news = step(session, "T1", 2), step(session, "N1", 2)
        assert (thanks.state, thanks.closed_at) == (StepState.DONE, instant("2026-03-27 15:30"))
        assert (news.state, news.reason) == (StepState.SKIPPED, "no page")
        assert step(session, "F1", 2).snoozed_until == instant("2026-04-08 10:00")
        assert step(session, "T1", 1).state is StepState.OPEN


def test_a_file_with_one_bad_case_restores_none(database: Database, now: Now) -> None:
    bad = case("Globex", zone="Atlantis")
    before = dump(database.file, without=())
    with pytest.raises(DetailsError):
        restore(database, (case("Acme"), bad), now)
    assert dump(database.file, without=()) == before


def test_an_event_of_nobody_is_refused(database: Database, now: Now) -> None:
    linked = values.Linked(at=now.instant, person="nobody")
    with pytest.raises(Gone):
        restore(database, (case("Acme", events=(linked,)),), now)


def test_a_case_is_built_from_what_is_stored(database: Database, now: Now) -> None:
    live_through_a_lot(database, now)
    with database.reading() as session:
        built = cases.to_case(session, 1, now)
    assert (built.company, built.application_zone, built.country) == ("Acme", ACME.zone, "DE")
    assert [person.name for person in built.people] == [
        "Anna-Maria van der Berg",
        "Paul Moreau",
        "Amara Nwosu",
    ]
    assert {type(event) for event in built.events} >= {values.Interview, values.Promise}
    assert len(built.marks) == 4
    assert built.others is None


def test_the_weekly_targets_and_the_zone_come_back(
    database: Database, elsewhere: Database, now: Now
) -> None:
    add_interview(database, now)
    with database.session() as session:
        week = session.scalars(select(Step).where(Step.rule == "N4")).one()
        steps.done(session, week.id, now)
        marks = weekly_marks(session)
    in_new_york = replace(now, zone="America/New_York")
    with elsewhere.session() as session:
        cases.restore_all(session, save(database, now), marks, in_new_york)
    with elsewhere.reading() as session:
        assert weekly_marks(session) == marks
    assert len(marks) == 1
    assert save(elsewhere, in_new_york) == save(database, now)


def test_a_skipped_step_survives_though_nothing_asks_for_it_any_more(
    database: Database, elsewhere: Database, now: Now
) -> None:
    add_interview(database, now)
    promise = values.Promise(key="", by=Promiser.ME, what="sample", at=now.instant)
    with database.session() as session:
        promised = events.record(session, 1, promise, now)
        steps.skip(session, step(session, "K1").id, "They have it", now)
        events.remove(session, promised, now)
    restore(elsewhere, save(database, now), now)
    with elsewhere.reading() as session:
        kept = step(session, "K1")
        assert (kept.title, kept.state, kept.reason) == (
            "Send sample",
            StepState.SKIPPED,
            "They have it",
        )
