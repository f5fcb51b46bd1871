"""Whole stories: which parts of each answer were told."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.reflection.answers import Answer, PartsAnswer, RowParts, StoryPart
from gui.reflect.editor import AnswerEditor, Asking
from gui.theme import Role, Theme
from gui.widgets.fields import CheckBox
from gui.widgets.labels import Label

PARTS = (
    (StoryPart.SITUATION, "Situation"),
    (StoryPart.TASK, "Task"),
    (StoryPart.ACTION, "What I did"),
    (StoryPart.RESULT, "Result"),
)


class PartsRow(QWidget):
    """The four parts of one story; `touched` once the user said anything about it."""

    edited = Signal()

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.touched = False
        self.boxes = {part: CheckBox(theme, label) for part, label in PARTS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for part, label in PARTS:
            box = self.boxes[part]
            box.setAccessibleName(f"{label}: {words}")
            box.toggled.connect(self._on_toggled)
            row.addWidget(box)
        row.addStretch(1)

    def show_parts(self, parts: tuple[StoryPart, ...] | None) -> None:
        """Show these parts; None: nothing was said about it yet."""
        for part, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(parts is not None and part in parts)
            box.blockSignals(False)
        self.touched = parts is not None

    @property
    def parts(self) -> tuple[StoryPart, ...]:
        return tuple(part for part, box in self.boxes.items() if box.isChecked())

    def _on_toggled(self, _checked: bool) -> None:
        self.touched = True
        self.edited.emit()


class PartsEditor(AnswerEditor):
    """Which parts were told, for each earlier row."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(asking)
        self.stories: dict[str, PartsRow] = {}
        for key, text in asking.rows:
            self.column.addWidget(Label(self.theme, text, Role.BODY, wrap=True))
            story = PartsRow(self.theme, text)
            story.edited.connect(self.tell)
            self.stories[key] = story
            self.column.addWidget(story)
            self.column.addSpacing(4)

    @property
    def first_field(self) -> QWidget:
        return next(iter(self.stories.values())).boxes[StoryPart.SITUATION]

    def set_answer(self, answer: Answer | None) -> None:
        told = (
            {row.row: row.parts for row in answer.rows} if isinstance(answer, PartsAnswer) else {}
        )
        for key, story in self.stories.items():
            story.show_parts(told.get(key))

    def answer(self) -> Answer:
        return PartsAnswer(
            rows=tuple(
                RowParts(row=key, parts=story.parts)
                for key, story in self.stories.items()
                if story.touched
            )
        )
