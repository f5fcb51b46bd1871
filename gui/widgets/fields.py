"""Fields of the look: Qt's own, at least 36 px high, with the style's frame."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from gui.theme import Role, Theme
from gui.widgets.paint import rounded

FIELD_HEIGHT = 36
FIELD_RADIUS = 8


def field_height(theme: Theme) -> int:
    """The least height of a field at the present text size."""
    return max(FIELD_HEIGHT, QFontMetrics(theme.font(Role.BODY)).height() + 18)


class TextField(QLineEdit):
    """One line of text; an icon may stand at its left."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        placeholder: str = "",
        icon_name: str | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._icon_name = icon_name
        self.setPlaceholderText(placeholder)
        self.setTextMargins(30 if icon_name else 8, 0, 8, 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), field_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, field_height(self._theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon_name:
            painter = QPainter(self)
            place = self.rect().adjusted(10, 0, 26 - self.width(), 0)
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                place.moveRight(self.width() - 10)
            self._theme.icons.paint(painter, place, self._icon_name, self._theme.color("text-2"))


class ChoiceField(QComboBox):
    """One of several; each choice is a value (kept as item data) and its words."""

    def __init__(
        self,
        theme: Theme,
        choices: Sequence[tuple[str, str]] = (),
        current: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, words in choices:
            self.addItem(words, value)
        self.choose(current)

    @property
    def value(self) -> str:
        """The chosen value, or the text where the field is editable."""
        found = self.currentData()
        return found if isinstance(found, str) else self.currentText()

    def choose(self, value: str) -> None:
        """Set the value; unknown ones leave the field as it is."""
        position = self.findData(value)
        if position >= 0:
            self.setCurrentIndex(position)

    def sizeHint(self) -> QSize:
        """Room for the longest words, whatever the text size: the style's own frame and arrow are
        wider than those that Qt reckons with."""
        usual, height = super().sizeHint().width(), field_height(self._theme)
        option, kind = QStyleOptionComboBox(), QStyle.ComplexControl.CC_ComboBox
        self.initStyleOption(option)
        empty = QSize(0, height)
        around = self.style().sizeFromContents(QStyle.ContentsType.CT_ComboBox, option, empty, self)
        option.rect = QRect(0, 0, usual, height)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, part, self).width()
        return QSize(usual + max(16, usual - around.width() - room + 4), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, field_height(self._theme))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a focused field is turned by the wheel, so that a page can be scrolled over it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def dress(field: QAbstractSpinBox) -> None:
    """What the date, time and number fields share."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    field.lineEdit().setTextMargins(6, 0, 6, 0)


class DateTimeField(QDateTimeEdit):
    """A day and a time, with a calendar to pick from.

    Tab leaves the field. Digits go on from part to part, and the arrows move between the parts.
    """

    popup = True
    spare = 24

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCalendarPopup(self.popup)
        dress(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + self.spare, field_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusNextPrevChild(self, onwards: bool) -> bool:
        """Leave at once: Qt's own walks through the parts, where the next words would vanish."""
        return QWidget.focusNextPrevChild(self, onwards)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a focused field is turned by the wheel, so that a page can be scrolled over it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.text().isdigit() and self._on_weekday():
            self._go_to_number_of_day()
        super().keyPressEvent(event)

    def _on_weekday(self) -> bool:
        return self.currentSectionIndex() == 0 and self.displayFormat().startswith("ddd")

    def _go_to_number_of_day(self) -> None:
        """The name of the weekday takes no digits: they are meant for the day."""
        self.setCurrentSectionIndex(1)
        start = self.lineEdit().cursorPosition()
        self.lineEdit().setSelection(start, len(QLocale().toString(self.date().day())))


class DateField(DateTimeField):
    """A day, with a calendar to pick from."""


class TimeField(DateTimeField):
    """A time of day."""

    popup = False
    spare = 16

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))


class NumberField(QSpinBox):
    """A whole number."""

    def __init__(
        self,
        theme: Theme,
        lowest: int = 0,
        highest: int = 999,
        value: int = 0,
        suffix: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setRange(lowest, highest)
        self.setValue(value)
        self.setSuffix(suffix)
        dress(self)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 16, field_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only a focused field is turned by the wheel, so that a page can be scrolled over it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckBox(QCheckBox):
    """A switch with its words; at least 32 px high, so that it is easy to hit."""

    def __init__(
        self, theme: Theme, text: str, checked: bool = False, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setChecked(checked)

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, 32))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space switches; Enter is for the main button, also where a desktop lets it switch."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


class TextArea(QFrame):
    """Several lines; `text` reads and sets them. Tab leaves the field."""

    def __init__(
        self,
        theme: Theme,
        placeholder: str = "",
        lines: int = 3,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.edit = QPlainTextEdit(self)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.viewport().setAutoFillBackground(False)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self._lines = lines

    @property
    def text(self) -> str:
        return self.edit.toPlainText()

    @text.setter
    def text(self, words: str) -> None:
        self.edit.setPlainText(words)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._theme.font(Role.BODY)).lineSpacing()
        return QSize(240, self._lines * line + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def resizeEvent(self, event: QEvent) -> None:
        self.edit.setGeometry(self.rect().adjusted(6, 6, -4, -6))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.edit.hasFocus()
        line = self._theme.color("focus" if focused else "control")
        rounded(painter, self.rect(), FIELD_RADIUS, self._theme.color("surface"), line)
        if focused:
            rounded(painter, self.rect().adjusted(1, 1, -1, -1), FIELD_RADIUS - 1, None, line)
