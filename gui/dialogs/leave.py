"""The window was asked to close where there is no tray."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.dialog import Dialog
from gui.widgets.labels import Label
from gui.widgets.paint import Kind


class LeaveQuestion(Dialog):
    """Stay in the taskbar, or end? Escape changes nothing."""

    stay = Signal()
    leave = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Keep reminding you?", parent)
        words = (
            "There is no tray here. In the taskbar, Afterword goes on; after Quit, it is silent."
        )
        self.column.addWidget(Label(theme, words, Role.BODY, wrap=True))
        self.add_buttons("Stay in the taskbar", cancel="Keep it open")
        self.quit_button = Button(theme, "Quit", Kind.OUTLINE, tall=True)
        self.quit_button.clicked.connect(self._quit)
        box = self.findChild(QDialogButtonBox)
        if box is not None:
            box.addButton(self.quit_button, QDialogButtonBox.ButtonRole.DestructiveRole)

    def take(self) -> bool:
        """The main button: stay."""
        self.stay.emit()
        return True

    @Slot()
    def _quit(self) -> None:
        self.leave.emit()
        self.accept()
