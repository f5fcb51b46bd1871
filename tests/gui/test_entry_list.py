"""Notes in a card: what stays is not made anew, and the keyboard stays where it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.content import resource
from gui.theme import Theme
from gui.widgets.entry_list import AT_FIRST, MORE, Entry, EntryAction, EntryList

EDIT = EntryAction("edit", "Change", "pencil")
REMOVE = EntryAction("remove", "Remove", "trash-2")


def entry(number: int, words: str = "") -> Entry:
    key = str(number)
    return Entry(key=key, words=words or f"Note {number}", actions=(EDIT, REMOVE))


def entries(count: int) -> list[Entry]:
    return [entry(number) for number in range(count)]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def notes(qapp: QApplication, window: QWidget) -> EntryList:
    column = QVBoxLayout(window)
    notes = EntryList(Theme(qapp, resource(".")))
    for widget in (QPushButton("Before"), notes, QPushButton("After")):
        column.addWidget(widget)
    window.show()
    window.activateWindow()
    return notes


def shown(notes: EntryList) -> list[str]:
    """What stands there from top to bottom."""
    return [row.entry.words for row in sorted(notes.rows, key=lambda row: row.y())]


def walked(window: QWidget) -> list[str]:
    """What Tab comes to from the first button on, until it is there again."""
    first = window.findChildren(QPushButton)[0]
    first.setFocus()
    found: list[str] = []
    while True:
        widget = window.focusWidget()
        assert isinstance(widget, QPushButton)
        name = widget.accessibleName() or widget.text()
        if found[:1] == [name]:
            return found
        found.append(name)
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_only_the_note_that_changed_is_made_anew(notes: EntryList, qapp: QApplication) -> None:
    notes.show_entries(entries(5))
    before = list(notes.rows)
    notes.show_entries([entry(4), entry(0), entry(1, "Other words"), entry(3)])
    qapp.processEvents()
    assert shown(notes) == ["Note 4", "Note 0", "Other words", "Note 3"]
    kept = [row in before for row in notes.rows]
    assert kept == [True, True, False, True]


def test_a_long_list_shows_its_first_notes_and_the_rest_by_a_button(notes: EntryList) -> None:
    notes.show_entries(entries(AT_FIRST + MORE + 3))
    assert len(notes.rows) == AT_FIRST
    assert notes.more.text() == f"Show {MORE} more"
    notes.more.click()
    assert len(notes.rows) == AT_FIRST + MORE
    assert notes.rows[AT_FIRST].buttons[0].hasFocus()
    assert notes.more.text() == "Show 3 more"
    notes.more.click()
    assert notes.more.isHidden()
    notes.show_entries(entries(AT_FIRST + MORE + 4))
    assert len(notes.rows) == AT_FIRST + MORE + 4


def test_tab_goes_from_top_to_bottom_after_any_change(notes: EntryList, window: QWidget) -> None:
    notes.show_entries(entries(3))
    notes.show_entries([entry(0, "New first"), entry(2), entry(1)])
    wanted = [
        f"{action.words}: {words}"
        for words in ("New first", "Note 2", "Note 1")
        for action in (EDIT, REMOVE)
    ]
    assert walked(window) == ["Before", *wanted, "After"]


def test_the_button_that_opened_a_dialog_has_the_keyboard_when_its_note_has_changed(
    notes: EntryList, window: QWidget
) -> None:
    notes.show_entries(entries(3))
    notes.rows[1].buttons[1].setFocus()
    dialog = QDialog(window)
    dialog.open()
    notes.show_entries([entry(0), entry(1, "Changed in the dialog"), entry(2)])
    dialog.close()
    assert window.focusWidget() is notes.rows[1].buttons[1]


def test_where_a_note_was_removed_the_keyboard_goes_to_the_one_in_its_place(
    notes: EntryList, window: QWidget
) -> None:
    notes.show_entries(entries(3))
    notes.rows[2].buttons[1].setFocus()
    notes.show_entries(entries(2))
    assert window.focusWidget() is notes.rows[1].buttons[1]
