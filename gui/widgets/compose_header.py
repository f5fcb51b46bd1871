"""The head of the composer: what is written, the panel's persons, and a menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import icon
from gui.theme import Role, Theme
from gui.widgets.buttons import IconButton
from gui.widgets.elided import ElidedLabel
from gui.widgets.page_start import stand_before
from gui.widgets.paint import Kind
from gui.widgets.segmented import SegmentedControl

Choice = tuple[str, str, str]
"""Key, words and icon of a line of the menu."""


class ComposeHeader(QWidget):
    """`person_chosen` carries a panel note's key, `channel_chosen` a channel, `picked` the key of
    a line of the menu. `menu_wanted` is answered with `offer`, which opens the menu.
    """

    person_chosen = Signal(str)
    channel_chosen = Signal(str)
    picked = Signal(str)
    menu_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.title = ElidedLabel(theme, "", Role.TITLE)
        self.sentence = ElidedLabel(theme, "", Role.BODY, "text-2")
        self.persons: SegmentedControl | None = None
        self._persons: tuple[tuple[str, str], ...] = ()
        self.channels: SegmentedControl | None = None
        self.more = IconButton(theme, "ellipsis", "More about this draft", Kind.OUTLINE)
        self.more.clicked.connect(self.menu_wanted)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addLayout(_beside_nothing(self.title), 1)
        self._row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addLayout(_beside_nothing(self.sentence))  # its end is the deadline: no buttons here
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_persons(self, persons: Sequence[tuple[str, str]], current: str) -> None:
        """The persons of a panel (key and name), or none."""
        if tuple(persons) != self._persons:
            self._persons = tuple(persons)
            self._rebuild(current)
        if self.persons is not None:
            self.persons.choose(current)

    def show_channels(self, channels: Sequence[tuple[str, str]], current: str) -> None:
        """The ways it can go (key and words), or none where there is no choice."""
        if self.channels is not None and not channels:
            self._remove(self.channels)
            self.channels = None
        elif self.channels is None and channels:
            self.channels = self._add_choice(channels, current, "How it goes")
            self.channels.chosen.connect(self.channel_chosen)
        if self.channels is not None:
            self.channels.choose(current)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Open the menu with these lines."""
        menu = QMenu(self)
        for key, words, drawing in choices:
            menu.addAction(icon(self._theme, drawing, "text-2"), words).setData(key)
        menu.triggered.connect(self._pick)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def _rebuild(self, current: str) -> None:
        if self.persons is not None:
            self._remove(self.persons)
            self.persons = None
        if self._persons:
            self.persons = self._add_choice(self._persons, current, "Whom this note is for")
            self.persons.chosen.connect(self.person_chosen)

    def _add_choice(
        self, choices: Sequence[tuple[str, str]], current: str, name: str
    ) -> SegmentedControl:
        segments = [(key, words, None) for key, words in choices]
        control = SegmentedControl(self._theme, segments, current, parent=self)
        control.setAccessibleName(name)
        self._row.insertWidget(1, control, 0, Qt.AlignmentFlag.AlignTop)
        stand_before(self.more, control.segments)
        return control

    def _remove(self, control: SegmentedControl) -> None:
        self._row.removeWidget(control)
        control.hide()
        control.deleteLater()

    def _pick(self, choice: QAction) -> None:
        self.picked.emit(str(choice.data()))


def _beside_nothing(line: ElidedLabel) -> QHBoxLayout:
    """As wide as its words, and what is left over after them."""
    beside = QHBoxLayout()
    beside.addWidget(line, 1000)
    beside.addStretch(1)
    return beside
