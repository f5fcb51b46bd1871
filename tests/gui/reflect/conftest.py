"""The theme, for the parts of the reflection's page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from gui.theme import Theme

RESOURCES = Path(__file__).parents[3] / "resources"


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return Theme(qapp, RESOURCES)
