"""The news of an employer as part of a page: read, tagged, kept, and their pages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.news.values import Mood
from core.use_cases import company_links, notes
from gui.desk import Changed
from gui.models.news_words import NO_FEED
from tests.gui.news.part_stage import Stage


def test_a_tag_is_set_and_taken_back_by_the_keyboard(stage: Stage) -> None:
    stage.follow(2)
    stage.part.card.rows[0].buttons[0].setFocus()
    for mood in (Mood.GOOD, Mood.NONE):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Space)
        row = stage.part.card.rows[0]
        assert row.news.mood is mood
        assert row.buttons[0].isChecked() is (mood is Mood.GOOD)
        assert row.buttons[0].hasFocus()
    stage.part.card.rows[0].buttons[1].click()
    assert stage.part.card.rows[0].news.mood is Mood.SAD
    assert stage.world.labels[-1] == "Tagged as sad: News 0"


def test_kept_news_is_there_for_letters(stage: Stage) -> None:
    stage.follow(2)
    stage.part.card.rows[0].buttons[1].click()
    stage.part.card.rows[0].buttons[2].click()
    assert stage.part.card.rows[0].buttons[2].text() == "Kept"
    with stage.world.database.reading() as session:
        (kept,) = notes.news(session, stage.application_id, stage.world.now())
    assert (kept.news.title, kept.news.negative) == ("News 0", True)
    stage.part.card.rows[0].buttons[2].click()
    assert stage.part.card.rows[0].buttons[2].text() == "Keep"
    with stage.world.database.reading() as session:
        assert notes.news(session, stage.application_id, stage.world.now()) == ()


def test_only_the_newest_are_shown_until_more_is_wanted(stage: Stage) -> None:
    stage.follow(30)
    card = stage.part.card
    assert stage.titles() == [f"News {number}" for number in range(3)]
    assert card.more is not None
    assert card.more.text() == "Show 15 more"
    card.more.click()
    assert len(card.rows) == 18
    assert card.rows[3].buttons[0].hasFocus()
    assert card.more is not None
    assert card.more.text() == "Show 12 more"
    card.more.click()
    assert len(card.rows) == 30
    assert card.more is None


def test_where_it_is_narrow_the_buttons_stand_below_and_none_is_cut(stage: Stage) -> None:
    stage.follow(1, "A feed with a title of many words, more than fit beside anything")
    row = stage.part.card.rows[0]
    assert row.about.geometry().top() < row.deeds.geometry().bottom()
    stage.part.resize(420, 800)
    stage.qtbot.waitUntil(lambda: row.about.geometry().bottom() < row.deeds.geometry().top())
    assert row.rect().contains(row.deeds.geometry())
    assert stage.part.width() == 420


def test_what_a_feed_says_is_shown_as_it_is_and_never_as_markup(stage: Stage) -> None:
    stage.follow(1, "<b>&Acme</b>")
    row = stage.part.card.rows[0]
    assert row.about.textFormat() is Qt.TextFormat.PlainText
    assert row.title.textFormat() is Qt.TextFormat.PlainText
    assert row.about.text() == "today · <b>&Acme</b>"


def test_every_button_names_its_news(stage: Stage) -> None:
    stage.follow(1)
    row = stage.part.card.rows[0]
    assert [button.accessibleName() for button in row.buttons] == [
        "Good: News 0",
        "Sad: News 0",
        "Keep: News 0",
    ]
    assert row.open.accessibleName() == "Read it in the browser: News 0"


# ------------------------------------------------------------------ the browser


def test_news_and_pages_open_in_the_browser(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def opens(url: QUrl) -> bool:
        opened.append(url.toString())
        return len(opened) < 3

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    stage.follow(1)
    stage.part.card.rows[0].open.click()
    with stage.world.database.session() as session:
        company_links.add(
            session, stage.application_id, "linkedin.com/company/acme", "", stage.world.now()
        )
    stage.part.refresh()
    stage.part.links.buttons[0].click()
    assert opened == ["https://acme.example/0", "https://linkedin.com/company/acme"]
    with stage.qtbot.waitSignal(stage.part.said) as said:
        stage.part.links.buttons[0].click()
    assert said.args == [
        "No program here opens web pages. The address is https://linkedin.com/company/acme."
    ]


# ------------------------------------------------------------------ pages


def test_a_page_is_added_and_removed_by_the_keyboard(stage: Stage) -> None:
    part = stage.part
    part.add_page.click()
    assert part.page_address.field.hasFocus()
    QTest.keyClicks(part.page_address.field, "javascript:alert(1)")
    QTest.keyClick(part.page_address.field, Qt.Key.Key_Return)
    assert "begins with https" in part.page_address.field.accessibleDescription()
    assert "Nothing was stored" in part.page_address.field.accessibleDescription()
    part.page_address.field.setText("linkedin.com/company/acme")
    part.page_address.button.click()
    assert [button.text() for button in part.links.buttons] == ["LinkedIn"]
    assert part.page_address.isHidden()
    QTest.keyClick(part.links.buttons[0], Qt.Key.Key_Delete)
    assert part.links.buttons == []
    assert part.links.isHidden()
    assert stage.world.labels[-1] == "Removed: LinkedIn"


# ------------------------------------------------------------------ the page around it


def test_another_application_shows_its_own_news(stage: Stage) -> None:
    stage.follow(9)
    assert stage.part.card.more is not None
    stage.part.card.more.click()
    stage.part.show_application(stage.application_id + 1)
    assert stage.words() == [NO_FEED]
    stage.part.show_application(stage.application_id)
    assert len(stage.titles()) == 3


def test_a_hidden_part_reads_again_when_it_is_shown(stage: Stage) -> None:
    stage.part.hide()
    stage.follow(1)
    stage.part.card.show_news((), "")
    stage.world.changed.emit(Changed())
    assert stage.titles() == []
    stage.part.show()
    assert stage.titles() == ["News 0"]
