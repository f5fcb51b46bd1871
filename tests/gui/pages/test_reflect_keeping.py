"""Nothing that is typed is lost: stored a moment later, tried again, and kept in earlier answers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.reflection import answers as a
from core.reflection.answers_json import LONGEST_ANSWER
from core.use_cases import applications
from gui.desk import Changed
from gui.dialogs.versions import VersionsDialog
from gui.reflect import actions
from gui.reflect.words_editors import TextEditor
from gui.theme import Theme
from gui.widgets.growing_field import GrowingField
from tests.gui.pages.reflect_stage import SHORT, Stage
from tests.gui.pages.world import World


@pytest.fixture
def stage(theme: Theme, world: World) -> Iterator[Stage]:
    stage = Stage(theme, world)
    yield stage
    stage.close()


def test_what_is_typed_is_stored_a_moment_later_and_said_quietly(
    stage: Stage, qtbot: QtBot
) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.press("Begin with the result")
    assert stage.page.card.saved.text() == "Saving…"
    assert stage.answer("Q12") is None
    with qtbot.waitSignal(stage.page.sitting.saved):
        pass
    assert stage.page.card.saved.text() == "Saved as you type"
    assert stage.answer("Q12") == a.TextAnswer(text="Begin with the result")


def test_typing_on_does_not_put_off_what_is_stored(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    timer = stage.page.sitting.timer
    stage.press("a")
    assert timer.isActive()
    assert timer.interval() <= 1_000
    ends = timer.remainingTime()
    stage.press("bc")
    assert timer.remainingTime() <= ends


@pytest.mark.parametrize("how", ["hide", "leave", "another question", "the end of the program"])
def test_nothing_typed_is_left_behind(stage: Stage, how: str) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.press("half a sent")
    if how == "hide":
        stage.page.hide()
    elif how == "leave":
        stage.page.leave()
    elif how == "another question":
        stage.page.walk.go_to("Q26")
    else:
        stage.page.close_down()
    assert stage.answer("Q12") == a.TextAnswer(text="half a sent")


def test_an_answer_that_is_too_long_is_kept_in_the_field_and_told(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.press("good")
    stage.page.sitting.flush()
    field = _text(stage)
    field.text = "x" * (LONGEST_ANSWER + 1)
    stage.page.sitting.flush()
    assert "can be kept" in stage.said[-1]
    assert stage.page.card.saved.text() == "Not saved yet"
    assert len(field.text) == LONGEST_ANSWER + 1
    assert stage.answer("Q12") == a.TextAnswer(text="good")
    field.text = "good again"
    stage.page.sitting.flush()
    assert stage.answer("Q12") == a.TextAnswer(text="good again")
    assert stage.page.card.saved.text() == "Saved as you type"


def test_a_paste_that_had_to_be_cut_is_told_and_does_not_pass_for_whole(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    data = QMimeData()
    data.setText("Begin with the result.\n" * 20_000)
    _text(stage).edit.insertFromMimeData(data)
    stage.page.sitting.flush()
    assert "100,000 can be kept" in stage.said[-1]
    assert stage.page.card.saved.text() == "Not saved yet"
    assert stage.answer("Q12") is None


def test_a_pasted_reply_that_had_to_be_cut_is_refused(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.ends.show_friends()
    friends = stage.page.walk.ends.friends_part
    data = QMimeData()
    data.setText("A strength you heard: calm\n" * 20_000)
    friends.replies.field.edit.insertFromMimeData(data)
    friends.replies.keep.click()
    assert "too many for a reply" in friends.replies.notes.text()
    assert stage.stored().views == ()


def test_what_could_not_be_stored_is_tried_again_and_complained_of_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, now: object) -> None:
        raise OSError(now)

    stage.begin()
    stage.page.walk.go_to("Q12")
    with monkeypatch.context() as patch:
        patch.setattr(actions, "save_answer", broken)
        stage.press("good")
        stage.page.sitting.flush()
        stage.page.sitting.flush()
    assert len(stage.said) == 1
    assert stage.answer("Q12") is None
    assert stage.page.sitting.timer.isActive()
    stage.page.sitting.timer.timeout.emit()
    assert stage.answer("Q12") == a.TextAnswer(text="good")


def test_earlier_answers_can_be_looked_at_and_taken_back(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.press("Begin with the result")
    stage.page.sitting.flush()
    stage.world.instant = stage.world.at(1 / 24).instant
    _text(stage).text = "Nothing"
    stage.page.sitting.flush()
    stage.page.walk.go_to("Q26")
    stage.page.walk.go_to("Q12")
    stage.page.card.views[0].versions.click()
    dialog = stage.page.window().findChild(VersionsDialog)
    assert dialog is not None
    assert dialog.start.text() == "Begin with the result…"
    dialog.main.click()
    assert _text(stage).text == "Begin with the result"
    stage.page.sitting.flush()
    assert stage.answer("Q12") == a.TextAnswer(text="Begin with the result")


def test_where_there_is_no_earlier_answer_that_is_said(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.page.walk.earlier.ask("Q12")
    assert stage.said == ["There is no earlier answer yet. What you write is kept as you go."]


def test_what_could_not_be_stored_waits_also_while_another_reflection_is_open(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object, now: object) -> None:
        raise OSError(now)

    stage.begin()
    first = stage.stored().id
    stage.page.walk.go_to("Q12")
    with monkeypatch.context() as patch:
        patch.setattr(actions, "save_answer", broken)
        stage.press("good")
        other = stage.world.add("Lumen & Ash")
        stage.page.show_interview(stage.world.detail(other.application_id).interviews[0].id, SHORT)
    assert stage.stored().id != first
    stage.page.sitting.flush()
    assert stage.answer("Q12") is None
    stage.begin()
    assert stage.stored().id == first
    assert stage.answer("Q12") == a.TextAnswer(text="good")


def test_what_was_typed_into_a_reflection_that_is_gone_is_not_tried_for_ever(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.press("good")
    left = QSignalSpy(stage.page.left)
    with stage.world.database.session() as session:
        applications.remove(session, stage.application, stage.world.now())
    stage.page.sitting.flush()
    assert not stage.page.sitting.timer.isActive()
    stage.world.changed.emit(Changed())
    assert stage.said == ["This reflection is no longer here. Nothing was changed."]
    assert left.at(0) == [0]


def test_what_is_removed_while_another_page_is_shown_leads_nobody_away(stage: Stage) -> None:
    stage.begin()
    left = QSignalSpy(stage.page.left)
    stage.page.hide()
    stage.world.write(applications.remove, stage.application)
    assert (left.count(), stage.said) == (0, [])
    stage.world.undo_last()
    stage.page.show()
    stage.begin()
    assert stage.at == "Q1"


def test_what_is_typed_survives_whatever_else_is_written(stage: Stage) -> None:
    stage.begin()
    stage.page.walk.go_to("Q12")
    stage.press("half a sent")
    stage.world.happened(stage.application, values.Arrived(at=stage.world.now().instant))
    stage.world.changed.emit(Changed(outside=True))
    QApplication.processEvents()
    stage.press("ence")
    assert _text(stage).text == "half a sentence"


def _text(stage: Stage) -> GrowingField:
    editor = stage.page.card.views[0].editor
    assert isinstance(editor, TextEditor)
    return editor.field
