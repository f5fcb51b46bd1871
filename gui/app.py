"""The composition root of the window: what is made when, and who hears of what.

Only what the first picture needs is imported here at the top. Pages, dialogs, reminders and the
tray are imported once that picture stands.
"""

import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from core.paths import Paths
from core.settings import Preferences
from gui import trace, words
from gui.desk import Changed, Desk
from gui.garbage import Garbage
from gui.main_window import MainWindow
from gui.pages.today import TodayPage
from gui.places import FIRST_RUN, TODAY, Places
from gui.single_instance import SingleInstance
from gui.stored import has_applications, read_preferences
from gui.theme import Theme

if TYPE_CHECKING:
    from gui.news.rounds import NewsRounds
    from gui.presence import Presence
    from gui.wiring import Wiring

UNDO = ("undo", "Undo")
REFUSED = "refused"
BREATH_MS, TURN_MS = 1, 20
"""Between two things that take a while, so that the window answers in between."""
COPY_MS = 5000
"""The day's copy waits until the start is over."""

STYLE = "gui.style"
REST = (
    "core.playbook.values",
    "gui.notify.ordered",
    "gui.reminders",
    "gui.presence",
    "gui.intake",
    "gui.hand_over",
    "gui.compose.sent_question",
    "gui.compose.mailing",
    "gui.wiring",
)
"""Loaded after the first picture, in this order."""


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
        self.garbage = Garbage(self)
        self.presence: Presence | None = None
        self.wiring: Wiring | None = None
        self.news: NewsRounds | None = None
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
        self._to_load = deque(REST)
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
        if self.wiring is not None:
            self.wiring.mailing.stop()
        if self.news is not None:
            self.news.stop()
        if self.presence is not None:
            self.presence.stop()
        self.places.close()
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
            self.presence.reminders.ticked.connect(self.garbage.look)
            self.leaving = Leaving(self.window, self.presence, self.desk, self)
            self.leaving.quit_wanted.connect(self.quit)
        return self.wiring

    def obey_the_system(self) -> None:
        """End in good order when the system asks. For the whole process, so not for tests."""
        from gui.end_signals import EndSignals

        signals = EndSignals(self)
        signals.asked.connect(self.quit)
        self.application.aboutToQuit.connect(signals.close)

    def _show_first_page(self, stored: Preferences) -> None:
        """Today; or, with nothing stored yet, the page that starts it all."""
        if stored.first_run_done or has_applications(self.options.paths.database):
            self.window.show_page(TODAY.key)
        else:
            self.theme.dress()  # this page has fields
            self.window.sidebar.hide()
            self.window.show_page(FIRST_RUN)

    def _connect(self) -> None:
        self.window.first_painted.connect(self._after_first_picture)
        self.window.toast.answered.connect(self._answer_toast)
        self.desk.changed.connect(self._follow)
        self.desk.changed.connect(self.garbage.look)
        self.desk.failed.connect(self._say)
        self.desk.undone.connect(self._say_undone)
        self.desk.ready.connect(self._on_ready)
        self.desk.refused.connect(self._on_refused)
        self.today.put_back.connect(self.read_agenda)
        self.instance.asked.connect(self._on_second_start)
        self.application.commitDataRequest.connect(self._let_session_end)

    def _after_first_picture(self) -> None:
        from gui.first_touch import FirstTouch

        trace.watch_gaps(self)
        touch = FirstTouch(self.window.windowHandle(), self)
        touch.felt.connect(self.desk.warm)
        self.desk.warmed.connect(self._on_warmed)
        QTimer.singleShot(0, self._load_rest)

    def _on_warmed(self) -> None:
        trace.mark("opened")
        if self.news is None:
            from gui.news.rounds import NewsRounds

            self.news = NewsRounds(self.desk, self)
        self.news.start()

    def _load_rest(self) -> None:
        """Connect every control, then the database: what is asked meanwhile waits its turn.

        Once only: a window that starts hidden has its first picture later.
        """
        if not self._rest_loaded:
            self._rest_loaded = True
            import_module(STYLE)
            QTimer.singleShot(BREATH_MS, self._dress)

    def _dress(self) -> None:
        self.theme.dress()
        QTimer.singleShot(BREATH_MS, self._load_next)

    def _load_next(self) -> None:
        """One module at a time: the window answers in between."""
        if self._to_load:
            import_module(self._to_load.popleft())
            QTimer.singleShot(BREATH_MS, self._load_next)
        else:
            self._connect_rest()

    def _connect_rest(self) -> None:
        self.wired()
        trace.mark("usable")
        self.desk.start()

    def _on_ready(self) -> None:
        """There is a database: now the window speaks and listens, one thing after another."""
        trace.mark("ready")
        if self.options.files:
            self.wired().take_files(list(self.options.files))
        turns = (self._show_mark, self._show_icon, self._speak, self._listen)
        for number, turn in enumerate(turns, start=1):
            QTimer.singleShot(number * TURN_MS, turn)

    def _show_mark(self) -> None:
        self.application.setWindowIcon(QIcon(str(self.resources / "icons" / "afterword.svg")))

    def _show_icon(self) -> None:
        if self.presence is not None:
            self.presence.show()

    def _speak(self) -> None:
        if self.presence is not None:
            self.presence.start()
            QTimer.singleShot(COPY_MS, self._copy_daily)

    def _copy_daily(self) -> None:
        from gui.daily_copy import DailyCopy

        daily = DailyCopy(self.desk, self)
        daily.said.connect(self._say)
        self.wired().presence.reminders.ticked.connect(daily.look)
        daily.look()

    def _listen(self) -> None:
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

    def _say_undone(self, label: str) -> None:
        self._say(f"Undone: “{label}”." if label else "There is nothing to undo.")

    def _on_second_start(self, files: list[Path]) -> None:
        self.window.come_forward()
        if files:
            self.window.files_dropped.emit(files)

    def _say(self, sentence: str) -> None:
        self.window.toast.say(sentence)


def run(arguments: Sequence[str], options: Options, resources: Path) -> int:
    """Open the window, or raise the one that is open; returns the exit status."""
    # Until `Theme.dress`, the style that ours is built on, whatever the desktop has.
    application = QApplication([sys.argv[0], "-style", "Fusion", *arguments])
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
    afterword.desk.ready.connect(afterword.garbage.spare)
    afterword.desk.ready.connect(afterword.obey_the_system)
    afterword.start()
    return application.exec()
