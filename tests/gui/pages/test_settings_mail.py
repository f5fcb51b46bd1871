"""The mail account: set up from an address, with its password in the keyring, and tried for real."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.drafting.outgoing import Account, Security, Server
from core.exchange.mail.providers import guess_account
from core.use_cases import account, settings
from gui.mail_account import LACKS, STOPPED, WORKS
from gui.pages.settings import SettingsPage
from gui.theme import Theme
from gui.widgets.settings_mail import KEPT, NOT_KEPT, STOP, TEST, MailSection
from tests.core.exchange.servers import HOST, PASSWORD, USER, Authority, Manners, mailroom
from tests.gui.pages.settings_stage import LoginEntry, Silence, open_settings
from tests.gui.pages.world import World, nameless
from tests.keyrings import Pocket, pocket

KEY = ("Afterword", USER)


@pytest.fixture
def ring() -> Iterator[Pocket]:
    with pocket() as own:
        yield own


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World, ring: Pocket) -> SettingsPage:
    return open_settings(qtbot, theme, world, LoginEntry(), Silence(world))


@pytest.fixture
def section(page: SettingsPage) -> MailSection:
    return page.mail


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


def kept(world: World) -> Account | None:
    with world.database.reading() as session:
        return account.account(session, world.now())


def enter(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def hint(section: MailSection, name: str) -> str:
    return section.rows[name].field.accessibleDescription()


def set_up(world: World, section: MailSection, qtbot: QtBot, own: Account) -> None:
    world.write(account.change_account, own)
    qtbot.waitUntil(lambda: section.account == own)


def sending_only(authority: Authority, folder: Path, port: int) -> Account:
    """An account of the test's own server, which trusts its certificate."""
    return Account(
        address=USER,
        user=USER,
        outgoing=Server(host=HOST, port=port, security=Security.TLS),
        certificates=str(authority.write_root(folder / "root.pem")),
    )


def test_only_the_address_is_asked_for_at_first(section: MailSection) -> None:
    shown = [name for name, row in section.rows.items() if not row.isHidden()]
    assert shown == ["address"]
    assert section.buttons.isHidden()


def test_the_servers_follow_from_the_address(section: MailSection, world: World) -> None:
    world.write(settings.change, "me_name", "Mia Holm")
    enter(section.address, USER)

    assert kept(world) == guess_account(USER, "Mia Holm").account
    assert section.outgoing.host.text() == "smtp.home.example"
    assert section.incoming.port.value() == 993
    assert section.name.text() == "Mia Holm"


def test_a_provider_says_what_it_asks_for(section: MailSection) -> None:
    enter(section.address, "mia@gmail.com")
    assert "app password" in hint(section, "address")
    assert section.outgoing.host.text() == "smtp.gmail.com"


def test_no_address_is_told_at_its_field(section: MailSection, world: World) -> None:
    enter(section.address, "mia")
    assert "looks like ann@mail.example" in hint(section, "address")
    assert kept(world) is None


def test_each_fact_is_stored_once_it_is_left(section: MailSection, world: World) -> None:
    enter(section.address, USER)
    enter(section.name, "Mia Holm")
    section.user.selectAll()
    enter(section.user, "mia")
    section.outgoing.host.selectAll()
    enter(section.outgoing.host, "relay.example")
    section.outgoing.port.setValue(587)
    section.outgoing.security.choose(Security.STARTTLS)
    section.outgoing.security.activated.emit(1)
    section.incoming.host.setFocus()
    section.incoming.host.selectAll()
    QTest.keyClick(section.incoming.host, Qt.Key.Key_Delete)
    section.name.setFocus()

    assert kept(world) == Account(
        address=USER,
        name="Mia Holm",
        user="mia",
        outgoing=Server(host="relay.example", port=587, security=Security.STARTTLS),
    )


def test_a_server_with_a_blank_is_told_at_its_field(section: MailSection, world: World) -> None:
    enter(section.address, USER)
    section.outgoing.host.selectAll()
    enter(section.outgoing.host, "my server")
    assert "looks like mail.example" in hint(section, "outgoing")
    assert kept(world) == guess_account(USER).account


def test_a_password_goes_to_the_keyring_alone(
    section: MailSection, world: World, ring: Pocket, qtbot: QtBot
) -> None:
    enter(section.address, USER)
    section.password.insert(PASSWORD)
    enter(section.password, "")
    qtbot.waitUntil(lambda: hint(section, "password") == KEPT)

    assert ring.kept == {KEY: PASSWORD}
    assert section.password.text() == ""
    stored = b"".join(file.read_bytes() for file in world.paths.data.rglob("*") if file.is_file())
    assert PASSWORD.encode() not in stored


def test_whether_one_is_kept_is_shown_and_no_more(
    section: MailSection, ring: Pocket, qtbot: QtBot
) -> None:
    ring.kept[KEY] = PASSWORD
    enter(section.address, USER)
    qtbot.waitUntil(lambda: hint(section, "password") == KEPT)
    assert section.password.text() == ""


def test_a_locked_keyring_is_told_at_the_password_which_stays_to_be_tried_again(
    section: MailSection, ring: Pocket, qtbot: QtBot
) -> None:
    ring.locked = True
    enter(section.address, USER)
    enter(section.password, "secret")
    qtbot.waitUntil(lambda: "is locked. Unlock it" in hint(section, "password"))
    assert section.password.text() == "secret"
    assert ring.kept == {}


def test_another_address_needs_its_own_password(
    section: MailSection, ring: Pocket, qtbot: QtBot
) -> None:
    enter(section.address, USER)
    enter(section.password, "secret")
    qtbot.waitUntil(lambda: hint(section, "password") == KEPT)
    section.address.selectAll()
    enter(section.address, "mia@work.example")

    qtbot.waitUntil(lambda: hint(section, "password") == NOT_KEPT)
    assert ring.kept == {}
    assert section.outgoing.host.text() == "smtp.work.example"


def test_a_forgotten_account_can_be_brought_back_without_its_password(
    section: MailSection, world: World, ring: Pocket, qtbot: QtBot
) -> None:
    enter(section.address, USER)
    enter(section.password, "secret")
    qtbot.waitUntil(lambda: KEY in ring.kept)

    section.forget.click()
    qtbot.waitUntil(lambda: not ring.kept)
    assert kept(world) is None
    assert world.labels[-1] == "Mail account forgotten"
    assert section.buttons.isHidden()

    world.undo_last()
    assert kept(world) == guess_account(USER).account
    qtbot.waitUntil(lambda: hint(section, "password") == NOT_KEPT)


def test_a_good_account_is_told_to_work_line_by_line(
    page: SettingsPage,
    world: World,
    ring: Pocket,
    qtbot: QtBot,
    authority: Authority,
    tmp_path: Path,
) -> None:
    ring.kept[KEY] = PASSWORD
    said = QSignalSpy(page.said)
    with mailroom(authority.server()) as room:
        set_up(world, page.mail, qtbot, sending_only(authority, tmp_path, room.port))
        page.mail.test.click()
        qtbot.waitUntil(lambda: said.count() == 1)
        assert room.messages == []

    assert said.at(0) == [WORKS]
    assert [line.text() for line in page.mail.results.lines] == [
        f"Sending: {HOST} answers, encrypted, and accepts your password.",
        f"Sender: {HOST} sends for {USER}.",
    ]
    assert page.mail.test.text() == TEST


def test_what_does_not_work_is_told_and_goes_with_the_next_change(
    page: SettingsPage,
    world: World,
    ring: Pocket,
    qtbot: QtBot,
    authority: Authority,
    tmp_path: Path,
) -> None:
    ring.kept[KEY] = "wrong"
    said = QSignalSpy(page.said)
    with mailroom(authority.server()) as room:
        own = sending_only(authority, tmp_path, room.port)
        set_up(world, page.mail, qtbot, own)
        page.mail.test.click()
        qtbot.waitUntil(lambda: said.count() == 1)

    assert said.at(0) == [LACKS]
    assert "did not accept user and password" in page.mail.results.lines[0].text()

    set_up(world, page.mail, qtbot, replace(own, name="Mia"))
    assert page.mail.results.isHidden()


def test_a_test_that_takes_long_is_stopped_by_the_same_button(
    page: SettingsPage,
    world: World,
    ring: Pocket,
    qtbot: QtBot,
    authority: Authority,
    tmp_path: Path,
) -> None:
    ring.kept[KEY] = PASSWORD
    said = QSignalSpy(page.said)
    with mailroom(authority.server(), manners=Manners(silent_at="MAIL")) as room:
        set_up(world, page.mail, qtbot, sending_only(authority, tmp_path, room.port))
        page.mail.test.click()
        qtbot.waitUntil(lambda: page.mail.progress.text() == "Signing in…")
        assert page.mail.test.text() == STOP
        page.mail.test.click()
        qtbot.waitUntil(lambda: said.count() == 1)

    assert said.at(0) == [STOPPED]
    assert page.mail.results.isHidden()
    assert page.mail.progress.isHidden()
    assert page.mail.test.text() == TEST


def test_a_password_that_is_still_being_typed_counts(
    page: SettingsPage,
    world: World,
    qtbot: QtBot,
    authority: Authority,
    tmp_path: Path,
) -> None:
    said = QSignalSpy(page.said)
    with mailroom(authority.server()) as room:
        set_up(world, page.mail, qtbot, sending_only(authority, tmp_path, room.port))
        page.mail.password.setFocus()
        page.mail.password.insert(PASSWORD)
        page.mail.test.click()
        qtbot.waitUntil(lambda: said.count() == 1)

    assert said.at(0) == [WORKS]


def test_without_a_password_nothing_is_tried(
    section: MailSection, ring: Pocket, qtbot: QtBot
) -> None:
    enter(section.address, USER)
    section.test.click()
    qtbot.waitUntil(lambda: "Nothing was tried" in hint(section, "password"))
    assert section.test.text() == TEST


def test_every_control_has_a_name(section: MailSection) -> None:
    enter(section.address, USER)
    assert nameless(section) == []
