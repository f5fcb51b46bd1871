"""The whole application, started by a test and ended with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.paths import Paths
from gui.app import Afterword, Options
from gui.single_instance import SingleInstance

RESOURCES = Path(__file__).parents[2] / "resources"
PATIENCE_MS = 20_000


class Started:
    """Starts the application, and ends it with the test."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, folder: Path) -> None:
        self._qapp = qapp
        self._qtbot = qtbot
        self._folder = folder
        self.running: list[Afterword] = []

    def __call__(self, paths: Paths, *, hidden: bool = False) -> Afterword:
        instance = SingleInstance(paths.socket_name, self._folder)
        assert instance.claim()
        options = Options(paths=paths, own_folder=True, hidden=hidden)
        afterword = Afterword(self._qapp, options, instance, RESOURCES)
        self.running.append(afterword)
        with self._qtbot.waitSignal(afterword.desk.ready, timeout=PATIENCE_MS):
            afterword.start()
        return afterword


@contextmanager
def started(qapp: QApplication, qtbot: QtBot, folder: Path) -> Iterator[Started]:
    """For a fixture: what it starts is ended."""
    made = Started(qapp, qtbot, folder)
    yield made
    for afterword in made.running:
        afterword.quit()
        afterword.window.deleteLater()
        afterword.deleteLater()
    qapp.processEvents()
