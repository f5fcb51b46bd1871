"""The body of a letter: plain text with the look's line height, and underlines over it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontInfo,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from core.checks.finding import Edit, Level
from gui.compose.text_places import TextPlaces
from gui.theme import Role, Theme
from gui.widgets.underlines import Mark, paint_tint, paint_underline, stretches

PADDING = 24
LINE_HEIGHT = 1.6
"""Of the letters' size."""
LONGEST_PASTE = 100_000
"""Characters; more than any letter, and as much as stays quick."""
PARAGRAPH_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n", "\ufdd0": "\n", "\ufdd1": "\n"})


@dataclass(frozen=True, slots=True)
class Place:
    """A finding's place in the text, in code points."""

    key: int
    level: Level
    start: int
    end: int


class LetterEdit(QTextEdit):
    """`pointed` carries the key of the underlined place that was clicked."""

    pointed = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Message")
        self.document().setDocumentMargin(PADDING)
        self._dress()
        theme.changed.connect(self._dress)

    @property
    def text(self) -> str:
        """What stands there, as it will be sent."""
        return self.document().toRawText().translate(PARAGRAPH_ENDS)

    def show_text(self, text: str) -> None:
        """Show another text; its undo begins here."""
        self._marks = ()
        self.setPlainText(text)
        everything = QTextCursor(self.document())
        everything.select(QTextCursor.SelectionType.Document)
        form = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        form.setLineHeight(self._line_percent(), kind.value)
        everything.mergeBlockFormat(form)
        self.document().clearUndoRedoStacks()

    def edit_text(self, edits: Iterable[Edit]) -> None:
        """Put pieces of text in place of others: one step for undo. Later places first, so that
        the earlier ones stay true."""
        places = TextPlaces(self.text)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for edit in sorted(edits, key=_start_of, reverse=True):
            cursor.setPosition(places.units(edit.span.start))
            cursor.setPosition(places.units(edit.span.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def replace_text(self, text: str) -> None:
        """Put another text in place: one step for undo."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)

    def mark(self, places: Sequence[Place]) -> None:
        """Underline these places instead of those before."""
        count = TextPlaces(self.text)
        self._marks = tuple(
            Mark(one.key, one.level, self._cursor(count.units(one.start), count.units(one.end)))
            for one in places
        )
        self.viewport().update()

    def go_to(self, key: int) -> bool:
        """Select the first place of that finding; False where it has none."""
        found = next((one for one in self._marks if one.key == key), None)
        if found is None:
            return False
        self.setTextCursor(found.place)
        self.ensureCursorVisible()
        return True

    def place_at(self, position: int) -> int | None:
        """The finding whose underlined place holds this UTF-16 position."""
        for one in self._marks:
            if one.place.selectionStart() <= position < one.place.selectionEnd():
                return one.key
        return None

    def insert(self, words: str) -> None:
        """Put words where the cursor stands, with a space before them where one is due."""
        cursor = self.textCursor()
        before = self.text[: TextPlaces(self.text).points(cursor.selectionStart())]
        joined = words if not before or before[-1].isspace() else f" {words}"
        cursor.insertText(joined)
        self.setTextCursor(cursor)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Only words come in, with the letter's own line height."""
        self.insertPlainText(source.text()[:LONGEST_PASTE])

    def paintEvent(self, event: QPaintEvent) -> None:
        self._paint_marks(under=True)
        super().paintEvent(event)
        self._paint_marks(under=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        key = None if cursor.hasSelection() else self.place_at(cursor.position())
        if key is not None:
            self.pointed.emit(key)

    def event(self, event: QEvent) -> bool:
        """The window's own undo must not take back more than the letter's words."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_undo(event):
            event.accept()
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._theme.font(Role.LEAD)).lineSpacing()
        return QSize(480, 14 * line)

    def minimumSizeHint(self) -> QSize:
        line = QFontMetrics(self._theme.font(Role.LEAD)).lineSpacing()
        return QSize(200, 5 * line + PADDING)

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _paint_marks(self, *, under: bool) -> None:
        if not self._marks:
            return
        painter = QPainter(self.viewport())
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-across, -down)
        seen = (down, down + self.viewport().height())
        for one in self._marks:
            start, end = one.place.selectionStart(), one.place.selectionEnd()
            for stretch in stretches(self.document(), start, end):
                if stretch.bottom < seen[0] or stretch.top > seen[1]:
                    continue
                if not under:
                    paint_underline(painter, self._theme, one.level, stretch)
                elif one.level is Level.MUST:
                    paint_tint(painter, self._theme, stretch)

    def _line_percent(self) -> float:
        """The line's height in percent of the font's own, which includes its leading."""
        measures = QFontMetricsF(self._theme.font(Role.LEAD))
        size = QFontInfo(self._theme.font(Role.LEAD)).pixelSize()
        return max(100.0, 100.0 * LINE_HEIGHT * size / measures.height())

    def _dress(self) -> None:
        self.setFont(self._theme.font(Role.LEAD))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.color("fill"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.color("on-fill"))
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("text"))
        self.setPalette(palette)


def _start_of(edit: Edit) -> int:
    return edit.span.start


def _is_undo(event: QEvent) -> bool:
    keys = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (event.matches(keys.Undo) or event.matches(keys.Redo))
