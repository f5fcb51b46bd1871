"""Replies: kept with their application, found by whom they come from, and no event by themselves."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.clock import Now
from core.database import Database
from core.drafting.outbox import Stage
from core.drafting.replies import ReceivedReply
from core.refusal import Gone
from core.use_cases import departures, history, messages, replies
from core.use_cases.replies import KeptReply
from tests.core.letters import begin, set_up
from tests.core.stories import ACME, PAUL, add_interview, at, dump, states

NO = ReceivedReply(
    at=at("2026-03-27 15:30").instant,
    sender="Anna-Maria van der Berg",
    address="Anna@Acme.example",
    subject="Your application",
    body="Dear Ms Berg,\r\n\r\nwe will write soon.\n",
    mail_id="<1@acme.example>",
)


def attach(database: Database, reply: ReceivedReply, now: Now) -> int:
    with database.session() as session:
        return replies.attach_reply(session, 1, reply, now)


def kept(database: Database, now: Now) -> tuple[KeptReply, ...]:
    with database.reading() as session:
        return replies.replies(session, 1, now)


def test_a_reply_is_kept_and_changes_no_step(database: Database, now: Now) -> None:
    add_interview(database, now)
    before = states(database)
    attach(database, NO, now)
    (reply,) = kept(database, now)
    assert reply.reply == replace(NO, body="Dear Ms Berg,\n\nwe will write soon.")
    assert states(database) == before


def test_the_same_mail_is_kept_once_and_what_was_pasted_each_time(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    assert attach(database, NO, now) == attach(database, NO, now)
    pasted = ReceivedReply(at=now.instant, body="Soon.")
    assert attach(database, pasted, now) != attach(database, pasted, now)
    assert len(kept(database, now)) == 3


def test_a_whole_thread_and_a_clock_ahead_are_no_trouble(database: Database, now: Now) -> None:
    add_interview(database, now)
    ahead = now.instant + timedelta(days=400)
    attach(database, replace(NO, at=ahead, body="x" * 3_000_000, subject="s" * 10_000), now)
    (reply,) = kept(database, now)
    assert (reply.reply.at, len(reply.reply.body)) == (now.instant, 100_000)


def test_keeping_and_removing_can_be_undone(database: Database, now: Now) -> None:
    add_interview(database, now)
    empty = dump(database.file)
    attach(database, NO, now)
    full = dump(database.file)
    with database.session() as session:
        replies.remove_reply(session, 1, now)
    for expected in (full, empty):
        with database.session() as session:
            history.undo(session, history.last_change(session) or 0, now)
        assert dump(database.file) == expected


def test_a_reply_is_known_by_its_sender(database: Database, now: Now) -> None:
    add_interview(database, now, replace(ACME, company="Lumen & Ash", people=(PAUL,)))
    add_interview(database, now)
    with database.reading() as session:
        assert replies.application_of(session, NO, now) == 2
        stranger = replace(NO, address="hr@elsewhere.example")
        assert replies.application_of(session, stranger, now) is None
        assert replies.application_of(session, replace(NO, address=""), now) is None


def test_a_reply_is_known_by_what_it_answers(database: Database, now: Now) -> None:
    add_interview(database, now)
    set_up(database, now)
    draft = begin(database, now)
    with database.session() as session:
        messages.queue(session, draft, now.instant, now)
        departure = departures.next_outgoing(session, now)
        assert departure is not None
        departures.reached(session, departure.item_id, Stage.CONFIRMING, now)
    answer = replace(NO, address="hr@acme.example", in_reply_to=departure.mail.message_id)
    with database.reading() as session:
        assert replies.application_of(session, answer, now) == 1


def test_an_answer_goes_into_the_thread_of_the_reply(database: Database, now: Now) -> None:
    add_interview(database, now)
    set_up(database, now)
    attach(database, NO, now)
    with database.session() as session:
        draft = messages.begin_for(session, 1, "M10", (1,), now)
        messages.queue(session, draft, now.instant, now)
        departure = departures.next_outgoing(session, now)
    assert departure is not None
    assert departure.mail.in_reply_to == "<1@acme.example>"
    assert departure.mail.references == ("<1@acme.example>",)


def test_what_is_gone_is_said(database: Database, now: Now) -> None:
    with pytest.raises(Gone):
        attach(database, NO, now)
    with pytest.raises(Gone), database.session() as session:
        replies.remove_reply(session, 7, now)
