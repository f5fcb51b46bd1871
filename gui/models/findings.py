"""The findings of a draft as rows: the most serious first, each with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from core.checks.finding import Finding, Fix, Level

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

LEVEL_WORDS = {Level.MUST: "Must fix", Level.SHOULD: "Should", Level.HINT: "Hint"}
LEVEL_ICONS = {
    Level.MUST: "octagon-alert",
    Level.SHOULD: "triangle-alert",
    Level.HINT: "lightbulb",
}
LEVEL_INKS = {Level.MUST: "brick", Level.SHOULD: "ochre", Level.HINT: "iris"}


@dataclass(frozen=True, slots=True)
class Offer:
    """A fix, and what its button says."""

    label: str
    fix: Fix


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding in words."""

    finding: Finding
    title: str
    why: str
    offers: tuple[Offer, ...] = ()

    @property
    def level_word(self) -> str:
        return LEVEL_WORDS[self.finding.level]

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        words = [f"{self.level_word}: {self.title}.", self.why]
        if self.finding.text:
            words.append(f"In “{self.finding.text[:80]}”.")
        if self.offers:
            words.append(f"Alt Enter: {self.offers[0].label}.")
        return " ".join(filter(None, words))


class FindingsModel(QAbstractListModel):
    """The rows of one report. `take` shows another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FindingRow, ...] = ()

    @property
    def rows(self) -> Sequence[FindingRow]:
        return self._rows

    def take(self, rows: Sequence[FindingRow]) -> bool:
        """Show these rows; False where they are the same as before."""
        fresh = tuple(rows)
        if fresh == self._rows:
            return False
        if len(fresh) == len(self._rows):
            self._rows = fresh
            self.dataChanged.emit(self.index(0), self.index(len(fresh) - 1))
        else:
            self.beginResetModel()
            self._rows = fresh
            self.endResetModel()
        return True

    def row(self, index: Index) -> FindingRow | None:
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self.row(index)
        if row is None:
            return None
        answers: dict[int, object] = {
            int(Qt.ItemDataRole.DisplayRole): row.title,
            int(Qt.ItemDataRole.AccessibleTextRole): f"{row.level_word}: {row.title}",
            int(Qt.ItemDataRole.AccessibleDescriptionRole): row.spoken,
            ROW_ROLE: row,
        }
        return answers.get(role)


def same_place(rows: Sequence[FindingRow], before: FindingRow | None) -> int | None:
    """Where the finding that was open stands now: the same check, best with the same words."""
    if before is None:
        return None
    old = before.finding
    alike = [n for n, row in enumerate(rows) if row.finding.check == old.check]
    exact = [n for n in alike if rows[n].finding.text == old.text]
    return next(iter((*exact, *alike)), None)
