"""Fields: Tab leaves them, digits count, and the wheel scrolls the page over them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.widgets.fields import ChoiceField, NumberField, TextField, TimeField
from gui.widgets.forms import FormRow
from gui.widgets.moment_field import WallTimeField

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return Theme(qapp, RESOURCES)


def focus_widget() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


class Form(QWidget):
    """A moment between two lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.moment = WallTimeField(theme, datetime.fromisoformat("2026-05-11T15:00"))
        column = QVBoxLayout(self)
        for each in (self.before, self.moment, self.after):
            column.addWidget(each)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> Form:
    form = Form(theme)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    form.before.setFocus()
    return form


def test_one_tab_leaves_a_moment_and_words_reach_the_next_field(form: Form) -> None:
    before, field, after = form.before, form.moment, form.after
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert field.hasFocus()

    QTest.keyClick(field, Qt.Key.Key_Tab)
    QTest.keyClicks(focus_widget(), "Ingrid")

    assert after.text() == "Ingrid"
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    QTest.keyClick(field, Qt.Key.Key_Backtab)
    assert before.hasFocus()


def test_digits_typed_into_a_moment_count_from_the_day_on(form: Form) -> None:
    before, field = form.before, form.moment
    QTest.keyClick(before, Qt.Key.Key_Tab)

    QTest.keyClicks(field, "20")
    assert field.wall() == datetime.fromisoformat("2026-05-20T15:00")

    QTest.keyClicks(field, "Jun20261430")
    assert field.wall() == datetime.fromisoformat("2026-06-20T14:30")


FIELDS: list[Callable[[Theme], QWidget]] = [
    lambda theme: WallTimeField(theme, datetime.fromisoformat("2026-05-11T15:00")),
    TimeField,
    lambda theme: NumberField(theme, value=10),
    lambda theme: ChoiceField(theme, (("a", "A"), ("b", "B")), "a"),
]


@pytest.mark.parametrize("make", FIELDS)
def test_the_wheel_over_a_field_without_focus_is_the_pages(
    qtbot: QtBot, theme: Theme, make: Callable[[Theme], QWidget]
) -> None:
    field = make(theme)
    qtbot.addWidget(field)
    shown = _shown(field)
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, event)

    assert _shown(field) == shown
    assert not event.isAccepted()


def _shown(field: QWidget) -> str:
    if isinstance(field, ChoiceField):
        return field.currentText()
    assert isinstance(field, WallTimeField | TimeField | NumberField)
    return field.text()


def test_an_error_goes_as_soon_as_the_field_is_mended(qtbot: QtBot, theme: Theme) -> None:
    field = TextField(theme)
    row = FormRow(theme, "With which company?", field, "Its usual name.")
    qtbot.addWidget(row)
    row.show_error("The company is missing.")
    QTest.keyClicks(field, " ")
    assert field.accessibleDescription() == "The company is missing."

    QTest.keyClicks(field, "H")

    assert field.accessibleDescription() == "Its usual name."
    assert not field.property("wrong")


@pytest.mark.parametrize("larger", [1.0, 2.0, 3.0])
def test_a_choice_has_room_for_its_longest_words_at_any_text_size(
    theme: Theme, qtbot: QtBot, larger: float
) -> None:
    field = ChoiceField(theme, [("list", "Checklist"), ("told", "What you told them")])
    qtbot.addWidget(field)
    font = field.font()
    font.setPointSizeF(font.pointSizeF() * larger)
    field.setFont(font)
    field.resize(field.sizeHint())
    option, kind = QStyleOptionComboBox(), QStyle.ComplexControl.CC_ComboBox
    field.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = field.style().subControlRect(kind, option, part, field).width()
    assert room >= field.fontMetrics().horizontalAdvance("What you told them") + 2
