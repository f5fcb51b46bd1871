"""How the interviews behind the insights are called in charts and tables. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from core.clock import Now
from core.csv_text import Cell
from gui import words
from gui.models.charts import Chart, ChartSet

if TYPE_CHECKING:
    from core.use_cases.insights import Shown

MET = ("Day", "Employer", "Round")
"""The headers of `View.cells`."""


class View:
    """What the charts are made from, and how interviews are called in them."""

    def __init__(self, shown: Shown, now: Now) -> None:
        self.figures = shown.insights
        self.said = shown.findings
        self.rated: Mapping[str, str] = shown.rated
        self.caused: Mapping[str, str] = shown.causes
        self._met = shown.met
        self._now = now

    def day(self, key: str) -> date:
        """The day of an interview, where it took place."""
        met = self._met[key]
        return words.local(met.start, met.zone).date()

    def label(self, key: str) -> str:
        """ "24 Apr"."""
        return words.short_date(self.day(key))

    def name(self, key: str) -> str:
        """ "Lumen & Ash, second round, Fri 24 Apr"."""
        met = self._met[key]
        place = words.weekday_date(self.day(key), self._now)
        return f"{met.company}, {words.round_name(met.round).lower()}, {place}"

    def cells(self, key: str) -> tuple[Cell, ...]:
        """Day, company and round."""
        met = self._met[key]
        return self.day(key), met.company, met.round


def rests_on(count: int) -> str:
    """How much a figure rests on."""
    return f"Rests on {count} interview{'' if count == 1 else 's'}."


def one_chart(key: str, chart: Chart) -> ChartSet:
    """A set of a single chart."""
    return ChartSet(key=key, charts=(chart,))
