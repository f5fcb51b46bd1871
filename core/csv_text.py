"""A table as CSV text (RFC 4180), safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

Cell = str | int | float | date

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs with which spreadsheets begin to compute; the wide ones are read as the narrow ones."""


def csv_text(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Comma-separated lines that end with CR LF; days as 2026-05-12, numbers as numbers.

    Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([_cell(header) for header in headers])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return text.getvalue()


def _cell(value: Cell) -> str | int | float:
    if isinstance(value, str):
        plain = value.replace("\0", "")
        return f"'{plain}" if plain.lstrip(" ").startswith(_FORMULA) else plain
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 4) if isinstance(value, float) else value
