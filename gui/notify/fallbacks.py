"""The simple notifiers: the tray icon's message, and the window itself."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from gui.notify.protocol import Answer, Notice, Notifier


class TrayMessages(Protocol):
    """What is needed of the tray icon."""

    @property
    def shows_messages(self) -> bool: ...

    def show_message(self, title: str, body: str) -> None: ...


class TrayNotifier(Notifier):
    """The tray icon's own message: no buttons, and a click can mean only the newest one."""

    def __init__(self, tray: TrayMessages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tray = tray
        self._newest = ""

    def usable(self) -> bool:
        """Whether there is a tray that shows messages by itself."""
        return self._tray.shows_messages

    def show_notice(self, notice: Notice) -> None:
        """Shows title and body; the answers stay in the window."""
        self._newest = notice.key
        self._tray.show_message(notice.title, notice.body)

    def withdraw(self, key: str) -> None:
        """Nothing can be taken back; a later click opens only what is still due."""
        if key == self._newest:
            self._newest = ""

    def describe(self) -> str:
        """One sentence for the settings page."""
        return "The tray icon shows your reminders, without buttons. Answer them in Today."

    @Slot()
    def clicked(self) -> None:
        """To be called when the user clicks the message."""
        if self._newest:
            self.answered.emit(self._newest, Answer.OPEN.value)


class WindowNotifier(Notifier):
    """The last resort, always there: the window says it, and asks for attention."""

    said = Signal(str, str)
    """A notice's title and body, for the window to show as a toast and to ask for attention."""

    def usable(self) -> bool:
        """Always."""
        return True

    def show_notice(self, notice: Notice) -> None:
        """Hands title and body to the window."""
        self.said.emit(notice.title, notice.body)

    def withdraw(self, key: str) -> None:
        """The window's toast goes by itself."""

    def describe(self) -> str:
        """One sentence for the settings page."""
        return "No notification service was found. Reminders show in this window alone."
