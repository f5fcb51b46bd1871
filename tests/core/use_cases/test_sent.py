"""What another program was given: asked about, and noted as sent in one piece."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.drafting.stages import HandedTo, Stage
from core.models import Override, Person, Step
from core.playbook import values
from core.playbook.values import Consent, Part, PromiseItem, Promiser, StepState
from core.refusal import DetailsError, Gone
from core.use_cases import cases, events, history, messages, people, steps
from core.use_cases.messages import HandedOver
from core.use_cases.people import PersonDetails
from tests.core.letters import begin, compose, text_of, write
from tests.core.stories import add_interview, dump, instant, later, states, step


def hand_over(database: Database, draft: int, now: Now) -> None:
    with database.session() as session:
        messages.handed_over(session, draft, HandedTo.MAIL_PROGRAM, now)


def confirm(database: Database, draft: int, wall: str, now: Now) -> int:
    """Says that it was sent; returns the change."""
    with database.session() as session:
        messages.confirm_sent(session, draft, instant(wall), now)
        return session.change_id or 0


def asked(database: Database, now: Now) -> tuple[HandedOver, ...]:
    with database.reading() as session:
        return messages.awaiting_answer(session, now)


def sent_events(database: Database, now: Now) -> list[values.Sent]:
    with database.reading() as session:
        known = cases.to_case(session, 1, now).events
    return [event for event in known if isinstance(event, values.Sent)]


def test_handing_over_proves_nothing_and_is_asked_about(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    assert asked(database, now) == ()
    hand_over(database, draft, now)
    (question,) = asked(database, later(now, "2026-03-28 09:00"))
    assert (question.draft_id, question.company, question.kind) == (draft, "Acme", "M1")
    assert (question.people, question.to) == (
        ("Anna-Maria van der Berg",),
        HandedTo.MAIL_PROGRAM,
    )
    assert (question.at, states(database)["T1"]) == (now.instant, StepState.OPEN)


def test_yes_notes_the_contact_and_closes_the_step(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    hand_over(database, draft, now)
    morning = later(now, "2026-03-28 09:00")
    confirm(database, draft, "2026-03-27 18:30", morning)
    shown = compose(database, draft, morning)
    (sent,) = sent_events(database, morning)
    assert (sent.message, sent.at, sent.to) == ("M1", instant("2026-03-27 18:30"), shown.draft.to)
    assert (shown.stage, shown.sent_at) == (Stage.SENT, sent.at)
    assert states(database)["T1"] is StepState.DONE
    assert asked(database, morning) == ()


def test_a_follow_up_that_was_sent_restarts_the_clock(database: Database, now: Now) -> None:
    add_interview(database, now)
    week = later(now, "2026-04-07 10:00")
    draft = begin(database, week, "F1")
    confirm(database, draft, "2026-04-07 10:00", week)
    with database.reading() as session:
        assert step(session, "F1").state is StepState.DONE
        assert step(session, "F2").due >= instant("2026-04-14 10:00")


def test_no_makes_it_a_draft_again(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    hand_over(database, draft, now)
    with database.session() as session:
        messages.not_sent(session, draft, now)
    assert compose(database, draft, now).stage is Stage.WRITING
    assert asked(database, now) == ()


def test_yes_can_be_undone_and_is_asked_again(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    hand_over(database, draft, now)
    before = dump(database.file)
    change = confirm(database, draft, "2026-03-27 16:00", now)
    with database.session() as session:
        assert history.undo(session, change, now) == "Sent: Thank-you to Anna-Maria van der Berg"
    assert dump(database.file) == before
    assert len(asked(database, now)) == 1


def test_saying_yes_twice_counts_once(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    confirm(database, draft, "2026-03-27 16:00", now)
    confirm(database, draft, "2026-03-27 16:00", now)
    hand_over(database, draft, now)
    assert len(sent_events(database, now)) == 1
    assert compose(database, draft, now).stage is Stage.SENT


def test_nothing_was_sent_tomorrow(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    with pytest.raises(DetailsError, match="still to come"):
        confirm(database, draft, "2026-03-28 16:00", now)


def test_what_was_sent_is_not_written_any_more(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    confirm(database, draft, "2026-03-27 16:00", now)
    with pytest.raises(Gone, match="sent already"):
        write(database, draft, now, "Dear Anna")
    with database.session() as session:
        messages.discard(session, draft, now)
    assert compose(database, draft, now).stage is Stage.SENT


def test_a_note_sent_to_the_recruiter_instead_closes_its_step(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        recruiter = people.add(session, 1, PersonDetails(name="Rita", part=Part.RECRUITER), now)
    draft = begin(database, now)
    text = replace(text_of(compose(database, draft, now)), to=(recruiter,))
    with database.session() as session:
        messages.save(session, draft, text, now)
    confirm(database, draft, "2026-03-27 16:00", now)
    assert states(database)["T1"] is StepState.DONE
    assert len(sent_events(database, now)) == 1


def promise(database: Database, now: Now, what: str, day: int) -> None:
    made = values.Promise(
        key=what, by=Promiser.ME, what=what, at=now.instant, due=instant(f"2026-04-{day:02} 12:00")
    )
    with database.session() as session:
        events.record(session, 1, made, now)


def test_of_two_promises_the_one_that_was_written_for_is_kept(database: Database, now: Now) -> None:
    add_interview(database, now)
    promise(database, now, "sample", 5)
    promise(database, now, "link", 9)
    with database.reading() as session:
        link = session.scalars(select(Step.id).where(Step.key == "K1/link")).one()
    with database.session() as session:
        draft = messages.begin(session, link, now)
    confirm(database, draft, "2026-03-27 16:00", now)
    with database.reading() as session:
        query = select(Step.key, Step.state).where(Step.rule == "K1")
        assert dict(session.execute(query).all()) == {
            "K1/sample": StepState.OPEN,
            "K1/link": StepState.DONE,
        }


def test_a_list_that_went_before_the_referees_were_told_stays_open(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    with database.session() as session:
        people.add(session, 1, PersonDetails(name="Paul", part=Part.REFEREE), now)
        item = PromiseItem.REFERENCES
        made = values.Promise(key="l", by=Promiser.ME, what="list", at=now.instant, item=item)
        events.record(session, 1, made, now)
    draft = begin(database, now, "G3")
    confirm(database, draft, "2026-03-27 16:00", now)
    assert compose(database, draft, now).stage is Stage.SENT
    assert states(database)["G3"] is StepState.OPEN


def test_a_referee_who_was_written_to_has_been_told(database: Database, now: Now) -> None:
    add_interview(database, now)
    details = PersonDetails(name="Paul", part=Part.REFEREE, consent=Consent.YES)
    with database.session() as session:
        paul = people.add(session, 1, details, now)
        draft = messages.begin_for(session, 1, "M8", (paul,), now)
    confirm(database, draft, "2026-03-27 16:00", now)
    with database.reading() as session:
        assert session.get_one(Person, paul).informed


def test_asking_a_referee_for_permission_tells_nothing_yet(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        paul = people.add(session, 1, PersonDetails(name="Paul", part=Part.REFEREE), now)
        item = PromiseItem.REFERENCES
        made = values.Promise(key="l", by=Promiser.ME, what="list", at=now.instant, item=item)
        events.record(session, 1, made, now)
    draft = begin(database, now, "G1")
    assert compose(database, draft, now).draft.kind == "M8"
    confirm(database, draft, "2026-03-27 16:00", now)
    assert (states(database)["G1"], states(database)["G2"]) == (StepState.DONE, StepState.OPEN)
    with database.reading() as session:
        assert not session.get_one(Person, paul).informed


def test_an_overridden_check_is_logged_without_a_word_of_text(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    with database.session() as session:
        messages.handed_over(session, draft, HandedTo.CLIPBOARD, now, (19, 5, 19))
    with database.reading() as session:
        logged = session.scalars(select(Override).order_by(Override.id)).all()
    assert [(row.check_number, row.at) for row in logged] == [(19, now.instant), (5, now.instant)]


def test_a_step_ticked_by_hand_and_then_sent_is_one_contact(database: Database, now: Now) -> None:
    add_interview(database, now)
    week = later(now, "2026-04-07 10:00")
    draft = begin(database, week, "F1")
    with database.session() as session:
        steps.done(session, step(session, "F1").id, week)
    confirm(database, draft, "2026-04-07 09:55", week)
    assert len(sent_events(database, week)) == 1
    assert compose(database, draft, week).stage is Stage.SENT
