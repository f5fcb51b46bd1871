"""A process that writes for ever and says what is stored; the test of kill -9 ends it.

Each word it sends is an acknowledgement: what it names must be found in the file afterwards.
"""

from dataclasses import replace
from datetime import timedelta
from multiprocessing.connection import Connection
from pathlib import Path

from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.drafting.outbox import Delivered, Stage
from core.paths import Paths
from core.playbook.values import Promise, Promiser
from core.use_cases import departures, events, history, interviews, messages, steps
from core.use_cases.account import change_account
from tests.core.letters import ACCOUNT, text_of
from tests.core.stories import ACME, at, step

PLAYBOOK = load_playbook()


def write_for_ever(folder: Path, number: int, said: Connection) -> None:
    """Write one story after another; `number` makes their names new."""
    database = Database.open(Paths.under(folder), PLAYBOOK)
    now = at("2026-03-27 16:00")
    said.send_bytes(b"ready 0")
    while True:
        number += 1
        write(database, number, said, now)


def write(database: Database, number: int, said: Connection, now: Now) -> None:
    """An interview, a promise, a message, a step snoozed, and one skipped that is undone again."""
    details = replace(ACME, company=f"Company {number}")
    with database.session() as session:
        stored = interviews.add(session, details, now)
    said.send_bytes(f"interview {stored.interview_id}".encode())
    owner = stored.application_id
    promise = Promise(key=f"promise-{number}", by=Promiser.ME, what="a sample", at=now.instant)
    with database.session() as session:
        event = events.record(session, owner, promise, now)
    said.send_bytes(f"event {event}".encode())
    send(database, owner, said, now)
    with database.session() as session:
        follow_up = step(session, "F1", owner).id
        steps.snooze(session, follow_up, now.instant + timedelta(days=30), now)
    said.send_bytes(f"snoozed {follow_up}".encode())
    with database.session() as session:
        news = step(session, "N1", owner).id
        steps.skip(session, news, "no page", now)
        skipped = session.change_id or 0
    with database.session() as session:
        history.undo(session, skipped, now)
    said.send_bytes(f"open {news}".encode())


def send(database: Database, owner: int, said: Connection, now: Now) -> None:
    """A thank-you note: begun, typed, put into the outbox, claimed, and delivered."""
    with database.session() as session:
        change_account(session, ACCOUNT, now)
        thanks = step(session, "T1", owner).id
        draft = messages.begin(session, thanks, now)
    with database.reading() as session:
        text = replace(text_of(messages.compose(session, draft, now)), body="Dear Anna")
    with database.session() as session:
        messages.save(session, draft, text, now)
    said.send_bytes(f"typed {draft}".encode())
    with database.session() as session:
        messages.queue(session, draft, now.instant, now)
    said.send_bytes(f"queued {draft}".encode())
    with database.session() as session:
        departure = departures.next_outgoing(session, now)
    if departure is not None:
        with database.session() as session:
            departures.reached(session, departure.item_id, Stage.CONFIRMING, now)
        said.send_bytes(f"leaving {departure.item_id}".encode())
        with database.session() as session:
            departures.settle(session, departure.item_id, Delivered(), now)
        said.send_bytes(f"delivered {departure.item_id}".encode())
