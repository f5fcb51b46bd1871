"""Notices at once that another process (the command line, perhaps) wrote to the database."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

SETTLE_MS = 50
"""One transaction writes its file several times."""
ONCE_MORE_MS = 500
"""What is written counts only once the disk has it, which a busy disk delays."""


class OutsideWatch(QObject):
    """Watches the file to which every transaction is first written. Costs nothing while idle."""

    written = Signal()
    """Something was written, by us or by others: whoever listens asks which."""

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = f"{database}-wal"
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._on_changed)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.timeout.connect(self._tell)
        self._once_more = QTimer(self)
        self._once_more.setSingleShot(True)
        self._once_more.timeout.connect(self.written)

    def start(self) -> None:
        """Begins to watch; the database must be open, so that the file is there."""
        self._files.addPath(self._log)

    @Slot()
    def _on_changed(self) -> None:
        self._settle.start(SETTLE_MS)
        self._once_more.start(ONCE_MORE_MS)

    @Slot()
    def _tell(self) -> None:
        if self._log not in self._files.files():  # it was removed, and perhaps made anew
            self._files.addPath(self._log)
        self.written.emit()
