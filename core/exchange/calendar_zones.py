"""What zone a calendar means: IANA names, Windows names, and zones that a file defines itself."""

import re
from datetime import tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone
from icalendar.timezone import tzp
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON
from icalendar.timezone.zoneinfo import ZONEINFO

from core.exchange.calendar_parts import values_of
from core.exchange.recurrence import is_followed
from core.exchange.zones import find_zone, known_zones

MOST_RULES = 6
"""Rules of one zone: following one that never comes true costs a third of a second."""

_UTC_NAMES = frozenset({"utc", "z", "gmt", "etc/utc", "etc/gmt", "coordinated universal time"})


def resolve_zone(name: str) -> str | None:
    """The IANA name of a zone as calendars write it, or None where it says nothing."""
    name = name.strip().strip('"')
    if name.lower() in _UTC_NAMES:
        return "UTC"
    if find_zone(name) is not None:
        return name
    return _zones_by_lower_name().get(name.lower()) or _from_cities(name)


def forget_defined_zones() -> None:
    """What one file calls “Customized Time Zone” says nothing about the next file's.

    The library keeps zones for the whole process, so files are read one after the other.
    """
    tzp.use(_Zones())


class _Zones(ZONEINFO):
    """Tells the library of the zones above, and keeps dangerous definitions from it."""

    def timezone(self, name: str) -> tzinfo | None:
        zone = resolve_zone(name)
        return None if zone is None else ZoneInfo(zone)

    def knows_timezone_id(self, tzid: str) -> bool:
        return resolve_zone(tzid) is not None

    def create_timezone(self, *given: object, **named: object) -> tzinfo:
        (zone,) = given
        if not isinstance(zone, Timezone):
            raise TypeError("no zone is defined")
        real = resolve_zone(str(zone.get("X-LIC-LOCATION", "")))
        if real is not None:
            return ZoneInfo(real)
        if not _is_safe(zone):
            raise ValueError("the zone's rules are not followed")
        return super().create_timezone(zone)


def _is_safe(zone: Component) -> bool:
    """Rules of seconds, hours or days could be followed for ever."""
    rules = [rule for part in zone.subcomponents for rule in values_of(part, "RRULE")]
    return len(rules) <= MOST_RULES and all(is_followed(rule, {"YEARLY"}) for rule in rules)


def _from_cities(name: str) -> str | None:
    """`(UTC+01:00) Amsterdam, Berlin, Bern` → `Europe/Amsterdam`."""
    if not re.match(r"\((UTC|GMT)", name):
        return None
    cities = name.partition(")")[2].replace(" ", "_").lower().split(",")
    wanted = {city.strip("_") for city in cities}
    named = (zone for zone in known_zones() if zone.rpartition("/")[2].lower() in wanted)
    return next((zone for zone in named if "/" in zone), None)


@lru_cache(maxsize=1)
def _zones_by_lower_name() -> dict[str, str]:
    windows = {name.lower(): iana for name, iana in WINDOWS_TO_OLSON.items()}
    return windows | {name.lower(): name for name in known_zones()}
