"""Every width and name fits on the page of an application, and a screen reader can name all."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.models.happenings import Happening
from gui.pages.application import ApplicationPage
from gui.widgets.toast import ROOM
from tests.gui.pages.application.stage import rows
from tests.gui.pages.world import World, nameless


def test_every_control_has_a_name(page: ApplicationPage, shown: int) -> None:
    page.what_happened.more.click()
    for happening in Happening:
        page.what_happened.ask(happening)
        assert nameless(page) == []


@pytest.mark.parametrize("width", [640, 720, 900, 1400])
def test_it_fits_every_width(page: ApplicationPage, shown: int, width: int) -> None:
    page.resize(width, 520)

    assert page.grab().width() == width


def test_names_in_any_script_and_length_are_shown(
    page: ApplicationPage, world: World, qapp: QApplication
) -> None:
    stored = world.add("ש" * 500, role="🚢" * 200)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page.show_application(stored.application_id)
        assert page.grab().width() == page.width()
        assert page.header.width() <= page.width()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def width_of(page: ApplicationPage, width: int) -> None:
    page.resize(width, 600)
    page.narrowed()


def test_columns_stand_beside_each_other_down_to_what_a_window_of_900_leaves(
    page: ApplicationPage, shown: int, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sidebar = 208
    monkeypatch.setattr(page, "window_under", lambda pixels: page.width() + sidebar < pixels)
    width_of(page, 900 - sidebar)

    timeline, card = page.timeline, page.what_happened
    assert timeline.mapTo(page, QPoint()).x() < card.mapTo(page, QPoint()).x()
    qtbot.waitUntil(lambda: card.mapTo(page, card.rect().bottomRight()).x() < page.width())

    width_of(page, 890 - sidebar)
    qtbot.waitUntil(lambda: page.body.verticalScrollBar().maximum() > 0)
    tops = [part.mapTo(page, QPoint()).y() for part in (card, timeline, page.people)]
    assert tops == sorted(tops)


def test_the_last_row_of_the_time_line_can_be_scrolled_above_a_toast(
    page: ApplicationPage, shown: int
) -> None:
    width_of(page, 1200)
    timeline = page.timeline
    timeline.verticalScrollBar().setValue(timeline.verticalScrollBar().maximum())

    last = timeline.visualRect(timeline.model().index(len(rows(page)) - 1, 0))
    assert timeline.viewport().height() - last.bottom() >= ROOM // 2


def test_wishes_leave_the_title_its_room_and_elided_facts_tell_the_rest(
    page: ApplicationPage, shown: int
) -> None:
    header = page.header
    header.show_flags(("Only through the recruiter", "No contact wished"))
    header.title.set_text("Senior Operations Planner for the whole of the North Sea " * 3)
    width_of(page, 700)

    assert header.title.width() > 200
    assert header.title.toolTip() == header.title.text()
    header.title.set_text("Planner")
    width_of(page, 720)
    assert header.title.toolTip() == ""


@pytest.mark.parametrize("happening", [Happening.REPLIED, Happening.WRONG_NAME])
def test_in_a_small_window_an_opened_question_is_in_sight_as_a_whole(
    page: ApplicationPage, shown: int, happening: Happening
) -> None:
    page.resize(860, 600)
    QApplication.processEvents()

    page.what_happened.ask(happening)
    for _ in range(4):
        QApplication.processEvents()

    assert page.body.right.verticalScrollBar().maximum() == 0
    button = page.what_happened.note_it
    assert button.visibleRegion().boundingRect().size() == button.size()
