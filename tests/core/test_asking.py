"""A look that finds nothing writes nothing: `asks` says beforehand whether a claim would."""

from contextlib import closing
from datetime import timedelta

import pytest
from sqlalchemy import update

from core.agenda import connect
from core.asking import asks
from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.models import Step
from core.playbook.rulebook import fingerprint
from core.use_cases import steps
from tests.core.stories import add_interview, later

STANDARD = fingerprint(load_playbook(None))


def anything(database: Database, now: Now, playbook: str = STANDARD) -> bool:
    with closing(connect(database.file)) as connection:
        return asks(connection, playbook, now)


def claim(database: Database, now: Now) -> int:
    with database.session() as session:
        return len(steps.claim_due(session, now))


@pytest.fixture(autouse=True)
def planned(database: Database, now: Now) -> None:
    add_interview(database, now)
    claim(database, now)


def test_nothing_is_asked_between_two_reminders(database: Database, now: Now) -> None:
    assert not anything(database, now)


def test_a_reminder_that_has_come_asks_until_it_is_claimed(database: Database, now: Now) -> None:
    evening = later(now, "2026-03-27 17:30")
    assert anything(database, evening)
    assert claim(database, evening)
    assert not anything(database, evening)


def test_what_became_useless_asks_to_be_marked_missed(database: Database, now: Now) -> None:
    after = later(now, "2026-03-27 17:30")
    claim(database, after)
    with database.session() as session:
        session.execute(update(Step).where(Step.rule == "T1").values(remind_at=None))
    much_later = later(now, "2026-04-03 15:00:01")
    assert anything(database, much_later)


def test_a_clock_that_had_gone_ahead_asks_to_be_set_right(database: Database, now: Now) -> None:
    ahead = Now(now.instant + timedelta(days=20), now.zone)
    claim(database, ahead)
    assert anything(database, now)
    claim(database, now)
    assert not anything(database, now)


def test_another_playbook_asks_for_a_new_plan(database: Database, now: Now) -> None:
    assert anything(database, now, "another")


@pytest.mark.parametrize("hours", range(0, 24 * 40, 7))
def test_it_never_says_no_where_a_claim_would_find_something(
    database: Database, now: Now, hours: int
) -> None:
    moment = Now(now.instant + timedelta(hours=hours), now.zone)
    expected = anything(database, moment)
    found = claim(database, moment)
    assert expected or not found
    claim(database, moment)
    assert not anything(database, moment)
