"""The files that go along with a message, each with a cross to take it out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.flow import flow, flow_height
from gui.widgets.page_start import stand_before
from gui.widgets.paint import Kind

SIDE, BELOW = 20, 8


class FileChip(Button):
    """One file; a click or Delete takes it out."""

    removed = Signal(str)

    def __init__(self, theme: Theme, path: str, parent: QWidget) -> None:
        super().__init__(theme, Path(path).name, Kind.OUTLINE, "x", parent=parent)
        self.path = path
        self.setAccessibleName(f"Take out {Path(path).name}")
        self.setToolTip(path)
        self.clicked.connect(self._remove)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        self.removed.emit(self.path)


class Attachments(QWidget):
    """Hidden while there are none. `changed` tells that the user added or took out a file."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chips: list[FileChip] = []
        self.anchor: QWidget | None = None
        """What Tab comes to after the files."""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def files(self) -> tuple[str, ...]:
        """Their paths, in order."""
        return tuple(chip.path for chip in self._chips)

    def show_files(self, files: Sequence[str]) -> None:
        """Show these files."""
        for old in self._chips:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._chips = [FileChip(self._theme, path, self) for path in dict.fromkeys(files)]
        for chip in self._chips:
            chip.removed.connect(self._remove)
            chip.show()
        if self.anchor is not None:
            stand_before(self.anchor, self._chips)
        self.setVisible(bool(self._chips))
        self._arrange()
        self.updateGeometry()

    def add(self, files: Sequence[str]) -> None:
        """Add files that the user chose."""
        self.show_files((*self.files, *files))
        self.changed.emit()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return flow_height(self._chips, _room(width)) + BELOW

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        flow(self._chips, _room(self.width()), left=SIDE, mirrored=self.isRightToLeft())

    def _remove(self, path: str) -> None:
        self.show_files([one for one in self.files if one != path])
        self.changed.emit()


def _room(width: int) -> int:
    return max(80, width - 2 * SIDE)
