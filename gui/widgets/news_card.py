"""News of an employer, newest first: read on, called good or sad, kept for a letter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from core.news.values import Mood
from gui.models.news_words import NewsLook
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.elided import ElidedLabel
from gui.widgets.entry_list import clear
from gui.widgets.frames import Card, Hairline
from gui.widgets.keyed_button import KeyedButton, KeyedIconButton
from gui.widgets.labels import Label
from gui.widgets.paint import Kind, button_height

PADDING = 16
LEAST_WORDS = 150
"""Beside the buttons; where there is less room, they stand below."""
AT_FIRST = 3
MORE = 15
GOOD, SAD, KEEP, OPEN = "good", "sad", "keep", "open"


class NewsRow(QWidget):
    """One piece of news; `acted` carries its id as text and what is to be done."""

    acted = Signal(str, str)

    def __init__(self, theme: Theme, news: NewsLook) -> None:
        super().__init__()
        self._theme = theme
        self.news = news
        self.title = Label(theme, news.title, Role.STRONG, wrap=True)
        self.title.setToolTip(news.summary)
        self.about = ElidedLabel(theme, news.about, Role.CAPTION, "text-2")
        self.about.setAccessibleDescription(news.exact)
        self.buttons = [
            self._toggle("Good", GOOD, "smile", on=news.mood is Mood.GOOD),
            self._toggle("Sad", SAD, "frown", on=news.mood is Mood.SAD),
            self._toggle("Kept" if news.kept else "Keep", KEEP, "bookmark", on=news.kept),
        ]
        self.buttons[2].setToolTip(
            "It is kept: your letters may speak of it"
            if news.kept
            else "Keep it, so that your letters may speak of it"
        )
        self.deeds = QWidget()
        deeds = QHBoxLayout(self.deeds)
        deeds.setContentsMargins(0, 0, 0, 0)
        deeds.setSpacing(4)
        for button in self.buttons:
            deeds.addWidget(button)
        if news.link:
            self.open = KeyedIconButton(
                theme, "external-link", f"Read it in the browser: {news.title}", str(news.id), OPEN
            )
            self.open.setToolTip(f"Read it in the browser\n{news.link[:120]}")
            self.open.told.connect(self.acted)
            deeds.addWidget(self.open)
        else:
            deeds.addSpacing(button_height(theme) + deeds.spacing())  # as if there were one
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(4)
        self._line.addWidget(self.about, 1)
        self._line.addWidget(self.deeds, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, 10, 8, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the buttons alone: `resizeEvent` then puts them below the words."""
        least = self.deeds.sizeHint().width() + PADDING + 8
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.deeds.sizeHint().width() - PADDING - 12
        beside = room >= min(self.about.sizeHint().width(), LEAST_WORDS)
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _toggle(self, words: str, action: str, icon: str, *, on: bool) -> KeyedButton:
        button = KeyedButton(self._theme, words, str(self.news.id), action, icon, kind=Kind.QUIET)
        button.setCheckable(True)
        button.setChecked(on)
        button.setAccessibleName(f"{words}: {self.news.title}")
        button.told.connect(self.acted)
        return button


class NewsCard(Card):
    """`opened` carries a link, `tagged` an entry's id and its `Mood`, `kept` its id and whether."""

    opened = Signal(str)
    tagged = Signal(int, str)
    kept = Signal(int, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._shown: tuple[NewsLook, ...] | None = None
        self._empty = ""
        self._most = AT_FIRST
        self.rows: list[NewsRow] = []
        self.more: Button | None = None

    def show_news(self, news: Sequence[NewsLook], empty: str) -> None:
        """Show these; `empty` is said where there are none. The focused button keeps the keyboard."""
        if (tuple(news), empty) == (self._shown, self._empty):
            return
        self._shown, self._empty = tuple(news), empty
        self._fill()

    def show_first(self) -> None:
        """Only the newest again: another employer is shown."""
        self._most = AT_FIRST
        self._shown = None

    def _fill(self) -> None:
        news = self._shown or ()
        focused = self._focused()
        clear(self.column)
        self.rows, self.more = [], None
        for each in news[: self._most]:
            if self.rows:
                self.column.addWidget(Hairline(self._theme))
            row = NewsRow(self._theme, each)
            row.acted.connect(self._act)
            self.rows.append(row)
            self.column.addWidget(row)
            row.show()  # now, so that its buttons can take the keyboard
        hidden = len(news) - len(self.rows)
        if hidden > 0:
            self._offer_more(hidden)
        if not news:
            label = Label(self._theme, self._empty, Role.BODY, "text-2", wrap=True)
            label.setContentsMargins(PADDING, 14, PADDING, 14)
            self.column.addWidget(label)
        self._focus(focused)

    def _offer_more(self, hidden: int) -> None:
        self.column.addWidget(Hairline(self._theme))
        self.more = Button(self._theme, f"Show {min(hidden, MORE)} more", Kind.TEXT)
        self.more.clicked.connect(self._show_more)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.setAlignment(self.more, Qt.AlignmentFlag.AlignLeft)

    def _show_more(self) -> None:
        before = len(self.rows)
        self._most += MORE
        self._fill()
        if before < len(self.rows):
            self.rows[before].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self, key: str, action: str) -> None:
        row = next((row for row in self.rows if row.news.id == int(key)), None)
        if row is None:
            return
        news = row.news
        if action == OPEN:
            self.opened.emit(news.link)
        elif action == KEEP:
            self.kept.emit(news.id, not news.kept)
        else:
            wanted = Mood(action)
            self.tagged.emit(news.id, Mood.NONE if news.mood is wanted else wanted)

    def _focused(self) -> tuple[int, str] | None:
        widget = QApplication.focusWidget()
        for row in self.rows:
            for button in row.buttons:
                if button is widget:
                    return row.news.id, button.action
        return None

    def _focus(self, before: tuple[int, str] | None) -> None:
        for row in self.rows:
            for button in row.buttons:
                if before == (row.news.id, button.action):
                    button.setFocus(Qt.FocusReason.OtherFocusReason)
