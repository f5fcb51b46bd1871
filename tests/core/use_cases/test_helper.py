"""The endpoint that helps with wording is named, changed, and forgotten."""

import pytest

from core.clock import Now
from core.database import Database
from core.drafting.helper import Helper
from core.refusal import DetailsError
from core.use_cases import history
from core.use_cases.helper import change_helper, helper

OWN = Helper(address="http://localhost:11434/v1", model="llama3.2")


def stored(database: Database, now: Now) -> Helper | None:
    with database.reading() as session:
        return helper(session, now)


def change(database: Database, now: Now, wanted: Helper | None) -> int:
    with database.session() as session:
        change_helper(session, wanted, now)
        return session.change_id or 0


def test_there_is_none_at_first(database: Database, now: Now) -> None:
    assert stored(database, now) is None


def test_it_is_kept_tidied(database: Database, now: Now) -> None:
    change(
        database, now, Helper(address=" localhost:11434/v1/ ", model=" llama3.2 ", with_key=True)
    )
    assert stored(database, now) == Helper(
        address="http://localhost:11434/v1", model="llama3.2", with_key=True
    )
    change(database, now, OWN)
    assert stored(database, now) == OWN


def test_what_cannot_be_asked_safely_is_not_stored(database: Database, now: Now) -> None:
    change(database, now, OWN)
    with pytest.raises(DetailsError, match="https://"):
        change(database, now, Helper(address="http://api.example", model="m"))
    with pytest.raises(DetailsError) as refused:
        change(database, now, Helper(address=OWN.address, model="m" * 1_000))
    assert refused.value.field == "model"
    assert stored(database, now) == OWN


def test_switching_it_off_can_be_undone(database: Database, now: Now) -> None:
    change(database, now, OWN)
    off = change(database, now, None)
    assert stored(database, now) is None
    with database.session() as session:
        assert history.undo(session, off, now) == "Drafting help switched off"
    assert stored(database, now) == OWN
