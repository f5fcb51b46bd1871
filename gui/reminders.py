"""Reminders: one timer, which asks the database what is due, and says it.

There is no timer a step. Instants are absolute and compared with the clock at each tick, so sleep,
a clock set forward or back, and a change of zone need nothing of their own. What is due is claimed
in the database first, then shown; a notice proves nothing, only an answer does.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance, Slot

from core.clock import Now
from core.playbook.windows import tomorrow_morning
from core.settings import Preferences
from gui.notify.protocol import Answer, Notice, Notifier
from gui.notify.texts import (
    GROUP_KEY,
    ON_THE_WAY,
    group_notice,
    notice_of,
    snooze_length,
    try_out_notice,
)

if TYPE_CHECKING:
    from core.use_cases.steps import Reminder

LOG = logging.getLogger(__name__)
TICK = timedelta(seconds=30)
AWAY = timedelta(seconds=90)
"""A tick so late means that the machine slept, or the clock was set forward."""
LOOK_AGAIN = timedelta(minutes=10)
"""How often the database is asked though nothing is to be said: some steps only expire."""
PATIENCE = timedelta(seconds=60)
"""How long an answer to a claim may take before it is asked again."""
TODAY = 0
"""In place of a step's id: the page with all of them."""


class ReminderDesk(Protocol):
    """What is needed of the Desk."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted after anything was written."""
        ...

    def now(self) -> Now:
        """The present moment."""
        ...

    def write(
        self,
        use_case: Callable[..., object],
        *args: object,
        then: Callable[..., None] | None = None,
    ) -> None:
        """Runs `use_case(session, *args, now)`; `then` gets what it returns."""
        ...


class Diary(Protocol):
    """What is read at once, without the Desk: short questions to the database."""

    def next_reminder(self) -> datetime | None:
        """When something is next to be said."""
        ...

    def due_steps(self, now: Now) -> frozenset[int]:
        """The ids of the steps that need the user now."""
        ...

    def preferences(self) -> Preferences:
        """The user's settings."""
        ...


@dataclass(frozen=True, slots=True)
class _Said:
    """What a notice on screen speaks of."""

    reminders: tuple["Reminder", ...]

    @property
    def steps(self) -> frozenset[int]:
        return frozenset(one.step_id for one in self.reminders if not one.missed)


class Reminders(QObject):
    """Says what is due when it is due, and stores the answers."""

    ticked = Signal()
    """At least every 30 seconds: for whoever else looks at the world now and then."""
    acted = Signal(int, str)
    """A step's id, and the `Answer` that was given on its notice."""
    open_requested = Signal(int)
    """The user wants to see this step; `TODAY` for all of them."""
    pause_changed = Signal(object)
    """Paused until this instant, or not paused (None)."""

    def __init__(
        self, desk: ReminderDesk, diary: Diary, notifier: Notifier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._diary = diary
        self._notifier = notifier
        self._next: datetime | None = None
        self._preferences = Preferences()
        self._said: dict[str, _Said] = {}
        self._last_tick: datetime | None = None
        self._last_claim: datetime | None = None
        self._claim_asked: datetime | None = None
        self._away = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        desk.changed.connect(self.look_again)
        notifier.answered.connect(self._on_answered)
        notifier.dismissed.connect(self._on_dismissed)
        notifier.forgot.connect(self._announce_again)

    @property
    def next_reminder(self) -> datetime | None:
        """When something is next to be said, as far as is known."""
        return self._next

    @property
    def paused_until(self) -> datetime | None:
        """Until when reminders are paused; None: they are on."""
        until = self._preferences.paused_until
        return until if until is not None and until > self._desk.now().instant else None

    def start(self) -> None:
        """Begins to speak: first of all that came due while nobody could be told."""
        self._notifier.start()
        self._read_diary()
        self.tick()

    def stop(self) -> None:
        """Falls silent."""
        self._timer.stop()
        self._notifier.stop()

    @Slot()
    def tick(self) -> None:
        """Compares the clock with what is to be said next."""
        now = self._desk.now().instant
        self._notice_gap(now)
        self.ticked.emit()
        self._read_diary()
        if self.paused_until is None and self._must_claim(now):
            self._claim(now)
        self._arm(now)

    @Slot()
    def look_again(self) -> None:
        """Reads anew when to speak next, and takes back what is no longer due."""
        self._read_diary()
        self._withdraw_settled()
        self._arm(self._desk.now().instant)

    @Slot()
    def pause_for_hour(self) -> None:
        """Silence for an hour. Nothing is lost: it is told afterwards."""
        self._pause(self._desk.now().instant + timedelta(hours=1))

    @Slot()
    def pause_until_tomorrow(self) -> None:
        """Silence until tomorrow morning."""
        now = self._desk.now()
        self._pause(tomorrow_morning(now.instant, now.zone))

    @Slot()
    def resume(self) -> None:
        """Ends the silence, and tells what came due in it."""
        self._pause(None)

    @Slot()
    def try_out(self) -> None:
        """Shows a notice that speaks of nothing, so that the user sees how they look."""
        self._notifier.show_notice(try_out_notice())

    def _notice_gap(self, now: datetime) -> None:
        before, self._last_tick = self._last_tick, now
        if before is None:
            return
        if now - before > AWAY:
            self._away = True
        if abs(now - before) > AWAY:
            LOG.info("the clock jumped by %d s", (now - before).total_seconds())
            self._last_claim = None

    def _read_diary(self) -> None:
        self._next = self._diary.next_reminder()
        before, self._preferences = self._preferences, self._diary.preferences()
        if before.paused_until != self._preferences.paused_until:
            self.pause_changed.emit(self.paused_until)

    def _must_claim(self, now: datetime) -> bool:
        if self._claim_asked is not None and abs(now - self._claim_asked) < PATIENCE:
            return False
        if self._next is not None and self._next <= now:
            return True
        return self._last_claim is None or now - self._last_claim >= LOOK_AGAIN

    def _claim(self, now: datetime) -> None:
        from core.use_cases import steps

        self._claim_asked = now
        self._desk.write(steps.claim_due, then=self._on_claimed)

    def _arm(self, now: datetime) -> None:
        ends = [now + TICK]
        if self._claim_asked is None and self.paused_until is None and self._next is not None:
            ends.append(self._next)
        if self.paused_until is not None:
            ends.append(self.paused_until)
        wait = max(timedelta(0), min(ends) - now)
        self._timer.start(ceil(wait / timedelta(milliseconds=1)))

    def _on_claimed(self, reminders: Sequence["Reminder"]) -> None:
        now = self._desk.now()
        self._claim_asked = None
        self._last_claim = now.instant
        if reminders:
            self._announce(reminders, now, away=self._away)
        self._away = False
        self._read_diary()
        self._arm(now.instant)

    def _announce(self, reminders: Iterable["Reminder"], now: Now, *, away: bool) -> None:
        private = self._preferences.private_notifications
        alone, together = _sorted_out(tuple(reminders))
        for reminder in alone:
            self._show(notice_of(reminder, now, private=private), (reminder,))
        if together:
            self._show(group_notice(together, away=away, private=private), together)

    def _show(self, notice: Notice, reminders: tuple["Reminder", ...]) -> None:
        self._said[notice.key] = _Said(reminders)
        self._notifier.show_notice(notice)

    def _withdraw_settled(self) -> None:
        if not any(said.steps for said in self._said.values()):
            return
        due = self._diary.due_steps(self._desk.now())
        for key, said in list(self._said.items()):
            if said.steps and not said.steps & due:
                del self._said[key]
                self._notifier.withdraw(key)

    @Slot()
    def _announce_again(self) -> None:
        now = self._desk.now()
        due = self._diary.due_steps(now)
        said, self._said = self._said, {}
        still = {
            one.step_id: one
            for each in said.values()
            for one in each.reminders
            if one.step_id in due and not one.missed
        }
        if still and self.paused_until is None:
            self._announce(still.values(), now, away=GROUP_KEY in said)

    @Slot(str, str)
    def _on_answered(self, key: str, answer: str) -> None:
        said = self._said.pop(key, None)
        reminders = said.reminders if said is not None else ()
        if len(reminders) != 1 or answer == Answer.OPEN:
            self.open_requested.emit(reminders[0].step_id if len(reminders) == 1 else TODAY)
            return
        self._store(reminders[0], answer)
        self.acted.emit(reminders[0].step_id, answer)

    def _store(self, reminder: "Reminder", answer: str) -> None:
        from core.use_cases import steps

        if answer == Answer.DONE:
            self._desk.write(steps.done, reminder.step_id)
        elif answer == Answer.SNOOZE:
            until = self._desk.now().instant + snooze_length(reminder.rule)
            self._desk.write(steps.snooze, reminder.step_id, until)

    @Slot(str)
    def _on_dismissed(self, key: str) -> None:
        self._said.pop(key, None)

    def _pause(self, until: datetime | None) -> None:
        from core.use_cases import settings

        self._away = True
        self._last_claim = None
        self._desk.write(settings.change, "paused_until", until, then=self._on_pause_stored)

    def _on_pause_stored(self, _stored: object) -> None:
        self._read_diary()
        self.tick()


def _sorted_out(
    reminders: tuple["Reminder", ...],
) -> tuple[tuple["Reminder", ...], tuple["Reminder", ...]]:
    """Those to show alone, and those to show together: one alone, several together.

    What cannot wait for the window, the way to an interview, is always shown alone.
    """
    urgent = tuple(one for one in reminders if one.rule in ON_THE_WAY and not one.missed)
    others = tuple(one for one in reminders if one not in urgent)
    if len(others) == 1:
        return (*urgent, *others), ()
    return urgent, others
