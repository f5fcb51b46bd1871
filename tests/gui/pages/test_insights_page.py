"""The page of insights: nothing before the third interview, then a chart to each finding."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from benchmarks import year
from core.form_store import shipped_form
from core.use_cases.insights import Shown, insights
from gui import page_actions
from gui.desk import Changed
from gui.models.charts import Bars, Boxes, Dots, Line, Stacks, Tags
from gui.models.insight_charts import Gallery, gallery, headline
from gui.pages.insights import InsightsPage
from gui.theme import Theme
from gui.widgets.charts.card import ChartCard
from tests.gui.pages.world import World, nameless


def page_of(theme: Theme, world: World, qtbot: QtBot, width: int = 1200) -> InsightsPage:
    page = InsightsPage(theme, world)
    qtbot.addWidget(page)
    page.resize(round(width * theme.text_scale) + 1, 800)
    page.show()
    return page


@pytest.fixture
def lived(world: World) -> World:
    """Eight interviews, the last of the year."""
    year.build(world.database, 8)
    world.instant = year.END.instant
    return world


def shown_of(world: World) -> Shown:
    with world.database.reading() as session:
        return insights(session, shipped_form().form, None, world.now())


@pytest.fixture
def charts(lived: World) -> Gallery:
    return gallery(shown_of(lived), lived.now())


# ------------------------------------------------------------------ too few


def test_without_an_interview_it_says_so_and_offers_to_add_one(
    theme: Theme, world: World, qtbot: QtBot
) -> None:
    page = page_of(theme, world, qtbot)
    assert page.empty.headline.text() == (
        "After three interviews you see your patterns here. None so far."
    )
    assert page.empty.button.text() == "Add an interview"
    assert not page.findChildren(ChartCard)
    with qtbot.waitSignal(page.add_interview):
        page.empty.button.click()


def test_after_two_it_leads_to_the_latest_without_a_reflection(
    theme: Theme, world: World, qtbot: QtBot
) -> None:
    world.add("Acme", days=-9)
    latest = world.add("Lumen & Ash", days=-2)
    page = page_of(theme, world, qtbot)
    assert page.empty.headline.text().endswith("Two so far.")
    assert page.empty.button.look().text == "Think back on Lumen & Ash"
    with qtbot.waitSignal(page.reflect_wanted) as wanted:
        page.empty.button.click()
    assert wanted.args == [latest.interview_id]


def test_three_interviews_without_a_reflection_show_what_is_known_and_say_the_rest(
    theme: Theme, world: World, qtbot: QtBot
) -> None:
    for number in range(3):
        world.add(f"Acme {number}", days=-20 + number)
    page = page_of(theme, world, qtbot)
    assert list(page.cards) == ["stages", "on time"]
    assert page.lacking.isVisible()
    assert page.lacking.button.text() == "Think back on Acme 2"
    with qtbot.waitSignal(page.reflect_wanted):
        page.lacking.button.click()


# ------------------------------------------------------------------ a year's end


def test_each_finding_is_a_card_with_its_sentence_and_what_it_rests_on(
    theme: Theme, lived: World, qtbot: QtBot
) -> None:
    page = page_of(theme, lived, qtbot)
    shown = shown_of(lived)
    assert page.header.sentence.text() == (
        "From 8 interviews since February. Small numbers: read them as hints, not as grades."
    )
    assert page.cards["estimates"].title.text() == shown.findings.estimates
    assert page.cards["stages"].caption.text() == "What came of each round. Rests on 8 interviews."
    for card in page.cards.values():
        assert "Rests on " in card.caption.text()
        assert "T1" not in card.title.text() + card.caption.text()
    assert nameless(page) == []


def test_the_figures_of_the_charts_are_those_of_the_measures(lived: World, charts: Gallery) -> None:
    figures = shown_of(lived).insights
    plots = {one.key: one.charts[0].plot for one in charts.sets}
    line, bars, boxes = plots["estimates"], plots["levels"], plots["on time"]
    stacks, dots, tags = plots["stages"], plots["answers"], plots.get("strengths")
    assert isinstance(line, Line)
    assert [point.value for point in line.points] == [e.estimate for e in figures.estimates.found]
    assert isinstance(bars, Bars)
    means = sorted((trend.mean for trend in figures.ratings.found), reverse=True)
    assert [bar.value for bar in bars.bars] == means
    assert [bar.room for bar in bars.bars].index(True) == len(bars.bars) - 1
    assert isinstance(boxes, Boxes)
    assert {(row.done, row.of) for row in boxes.rows} == {
        (one.on_time, one.of) for one in figures.on_time.found
    }
    assert isinstance(stacks, Stacks)
    assert [(s.went_on, s.ended, s.open) for s in stacks.stacks] == [
        (s.went_on, s.ended, s.open) for s in figures.stages.found
    ]
    assert isinstance(dots, Dots)
    assert [dot.value for dot in dots.dots] == [one.days for one in figures.answers.found[0].each]
    assert tags is None or isinstance(tags, Tags)
    assert len(charts.sets) + len(charts.lacking) == 10


def test_every_table_has_a_row_for_each_figure(charts: Gallery) -> None:
    for one in charts.sets:
        for chart in one.charts:
            assert chart.table.rows
            assert {len(row) for row in chart.table.rows} == {len(chart.table.headers)}


def test_the_ratings_over_time_can_be_turned_to_each_thing(charts: Gallery) -> None:
    over_time = next(one for one in charts.sets if one.key == "ratings")
    names = [chart.name for chart in over_time.charts]
    assert "Listening" in names
    assert len(names) == len(set(names)) > 3
    assert all(chart.title.startswith(chart.name) for chart in over_time.charts)


def test_two_columns_where_there_is_room_and_one_where_not(
    theme: Theme, lived: World, qtbot: QtBot
) -> None:
    page = page_of(theme, lived, qtbot, 1200)
    first, second = list(page.cards.values())[:2]
    qtbot.waitUntil(lambda: second.x() > first.x())
    assert second.y() == first.y()
    assert second.height() == first.height()
    qtbot.waitUntil(lambda: end_of(second, page) == end_of(page.period_button, page))
    page.resize(round(900 * theme.text_scale), 600)
    qtbot.waitUntil(lambda: second.x() == first.x())
    assert second.y() > first.geometry().bottom()
    for card in page.cards.values():
        assert card.width() <= page.gallery.viewport().width()


def end_of(part: QWidget, page: QWidget) -> int:
    """Where a part ends, on the page."""
    return part.mapTo(page, part.rect().topRight()).x()


def test_new_figures_come_into_the_cards_that_are_there(
    theme: Theme, lived: World, qtbot: QtBot
) -> None:
    page = page_of(theme, lived, qtbot)
    card = page.cards["stages"]
    card.table_button.click()
    lived.add("Acme", days=-1)
    lived.changed.emit(Changed())
    assert page.cards["stages"] is card
    assert card.table.isVisible()
    assert "Rests on 9 interviews." in card.caption.text()


def test_hidden_it_reads_only_when_it_is_shown_again(
    theme: Theme, lived: World, qtbot: QtBot
) -> None:
    page = page_of(theme, lived, qtbot)
    page.hide()
    lived.add("Acme", days=-1)
    lived.changed.emit(Changed())
    assert "Rests on 8 interviews." in page.cards["stages"].caption.text()
    page.show()
    assert "Rests on 9 interviews." in page.cards["stages"].caption.text()


def test_what_falls_below_three_again_shows_no_chart(
    theme: Theme, world: World, qtbot: QtBot
) -> None:
    stored = [world.add(f"Acme {number}", days=-20 + number) for number in range(3)]
    page = page_of(theme, world, qtbot)
    assert page.cards["stages"].isVisible()
    world.write(page_actions.call_off, stored[0].interview_id)
    assert page.empty.isVisible()
    assert not page.cards["stages"].isVisible()
    assert page.header.sentence.isHidden()


def choose(page: InsightsPage, words: str) -> None:
    menu = page.period_button.menu()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_a_shorter_period_counts_fewer_and_can_be_too_short(
    theme: Theme, lived: World, qtbot: QtBot
) -> None:
    lived.instant += timedelta(days=300)
    page = page_of(theme, lived, qtbot)
    assert page.period_button.text() == "All interviews"
    choose(page, "Last 12 months")
    assert "Rests on 6 interviews." in page.cards["stages"].caption.text()
    choose(page, "This year")
    assert page.empty.headline.text() == "No interviews this year."
    assert page.empty.sentence.text() == "Patterns show from three on; in all there are 8."
    page.empty.button.click()
    assert page.period_button.text() == "All interviews"
    assert "Rests on 8 interviews." in page.cards["stages"].caption.text()


def test_entering_the_page_leads_to_its_first_chart(
    theme: Theme, lived: World, qtbot: QtBot
) -> None:
    page = page_of(theme, lived, qtbot)
    with qtbot.waitActive(page):
        page.activateWindow()
    page.setFocus()
    assert page.window().focusWidget() is page.cards["estimates"].plot
    QTest.keyClick(page.cards["estimates"].plot, Qt.Key.Key_Down)
    assert "of 10; it " in page.cards["estimates"].plot.accessibleDescription()


def test_tab_leads_from_chart_to_chart(theme: Theme, lived: World, qtbot: QtBot) -> None:
    page = page_of(theme, lived, qtbot)
    page.activateWindow()
    cards = list(page.cards.values())
    cards[0].plot.setFocus(Qt.FocusReason.TabFocusReason)
    expected = [cards[0].table_button, cards[0].image_button, cards[0].csv_button, cards[1].plot]
    for control in expected:
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        assert page.window().focusWidget() is control


def test_the_focused_card_is_scrolled_into_sight(theme: Theme, lived: World, qtbot: QtBot) -> None:
    page = page_of(theme, lived, qtbot, 900)
    last = list(page.cards.values())[-1]
    last.csv_button.setFocus(Qt.FocusReason.TabFocusReason)
    area = page.gallery
    area.ensureWidgetVisible(last.csv_button)
    corner = last.csv_button.mapTo(area.viewport(), QPoint(0, 0))
    assert area.viewport().rect().contains(corner)


def test_another_year_is_named(lived: World) -> None:
    lived.instant += timedelta(days=365)
    assert "since February 2026." in headline(shown_of(lived), lived.now())


def test_the_keyboard_that_came_before_the_charts_goes_to_the_first_of_them(
    theme: Theme, lived: World, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as slow:
        slow.setattr(lived, "read", not_answered_yet)
        page = page_of(theme, lived, qtbot)
        page.setFocus()
    assert page.window().focusWidget() is page
    page.refresh()
    assert page.window().focusWidget() is page.cards["estimates"].plot


def not_answered_yet(*_arguments: object, then: object) -> None:
    """A Desk that is still reading."""
