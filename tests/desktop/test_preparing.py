"""Before an interview: a round is prepared by the keyboard alone."""

import sqlite3
from contextlib import closing
from datetime import timedelta

from core.use_cases import preparation
from tests.desktop.afterword import Running, Storage
from tests.desktop.session import Session, until

COMPANY = "Nordkap Foods"
QUESTION = "What would a good first year look like?"


def test_a_round_is_prepared_without_the_mouse(
    session: Session, storage: Storage, afterword: Running
) -> None:
    storage.interview(COMPANY, person="Ingrid Holm", ended=timedelta(days=-8))
    storage.set("first_run_done", True)
    afterword.start()
    wait_for(session, "Coming up")

    session.key("ctrl+4")
    wait_for(session, "Confirm place, time and names")
    session.key("space")
    until(lambda: "logistics/confirmed" in ticked(storage), "the first item to be ticked")
    session.key("Down", "Down", "space")
    until(lambda: "logistics/agenda" in ticked(storage), "the third item to be ticked")
    session.key("ctrl+z")
    until(lambda: "logistics/agenda" not in ticked(storage), "the tick to be taken back")

    session.key("ctrl+Next", "ctrl+Next", "ctrl+Next")
    wait_for(session, "Take this one")
    session.type(QUESTION)
    session.key("Return")
    wait_for(session, "4 more and you have five.")

    session.key("ctrl+Next", "ctrl+Next")
    wait_for(session, "Save as PDF…")
    (round_,) = storage.write(preparation.rounds_to_prepare)
    prepared = storage.write(preparation.preparation, round_.interview_id)
    assert prepared.sheet.questions == (QUESTION,)


def wait_for(session: Session, words: str) -> None:
    """Waits until the window shows these words."""
    until(lambda: session.sees(words), words)


def ticked(storage: Storage) -> set[str]:
    """The keys of the items that are ticked."""
    with closing(sqlite3.connect(storage.paths.database)) as connection:
        query = "SELECT key FROM preparation_tick WHERE done_at IS NOT NULL"
        return {str(key) for (key,) in connection.execute(query)}
