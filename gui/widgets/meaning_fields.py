"""The fields that ask what a reply means: its kind, a day where it names one, and when it was written."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.clock import Now
from gui import words
from gui.models.happened import Lacking
from gui.models.happenings import QUESTIONS, Answers, Ask
from gui.models.meanings import MEANINGS, Meaning, happening_of, meaning_of, told_by
from gui.theme import Theme
from gui.widgets.event_part import Part, Setting
from gui.widgets.event_parts import PARTS, MomentPart
from gui.widgets.fields import ChoiceField
from gui.widgets.forms import FormRow
from gui.widgets.moment_field import WallTimeField

if TYPE_CHECKING:
    from core.reply_intake import Offered
    from core.use_cases.replies import Told

DATED = (Ask.MOMENT, Ask.MAYBE_MOMENT)


class MeaningFields(QWidget):
    """`changed` tells that the answer is another now. What the user chose, no guess replaces."""

    changed = Signal()

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._offered: Offered | None = None
        self._part: Part | None = None
        self._chosen = self._moved = self._filling = False
        pairs = [(each.value, told) for each, told in MEANINGS.items()]
        self.meaning = ChoiceField(theme, pairs)
        self.meaning.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.meaning.setMinimumContentsLength(12)
        self.at = WallTimeField(theme, words.local(now.instant, now.zone))
        self.at.setMaximumDateTime(self.at.dateTime())
        self._row = FormRow(theme, "It is", self.meaning)
        self._place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._row)
        column.addLayout(self._place)
        column.addWidget(FormRow(theme, "They wrote it", self.at))
        self.meaning.activated.connect(self._choose)
        self.meaning.currentIndexChanged.connect(self._ask)
        self.at.dateTimeChanged.connect(self._move)

    def suggest(self, offered: Offered | None) -> None:
        """Begin with what is guessed of a reply; None: there is none."""
        self._offered = offered
        self._row.set_hint(offered.suggestion.reason if offered is not None else "")
        if offered is None:
            return
        if not self._moved:
            self._filling = True
            self.at.set_wall(words.local(self.moment(), self._now.zone))
            self._filling = False
        if not self._chosen:
            self.meaning.choose(meaning_of(offered.suggestion))
            self._ask()

    def moment(self) -> datetime:
        """When they wrote it: as the mail says, unless the user knows better (UTC)."""
        known = self._offered is not None and not self._moved
        written = self._offered.reply.at if known and self._offered else None
        return min(written or self.at.instant(self._now.zone), self._now.instant)

    def told(self) -> Told | Lacking | None:
        """What is noted; None: nothing."""
        answers = Answers(at=self.moment(), zone=self._now.zone)
        if self._part is not None:
            answers = self._part.fill(answers)
        return told_by(Meaning(self.meaning.value), answers)

    @property
    def part(self) -> Part | None:
        """The field that asks for a day, where one is asked for."""
        return self._part

    def _choose(self) -> None:
        self._chosen = True

    def _move(self) -> None:
        if not self._filling:
            self._moved = True
            self.changed.emit()

    def _ask(self) -> None:
        """Ask for the day that the meaning needs, if it needs one."""
        if self._part is not None:
            self._part.hide()
            self._part.setParent(None)
            self._part.deleteLater()
            self._part = None
        happening = happening_of(Meaning(self.meaning.value))
        question = QUESTIONS[happening] if happening is not None else None
        dated = [PARTS[ask] for ask in question.asks if ask in DATED] if question else []
        if question is not None and dated:
            setting = Setting(theme=self._theme, question=question, people=(), now=self._now)
            self._part = dated[0](setting)
            self._propose_day(self._part)
            self._part.changed.connect(self.changed)
            self._place.addWidget(self._part)
            self._part.show()  # only what is shown counts for the height of the form
        self.changed.emit()

    def _propose_day(self, part: Part) -> None:
        day = self._offered.suggestion.decision_date if self._offered is not None else None
        if day is not None and isinstance(part, MomentPart):
            part.day.set_day(day)
