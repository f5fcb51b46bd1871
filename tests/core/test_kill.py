"""kill -9 at 200 random moments during writes: nothing that was acknowledged is lost."""

import multiprocessing
import os
import random
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

import pytest

from core.database import Database
from core.paths import Paths
from core.playbook.rulebook import Playbook
from core.schema import read_header
from tests.core.stories import add_interview, at
from tests.core.writer import write_for_ever

KILLS = 200
AT_ONCE = 4
"""Writers that run side by side, each with a database of its own."""

WORDS_OF_THE_LONGEST = 8
"""What the longest-lived writer acknowledges, about: seconds would mean more on a faster machine."""

FOUND = {
    "interview": "SELECT count(*) FROM interview WHERE id = ?",
    "event": "SELECT count(*) FROM event WHERE id = ?",
    "typed": "SELECT count(*) FROM message WHERE id = ? AND body = 'Dear Anna'",
    "queued": "SELECT count(*) FROM outbox_item WHERE message_id = ?",
    "leaving": "SELECT count(*) FROM outbox_item WHERE id = ? AND committed AND state <> 'queued'",
    "delivered": """
        SELECT count(*) FROM outbox_item
        JOIN message ON message.id = message_id
        JOIN step ON step.application_id = message.application_id AND step.key = step_key
        WHERE outbox_item.id = ? AND outbox_item.state = 'sent'
        AND message.state = 'sent' AND step.state = 'done'
    """,
    "snoozed": "SELECT count(*) FROM step WHERE id = ? AND snoozed_until IS NOT NULL",
    "open": "SELECT count(*) FROM step WHERE id = ? AND state = 'open' AND NOT by_hand",
}
"""How each acknowledged thing is looked for."""


@dataclass(frozen=True, slots=True)
class Writer:
    """A writing process, and where its words arrive."""

    folder: Path
    process: ForkServerProcess
    said: Connection

    @classmethod
    def start(cls, context: ForkServerContext, folder: Path, number: int) -> "Writer":
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=write_for_ever, args=(folder, number, there))
        process.start()
        there.close()
        return cls(folder, process, here)

    def kill(self) -> list[str]:
        """End it in the midst of whatever it does, and hear it out."""
        self.process.kill()
        self.process.join()
        words = []
        with self.said, suppress(EOFError):
            while True:
                words.append(self.said.recv_bytes().decode())
        self.process.close()
        return words


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is a matter of POSIX")
def test_nothing_acknowledged_is_lost(tmp_path: Path, playbook: Playbook) -> None:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", "tests.core.warm_writer"])
    folders = [tmp_path / str(number) for number in range(AT_ONCE)]
    for folder in folders:
        Database.open(Paths.under(folder), playbook).close()
    longest = _time_of_words(Writer.start(context, folders[0], KILLS * 1_000))
    words = 0
    for number in range(0, KILLS, AT_ONCE):
        writers = [Writer.start(context, folder, number * 1_000) for folder in folders]
        words += sum(_end(writers, longest))
    assert words > KILLS // 4, "the writers were killed before they wrote anything"
    for folder in folders:
        _still_of_use(folder, playbook)


def _time_of_words(writer: Writer) -> float:
    """Seconds that a writer takes here for as much as the longest-lived is to write."""
    assert writer.said.recv_bytes() == b"ready 0"
    begun = time.monotonic()
    for _ in range(WORDS_OF_THE_LONGEST):
        writer.said.recv_bytes()
    taken = time.monotonic() - begun
    writer.kill()
    return taken * AT_ONCE / (os.cpu_count() or 1)


def _end(writers: list[Writer], longest: float) -> list[int]:
    """Kill each at a moment of its own; returns how much each had acknowledged."""
    for writer in writers:
        assert writer.said.recv_bytes() == b"ready 0"
    begun = time.monotonic()
    acknowledged: list[int] = []
    for moment in sorted(random.uniform(0, longest) for _ in writers):
        time.sleep(max(0, begun + moment - time.monotonic()))
        writer = writers[len(acknowledged)]
        words = writer.kill()
        _assert_stored(writer.folder, words)
        acknowledged.append(len(words))
    return acknowledged


def _assert_stored(folder: Path, words: list[str]) -> None:
    with closing(sqlite3.connect(Paths.under(folder).database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert read_header(connection).current
        for word in words:
            kind, _, number = word.partition(" ")
            assert connection.execute(FOUND[kind], (int(number),)).fetchone() == (1,), word


def _still_of_use(folder: Path, playbook: Playbook) -> None:
    database = Database.open(Paths.under(folder), playbook)
    add_interview(database, at("2026-03-27 17:00"))
    database.close()
