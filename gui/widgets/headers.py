"""Page and section headers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Role, Theme
from gui.widgets.elided import ElidedLabel
from gui.widgets.labels import IconLabel, Label


class PageHeader(QWidget):
    """Title, one sentence under it, at most two buttons at the right. It does not scroll."""

    def __init__(
        self, theme: Theme, title: str, sentence: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.title = Label(theme, title, Role.TITLE)
        self.sentence = Label(theme, sentence, Role.BODY, "text-2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        self.title.setText(title)

    def set_sentence(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))

    def add_button(self, button: QWidget) -> None:
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)


class SectionHeader(QWidget):
    """A 16-px icon, a title, and a count in second text. A long title gives way to its buttons."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        icon_name: str | None = None,
        ink: str = "text-2",
        count: int | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 0, 0)
        self._row.setSpacing(8)
        if icon_name is not None:
            self._row.addWidget(IconLabel(theme, icon_name, ink))
        self.title = ElidedLabel(theme, title, Role.STRONG)
        self.count = Label(theme, "", Role.BODY, "text-2")
        self._row.addWidget(self.title)
        self._row.addWidget(self.count)
        self._row.addStretch(1)
        self.set_count(count)

    def set_title(self, title: str) -> None:
        self.title.setText(title)

    def set_count(self, count: int | None) -> None:
        self.count.setText("" if count is None else str(count))

    def add_button(self, button: QWidget) -> None:
        """A quiet button at the right end."""
        self._row.addWidget(button)
