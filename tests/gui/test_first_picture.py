"""What the first picture does without: it is all loaded afterwards."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.style import AfterwordStyle
from gui.theme import SCROLL_BAR, Theme
from gui.widgets.frames import ScrollArea
from tests.gui.starting import RESOURCES

TOP = Path(__file__).parents[2]
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QAbstractScrollArea
from core.paths import Paths
from gui.app import Afterword, Options
from gui.places import TODAY
from gui.single_instance import SingleInstance

folder, resources = map(Path, sys.argv[1:])
application = QApplication(["afterword", "-style", "Fusion"])
options = Options(paths=Paths.under(folder), own_folder=True)
afterword = Afterword(application, options, SingleInstance("none", folder), resources)
afterword.window.show_page(TODAY.key)

def painted():
    areas = {made.__name__ for made in QAbstractScrollArea.__subclasses__()}
    print("gui.style" in sys.modules, "QMdiArea" in areas, flush=True)
    application.exit()

afterword.window.first_painted.disconnect()
afterword.window.first_painted.connect(painted)
afterword.start()
application.exec()
afterword.desk.close()
"""
"""Says whether the styles, and whether all classes of widgets, were loaded for the picture."""


def test_neither_styles_nor_every_class_of_widgets_are_loaded_for_it(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TOP)}
    run = subprocess.run(
        (sys.executable, "-c", PROGRAM, str(tmp_path), str(RESOURCES)),
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert run.stdout == "False False\n"


def test_native_parts_are_dressed_once_and_keep_their_sizes(
    qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(qapp, RESOURCES)
    long = QLabel("\n".join("word" for _ in range(200)))
    area = ScrollArea(long)
    qtbot.addWidget(area)
    area.resize(200, 100)
    area.show()
    room = area.viewport().width()
    theme.dress()
    first = qapp.style()
    theme.dress()
    assert isinstance(first, AfterwordStyle)
    assert qapp.style() is first
    assert area.verticalScrollBar().width() == SCROLL_BAR
    assert area.viewport().width() == room
    assert area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAsNeeded
