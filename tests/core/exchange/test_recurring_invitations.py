"""Invitations that repeat: the next times are taken, and nothing that never ends is followed."""

from datetime import datetime

import pytest

from tests.core.exchange.calendars import calendar, changed, read, read_one

WALL = datetime.fromisoformat


def test_an_endless_series_gives_the_next_times_only() -> None:
    series = changed(
        DTSTART="DTSTART;TZID=Europe/Berlin:20200101T140000",
        DTEND="DTEND;TZID=Europe/Berlin:20200101T150000",
        RRULE="RRULE:FREQ=WEEKLY;BYDAY=WE",
    )
    invitations = read(calendar(series))
    assert [f"{each.start:%m-%d}" for each in invitations] == ["05-13", "05-20", "05-27"]
    assert [each.later for each in invitations] == [False, True, True]
    assert len({each.uid for each in invitations}) == 3
    assert "next times" in invitations[0].notes[0]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["05-29", "06-30", "07-31"]),
        ("FREQ=YEARLY;BYWEEKNO=23;BYDAY=TH", ["06-04", "06-10", "06-08"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO, WE", ["05-20", "06-01", "06-03"]),
        ("FREQ=DAILY;BYHOUR=14;UNTIL=20260522", ["05-20", "05-21", "05-22"]),
        ("FREQ=DAILY;UNTIL=20260521T120000Z", ["05-20", "05-21"]),
        ("FREQ=YEARLY;COUNT=2", ["05-20", "05-20"]),
    ],
)
def test_repeats_are_followed(rule: str, days: list[str]) -> None:
    invitations = read(calendar(changed(RRULE=f"RRULE:{rule}")))
    assert [f"{each.start:%m-%d}" for each in invitations] == days


def test_times_are_added_to_a_series_and_left_out_of_it() -> None:
    series = changed(
        RRULE="RRULE:FREQ=WEEKLY;COUNT=3",
        RDATE="RDATE;TZID=Europe/Berlin:20260521T090000,20260522T090000",
        EXDATE="EXDATE:20260527T120000Z\nEXDATE;VALUE=DATE:20260603",
    )
    starts = [f"{each.start:%d %H}" for each in read(calendar(series))]
    assert starts == ["20 14", "21 09", "22 09"]


def test_a_series_in_utc_keeps_its_hour_there() -> None:
    series = changed(
        DTSTART="DTSTART:20261018T120000Z", DTEND="DURATION:PT1H", RRULE="RRULE:FREQ=WEEKLY"
    )
    starts = [f"{each.start:%d %H}" for each in read(calendar(series))]
    assert starts == ["18 14", "25 13", "01 13"]


def test_a_moved_time_of_a_series_takes_the_place_of_the_planned_one() -> None:
    series = changed(RRULE="RRULE:FREQ=DAILY;COUNT=2")
    moved = changed(
        **{"RECURRENCE-ID": "RECURRENCE-ID;TZID=Europe/Berlin:20260521T140000"},
        DTSTART="DTSTART;TZID=Europe/Berlin:20260522T090000",
        DTEND="DTEND;TZID=Europe/Berlin:20260522T100000",
    )
    starts = [f"{each.start:%d %H}" for each in read(calendar(series, moved))]
    assert starts == ["20 14", "22 09"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1",
        "FREQ=DAILY;COUNT=99999999999",
        "FREQ=WEEKLY;INTERVAL=99999999999999999999",
        "FREQ=HOURLY;COUNT=5",
        "FREQ=DAILY;BYHOUR=9,10;BYMINUTE=0",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=MONTHLY;BYSETPOS=400;BYDAY=MO",
        "FREQ=WEEKLY;RSCALE=CHINESE",
        "FREQ=YEARLY;BYDAY=" + ",".join(["MO"] * 1_000),
        "FREQ=",
        "nonsense",
    ],
)
def test_a_rule_that_never_ends_or_never_comes_takes_the_first_time(rule: str) -> None:
    invitation = read_one(calendar(changed(RRULE=f"RRULE:{rule}")))
    assert invitation.start == WALL("2026-05-20T14:00")
    assert "first time is taken" in invitation.notes[0]
