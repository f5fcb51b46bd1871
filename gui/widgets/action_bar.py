"""The buttons of the selected step: one bar, moved from row to row."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from gui.icons import icon
from gui.models.agenda_words import ActionWords
from gui.models.snoozes import SnoozeChoice
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.paint import Kind


class BarButton(Button):
    """Up and down belong to the list, not to the row of buttons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ActionBar(QWidget):
    """Main action, Done, Snooze, Skip. Its signals say what was pressed, not on which step."""

    acted = Signal()
    done = Signal()
    snoozed = Signal(str)
    """The key of the choice."""
    snooze_wanted = Signal()
    """The choices depend on the step: the view answers with `offer_snoozes`."""
    skipped = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.main = BarButton(theme, "", Kind.FILLED, "pen-line")
        self.check = BarButton(theme, "Done", Kind.OUTLINE, "check")
        self.snooze = BarButton(theme, "Snooze", Kind.OUTLINE, "alarm-clock")
        self.snooze.opens_menu = True
        self.skip = BarButton(theme, "Skip…", Kind.QUIET)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.main, self.check, self.snooze, self.skip):
            row.addWidget(button)
        row.addStretch(1)
        self.main.clicked.connect(self.acted)
        self.check.clicked.connect(self.done)
        self.snooze.clicked.connect(self.snooze_wanted)
        self.skip.clicked.connect(self.skipped)

    def name(self, words: ActionWords, title: str) -> None:
        """Call the buttons by what they do to the step called `title`."""
        self.main.setText(words.full)
        self.main.set_icon_name(words.icon)
        for button, verb in (
            (self.main, words.full),
            (self.check, "Done"),
            (self.snooze, "Snooze"),
            (self.skip, "Skip"),
        ):
            button.setAccessibleName(f"{verb}: {title}")

    def offer_snoozes(self, choices: Iterable[SnoozeChoice]) -> None:
        """Open the menu with the moments to come back at."""
        menu = QMenu(self)
        for choice in choices:
            drawing = icon(self._theme, choice.icon, "text-2")
            menu.addAction(drawing, choice.words).setData(choice.key)
        menu.triggered.connect(self._snooze)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.snooze.mapToGlobal(QPoint(0, self.snooze.height() + 4)))

    def _snooze(self, choice: QAction) -> None:
        self.snoozed.emit(str(choice.data()))
