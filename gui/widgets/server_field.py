"""A mail server: its name, its port, and how the way to it is encrypted."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.drafting.outgoing import Security, Server
from gui.theme import Theme
from gui.widgets.fields import ChoiceField, NumberField, TextField

SECURITIES = ((Security.TLS.value, "TLS"), (Security.STARTTLS.value, "STARTTLS"))
GAP = 8


class ServerField(QWidget):
    """`told` carries its name once something was changed. With no host there is no server."""

    told = Signal(str)

    def __init__(self, theme: Theme, name: str, words: str, usual_port: int) -> None:
        """`words` is what a screen reader calls it, such as "Outgoing server"."""
        super().__init__()
        self.name = name
        self._usual_port = usual_port
        self._known: Server | None = None
        self.host = TextField(theme, placeholder="mail.example")
        self.port = NumberField(theme, 1, 65_535, usual_port)
        self.security = ChoiceField(theme, SECURITIES)
        self.host.setAccessibleName(words)
        self.port.setAccessibleName(f"{words}, port")
        self.security.setAccessibleName(f"{words}, encryption")
        self.port.setKeyboardTracking(False)  # told by each step, and once what is typed is whole
        self.port.setGroupSeparatorShown(False)
        self.setFocusProxy(self.host)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.host, 3)
        row.addWidget(self.port, 1)
        row.addWidget(self.security, 1)
        self.host.editingFinished.connect(self._tell)
        self.port.valueChanged.connect(self._tell)
        self.security.activated.connect(self._tell)

    @property
    def server(self) -> Server | None:
        """What stands there."""
        host = self.host.text().strip()
        if not host:
            return None
        security = Security(self.security.value)
        return Server(host=host, port=self.port.value(), security=security)

    def show_server(self, server: Server | None) -> None:
        """Show what is stored; what is being typed stays."""
        typing = any(part.hasFocus() for part in (self.host, self.port, self.security))
        if server == self._known and typing:
            return
        self._known = server
        with QSignalBlocker(self.port):
            self.host.setText(server.host if server else "")
            self.port.setValue(server.port if server else self._usual_port)
            self.security.choose((server.security if server else Security.TLS).value)

    def _tell(self) -> None:
        if self.server != self._known:
            self._known = self.server
            self.told.emit(self.name)
