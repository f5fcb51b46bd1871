"""The text of a calendar, cut into the lines that matter, in linear time and within limits.

Only the properties that say something about an interview are kept. What could make a reader hang
(alarms, endless rules, nested components) is left out before anything interprets it.
"""

import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

MOST_LINES = 50_000
"""Lines of one calendar after unfolding; a picture or a document in it is one line."""
MOST_EVENTS = 500
MOST_OF_A_KIND = 200
LONGEST_LINE = 250_000

_EVENT_NAMES = frozenset(
    {
        *("UID", "SEQUENCE", "SUMMARY", "DTSTART", "DTEND", "DURATION", "LOCATION", "DESCRIPTION"),
        *("URL", "ORGANIZER", "ATTENDEE", "DTSTAMP", "STATUS", "RRULE", "RDATE", "EXDATE"),
        *("RECURRENCE-ID", "CONFERENCE", "X-GOOGLE-CONFERENCE"),
        "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    }
)
_ZONE_NAMES = frozenset({"TZID", "X-LIC-LOCATION", "DTSTART", "TZOFFSETTO", "RRULE", "RDATE"})
_CALENDAR_NAMES = frozenset({"METHOD", "X-WR-TIMEZONE"})
_LINE = re.compile(
    r'(?P<name>[^:;"]+)(?P<parameters>(?:;[^:;="]+=(?:"[^"]*"|[^":;])*)*):(?P<value>.*)', re.DOTALL
)
_PARAMETER = re.compile(r';([^:;="]+)=((?:"[^"]*"|[^":;])*)')
_BEGIN = re.compile(r"BEGIN:(VCALENDAR|VEVENT)", re.IGNORECASE)
_CARET = re.compile(r"\^([n'^])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_FOLD = re.compile(r"\n[ \t]")


class CalendarTextError(ValueError):
    """The text is no calendar that can be read; the reason continues "the file …"."""


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: its value is still as written."""

    value: str
    parameters: dict[str, str] = field(default_factory=dict)

    def text(self) -> str:
        """The value with its escapes undone, and without characters that steer a terminal."""
        return _CONTROL.sub("", _ESCAPE.sub(_unescape, self.value))


@dataclass(frozen=True, slots=True)
class Component:
    """An event, a zone's definition or a part of one: properties by name, in order."""

    properties: dict[str, list[Property]] = field(default_factory=dict)
    parts: "list[Component]" = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        found = self.properties.get(name)
        return found[0] if found else None

    def text(self, name: str) -> str:
        found = self.first(name)
        return found.text().strip() if found else ""

    def all(self, name: str) -> list[Property]:
        return self.properties.get(name, [])


@dataclass(frozen=True, slots=True)
class CalendarText:
    """What one file's calendars hold, as text."""

    method: str
    zone: str
    """X-WR-TIMEZONE, as written."""
    events: tuple[Component, ...]
    zones: tuple[Component, ...]


def read_calendar_text(content: bytes) -> CalendarText:
    """Cut a calendar into events and zone definitions. Raises `CalendarTextError`."""
    text = _decode(content).replace("\r\n", "\n").replace("\r", "\n")
    if not _BEGIN.search(text[:10_000]):
        raise CalendarTextError("is no calendar file")
    unfolded = _FOLD.sub("", text)
    if unfolded.count("\n") > MOST_LINES:
        raise CalendarTextError("is a very long calendar; export the interview alone")
    reader = _Reader()
    for line in unfolded.split("\n"):
        reader.take(line)
    return CalendarText(
        method=reader.calendar.text("METHOD").upper(),
        zone=reader.calendar.text("X-WR-TIMEZONE"),
        events=tuple(reader.events),
        zones=tuple(reader.zones),
    )


class _Reader:
    """Walks the lines, knowing which component it is in."""

    def __init__(self) -> None:
        self.calendar = Component()
        self.events: list[Component] = []
        self.zones: list[Component] = []
        self._open: list[str] = []

    def take(self, line: str) -> None:
        name, _, rest = line.partition(":")
        keyword = name.strip().upper()
        if keyword == "BEGIN":
            self._begin(rest.strip().upper())
        elif keyword == "END":
            self._end(rest.strip().upper())
        else:
            self._keep(line)

    def _begin(self, kind: str) -> None:
        if kind == "VEVENT" and self._open in ([], ["VCALENDAR"]):
            if len(self.events) >= MOST_EVENTS:
                raise CalendarTextError(
                    f"holds over {MOST_EVENTS} events; export the interview alone"
                )
            self.events.append(Component())
        elif kind == "VTIMEZONE" and len(self.zones) < MOST_OF_A_KIND:
            self.zones.append(Component())
        elif self._open[-1:] == ["VTIMEZONE"]:
            self.zones[-1].parts.append(Component())
        if len(self._open) > 20:
            raise CalendarTextError("is nested too deeply")
        self._open.append(kind)

    def _end(self, kind: str) -> None:
        if kind in self._open:
            while self._open.pop() != kind:
                pass

    def _keep(self, line: str) -> None:
        place = self._place()
        if place is None:
            return
        component, names = place
        name = re.split("[;:]", line, maxsplit=1)[0].strip().upper()
        if name not in names or len(line) > LONGEST_LINE:
            return
        kept = component.properties.setdefault(name, [])
        if len(kept) < MOST_OF_A_KIND:
            kept.extend(_parse(line))

    def _place(self) -> tuple[Component, frozenset[str]] | None:
        here = self._open[-1] if self._open else ""
        if here == "VEVENT" and self.events and len(self._open) <= 2:
            return self.events[-1], _EVENT_NAMES
        if here == "VTIMEZONE" and self.zones:
            return self.zones[-1], _ZONE_NAMES
        if self._open[-2:-1] == ["VTIMEZONE"] and self.zones and self.zones[-1].parts:
            return self.zones[-1].parts[-1], _ZONE_NAMES
        return (self.calendar, _CALENDAR_NAMES) if here == "VCALENDAR" else None


def _parse(line: str) -> Iterator[Property]:
    match = _LINE.fullmatch(line)
    if match is None:
        return
    parameters = {
        name.strip().upper(): _parameter_value(value)
        for name, value in _PARAMETER.findall(match["parameters"])
    }
    value = match["value"]
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
    yield Property(value, parameters)


def _parameter_value(written: str) -> str:
    plain = _CONTROL.sub("", written).strip().replace('"', "")
    return _CARET.sub(lambda match: {"n": "\n", "'": '"', "^": "^"}[match[1]], plain)


def _unescape(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
