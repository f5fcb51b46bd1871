"""The composition root of the window: what is made when, and who hears of what.

Only what the first picture needs is imported here at the top. Pages, dialogs, reminders and the
tray are imported once that picture stands.
"""

import gc
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from core.paths import Paths
from core.schema import open_read_only
from core.settings import Preferences, read_stored
from gui import trace, words
from gui.desk import Changed, Desk
from gui.main_window import MainWindow
from gui.pages.today import TodayPage
from gui.places import FIRST_RUN, TODAY, Places
from gui.single_instance import SingleInstance
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.presence import Presence
    from gui.wiring import Wiring

UNDO = ("undo", "Undo")
REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the window was started."""

    paths: Paths
    own_folder: bool = False
    """The user named the data folder at the start."""
    hidden: bool = False
    files: tuple[Path, ...] = ()


class Afterword(QObject):
    """The running application: window, desk, and after the first picture everything else."""

    def __init__(
        self, application: QApplication, options: Options, instance: SingleInstance, resources: Path
    ) -> None:
        super().__init__()
        self.application = application
        self.options = options
        self.instance = instance
        self.resources = resources
        self.presence: Presence | None = None
        self.wiring: Wiring | None = None
        stored = read_preferences(options.paths.database)
        self.theme = Theme(application, resources)
        if stored.theme is not self.theme.choice:
            self.theme.choose(stored.theme)
        self.desk = Desk(options.paths, stored.zone, self)
        self.window = MainWindow(self.theme)
        self.today = TodayPage(self.theme, self.desk)
        self.places = Places(
            self.theme,
            self.desk,
            self.window,
            self.today,
            self.wired,
            own_folder=options.own_folder,
            parent=self,
        )
        self._show_first_page(stored)
        self.window.restore(stored.window_geometry)
        self._change: int | None = None
        self._rest_loaded = False
        self._connect()

    def start(self) -> None:
        """Show the first picture, or stay in the tray; then load the rest."""
        self.read_agenda()
        self.window.focus_page()
        if self.options.hidden:
            QTimer.singleShot(0, self._load_rest)
        else:
            self.window.show()

    def read_agenda(self) -> None:
        """Read Today again, for the page, the badge, the tray and the reminders."""
        agenda = self.desk.agenda()
        if agenda is None:
            return
        self.today.take(agenda, self.desk.now())
        self.window.sidebar.set_badge(TODAY.key, agenda.due_count)
        if self.wiring is not None:
            self.wiring.follow(agenda)

    def quit(self) -> None:
        """Store what is open, and end."""
        self.window.may_close = True
        if self.wiring is not None:
            self.wiring.store_geometry()
        self.window.hide()
        if self.presence is not None:
            self.presence.stop()
        self.desk.close()
        self.instance.release()
        self.application.quit()

    def wired(self) -> "Wiring":
        """The connections between the parts, made now if need be."""
        if self.wiring is None:
            from gui.leaving import Leaving
            from gui.presence import Presence
            from gui.wiring import Wiring

            mark = self.resources / "icons" / "afterword.svg"
            self.presence = Presence(self.desk, mark, self)
            self.wiring = Wiring(
                self.window, self.desk, self.today, self.places, self.presence, self
            )
            self.presence.quit_requested.connect(self.quit)
            self.leaving = Leaving(self.window, self.presence, self.desk, self)
            self.leaving.quit_wanted.connect(self.quit)
        return self.wiring

    def obey_the_system(self) -> None:
        """End in good order when the system asks. For the whole process, so not for tests."""
        from gui.end_signals import EndSignals

        EndSignals(self).asked.connect(self.quit)

    def _show_first_page(self, stored: Preferences) -> None:
        """Today; or, with nothing stored yet, the page that starts it all."""
        if stored.first_run_done or has_applications(self.options.paths.database):
            self.window.show_page(TODAY.key)
        else:
            self.window.sidebar.hide()
            self.window.show_page(FIRST_RUN)

    def _connect(self) -> None:
        self.window.first_painted.connect(self._after_first_picture)
        self.window.toast.answered.connect(self._answer_toast)
        self.desk.changed.connect(self._follow)
        self.desk.failed.connect(self._say)
        self.desk.undone.connect(self._say_undone)
        self.desk.ready.connect(self._on_ready)
        self.desk.refused.connect(self._on_refused)
        self.today.put_back.connect(self.read_agenda)
        self.instance.asked.connect(self._on_second_start)
        self.application.commitDataRequest.connect(self._let_session_end)

    def _after_first_picture(self) -> None:
        trace.watch_gaps(self)
        QTimer.singleShot(0, self._load_rest)

    def _load_rest(self) -> None:
        """Once: a window that starts hidden has its first picture later."""
        if not self._rest_loaded:
            self._rest_loaded = True
            self.desk.start()

    def _on_ready(self) -> None:
        """The database is open: from now on every control does what it says."""
        wiring = self.wired()
        trace.mark("usable")
        if self.options.files:
            wiring.take_files(list(self.options.files))
        QTimer.singleShot(0, self._begin_to_speak)

    def _begin_to_speak(self) -> None:
        """Tray, reminders, and an ear for later starts."""
        self.application.setWindowIcon(QIcon(str(self.resources / "icons" / "afterword.svg")))
        if self.presence is not None:
            self.presence.start()
        self.instance.listen()

    def _on_refused(self, sentence: str) -> None:
        """The file cannot be used: say why, and offer nothing that could not work."""
        from gui.widgets.empty_state import EmptyState

        self.window.add_hidden_page(
            REFUSED, partial(EmptyState, self.theme, "hard-drive", "Your data are safe.", sentence)
        )
        self.window.sidebar.hide()
        self.window.show_page(REFUSED)
        self.window.may_close = True
        self.application.setQuitOnLastWindowClosed(True)
        self.window.come_forward()

    def _follow(self, changed: Changed) -> None:
        self.read_agenda()
        if changed.change_id is not None and changed.label:
            self._change = changed.change_id
            self.window.toast.say(f"{changed.label}.", UNDO)

    def _answer_toast(self, key: str) -> None:
        if key == UNDO[0] and self._change is not None:
            self.desk.undo(self._change)
            self._change = None
        elif self.wiring is not None:
            self.wiring.answer_toast(key)

    def _let_session_end(self) -> None:
        """The user logs out: the window must not hold that up by hiding."""
        self.window.may_close = True

    def _say_undone(self, done: bool) -> None:
        self._say("Undone." if done else "There is nothing to undo.")

    def _on_second_start(self, files: list[Path]) -> None:
        self.window.come_forward()
        if files:
            self.window.files_dropped.emit(files)

    def _say(self, sentence: str) -> None:
        self.window.toast.say(sentence)


def read_preferences(database: Path) -> Preferences:
    """The stored settings, without SQLAlchemy; the defaults while there are none."""
    try:
        with closing(open_read_only(database)) as connection:
            return read_stored(connection)
    except sqlite3.Error:
        return Preferences()


def has_applications(database: Path) -> bool:
    """Whether anything is stored yet."""
    try:
        with closing(open_read_only(database)) as connection:
            found = connection.execute("SELECT EXISTS (SELECT 1 FROM application)").fetchone()
            return bool(found[0])
    except sqlite3.Error:
        return False


def resume_collecting() -> None:
    """What is loaded by now stays; only what comes later is worth the collector's time."""
    gc.freeze()
    gc.enable()


def run(arguments: Sequence[str], options: Options, resources: Path) -> int:
    """Open the window, or raise the one that is open; returns the exit status."""
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("Afterword")
    application.setDesktopFileName("afterword")
    application.setQuitOnLastWindowClosed(False)
    # Qt's own cache of pixmaps wakes the process every ten seconds until it is empty.
    QPixmapCache.setCacheLimit(0)
    QLocale.setDefault(words.interface_locale())
    instance = SingleInstance(options.paths.socket_name)
    if not instance.claim():
        return 0 if instance.hand_over(options.files) else 1
    afterword = Afterword(application, options, instance, resources)
    afterword.desk.ready.connect(resume_collecting)
    afterword.desk.ready.connect(afterword.obey_the_system)
    afterword.desk.refused.connect(resume_collecting)
    afterword.start()
    return application.exec()
