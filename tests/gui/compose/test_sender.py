"""From the outbox to the server's mailbox, while the window runs: over a real server, with TLS."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.content import load_playbook
from core.drafting.stages import Stage
from core.paths import Paths
from gui.compose import actions
from gui.compose.postman import Postman
from tests.core.exchange.lines import Cut, Line, Way
from tests.core.exchange.servers import PASSWORD, USER, Authority, Manners, content, mailroom
from tests.gui.compose.posting import TOMAS, Kept, Story, server, set_up, thank_you
from tests.gui.pages.world import World


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def memory() -> Iterator[Kept]:
    before = keyring.get_keyring()
    kept = Kept()
    kept.set_password("Afterword", USER, PASSWORD)
    keyring.set_keyring(kept)
    yield kept
    keyring.set_keyring(before)


@pytest.fixture
def story(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, authority: Authority, memory: Kept
) -> Iterator[Story]:
    paths = Paths.under(tmp_path / "data")
    paths.prepare()
    world = World(paths, load_playbook())
    owner = QObject()
    told = Story(qtbot, world, Postman(world, owner), memory, owner)
    told.draft = thank_you(world, world.add().application_id, "Tomas Okafor", TOMAS)
    yield told
    told.postman.stop()
    world.close()


# ------------------------------------------------------------------ the good way


def test_a_message_leaves_after_ten_seconds(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with server(story, authority, tmp_path) as room:
        told = QSignalSpy(story.postman.told)
        story.queue()
        story.pass_seconds(9)
        assert story.letter.stage is Stage.SCHEDULED

        story.pass_seconds(2)
        story.until(Stage.SENT)

        (taken,) = room.messages
    assert taken.rcpt_tos == [TOMAS]
    assert b"Message-ID: <" in content(taken)
    assert told.at(0)[0] == "Reaching the server…"
    assert told.at(told.count() - 1)[0] == "Waiting for the server's word…"


def test_what_is_taken_back_in_time_never_leaves(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with server(story, authority, tmp_path) as room:
        story.queue()
        story.world.write(actions.take_back, story.draft)
        story.pass_seconds(60)

        assert story.letter.stage is Stage.WRITING
        assert room.messages == []


def test_two_messages_leave_one_after_the_other(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    first = story.draft
    with server(story, authority, tmp_path) as room:
        story.queue()
        other = story.world.add("Lumen & Ash", days=-2).application_id
        story.draft = thank_you(story.world, other, "Tomas Okafor", "tomas@lumen.example")
        story.queue()
        story.pass_seconds(11)
        story.until(Stage.SENT)
        story.draft = first
        story.until(Stage.SENT)

        assert len(room.messages) == 2


# ------------------------------------------------------------------ what comes in between


def test_a_line_cut_after_the_last_byte_asks_and_is_never_sent_again(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with server(story, authority, tmp_path, Manners(drops_at="after storing")) as room:
        story.queue()
        story.pass_seconds(11)
        story.until(Stage.UNKNOWN)
        assert "may have arrived" in story.letter.problem

        story.pass_seconds(24 * 3600)

        assert story.letter.stage is Stage.UNKNOWN
        assert len(room.messages) == 1


def test_a_line_cut_before_the_message_is_tried_again(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with mailroom(authority.server()) as room, Line(room.port) as line:
        line.cut = Cut(Way.IN, turns=2)
        set_up(story, authority, tmp_path, line.port)
        story.queue()
        story.pass_seconds(11)
        story.until_tried()
        assert story.letter.stage is Stage.SCHEDULED
        assert room.messages == []

        story.pass_seconds(61)
        story.until(Stage.SENT)

        assert len(room.messages) == 1


def test_an_end_in_the_middle_is_settled_at_the_next_start(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with server(story, authority, tmp_path) as room:
        story.queue()
        story.end()
        story.world.instant += timedelta(seconds=11)
        story.world.write(actions.next_outgoing)
        assert story.letter.stage is Stage.SENDING

        story.start_anew()
        story.until(Stage.SENT)

        assert len(room.messages) == 1


def test_an_end_after_the_last_byte_asks_at_the_next_start(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with server(story, authority, tmp_path, Manners(silent_at="DATA")) as room:
        story.queue()
        story.pass_seconds(11)
        story.until_committed()
        story.end()
        assert story.letter.problem == ""

        story.start_anew()
        story.pass_seconds(3600)

        assert story.letter.stage is Stage.UNKNOWN
        assert "It may have arrived" in story.letter.problem
        assert room.messages == []


def test_cancelling_after_the_last_byte_asks(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with server(story, authority, tmp_path, Manners(silent_at="DATA")) as room:
        story.queue()
        story.pass_seconds(11)
        story.until_heard(room, "DATA")
        story.postman.cancel()
        story.until(Stage.UNKNOWN)


def test_cancelling_before_it_holds_the_message(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with server(story, authority, tmp_path, Manners(silent_at="MAIL")) as room:
        story.queue()
        story.pass_seconds(11)
        story.postman.cancel()
        story.until(Stage.HELD)

        assert room.messages == []


def test_a_missed_slot_asks(story: Story, authority: Authority, tmp_path: Path) -> None:
    with server(story, authority, tmp_path) as room:
        story.queue()
        story.pass_seconds(3600)

        assert story.letter.stage is Stage.HELD
        assert "Send it now, or choose another time" in story.letter.problem
        assert room.messages == []


# ------------------------------------------------------------------ what keeps it here


def test_a_wrong_password_keeps_the_draft(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    story.keyring.set_password("Afterword", USER, "wrong")
    with server(story, authority, tmp_path) as room:
        story.queue()
        story.pass_seconds(11)
        story.until(Stage.FAILED)

        assert story.letter.problem.endswith("Nothing was sent, and your draft is kept.")
        assert room.messages == []


def test_no_password_says_where_to_enter_it(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    story.keyring.secrets.clear()
    with server(story, authority, tmp_path) as room:
        story.queue()
        story.pass_seconds(11)
        story.until(Stage.FAILED)

        assert "Enter it in Settings" in story.letter.problem
        assert room.messages == []


def test_a_locked_keyring_is_asked_again_later(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    story.keyring.locked = True
    with server(story, authority, tmp_path) as room:
        story.queue()
        story.pass_seconds(11)
        story.until_tried()
        assert story.letter.problem == "Your keyring is locked. Unlock it, then try again."
        assert room.messages == []

        story.keyring.locked = False
        story.pass_seconds(61)
        story.until(Stage.SENT)


def test_without_an_account_nothing_is_queued(story: Story) -> None:
    story.queue()

    assert story.letter.stage is Stage.WRITING
    assert story.world.troubles == ["No mail account is set up to send from. Nothing was sent."]


def test_an_account_forgotten_meanwhile_keeps_the_draft(
    story: Story, authority: Authority, tmp_path: Path
) -> None:
    with server(story, authority, tmp_path) as room:
        story.queue()
        story.world.write(actions.change_account, None)
        story.pass_seconds(11)
        story.until(Stage.FAILED)

        assert "no longer set up" in story.letter.problem
        assert room.messages == []
