"""The theme, and what makes an editor in a window, for the parts of the reflection's page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from tests.gui.reflect.making import Maker

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return Theme(qapp, RESOURCES)


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Maker:
    return Maker(qtbot, theme)
