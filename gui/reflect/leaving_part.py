"""What leaves for a friend: exactly this text, copied or saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from core.reflection.brief import Brief
from gui.answers import sentence_of
from gui.errands import Errands
from gui.reflect.brief_page import PdfPage, TextPage, headings_of, leaving_text
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.frames import Card, ScrollArea
from gui.widgets.labels import Label
from gui.widgets.paint import Kind

NOTE = (
    "This page leaves, and nothing else: no company, and the people you met as initials. "
    "Send it to your friend yourself, whichever way you like."
)
LEAST_LINES = 5
NAME = "interview-for-a-friend"
PDF, TEXT = "PDF (*.pdf)", "Text (*.txt)"


class LeavingPart(ScrollArea):
    """`said` carries a sentence for the toast."""

    said = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        content = QWidget()
        super().__init__(content, parent=parent)
        self._theme = theme
        self._page: Brief | None = None
        self._errands = Errands(self)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("The page that leaves")
        self.preview.viewport().setAutoFillBackground(False)
        self.save_pdf = Button(theme, "Save as PDF…", Kind.FILLED, "paperclip")
        self.save_text = Button(theme, "Save as text…", Kind.OUTLINE)
        self.copy = Button(theme, "Copy", Kind.OUTLINE, "copy")
        card = Card(theme, padding=12)
        card.column.addWidget(self.preview)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button, slot in (
            (self.save_pdf, self._choose_pdf),
            (self.save_text, self._choose_text),
            (self.copy, self._copy),
        ):
            button.clicked.connect(slot)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(12)
        column.addWidget(Label(theme, NOTE, Role.BODY, "text-2", wrap=True))
        column.addWidget(card, 1)
        column.addLayout(buttons)

    @property
    def text(self) -> str:
        """All that leaves."""
        return self.preview.toPlainText()

    def show_page(self, page: Brief) -> None:
        """Show what would leave now."""
        self._page = page
        self.preview.setPlainText(leaving_text(page))
        line = self.preview.fontMetrics().lineSpacing()
        self.preview.setMinimumHeight(LEAST_LINES * line)

    def save(self, file: Path) -> None:
        """Save the page; a name that ends with .pdf makes it a PDF."""
        if self._page is None:
            return
        if file.suffix.lower() == ".pdf":
            family = self._theme.font(Role.BODY).family()
            work = partial(
                PdfPage(self.text, self._page.title, headings_of(self._page), family, file)
            )
        else:
            work = partial(TextPage(self.text, file))
        self._errands.run(work, then=self._tell_saved, otherwise=self._tell_trouble)

    def _choose_pdf(self) -> None:
        self._choose(PDF, "pdf")

    def _choose_text(self) -> None:
        self._choose(TEXT, "txt")

    def _choose(self, kinds: str, suffix: str) -> None:
        dialog = QFileDialog(self.window(), "Save the page", f"{NAME}.{suffix}", kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.fileSelected.connect(self._save_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_chosen(self, file: str) -> None:
        self.save(Path(file))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.said.emit("Copied. Paste it into a message to your friend.")

    def _tell_saved(self, file: Path) -> None:
        self.said.emit(f"Saved: {file.name}. Send it to your friend.")

    def _tell_trouble(self, error: Exception) -> None:
        self.said.emit(sentence_of(error))
