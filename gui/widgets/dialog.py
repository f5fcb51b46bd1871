"""The base of the few dialogs there are."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.paint import Kind

WIDTH = 480
MARGIN = 24


class Dialog(QDialog):
    """480 wide (`wide`), window-modal, freed on close. Fill `column`, then call `add_buttons`.

    Show it with `open()`. Override `take()` for what the main button does: return True to close.
    Enter is the main button, Escape changes nothing.
    """

    wide = WIDTH
    """Another width for what holds a whole letter."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(16)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinAndMaxSize)
        self.heading = Label(theme, title, Role.QUESTION, wrap=True)
        self.heading.setFixedWidth(round(self.wide * max(1.0, theme.text_scale)) - 2 * MARGIN)
        outer.addWidget(self.heading)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        outer.addLayout(self.column)
        self._outer = outer

    def add_buttons(self, main: str, *, kind: Kind = Kind.FILLED, cancel: str = "Cancel") -> None:
        """The main button (`self.main`) and Cancel, in the platform's order."""
        self.main = Button(self.theme, main, kind, tall=True)
        self.main.setDefault(True)
        self.cancel = Button(self.theme, cancel, Kind.OUTLINE, tall=True)
        box = QDialogButtonBox(self)
        box.addButton(self.main, QDialogButtonBox.ButtonRole.AcceptRole)
        box.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self._try)
        box.rejected.connect(self.reject)
        self._outer.addSpacing(4)
        self._outer.addWidget(box)

    def take(self) -> bool:
        """What the main button does; False keeps the dialog open (a field is wrong)."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.theme.color("window"))

    def _try(self) -> None:
        if self.take():
            self.accept()
