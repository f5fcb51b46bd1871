"""Moments in the sentences of what was taken in."""

from core.spoken_time import spoken_time
from tests.core.stories import at, instant


def test_the_users_own_clock_needs_no_zone() -> None:
    moment = instant("2026-05-20 14:00")
    assert spoken_time(moment, "Europe/Oslo", at("2026-05-01")) == "Wed 20 May 2026, 14:00"
    said = spoken_time(moment, "Etc/UTC", at("2026-05-01", "Etc/UTC"))
    assert said == "Wed 20 May 2026, 12:00"


def test_another_clock_is_said_with_its_place_and_its_day() -> None:
    moment = instant("2026-05-20 14:00")
    utc = at("2026-05-01", "Etc/UTC")
    said = spoken_time(moment, "Europe/Berlin", utc)
    assert said == "Wed 20 May 2026, 12:00 your time, 14:00 in Berlin"
    far = spoken_time(instant("2026-05-20 18:00"), "Asia/Tokyo", utc)
    assert far == "Wed 20 May 2026, 16:00 your time, Thu 01:00 in Tokyo"
    assert spoken_time(moment, "America/New_York", utc).endswith("08:00 in New York")
