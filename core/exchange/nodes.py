"""Typed reading of a JSON document: each part knows its path, and refuses what it is not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

from core.exchange.json_text import (
    JsonError,
    JsonObject,
    JsonPath,
    line_of,
    parse_json,
    show_path,
)
from core.exchange.zones import find_zone, known_zones
from core.playbook.values import Moment
from core.refusal import Refusal

SHORT_TEXT = 500
LONG_TEXT = 100_000
FIRST_YEAR, LAST_YEAR = 1970, 2199

_Word = TypeVar("_Word", bound=StrEnum)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_WALL = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?", re.ASCII)
_OFFSET = re.compile(r"(Z|[+-]\d{2}:\d{2})$", re.ASCII)


class CaseError(Refusal):
    """A case file that cannot be read. The sentence names the file, the place and the remedy."""

    def __init__(self, source: str, path: JsonPath, line: int | None, what: str) -> None:
        self.source = source
        self.path = show_path(path)
        self.line = line
        self.what = what
        place = f"{source}, line {line}" if line else source
        subject = f"{self.path} " if path else ""
        super().__init__(f"{place}: {subject}{what}")


@dataclass(frozen=True, slots=True)
class Document:
    """A text and the name that a person knows it by."""

    source: str
    text: str

    def root(self) -> "Node":
        """The whole document. Raises `CaseError` where it is no JSON."""
        try:
            return Node(self, (), parse_json(self.text))
        except JsonError as error:
            what = f"the file was not read: {error.reason}."
            raise CaseError(self.source, (), error.line, what) from error

    def error(self, path: JsonPath, what: str) -> CaseError:
        return CaseError(self.source, path, line_of(self.text, path), what)


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a document, and where it stands."""

    document: Document
    path: JsonPath
    value: object

    def error(self, what: str) -> CaseError:
        return self.document.error(self.path, what)

    def fields(self, *known: str) -> "Fields":
        """The value as an object that may have these keys and no others."""
        if not isinstance(self.value, JsonObject):
            raise self.error(f"must be an object, not {_kind(self.value)}.")
        if self.value.repeated is not None:
            path = (*self.path, self.value.repeated)
            raise self.document.error(path, "is given twice; keep one of them.")
        for key in self.value:
            if key not in known:
                what = "is not a key that belongs here." + did_you_mean(key, known)
                raise self.document.error((*self.path, key), what)
        return Fields(self, self.value)

    def items(self) -> "tuple[Node, ...]":
        """The parts of a list."""
        if not isinstance(self.value, list):
            raise self.error(f"must be a list, not {_kind(self.value)}.")
        return tuple(
            Node(self.document, (*self.path, index), item) for index, item in enumerate(self.value)
        )

    def text(self, limit: int = SHORT_TEXT) -> str:
        if not isinstance(self.value, str):
            raise self.error(f"must be a text, not {_kind(self.value)}.")
        if len(self.value) > limit:
            raise self.error(f"is longer than {limit:,} characters.")
        if any("\ud800" <= letter <= "\udfff" for letter in self.value):
            raise self.error("holds half of a character; write the text again.")
        return self.value

    def name(self) -> str:
        """A text that says something."""
        text = self.text()
        if not text.strip():
            raise self.error("must not be empty.")
        return text

    def flag(self) -> bool:
        if not isinstance(self.value, bool):
            raise self.error(f"must be true or false, not {_kind(self.value)}.")
        return self.value

    def integer(self, lowest: int, highest: int) -> int:
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.error(f"must be a whole number, not {_kind(value)}.")
        if not lowest <= value <= highest:
            raise self.error(f"must be between {lowest} and {highest}.")
        return value

    def word(self, words: type[_Word]) -> _Word:
        """One of an enum's words."""
        self.one_of(tuple(words))
        return words(str(self.value))

    def one_of(self, words: Iterable[str]) -> str:
        text, known = self.text(), tuple(words)
        if text not in known:
            listed = ", ".join(known)
            what = f"is {quoted(text)}; it must be one of: {listed}."
            raise self.error(what + did_you_mean(text, known))
        return text

    def texts(self) -> tuple[str, ...]:
        return tuple(item.name() for item in self.items())

    def zone(self) -> str:
        name = self.text()
        if find_zone(name) is None:
            what = f"is {quoted(name)}, which is no time zone that is known here."
            raise self.error(what + did_you_mean(name, known_zones()))
        return name

    def day(self) -> date:
        text = self.text()
        if not _DATE.fullmatch(text):
            raise self.error(f"is {quoted(text)}; a date looks like 2026-03-31.")
        return self._in_range(self._parse(text)).date()

    def instant(self) -> datetime:
        """An instant in UTC; the text carries its offset."""
        text = self.text()
        offset = _OFFSET.search(text)
        if not offset or not _WALL.fullmatch(text[: offset.start()]):
            example = "a time looks like 2026-03-27T15:00:00+01:00, with its offset"
            raise self.error(f"is {quoted(text)}; {example}.")
        return self._in_range(self._parse(text)).astimezone(UTC)

    def moment(self) -> Moment:
        """A date, or an instant in UTC."""
        return self.day() if _DATE.fullmatch(self.text()) else self.instant()

    def wall_time(self, zone: str) -> datetime:
        """The instant (UTC) of a wall-clock time in `zone`.

        In the hour that a zone has twice, the first is meant, unless an offset says which.
        """
        text = self.text()
        if _OFFSET.search(text):
            return self._checked_offset(self.instant(), zone)
        if not _WALL.fullmatch(text):
            raise self.error(f"is {quoted(text)}; a time looks like 2026-03-27T15:00:00.")
        wall = self._in_range(self._parse(text))
        return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)

    def _checked_offset(self, instant: datetime, zone: str) -> datetime:
        written = self._parse(self.text())
        if instant.astimezone(ZoneInfo(zone)).utcoffset() != written.utcoffset():
            raise self.error(f"has an offset that {zone} does not have at that time; leave it out.")
        return instant

    def _parse(self, text: str) -> datetime:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            raise self.error(f"is {quoted(text)}, and there is no such day or time.") from None

    def _in_range(self, when: datetime) -> datetime:
        if not FIRST_YEAR <= when.year <= LAST_YEAR:
            raise self.error(f"must lie between the years {FIRST_YEAR} and {LAST_YEAR}.")
        return when


@dataclass(frozen=True, slots=True)
class Fields:
    """The known keys of one object."""

    node: Node
    values: JsonObject

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def __getitem__(self, key: str) -> Node:
        """A key that must be there."""
        if key not in self.values:
            document = self.node.document
            line = line_of(document.text, self.node.path)
            raise CaseError(document.source, (*self.node.path, key), line, "is missing.")
        return self._child(key)

    def get(self, key: str) -> Node | None:
        """A key that may be left out."""
        return self._child(key) if key in self.values else None

    def text(self, key: str, limit: int = SHORT_TEXT) -> str:
        return self._child(key).text(limit) if key in self.values else ""

    def flag(self, key: str, default: bool = False) -> bool:
        return self._child(key).flag() if key in self.values else default

    def instant(self, key: str) -> datetime | None:
        """An instant, or None where the key is left out or null."""
        return self._child(key).instant() if self.values.get(key) is not None else None

    def moment(self, key: str) -> Moment | None:
        """A date or an instant, or None where the key is left out or null."""
        return self._child(key).moment() if self.values.get(key) is not None else None

    def word(self, key: str, default: _Word) -> _Word:
        return self._child(key).word(type(default)) if key in self.values else default

    def items(self, key: str) -> tuple[Node, ...]:
        return self._child(key).items() if key in self.values else ()

    def _child(self, key: str) -> Node:
        return Node(self.node.document, (*self.node.path, key), self.values[key])


def quoted(text: str) -> str:
    """A text as an error shows it, cut to one line."""
    line = " ".join(text.split())
    return f"“{line[:57]}…”" if len(line) > 60 else f"“{line}”"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The nearest known word as a question, or nothing."""
    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower()[:80], by_lower, n=1, cutoff=0.5)
    return f" Did you mean {by_lower[near[0]]}?" if near else ""


def _kind(value: object) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return "a number"
    if isinstance(value, str):
        return "a text"
    return "a list" if isinstance(value, list) else "an object"
