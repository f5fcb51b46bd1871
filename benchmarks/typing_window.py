"""The real window with a letter open, into which keys come ten times a second.

    python benchmarks/typing_window.py DATA_FOLDER

It marks `gap`: the longest time in five seconds in which the window handled no event.
"""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.content import resource
from core.paths import Paths
from gui import trace
from gui.app import Afterword, Options
from gui.compose.checking import Checked
from gui.single_instance import SingleInstance

KEY_MS = 100
WARM_MS = 4000
"""The proofreader is loaded by then: what is measured is typing, not opening."""
OPEN_STEP = "SELECT id FROM step WHERE state = 'open' AND message = 'M1' ORDER BY id LIMIT 1"


class Typist(QObject):
    """Opens a letter, waits until it was checked, and types."""

    def __init__(self, afterword: Afterword, trace_file: str) -> None:
        super().__init__(afterword)
        self._afterword = afterword
        self._trace_file = trace_file
        self._keys = QTimer(self, interval=KEY_MS)
        self._keys.timeout.connect(self._press)
        afterword.desk.ready.connect(self._open)

    def _open(self) -> None:
        with closing(sqlite3.connect(self._afterword.options.paths.database)) as connection:
            (step,) = connection.execute(OPEN_STEP).fetchone()
        page = self._afterword.places.compose()
        page.checking.checked.connect(self._get_ready)
        self._afterword.wired().write_step(step)

    def _get_ready(self, _checked: Checked) -> None:
        if not self._keys.isActive():
            self._keys.start()
            QTimer.singleShot(WARM_MS, self._watch)

    def _watch(self) -> None:
        os.environ[trace.FILE_VARIABLE] = self._trace_file
        trace.watch_gaps(self)

    def _press(self) -> None:
        QTest.keyClick(self._afterword.places.compose().card.body, Qt.Key.Key_A)


def main() -> int:
    """Run until it is ended from outside."""
    application = QApplication(sys.argv[:1])
    trace_file = os.environ.pop(trace.FILE_VARIABLE)
    paths = Paths.under(Path(sys.argv[1]))
    instance = SingleInstance(paths.socket_name)
    instance.claim()
    afterword = Afterword(application, Options(paths=paths), instance, resource("."))
    Typist(afterword, trace_file)
    afterword.start()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
