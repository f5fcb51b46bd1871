"""What several tests of the window begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.gui.reminding import Story


@pytest.fixture(autouse=True)
def leave_no_window_behind(qapp: QApplication) -> Iterator[None]:
    """A dialog that one test left open is not found by the next one that looks for its own."""
    before = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    yield
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible() and widget not in before:
            widget.hide()


@pytest.fixture
def story(qapp: QApplication, tmp_path: Path) -> Iterator[Story]:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    told = Story(tmp_path)
    yield told
    told.reminders.stop()
    told.desk.close()
