"""A reply comes over the window: dropped, opened, asked about, or refused in a sentence."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.playbook.values import ReplyKind
from gui.intake import Intake
from gui.main_window import MainWindow
from gui.theme import Theme
from tests.gui.pages.replies_stage import DATED, VAGUE, WRITTEN, asked, mail, replies_in
from tests.gui.pages.world import World


def drop_of(data: QMimeData) -> QDropEvent:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDropEvent(QPointF(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier)


def test_a_mail_without_an_invitation_is_taken_as_a_reply(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    application = world.add().application_id
    world.add("Lumen Oy")
    taken = QSignalSpy(intake.taken)

    intake.take([mail(tmp_path)])
    dialog = asked()
    assert dialog.home.currentText() == "Halvorsen Maritime, Operations Planner"
    assert dialog.words.text == DATED
    assert dialog.words.edit.isReadOnly()
    hint = dialog.words.accessibleDescription()
    assert hint == "Berg, Ingrid <ingrid@halvorsen-maritime.example> · Re: Thank you"
    dialog.main.click()

    assert taken.at(0) == [application]
    (row,) = replies_in(world, application)
    assert (row.title, row.at) == ("They named a date", WRITTEN)
    assert row.note.endswith("Berg, Ingrid: “Re: Thank you”")


def test_a_reply_with_large_attachments_is_read_for_its_words(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    application = world.add().application_id
    message = EmailMessage()
    message["From"], message["To"] = "ingrid@halvorsen-maritime.example", "me@home.example"
    message.set_content(VAGUE)
    message.add_attachment(
        b"x" * 9_000_000, maintype="application", subtype="pdf", filename="a.pdf"
    )
    file = tmp_path / "large.eml"
    file.write_bytes(message.as_bytes())

    intake.take([file])
    asked().main.click()

    assert len(replies_in(world, application)) == 1


HEAD = b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n\n" * 9_000, "parts"),
        (HEAD + b"Content-Type: message/rfc822\n\n" * 30_000, "hostile.eml"),
        (HEAD + b"Subject: x\n\n\x00\x01\x02", "without words"),
        (HEAD + b"\n" + b"y" * 31_000_000, "larger than 30 MB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "Outlook"),
        (b"\x7fELF" + bytes(range(256)) * 40, "hostile.eml"),
    ],
)
def test_a_mail_that_means_harm_is_told_in_a_sentence(
    intake: Intake, world: World, tmp_path: Path, content: bytes, said: str
) -> None:
    world.add()
    sentences: list[str] = []
    intake.said.connect(sentences.append)
    intake.unread.connect(sentences.append)
    file = tmp_path / "hostile.eml"
    file.write_bytes(content)

    intake.take([file])

    (sentence,) = sentences
    assert said in sentence
    assert "Nothing was stored." in sentence
    assert QApplication.activeModalWidget() is None


def test_it_goes_where_the_user_says(intake: Intake, world: World, tmp_path: Path) -> None:
    world.add()
    other = world.add("Lumen Oy").application_id
    intake.take([mail(tmp_path)])
    dialog = asked()
    dialog.home.setCurrentIndex(dialog.home.findData(other))
    dialog.main.click()
    assert len(replies_in(world, other)) == 1


def test_of_a_stranger_the_application_is_asked_or_the_open_one_taken(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    world.add("Acme")
    open_one = world.add("Lumen Oy").application_id
    intake.take([mail(tmp_path)])
    dialog = asked()
    assert not dialog.main.isEnabled()
    assert dialog.preview.text() == "Which application does it belong to?"
    dialog.reject()

    intake.take([mail(tmp_path)], open_one)
    assert asked().home.currentData() == open_one


def test_what_is_no_reply_can_still_be_added_by_hand(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    world.add()
    unread = QSignalSpy(intake.unread)
    intake.take([mail(tmp_path)])
    asked().reject()
    assert "is a mail without an invitation in it" in unread.at(0)[0]


def test_without_an_application_nothing_is_asked(intake: Intake, tmp_path: Path) -> None:
    unread = QSignalSpy(intake.unread)
    intake.take([mail(tmp_path)])
    assert unread.count() == 1


def test_a_mail_that_is_kept_already_is_refused_in_the_dialog(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    application = world.add().application_id
    intake.take([mail(tmp_path)])
    asked().main.click()
    intake.take([mail(tmp_path)])
    dialog = asked()
    dialog.main.click()
    assert "kept there already" in dialog.home.accessibleDescription()
    assert len(replies_in(world, application)) == 1
    dialog.reject()


def test_several_mails_are_asked_about_one_after_another(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    application = world.add().application_id
    second = mail(tmp_path, VAGUE, "second.eml")
    second.write_text(second.read_text().replace("<17@", "<18@").replace("08:15", "08:45"))
    intake.take([mail(tmp_path), second])
    asked().main.click()
    assert asked().fields.meaning.value == ReplyKind.VAGUE
    asked().main.click()
    assert len(replies_in(world, application)) == 2


def test_dropped_words_are_asked_about(intake: Intake, world: World) -> None:
    application = world.add().application_id
    intake.take_text(VAGUE, application)
    asked().main.click()
    assert len(replies_in(world, application)) == 1


def test_the_window_takes_words_from_other_programs_only(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    dropped = QSignalSpy(window.text_dropped)
    data = QMimeData()
    data.setText(VAGUE)
    window.dropEvent(drop_of(data))
    assert dropped.at(0) == [VAGUE]
    data.setUrls([QUrl("https://example.org/")])
    window.dropEvent(drop_of(data))
    assert dropped.count() == 1
