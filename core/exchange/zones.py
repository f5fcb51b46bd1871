"""Zone names from files: is this one that the machine knows?"""

import re
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

_PLAIN = re.compile(r"[A-Z][A-Za-z_]+(/[A-Z][A-Za-z0-9_+-]*){1,2}", re.ASCII)


@lru_cache(maxsize=256)
def find_zone(name: str) -> ZoneInfo | None:
    """The zone of that IANA name, or None where there is none."""
    if not _PLAIN.fullmatch(name) and name not in known_zones():
        return None
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        return None


@lru_cache(maxsize=1)
def known_zones() -> tuple[str, ...]:
    """All zone names of the machine; reading them takes a moment."""
    return tuple(sorted(available_timezones()))


def country_of(zone: str) -> str:
    """The code of the country in which a zone's city lies; empty for zones of no country."""
    return _countries().get(zone, "")


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    from importlib.resources import files

    try:
        table = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    except (ModuleNotFoundError, OSError):
        return {}
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {row[2]: row[0] for row in rows if len(row) >= 3}
