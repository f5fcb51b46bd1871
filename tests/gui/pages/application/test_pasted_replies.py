"""A reply is pasted or opened on the page of its application."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from core.playbook.values import StepState
from core.use_cases.applications import TimelineEntry
from gui.application_replies import ADD
from gui.dialogs.kept_reply import KeptReplyDialog
from gui.dialogs.reply import LONGEST, TOO_LONG, ReplyDialog
from gui.intake import Intake
from gui.models.happenings import Happening
from gui.models.meanings import MEANINGS, Meaning
from gui.pages.application import ApplicationPage
from gui.widgets.event_parts import MaybeMomentPart, MomentPart, ReplyPart
from gui.widgets.row_actions import ActionButton, RowAction
from tests.gui.pages.replies_stage import DATED, VAGUE, asked, choose, mail, replies_in
from tests.gui.pages.world import World, nameless, titles


def pasting(page: ApplicationPage, text: str) -> ReplyDialog:
    QGuiApplication.clipboard().setText(text)
    page.replies.paste()
    return asked()


def press(page: ApplicationPage, row: TimelineEntry, action: RowAction) -> None:
    number = next(
        i for i, each in enumerate(page.timeline.rows) if each.entry and each.entry.at == row.at
    )
    page.timeline.setCurrentIndex(page.timeline.model().index(number, 0))
    buttons = page.timeline.findChildren(ActionButton)
    next(button for button in buttons if button.action is action).click()


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


def test_every_meaning_has_words() -> None:
    assert set(MEANINGS) == set(Meaning)


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
