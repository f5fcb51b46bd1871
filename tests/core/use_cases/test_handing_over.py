"""What a message about a step is begun with."""

from dataclasses import replace
from datetime import date

import pytest

from core.clock import Now
from core.database import Database
from core.refusal import Gone
from core.use_cases.handing_over import HandOver, hand_over
from tests.core.stories import ACME, add_interview, instant, step_id


def of(database: Database, rule: str, now: Now) -> HandOver:
    with database.reading() as session:
        return hand_over(session, step_id(database, rule), now)


def test_a_thank_you_note_knows_its_person_and_day(database: Database, now: Now) -> None:
    add_interview(database, now)
    note = of(database, "T1", now)
    assert (note.person, note.email) == ("Anna-Maria van der Berg", "anna@acme.example")
    assert (note.company, note.role, note.message) == ("Acme", "Engineer", "M1")
    assert note.interview_on == date(2026, 3, 27)


def test_the_day_is_that_of_the_place_where_the_interview_was(database: Database, now: Now) -> None:
    tokyo = replace(ACME, zone="Asia/Tokyo", start=ACME.start.replace(hour=1))
    add_interview(database, now, tokyo)
    assert of(database, "T1", now).interview_on == date(2026, 3, 27)


def test_weekly_targets_belong_to_nobody(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.reading() as session:
        targets = hand_over(session, 1, Now(instant("2026-03-27 16:00"), now.zone))
    assert (targets.rule, targets.company, targets.interview_on) == ("N4", "", None)


def test_a_step_that_is_gone_is_said(database: Database, now: Now) -> None:
    with pytest.raises(Gone), database.reading() as session:
        hand_over(session, 9, now)
