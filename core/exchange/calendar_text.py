"""Calendars from strangers, made harmless before the library reads them.

icalendar reads whatever it is given, and one line in the wrong place costs the whole file. So
the text is first cut into the components that say something about an interview, within limits;
each of them is then read by itself.
"""

import re
import warnings
from dataclasses import dataclass

from icalendar import Component
from icalendar.error import GloballyUniqueTZIDGuessed

from core.exchange.calendar_parts import CONTROL, ODD
from core.exchange.calendar_zones import forget_defined_zones

LARGEST = 1_000_000
"""Characters of one calendar, without what is left unread: pictures, documents, alarms."""
MOST_FOLDED_LINES = 200_000
MOST_LINES = 10_000
MOST_EVENTS = 500
MOST_ZONES = 50
DEEPEST = 20
LONGEST_LINE = 250_000
LONGEST_TIDIED = 500

_WANTED = frozenset(
    {
        *("METHOD", "X-WR-TIMEZONE", "UID", "SEQUENCE", "STATUS", "DTSTAMP"),
        *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        *("SUMMARY", "LOCATION", "DESCRIPTION", "ORGANIZER", "ATTENDEE", "CONFERENCE"),
        *("X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"),
        *("TZID", "X-LIC-LOCATION", "TZOFFSETFROM", "TZOFFSETTO"),
    }
)
_LONG = "is a very long calendar; export the interview alone"
_BEGIN = re.compile(r"BEGIN:(VCALENDAR|VEVENT)", re.IGNORECASE)
_FOLD = re.compile(r"\n[ \t]")
_ZONE_OF_UTC = re.compile(r';TZID=(?:"[^"]*"|[^";:]*)(?=:\d{8}T\d{6}Z$)', re.IGNORECASE)


class CalendarTextError(ValueError):
    """The text is no calendar that can be read; the reason continues "the file …"."""


@dataclass(frozen=True, slots=True)
class CalendarText:
    """What one file's calendar holds: its own properties, and its events."""

    head: Component
    events: tuple[Component, ...]


def read_calendar_text(content: bytes) -> CalendarText:
    """The events of a calendar. Raises `CalendarTextError`."""
    text = re.sub(r"\r\n?", "\n", _decode(content))
    if not _BEGIN.search(text[:10_000]):
        raise CalendarTextError("is no calendar file")
    if text.count("\n") > MOST_FOLDED_LINES:
        raise CalendarTextError(_LONG)
    cut = _Cut()
    for line in CONTROL.sub("", _FOLD.sub("", text)).split("\n"):
        cut.take(line)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", GloballyUniqueTZIDGuessed)
        return _read(cut)


class _Cut:
    """Sorts lines to the components that matter, and leaves all others out."""

    def __init__(self) -> None:
        self.head: list[str] = []
        self.events: list[list[str]] = []
        self.zones: list[list[str]] = []
        self._open: list[str] = []
        self._lines = self._size = 0

    def take(self, line: str) -> None:
        keyword, _, kind = line.partition(":")
        match keyword.strip().upper():
            case "BEGIN":
                self._begin(kind.strip().upper())
            case "END":
                self._end(kind.strip().upper())
            case _ if re.split("[;:]", line, maxsplit=1)[0].strip().upper() in _WANTED:
                self._keep(line.rstrip())

    def _begin(self, kind: str) -> None:
        if kind == "VCALENDAR":
            return
        self._open.append(kind)
        match self._open:
            case ["VEVENT"]:
                self.events.append([])
            case ["VTIMEZONE"]:
                self.zones.append([])
            case ["VTIMEZONE", _]:
                self.zones[-1].append(f"BEGIN:{kind}")
        if len(self._open) > DEEPEST:
            raise CalendarTextError("is nested too deeply")
        if len(self.events) > MOST_EVENTS:
            raise CalendarTextError(f"holds over {MOST_EVENTS} events; export the interview alone")
        if len(self.zones) > MOST_ZONES:
            raise CalendarTextError(_LONG)

    def _end(self, kind: str) -> None:
        while kind in self._open:
            ended = self._open.pop()
            if self._open == ["VTIMEZONE"]:
                self.zones[-1].append(f"END:{ended}")
            if ended == kind:
                break

    def _keep(self, line: str) -> None:
        place = self._place()
        if place is None or len(line) > LONGEST_LINE:
            return
        self._lines += 1
        self._size += len(line)
        if self._lines > MOST_LINES or self._size > LARGEST:
            raise CalendarTextError(_LONG)
        place.append(_tidied(line) if len(line) < LONGEST_TIDIED else line)

    def _place(self) -> list[str] | None:
        match self._open:
            case []:
                return self.head
            case ["VEVENT"]:
                return self.events[-1]
            case ["VTIMEZONE"] | ["VTIMEZONE", _]:
                return self.zones[-1]
        return None


def _tidied(line: str) -> str:
    """Slips of well-known programs, which the library takes for broken or misunderstands."""
    if line[:6].upper() == "RRULE:":
        return line.replace(" ", "")
    return _ZONE_OF_UTC.sub("", line)


def _read(cut: _Cut) -> CalendarText:
    """Zones come first: reading one teaches the library what events mean by its name."""
    forget_defined_zones()
    for zone in cut.zones:
        _component("VTIMEZONE", zone)
    head = _component("VCALENDAR", cut.head)
    events = (_component("VEVENT", event) for event in cut.events)
    return CalendarText(head or Component(), tuple(each for each in events if each is not None))


def _component(kind: str, lines: list[str]) -> Component | None:
    """A component; where the library stumbles over it, without the lines that it stumbles over."""
    whole = _parse(kind, lines)
    if whole is not None:
        return whole
    return _parse(kind, [line for line in lines if _parse(kind, [line]) is not None])


def _parse(kind: str, lines: list[str]) -> Component | None:
    try:
        return Component.from_ical("\r\n".join((f"BEGIN:{kind}", *lines, f"END:{kind}", "")))
    except ODD:
        return None


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
