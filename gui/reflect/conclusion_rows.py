"""What the user takes along: small tasks that are ticked, worded and dated."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.reflection.conclusions import ConclusionKind, Ground, Proposal
from gui.models.reflect_words import KINDS
from gui.reflect.actions import Chosen
from gui.theme import Role, Theme
from gui.widgets.fields import CheckBox, ChoiceField
from gui.widgets.growing_field import GrowingField
from gui.widgets.labels import Label
from gui.widgets.optional_day import OptionalDay

LONGEST_GROUND = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What the user made of one task, before it is kept."""

    proposed: str
    """Its words as they were proposed; empty for one of the user's own."""
    text: str
    kind: ConclusionKind
    ticked: bool
    day: date | None


class ConclusionRow(QWidget):
    """One task. `edited` tells each change of it."""

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        proposal: Proposal | None,
        *,
        question: str,
        usual: date,
        day: date | None = None,
        ask: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """None: one of the user's own. `question` is the title of the one it stands on.

        `ask` is a question about it, such as what to do instead.
        """
        super().__init__(parent)
        self._proposal = proposal
        self.proposed = proposal.text if proposal is not None else ""
        text = proposal.text if proposal is not None else ""
        kind = proposal.kind if proposal is not None else ConclusionKind.DELIVERY
        self.tick = CheckBox(theme, "", proposal is None or proposal.ticked)
        self.field = GrowingField(
            theme, "What to do", text, "Ask Amara to listen to my opening", one_line=True
        )
        kinds = tuple((one.value, words) for one, words in KINDS.items())
        self.kind = ChoiceField(theme, kinds, kind.value)
        self.kind.setAccessibleName("What kind of task it is")
        self.day = OptionalDay(theme, "By when", usual, day, words="Another day")
        self._build(theme, question, ask)
        self.tick.toggled.connect(self._on_ticked)
        self.field.edited.connect(self._on_text)
        self.kind.currentIndexChanged.connect(self._on_change)
        self.day.edited.connect(self.edited)
        self._name()

    @property
    def from_friend(self) -> bool:
        return self._proposal is not None and self._proposal.from_friend

    @property
    def ticked(self) -> bool:
        return self.tick.isChecked() and bool(self.field.text.strip())

    @property
    def key(self) -> str:
        """Of the proposal; empty for one of the user's own."""
        return self._proposal.key if self._proposal is not None else ""

    @property
    def worked(self) -> Worked:
        """As it stands in the fields, to be shown again by `work_on`."""
        return Worked(
            proposed=self.proposed,
            text=self.field.text,
            kind=ConclusionKind(self.kind.value),
            ticked=self.tick.isChecked(),
            day=self.day.day,
        )

    def work_on(self, worked: Worked) -> None:
        """Show what was made of it before. The day is given when the row is made."""
        if self.field.text != worked.text:
            self.field.text = worked.text
        self.kind.choose(worked.kind.value)
        self.tick.setChecked(worked.ticked)

    def chosen(self) -> Chosen:
        """As it stands in the fields."""
        kind = ConclusionKind(self.kind.value)
        text = " ".join(self.field.text.split())
        day = self.day.day
        if self._proposal is None:
            empty = Ground(question="", words="")
            return Chosen(proposal=Proposal(key="", kind=kind, text=text, ground=empty), day=day)
        return Chosen(proposal=replace(self._proposal, text=text, kind=kind), day=day)

    def _build(self, theme: Theme, question: str, ask: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(self.field)
        if ask:
            column.addWidget(Label(theme, ask, Role.CAPTION, "iris", wrap=True))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.kind)
        below.addWidget(self.day, 1)
        column.addLayout(below)
        ground = ground_words(self._proposal, question)
        if ground:
            column.addWidget(Label(theme, ground, Role.CAPTION, "text-2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def _on_ticked(self, _ticked: bool) -> None:
        self.edited.emit()

    def _on_text(self) -> None:
        if self.field.text.strip() and not self.tick.isChecked():
            self.tick.setChecked(True)
        self._name()
        self.edited.emit()

    def _on_change(self, _index: int) -> None:
        self.edited.emit()

    def _name(self) -> None:
        words = self.field.text.strip()
        self.tick.setAccessibleName(f"Take along: {words}" if words else "Take along")


def ground_words(proposal: Proposal | None, question: str) -> str:
    """What a task stands on: "From “The hardest question”: the one about tide windows"."""
    if proposal is None or not (question or proposal.ground.friend):
        return ""
    said = " ".join(proposal.ground.words.split())
    short = said if len(said) <= LONGEST_GROUND else f"{said[:LONGEST_GROUND].rstrip()}…"
    whose = f"{proposal.ground.friend}, " if proposal.ground.friend else ""
    if proposal.from_friend and not whose:
        whose = "A friend, "
    source = f"{whose}“{question}”" if question else whose.rstrip(", ")
    return f"From {source}: {short}" if short not in proposal.text else f"From {source}"
