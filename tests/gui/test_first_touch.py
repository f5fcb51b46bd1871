"""The first movement or key is felt once, and reaches the window all the same."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.first_touch import FirstTouch


def test_the_first_key_is_felt_once_and_written(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    handle = field.windowHandle()
    felt: list[str] = []
    touch = FirstTouch(handle, field)
    touch.felt.connect(lambda: felt.append("felt"))
    assert felt == []
    QTest.keyClick(handle, Qt.Key.Key_A)
    QTest.keyClick(handle, Qt.Key.Key_B)
    assert field.text() == "ab"
    assert felt == ["felt"]


def test_a_movement_is_a_touch(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    touch = FirstTouch(field.windowHandle(), field)
    with qtbot.waitSignal(touch.felt):
        QTest.mouseMove(field.windowHandle(), QPoint(5, 5))
