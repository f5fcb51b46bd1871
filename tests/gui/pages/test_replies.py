"""A reply on its way from a file or the clipboard to the time line, and back to the reader."""

from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from core.playbook.values import ReplyKind, StepState
from core.use_cases.applications import TimelineEntry
from gui.application_replies import ADD
from gui.dialogs.kept_reply import KeptReplyDialog
from gui.dialogs.reply import LONGEST, TOO_LONG, ReplyDialog
from gui.intake import Intake
from gui.main_window import MainWindow
from gui.models.happenings import Happening
from gui.models.meanings import MEANINGS, Meaning
from gui.pages.application import ApplicationPage
from gui.theme import Theme
from gui.widgets.event_parts import MaybeMomentPart, MomentPart, ReplyPart
from gui.widgets.row_actions import ActionButton, RowAction
from tests.gui.pages.world import World, nameless, titles

MAIL = """From: "Berg, Ingrid" <ingrid@halvorsen-maritime.example>
To: me@home.example
Subject: Re: Thank you
Date: Tue, 12 May 2026 08:15:30 +0200
Message-ID: <17@halvorsen.example>
MIME-Version: 1.0

{body}
"""
DATED = "Dear Mia,\n\nwe decide by 20 May.\n\nIngrid"
VAGUE = "Thank you. We will be in touch soon."
WRITTEN = datetime(2026, 5, 12, 6, 15, 30, tzinfo=UTC)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> ApplicationPage:
    page = ApplicationPage(theme, world)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    return page


@pytest.fixture
def shown(page: ApplicationPage, world: World) -> int:
    """The page shows an interview of yesterday; gives the application's id."""
    application = world.add().application_id
    page.show_application(application)
    return application


@pytest.fixture
def intake(qtbot: QtBot, theme: Theme, world: World) -> Intake:
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    window.show()
    return Intake(theme, world, window)


def mail(folder: Path, body: str = DATED, name: str = "reply.eml") -> Path:
    file = folder / name
    file.write_text(MAIL.format(body=body), encoding="utf-8")
    return file


def asked() -> ReplyDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReplyDialog)
    return dialog


def pasting(page: ApplicationPage, text: str) -> ReplyDialog:
    QGuiApplication.clipboard().setText(text)
    page.replies.paste()
    return asked()


def drop_of(data: QMimeData) -> QDropEvent:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    return QDropEvent(QPointF(9, 9), copy, data, left, Qt.KeyboardModifier.NoModifier)


def choose(dialog: ReplyDialog, meaning: Meaning) -> None:
    field = dialog.fields.meaning
    field.choose(meaning)
    field.activated.emit(field.currentIndex())


def replies_in(world: World, application: int) -> list[TimelineEntry]:
    return [entry for entry in world.detail(application).timeline if entry.reply_id]


def press(page: ApplicationPage, row: TimelineEntry, action: RowAction) -> None:
    number = next(
        i for i, each in enumerate(page.timeline.rows) if each.entry and each.entry.at == row.at
    )
    page.timeline.setCurrentIndex(page.timeline.model().index(number, 0))
    buttons = page.timeline.findChildren(ActionButton)
    next(button for button in buttons if button.action is action).click()


# ------------------------------------------------------------------ on a page


def test_words_on_the_clipboard_are_understood_confirmed_and_kept(
    page: ApplicationPage, shown: int, world: World
) -> None:
    dialog = pasting(page, DATED)
    part = dialog.fields.part
    assert dialog.fields.meaning.value == Meaning.DATE
    assert isinstance(part, MomentPart)
    assert part.day.day() == date(2026, 5, 20)
    assert "“we decide by 20 May.”" in dialog.fields.meaning.accessibleDescription()
    assert dialog.preview.text().startswith("Then ")
    assert "comes on" in dialog.preview.text()
    before = titles(world, shown, StepState.OPEN)

    dialog.main.click()

    (row,) = replies_in(world, shown)
    assert (row.title, row.at) == ("They named a date", world.instant)
    assert titles(world, shown, StepState.OPEN) != before
    world.undo_last()
    assert replies_in(world, shown) == []
    assert titles(world, shown, StepState.OPEN) == before


def test_what_the_user_knows_better_counts(page: ApplicationPage, shown: int, world: World) -> None:
    dialog = pasting(page, DATED)
    choose(dialog, Meaning.NO)
    dialog.paste(f"{DATED}!")
    assert dialog.fields.meaning.value == Meaning.NO
    dialog.main.click()
    assert replies_in(world, shown)[0].title == "They said no"


@pytest.mark.parametrize("meaning", list(Meaning))
def test_every_meaning_can_be_kept_and_undone(
    page: ApplicationPage, shown: int, world: World, meaning: Meaning
) -> None:
    dialog = pasting(page, "Hello there.")
    choose(dialog, meaning)
    part = dialog.fields.part
    if isinstance(part, MaybeMomentPart):
        part.named.setChecked(True)
    dialog.main.click()

    assert len(replies_in(world, shown)) == 1
    assert world.labels[-1].startswith("Kept: a reply from them")
    world.undo_last()
    assert replies_in(world, shown) == []


def test_a_moment_of_its_own_goes_to_mail_and_meaning(
    page: ApplicationPage, shown: int, world: World
) -> None:
    dialog = pasting(page, VAGUE)
    dialog.fields.at.set_wall(world.wall.replace(day=11, hour=18, minute=30))
    dialog.main.click()
    (row,) = replies_in(world, shown)
    assert row.at == datetime(2026, 5, 11, 16, 30, tzinfo=UTC)
    assert row.kind == "event"


def test_a_kept_reply_is_read_again_and_can_go(
    page: ApplicationPage, shown: int, world: World
) -> None:
    dialog = pasting(page, VAGUE)
    choose(dialog, Meaning.NOTHING)
    assert dialog.preview.text().endswith("Nothing in your plan changes.")
    dialog.main.click()
    (row,) = replies_in(world, shown)

    press(page, row, RowAction.READ)
    reader = QApplication.activeModalWidget()
    assert isinstance(reader, KeptReplyDialog)
    assert reader.words.text == VAGUE
    assert nameless(reader) == []
    reader.main.click()

    press(page, row, RowAction.REMOVE)
    assert replies_in(world, shown) == []


def test_what_they_meant_goes_without_their_words(
    page: ApplicationPage, shown: int, world: World
) -> None:
    pasting(page, VAGUE).main.click()
    (row,) = replies_in(world, shown)
    press(page, row, RowAction.REMOVE)
    assert [each.kind for each in replies_in(world, shown)] == ["reply"]


def test_the_question_and_the_menu_lead_to_it(page: ApplicationPage, shown: int) -> None:
    card = page.what_happened
    card.ask(Happening.REPLIED)
    part = next(each for each in card.parts if isinstance(each, ReplyPart))
    part.mail_wanted.emit()
    dialog = asked()
    assert card.asked is None
    assert not dialog.main.isEnabled()
    assert nameless(dialog) == []
    dialog.reject()

    next(each for each in page.header.menu.actions() if each.text() == ADD).trigger()
    assert asked() is not dialog


def test_a_file_on_the_clipboard_or_in_the_dialog_is_passed_on(
    page: ApplicationPage, shown: int, tmp_path: Path
) -> None:
    chosen = QSignalSpy(page.replies.files_chosen)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(mail(tmp_path)))])
    QGuiApplication.clipboard().setMimeData(data)
    page.replies.paste()
    page.replies.add()
    asked().leave_for([str(tmp_path / "reply.eml")])
    assert [chosen.at(number)[0] for number in range(chosen.count())] == [
        [tmp_path / "reply.eml"]
    ] * 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x" * (LONGEST + 5), TOO_LONG),
        ("\u202e\x00\x07", "no words"),
        ("From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n\n \n", "without words in it"),
        ("From: a@b\nTo: c\nMIME-Version: 1.0\n" + "boundary=x\n" * 500 + "\nx", "cannot be read"),
    ],
)
def test_what_means_harm_or_nothing_is_told_in_a_sentence(
    page: ApplicationPage, shown: int, world: World, text: str, said: str
) -> None:
    page.replies.add()
    dialog = asked()
    dialog.paste(text)
    assert said in dialog.row("body").field.accessibleDescription()
    assert not dialog.main.isEnabled()
    dialog.paste(VAGUE)
    assert dialog.main.isEnabled()
    assert said not in dialog.row("body").field.accessibleDescription()


# ------------------------------------------------------------------ over the window


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


def test_what_a_stranger_wrote_is_never_read_as_html(
    intake: Intake, world: World, page: ApplicationPage, shown: int, tmp_path: Path
) -> None:
    evil = '<img src="file:///etc/hostname">'
    file = mail(tmp_path, f"{evil} We decide soon.")
    text = file.read_text().replace('"Berg, Ingrid"', f'"{evil.replace(chr(34), chr(39))}"')
    file.write_text(text.replace("Re: Thank you", f"\u202e{evil}" * 20))
    intake.take([file], shown)
    dialog = asked()
    choose(dialog, Meaning.NOTHING)
    dialog.main.click()

    (row,) = replies_in(world, shown)
    assert len(row.title) < 80
    assert "\u202e" not in row.note
    model = page.timeline.model()
    tips = [model.index(i, 0).data(Qt.ItemDataRole.ToolTipRole) for i in range(model.rowCount())]
    (told,) = [tip for tip in tips if tip and "hostname" in tip]
    assert "&lt;img" in told
    assert "<img" not in told


def test_every_meaning_has_words() -> None:
    assert set(MEANINGS) == set(Meaning)
