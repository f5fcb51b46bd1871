"""Charts: every figure can be pointed at, walked to and heard; the table and the copies say the same."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from core.settings import Theme as ThemeChoice
from gui.models.chart_table import told
from gui.models.charts import (
    Bar,
    Bars,
    Boxes,
    BoxRow,
    Chart,
    ChartSet,
    Dot,
    Dots,
    Lacking,
    Line,
    Mark,
    Plot,
    Point,
    Stack,
    Stacks,
    Table,
    Tag,
    Tags,
)
from gui.theme import Theme
from gui.widgets.charts.card import ChartCard
from gui.widgets.charts.lacking import LackingCard
from gui.widgets.charts.plot import NOTHING, PlotWidget

RESOURCES = Path(__file__).parents[2] / "resources"

BARS = Bars(
    bars=(
        Bar(label="Listening", value=4.5, shown="4.5", words="Listening: 4.5 of 5"),
        Bar(label="Closing", value=2, shown="2.0", words="Closing: 2.0 of 5", room=True),
    ),
    most=5,
)
LINE = Line(
    points=tuple(
        Point(
            label=f"{day} May",
            value=value,
            line=value,
            mark=mark,
            words=f"{day} May: {value} of 10",
        )
        for day, value, mark in ((4, 5, Mark.ENDED), (5, 8, Mark.WENT_ON), (6, 6, Mark.OPEN))
    ),
    low=1,
    high=10,
    ticks=(1, 5, 10),
)
STACKS = Stacks(
    stacks=(
        Stack(label="First round", went_on=2, ended=4, open=1, shown="2 of 6", words="first"),
        Stack(label="Second round", went_on=1, ended=0, open=1, shown="1 of 1", words="second"),
    )
)
BOXES = Boxes(
    rows=(
        BoxRow(label="Thank-you", done=6, of=7, words="6 of 7 on time"),
        BoxRow(label="Promises", done=0, of=2, words="0 of 2 on time"),
    )
)
MANY_BOXES = Boxes(rows=(BoxRow(label="Thank-you", done=71, of=100, words="71 of 100 on time"),))
DOTS = Dots(
    dots=tuple(Dot(value=days, words=f"after {days} days") for days in (9, 2, 2, 14)),
    middle=5.5,
    middle_words="half within 6 days",
    unit="days",
)
TAGS = Tags(tags=(Tag(text="Calm", beside="Jon and Li", words="Calm: named by Jon and Li"),))
PLOTS: dict[str, Plot] = {
    "bars": BARS,
    "line": LINE,
    "stacks": STACKS,
    "boxes": BOXES,
    "many boxes": MANY_BOXES,
    "dots": DOTS,
    "tags": TAGS,
}
TABLE = Table(
    headers=("Day", "Employer", "Mean"),
    rows=((date(2026, 5, 4), "=Lumen, & Ash", 4.56), (date(2026, 5, 5), "Acme", -0.04)),
)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp, RESOURCES)
    theme.choose(ThemeChoice.LIGHT)
    yield theme
    theme.choose(ThemeChoice.SYSTEM)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.resize(560, 520)
    qtbot.addWidget(page)
    page.show()
    return page


def chart_of(plot: Plot, name: str = "") -> Chart:
    return Chart(
        title=f"A finding {name}".strip(),
        caption="Rests on 3 interviews.",
        plot=plot,
        table=TABLE,
        legend=(Mark.WENT_ON, Mark.ENDED, Mark.OPEN) if plot is LINE else (),
        name=name,
    )


def card_of(theme: Theme, page: QWidget, *charts: Chart) -> ChartCard:
    card = ChartCard(theme, ChartSet(key="a", charts=charts), page)
    card.resize(460, 400)
    card.show()
    return card


def middle_of(plot: PlotWidget, figure: int) -> QPoint:
    place = plot.places(plot.rect())[figure]
    return plot.flipped(plot.rect(), place).center()


def point_at(plot: PlotWidget, point: QPoint) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(plot.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plot, event)


# ------------------------------------------------------------------ one figure after another


@pytest.mark.parametrize("name", PLOTS)
def test_the_arrow_keys_walk_every_figure(theme: Theme, page: QWidget, name: str) -> None:
    plot = card_of(theme, page, chart_of(PLOTS[name])).plot
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    heard = []
    for _figure in plot.words():
        QTest.keyClick(plot, Qt.Key.Key_Right)
        heard.append(plot.accessibleDescription())
    assert heard == list(plot.words())
    QTest.keyClick(plot, Qt.Key.Key_Down)
    assert plot.accessibleDescription() == heard[-1]
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.accessibleDescription() == heard[0]
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.accessibleDescription() == heard[0]
    QTest.keyClick(plot, Qt.Key.Key_End)
    assert plot.accessibleDescription() == heard[-1]


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("name", PLOTS)
def test_the_pointer_finds_every_figure(
    theme: Theme, page: QWidget, name: str, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    plot = card_of(theme, page, chart_of(PLOTS[name])).plot
    for figure, words in enumerate(plot.words()):
        point_at(plot, middle_of(plot, figure))
        assert plot.accessibleDescription() == words
    point_at(plot, QPoint(-5, -5))
    assert plot.current == NOTHING
    assert "arrow keys" in plot.accessibleDescription()


def test_reading_from_right_to_left_turns_the_walk(theme: Theme, page: QWidget) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    plot = card_of(theme, page, chart_of(LINE)).plot
    plot.setFocus()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.current == 1
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.current == 0
    assert middle_of(plot, 0).x() > middle_of(plot, 2).x()


def test_leaving_a_chart_takes_the_mark_away(theme: Theme, page: QWidget) -> None:
    card = card_of(theme, page, chart_of(BARS))
    page.activateWindow()
    card.plot.setFocus()
    QTest.keyClick(card.plot, Qt.Key.Key_Down)
    assert card.plot.current == 0
    card.table_button.setFocus()
    assert card.plot.current == NOTHING


@pytest.mark.parametrize("choice", list(ThemeChoice))
@pytest.mark.parametrize("name", PLOTS)
def test_a_chart_is_drawn_within_its_bounds_in_every_appearance(
    theme: Theme, page: QWidget, name: str, choice: ThemeChoice
) -> None:
    theme.choose(choice)
    plot = card_of(theme, page, chart_of(PLOTS[name])).plot
    image = plot.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert len(colours) > 3
    for place in plot.places(plot.rect()):
        assert plot.rect().adjusted(-2, -2, 2, 2).contains(place)
    assert plot.height() == plot.height_for(plot.width())


def test_a_bar_is_as_long_as_its_value(theme: Theme, page: QWidget) -> None:
    plot = card_of(theme, page, chart_of(BARS)).plot
    image = plot.grab().toImage()
    long, short = (run_of(image, theme.color(t), plot.places(plot.rect())[n])
        for n, t in enumerate(("accent", "ochre")))  # fmt: skip
    assert long / short == pytest.approx(4.5 / 2, rel=0.03)


def run_of(image: QImage, color: QColor, place: QRect) -> int:
    """How many pixels of that colour stand in the middle line of a row."""
    y = place.center().y()
    return sum(image.pixelColor(x, y) == color for x in range(image.width()))


def test_many_figures_leave_room_for_their_days(theme: Theme, page: QWidget) -> None:
    points = tuple(
        Point(label=f"{n} May", value=5, line=5, words=str(n), mark=Mark.OPEN) for n in range(50)
    )
    plot = card_of(theme, page, chart_of(Line(points=points, low=1, high=10, ticks=(1, 10)))).plot
    found = [plot.at(middle_of(plot, number)) for number in range(50)]
    assert found == list(range(50))


# ------------------------------------------------------------------ the card around it


def test_the_table_takes_the_place_of_the_chart_and_the_keyboard(
    theme: Theme, page: QWidget
) -> None:
    card = card_of(theme, page, chart_of(LINE))
    page.activateWindow()
    card.table_button.click()
    assert card.plot.isHidden()
    assert card.legend.isHidden()
    assert card.table.isVisible()
    assert card.table_button.text() == "Chart"
    assert card.table.accessibleName() == "Table: A finding"
    model = card.table.model()
    headers = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert headers == ["Day", "Employer", "Mean"]
    cells = [[model.index(r, c).data() for c in range(3)] for r in range(2)]
    assert cells == [["4 May 2026", "=Lumen, & Ash", "4.6"], ["5 May 2026", "Acme", "0.0"]]
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Employer: =Lumen, & Ash"
    QTest.keyClick(card.table, Qt.Key.Key_Down)
    assert card.table.currentIndex().row() == 1
    QTest.keyClick(card.table, Qt.Key.Key_Tab)
    assert not card.table.hasFocus()
    card.table_button.click()
    assert card.plot.isVisible()
    assert card.legend.isVisible()


def test_figures_are_copied_as_csv(theme: Theme, page: QWidget, qtbot: QtBot) -> None:
    card = card_of(theme, page, chart_of(BARS))
    with qtbot.waitSignal(card.said) as said:
        card.csv_button.click()
    assert said.args == ["The figures are on the clipboard, as CSV."]
    assert QGuiApplication.clipboard().text() == (
        'Day,Employer,Mean\r\n2026-05-04,"\'=Lumen, & Ash",4.56\r\n2026-05-05,Acme,-0.04\r\n'
    )


@pytest.mark.parametrize("name", PLOTS)
def test_the_picture_is_sharp_and_has_all_but_the_buttons(
    theme: Theme, page: QWidget, name: str
) -> None:
    card = card_of(theme, page, chart_of(PLOTS[name]))
    card.image_button.click()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 900
    drawn = card.picture()
    assert drawn.devicePixelRatio() == 2
    assert image.pixelColor(2, 2) == theme.color("surface")
    foot = [drawn.pixelColor(x, drawn.height() - 8) for x in range(drawn.width())]
    assert set(map(QColor.name, foot)) == {theme.color("surface").name()}
    lines = {
        y for y in range(drawn.height()) for x in range(0, drawn.width(), 3)
        if drawn.pixelColor(x, y) != theme.color("surface")
    }  # fmt: skip
    assert len(lines) > 40


def test_one_of_several_is_chosen_and_stays_when_figures_change(
    theme: Theme, page: QWidget
) -> None:
    first, second = chart_of(LINE, "opening"), chart_of(LINE, "closing")
    card = card_of(theme, page, first, second)
    assert card.choice.isVisible()
    card.choice.click()
    menu = next(each for each in card.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()] == ["opening", "closing"]
    menu.actions()[1].trigger()
    menu.close()
    assert card.title.text() == "A finding closing"
    card.choice.setFocus()
    QTest.keyClick(card.choice, Qt.Key.Key_Tab)
    assert page.focusWidget() is card.plot
    newer = Chart(title="Closing: better", caption="", plot=BARS, table=TABLE, name="closing")
    card.show_set(ChartSet(key="a", charts=(second, first)))
    assert card.title.text() == "A finding closing"
    card.show_set(ChartSet(key="a", charts=(first, newer)))
    assert card.title.text() == "Closing: better"
    assert list(card.plot.words()) == [bar.words for bar in BARS.bars]


def test_newer_figures_leave_the_table_open(theme: Theme, page: QWidget) -> None:
    card = card_of(theme, page, chart_of(BARS))
    card.table_button.click()
    card.show_set(ChartSet(key="a", charts=(chart_of(TAGS, "new"),)))
    assert card.table.isVisible()
    assert card.plot.isHidden()


def test_what_is_lacking_is_said_in_a_sentence_each(
    theme: Theme, page: QWidget, qtbot: QtBot
) -> None:
    card = LackingCard(theme, page)
    sentence = "This shows once three interviews have ratings. One so far."
    card.show_lacking((Lacking(name="Your ratings", sentence=sentence),), "Think back on Acme")
    assert card.isVisible()
    with qtbot.waitSignal(card.pressed):
        card.button.click()
    card.show_lacking((), "")
    assert card.isHidden()


def test_cells_are_told_as_people_write_them(theme: Theme) -> None:
    assert [told(cell) for cell in (date(2026, 5, 4), 3, 2.26, -0.01)] == [
        "4 May 2026",
        "3",
        "2.3",
        "0.0",
    ]
