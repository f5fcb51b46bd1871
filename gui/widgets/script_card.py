"""A call instead of a letter: whom to call, what to say, what to leave on a machine, and the end."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.models.script_words import (
    RESULTS,
    VOICEMAIL_SECONDS,
    Result,
    fits,
    length_of,
    open_words,
)
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.countdown import Countdown
from gui.widgets.frames import Card, Hairline, ScrollArea
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind
from gui.widgets.recipient_chips import Recipient

if TYPE_CHECKING:
    from core.drafting.letters import PhoneScript

SIDE = 20
NUMBER = 20
NO_NUMBER = "No number is noted. The contact card has room for one."


class TellingButton(Button):
    """A button of several: `pressed_for` carries what this one stands for."""

    pressed_for = Signal(str)

    def __init__(self, theme: Theme, words: str, what: str, icon_name: str | None = None) -> None:
        super().__init__(theme, words, Kind.OUTLINE, icon_name)
        self._what = what
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.pressed_for.emit(self._what)


class ScriptCard(Card):
    """`called` carries a number that is to be called, `ended` the `Result` of the call."""

    called = Signal(str)
    ended = Signal(str)

    def __init__(
        self,
        theme: Theme,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._clock = clock
        self.calls: tuple[Button, ...] = ()
        self.points: tuple[Label, ...] = ()
        self.voicemail = Label(theme, "", wrap=True)
        self.length = Label(theme, "", Role.CAPTION, "text-2")
        self.gaps = Label(theme, "", Role.CAPTION, "ochre", wrap=True)
        self.countdown = Countdown(theme, VOICEMAIL_SECONDS, clock)
        self.results = {one: TellingButton(theme, words, one) for one, words in RESULTS.items()}
        self._people = _column(8)
        self._points = _column(10)
        self.column.addWidget(ScrollArea(self._build_script()), 1)
        self.column.addWidget(Hairline(theme))
        self.foot = self._build_foot()
        self.column.addWidget(self.foot)

    def _build_script(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(SIDE, 14, SIDE, SIDE)
        column.setSpacing(10)
        column.addLayout(self._people)
        column.addSpacing(6)
        column.addWidget(Label(self._theme, "What to say", Role.STRONG))
        column.addLayout(self._points)
        column.addSpacing(10)
        column.addWidget(Hairline(self._theme))
        column.addSpacing(4)
        column.addWidget(Label(self._theme, "If a machine answers", Role.STRONG))
        column.addWidget(self.voicemail)
        column.addWidget(self.length)
        column.addWidget(self.countdown)
        column.addWidget(self.gaps)
        column.addStretch(1)
        return whole

    def _build_foot(self) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(SIDE, 10, SIDE, 10)
        row.setSpacing(8)
        row.addWidget(Label(self._theme, "How was it?", Role.CAPTION, "text-2"))
        row.addStretch(1)
        for button in self.results.values():
            button.pressed_for.connect(self.ended)
            row.addWidget(button)
        self.results[Result.SPOKE].set_kind(Kind.FILLED)
        return whole

    def show_people(self, people: Sequence[Recipient]) -> None:
        """Whom to call; `address` is the number."""
        _clear(self._people)
        self.calls = ()
        for person in people:
            self._people.addWidget(self._person(person))

    def show_script(self, script: PhoneScript) -> None:
        """Show what to say; the seconds start anew."""
        self.countdown.reset()
        _clear(self._points)
        self.points = tuple(Label(self._theme, one, wrap=True) for one in script.points)
        for number, label in enumerate(self.points, 1):
            self._points.addLayout(self._point(number, label))
        self.voicemail.setText(script.voicemail)
        self.length.setText(length_of(script.voicemail))
        self.length.set_ink("text-2" if fits(script.voicemail) else "ochre")
        self.gaps.setText(open_words(script.gaps))
        self.gaps.setVisible(bool(script.gaps))

    def lock(self, locked: bool) -> None:
        """The call was made: nothing more comes of it."""
        for button in self.results.values():
            button.setEnabled(not locked)

    def _person(self, person: Recipient) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "phone", "text-2"))
        row.addWidget(Label(self._theme, person.name, Role.STRONG))
        row.addStretch(1)
        if person.address:
            words = f"Call {person.address}"
            button = TellingButton(self._theme, words, person.address, "phone")
            button.setAccessibleName(f"Call {person.name}: {person.address}")
            button.pressed_for.connect(self.called)
            self.calls = (*self.calls, button)
            row.addWidget(button)
        else:
            missing = Label(self._theme, NO_NUMBER, Role.CAPTION, "text-2", wrap=True)
            missing.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(missing, 1)
        return whole

    def _point(self, number: int, label: Label) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = Label(self._theme, str(number), Role.CAPTION, "text-2")
        mark.setMinimumWidth(NUMBER)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return row


def _column(spacing: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(spacing)
    return column


def _clear(column: QVBoxLayout | QHBoxLayout) -> None:
    """Take everything out of a column, rows and what stands in them."""
    while (item := column.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            _clear(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
