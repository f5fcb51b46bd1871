"""The page for the day: seen as it will be printed, written on, printed, or kept as a PDF."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from gui.desk import Desk
from gui.prepare import sheet_document
from gui.prepare.tab import Tab
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.paint import Kind
from gui.widgets.sheet_preview import SheetPreview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

KINDS = "PDF (*.pdf)"


class DayTab(Tab):
    """One page of paper and what can be done with it."""

    needs_day = True

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, desk, parent)
        self._document: QTextDocument | None = None
        self._printer: QPrinter | None = None
        self.quiet("One page for the way there, and for the five minutes before.")
        self.write = Button(theme, "Write on it", Kind.OUTLINE, "pen-line")
        self.print = Button(theme, "Print…", Kind.OUTLINE, "printer")
        self.save = Button(theme, "Save as PDF…", Kind.OUTLINE, "download")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button, slot in (
            (self.write, self._write),
            (self.print, self._print),
            (self.save, self._save),
        ):
            button.clicked.connect(slot)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        self.column.addSpacing(4)
        self.preview = SheetPreview(theme, sheet_document.page_size())
        self.column.addWidget(self.preview)
        self.column.addStretch(1)

    def refresh(self) -> None:
        if self.view is None:
            self._document = None
            return
        font = self.theme.font(Role.BODY)
        self._document = sheet_document.document(self.view.sheet, self.desk.now(), font)
        self.preview.show_page(self._draw, self._document.toPlainText())

    def take_focus(self) -> None:
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_to(self, file: str) -> None:
        """Keep the page as a PDF."""
        if self._document is None:
            return
        if sheet_document.write_pdf(self._document, file, self._title()):
            self.said.emit("The page is saved.")
        else:
            self.said.emit(
                f"“{file}” could not be written. Nothing was saved. Choose another folder."
            )

    def _draw(self, painter: QPainter, target: QRectF) -> None:
        if self._document is not None:
            sheet_document.draw(self._document, painter, target)

    def _title(self) -> str:
        return f"{self.view.sheet.company}, the page for the day" if self.view is not None else ""

    def _write(self) -> None:
        from gui.dialogs.day_words import DayWordsDialog

        if self.view is not None:
            DayWordsDialog(
                self.theme,
                self.desk,
                self.view.round.interview_id,
                self.view.known,
                self.view.sheet,
                self.dialog_parent(),
            ).open()

    def _save(self) -> None:
        if self.view is None:
            return
        name = re.sub(r"[^\w .&-]+", " ", self.view.sheet.company).strip() or "Interview"
        dialog = QFileDialog(self.window(), "Save the page", f"{name}.pdf", KINDS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setPageLayout(sheet_document.page_layout())
        self._printer.setDocName(self._title())
        dialog = QPrintDialog(self._printer, self.window())
        dialog.setWindowTitle("Print the page")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.send_to_printer)
        if sys.platform == "win32":
            dialog.exec()  # the system's own dialog there cannot be opened in another way
        else:
            QDialog.open(dialog)

    def send_to_printer(self) -> None:
        """Print the page on the printer that was chosen."""
        if self._document is None or self._printer is None:
            return
        painter = QPainter()
        if not painter.begin(self._printer):
            self.said.emit("The printer did not take the page. Nothing was printed.")
            return
        layout, dots = self._printer.pageLayout(), self._printer.resolution()
        corner = layout.paintRectPixels(dots).topLeft()
        target = QRectF(layout.fullRectPixels(dots)).translated(-corner.x(), -corner.y())
        sheet_document.draw(self._document, painter, target)
        painter.end()
        self.said.emit("The page is on its way to the printer.")
