"""Writing: who signs, how messages speak, and what the checks leave alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.checks.wording import CHECK_NAMES
from core.drafting.tone import Tone
from core.use_cases import own_words
from core.use_cases.own_words import OwnWords
from gui.desk import Changed
from gui.pages.settings import SettingsPage
from gui.theme import Theme
from gui.widgets.settings_writing import WritingSection
from gui.widgets.word_list import WordList
from tests.gui.pages.settings_stage import LoginEntry, Silence, open_settings, stored
from tests.gui.pages.world import World, nameless


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> SettingsPage:
    return open_settings(qtbot, theme, world, LoginEntry(), Silence(world))


@pytest.fixture
def section(page: SettingsPage) -> WritingSection:
    return page.writing


def told(world: World) -> OwnWords:
    with world.database.reading() as session:
        return own_words.own_words(session, world.now())


def shown(words: WordList) -> list[str]:
    return [words.list.item(row).text() for row in range(words.list.count())]


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def test_name_and_phone_are_stored_once_they_are_left(
    section: WritingSection, world: World
) -> None:
    type_into(section.name, "Ann Berg")
    assert stored(world).me_name == ""
    section.phone.setFocus()
    assert stored(world).me_name == "Ann Berg"

    QTest.keyClicks(section.phone, "+47 55")
    QTest.keyClick(section.phone, Qt.Key.Key_Return)
    assert stored(world).me_phone == "+47 55"
    assert len(world.labels) == 2


def test_a_signature_has_lines_and_undo_shows_the_old_one(
    section: WritingSection, world: World
) -> None:
    type_into(section.signature.edit, "Ann")
    QTest.keyClick(section.signature.edit, Qt.Key.Key_Return)
    QTest.keyClicks(section.signature.edit, "Bergen")
    section.name.setFocus()
    assert stored(world).me_signature == "Ann\nBergen"

    world.undo_last()
    assert section.signature.text == ""


def test_what_is_being_typed_outlives_a_change_elsewhere(
    section: WritingSection, world: World
) -> None:
    type_into(section.name, "Ann B")
    world.changed.emit(Changed(outside=True))
    assert section.name.text() == "Ann B"


def test_a_name_that_is_too_long_is_told_at_its_field(
    section: WritingSection, world: World
) -> None:
    section.name.setText("a" * 201)
    section.name.editingFinished.emit()
    assert stored(world).me_name == ""
    assert "at most 200 characters" in section.name.accessibleDescription()


def test_tone_and_language_are_stored(section: WritingSection, world: World) -> None:
    for field, value in ((section.tone, "formal"), (section.language, "de")):
        field.choose(value)
        field.activated.emit(field.currentIndex())
    assert (stored(world).tone, stored(world).letter_language) == (Tone.FORMAL, "de")


def test_the_languages_that_can_be_proofread_are_told(section: WritingSection) -> None:
    said = section.language.accessibleDescription()
    assert said.startswith("English")
    assert "can be proofread here." in said


def test_employers_are_added_by_enter_and_removed_by_delete(
    section: WritingSection, world: World
) -> None:
    for name in ("Initech", "  Globex  "):
        type_into(section.employers.field, name)
        QTest.keyClick(section.employers.field, Qt.Key.Key_Return)
    assert shown(section.employers) == ["Globex", "Initech"]
    assert section.employers.field.text() == ""

    section.employers.list.setFocus()
    section.employers.list.setCurrentRow(0)
    QTest.keyClick(section.employers.list, Qt.Key.Key_Delete)
    assert told(world).cv_employers == ("Initech",)

    world.undo_last()
    assert shown(section.employers) == ["Globex", "Initech"]


def test_own_words_are_added_and_removed_by_their_buttons(
    section: WritingSection, world: World
) -> None:
    section.words.field.setText("Kubernetes")
    section.words.add.click()
    assert told(world).dictionary == ("Kubernetes",)

    assert not section.words.remove.isEnabled()
    section.words.list.setCurrentRow(0)
    section.words.remove.click()
    assert told(world).dictionary == ()
    assert section.words.list.isHidden()


def test_a_word_that_is_refused_stays_to_be_mended(section: WritingSection) -> None:
    section.words.field.setText("a" * 101)
    section.words.add.click()
    assert "100 fit" in section.words.accessibleDescription()
    assert section.words.field.text() == "a" * 101

    section.words.field.setText("ab")
    assert section.words.accessibleDescription() == "They count as spelled right."


def test_what_is_left_alone_is_listed_with_its_check_and_can_be_looked_at_again(
    section: WritingSection, world: World
) -> None:
    assert section.rows["words"].isHidden()
    world.write(own_words.leave_alone, 22, "Team player")
    assert shown(section.allowed) == ["“team player” · Phrases that stand in many letters"]

    section.allowed.list.setCurrentRow(0)
    section.allowed.remove.click()
    assert told(world).allowed == ()
    assert section.rows["words"].isHidden()


def test_each_check_is_switched_by_its_name(section: WritingSection, world: World) -> None:
    assert section.state.text() == "Everything is checked before you send."
    section.fold.button.click()
    assert section.checks is not None
    assert section.checks.boxes.keys() == CHECK_NAMES.keys() == set(range(1, 32))

    section.checks.boxes[22].click()
    assert stored(world).checks_off == {22}
    assert section.state.text() == "1 check is switched off."
    section.checks.boxes[14].click()
    assert section.state.text() == "2 checks are switched off."

    world.undo_last()
    assert section.checks.off == {22}


def test_the_list_of_checks_closes_again(section: WritingSection) -> None:
    section.fold.button.click()
    assert section.fold.button.accessibleDescription() == "Open"
    section.fold.button.click()
    assert not section.fold.is_open
    assert section.fold.button.accessibleDescription() == "Closed"


def test_every_control_has_a_name(section: WritingSection, world: World) -> None:
    section.fold.button.click()
    world.write(own_words.leave_alone, 22, "Team player")
    assert nameless(section) == []
