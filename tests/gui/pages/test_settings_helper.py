"""Drafting help in the settings: off until a model is named, its key in the keyring, tried for real."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.drafting.helper import Helper
from core.use_cases.helper import helper
from gui.helper_keeper import TRIAL, WORKS
from gui.models.helper_words import FAR, NEAR, NEAR_SAFE, ON_THIS_MACHINE, goes_to
from gui.pages.settings import SettingsPage
from gui.theme import Theme
from gui.widgets.settings_helper import ASKED, KEPT, NOT_KEPT, OFF, STOP, TEST, HelperSection
from tests import model_server as model
from tests.gui.pages.settings_stage import LoginEntry, Silence, open_settings
from tests.gui.pages.world import World, nameless
from tests.keyrings import Pocket, pocket
from tests.model_server import Behaviour

OWN = "http://localhost:11434/v1"
FAR_AWAY = "https://api.example/v1"


@pytest.fixture
def ring() -> Iterator[Pocket]:
    with pocket() as own:
        yield own


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World, ring: Pocket) -> SettingsPage:
    return open_settings(qtbot, theme, world, LoginEntry(), Silence(world))


@pytest.fixture
def section(page: SettingsPage) -> HelperSection:
    return page.helper


def kept(world: World) -> Helper | None:
    with world.database.reading() as session:
        return helper(session, world.now())


def enter(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def hint(section: HelperSection, name: str) -> str:
    return section.rows[name].field.accessibleDescription()


def shown(section: HelperSection) -> list[str]:
    return [name for name, row in section.rows.items() if not row.isHidden()]


def give_key(section: HelperSection, secret: str, qtbot: QtBot) -> None:
    section.key.insert(secret)
    enter(section.key, "")
    qtbot.waitUntil(lambda: section.helper is not None and section.helper.with_key)


def test_it_is_off_and_only_an_address_is_asked_for(section: HelperSection, world: World) -> None:
    assert shown(section) == ["address"]
    assert section.buttons.isHidden()
    assert hint(section, "address") == OFF
    assert kept(world) is None


def test_an_address_and_a_model_are_all_it_needs(section: HelperSection, world: World) -> None:
    enter(section.address, "localhost:11434")
    enter(section.model, "llama3.2")
    assert kept(world) == Helper(address=OWN, model="llama3.2")
    assert section.address.text() == OWN
    assert hint(section, "address") == f"{ON_THIS_MACHINE} {ASKED}"
    assert hint(section, "key") == NOT_KEPT
    assert world.labels[-1] == "Drafting help changed"
    assert nameless(section) == []


def test_an_address_in_the_clear_is_told_at_its_field(section: HelperSection, world: World) -> None:
    enter(section.address, "http://api.example/v1")
    assert "begins with https://" in hint(section, "address")
    assert kept(world) is None


def test_emptied_or_switched_off_it_is_gone_and_undo_brings_it_back(
    section: HelperSection, world: World
) -> None:
    enter(section.address, OWN)
    section.address.setFocus()
    section.address.selectAll()
    QTest.keyClick(section.address, Qt.Key.Key_Delete)
    QTest.keyClick(section.address, Qt.Key.Key_Return)
    assert kept(world) is None
    assert shown(section) == ["address"]

    world.undo_last()
    assert kept(world) == Helper(address=OWN, model="")
    section.forget.click()
    assert kept(world) is None
    assert world.labels[-1] == "Drafting help switched off"


def test_a_key_goes_to_the_keyring_alone(
    section: HelperSection, world: World, ring: Pocket, qtbot: QtBot
) -> None:
    enter(section.address, FAR_AWAY)
    give_key(section, " sk-123 ", qtbot)
    assert ring.kept == {("Afterword", FAR_AWAY): "sk-123"}
    assert hint(section, "key") == KEPT
    assert section.key.text() == ""
    stored = b"".join(file.read_bytes() for file in world.paths.data.rglob("*") if file.is_file())
    assert b"sk-123" not in stored


@pytest.mark.parametrize("secret", ["sk 123", "clé", "k" * 2_000])
def test_what_is_no_key_is_told(
    section: HelperSection, ring: Pocket, qtbot: QtBot, secret: str
) -> None:
    enter(section.address, FAR_AWAY)
    section.key.insert(secret)
    enter(section.key, "")
    qtbot.waitUntil(lambda: "A key is one word" in hint(section, "key"))
    assert ring.kept == {}


def test_a_locked_keyring_is_told_at_the_key_which_stays_to_be_tried_again(
    section: HelperSection, world: World, ring: Pocket, qtbot: QtBot
) -> None:
    ring.locked = True
    enter(section.address, FAR_AWAY)
    section.key.insert("sk-123")
    enter(section.key, "")
    qtbot.waitUntil(lambda: "is locked. Unlock it" in hint(section, "key"))
    assert section.key.text() == "sk-123"
    assert kept(world) == Helper(address=FAR_AWAY, model="")


def test_another_address_begins_without_a_key_and_the_old_one_is_forgotten(
    section: HelperSection, world: World, ring: Pocket, qtbot: QtBot
) -> None:
    enter(section.address, FAR_AWAY)
    give_key(section, "sk-123", qtbot)
    section.address.selectAll()
    enter(section.address, "https://other.example")
    qtbot.waitUntil(lambda: not ring.kept)
    assert kept(world) == Helper(address="https://other.example/v1", model="")
    assert hint(section, "key") == NOT_KEPT


def test_the_same_address_typed_otherwise_keeps_its_key(
    section: HelperSection, world: World, ring: Pocket, qtbot: QtBot
) -> None:
    enter(section.address, FAR_AWAY)
    give_key(section, "sk-123", qtbot)
    section.address.selectAll()
    enter(section.address, "api.example")
    enter(section.model, "small")
    assert kept(world) == Helper(address=FAR_AWAY, model="small", with_key=True)
    assert ring.kept == {("Afterword", FAR_AWAY): "sk-123"}


def test_without_a_keyring_in_use_none_is_asked(section: HelperSection, ring: Pocket) -> None:
    ring.locked = True
    enter(section.address, OWN)
    section.forget.click()
    assert not section.rows["address"].field.property("wrong")


def test_a_model_that_answers_is_told_to_work(section: HelperSection, qtbot: QtBot) -> None:
    with model.model_server(model.says("yes")) as server:
        enter(section.address, server.address)
        enter(section.model, "small")
        section.test.click()
        qtbot.waitUntil(lambda: section.result.text() == WORKS)
    assert [each.text for each in server.received] == [TRIAL]
    assert section.test.text() == TEST
    enter(section.model, "er")
    assert section.result_line.isHidden()


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (model.replies("401 No", b""), "wants a key. Enter it above."),
        (model.replies("404 No", b'{"error": "no model"}'), "“no model”. Look at both above."),
        (model.replies("200 OK", b"<html>"), "is no answer of a model. Look at its address above."),
    ],
)
def test_what_does_not_work_is_told(
    section: HelperSection, qtbot: QtBot, behaviour: Behaviour, said: str
) -> None:
    with model.model_server(behaviour) as server:
        enter(section.address, server.address)
        section.test.click()
        qtbot.waitUntil(lambda: said in section.result.text())
    assert "draft" not in section.result.text()


def test_a_test_can_be_stopped(section: HelperSection, qtbot: QtBot) -> None:
    with model.model_server(model.hangs) as server:
        enter(section.address, server.address)
        section.test.click()
        qtbot.waitUntil(lambda: bool(server.received))
        assert section.test.text() == STOP
        section.test.click()
        qtbot.waitUntil(server.gone.is_set)
    assert section.test.text() == TEST
    assert section.result_line.isHidden()


@pytest.mark.parametrize(
    ("address", "way"),
    [
        (OWN, ON_THIS_MACHINE),
        ("http://192.168.1.20:11434/v1", NEAR),
        ("https://192.168.1.20:11434/v1", NEAR_SAFE),
        (FAR_AWAY, FAR),
    ],
)
def test_it_is_told_how_far_a_text_goes(address: str, way: str) -> None:
    assert way in goes_to(Helper(address=address, model=""))


def test_it_is_told_what_goes_along() -> None:
    assert goes_to(Helper(address=OWN, model="")).endswith("Nothing goes with it.")
    alone = goes_to(Helper(address=OWN, model="m"))
    assert alone.endswith("With it goes the model's name, “m”, and no more.")
    both = goes_to(Helper(address=FAR_AWAY, model="m", with_key=True))
    assert both.endswith("With it go the model's name, “m”, and your key, and no more.")
