"""The feeds that are followed: as of when each is, and a cross to follow it no longer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.models.news_words import FeedLook
from gui.theme import Role, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.entry_list import clear
from gui.widgets.keyed_button import KeyedIconButton
from gui.widgets.labels import IconLabel, Label


class FeedRow(QWidget):
    """One feed."""

    def __init__(self, theme: Theme, feed: FeedLook) -> None:
        super().__init__()
        self.feed = feed
        self.title = ElidedLabel(theme, feed.title, Role.CAPTION)
        ink = "text-2" if feed.quiet else "ochre"
        self.status = Label(theme, feed.status, Role.CAPTION, ink, wrap=True)
        self.remove = KeyedIconButton(
            theme, "x", f"Follow {feed.title} no longer", str(feed.id), "unfollow"
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, "rss", ink, 14))
        row.addLayout(words, 1)
        row.addWidget(self.remove)


class FeedList(QWidget):
    """`removed` carries the id of a feed."""

    removed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[FeedLook, ...] = ()
        self.rows: list[FeedRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_feeds(self, feeds: Sequence[FeedLook]) -> None:
        """Show these; hidden where there are none."""
        if tuple(feeds) == self._shown:
            return
        self._shown = tuple(feeds)
        clear(self._column)
        self.rows = [FeedRow(self._theme, feed) for feed in feeds]
        for row in self.rows:
            row.remove.told.connect(self._remove)
            self._column.addWidget(row)
        self.setVisible(bool(feeds))

    def _remove(self, key: str, _action: str) -> None:
        self.removed.emit(int(key))
