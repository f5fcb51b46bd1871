"""The page for the day as a document: the same on the screen, in print and as a PDF.

It is laid out for A4 and always black on white; where it would take a second page, its type gets
smaller, down to what can still be read at arm's length.
"""

from __future__ import annotations

from datetime import datetime
from html import escape

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
)

from core.clock import Now
from core.playbook.kinds import Mode
from core.preparation.day_sheet import DaySheet, SheetPerson, SheetStory
from gui import words
from gui.paper_type import copyable

MARGIN = 42.0
"""Points at each side of the page."""
UNITS = 4.0
"""Of the layout in a point: fine enough that no rounding of type shows."""
USUAL_SIZE, SMALLEST_SIZE = 11.0, 7.0
INK, QUIET, LINE = "#23211e", "#5d574f", "#cfc9bf"
PAPER = QPageSize(QPageSize.PageSizeId.A4)
_READY = {
    Mode.ONSITE: "Leave by",
    Mode.VIDEO: "Open the call at",
    Mode.PHONE: "Be ready at",
}


def page_size() -> QSizeF:
    """The page in points."""
    return PAPER.size(QPageSize.Unit.Point)


def document(sheet: DaySheet, now: Now, font: QFont) -> QTextDocument:
    """The page, in a type that lets it be one page."""
    size = USUAL_SIZE
    made = _laid_out(sheet, now, font, size)
    while made.size().height() > UNITS * _inner().height() and size > SMALLEST_SIZE:
        size -= 0.5
        made = _laid_out(sheet, now, font, size)
    return made


def draw(made: QTextDocument, painter: QPainter, target: QRectF) -> None:
    """Draw the page into `target`, which is white already; what does not fit is cut."""
    scale = target.width() / page_size().width() / UNITS
    painter.save()
    painter.translate(target.topLeft())
    painter.scale(scale, scale)
    painter.translate(MARGIN * UNITS, MARGIN * UNITS)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, INK)
    context.clip = QRectF(0, 0, UNITS * _inner().width(), UNITS * _inner().height())
    painter.setClipRect(context.clip)
    made.documentLayout().draw(painter, context)
    painter.restore()


def write_pdf(made: QTextDocument, file: str, title: str) -> bool:
    """Write the page as a PDF of one page; False where the file could not be written."""
    writer = QPdfWriter(file)
    writer.setTitle(title)
    writer.setCreator("Afterword")
    writer.setPageLayout(page_layout())
    painter = QPainter()
    if not painter.begin(writer):
        return False
    whole = writer.pageLayout().fullRectPixels(writer.resolution())
    draw(made, painter, QRectF(0, 0, whole.width(), whole.height()))
    return painter.end()


def page_layout() -> QPageLayout:
    """A4, upright, with the margins inside the drawing."""
    return QPageLayout(PAPER, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def _inner() -> QSizeF:
    whole = page_size()
    return QSizeF(whole.width() - 2 * MARGIN, whole.height() - 2 * MARGIN)


def _laid_out(sheet: DaySheet, now: Now, font: QFont, size: float) -> QTextDocument:
    made = QTextDocument()
    base = copyable(QFont(font.family()))
    base.setPixelSize(round(size * UNITS))
    made.setDefaultFont(base)
    made.setDocumentMargin(0)
    made.setDefaultStyleSheet(_style(size * UNITS))
    made.setUseDesignMetrics(True)
    made.setHtml(html(sheet, now))
    made.setTextWidth(UNITS * _inner().width())
    return made


def _style(size: float) -> str:
    return (
        f"body {{ color: {INK}; font-size: {size:.0f}px; }}"
        f"p {{ margin-top: 0; margin-bottom: {size * 0.25:.0f}px; }}"
        f".name {{ font-size: {size * 1.7:.0f}px; font-weight: 600; }}"
        f".head {{ color: {QUIET}; font-size: {size * 0.9:.0f}px; font-weight: 600;"
        f" margin-top: {size * 0.9:.0f}px; margin-bottom: {size * 0.15:.0f}px; }}"
        f".quiet {{ color: {QUIET}; }}"
        f".when {{ font-size: {size * 1.25:.0f}px; font-weight: 600; }}"
    )


# ------------------------------------------------------------------ what stands on it


def html(sheet: DaySheet, now: Now) -> str:
    """The page's text; whatever anybody typed is text and nothing else."""
    parts = (
        _head(sheet, now),
        _section("How you get there", _paragraph(sheet.way)),
        _section("Whom you meet", _people(sheet)),
        _section("How you begin", _paragraph(sheet.opening)),
        _section("Three stories", "".join(_story(story) for story in sheet.stories)),
        _section("Your questions", _numbered(sheet.questions)),
        _section("What you know of them", "".join(_fact(*fact) for fact in sheet.facts)),
        _section("If you are late", _late(sheet)),
        _section("To yourself", _own_words(sheet.words)),
    )
    return f"<html><body>{''.join(parts)}</body></html>"


def _head(sheet: DaySheet, now: Now) -> str:
    about = " · ".join(part for part in (sheet.role, words.round_name(sheet.round_number)) if part)
    when = f"{_day(sheet.start, now)}, {_from_to(sheet, now.zone)}"
    there = ""
    if not words.same_clock(sheet.start, now.zone, sheet.zone):
        when += " your time"
        there = f"{_from_to(sheet, sheet.zone)} {words.in_place(sheet.zone)}"
    lines = (("name", sheet.company), ("quiet", about), ("when", when), ("when", there))
    return "".join(
        f'<p class="{kind}">{escape(line)}</p>'
        for kind, line in (*lines, ("", sheet.place), ("when", _leave(sheet, now)))
        if line
    )


def _leave(sheet: DaySheet, now: Now) -> str:
    if sheet.leave_at is None:
        return ""
    clock = words.clock_time(sheet.leave_at, now.zone)
    day = _day(sheet.leave_at, now)
    before = "" if day == _day(sheet.start, now) else f"{day}, "
    return f"{_READY[sheet.mode]} {before}{clock}"


def _day(instant: datetime, now: Now) -> str:
    there = words.local(instant, now.zone).date()
    return f"{words.long_day(there)} {there.year}"


def _from_to(sheet: DaySheet, zone: str) -> str:
    return f"{words.clock_time(sheet.start, zone)} to {words.clock_time(sheet.end, zone)}"


def _section(title: str, content: str) -> str:
    return f'<p class="head">{escape(title)}</p>{content}' if content else ""


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _people(sheet: DaySheet) -> str:
    more = f"<p>… and {sheet.more_people} more</p>" if sheet.more_people else ""
    return "".join(_person(person) for person in sheet.people) + more


def _person(person: SheetPerson) -> str:
    spoken = f" <i>(say: {escape(person.spoken)})</i>" if person.spoken else ""
    rest = " · ".join(part for part in (person.job, person.topic) if part)
    about = f' <span class="quiet">{escape(rest)}</span>' if rest else ""
    return f"<p><b>{escape(person.name)}</b>{spoken}{about}</p>"


def _story(story: SheetStory) -> str:
    gist = f": {escape(story.gist)}" if story.gist else ""
    warning = f' <span class="quiet">({escape(story.warning)})</span>' if story.warning else ""
    return f"<p><b>{escape(story.title)}</b>{gist}{warning}</p>"


def _numbered(lines: tuple[str, ...]) -> str:
    return "".join(f"<p>{number}. {escape(line)}</p>" for number, line in enumerate(lines, 1))


def _fact(about: str, value: str) -> str:
    return f'<p><span class="quiet">{escape(about)}:</span> {escape(value)}</p>'


def _late(sheet: DaySheet) -> str:
    if not sheet.late_number:
        return ""
    who = f"{sheet.late_name}, " if sheet.late_name else ""
    return f"<p>Call now, and say when you will be there: <b>{escape(f'{who}{sheet.late_number}')}</b></p>"


def _own_words(text: str) -> str:
    return f"<p><i>{escape(text)}</i></p>" if text else ""
