"""The page for the day as a document: one page, and nothing typed becomes anything but text."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from core.clock import Now
from core.playbook.kinds import Mode
from core.preparation.day_sheet import DaySheet, SheetPerson, SheetStory
from gui.prepare.sheet_document import (
    MARGIN,
    UNITS,
    document,
    draw,
    html,
    page_size,
    write_pdf,
)

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")
PLAIN = DaySheet(
    company="Halvorsen Maritime",
    role="Operations Planner",
    round_number=2,
    mode=Mode.ONSITE,
    start=datetime(2026, 5, 20, 12, tzinfo=UTC),
    end=datetime(2026, 5, 20, 13, tzinfo=UTC),
    zone="Europe/Oslo",
    leave_at=datetime(2026, 5, 20, 11, tzinfo=UTC),
    place="Bryggen 1, Bergen",
)
LONG = "A sentence that goes on for quite a while and then for a while more, to fill the line. " * 3
FULL = replace(
    PLAIN,
    way=LONG[:240],
    people=tuple(SheetPerson(name=LONG[:80], job=LONG[:80], topic=LONG[:120]) for _ in range(6)),
    more_people=3,
    opening=LONG[:240],
    stories=tuple(
        SheetStory(title=LONG[:90], gist=LONG[:160], warning=LONG[:90]) for _ in range(3)
    ),
    questions=(LONG[:160],) * 6,
    facts=(("The team, and why the place is open", LONG[:160]),) * 6,
    words=LONG[:240],
    late_name="Dr. Ingrid van der Berg",
    late_number="+47 55 00 00 00",
)


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def text(sheet: DaySheet) -> str:
    return document(sheet, NOW, QFont()).toPlainText()


def test_it_says_when_where_and_when_to_leave() -> None:
    told = text(PLAIN).splitlines()
    assert told[:5] == [
        "Halvorsen Maritime",
        "Operations Planner · Second round",
        "Wednesday 20 May 2026, 14:00 to 15:00",
        "Bryggen 1, Bergen",
        "Leave by 13:00",
    ]


def test_what_is_not_known_has_no_heading() -> None:
    assert "Your questions" not in text(PLAIN)
    assert "Your questions" in text(replace(PLAIN, questions=("Why now?",)))


def test_a_call_is_opened_and_anothers_clock_is_told() -> None:
    video = replace(PLAIN, mode=Mode.VIDEO, zone="Europe/London")
    assert "Open the call at 13:00" in text(video)
    assert "14:00 to 15:00 your time\n13:00 to 14:00 in London" in text(video)


def test_who_leaves_the_day_before_reads_the_day_too() -> None:
    far = replace(PLAIN, leave_at=datetime(2026, 5, 19, 16, tzinfo=UTC))
    assert "Leave by Tuesday 19 May 2026, 18:00" in text(far)


def test_who_is_called_when_one_is_late() -> None:
    assert "Dr. Ingrid van der Berg, +47 55 00 00 00" in text(FULL)
    assert "… and 3 more" in text(FULL)


def test_nothing_that_is_typed_is_read_as_markup() -> None:
    hostile = replace(PLAIN, company="<b>A & B</b>", way='<img src="file:///etc/passwd">')
    assert "<b>A & B</b>" in text(hostile)
    assert '<img src="file:///etc/passwd">' in text(hostile)
    assert "<img" not in html(hostile, NOW)


@pytest.mark.parametrize("sheet", [PLAIN, FULL], ids=["plain", "full"])
def test_it_is_one_page_however_full(sheet: DaySheet, tmp_path: Path) -> None:
    made = document(sheet, NOW, QFont())
    inner = page_size().height() - 2 * MARGIN
    assert made.size().height() <= UNITS * inner
    file = tmp_path / "day.pdf"
    assert write_pdf(made, str(file), "The day")
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) == 1


def test_it_is_drawn_dark_on_white_with_its_margins() -> None:
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(document(FULL, NOW, QFont()), painter, QRectF(image.rect()))
    painter.end()
    edge = round(MARGIN) - 2
    dark = [
        (x, y)
        for x in range(0, 595, 2)
        for y in range(0, 842, 2)
        if image.pixelColor(x, y).lightness() < 200
    ]
    assert len(dark) > 500
    assert all(edge < x < 595 - edge and edge < y < 842 - edge for x, y in dark)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    made = document(PLAIN, NOW, QFont())
    assert not write_pdf(made, str(tmp_path / "no" / "day.pdf"), "The day")
