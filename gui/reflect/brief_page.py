"""The page for a friend: the one text that is shown, copied and saved, and its PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QSizeF
from PySide6.QtGui import (
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from core.exchange.text_file import FileError, write_text
from core.reflection.brief import Brief, brief_text
from core.reflection.friends import LONGEST_REPLY, empty_reply
from gui.paper_type import copyable

MARGIN_MM = 20
POINTS = 10.5
INK = "#000000"
TITLE_RATIO = 1.5
_QUOTE = re.compile(r"^(?:\s{0,3}>)+ ?")


def leaving_text(page: Brief) -> str:
    """All that leaves: one's own account, and the headings that the friend fills in."""
    _thanks, to_fill_in = empty_reply().split("\n", 1)  # the page has its own thanks
    return f"{brief_text(page).rstrip()}\n\n{to_fill_in.rstrip()}\n"


def headings_of(page: Brief) -> frozenset[str]:
    """The lines of the page that are headings, the friend's own included."""
    asked = (line.rstrip(":") for line in empty_reply().split("\n") if line.endswith(":"))
    return frozenset((*(part.heading for part in page.parts), *asked))


def without_page(reply: str, page: Brief) -> str:
    """What a friend sent back, without the lines of the page that stand quoted in it."""
    if len(reply) > LONGEST_REPLY:
        return reply  # it is refused as it is
    own = {line.strip() for line in brief_text(page).split("\n") if line.strip()}
    lines = (line for line in reply.split("\n") if _QUOTE.sub("", line).strip() not in own)
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class TextPage:
    """Saves the page as plain text. Raises `FileError`."""

    text: str
    file: Path

    def __call__(self) -> Path:
        write_text(self.file, self.text)
        return self.file


@dataclass(frozen=True, slots=True)
class PdfPage:
    """Saves the page as a PDF that says the same. Raises `FileError`."""

    text: str
    title: str
    headings: frozenset[str]
    """The lines that are headings, without the colon at their end."""
    family: str
    file: Path

    def __call__(self) -> Path:
        _write(self.file, pdf_of(self.text, self.title, self.headings, self.family))
        return self.file


def pdf_of(text: str, title: str, headings: frozenset[str], family: str) -> bytes:
    """The text as the bytes of a PDF, set in that family of type."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Afterword")
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    portrait = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, portrait, margins, QPageLayout.Unit.Millimeter))
    painter = QPainter(writer)
    _draw(text, headings, family, painter, writer)
    painter.end()
    buffer.close()
    return bytes(content.data())


def _draw(
    text: str, headings: frozenset[str], family: str, painter: QPainter, writer: QPdfWriter
) -> None:
    """The text alone: black on white whatever the window's colours are, and no numbers of pages."""
    room = QSizeF(writer.pageLayout().paintRectPixels(writer.resolution()).size())
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    font = QFont(family)
    font.setPointSizeF(POINTS)
    document.setDefaultFont(copyable(font))
    document.setDocumentMargin(0)
    document.setPlainText(text)
    _set_headings(document, headings)
    document.setPageSize(room)
    painter.setPen(QColor(INK))
    _draw_lines(document, painter, writer, room.height())


def _set_headings(document: QTextDocument, headings: frozenset[str]) -> None:
    """The title larger, and each heading stronger than what stands below it."""
    block = document.firstBlock()
    while block.isValid():
        if block.blockNumber() == 0 or block.text().rstrip(":") in headings:
            look = QTextCharFormat()
            look.setFontWeight(QFont.Weight.DemiBold)
            if block.blockNumber() == 0:
                look.setFontPointSize(POINTS * TITLE_RATIO)
            cursor = QTextCursor(block)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(look)
        block = block.next()


def _draw_lines(
    document: QTextDocument, painter: QPainter, writer: QPdfWriter, height: float
) -> None:
    """Each line once, on the page where it begins: a paragraph may go on over two."""
    page, block = 0, document.firstBlock()
    while block.isValid():
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            while (corner.y() + line.y()) // height > page:
                writer.newPage()
                page += 1
            line.draw(painter, corner - QPointF(0, page * height))
        block = block.next()


def _write(file: Path, content: bytes) -> None:
    """Wholly or not at all."""
    unfinished = file.with_name(file.name + ".part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(file)
    except (OSError, ValueError) as error:
        unfinished.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or "its name is not possible here"
        what = f"{file} cannot be written ({reason}). What was there is as it was."
        raise FileError(what) from error
