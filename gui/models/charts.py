"""What charts show: values and the words that say them, without a pixel."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.csv_text import Cell


class Mark(StrEnum):
    """The shape of a point: never told by colour alone."""

    PLAIN = "plain"
    WENT_ON = "went on"
    ENDED = "ended"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """`words` is what is read aloud, and shown where the pointer rests."""

    label: str
    value: float
    shown: str
    words: str
    room: bool = False
    """The one thing with room to grow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars from zero to `most`."""

    bars: tuple[Bar, ...]
    most: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point over time. `line` is how high the line passes there."""

    label: str
    value: float
    line: float
    words: str
    mark: Mark = Mark.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Points over time, between `low` and `high`; `ticks` are the heights with a hairline."""

    points: tuple[Point, ...]
    low: float
    high: float
    ticks: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """What came of the interviews of one round."""

    label: str
    went_on: int
    ended: int
    open: int
    shown: str
    words: str

    @property
    def total(self) -> int:
        return self.went_on + self.ended + self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacks:
    stacks: tuple[Stack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxRow:
    """So many boxes of `of` are ticked."""

    label: str
    done: int
    of: int
    words: str

    @property
    def shown(self) -> str:
        return f"{self.done} of {self.of}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    rows: tuple[BoxRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    value: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """Dots along a scale from zero, those at one place above each other, and their middle."""

    dots: tuple[Dot, ...]
    middle: float
    middle_words: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    text: str
    beside: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    tags: tuple[Tag, ...]


Plot = Bars | Line | Stacks | Boxes | Dots | Tags


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The figures behind a chart."""

    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A finding in words, what it measures and rests on, the picture, and the table behind it."""

    title: str
    caption: str
    plot: Plot
    table: Table
    legend: tuple[Mark, ...] = ()
    name: str = ""
    """What it is about, where a set has several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSet:
    """Charts of one measure, of which one is seen at a time; most have but one."""

    key: str
    charts: tuple[Chart, ...]
    first: int = 0
    """The one to begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A measure that shows nothing yet: what it is, and what it needs."""

    name: str
    sentence: str
