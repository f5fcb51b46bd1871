"""A round is prepared on its page: ticked, filled, told, written and printed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.playbook import values
from core.preparation.checklist_values import Section
from core.preparation.day_sheet import WAY
from core.preparation.values import FactTopic, Subject
from core.use_cases import stories
from gui.dialogs.day_words import DayWordsDialog
from gui.dialogs.fact import FactDialog
from gui.dialogs.heard import HeardDialog
from gui.dialogs.proof import ProofDialog
from gui.dialogs.question import AskedDialog, QuestionDialog
from gui.dialogs.said import SaidDialog
from gui.dialogs.story import StoryDialog
from gui.models.prepare_words import COMPANY, DAY, QUESTIONS, STORIES, TOLD
from gui.pages.prepare import LIST, PARTS, WEEK, PreparePage
from gui.prepare.company_tab import CompanyTab
from gui.prepare.day_tab import DayTab
from gui.prepare.list_tab import ListTab
from gui.prepare.questions_tab import FIRST, QuestionsTab
from gui.prepare.stories_tab import StoriesTab
from gui.prepare.told_tab import ToldTab
from gui.theme import Theme
from tests.gui.pages.prepare_stage import STORY, Stage, act, opened, visible, words
from tests.gui.pages.world import World, nameless


@pytest.fixture
def stage(world: World, theme: Theme, qtbot: QtBot) -> Stage:
    stage = Stage(world, theme)
    qtbot.addWidget(stage.page)
    return stage


def row_of(tab: ListTab, key: str) -> int:
    return next(n for n, row in enumerate(tab.list.rows) if row.item.key == key)


# ------------------------------------------------------------------ the page


def test_without_a_round_ahead_one_button_begins_and_stories_are_there_in_any_case(
    world: World, theme: Theme, qtbot: QtBot
) -> None:
    page = PreparePage(theme, world)
    qtbot.addWidget(page)
    page.show()
    wanted = QSignalSpy(page.add_interview)
    assert page.body.currentWidget() is page.empty
    page.empty.button.click()
    assert wanted.count() == 1
    for key in (STORIES, WEEK):
        page.show_part(key)
        assert page.body.currentWidget() is not page.empty
    page.show_part(DAY)
    assert page.body.currentWidget() is page.empty


def test_the_next_round_is_shown_and_another_one_can_be_chosen(stage: Stage) -> None:
    page = stage.page
    assert not visible(page.rounds)
    assert page.header.sentence.text().startswith(
        "Halvorsen Maritime, second round: Wed 20 May, 14:00."
    )
    other = stage.world.add("Lumen & Ash", days=12)
    page.refresh()
    assert [page.rounds.itemText(n) for n in range(page.rounds.count())] == [
        "Halvorsen Maritime, second round",
        "Lumen & Ash, first round",
    ]
    page.show_round(other.interview_id)
    assert page.rounds.currentText() == "Lumen & Ash, first round"
    page.rounds.setCurrentIndex(0)
    page.rounds.activated.emit(0)
    assert page.header.sentence.text().startswith("Wed 20 May, 14:00.")
    page.show_round(99_999)
    assert page.rounds.currentText() == "Halvorsen Maritime, second round"


def test_a_round_that_ends_while_it_is_shown_gives_way(stage: Stage) -> None:
    withdrawn = values.Withdrawal(at=stage.world.instant)
    stage.world.happened(stage.second.application_id, withdrawn)
    stage.page.refresh()
    assert stage.page.body.currentWidget() is stage.page.empty


def test_every_part_names_its_controls(stage: Stage) -> None:
    stage.reflect()
    with stage.world.database.session() as session:
        stories.add(session, STORY, stage.world.now())
    stage.page.refresh()
    for key in PARTS:
        stage.page.show_part(key)
    assert nameless(stage.page) == []


def test_the_keyboard_turns_from_part_to_part(stage: Stage, qtbot: QtBot) -> None:
    page = stage.page
    with qtbot.waitActive(page):
        page.activateWindow()
    page.show_part(LIST)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    parts = [page.current_part]
    for _ in range(2):
        QTest.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
        parts.append(page.current_part)
    assert parts == [COMPANY, LIST, WEEK]


def test_where_the_parts_do_not_fit_they_fold_into_one_field(stage: Stage) -> None:
    page = stage.page
    assert (visible(page.parts), visible(page.parts_field)) == (True, False)
    page.resize(480, 500)
    assert (visible(page.parts), visible(page.parts_field)) == (False, True)
    page.parts_field.choose(TOLD)
    page.parts_field.activated.emit(page.parts_field.currentIndex())
    assert page.current_part == TOLD


def test_between_two_rounds_all_but_the_day_can_be_prepared(
    world: World, theme: Theme, qtbot: QtBot
) -> None:
    world.add(days=-1)
    page = PreparePage(theme, world)
    qtbot.addWidget(page)
    page.show()
    assert page.header.sentence.text().startswith("Halvorsen Maritime: no next round is planned")
    tab = page.tab(LIST)
    assert isinstance(tab, ListTab)
    assert page.body.currentWidget() is not page.empty
    assert not any(row.item.key.startswith("logistics/") for row in tab.list.rows)
    offered = [tab.groups.itemText(n) for n in range(tab.groups.count())]
    assert "Place, time and way" not in offered
    page.show_part(DAY)
    assert page.body.currentWidget() is page.empty
    assert page.empty.headline.text() == "No day is planned yet."
    world.add(days=8)
    page.refresh()
    assert page.body.currentWidget() is not page.empty
    page.show_part(LIST)
    assert tab.groups.count() == len(offered) + 2


# ------------------------------------------------------------------ the checklist


def test_a_tick_is_kept_and_undo_takes_it_back(stage: Stage) -> None:
    tab = stage.tab(ListTab, LIST)
    row = tab.list.rows[row_of(tab, "logistics/agenda")]
    row.ring.click()
    before = stage.page.header.sentence.text()
    assert (row.item.done, row.ring.isChecked()) == (True, True)
    assert stage.world.labels == ["Prepared: Know the agenda"]
    stage.world.undo_last()
    assert (row.item.done, row.ring.isChecked()) == (False, False)
    assert stage.page.header.sentence.text() != before


def test_what_the_data_show_cannot_be_unticked(stage: Stage) -> None:
    tab = stage.tab(ListTab, LIST)
    row = tab.list.rows[row_of(tab, "logistics/attend")]
    assert row.item.shown
    row.ring.click()
    assert row.ring.isChecked()
    assert stage.world.labels == []


def test_arrows_walk_the_list_and_space_ticks(stage: Stage, qtbot: QtBot) -> None:
    tab = stage.tab(ListTab, LIST)
    with qtbot.waitActive(stage.page):
        stage.page.activateWindow()
    tab.take_focus()
    first = next(row for row in tab.list.rows if not row.item.done)
    assert QApplication.focusWidget() is first.ring
    QTest.keyClick(first.ring, Qt.Key.Key_Down)
    second = tab.list.rows[tab.list.rows.index(first) + 1]
    assert QApplication.focusWidget() is second.ring
    QTest.keyClick(second.ring, Qt.Key.Key_Up)
    QTest.keyClick(first.ring, Qt.Key.Key_Space)
    assert first.item.done
    assert QApplication.focusWidget() is first.ring


def test_an_item_of_ones_own_is_added_where_it_belongs_and_removed(stage: Stage) -> None:
    tab = stage.tab(ListTab, LIST)
    tab.groups.choose(Section.OFFER.value)
    tab.add.field.setText("  Ask about the move ")
    QTest.keyClick(tab.add.field, Qt.Key.Key_Return)
    assert tab.add.field.text() == ""
    own = next(row for row in tab.list.rows if row.item.removable)
    assert own.item.words == "Ask about the move"
    assert own.go is not None
    own.go.click()
    assert not any(row.item.removable for row in tab.list.rows)


def test_an_item_leads_to_where_it_is_dealt_with(stage: Stage) -> None:
    tab = stage.tab(ListTab, LIST)
    go = tab.list.rows[row_of(tab, "facts/news")].go
    assert go is not None
    go.click()
    assert stage.page.current_part == COMPANY


def test_what_the_last_round_left_heads_the_list(stage: Stage) -> None:
    stage.reflect()
    tab = stage.tab(ListTab, LIST)
    assert tab.list.rows[0].item.words == "Rehearse an answer to “Why did you leave?”"


# ------------------------------------------------------------------ notes


def test_a_fact_is_noted_by_topic_and_changed(stage: Stage) -> None:
    tab = stage.tab(CompanyTab, COMPANY)
    number = words(tab.facts).index("Culture")
    act(tab.facts, number, "add")
    dialog = opened(FactDialog)
    assert dialog.topic.value == FactTopic.CULTURE.value
    dialog.main.click()
    assert dialog.isVisible()  # nothing is typed yet
    dialog.value.text = "They sail together"
    dialog.source.setText("their page")
    dialog.main.click()
    assert not dialog.isVisible()
    assert words(tab.facts)[number + 1] == "They sail together"
    act(tab.facts, number + 1, "edit")
    opened(FactDialog).remove.click()
    assert "They sail together" not in words(tab.facts)


def test_a_demand_of_the_ad_is_set_against_a_proof(stage: Stage) -> None:
    tab = stage.tab(CompanyTab, COMPANY)
    assert visible(tab.hint)
    tab.add_demand.click()
    dialog = opened(ProofDialog)
    dialog.demand.setText("Shift planning")
    dialog.main.click()
    assert tab.proofs.rows[0].entry.note == "No proof yet"
    act(tab.proofs, 0, "edit")
    opened(ProofDialog).proof.text = "Four years at the lock"
    opened(ProofDialog).main.click()
    assert tab.proofs.rows[0].entry.lines == ("Four years at the lock",)
    assert next(i for i in stage.view().checklist.items if i.key.startswith("role/")).done


def test_a_story_is_begun_and_kept(stage: Stage) -> None:
    tab = stage.tab(StoriesTab, STORIES)
    assert visible(tab.empty)
    tab.empty.button.click()
    dialog = opened(StoryDialog)
    dialog.title.setText("The late ship")
    dialog.parts["situation"].text = "A ship was late " * 40
    dialog.tags.setText("Pressure, planning,")
    assert dialog.length.text().startswith("As written about 1:04")
    dialog.watch.kept.emit(75)
    assert dialog.length.text().startswith("Measured: 1:15.")
    dialog.main.click()
    (row,) = tab.list.rows
    assert row.entry.lines[0] == (
        "Still missing: task, action and result · 1:15 measured, a good length"
    )
    assert row.entry.lines[1] == "pressure, planning"
    assert not visible(tab.empty)


def test_a_story_is_told_to_the_stop_watch(stage: Stage) -> None:
    with stage.world.database.session() as session:
        stories.add(session, STORY, stage.world.now())
    tab = stage.tab(StoriesTab, STORIES)
    assert not visible(tab.watch_card)
    act(tab.list, 0, "time")
    assert visible(tab.watch_card)
    tab.watch.kept.emit(83)
    assert tab.list.rows[0].entry.lines[0] == "Complete · 1:23 measured, a good length"
    assert not visible(tab.watch_card)


def test_who_heard_a_story_is_noted_warned_of_and_taken_back(stage: Stage) -> None:
    with stage.world.database.session() as session:
        stories.add(session, STORY, stage.world.now())
    tab = stage.tab(StoriesTab, STORIES)
    act(tab.list, 0, "heard")
    dialog = opened(HeardDialog)
    assert dialog.round.currentText() == "Halvorsen Maritime, first round"
    dialog.who.setCurrentIndex(dialog.who.findText("Tomas Okafor"))
    dialog.main.click()
    entry = tab.list.rows[0].entry
    assert entry.lines[-1] == "Heard by Halvorsen Maritime, first round (Tomas Okafor)"
    assert entry.note.startswith("Tomas Okafor heard this one before.")
    told = stage.tab(ToldTab, TOLD)
    assert words(told.stories) == ["The late ship"]
    tab = stage.tab(StoriesTab, STORIES)
    act(tab.list, 0, "heard")
    act(opened(HeardDialog).heard, 0, "forget")
    assert not tab.list.rows[0].entry.note


def test_five_questions_of_ones_own(stage: Stage) -> None:
    tab = stage.tab(QuestionsTab, QUESTIONS)
    assert visible(tab.empty)
    tab.empty.button.click()
    assert words(tab.ahead) == [FIRST]
    tab.add.field.setText("What would a good first year look like?")
    tab.add.button.click()
    assert tab.sentence.text().startswith("3 more and you have five.")
    act(tab.ahead, 1, "edit")
    opened(QuestionDialog).text.text = "What is a good first year?"
    opened(QuestionDialog).main.click()
    assert words(tab.ahead)[1] == "What is a good first year?"
    act(tab.ahead, 0, "asked")
    opened(AskedDialog).answer.text = "In two weeks"
    opened(AskedDialog).main.click()
    assert (words(tab.ahead), words(tab.asked)) == (["What is a good first year?"], [FIRST])
    assert tab.asked.rows[0].entry.lines == ("In two weeks",)
    act(tab.asked, 0, "again")
    assert len(tab.ahead.rows) == 2
    act(tab.ahead, 0, "remove")
    assert len(tab.ahead.rows) == 1


def test_what_was_told_them_is_said_the_same_way_again(stage: Stage) -> None:
    tab = stage.tab(ToldTab, TOLD)
    tab.empty.button.click()
    dialog = opened(SaidDialog)
    dialog.text.text = "620 000"
    dialog.who.setCurrentIndex(dialog.who.findText("Tomas Okafor"))
    dialog.main.click()
    assert tab.list.rows[0].entry.lines == ("Salary · To Tomas Okafor, in the first round",)
    act(tab.list, 0, "edit")
    dialog = opened(SaidDialog)
    assert dialog.who.currentText() == "Tomas Okafor"
    dialog.subject.choose(Subject.NOTICE.value)
    dialog.text.text = "three months"
    dialog.main.click()
    assert words(tab.list) == ["three months"]
    act(tab.list, 0, "edit")
    opened(SaidDialog).remove.click()
    assert visible(tab.empty)


# ------------------------------------------------------------------ the page for the day


def test_the_page_for_the_day_is_written_on(stage: Stage) -> None:
    tab = stage.tab(DayTab, DAY)
    assert "Leave by" in tab.preview.accessibleDescription()
    tab.write.click()
    dialog = opened(DayWordsDialog)
    dialog.fields[WAY].setText("Bus 3 to the quay")
    dialog.main.click()
    assert "Bus 3 to the quay" in tab.preview.accessibleDescription()
    tab.write.click()
    opened(DayWordsDialog).fields[WAY].setText("")
    opened(DayWordsDialog).main.click()
    assert "Bus 3" not in tab.preview.accessibleDescription()


def test_stories_are_chosen_for_the_day(stage: Stage) -> None:
    with stage.world.database.session() as session:
        stories.add(session, STORY, stage.world.now())
        stories.add(session, stories.StoryDetails(title="The other one"), stage.world.now())
    stage.page.refresh()
    tab = stage.tab(DayTab, DAY)
    tab.write.click()
    dialog = opened(DayWordsDialog)
    assert len(dialog.stories) == 2
    dialog.stories[0].setCurrentIndex(dialog.stories[0].findText("The other one"))
    dialog.main.click()
    assert [story.title for story in stage.view().sheet.stories] == ["The other one"]


def test_the_page_is_saved_as_a_pdf_and_a_bad_place_is_told(stage: Stage) -> None:
    tab = stage.tab(DayTab, DAY)
    said = QSignalSpy(stage.page.said)
    file = stage.world.paths.data / "day.pdf"
    tab.save_to(str(file))
    assert file.read_bytes().startswith(b"%PDF")
    tab.save_to(str(stage.world.paths.data / "no" / "such" / "folder.pdf"))
    assert said.at(0) == ["The page is saved."]
    assert "could not be written" in said.at(1)[0]


def test_the_page_is_sent_to_the_printer(stage: Stage) -> None:
    tab = stage.tab(DayTab, DAY)
    file = stage.world.paths.data / "printed.pdf"
    tab._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    tab._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    tab._printer.setOutputFileName(str(file))
    tab.send_to_printer()
    assert file.read_bytes().startswith(b"%PDF")
