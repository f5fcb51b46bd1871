"""What all fields of "What happened?" share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.clock import Now
from gui import words
from gui.models.happenings import Answers, Question
from gui.theme import Theme
from gui.widgets.fields import ChoiceField
from gui.widgets.forms import FormRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a part needs to know: the question, the people (uid, and name with title), and the
    moment. `names` has the people's names as their cards write them, by uid.
    """

    theme: Theme
    question: Question
    people: tuple[tuple[str, str], ...]
    now: Now
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return words.local(self.now.instant, self.now.zone).date()


class Part(QWidget):
    """One or two fields of a form. `changed` tells that the answer is another now."""

    changed = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def fill(self, answers: Answers) -> Answers:
        """`answers` with what stands in this part."""
        raise NotImplementedError

    def add_row(self, label: str, field: QWidget, hint: str = "") -> None:
        """A labelled field."""
        self.column.addWidget(FormRow(self.setting.theme, label, field, hint))

    def tell(self) -> None:
        """Something was typed or chosen."""
        self.changed.emit()

    def choice(self, pairs: Sequence[tuple[str, str]], label: str) -> ChoiceField:
        """A labelled choice that tells its changes."""
        field = ChoiceField(self.setting.theme, pairs, pairs[0][0])
        field.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        field.setMinimumContentsLength(12)
        field.currentIndexChanged.connect(self.tell)
        self.add_row(label, field)
        return field
