"""What came back from friends: pasted, or from a file, and shown side by side."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.reflection.friends import LONGEST_REPLY
from gui.models.reflect_words import VIEW_PARTS
from gui.theme import Role, Theme
from gui.widgets.buttons import Button, IconButton
from gui.widgets.frames import Card, ScrollArea
from gui.widgets.growing_field import GrowingField
from gui.widgets.labels import Label
from gui.widgets.paint import Kind

if TYPE_CHECKING:
    from core.use_cases.reflections import ViewShown

COLUMN = 220
FILES = "Text (*.txt *.md *.text);;All files (*)"
EMPTY = "What your friends write back stands here, side by side. It never changes your own answers."


class ViewCard(Card):
    """One friend's view. `removed` and `edit_wanted` carry its id."""

    removed = Signal(int)
    edit_wanted = Signal(int)

    def __init__(self, theme: Theme, shown: ViewShown) -> None:
        super().__init__(theme)
        self._id = shown.id
        self.name = Label(theme, shown.view.friend or "A friend", Role.STRONG, wrap=True)
        whose = self.name.text()
        self.edit = IconButton(theme, "pencil", f"Put right what {whose} wrote", Kind.QUIET)
        self.edit.clicked.connect(self._want_edit)
        self.remove = IconButton(theme, "trash-2", f"Remove what {whose} wrote", Kind.QUIET)
        self.remove.clicked.connect(self._tell)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.name, 1)
        head.addWidget(self.edit)
        head.addWidget(self.remove)
        self.column.addLayout(head)
        for field, title in VIEW_PARTS:
            words = str(getattr(shown.view, field)).strip()
            if words:
                self.column.addWidget(Label(theme, title, Role.CHIP, "text-2", wrap=True))
                self.column.addWidget(Label(theme, words, Role.BODY, wrap=True))
        self.column.addStretch(1)

    def _tell(self) -> None:
        self.removed.emit(self._id)

    def _want_edit(self) -> None:
        self.edit_wanted.emit(self._id)


class RepliesPart(ScrollArea):
    """`reply_given` carries the text that a friend sent, `file_chosen` the file that holds it."""

    reply_given = Signal(str)
    file_chosen = Signal(object)
    removed = Signal(int)
    edit_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        content = QWidget()
        super().__init__(content)
        self._theme = theme
        self._across = 0
        self.cards: list[ViewCard] = []
        self.setAcceptDrops(True)
        self.field = GrowingField(theme, "What your friend sent back", lines=3)
        self.field.edit.longest_paste = LONGEST_REPLY + 1  # refused, never cut to a part of it
        self.field.edit.setAcceptDrops(False)  # a file over the field is read, too
        self.keep = Button(theme, "Keep it", Kind.FILLED, "check")
        self.choose = Button(theme, "Open a file…", Kind.OUTLINE, "folder-open")
        self.notes = Label(theme, "", Role.BODY, "ochre", wrap=True)
        self.empty = Label(theme, EMPTY, Role.BODY, "text-2", wrap=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.choose)
        buttons.addStretch(1)
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 4, 12, 8)
        column.setSpacing(8)
        label = Label(theme, "Paste what your friend sent back, or drop the file here", Role.CHIP)
        label.setBuddy(self.field)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addLayout(buttons)
        column.addWidget(self.notes)
        column.addSpacing(8)
        column.addWidget(self.empty)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.notes.hide()
        self.keep.clicked.connect(self._give)
        self.choose.clicked.connect(self._choose)

    def show_views(self, views: Sequence[ViewShown]) -> None:
        """Show these views beside each other."""
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ViewCard(self._theme, view) for view in views]
        for card in self.cards:
            card.removed.connect(self.removed)
            card.edit_wanted.connect(self.edit_wanted)
        self.empty.setVisible(not views)
        self._across = 0
        self._arrange()

    def take_kept(self, not_found: Sequence[str]) -> None:
        """It was kept; `not_found` says what of it was not found."""
        self.field.text = ""
        self.say(" ".join(not_found))

    def say(self, sentence: str) -> None:
        """Say what is to be known of the last reply."""
        self.notes.setText(sentence)
        self.notes.setVisible(bool(sentence))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.file_chosen.emit(files[0])
        else:
            self.reply_given.emit(event.mimeData().text())

    def _arrange(self) -> None:
        """As many columns as fit."""
        room = round(COLUMN * self._theme.text_scale)
        across = max(1, min(len(self.cards), self.viewport().width() // room))
        if across == self._across:
            return
        self._across = across
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // across, place % across)
        for place in range(max(1, self._grid.columnCount())):
            self._grid.setColumnStretch(place, 1 if place < across else 0)

    def _give(self) -> None:
        if self.field.text.strip():
            self.reply_given.emit(self.field.text)
        else:
            self.field.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self) -> None:
        dialog = QFileDialog(self.window(), "Open what your friend sent back", "", FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, file: str) -> None:
        self.file_chosen.emit(Path(file))
