"""The outbox: each message leaves once, or it is known why not, whatever happens meanwhile."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.drafting.outbox import (
    LATE,
    UNDO,
    Delivered,
    NotSent,
    Outcome,
    Refused,
    Stage,
    State,
    Unknown,
)
from core.drafting.outgoing import Mailbox
from core.drafting.stages import HandedTo
from core.drafting.stages import Stage as Shown
from core.models import OutboxItem, Override
from core.paths import Paths
from core.playbook.rulebook import Playbook
from core.playbook.values import Channel, StepState
from core.refusal import DetailsError, Gone
from core.use_cases import applications, departures, history, messages, people
from core.use_cases.departures import Departure
from core.use_cases.people import PersonDetails
from tests.core.letters import begin, compose, set_up, text_of, write
from tests.core.stories import add_interview, later, states


def after(now: Now, **time: int) -> Now:
    return replace(now, instant=now.instant + timedelta(**time))


def queued(database: Database, now: Now) -> int:
    """A thank-you note that is put into the outbox, to leave in ten seconds."""
    add_interview(database, now)
    set_up(database, now)
    draft = begin(database, now)
    write(database, draft, now, "Dear Dr. van der Berg,\n\nthank you.")
    with database.session() as session:
        assert messages.queue(session, draft, None, now) == now.instant + UNDO
    return draft


def claim(database: Database, now: Now) -> Departure | None:
    with database.session() as session:
        return departures.next_outgoing(session, now)


def leave(database: Database, now: Now) -> Departure:
    """It begins to be sent, and its last bytes are about to leave."""
    departure = claim(database, now)
    assert departure is not None
    with database.session() as session:
        departures.reached(session, departure.item_id, Stage.CONFIRMING, now)
    return departure


def settle(database: Database, departure: Departure, outcome: Outcome, now: Now) -> None:
    with database.session() as session:
        departures.settle(session, departure.item_id, outcome, now)


def recover(database: Database, now: Now) -> int:
    with database.session() as session:
        return departures.recover(session, now)


def test_what_leaves_is_the_copy_that_was_put_in(database: Database, now: Now) -> None:
    draft = queued(database, now)
    with pytest.raises(Gone, match="Take it back"):
        write(database, draft, now, "Another text")
    departure = claim(database, after(now, seconds=10))
    assert departure is not None
    mail = departure.mail
    assert mail.sender == Mailbox(address="ann@mail.example", name="Ann Berg")
    assert mail.to == (Mailbox(address="anna@acme.example", name="Anna-Maria van der Berg"),)
    assert mail.body == "Dear Dr. van der Berg,\n\nthank you."
    assert mail.message_id.endswith("@mail.example>")
    assert mail.date.utcoffset() == timedelta(hours=1)
    assert compose(database, draft, now).stage is Shown.SENDING


def test_for_ten_seconds_it_can_be_taken_back(database: Database, now: Now) -> None:
    draft = queued(database, now)
    assert claim(database, after(now, seconds=9)) is None
    with database.reading() as session:
        assert departures.next_departure(session, now) == now.instant + UNDO
    assert compose(database, draft, now).stage is Shown.SCHEDULED
    with database.session() as session:
        messages.take_back(session, draft, after(now, seconds=9))
    assert claim(database, after(now, minutes=1)) is None
    assert compose(database, draft, now).stage is Shown.WRITING
    write(database, draft, now, "Better words")


def test_what_is_being_sent_is_not_taken_back_nor_thrown_away(database: Database, now: Now) -> None:
    draft = queued(database, now)
    leave(database, after(now, seconds=10))
    with pytest.raises(Gone, match="has left"), database.session() as session:
        messages.take_back(session, draft, now)
    with pytest.raises(Gone, match="on its way"), database.session() as session:
        messages.discard(session, draft, now)
    with pytest.raises(Gone, match="on its way"), database.session() as session:
        messages.queue(session, draft, None, now)
    with pytest.raises(Gone, match="on its way"), database.session() as session:
        messages.confirm_sent(session, draft, now.instant, now)


def test_nothing_is_claimed_twice(database: Database, now: Now) -> None:
    queued(database, now)
    assert claim(database, after(now, seconds=10)) is not None
    assert claim(database, after(now, seconds=11)) is None


def test_delivered_is_noted_as_sent_and_closes_the_step(database: Database, now: Now) -> None:
    draft = queued(database, now)
    moment = after(now, seconds=12)
    settle(database, leave(database, moment), Delivered("250 ok"), moment)
    shown = compose(database, draft, moment)
    assert (shown.stage, shown.sent_at) == (Shown.SENT, moment.instant)
    assert states(database)["T1"] is StepState.DONE
    with database.reading() as session:
        assert messages.held(session, now) == ()


def test_undoing_what_was_sent_asks_and_never_sends_again(database: Database, now: Now) -> None:
    draft = queued(database, now)
    moment = after(now, seconds=12)
    settle(database, leave(database, moment), Delivered(), moment)
    with database.session() as session:
        history.undo(session, history.last_change(session) or 0, moment)
    assert compose(database, draft, moment).stage is Shown.HANDED_OVER
    with database.reading() as session:
        (question,) = messages.awaiting_answer(session, moment)
    assert question.to is HandedTo.OUTBOX
    assert claim(database, after(now, days=1)) is None


def test_a_server_that_was_not_reached_is_tried_again_with_the_same_id(
    database: Database, now: Now
) -> None:
    draft = queued(database, now)
    first = claim(database, after(now, seconds=10))
    assert first is not None
    settle(database, first, NotSent("No network."), after(now, seconds=12))
    shown = compose(database, draft, now)
    assert (shown.stage, shown.problem) == (Shown.SCHEDULED, "No network.")
    second = claim(database, after(now, minutes=2))
    assert second is not None
    assert second.mail.message_id == first.mail.message_id


def test_refused_for_good_is_asked_about_and_can_be_written_anew(
    database: Database, now: Now
) -> None:
    draft = queued(database, now)
    departure = claim(database, after(now, seconds=10))
    assert departure is not None
    settle(database, departure, Refused("No such address.", permanent=True), now)
    with database.reading() as session:
        (question,) = messages.held(session, now)
    assert (question.draft_id, question.state, question.sentence) == (
        draft,
        State.FAILED,
        "No such address.",
    )
    with database.session() as session:
        messages.take_back(session, draft, now)
    write(database, draft, now, "Dear Anna")
    with database.session() as session:
        messages.queue(session, draft, None, now)
    again = claim(database, after(now, seconds=10))
    assert again is not None
    assert (again.mail.body, again.mail.message_id == departure.mail.message_id) == (
        "Dear Anna",
        False,
    )


def test_what_failed_can_be_thrown_away(database: Database, now: Now) -> None:
    draft = queued(database, now)
    departure = claim(database, after(now, seconds=10))
    assert departure is not None
    settle(database, departure, Refused("No such address.", permanent=True), now)
    with database.session() as session:
        messages.discard(session, draft, now)
    assert compose(database, draft, now).stage is Shown.DISCARDED
    with database.reading() as session:
        assert messages.held(session, now) == ()


def test_no_answer_is_never_tried_again_by_itself(database: Database, now: Now) -> None:
    draft = queued(database, now)
    departure = leave(database, after(now, seconds=10))
    settle(database, departure, Unknown("No answer came."), after(now, seconds=40))
    assert compose(database, draft, now).stage is Shown.UNKNOWN
    assert claim(database, after(now, days=9)) is None
    with pytest.raises(Gone), database.session() as session:
        messages.take_back(session, draft, now)
    with database.session() as session:
        messages.answer(session, draft, False, after(now, minutes=5))
    again = claim(database, after(now, minutes=6))
    assert again is not None
    assert again.mail == replace(departure.mail, date=again.mail.date)


def test_the_user_knows_that_it_arrived(database: Database, now: Now) -> None:
    draft = queued(database, now)
    departure = leave(database, after(now, seconds=10))
    settle(database, departure, Unknown("No answer came."), after(now, seconds=40))
    with database.session() as session:
        messages.answer(session, draft, True, after(now, hours=2))
    assert compose(database, draft, now).stage is Shown.SENT
    assert states(database)["T1"] is StepState.DONE
    with pytest.raises(Gone), database.session() as session:
        messages.answer(session, draft, True, after(now, hours=2))


def test_ended_before_the_last_bytes_it_is_sent_and_after_them_it_is_asked(
    database: Database, now: Now
) -> None:
    draft = queued(database, now)
    assert claim(database, after(now, seconds=10)) is not None
    assert recover(database, after(now, minutes=1)) == 1
    assert compose(database, draft, now).stage is Shown.SCHEDULED
    leave(database, after(now, minutes=1))
    assert recover(database, after(now, minutes=2)) == 1
    assert compose(database, draft, now).stage is Shown.UNKNOWN
    assert claim(database, after(now, days=1)) is None
    assert recover(database, after(now, minutes=3)) == 0


def test_a_missed_slot_asks(database: Database, now: Now) -> None:
    draft = queued(database, now)
    late = replace(now, instant=now.instant + LATE + timedelta(minutes=1))
    assert claim(database, late) is None
    with database.reading() as session:
        (question,) = messages.held(session, late)
    assert (question.state, question.company) == (State.HELD, "Acme")
    assert "time passed" in question.sentence
    with database.session() as session:
        assert messages.release(session, draft, None, late) == late.instant + UNDO
    assert claim(database, after(late, seconds=10)) is not None


def test_a_message_waits_for_its_slot(database: Database, now: Now) -> None:
    draft = queued(database, now)
    monday = later(now, "2026-03-30 08:00")
    with database.session() as session:
        messages.take_back(session, draft, now)
        messages.queue(session, draft, monday.instant, now, (27,))
    assert compose(database, draft, now).leaves_at == monday.instant
    assert claim(database, later(now, "2026-03-30 07:59")) is None
    assert claim(database, monday) is not None
    with database.reading() as session:
        assert session.scalars(select(Override.check_number)).all() == [27]


def test_what_is_not_held_cannot_be_released(database: Database, now: Now) -> None:
    draft = queued(database, now)
    with pytest.raises(Gone), database.session() as session:
        messages.release(session, draft, None, now)
    with database.session() as session:
        messages.take_back(session, draft, now)
    with pytest.raises(Gone), database.session() as session:
        messages.release(session, draft, None, now)


def test_a_message_that_was_removed_meanwhile_is_given_up(database: Database, now: Now) -> None:
    queued(database, now)
    departure = claim(database, after(now, seconds=10))
    assert departure is not None
    with database.session() as session:
        applications.remove(session, 1, now)
    with pytest.raises(Gone), database.session() as session:
        departures.reached(session, departure.item_id, Stage.CONFIRMING, now)
    settle(database, departure, NotSent("Given up.", cancelled=True), now)


def test_removing_an_application_and_undoing_it_sends_nothing_late(
    database: Database, now: Now
) -> None:
    draft = queued(database, now)
    with database.session() as session:
        applications.remove(session, 1, now)
        change = session.change_id or 0
    assert claim(database, after(now, seconds=10)) is None
    with database.session() as session:
        history.undo(session, change, after(now, days=1))
    assert claim(database, after(now, days=1)) is None
    assert compose(database, draft, now).stage is Shown.HELD


def test_nobody_and_no_address_is_refused_in_a_sentence(database: Database, now: Now) -> None:
    add_interview(database, now)
    set_up(database, now)
    with database.session() as session:
        paul = people.add(session, 1, PersonDetails(name="Paul"), now)
        draft = messages.begin_for(session, 1, "M12", (paul,), now)
    with pytest.raises(DetailsError, match="Paul has no mail address"), database.session() as s:
        messages.queue(s, draft, None, now)
    text = text_of(compose(database, draft, now))
    for changed, sentence in (
        (replace(text, to=()), "Nobody is named"),
        (replace(text, to=(1,), channel=Channel.LETTER), "no e-mail"),
    ):
        with database.session() as session:
            messages.save(session, draft, changed, now)
        with pytest.raises(DetailsError, match=sentence), database.session() as session:
            messages.queue(session, draft, None, now)


def test_without_an_account_nothing_is_sent(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    with pytest.raises(DetailsError, match="No mail account"), database.session() as session:
        messages.queue(session, draft, None, now)


def test_another_start_finds_the_outbox_as_it_was(
    database: Database, paths: Paths, playbook: Playbook, now: Now
) -> None:
    draft = queued(database, now)
    leave(database, after(now, seconds=10))
    database.close()
    again = Database.open(paths, playbook)
    assert recover(again, after(now, minutes=1)) == 1
    assert compose(again, draft, now).stage is Shown.UNKNOWN
    with again.reading() as session:
        assert session.scalars(select(OutboxItem.committed)).all() == [True]
    again.close()
