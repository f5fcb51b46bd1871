"""Days and times in words, in the languages of letters, whatever the process's locale is."""

from dataclasses import dataclass
from datetime import date, datetime

from core.playbook.facts import MONTHS
from core.playbook.kinds import Moment
from core.playbook.windows import to_wall, zone_of


@dataclass(frozen=True, slots=True)
class _Calendar:
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    """From Monday on."""
    day: str
    weekday: str
    time: str
    theirs: str
    own: str


_CALENDARS = {
    "en": _Calendar(
        MONTHS,
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        *("{day} {month}", "{weekday} {date}", "{date} at {time}", "{city} time"),
        "{time} in {city}",
    ),
    "de": _Calendar(
        (
            *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
            *("September", "Oktober", "November", "Dezember"),
        ),
        ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
        *("{day}. {month}", "{weekday}, {date}", "{date}, {time} Uhr", "Ortszeit {city}"),
        "{time} Uhr in {city}",
    ),
    "fr": _Calendar(
        (
            *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
            *("septembre", "octobre", "novembre", "décembre"),
        ),
        ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        *("{day} {month}", "{weekday} {date}", "{date} à {time}", "heure de {city}"),
        "{time} à {city}",
    ),
    "es": _Calendar(
        (
            *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
            *("septiembre", "octubre", "noviembre", "diciembre"),
        ),
        ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
        *("{day} de {month}", "{weekday} {date}", "{date} a las {time}", "hora de {city}"),
        "{time} en {city}",
    ),
}


def day_words(moment: Moment, zone: str, language: str = "en") -> str:
    """ "27 March": the day of a moment in a zone."""
    on = to_wall(moment, zone).date() if isinstance(moment, datetime) else moment
    return _day(on, language)


def time_words(instant: datetime, zone: str, own_zone: str, language: str = "en") -> str:
    """ "Tuesday 7 April at 14:00 (Berlin time, 13:00 in London)"; the writer's where it differs."""
    calendar = _CALENDARS[language]
    wall, own = to_wall(instant, zone), to_wall(instant, own_zone)
    weekday = calendar.weekdays[wall.weekday()]
    on = calendar.weekday.format(weekday=weekday, date=_day(wall.date(), language))
    said = calendar.time.format(date=on, time=f"{wall:%H:%M}")
    zones = [_zone(zone, instant, calendar)]
    if own != wall:
        zones.append(calendar.own.format(time=f"{own:%H:%M}", city=_city(own_zone)))
    return f"{said} ({', '.join(zones)})"


def _day(on: date, language: str) -> str:
    calendar = _CALENDARS[language]
    number = "1er" if language == "fr" and on.day == 1 else str(on.day)
    return calendar.day.format(day=number, month=calendar.months[on.month - 1])


def _zone(zone: str, instant: datetime, calendar: _Calendar) -> str:
    """A zone by its city; one that names none (UTC, Etc/GMT+3) by its difference to UTC."""
    if "/" in zone and not zone.startswith("Etc/"):
        return calendar.theirs.format(city=_city(zone))
    offset = instant.astimezone(zone_of(zone)).strftime("%z")
    return "UTC" if offset == "+0000" else f"UTC{offset[:3]}:{offset[3:5]}"


def _city(zone: str) -> str:
    return zone.rsplit("/", 1)[-1].replace("_", " ")
