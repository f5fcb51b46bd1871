"""What stands where there is nothing yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.labels import Label
from gui.widgets.paint import Kind, rounded

DISC = 64
ICON = 28


class IconDisc(QWidget):
    """An icon in a tinted disc."""

    def __init__(self, theme: Theme, icon_name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = icon_name
        self.setFixedSize(DISC, DISC)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, self.rect(), DISC / 2, self._theme.color("selected"), None)
        inset = (DISC - ICON) // 2
        place = self.rect().adjusted(inset, inset, -inset, -inset)
        self._theme.icons.paint(painter, place, self._name, self._theme.color("accent"))


class EmptyState(QWidget):
    """An icon, one sentence, a quieter one, and at most one button (`pressed`)."""

    pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        icon_name: str,
        headline: str,
        sentence: str = "",
        button: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(IconDisc(theme, icon_name), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        self.headline = Label(theme, headline, Role.STRONG, wrap=True)
        self.sentence = Label(theme, sentence, Role.BODY, "text-2", wrap=True)
        for label in (self.headline, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        if button:
            self.button = Button(theme, button, Kind.FILLED)
            self.button.clicked.connect(self._press)
            column.addSpacing(12)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def set_words(self, headline: str, sentence: str) -> None:
        self.headline.setText(headline)
        self.sentence.setText(sentence)

    def _press(self) -> None:
        self.pressed.emit()
