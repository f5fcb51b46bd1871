"""Pressing keys in an editor of answers."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def press(editor: QWidget, *keys: Qt.Key | str) -> None:
    """Press keys, each where the keyboard is by then."""
    for key in keys:
        focused = editor.window().focusWidget()
        if isinstance(key, str):
            QTest.keyClicks(focused, key)
        else:
            QTest.keyClick(focused, key)
