"""A message leaves within its reader's day, and never later than it may."""

from dataclasses import replace
from datetime import date
from typing import Unpack

import pytest

from core.checks.finding import Finding, Level
from core.playbook.values import Event, Offer, Sent, Settings, WrongName
from tests.core.checks.desk import BERLIN, DRAFT, ROUND, OfCase, berlin, situation, told

THANKS = replace(DRAFT, kind="M1")


def slot(draft_kind: str, send_at: str, **case: Unpack[OfCase]) -> str:
    draft = replace(DRAFT, kind=draft_kind, send_at=berlin(send_at))
    found = told(draft, situation(now="03-30 08:00", **case)).of(27)
    return found[0].fixes[0].argument if found else ""


@pytest.mark.parametrize(
    ("send_at", "expected"),
    [
        ("04-02 09:00", ""),
        ("04-02 17:00", ""),
        ("04-02 17:01", "2026-04-03T07:00:00Z"),
        ("04-02 08:59", "2026-04-02T07:00:00Z"),
        ("04-03 18:00", "2026-04-06T07:00:00Z"),
        ("04-04 10:00", "2026-04-06T07:00:00Z"),
    ],
)
def test_a_follow_up_goes_on_a_business_day(send_at: str, expected: str) -> None:
    assert slot("M4", send_at) == expected


def test_their_holidays_count() -> None:
    assert slot("M4", "04-02 18:00", country="DE") == "2026-04-07T07:00:00Z"


def test_their_zone_counts() -> None:
    assert slot("M4", "04-02 10:00", application_zone="America/New_York") == "2026-04-02T13:00:00Z"


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("03-27 16:00", ""),
        ("03-27 19:00", ""),
        ("03-28 08:00", ""),
        ("03-27 21:00", "2026-03-28T07:00:00Z"),
        ("03-28 06:30", "2026-03-28T07:00:00Z"),
    ],
)
def test_thanks_may_go_in_the_evening_and_on_a_week_end(sent: str, expected: str) -> None:
    found = told(replace(THANKS, send_at=berlin(sent)), situation(now="03-27 15:30")).of(27)
    assert [f.fixes[0].argument for f in found] == ([expected] if expected else [])


def test_without_a_chosen_moment_it_is_now_that_counts() -> None:
    finding = told(DRAFT, situation(now="04-02 22:00")).one(27)
    assert (finding.level, finding.fixes[0].act) == (Level.SHOULD, "schedule")


@pytest.mark.parametrize("thanked", [True, False])
def test_a_correction_is_never_held_past_its_deadline(thanked: bool) -> None:
    slip = WrongName(key="w", at=berlin("03-28 12:00"), zone=BERLIN, person="anna", correct="Anna")
    sent = [Sent(message="M1", at=berlin("03-27 18:00"), to=("anna",))] if thanked else []
    where = situation(slip, *sent, now="03-28 12:30")
    assert told(replace(DRAFT, kind="M3"), where).of(27) == []


def test_an_earlier_slot_is_taken_where_the_next_would_be_too_late() -> None:
    offer = Offer(at=berlin("04-02 20:00"), deadline=date(2026, 4, 10))
    late = replace(DRAFT, kind="M13", send_at=berlin("04-03 18:30"))
    found = told(late, situation(offer, now="04-03 10:00")).one(27)
    assert found.fixes[0].argument == "2026-04-03T15:00:00Z"
    assert told(late, situation(offer, now="04-03 18:00")).of(27) == []


def test_late_thanks_wait_for_the_morning() -> None:
    finding = told(THANKS, situation(now="03-29 23:00")).one(27)
    assert finding.fixes[0].argument == "2026-03-30T06:00:00Z"


LATE_ROUND = replace(ROUND, start=berlin("03-27 16:30"), end=berlin("03-27 17:30"))
"""On a Friday afternoon; the playbook plans the thanks for 19:30."""


def of_late_round(kind: str, at: str, *events: Event, friday: str = "evening") -> list[Finding]:
    where = situation(*events, now=at, settings=Settings(friday=friday))
    rounds = (event for event in where.case.events if event is not ROUND)
    case = replace(where.case, events=(LATE_ROUND, *rounds))
    return told(replace(DRAFT, kind=kind), replace(where, case=case)).of(27)


@pytest.mark.parametrize(
    ("at", "slots"),
    [
        ("03-27 19:29", ["2026-03-28T07:00:00Z"]),
        ("03-27 19:30", []),
        ("03-27 20:45", []),
        ("03-27 21:30", ["2026-03-28T07:00:00Z"]),
        ("03-28 20:00", ["2026-03-29T06:00:00Z"]),
    ],
)
def test_thanks_that_are_planned_for_friday_evening_may_go_then(at: str, slots: list[str]) -> None:
    assert [found.fixes[0].argument for found in of_late_round("M1", at)] == slots


def test_thanks_that_are_held_to_monday_are_told_off_on_friday_evening() -> None:
    (found,) = of_late_round("M1", "03-27 19:30", friday="monday")
    assert found.fixes[0].argument == "2026-03-28T07:00:00Z"
    assert of_late_round("M1", "03-30 08:00", friday="monday") == []


@pytest.mark.parametrize("friday", ["evening", "monday"])
@pytest.mark.parametrize("thanked", [True, False])
@pytest.mark.parametrize(
    "at", ["03-27 18:10", "03-27 19:45", "03-27 20:30", "03-28 10:00", "03-29 18:00"]
)
def test_a_name_is_put_right_at_once_also_when_that_is_overdue(
    at: str, thanked: bool, friday: str
) -> None:
    slip = WrongName(key="w", at=berlin("03-27 17:40"), zone=BERLIN, person="anna", correct="Anna")
    sent = Sent(message="M1", at=berlin("03-27 17:35"), to=("anna",))
    events = (sent, slip) if thanked else (slip,)
    assert of_late_round("M3", at, *events, friday=friday) == []


def test_nobody_is_woken_for_an_overdue_correction() -> None:
    slip = WrongName(key="w", at=berlin("03-27 17:40"), zone=BERLIN, person="anna", correct="Anna")
    sent = Sent(message="M1", at=berlin("03-27 17:35"), to=("anna",))
    (found,) = of_late_round("M3", "03-29 23:30", sent, slip)
    assert found.fixes[0].argument == "2026-03-30T07:00:00Z"
