"""The card "What happened?": one click, the one field needed, the preview, and "Note it"."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.clock import Now
from core.playbook.values import Event
from gui.models.happened import Lacking, to_event
from gui.models.happenings import (
    MAIN,
    MENDED_BY,
    MISTAKE,
    MORE,
    QUESTIONS,
    WRONG_NAME,
    Happening,
    Question,
)
from gui.plain_tips import plain_tip
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.event_button import EventButton
from gui.widgets.event_part import Part, Setting
from gui.widgets.event_parts import ReplyPart, answers_of, parts_of
from gui.widgets.frames import Card, Hairline
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind

PREVIEW_DELAY_MS = 120


class WhatHappened(Card):
    """Asks the page for a preview (`previewed`) and to store (`noted`), both with an `Event`."""

    previewed = Signal(object)
    noted = Signal(object)
    mail_wanted = Signal()
    """The user wants to keep the words of a reply."""
    opened = Signal()
    """A question is open: the page brings it into sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=12, spacing=8, parent=parent)
        self._theme = theme
        self._now: Now | None = None
        self._people: tuple[tuple[str, str], ...] = ()
        self._names: Mapping[str, str] = {}
        self._buttons: dict[Happening, EventButton] = {}
        self._asked: Happening | None = None
        self._unfolded = False
        self._event: Event | None = None
        self._parts: list[Part] = []
        self._build_buttons()
        self._build_answer()
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(PREVIEW_DELAY_MS)
        self._delay.timeout.connect(self._preview)

    def _build_buttons(self) -> None:
        grid = self._grid(MAIN)
        self.column.addLayout(grid)
        self.column.addWidget(self._button(WRONG_NAME, quiet=True))
        line = QHBoxLayout()
        line.addWidget(self._button(MISTAKE, quiet=True), 1)
        self.more = Button(self._theme, "More", Kind.TEXT)
        self.more.setAccessibleName("More that can happen")
        self.more.clicked.connect(self._toggle_more)
        line.addWidget(self.more)
        self.column.addLayout(line)
        self._rest = QWidget(self)
        self._rest.setLayout(self._grid(MORE, quiet=True))
        self._rest.hide()
        self.column.addWidget(self._rest)

    def _grid(self, questions: tuple[Question, ...], *, quiet: bool = False) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2 if quiet else 8)
        for number, question in enumerate(questions):
            grid.addWidget(self._button(question, quiet=quiet), number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _button(self, question: Question, *, quiet: bool) -> EventButton:
        button = EventButton(self._theme, question, quiet=quiet)
        button.asked.connect(self._ask_again)
        self._buttons[question.happening] = button
        return button

    def _build_answer(self) -> None:
        self._answer = QWidget(self)
        column = QVBoxLayout(self._answer)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Hairline(self._theme))
        self.why = Label(self._theme, "", Role.CAPTION, "text-2", wrap=True)
        column.addWidget(self.why)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(8)
        column.addLayout(self._fields)
        self.note_it = Button(self._theme, "Note it", Kind.OUTLINE)
        self.note_it.clicked.connect(self._note)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.note_it, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._foot)
        column.addLayout(self._build_preview())
        self._answer.hide()
        self.column.addWidget(self._answer)

    def _build_preview(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self._preview_icon = IconLabel(self._theme, "info", "accent", 16)
        self.preview = Label(self._theme, "", Role.CAPTION, "text-2", wrap=True)
        self.preview.setMinimumHeight(2 * self.preview.fontMetrics().lineSpacing())
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._preview_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.preview, 1)
        return row

    def prepare(
        self, people: tuple[tuple[str, str], ...], now: Now, names: Mapping[str, str]
    ) -> None:
        """What the fields offer: the people with their titles, and as their cards write them (by
        uid). An open question stays as it is.
        """
        self._people = people
        self._names = names
        self._now = now

    @property
    def asked(self) -> Happening | None:
        """The question that is open."""
        return self._asked

    @property
    def ready_event(self) -> Event | None:
        """What "Note it" would store now; None while something lacks."""
        return self._event

    @property
    def mended_by(self) -> str:
        """The kind of message that puts right what is being told; empty: none is needed."""
        if self._asked is not Happening.MISTAKE or self._now is None:
            return ""
        return MENDED_BY.get(answers_of(self._parts, self._now).mistake, "")

    @property
    def parts(self) -> tuple[Part, ...]:
        """The fields of the open question; the last asks when it was."""
        return tuple(self._parts)

    @property
    def answer(self) -> QWidget:
        """The open question with its preview."""
        return self._answer

    def button(self, happening: Happening) -> EventButton:
        """The button of that question."""
        return self._buttons[happening]

    def ask(self, happening: Happening) -> None:
        """Open the question, as a click on its button does."""
        if self._now is None:
            return
        self._close_fields()
        self._asked = happening
        self._show_more(shown=False)
        for each, button in self._buttons.items():
            button.setChecked(each is happening)
        self._open_fields(QUESTIONS[happening], self._now)
        self.opened.emit()

    def close_question(self) -> None:
        """Forget the open question; nothing is stored."""
        button = self._buttons.get(self._asked) if self._asked is not None else None
        had_focus = self._answer.isAncestorOf(self.window().focusWidget())
        self._close_fields()
        self._answer.hide()
        for each in self._buttons.values():
            each.setChecked(False)
        self._show_more(shown=False)
        if button is not None and had_focus:
            target = button if button.isVisibleTo(self) else self.more
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_preview(self, sentence: str, whole: str = "") -> None:
        """What would follow, in one sentence."""
        self.preview.setText(sentence)
        self.preview.setToolTip(plain_tip(whole))
        self.preview.setAccessibleDescription(whole)
        self._preview_icon.setVisible(bool(sentence))
        self.note_it.setAccessibleDescription(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asked is not None:
            self.close_question()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._event is not None:
            self._note()
        else:
            super().keyPressEvent(event)

    def _ask_again(self, name: str) -> None:
        happening = Happening(name)
        if happening is self._asked:
            self.close_question()
        else:
            self.ask(happening)

    def _open_fields(self, question: Question, now: Now) -> None:
        self.why.setText(question.why)
        self.why.setVisible(bool(question.why))
        setting = Setting(
            theme=self._theme, question=question, people=self._people, now=now, names=self._names
        )
        self._parts = parts_of(setting)
        for part in self._parts:
            part.changed.connect(self._changed)
            if isinstance(part, ReplyPart):
                part.mail_wanted.connect(self.mail_wanted)
            self._fields.addWidget(part)
        self._foot.insertWidget(0, self._parts[-1], 1)
        self._answer.show()
        first = _first_field(self._parts[0]) if len(self._parts) > 1 else self.note_it
        by_keys = self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        if first is not None:
            reason = Qt.FocusReason
            first.setFocus(reason.TabFocusReason if by_keys else reason.OtherFocusReason)
        self.show_preview("")
        self._refresh()
        self._preview()

    def _close_fields(self) -> None:
        self._delay.stop()
        for part in self._parts:
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self._parts = []
        self._asked = None
        self._event = None

    def _changed(self) -> None:
        self._refresh()
        self._delay.start()

    def _refresh(self) -> None:
        """Whether the answers are whole; what they lack stands where the preview stands."""
        if self._asked is None or self._now is None:
            return
        made = to_event(self._asked, answers_of(self._parts, self._now))
        if isinstance(made, Lacking):
            self._event = None
            self.show_preview(made.sentence)
        else:
            self._event = made
        self.note_it.setEnabled(self._event is not None)
        self.note_it.setText("Note it, then write" if self.mended_by else "Note it")
        self.note_it.updateGeometry()

    def _preview(self) -> None:
        if self._event is not None:
            self.previewed.emit(self._event)

    def _note(self) -> None:
        if self._event is not None:
            self.noted.emit(self._event)

    def _toggle_more(self) -> None:
        self._show_more(shown=not self._unfolded)

    def _show_more(self, *, shown: bool) -> None:
        """Fold the rarer things open; folded, only the one that is asked about stays."""
        self._unfolded = shown
        rarer = {question.happening for question in MORE}
        for happening in rarer:
            self._buttons[happening].setVisible(shown or happening is self._asked)
        self._rest.setVisible(shown or self._asked in rarer)
        self.more.setText("Less" if shown else "More")
        self.more.setAccessibleName("Fewer" if shown else "More that can happen")


def _first_field(part: Part) -> QWidget | None:
    """Where typing begins."""
    fields = (child for child in part.findChildren(QWidget) if not child.isHidden())
    return next((f for f in fields if f.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
