"""What a benchmark found, and how it is told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

HEADINGS = ("figure", "Afterword", "bare", "ratio", "goal", "reached")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured value. `bare` is its counterpart without Afterword, measured in the same run."""

    name: str
    value: float
    bare: float | None = None
    unit: str
    most: float | None = None
    """The most that the value may be; None without such a goal."""
    most_times: float | None = None
    """The most that value / bare may be; None without such a goal."""
    digits: int = 0

    @property
    def ratio(self) -> float | None:
        """How many times the bare value it is; None where there is nothing to divide by."""
        return self.value / self.bare if self.bare else None

    @property
    def reached(self) -> bool | None:
        """Whether the goal was reached; None without a goal."""
        if self.most_times is not None and self.ratio is not None:
            return self.ratio <= self.most_times
        return None if self.most is None else self.value <= self.most

    def cells(self) -> tuple[str, ...]:
        """The figure as a row of the table."""
        return (
            self.name,
            self._told(self.value),
            "" if self.bare is None else self._told(self.bare),
            "" if self.ratio is None else f"{self.ratio:.2f}×",
            self._goal(),
            {True: "yes", False: "NO", None: ""}[self.reached],
        )

    def _told(self, value: float) -> str:
        return f"{value:.{self.digits}f} {self.unit}"

    def _goal(self) -> str:
        if self.most_times is not None:
            return f"≤ {self.most_times:g}×"
        return "" if self.most is None else f"≤ {self.most:g} {self.unit}"


def table(figures: Iterable[Figure]) -> str:
    """All figures as a table of plain text."""
    rows = [HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.ljust(width) if at == 0 else cell.rjust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join([first, *others]).rstrip()
