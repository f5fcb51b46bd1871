"""Words that somebody pasted never push what stands beside them out of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.content import resource
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.entry_list import Entry, EntryAction, EntryList
from gui.widgets.headers import SectionHeader
from gui.widgets.labels import BREAK_HERE, Label, breakable

LINK = f"https://example.com/{'careers-and-more/' * 25}"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, resource("."))


@pytest.mark.parametrize("word", [LINK, "x" * 500, FAMILY * 40, "e\u0301" * 200])
def test_an_endless_word_breaks_where_the_label_ends(theme: Theme, word: str) -> None:
    label = Label(theme, f"See {word} for more", wrap=True)
    assert label.minimumSizeHint().width() < 400
    label.setText(word)
    assert label.minimumSizeHint().width() < 400
    assert label.text().replace(BREAK_HERE, "") == word


def test_what_belongs_together_is_not_torn(theme: Theme) -> None:
    assert all(
        part.count(FAMILY) * FAMILY == part for part in breakable(FAMILY * 9).split("\u200b")
    )
    accents = breakable("e\u0301" * 40).split("\u200b")
    assert not [part for part in accents if part.startswith("\u0301")]


def test_the_title_of_a_section_gives_way_to_its_button(theme: Theme, qtbot: QtBot) -> None:
    header = SectionHeader(theme, "The ad, and what proves you meet it", "badge-check", count=3)
    qtbot.addWidget(header)
    button = Button(theme, "Add a demand")
    header.add_button(button)
    header.resize(button.sizeHint().width() + 200, 40)
    header.show()
    assert header.minimumSizeHint().width() < header.width()
    assert header.rect().contains(button.geometry())
    assert header.title.width() < header.title.sizeHint().width()
    assert "what proves you meet it" in header.title.toolTip()
    header.resize(900, 40)
    header.set_title("A title that is longer by far than the one which it replaces, and fits")
    QApplication.processEvents()
    assert header.title.width() == header.title.sizeHint().width()
    assert not header.title.toolTip()


def test_usual_words_stay_as_they_are(theme: Theme) -> None:
    words = "Donaudampfschifffahrtsgesellschaft waits"[3:]
    assert breakable(words) == words
    assert Label(theme, LINK).text() == LINK


def test_a_pasted_link_leaves_the_buttons_of_its_note_in_sight(theme: Theme) -> None:
    notes = EntryList(theme)
    notes.show_entries([Entry(key="1", words=LINK, actions=(EntryAction("x", "X", "pencil"),))])
    assert notes.minimumSizeHint().width() < 500


def test_what_can_be_copied_is_not_changed(theme: Theme) -> None:
    label = Label(theme, LINK, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    assert label.text() == LINK
    label.setText(LINK * 2)
    assert label.text() == LINK * 2
