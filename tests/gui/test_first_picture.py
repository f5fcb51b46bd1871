"""What the first picture does without: it is all loaded afterwards."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QRadioButton, QToolTip
from pytestqt.qtbot import QtBot

from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.paths import Paths
from core.use_cases import interviews
from core.use_cases.interviews import InterviewDetails
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
from gui.single_instance import SingleInstance

folder, resources = map(Path, sys.argv[1:])
application = QApplication(["afterword", "-style", "Fusion"])
options = Options(paths=Paths.under(folder), own_folder=True)
afterword = Afterword(application, options, SingleInstance("none", folder), resources)

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


def store_interview(paths: Paths) -> None:
    """So that Today is the first page."""
    start = datetime(2026, 3, 27, 14, tzinfo=UTC).replace(tzinfo=None)
    details = InterviewDetails(
        company="Halvorsen Maritime", start=start, end=start.replace(hour=15), zone="UTC"
    )
    database = Database.open(paths, load_playbook(None))
    with database.session() as session:
        interviews.add(session, details, Now(datetime(2026, 3, 27, tzinfo=UTC), "UTC"))
    database.close()


def test_neither_styles_nor_every_class_of_widgets_are_loaded_for_it(tmp_path: Path) -> None:
    store_interview(Paths.under(tmp_path))
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
    for native in (QCheckBox(), QRadioButton()):
        assert native.font().families() == qapp.font().families()
    assert QToolTip.palette() == qapp.palette()
