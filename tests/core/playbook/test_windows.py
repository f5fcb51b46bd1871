"""Wall clocks, business days and waking hours, against `whenever` and against plain counting."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import whenever
from hypothesis import assume, given
from hypothesis import strategies as st

from core.playbook.business_days import (
    BusinessCalendar,
    add_business_days,
    next_business_morning,
    roll,
)
from core.playbook.values import Clock
from core.playbook.windows import (
    CLOSING,
    OPENING,
    add_waking_hours,
    after_quiet,
    as_instant,
    end_of_day,
    late_after,
    parse_hours,
    passed,
    shift_wall,
    this_evening,
    to_instant,
    to_wall,
    tomorrow_morning,
)

BERLIN = "Europe/Berlin"
ZONES = st.sampled_from(
    [
        *("Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe"),
        *("America/St_Johns", "Asia/Kolkata", "Pacific/Chatham", "Africa/Casablanca", "UTC"),
    ]
)
COUNTRIES = st.sampled_from(["DE", "US", "AU", "SA", "IL", "JP", "", "ZZ"])
FIRST = datetime(2025, 1, 1, tzinfo=UTC)
INSTANTS = st.integers(0, 3 * 365 * 24 * 60 * 60).map(lambda n: FIRST + timedelta(seconds=n))
WALLS = INSTANTS.map(lambda instant: instant.replace(tzinfo=None))


def berlin(text: str) -> datetime:
    """An instant from a wall-clock time in Berlin."""
    return to_instant(datetime.fromisoformat(text), BERLIN)


def oracle(wall: datetime) -> whenever.PlainDateTime:
    return whenever.PlainDateTime.parse_iso(wall.isoformat())


def as_stdlib(moment: whenever.ZonedDateTime) -> datetime:
    return moment.to_instant().to_stdlib()


# ------------------------------------------------------------------ against whenever


@given(WALLS, ZONES)
def test_a_wall_clock_time_means_the_instant_that_whenever_says(wall: datetime, zone: str) -> None:
    expected = oracle(wall).assume_tz(zone, disambiguation="compatible")
    assert to_instant(wall, zone) == as_stdlib(expected)


@given(INSTANTS, ZONES)
def test_an_instant_reads_on_the_wall_as_whenever_says(instant: datetime, zone: str) -> None:
    expected = whenever.Instant(instant).to_tz(zone).to_plain()
    assert to_wall(instant, zone) == expected.to_stdlib()


@given(INSTANTS, ZONES, st.integers(-60, 60).filter(bool))
def test_days_are_calendar_days_as_in_whenever(instant: datetime, zone: str, days: int) -> None:
    start = whenever.Instant(instant).to_tz(zone)
    wall = start.to_plain().add(days=days)
    expected = wall.assume_tz(zone, disambiguation="compatible")
    assert shift_wall(instant, zone, days=days) == as_stdlib(expected)


@given(INSTANTS, ZONES, st.integers(0, 48))
def test_elapsed_hours_are_those_of_whenever(instant: datetime, zone: str, hours: int) -> None:
    expected = whenever.Instant(instant).to_tz(zone).add(hours=hours)
    assert instant + timedelta(hours=hours) == as_stdlib(expected)


@given(st.dates(date(2025, 1, 1), date(2028, 1, 1)), ZONES)
def test_a_day_ends_a_second_before_the_next_begins(day: date, zone: str) -> None:
    next_day = oracle(datetime.combine(day, time())).add(days=1)
    midnight = as_stdlib(next_day.assume_tz(zone, disambiguation="compatible"))
    assert end_of_day(day, zone) == midnight - timedelta(seconds=1)
    assert passed(day, zone) == midnight


# ------------------------------------------------------------------ skipped and repeated hours


@pytest.mark.parametrize(
    ("wall", "zone", "expected"),
    [
        ("2026-03-29T02:30", "Europe/Berlin", "2026-03-29T03:30:00+02:00"),
        ("2026-03-08T02:30", "America/New_York", "2026-03-08T03:30:00-04:00"),
        ("2026-10-04T02:30", "Australia/Sydney", "2026-10-04T03:30:00+11:00"),
        ("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-04T02:45:00+11:00"),
        ("2026-10-25T02:30", "Europe/Berlin", "2026-10-25T02:30:00+02:00"),
        ("2026-11-01T01:30", "America/New_York", "2026-11-01T01:30:00-04:00"),
        ("2026-04-05T02:30", "Australia/Sydney", "2026-04-05T02:30:00+11:00"),
        ("2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-05T01:45:00+11:00"),
    ],
)
def test_a_skipped_hour_moves_on_and_a_repeated_one_is_the_first(
    wall: str, zone: str, expected: str
) -> None:
    instant = to_instant(datetime.fromisoformat(wall), zone)
    assert instant == datetime.fromisoformat(expected)


# ------------------------------------------------------------------ business days


@given(st.dates(date(2025, 1, 1), date(2028, 1, 1)), COUNTRIES, st.integers(-15, 15))
def test_business_days_are_those_that_one_counts(day: date, country: str, count: int) -> None:
    calendar = BusinessCalendar(country)
    reached = calendar.add(day, count)
    between = range(min(day, reached).toordinal(), max(day, reached).toordinal() + 1)
    passed_days = [date.fromordinal(n) for n in between if n != day.toordinal()]
    assert sum(calendar.is_business_day(one) for one in passed_days) == abs(count)
    assert count == 0 or calendar.is_business_day(reached)


@pytest.mark.parametrize(
    ("country", "day", "is_business_day"),
    [
        ("DE", date(2026, 5, 25), False),  # Whit Monday
        ("DE", date(2026, 6, 4), True),  # Corpus Christi: in some of its states only
        ("US", date(2026, 7, 3), False),  # Independence Day, observed
        ("US", date(2026, 11, 27), True),
        ("JP", date(2026, 5, 6), False),  # a substitute for Sunday 3 May
        ("SA", date(2026, 6, 12), False),  # a Friday
        ("SA", date(2026, 6, 14), True),  # a Sunday
        ("IL", date(2026, 6, 12), False),
        ("IL", date(2026, 6, 14), True),
        ("AE", date(2026, 6, 14), False),  # its week-end is Saturday and Sunday since 2022
        ("", date(2026, 12, 25), True),
        ("ZZ", date(2026, 12, 25), True),
        ("Germany", date(2026, 12, 25), True),  # no code, so no holidays
        ("SUN", date(2026, 12, 25), True),  # no country, though the library knows the word
        ("\N{REGIONAL INDICATOR SYMBOL LETTER D}", date(2026, 12, 25), True),
        ("ZZ", date(2026, 12, 26), False),
        (" de ", date(2026, 12, 25), False),
    ],
)
def test_each_country_has_its_own_days(country: str, day: date, is_business_day: bool) -> None:
    assert BusinessCalendar(country).is_business_day(day) is is_business_day


def test_a_year_without_all_its_holidays_is_reckoned_without_a_word() -> None:
    """The library warns for India before 2001; here every warning is an error."""
    india = BusinessCalendar("IN")
    assert india.is_business_day(date(1970, 1, 2))
    assert india.holiday_name(date(1970, 1, 2)) == ""


def test_a_holiday_has_an_english_name() -> None:
    assert BusinessCalendar("DE").holiday_name(date(2026, 12, 25)) == "Christmas Day"
    assert BusinessCalendar("DE").holiday_name(date(2026, 6, 10)) == ""
    assert BusinessCalendar("ZZ").holiday_name(date(2026, 12, 25)) == ""


@given(INSTANTS, ZONES, COUNTRIES, st.integers(-10, 10))
def test_business_days_keep_the_hour(
    instant: datetime, zone: str, country: str, count: int
) -> None:
    wall = to_wall(instant, zone)
    moved = to_wall(add_business_days(instant, count, zone, country), zone)
    day = BusinessCalendar(country).add(wall.date(), count)
    expected = to_wall(to_instant(datetime.combine(day, wall.time()), zone), zone)
    assert moved == expected


# ------------------------------------------------------------------ ROLL


@given(INSTANTS, ZONES, COUNTRIES)
def test_rolling_ends_in_business_hours_at_once_and_for_good(
    instant: datetime, zone: str, country: str
) -> None:
    rolled = roll(instant, zone, country)
    wall = to_wall(rolled, zone)
    assert BusinessCalendar(country).is_business_day(wall.date())
    assert OPENING <= wall.time() <= CLOSING
    assert rolled >= instant
    assert roll(rolled, zone, country) == rolled


@pytest.mark.parametrize(
    ("wall", "expected"),
    [
        ("2026-06-10T08:59:59", "2026-06-10T09:00"),
        ("2026-06-10T09:00", "2026-06-10T09:00"),
        ("2026-06-10T17:00", "2026-06-10T17:00"),
        ("2026-06-10T17:00:01", "2026-06-11T09:00"),
        ("2026-06-12T18:00", "2026-06-15T09:00"),
        ("2026-06-13T11:00", "2026-06-15T11:00"),
        ("2026-06-13T07:00", "2026-06-15T09:00"),
        ("2026-06-13T20:00", "2026-06-16T09:00"),
        ("2026-12-25T11:00", "2026-12-28T11:00"),
    ],
)
def test_the_edges_of_business_hours(wall: str, expected: str) -> None:
    assert roll(berlin(wall), BERLIN, "DE") == berlin(expected)


# ------------------------------------------------------------------ waking and quiet hours


def counted_awake(start: datetime, end: datetime, zone: str) -> timedelta:
    """Minute by minute, the time from 08:00 to 21:00."""
    minutes = int((end - start) / timedelta(minutes=1))
    moments = (start + timedelta(minutes=number) for number in range(minutes))
    return timedelta(minutes=sum(8 <= to_wall(moment, zone).hour < 21 for moment in moments))


@given(INSTANTS, ZONES, st.integers(1, 3))
def test_waking_hours_are_those_that_one_counts(instant: datetime, zone: str, hours: int) -> None:
    start = instant.replace(second=0)
    end = add_waking_hours(start, hours, zone)
    assert counted_awake(start, end, zone) == timedelta(hours=hours)
    assert counted_awake(start, end - timedelta(minutes=1), zone) < timedelta(hours=hours)


@given(INSTANTS, ZONES, st.sampled_from(["21:00-08:00", "10:00-16:00", "23:30-00:30"]))
def test_no_reminder_falls_into_the_quiet_hours(instant: datetime, zone: str, hours: str) -> None:
    moment = after_quiet(instant, hours, zone)
    assert moment >= instant
    assert after_quiet(moment, hours, zone) == moment
    start, end = parse_hours(hours)
    hour = to_wall(moment, zone).time()
    assert end <= hour < start if start > end else not start <= hour < end


def test_equal_hours_are_never_quiet() -> None:
    moment = berlin("2026-06-10T00:00")
    assert after_quiet(moment, "00:00-00:00", BERLIN) == moment


@pytest.mark.parametrize("text", ["", "21:00", "21:00-", "9-17-21", "25:00-08:00"])
def test_hours_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_hours(text)


# ------------------------------------------------------------------ snoozing


def test_this_evening_is_six_or_in_two_hours() -> None:
    assert this_evening(berlin("2026-06-10T12:00"), BERLIN) == berlin("2026-06-10T18:00")
    assert this_evening(berlin("2026-06-10T18:00"), BERLIN) == berlin("2026-06-10T20:00")


def test_tomorrow_morning_is_at_nine() -> None:
    assert tomorrow_morning(berlin("2026-03-28T12:00"), BERLIN) == berlin("2026-03-29T09:00")


def test_the_next_business_morning_skips_week_ends_and_holidays() -> None:
    friday = berlin("2026-05-22T12:00")
    assert next_business_morning(friday, BERLIN) == berlin("2026-05-25T09:00")
    assert next_business_morning(friday, BERLIN, "DE") == berlin("2026-05-26T09:00")


def test_a_day_as_an_instant_is_its_end_and_an_instant_stays() -> None:
    noon = berlin("2026-06-10T12:00")
    assert as_instant(noon, BERLIN) == noon
    assert passed(noon, BERLIN) == noon
    assert as_instant(date(2026, 6, 10), BERLIN) == berlin("2026-06-10T23:59:59")


@given(INSTANTS, ZONES)
def test_only_the_second_of_two_hours_has_no_wall_time_of_its_own(
    instant: datetime, zone: str
) -> None:
    zoned = whenever.Instant(instant).to_tz(zone)
    assume(not zoned.is_repeated())
    assert to_instant(to_wall(instant, zone), zone) == instant


def test_only_a_rolling_step_is_in_time_until_the_day_of_business_ends() -> None:
    due = berlin("2026-03-27T10:00")
    assert late_after(due, Clock.ROLL, BERLIN) == berlin("2026-03-27T17:00")
    assert late_after(due, Clock.HARD, BERLIN) == due
    assert late_after(due, Clock.SELF, BERLIN) == due
