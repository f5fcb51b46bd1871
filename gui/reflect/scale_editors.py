"""Answers that are numbers: one, several, or one with a why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from core.reflection.answers import (
    Answer,
    NumberAnswer,
    Rating,
    RatingsAnswer,
    ScoreAnswer,
    SlidersAnswer,
)
from gui.reflect.editor import AnswerEditor, Asking
from gui.theme import Role
from gui.widgets.growing_field import GrowingField
from gui.widgets.labels import Label
from gui.widgets.scale import Scale

TEN, FIVE = 10, 5
MOMENTS = (("before", "Before"), ("during", "During"), ("after", "After"))


class NumberEditor(AnswerEditor):
    """From 1 to 10."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.scale = Scale(self.theme, self.question.title, TEN, ends=self.ends)
        self.column.addWidget(self.scale)
        self.add_ends()
        self.scale.edited.connect(self.tell)

    @property
    def first_field(self) -> QWidget:
        return self.scale

    def set_answer(self, answer: Answer | None) -> None:
        self.scale.set_chosen(answer.value if isinstance(answer, NumberAnswer) else None)

    def answer(self) -> Answer:
        return NumberAnswer(value=self.scale.chosen)


class ScalesEditor(AnswerEditor):
    """Several scales below each other; a digit chooses and leads on to the next."""

    def __init__(self, asking: Asking, names: tuple[tuple[str, str], ...], highest: int) -> None:
        super().__init__(asking)
        self.scales: dict[str, Scale] = {}
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(20)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for key, name in names:
            scale = Scale(self.theme, name, highest, ends=self.ends)
            label = Label(self.theme, name, Role.BODY)
            label.setBuddy(scale)
            label.setMinimumHeight(scale.sizeHint().height())
            self._form.addRow(label, scale)
            scale.edited.connect(self.tell)
            scale.digit.connect(self._lead_on)
            self.scales[key] = scale
        self.column.addLayout(self._form)
        self.add_ends()

    @property
    def first_field(self) -> QWidget:
        scales = tuple(self.scales.values())
        return next((scale for scale in scales if scale.chosen is None), scales[0])

    def show_chosen(self, chosen: dict[str, int | None]) -> None:
        """Show these numbers."""
        for key, scale in self.scales.items():
            scale.set_chosen(chosen.get(key))

    def _lead_on(self) -> None:
        scales = list(self.scales.values())
        place = next((n for n, scale in enumerate(scales) if scale is self.sender()), None)
        if place is not None and place + 1 < len(scales):
            scales[place + 1].setFocus(Qt.FocusReason.TabFocusReason)


class SlidersEditor(ScalesEditor):
    """Before, during, after."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking, MOMENTS, TEN)

    def set_answer(self, answer: Answer | None) -> None:
        felt = answer if isinstance(answer, SlidersAnswer) else SlidersAnswer()
        self.show_chosen({"before": felt.before, "during": felt.during, "after": felt.after})

    def answer(self) -> Answer:
        felt = {key: scale.chosen for key, scale in self.scales.items()}
        return SlidersAnswer(before=felt["before"], during=felt["during"], after=felt["after"])


class RatingsEditor(ScalesEditor):
    """Each of the question's options, from 1 to 5."""

    def __init__(self, asking: Asking) -> None:
        options = tuple((one.value, one.label) for one in asking.question.options)
        super().__init__(asking, options, FIVE)
        self._others: tuple[Rating, ...] = ()

    def set_answer(self, answer: Answer | None) -> None:
        ratings = answer.ratings if isinstance(answer, RatingsAnswer) else ()
        self._others = tuple(one for one in ratings if one.item not in self.scales)
        self.show_chosen({rating.item: rating.value for rating in ratings})

    def answer(self) -> Answer:
        """What an older form asked beside these stays as it was."""
        ratings = (
            Rating(item=item, value=scale.chosen)
            for item, scale in self.scales.items()
            if scale.chosen is not None
        )
        return RatingsAnswer(ratings=(*ratings, *self._others))


class ScoreEditor(AnswerEditor):
    """From 1 to 5, and why."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.scale = Scale(self.theme, self.question.title, FIVE, ends=self.ends)
        self.why = GrowingField(self.theme, "Why", lines=3)
        self.column.addWidget(self.scale)
        self.add_ends()
        self.column.addSpacing(8)
        self.add_label("Why").setBuddy(self.why)
        self.column.addWidget(self.why)
        self.scale.edited.connect(self.tell)
        self.scale.digit.connect(self.why.setFocus)
        self.why.edited.connect(self.tell)

    @property
    def first_field(self) -> QWidget:
        return self.scale if self.scale.chosen is None else self.why

    def set_answer(self, answer: Answer | None) -> None:
        known = answer if isinstance(answer, ScoreAnswer) else ScoreAnswer()
        self.scale.set_chosen(known.value)
        self.why.blockSignals(True)
        self.why.text = known.text
        self.why.blockSignals(False)

    def answer(self) -> Answer:
        return ScoreAnswer(value=self.scale.chosen, text=self.why.text)
