"""What came back, on an application's page: pasted, opened, read again, or no longer kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from gui import reply_actions
from gui.desk import Desk
from gui.theme import Theme
from gui.widgets.row_actions import RowAction

if TYPE_CHECKING:
    from core.use_cases.applications import TimelineEntry
    from core.use_cases.replies import KeptReply

ADD = "Add their reply…"


class ApplicationReplies(QObject):
    """`application_id` is the one that is shown. `files_chosen` carries paths that may hold a
    reply, or an invitation."""

    files_chosen = Signal(list)

    def __init__(self, theme: Theme, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._page = page
        self.application_id: int | None = None
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.paste)

    def add(self) -> None:
        """Ask for the words of a reply."""
        self._open("")

    def paste(self) -> None:
        """Take what is on the clipboard: a file, or words."""
        data = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            self.files_chosen.emit(files)
        elif data.text().strip():
            self._open(data.text())

    def on_row(self, action: str, entry: TimelineEntry) -> None:
        """Read a reply again, or keep it no longer: what the button of its row says."""
        if entry.reply_id is None:
            return
        if action == RowAction.READ:
            self._desk.read(reply_actions.kept, entry.reply_id, then=self._show)
        elif action == RowAction.REMOVE and entry.event_id is None:
            self._desk.write(reply_actions.remove, entry.reply_id)

    def _open(self, text: str) -> None:
        if self.application_id is None:
            return
        from gui.dialogs.reply import ReplyDialog

        window = self._page.window()
        dialog = ReplyDialog(self._theme, self._desk, self.application_id, parent=window)
        dialog.files_chosen.connect(self._choose)
        if text:
            dialog.paste(text)
        dialog.open()

    def _choose(self, files: list[str]) -> None:
        self.files_chosen.emit([Path(file) for file in files])

    def _show(self, kept: KeptReply) -> None:
        from gui.dialogs.kept_reply import KeptReplyDialog

        KeptReplyDialog(self._theme, kept, self._desk.now(), self._page.window()).open()
