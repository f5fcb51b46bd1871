"""What a notifier is: something that can put a short notice before the user's eyes.

Every way of showing one (the desktop's own, the tray's message, the window) is a `Notifier`;
`gui.notify.ordered` tries them in turn.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QObject, Signal


class Urgency(IntEnum):
    """How loudly to speak; the numbers are those of the desktop notification specification."""

    LOW = 0
    NORMAL = 1
    CRITICAL = 2


class Answer(StrEnum):
    """What the user can do from a notice. OPEN is also the click on the notice itself."""

    DONE = "done"
    SNOOZE = "snooze"
    OPEN = "open"


ALL_ANSWERS = (Answer.DONE, Answer.SNOOZE, Answer.OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice. A later one with the same `key` takes the place of the earlier."""

    key: str
    title: str
    body: str
    urgency: Urgency = Urgency.NORMAL
    answers: tuple[Answer, ...] = ALL_ANSWERS


class Notifier(QObject):
    """Shows notices. Subclasses say what they can; none of them ever blocks or raises.

    A notice that is shown proves nothing: only an answer does. It is no abstract base class: Qt's
    objects have a metaclass of their own. What every notifier must say raises here.
    """

    answered = Signal(str, str)
    """The notice's key, and the `Answer` that the user gave."""
    dismissed = Signal(str)
    """The user put the notice with this key away, without an answer."""
    refused = Signal(object)
    """This `Notice` could not be shown here; the next notifier may try."""
    forgot = Signal()
    """All notices on screen are gone without a word, as after a restart of the daemon."""

    def start(self) -> None:
        """Gets ready. Called once, after the first picture of the window."""

    def usable(self) -> bool:
        """Whether it is worth trying to show something here now."""
        raise NotImplementedError

    def show_notice(self, notice: Notice) -> None:
        """Shows the notice, or emits `refused` with it, now or later."""
        raise NotImplementedError

    def withdraw(self, key: str) -> None:
        """Takes the notice with this key from the screen, if it is still there."""
        raise NotImplementedError

    def describe(self) -> str:
        """One sentence on what shows the notices and what it can do, for the settings page."""
        raise NotImplementedError

    def stop(self) -> None:
        """Lets go of everything. Called once, at the end."""
