"""The composer: a letter is typed, looked at, mended, kept, and handed over."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.drafting.stages import HandedTo, Stage
from core.playbook.values import StepState
from core.use_cases.messages import Composing
from gui.compose import actions, mail_out
from gui.compose.checking import Checking
from gui.dialogs.send_later import SendLaterDialog
from gui.dialogs.versions import VersionsDialog
from gui.models.stage_words import Answer
from gui.pages.compose import ComposePage
from gui.theme import Theme
from tests.gui.pages.compose_stage import examiner_by_words
from tests.gui.pages.world import World, nameless, titles

LETTER = """Dear Dr. van den Berg,

Thank you for talking with me about the Operations Planner role yesterday. What stayed with me \
was your point that a good plan is one the crew can still change at four in the morning. It is \
how we rebuilt the relief rota at Brinemoor Ferries.

I am sorry that my answer about tide windows was so short 🙂. The winter timetable starts in \
October, and I would gladly help to make it hold.

Kind regards,
Mira Lindqvist"""


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, world: World) -> Iterator[ComposePage]:
    page = ComposePage(theme, world, Checking(examiner_by_words, world.paths.playbook))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    yield page
    page.close_down()


@pytest.fixture
def application(world: World) -> int:
    return world.add().application_id


@pytest.fixture
def draft(page: ComposePage, world: World, application: int) -> int:
    """The page shows the thank-you to Dr. van der Berg; gives the draft's id."""
    return open_step(page, world, application, "Thank Dr. van der Berg")


def open_step(page: ComposePage, world: World, application: int, title: str) -> int:
    timeline = world.detail(application).timeline
    step = next(each for each in timeline if each.title == title)
    opened = QSignalSpy(page.writing.opened)
    world.write(actions.begin, step.step_id, then=page.show_draft)
    composing: Composing = opened.at(0)[0]
    return composing.draft_id


def stored(world: World, draft: int) -> Composing:
    with world.database.reading() as session:
        return actions.compose(session, draft, world.now())


def type_letter(qtbot: QtBot, page: ComposePage, text: str = LETTER) -> None:
    """Type it, and wait until it has been looked at."""
    page.card.body.selectAll()
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        page.card.body.insertPlainText(text)


def checks(page: ComposePage) -> list[int]:
    return [row.finding.check for row in page.side.findings.findings.rows]


def dialog_of(kind: type) -> object:
    return next(w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible())


# ------------------------------------------------------------------ the letter


def test_a_step_opens_its_letter_with_its_person(page: ComposePage, draft: int) -> None:
    assert page.header.title.text() == "Thank Dr. van der Berg"
    assert page.header.sentence.text().startswith("Halvorsen Maritime, Operations Planner. Best")
    assert page.card.chips.names == ("Dr. Ingrid van der Berg",)
    assert page.card.subject.text() == "Thank you – Operations Planner interview, 11 May"


def test_every_control_has_a_name(page: ComposePage, draft: int) -> None:
    assert nameless(page) == []


def test_what_is_typed_is_stored_without_asking(
    qtbot: QtBot, page: ComposePage, world: World, draft: int
) -> None:
    saved = QSignalSpy(page.writing.saved)
    page.card.body.insertPlainText("Good morning. ")

    qtbot.waitUntil(lambda: bool(saved.count() and saved.at(saved.count() - 1)[0]))

    assert stored(world, draft).draft.body.startswith("Good morning. ")


def test_leaving_the_page_stores_at_once(page: ComposePage, world: World, draft: int) -> None:
    page.card.body.insertPlainText("Good morning. ")
    page.hide()

    assert stored(world, draft).draft.body.startswith("Good morning. ")


def test_typing_on_does_not_put_storing_off(page: ComposePage, draft: int) -> None:
    page.card.body.insertPlainText("a")
    left = page.writing._timer.remainingTime()
    page.card.body.insertPlainText("b")

    assert page.writing._timer.isActive()
    assert page.writing._timer.remainingTime() <= left


def test_other_changes_leave_the_editor_as_it_is(
    page: ComposePage, world: World, draft: int, application: int
) -> None:
    page.card.body.insertPlainText("Half a sen")
    world.add("Lumen & Ash", days=3)

    assert page.card.body.text.startswith("Half a sen")


def test_the_editors_own_undo_knows_nothing_of_underlines(
    qtbot: QtBot, page: ComposePage, draft: int
) -> None:
    before = page.card.body.text
    type_letter(qtbot, page)
    assert page.card.body.document().isUndoAvailable()

    page.card.body.undo()

    assert page.card.body.text == before


def test_two_drafts_are_open_at_once(page: ComposePage, world: World, draft: int) -> None:
    page.card.body.insertPlainText("To Ingrid. ")
    assert page.header.persons is not None
    other = next(key for key, _name in page.header._persons if not key.endswith(f" {draft}"))
    page.others.go_to(other)
    assert page.card.chips.names == ("Tomas Okafor",)
    page.card.body.insertPlainText("To Tomas. ")

    page.others.go_to(f"draft {draft}")

    assert page.card.chips.names == ("Dr. Ingrid van der Berg",)
    assert page.card.body.text.startswith("To Ingrid. ")


def test_an_earlier_text_can_be_taken_back(page: ComposePage, world: World, draft: int) -> None:
    first = page.card.body.text
    page.card.body.selectAll()
    page.card.body.insertPlainText("Something else altogether.")
    page.others._pick("versions")
    dialog = dialog_of(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    dialog.main.click()

    assert page.card.body.text == first


# ------------------------------------------------------------------ findings


def test_a_wrong_name_holds_back_only_the_main_button(
    qtbot: QtBot, page: ComposePage, draft: int
) -> None:
    type_letter(qtbot, page)

    assert checks(page)[0] == 1
    assert not page.bar.main.isEnabled()
    assert page.bar.copy.isEnabled()
    assert page.bar.reason.text().startswith("Fix the name first")


def test_one_click_mends_it(qtbot: QtBot, page: ComposePage, draft: int) -> None:
    type_letter(qtbot, page)
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        page.side.findings.bar.offers[0].click()

    assert "van der Berg" in page.card.body.text
    assert 1 not in checks(page)
    assert page.bar.main.isEnabled()


def test_the_keyboard_walks_the_findings_in_list_and_letter(
    qtbot: QtBot, page: ComposePage, draft: int
) -> None:
    type_letter(qtbot, page)
    page.card.body.setFocus()
    rows = page.side.findings.findings.rows
    apology = next(n for n, row in enumerate(rows) if row.finding.check == 16)

    for _ in range(apology):
        QTest.keyClick(page, Qt.Key.Key_F8)

    assert page.side.findings.chosen == rows[apology]
    assert page.card.body.textCursor().selectedText() == rows[apology].finding.text
    QTest.keyClick(page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert page.side.findings.chosen == rows[apology - 1]


def test_the_keyboard_finds_the_place_also_after_a_second_look_at_the_same_text(
    qtbot: QtBot, page: ComposePage, draft: int
) -> None:
    """A template's gap is filled by F8 and typing, whenever it was looked at again."""
    type_letter(qtbot, page, LETTER.replace("tide windows", "[a topic]"))
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        page.card.edited.emit()
    page.card.body.setFocus()
    rows = page.side.findings.findings.rows
    gap = next(n for n, row in enumerate(rows) if row.finding.check == 7)
    page.side.findings.choose(gap - 1)

    QTest.keyClick(page, Qt.Key.Key_F8)

    assert page.card.body.textCursor().selectedText() == "[a topic]"


def test_alt_enter_mends_the_open_finding(qtbot: QtBot, page: ComposePage, draft: int) -> None:
    type_letter(qtbot, page)
    page.card.body.setFocus()
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)

    assert page.card.body.text.startswith("Dear Dr. van der Berg,")


def test_a_screen_reader_hears_level_reason_and_fix(
    qtbot: QtBot, page: ComposePage, draft: int
) -> None:
    type_letter(qtbot, page)
    model = page.side.findings.findings
    spoken = model.data(model.index(0), Qt.ItemDataRole.AccessibleDescriptionRole)

    assert str(spoken).startswith("Must fix: ")
    assert "van den Berg" in str(spoken)
    assert "Alt Enter: Use “van der Berg”" in str(spoken)


def test_sending_it_as_it_is_is_asked_for_and_logged(
    qtbot: QtBot, page: ComposePage, world: World, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", bool)
    type_letter(qtbot, page)
    page.bar.overridden.emit()
    assert page.bar.main.isEnabled()
    page.bar.main.click()

    with world.database.reading() as session:
        from core.models import Override

        assert [row.check_number for row in session.query(Override)] == [1]


def test_a_finding_that_is_ignored_here_is_gone(
    qtbot: QtBot, page: ComposePage, world: World, draft: int
) -> None:
    type_letter(qtbot, page)
    page.writing.flush()
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        page.side.findings.ignored.emit(page.side.findings.findings.rows[0].finding)

    assert 1 not in checks(page)
    assert page.bar.main.isEnabled()


def test_the_place_of_an_emoji_is_no_stumbling_block(
    qtbot: QtBot, page: ComposePage, draft: int
) -> None:
    type_letter(qtbot, page)
    rows = page.side.findings.findings.rows
    emoji = next(row for row in rows if row.finding.text == "🙂")
    page.side.findings.opened.emit(emoji.finding)

    assert page.card.body.textCursor().selectedText() == "🙂"


# ------------------------------------------------------------------ handing over


def test_the_mail_program_gets_a_short_letter_as_a_link(
    qtbot: QtBot, page: ComposePage, world: World, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    monkeypatch.setattr(mail_out, "mail_program", _some_program)
    type_letter(qtbot, page, LETTER.replace("den Berg", "der Berg"))
    page.bar.main.click()

    assert opened[0].scheme() == "mailto"
    assert "Operations Planner" in opened[0].toString()
    assert stored(world, draft).handed_to is HandedTo.MAIL_PROGRAM
    assert page.stage.isVisible()


def _some_program() -> str:
    return "letters.desktop"


def _no_program() -> str:
    return ""


def test_without_a_mail_program_the_message_is_copied(
    qtbot: QtBot, page: ComposePage, world: World, draft: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail_out, "mail_program", _no_program)
    type_letter(qtbot, page, LETTER.replace("den Berg", "der Berg"))
    said = QSignalSpy(page.said)
    page.bar.main.click()

    assert said.at(0)[0] == "No mail program was found. The message is copied instead."
    assert stored(world, draft).handed_to is HandedTo.CLIPBOARD


def test_yes_it_was_sent_closes_the_step(
    qtbot: QtBot, page: ComposePage, world: World, draft: int, application: int
) -> None:
    type_letter(qtbot, page)
    page.bar.copy.click()
    assert QGuiApplication.clipboard().mimeData().hasHtml()
    assert page.stage.sentence.text().endswith("Did you send it?")
    yes = next(each for each in page.stage.buttons if each.answer is Answer.SENT)
    yes.click()

    assert stored(world, draft).stage is Stage.SENT
    assert "Thank Dr. van der Berg" in titles(world, application, StepState.DONE)
    assert page.card.body.isReadOnly()
    assert not page.bar.isVisible()


def test_a_later_moment_is_kept_and_told(
    qtbot: QtBot, page: ComposePage, world: World, draft: int
) -> None:
    type_letter(qtbot, page)
    page.bar.later.click()
    dialog = dialog_of(SendLaterDialog)
    assert isinstance(dialog, SendLaterDialog)
    dialog.field.set_wall(world.wall + timedelta(days=1))
    with qtbot.waitSignal(page.checking.checked, timeout=20_000):
        dialog.main.click()

    assert page.bar.headline.text().startswith("Kept for tomorrow at")
    page.writing.flush()
    assert stored(world, draft).draft.send_at == world.instant + timedelta(days=1)


def test_a_wrong_finding_is_saved_as_a_case_among_strangers(
    qtbot: QtBot, page: ComposePage, draft: int, tmp_path: Path
) -> None:
    type_letter(qtbot, page)
    said = QSignalSpy(page.said)
    page.fixing.save_report(str(tmp_path / "finding.json"))

    text = (tmp_path / "finding.json").read_text(encoding="utf-8")
    assert "Halvorsen" not in text
    assert "Berg" not in text
    assert said.at(0)[0].startswith("finding.json is saved, with other names in it.")
