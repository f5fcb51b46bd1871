"""A dashed area that takes invitation files, by dropping or by choosing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.empty_state import IconDisc
from gui.widgets.labels import Label
from gui.widgets.paint import CARD_RADIUS

FILES = "Invitations (*.ics *.eml);;All files (*)"


class DropArea(QFrame):
    """`chosen` carries the paths that were dropped or chosen."""

    chosen = Signal(list)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hot = False
        self.setAcceptDrops(True)
        self.setAccessibleName("Drop your invitation here")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(IconDisc(theme, "calendar-plus"), 0, middle)
        column.addSpacing(8)
        column.addWidget(Label(theme, "Drop your invitation here", Role.STRONG), 0, middle)
        about = Label(
            theme,
            "the calendar file or e-mail they sent you\n(.ics or .eml)",
            Role.CAPTION,
            "text-2",
        )
        about.setAlignment(middle)
        column.addWidget(about, 0, middle)
        column.addSpacing(8)
        self.choose = Button(theme, "Choose a file…", icon_name="folder-open")
        self.choose.clicked.connect(self._choose)
        column.addWidget(self.choose, 0, middle)
        column.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._heat(hot=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._heat(hot=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._heat(hot=False)
        event.acceptProposedAction()
        local = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        self._take(local)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("accent" if self._hot else "control"), 1.2)
        if not self._hot:
            pen.setDashPattern([3, 2.4])
        painter.setPen(pen)
        painter.setBrush(self._theme.color("selected" if self._hot else "surface"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, CARD_RADIUS, CARD_RADIUS)

    def _choose(self) -> None:
        dialog = QFileDialog(self, "Choose an invitation", "", FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._take)
        dialog.open()

    def _take(self, files: list[str]) -> None:
        if files:
            self.chosen.emit([Path(file) for file in files])

    def _heat(self, *, hot: bool) -> None:
        self._hot = hot
        self.update()
