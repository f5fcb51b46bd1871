"""What reminders have on screen: which notice speaks of which steps, and what was answered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.clock import Now
from gui.notify.protocol import Answer, Notice, Notifier
from gui.notify.texts import GROUP_KEY, ON_THE_WAY, TEST_KEY, group_notice, notice_of

if TYPE_CHECKING:
    from core.use_cases.steps import Reminder

TODAY = 0
"""In place of a step's id: the page with all of them."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a notice on screen speaks of."""

    reminders: tuple["Reminder", ...]

    @property
    def open_steps(self) -> frozenset[int]:
        return frozenset(one.step_id for one in self.reminders if not one.missed)


class Announcements(QObject):
    """Shows reminders as notices, takes them back when settled, and says what was answered."""

    answered = Signal(object, str)
    """A `Reminder`, and the `Answer` to it (never OPEN)."""
    open_requested = Signal(int)
    """The user wants to see this step; `TODAY` for all of them."""
    forgotten = Signal()
    """The screen was cleared without a word: `repeat` says again what is still due."""

    def __init__(self, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._said: dict[str, _Said] = {}
        self._due: frozenset[int] = frozenset()
        notifier.answered.connect(self._on_answered)
        notifier.dismissed.connect(self._on_dismissed)
        notifier.forgot.connect(self.forgotten)

    def announce(
        self, reminders: Iterable["Reminder"], now: Now, *, away: bool, private: bool
    ) -> None:
        """Shows them: one by itself, several together."""
        alone, together = _sorted_out(tuple(reminders))
        for reminder in alone:
            self._show(notice_of(reminder, now, private=private), (reminder,))
        if together:
            self._show(group_notice(together, away=away, private=private), together)

    def keep_only(self, due: frozenset[int]) -> None:
        """Takes back the notices of which no step is due any more."""
        self._due = due
        for key, said in list(self._said.items()):
            if said.open_steps and not said.open_steps & due:
                del self._said[key]
                self._notifier.withdraw(key)

    def repeat(self, now: Now, *, private: bool) -> None:
        """Shows again what was on screen and is still due."""
        said, self._said = self._said, {}
        still = {
            one.step_id: one
            for each in said.values()
            for one in each.reminders
            if one.step_id in self._due and not one.missed
        }
        if still:
            self.announce(still.values(), now, away=GROUP_KEY in said, private=private)

    def _show(self, notice: Notice, reminders: tuple["Reminder", ...]) -> None:
        self._said[notice.key] = _Said(reminders)
        self._notifier.show_notice(notice)

    @Slot(str, str)
    def _on_answered(self, key: str, answer: str) -> None:
        if key == TEST_KEY and answer != Answer.OPEN:
            return
        said = self._said.pop(key, None)
        reminders: Sequence[Reminder] = said.reminders if said is not None else ()
        if len(reminders) != 1:
            self.open_requested.emit(TODAY)
        elif answer == Answer.OPEN:
            self.open_requested.emit(reminders[0].step_id)
        else:
            self.answered.emit(reminders[0], answer)

    @Slot(str)
    def _on_dismissed(self, key: str) -> None:
        self._said.pop(key, None)


def _sorted_out(
    reminders: tuple["Reminder", ...],
) -> tuple[tuple["Reminder", ...], tuple["Reminder", ...]]:
    """Those to show alone, and those to show together.

    What cannot wait for the window, the way to an interview, is always shown alone.
    """
    urgent = tuple(one for one in reminders if one.rule in ON_THE_WAY and not one.missed)
    others = tuple(one for one in reminders if one not in urgent)
    if len(others) == 1:
        return (*urgent, *others), ()
    return urgent, others
