"""An interview goes in: typed, or from an invitation that may change its mind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.models import Application, Interview, Person, Step, interview_person
from core.playbook.values import Rejection, Reply, ReplyKind, StepState
from core.refusal import DetailsError, Gone
from core.use_cases import applications, events, interviews
from core.use_cases.interviews import InterviewDetails
from core.use_cases.loading import live_others
from core.use_cases.people import NamedPerson
from tests.core.stories import (
    ACME,
    ANNA,
    PAUL,
    add_interview,
    at,
    dump,
    instant,
    later,
    states,
    step,
    today,
    wall,
)

INVITED = replace(ACME, calendar_uid="invitation@acme.example", calendar_sequence=1)


def count(database: Database, kind: type[Application] | type[Interview] | type[Person]) -> int:
    with database.reading() as session:
        return session.query(kind).count()


def test_an_interview_becomes_steps(database: Database) -> None:
    add_interview(database, at("2026-03-24 10:00"))
    planned = states(database)
    assert {"P1", "P2", "P3", "C1", "C2", "T1", "N1", "N2", "F1"} <= planned.keys()
    assert set(planned.values()) == {StepState.OPEN}


def test_the_thank_you_note_is_due_a_day_after_the_interview(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.reading() as session:
        thanks = step(session, "T1")
        assert thanks.title == "Thank Dr. van der Berg"
        assert thanks.best == instant("2026-03-27 17:00")
        assert thanks.due == instant("2026-03-28 15:00")
        assert thanks.expires == instant("2026-04-03 15:00")


def test_a_start_in_the_past_is_the_usual_case_and_is_said(database: Database, now: Now) -> None:
    stored = add_interview(database, now)
    assert stored.notes == ("This interview is over already: its next steps are planned.",)


def test_what_was_over_before_it_was_known_is_not_held_against_the_user(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    assert not {"P1", "P2", "P3"} & states(database).keys()


def test_the_next_round_joins_its_application(database: Database, now: Now) -> None:
    first = add_interview(database, now)
    again = replace(
        ACME, company=" ACME ", start=wall("2026-04-09 10:00"), end=wall("2026-04-09 11:00")
    )
    second = add_interview(database, now, again)
    assert second.application_id == first.application_id
    with database.reading() as session:
        assert session.get_one(Interview, second.interview_id).round == 2


def test_a_next_round_typed_in_asks_for_an_answer(database: Database, now: Now) -> None:
    add_interview(database, now)
    ahead = replace(
        ACME, start=wall("2026-04-09 10:00"), end=wall("2026-04-09 11:00"), invited_at=None
    )
    add_interview(database, now, ahead)
    with database.reading() as session:
        assert step(session, "B1").due == now.instant + timedelta(days=1)


def test_a_round_after_a_rejection_is_planned_whole(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        events.record(session, 1, Rejection(at=now.instant - timedelta(minutes=5)), now)
    ahead = replace(
        ACME, start=wall("2026-04-09 10:00"), end=wall("2026-04-09 11:00"), invited_at=None
    )
    stored = add_interview(database, now, ahead)
    with database.reading() as session:
        query = select(Step.state).where(Step.interview_id == stored.interview_id)
        assert set(session.scalars(query)) == {StepState.OPEN}


def test_a_round_whose_invitation_is_unknown_opens_no_closed_application(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    ended = at("2026-03-30 10:00")
    with database.session() as session:
        events.record(session, 1, Rejection(at=ended.instant), ended)
    second = replace(
        ACME, start=wall("2026-04-02 14:00"), end=wall("2026-04-02 15:00"), invited_at=None
    )
    add_interview(database, at("2026-04-05 10:00"), second)
    with database.reading() as session:
        assert live_others(session, 0) == ()
    told = Reply(at=instant("2026-03-31 10:00"), reply=ReplyKind.DECISION)
    with database.session() as session:
        events.record(session, 1, told, at("2026-04-05 10:00"))
        assert [other.company for other in live_others(session, 0)] == ["Acme"]


def test_another_name_of_the_company_is_the_same_company(database: Database, now: Now) -> None:
    details = applications.ApplicationDetails(
        company="Acme GmbH", role="Engineer", aliases=("Acme",)
    )
    with database.session() as session:
        known = applications.add(session, details, now)
    assert add_interview(database, now).application_id == known


def test_another_role_is_another_application(database: Database, now: Now) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, role="Manager"))
    assert count(database, Application) == 2


def test_a_person_is_known_again_by_address_or_name(database: Database, now: Now) -> None:
    add_interview(database, now)
    people = (
        NamedPerson(name="A. van der Berg", email="ANNA@acme.example", job="Head of Data"),
        NamedPerson(name="anna-maria  van der berg"),
        PAUL,
    )
    add_interview(database, now, replace(ACME, people=people))
    assert count(database, Person) == 2
    with database.reading() as session:
        anna = session.get_one(Person, 1)
        assert (anna.name, anna.job) == ("Anna-Maria van der Berg", "Head of Data")


def test_the_same_name_with_another_address_is_another_person(database: Database, now: Now) -> None:
    twin = replace(ANNA, email="other@acme.example")
    add_interview(database, now, replace(ACME, people=(ANNA, twin)))
    assert count(database, Person) == 2


def test_an_update_of_an_invitation_moves_the_interview(database: Database) -> None:
    early = at("2026-03-20 10:00")
    first = add_interview(database, early, INVITED)
    moved = replace(
        INVITED,
        company="Somebody guessed",
        calendar_sequence=2,
        start=wall("2026-03-30 09:00"),
        end=wall("2026-03-30 10:00"),
    )
    second = add_interview(database, early, moved)
    assert (second.interview_id, count(database, Interview)) == (first.interview_id, 1)
    with database.reading() as session:
        assert step(session, "T1").due == instant("2026-03-31 10:00")
        assert session.get_one(Application, 1).company == "Acme"


def test_an_update_that_names_nobody_keeps_who_is_known(database: Database, now: Now) -> None:
    add_interview(database, now, replace(INVITED, people=(ANNA,)))
    add_interview(database, now, replace(INVITED, calendar_sequence=2, people=()))
    with database.reading() as session:
        assert session.execute(select(interview_person)).all() == [(1, 1)]


def test_an_older_version_of_an_invitation_changes_nothing(database: Database, now: Now) -> None:
    add_interview(database, now, replace(INVITED, calendar_sequence=3))
    old = replace(INVITED, calendar_sequence=2, start=wall("2026-03-01 09:00"))
    stored = add_interview(database, now, old)
    assert "newer version" in stored.notes[0]
    with database.reading() as session:
        assert session.get_one(Interview, 1).start == instant("2026-03-27 14:00")


def test_an_interview_called_off_cancels_its_steps_with_the_reason(database: Database) -> None:
    early = at("2026-03-24 10:00")
    stored = add_interview(database, early)
    with database.session() as session:
        interviews.call_off(session, stored.interview_id, early)
    with database.reading() as session:
        thanks = step(session, "T1")
        assert thanks.state is StepState.CANCELLED
        assert thanks.reason == "the interview was called off on 24 March"
    assert today(database, early).coming_up == ()


def test_to_call_off_twice_changes_nothing(database: Database) -> None:
    early = at("2026-03-20 10:00")
    stored = add_interview(database, early)
    with database.session() as session:
        interviews.call_off(session, stored.interview_id, early)
    before = dump(database.file, without=())
    with database.session() as session:
        interviews.call_off(session, stored.interview_id, later(early, "2026-03-21 10:00"))
        assert session.change_id is None
    assert dump(database.file, without=()) == before


def test_a_change_that_names_no_invitation_keeps_the_known_one(database: Database) -> None:
    early = at("2026-03-20 10:00")
    stored = add_interview(database, early)
    changed = replace(ACME, start=wall("2026-03-27 14:15"), invited_at=None)
    with database.session() as session:
        interviews.edit(session, stored.interview_id, changed, early)
        assert interviews.get(session, stored.interview_id).invited_at == ACME.invited_at


def test_a_new_date_for_an_interview_called_off_opens_it_again(database: Database) -> None:
    early = at("2026-03-24 10:00")
    stored = add_interview(database, early)
    with database.session() as session:
        interviews.call_off(session, stored.interview_id, early)
    with database.session() as session:
        interviews.edit(session, stored.interview_id, ACME, early)
    assert states(database)["T1"] is StepState.OPEN


def test_a_removed_interview_leaves_its_steps_cancelled_with_the_reason(
    database: Database, now: Now
) -> None:
    stored = add_interview(database, now)
    with database.session() as session:
        interviews.remove(session, stored.interview_id, now)
    with database.reading() as session:
        assert step(session, "T1").reason == "the interview was removed"


def test_two_interviews_at_the_same_time_are_said_and_both_stored(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    lumen = replace(ACME, company="Lumen & Ash", start=wall("2026-03-27 14:30"))
    stored = add_interview(database, now, lumen)
    assert stored.notes[0] == "At the same time you are at Acme, Engineer."
    assert count(database, Interview) == 2


def test_one_interview_right_after_the_other_is_no_clash(database: Database, now: Now) -> None:
    add_interview(database, now)
    after = replace(
        ACME, company="Lumen", start=wall("2026-03-27 15:00"), end=wall("2026-03-27 16:00")
    )
    notes = add_interview(database, at("2026-03-27 12:00"), after).notes
    assert notes == ("How long is the way? Add it to the interview.",)


def test_an_hour_that_the_clocks_skip_is_said(database: Database) -> None:
    details = replace(ACME, start=wall("2026-03-29 02:30"), end=wall("2026-03-29 04:30"), people=())
    notes = add_interview(database, at("2026-03-20 10:00"), details).notes
    assert any("clocks go forward" in note for note in notes)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (replace(ACME, company="  "), "company"),
        (replace(ACME, company="x" * 501), "company"),
        (replace(ACME, role="x" * 100_000), "role"),
        (replace(ACME, place="\ud800"), "place"),
        (replace(ACME, company="half a pair: \ud800"), "company"),
        (replace(ACME, notes="x" * 100_001), "notes"),
        (replace(ACME, zone="Europe/Atlantis"), "zone"),
        (replace(ACME, zone="../../etc/passwd"), "zone"),
        (replace(ACME, end=ACME.start), "end"),
        (replace(ACME, end=ACME.start - timedelta(hours=1)), "end"),
        (replace(ACME, end=ACME.start + timedelta(days=30)), "end"),
        (replace(ACME, start=wall("0001-01-01 00:00")), "start"),
        (replace(ACME, travel_minutes=-1), "travel_minutes"),
        (replace(ACME, round=0), "round"),
        (replace(ACME, people=(NamedPerson(name=" "),)), "people"),
    ],
)
def test_what_cannot_be_stored_is_named_and_nothing_is_half_stored(
    database: Database, now: Now, details: InterviewDetails, field: str
) -> None:
    with pytest.raises(DetailsError) as refused:
        add_interview(database, now, details)
    assert refused.value.field == field
    assert count(database, Application) == count(database, Person) == 0


def test_names_in_any_script_are_kept_as_they_are(database: Database, now: Now) -> None:
    person = NamedPerson(name="שרה כהן 👩‍🔬")
    add_interview(database, now, replace(ACME, company="مؤسسة النور 🌟", people=(person,)))
    with database.reading() as session:
        assert session.get_one(Application, 1).company == "مؤسسة النور 🌟"
        assert session.get_one(Person, 1).name == "שרה כהן 👩‍🔬"


def test_what_steers_a_terminal_or_turns_a_text_is_left_out(database: Database, now: Now) -> None:
    notes = "One\r\n\tTwo\x07\u202e"
    add_interview(database, now, replace(ACME, company="Ac\x1b\x9bme\x00 \u202eGmbH", notes=notes))
    with database.reading() as session:
        assert session.get_one(Application, 1).company == "Acme GmbH"
        assert session.get_one(Interview, 1).notes == "One\n\tTwo"


def test_the_longest_note_fits(database: Database, now: Now) -> None:
    add_interview(database, now, replace(ACME, notes="x" * 100_000))
    with database.reading() as session:
        assert len(session.get_one(Interview, 1).notes) == 100_000


def test_what_is_gone_is_said(database: Database, now: Now) -> None:
    with pytest.raises(Gone), database.session() as session:
        interviews.remove(session, 7, now)
