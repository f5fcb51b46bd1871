"""The base widgets: they follow the theme, name themselves, and leave nothing behind."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.settings import Theme as ThemeChoice
from gui.theme import Role, Theme
from gui.widgets.buttons import Button, IconButton
from gui.widgets.dialog import Dialog
from gui.widgets.empty_state import EmptyState
from gui.widgets.fields import ChoiceField, TextArea, TextField
from gui.widgets.focus_ring import FocusRing
from gui.widgets.forms import FormRow
from gui.widgets.labels import Chip, Label
from gui.widgets.paint import initials
from gui.widgets.segmented import SegmentedControl
from gui.widgets.sidebar import NavItem, Place, Sidebar
from gui.widgets.toast import SIDE, Toast
from gui.widgets.when_bar import WhenBar

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, RESOURCES)
    theme.choose(ThemeChoice.LIGHT)
    yield theme
    theme.choose(ThemeChoice.SYSTEM)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.resize(800, 600)
    qtbot.addWidget(page)
    page.show()
    return page


def test_words_and_palette_follow_the_theme(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    label = Label(theme, "Now", Role.BODY, "accent")
    qtbot.addWidget(label)
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert theme.dark
    assert label.palette().windowText().color() == theme.color("accent")
    assert qapp.palette().window().color() == theme.color("window")


def test_choosing_what_is_chosen_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.LIGHT)


def test_contrast_has_wider_rings(theme: Theme) -> None:
    before = theme.focus_width
    theme.choose(ThemeChoice.CONTRAST_DARK)
    assert theme.focus_width > before


def test_monograms_are_the_same_at_every_start(theme: Theme) -> None:
    assert theme.monogram("Halvorsen Maritime") == theme.monogram("halvorsen maritime")
    assert initials("Halvorsen Maritime") == "HM"
    assert initials("Ingrid van der Berg") == "IB"
    assert initials("") == "?"
    assert initials("🦊") == "?"


def test_only_the_keyboard_brings_the_ring(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    button = Button(theme, "Done", parent=page)
    button.show()
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert page.findChild(FocusRing) is None
    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = page.findChild(FocusRing)
    assert ring is not None
    assert ring.geometry().contains(button.geometry())
    button.clearFocus()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert page.findChild(FocusRing) is None


def test_the_ring_moves_with_what_its_control_stands_in(
    theme: Theme, page: QWidget, qapp: QApplication
) -> None:
    card = QWidget(page)
    button = Button(theme, "Done", parent=card)
    button.move(10, 10)
    card.show()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    ring = page.findChild(FocusRing)
    assert ring is not None
    card.move(40, 120)
    qapp.processEvents()
    assert ring.geometry().center() == button.geometry().translated(40, 120).center()


def test_an_icon_alone_still_has_a_name(theme: Theme, qtbot: QtBot) -> None:
    button = IconButton(theme, "ellipsis", "More")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "More"


def test_a_form_row_names_its_field_and_says_what_is_wrong(theme: Theme, qtbot: QtBot) -> None:
    field = TextField(theme, "", "Halvorsen Maritime")
    row = FormRow(theme, "With which company?", field, "As they write it")
    qtbot.addWidget(row)
    assert row.label.buddy() is field
    assert field.accessibleName() == "With which company?"
    row.show_error("The company is missing.")
    assert field.accessibleDescription() == "The company is missing."
    row.clear_error()
    assert field.accessibleDescription() == "As they write it"


def test_fields_give_back_what_they_were_given(theme: Theme, qtbot: QtBot) -> None:
    choice = ChoiceField(theme, [("video", "By video"), ("phone", "By phone")], "phone")
    area = TextArea(theme)
    qtbot.addWidget(choice)
    qtbot.addWidget(area)
    assert choice.value == "phone"
    choice.choose("unheard of")
    assert choice.value == "phone"
    area.text = "two\nlines"
    assert area.text == "two\nlines"


def test_a_segment_that_is_taken_is_told(theme: Theme, qtbot: QtBot) -> None:
    control = SegmentedControl(theme, [("list", "List", None), ("board", "Board", None)], "list")
    qtbot.addWidget(control)
    control.show()
    buttons = control.findChildren(QWidget)
    with qtbot.waitSignal(control.chosen) as chosen:
        QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["board"]
    assert control.current == "board"


def test_the_toast_shows_all_its_words_and_only_the_newest(
    theme: Theme, page: QWidget, qtbot: QtBot
) -> None:
    toast = Toast(theme, page)
    toast.say("Done: Thank Dr. van der Berg.", ("undo", "Undo"))
    first = toast.width()
    toast.say("Snoozed: a step with a much longer title than the one before.", ("undo", "Undo"))
    label = toast.findChild(Label)
    assert label is not None
    QApplication.processEvents()
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
    assert toast.width() > first
    toast.say("Undone.")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert toast.findChildren(QPushButton) == []
    assert page.rect().contains(toast.geometry())


def test_a_long_toast_is_broken_into_lines(theme: Theme, page: QWidget) -> None:
    toast = Toast(theme, page)
    toast.say("They sent a new date, and nothing was lost by it. " * 6)
    assert page.rect().contains(toast.geometry())


def test_undo_in_the_toast_is_told_once(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(theme, page)
    toast.say("Done.", ("undo", "Undo"))
    button = toast.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(toast.answered) as answered:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answered.args == ["undo"]
    assert toast.isHidden()


def test_the_keyboard_comes_back_from_the_toast(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    toast = Toast(theme, page)
    toast.say("Done.", ("undo", "Undo"))
    button = toast.findChild(QPushButton)
    assert button is not None
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(toast.gave_focus_back):
        QTest.keyClick(button, Qt.Key.Key_Space)


class Question(Dialog):
    """The smallest dialog."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Skip this step?", parent)
        self.column.addWidget(QLineEdit())
        self.add_buttons("Skip it")


@pytest.mark.parametrize("accept", [True, False])
def test_a_dialog_is_freed_when_it_closes(
    theme: Theme, page: QWidget, qtbot: QtBot, accept: bool
) -> None:
    dialog = Question(theme, page)
    gone = weakref.ref(dialog)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Return if accept else Qt.Key.Key_Escape)
    del dialog
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_an_empty_page_offers_at_most_one_button(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "sun", "The people you meet will stand here.", button="Add a person")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.pressed):
        empty.button.click()


def test_chips_grow_with_their_words(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip(theme, "in 5 h", "ochre", "clock")
    qtbot.addWidget(chip)
    before = chip.sizeHint().width()
    chip.set_look("since yesterday", "brick", "clock-alert")
    assert chip.sizeHint().width() > before


def test_every_way_to_an_entry_of_the_sidebar_leads_to_its_page_once(
    theme: Theme, qtbot: QtBot
) -> None:
    sidebar = Sidebar(theme, "Ctrl K")
    qtbot.addWidget(sidebar)
    sidebar.add(Place("today", "Today", "sun"))
    sidebar.add(Place("people", "People", "users"))
    sidebar.show_current("today")
    chosen: list[str] = []
    sidebar.chosen.connect(chosen.append)
    today, people = sidebar.findChildren(NavItem)

    people.click()
    people.click()  # from a page below it, back to it
    sidebar.show_current("today")
    people.toggle()  # as a screen reader does
    QTest.mouseClick(today, Qt.MouseButton.LeftButton)

    assert chosen == ["people", "people", "people", "today"]


def test_the_sidebar_leads_to_pages_and_counts_what_is_due(theme: Theme, qtbot: QtBot) -> None:
    sidebar = Sidebar(theme, "Ctrl K")
    qtbot.addWidget(sidebar)
    sidebar.add(Place("today", "Today", "sun"))
    sidebar.add(Place("settings", "Settings", "settings"), foot=True)
    sidebar.set_badge("today", 120)
    sidebar.show()
    names = [button.accessibleName() for button in sidebar.findChildren(QWidget)]
    assert "Today, 120 due" in names
    sidebar.set_rail(True)
    assert sidebar.width() < 100
    tips = [button.toolTip() for button in sidebar.findChildren(QWidget)]
    assert "Today" in tips


def test_a_toast_leaves_the_pages_last_buttons_free(theme: Theme, page: QWidget) -> None:
    """The composer's Copy and Send later, which are wanted next."""
    bar = QWidget(page)
    bar.setGeometry(0, page.height() - 80, page.width(), 60)
    bar.show()
    toast = Toast(theme, page)
    toast.stand_above((bar,))
    toast.say("Noted.", ("undo", "Undo"))
    assert toast.geometry().bottom() < bar.geometry().top()

    bar.hide()
    assert toast.geometry().bottom() > page.height() - 60
    bar.show()
    assert toast.geometry().bottom() < bar.geometry().top()


def test_escape_closes_a_toast(theme: Theme, page: QWidget) -> None:
    toast = Toast(theme, page)
    toast.say("Done.", ("undo", "Undo"))

    QTest.keyClick(page, Qt.Key.Key_Escape)

    assert toast.isHidden()


def test_a_toast_of_words_alone_leaves_also_where_somebody_listens(
    theme: Theme, page: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.widgets.toast.screen_reader_runs", somebody_listens)
    toast = Toast(theme, page)
    toast.say("Done.", ("undo", "Undo"))
    toast._leave()
    assert not toast.isHidden()

    toast.say("The copy is back.")
    toast._leave()

    assert toast.isHidden()


def somebody_listens() -> bool:
    return True


def test_a_long_toast_is_wide_with_its_button_at_the_end(theme: Theme, page: QWidget) -> None:
    toast = Toast(theme, page)
    toast.say("They sent a new date, and nothing was lost by it. " * 6, ("undo", "Undo"))

    button = toast.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert toast.width() == page.width() - 2 * SIDE
    assert toast.width() - button.geometry().right() < SIDE
    label = toast.findChild(Label)
    assert isinstance(label, Label)
    assert label.geometry().right() > toast.width() // 2


def test_a_short_line_below_does_not_cut_the_headline(theme: Theme, page: QWidget) -> None:
    bar = WhenBar(theme, page)
    bar.resize(900, 64)
    bar.show()
    bar.show_when("Kept for tomorrow at 09:00", "In Oslo", good=True)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    assert bar.headline.width() >= bar.headline.sizeHint().width() - 1


def test_the_keyboard_takes_the_link_beside_what_holds_a_message_back(
    theme: Theme, page: QWidget, qtbot: QtBot
) -> None:
    bar = WhenBar(theme, page)
    bar.resize(900, 64)
    bar.hold_back("Fill the gap first")
    bar.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    bar.reason.setFocus(Qt.FocusReason.TabFocusReason)

    with qtbot.waitSignal(bar.overridden):
        QTest.keyClick(bar.reason, Qt.Key.Key_Return)

    bar.reason.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bar.reason, Qt.Key.Key_Tab)
    assert page.focusWidget() is bar.copy
