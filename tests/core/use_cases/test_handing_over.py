"""What a message about a step is begun with."""

import pytest

from core.clock import Now
from core.database import Database
from core.refusal import Gone
from core.use_cases.handing_over import HandOver, hand_over
from tests.core.stories import add_interview, instant, step_id


def of(database: Database, rule: str, now: Now) -> HandOver:
    with database.reading() as session:
        return hand_over(session, step_id(database, rule), now)


def test_a_thank_you_note_knows_its_person_and_round(database: Database, now: Now) -> None:
    add_interview(database, now)
    note = of(database, "T1", now)
    assert (note.person, note.email) == ("Anna-Maria van der Berg", "anna@acme.example")
    assert (note.company, note.role, note.message) == ("Acme", "Engineer", "M1")
    assert note.interview_start == instant("2026-03-27 14:00")


def test_weekly_targets_belong_to_nobody(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.reading() as session:
        targets = hand_over(session, 1, Now(instant("2026-03-27 16:00"), now.zone))
    assert (targets.rule, targets.company, targets.interview_start) == ("N4", "", None)


def test_a_step_that_is_gone_is_said(database: Database, now: Now) -> None:
    with pytest.raises(Gone), database.reading() as session:
        hand_over(session, 9, now)
