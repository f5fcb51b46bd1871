"""What the settings page stands among: a login entry, reminders and a notifier that tests can look at."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from core.settings import Preferences
from core.use_cases import settings
from gui.autostart import OFF, ON, AutostartError, AutostartState
from gui.notify.protocol import Notice, Notifier
from gui.pages.settings import SettingsPage
from gui.theme import Theme
from tests.gui.pages.world import World


class LoginEntry:
    """A login entry that can be written, or not."""

    def __init__(self) -> None:
        self.enabled = False
        self.locked = False

    def state(self) -> AutostartState:
        return ON if self.enabled else OFF

    def enable(self) -> None:
        self._set(enabled=True)

    def disable(self) -> None:
        self._set(enabled=False)

    def _set(self, *, enabled: bool) -> None:
        if self.locked:
            raise AutostartError("The entry could not be written. Afterword works without it.")
        self.enabled = enabled


class Silence(QObject):
    """Reminders that can be paused."""

    pause_changed = Signal(object)

    def __init__(self, world: World) -> None:
        super().__init__()
        self._world = world
        self.paused_until: datetime | None = None
        self.tried = 0

    def pause_for_hour(self) -> None:
        self._pause(self._world.instant + timedelta(hours=1))

    def pause_until_tomorrow(self) -> None:
        self._pause(self._world.instant + timedelta(hours=20))

    def resume(self) -> None:
        self._pause(None)

    def try_out(self) -> None:
        self.tried += 1

    def _pause(self, until: datetime | None) -> None:
        self.paused_until = until
        self.pause_changed.emit(until)


class Screen(Notifier):
    def usable(self) -> bool:
        return True

    def show_notice(self, notice: Notice) -> None:
        pass

    def withdraw(self, key: str) -> None:
        pass

    def describe(self) -> str:
        return "The desktop shows reminders, with buttons."


def open_settings(
    qtbot: QtBot, theme: Theme, world: World, entry: LoginEntry, silence: Silence
) -> SettingsPage:
    """The page, as it is looked at."""
    page = SettingsPage(theme, world, entry, silence, Screen())
    qtbot.addWidget(page)
    page.resize(992, 800)
    page.show()
    return page


def stored(world: World) -> Preferences:
    """All settings as they are stored."""
    with world.database.reading() as session:
        return settings.read(session)
