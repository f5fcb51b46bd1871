"""The ordered list of notifiers: the first that is able shows the notice."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from gui.notify.protocol import Notice, Notifier


class OrderedNotifier(Notifier):
    """Gives each notice to the first usable notifier; when one refuses, to those after it."""

    def __init__(self, notifiers: Sequence[Notifier], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifiers = tuple(notifiers)
        self._shown_by: dict[str, Notifier] = {}
        for notifier in self._notifiers:
            notifier.answered.connect(self._on_answered)
            notifier.dismissed.connect(self._on_dismissed)
            notifier.refused.connect(self._on_refused)
            notifier.forgot.connect(self.forgot)

    def start(self) -> None:
        """Starts all notifiers."""
        for notifier in self._notifiers:
            notifier.start()

    def usable(self) -> bool:
        """Whether any notifier is usable."""
        return any(notifier.usable() for notifier in self._notifiers)

    def show_notice(self, notice: Notice) -> None:
        """Shows the notice by the first usable notifier."""
        self._offer(notice, self._notifiers)

    def withdraw(self, key: str) -> None:
        """Takes the notice from wherever it was shown."""
        notifier = self._shown_by.pop(key, None)
        if notifier is not None:
            notifier.withdraw(key)

    def describe(self) -> str:
        """What the first usable notifier says of itself."""
        for notifier in self._notifiers:
            if notifier.usable():
                return notifier.describe()
        return "Nothing here can show notifications. Today always lists what is due."

    def stop(self) -> None:
        """Stops all notifiers."""
        for notifier in self._notifiers:
            notifier.stop()

    def _offer(self, notice: Notice, notifiers: Sequence[Notifier]) -> None:
        chosen = next((one for one in notifiers if one.usable()), None)
        if chosen is None:
            self._shown_by.pop(notice.key, None)
            self.refused.emit(notice)
            return
        before = self._shown_by.get(notice.key)
        if before is not None and before is not chosen:
            before.withdraw(notice.key)
        self._shown_by[notice.key] = chosen
        chosen.show_notice(notice)

    @Slot(object)
    def _on_refused(self, notice: Notice) -> None:
        refuser = self._shown_by.get(notice.key)
        if refuser is None:
            return
        rest = self._notifiers[self._notifiers.index(refuser) + 1 :]
        self._shown_by.pop(notice.key)
        self._offer(notice, rest)

    @Slot(str, str)
    def _on_answered(self, key: str, answer: str) -> None:
        self._shown_by.pop(key, None)
        self.answered.emit(key, answer)

    @Slot(str)
    def _on_dismissed(self, key: str) -> None:
        self._shown_by.pop(key, None)
        self.dismissed.emit(key)
