"""A field for words that grows with them, so that everything written can be seen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from gui.theme import Role, Theme
from gui.widgets.buttons import IconButton
from gui.widgets.fields import FIELD_RADIUS, field_height
from gui.widgets.labels import IconLabel
from gui.widgets.paint import Kind, rounded
from gui.widgets.pasted_lines import lines_of

MOST_LINES = 14
"""Higher it does not grow: its words scroll then."""
LONGEST_PASTE = 110_000
"""Characters; more than any answer that is kept, so what was cut is refused, never taken for whole."""
PARAGRAPH_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})
"""What a document puts in the place of new lines; `toPlainText` would take hard spaces away, too."""
PADDING = 9
LINE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordsEdit(QPlainTextEdit):
    """Tells `resized` once its words are laid out for the new width."""

    resized = Signal()
    more_lines = Signal(object)
    """With `one_line_each`: the lines of a paste after its first one, which is in the words by now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.one_line_each = False
        self.longest_paste = LONGEST_PASTE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only words come in, and no more of them than stays quick."""
        text = source.text()[: self.longest_paste]
        lines = lines_of(text) if self.one_line_each else ()
        if not lines:
            self.insertPlainText(text)
        elif len(lines) == 1:
            self.insertPlainText(lines[0] if "\n" in text else text)
        else:
            self._begin_list(lines)

    def _begin_list(self, lines: Sequence[str]) -> None:
        """The first line comes in here, and what stood behind it goes behind the last one."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        behind = cursor.selectedText().translate(PARAGRAPH_ENDS)
        cursor.insertText(lines[0])
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.more_lines.emit((*lines[1:-1], lines[-1] + behind))

    def lines(self, most: int) -> int:
        """How many lines its words take; counted no further than `most`."""
        layout = self.document().documentLayout()
        block, lines = self.document().firstBlock(), 0
        while block.isValid() and lines < most:
            layout.blockBoundingRect(block)  # lays it out, where that was still to be done
            lines += max(1, block.layout().lineCount())
            block = block.next()
        return lines


class GrowingField(QFrame):
    """Words in as many lines as they need, at least `lines`. Tab leaves the field.

    `name` is for screen readers. With `one_line`, Enter tells `entered` in place of a new line.
    """

    edited = Signal()
    """The words changed by hand, or by `text`."""
    entered = Signal()
    removed = Signal()
    """The × was pressed, or Backspace in an empty field that can be removed."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        text: str = "",
        placeholder: str = "",
        *,
        lines: int = 1,
        one_line: bool = False,
        icon_name: str | None = None,
        remove_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """With `remove_name` there is a × of that name."""
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._one_line = one_line
        self._removable = bool(remove_name)
        self.edit = WordsEdit(self)
        self._dress(name, placeholder)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(4)
        if icon_name is not None:
            mark = IconLabel(theme, icon_name, "moss")
            mark.setFixedHeight(field_height(theme))
            row.addSpacing(6)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addSpacing(2)
        row.addWidget(self.edit, 1)
        self.remove = IconButton(theme, "x", remove_name or "Remove", Kind.QUIET, parent=self)
        self.remove.clicked.connect(self.removed)
        self.remove.setVisible(self._removable)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.edit.setPlainText(text)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.edit.textChanged.connect(self._grow)
        self.edit.textChanged.connect(self.edited)
        self.edit.resized.connect(self._grow)
        self.setFocusProxy(self.edit)
        self._grow()

    @property
    def text(self) -> str:
        return self.edit.document().toRawText().translate(PARAGRAPH_ENDS)

    @text.setter
    def text(self, words: str) -> None:
        self.edit.setPlainText(words)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The frame follows the focus; Enter, Backspace and Undo mean what they mean here."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.matches(QKeySequence.StandardKey.Undo):
                event.accept()  # the words' own, never the window's
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def sizeHint(self) -> QSize:
        return QSize(240, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        focused = self.edit.hasFocus()
        line = self._theme.color("focus" if focused else "control")
        rounded(painter, self.rect(), FIELD_RADIUS, self._theme.color("surface"), line)
        if focused:
            rounded(painter, self.rect().adjusted(1, 1, -1, -1), FIELD_RADIUS - 1, None, line)

    def _dress(self, name: str, placeholder: str) -> None:
        edit = self.edit
        edit.setAccessibleName(name)
        edit.setPlaceholderText(placeholder)
        edit.setFrameShape(QFrame.Shape.NoFrame)
        edit.setTabChangesFocus(True)
        edit.viewport().setAutoFillBackground(False)
        edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        edit.document().setDocumentMargin(PADDING)
        edit.installEventFilter(self)
        self._colour()
        self._theme.changed.connect(self._colour)

    def _colour(self) -> None:
        palette = QPalette(self.edit.palette())
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.color("fill"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.color("on-fill"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("text"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, self._theme.color("text-2"))
        self.edit.setPalette(palette)
        self.edit.setFont(self._theme.font(Role.BODY))

    def _take_key(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if self._one_line and plain and event.key() in LINE_KEYS:
            self.entered.emit()
            return True
        if self._removable and plain and event.key() == Qt.Key.Key_Backspace and not self.text:
            self.removed.emit()
            return True
        return False

    def _height(self) -> int:
        line = QFontMetrics(self.edit.font()).lineSpacing()
        lines = min(max(self._lines, self.edit.lines(MOST_LINES + 1)), MOST_LINES)
        return max(field_height(self._theme), lines * line + 2 * PADDING + 2)

    def _grow(self) -> None:
        height = self._height()
        if height != self.minimumHeight():
            self.setFixedHeight(height)
        more = self.edit.lines(MOST_LINES + 1) > MOST_LINES
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff
        if self.edit.verticalScrollBarPolicy() != wanted:
            self.edit.setVerticalScrollBarPolicy(wanted)
