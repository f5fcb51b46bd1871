"""Which numbers a name stands for, asked of the system without waiting for it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QHostInfo
from shiboken6 import isValid


class Lookup(QObject):
    """`found` carries the numbers as text, none where the name is not known."""

    found = Signal(list)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._asked = ""

    def ask(self, name: str) -> None:
        """Look up a name; what was asked before is dropped."""
        self._asked = name
        QHostInfo().lookupHost(name, self._take)

    def stop(self) -> None:
        """Nothing more is told."""
        self._asked = ""

    def _take(self, info: QHostInfo) -> None:
        """The system may take half a minute; the window may be gone by then."""
        if isValid(self) and self._asked and self._asked == info.hostName():
            self._asked = ""
            self.found.emit([address.toString() for address in info.addresses()])
