"""Reminders: one timer, which asks the database what is due, and says it.

There is no timer a step. Instants are absolute and compared with the clock at each tick, so sleep,
a clock set forward or back, and a change of zone need nothing of their own. What is due is claimed
in the database first, then shown; a notice proves nothing, only an answer does.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance, Slot

from core.agenda import Agenda
from core.clock import Now
from core.playbook.windows import tomorrow_morning
from core.settings import Preferences
from gui import actions, glances, page_actions
from gui.announcements import TODAY, Announcements
from gui.notify.protocol import Answer, Notifier
from gui.notify.texts import refusal_notice, snooze_length, try_out_notice

if TYPE_CHECKING:
    from core.use_cases.steps import Reminder

__all__ = ["TODAY", "ReminderDesk", "Reminders"]

LOG = logging.getLogger(__name__)
R = TypeVar("R")
TICK = timedelta(seconds=30)
AWAY = timedelta(seconds=90)
"""A tick so late means that the machine slept, or the clock was set forward."""
LOOK_AGAIN = timedelta(minutes=10)
"""How often the database is asked though nothing is to be said: some steps only expire."""
RETRY_MS = 1000
AHEAD = timedelta(seconds=45)
"""So long before a reminder the database is opened, if it rests: longer than a tick takes."""
PATIENCE = timedelta(seconds=60)
"""How long an answer to a claim may take before it is asked again."""


class ReminderDesk(Protocol):
    """What is needed of the Desk."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted after anything was written."""
        ...

    def now(self) -> Now:
        """The present moment."""
        ...

    def glance(
        self,
        query: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        """Runs a query that loads nothing; `then` gets its result."""
        ...

    def warm(self) -> None:
        """Gets ready for what is asked soon."""
        ...

    def write(
        self,
        use_case: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object] | None = None,
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        """Runs the use case; `then` gets what it returns, `otherwise` what kept it from it."""
        ...


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
        self, desk: ReminderDesk, notifier: Notifier, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notifier = notifier
        self._next: datetime | None = None
        self._ready_for: datetime | None = None
        self._preferences: Preferences | None = None
        self._last_tick: datetime | None = None
        self._last_claim: datetime | None = None
        self._claim_asked: datetime | None = None
        self._told_pause: datetime | None = None
        self._away = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._announcements = Announcements(notifier, self)
        self._announcements.answered.connect(self._on_answered)
        self._announcements.open_requested.connect(self.open_requested)
        self._announcements.forgotten.connect(self._say_again)

    @property
    def next_reminder(self) -> datetime | None:
        """When something is next to be said, as far as is known."""
        return self._next

    @property
    def paused_until(self) -> datetime | None:
        """Until when reminders are paused; None: they are on."""
        until = self._preferences.paused_until if self._preferences is not None else None
        return until if until is not None and until > self._desk.now().instant else None

    def start(self) -> None:
        """Begins to speak: first of all that came due while nobody could be told."""
        self._notifier.start()
        self._desk.changed.connect(self._read_preferences)
        self._read_preferences()

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
        self._tell_end_of_pause()
        if self._may_speak and self._must_claim(now):
            self._claim(now)
        self._arm(now)

    @Slot(object)
    def follow(self, agenda: Agenda) -> None:
        """Learns when to speak next, and takes back what is no longer due."""
        self._next = agenda.next_reminder
        due = frozenset(step.id for step in (*agenda.overdue, *agenda.due_now))
        self._announcements.keep_only(due)
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

    @property
    def _may_speak(self) -> bool:
        return self._preferences is not None and self.paused_until is None

    @property
    def _private(self) -> bool:
        return self._preferences is None or self._preferences.private_notifications

    @Slot()
    def _read_preferences(self) -> None:
        self._desk.glance(glances.preferences, then=self._on_preferences)

    def _on_preferences(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self.tick()

    def _tell_end_of_pause(self) -> None:
        before, self._told_pause = self._told_pause, self.paused_until
        if before != self._told_pause:
            self._away = True
            self._last_claim = None
            self.pause_changed.emit(self._told_pause)

    def _must_claim(self, now: datetime) -> bool:
        if self._claim_asked is not None and abs(now - self._claim_asked) < PATIENCE:
            return False
        if self._next is not None and self._next <= now:
            return True
        return self._last_claim is None or now - self._last_claim >= LOOK_AGAIN

    def _claim(self, now: datetime) -> None:
        self._claim_asked = now
        if self._next is not None and self._next <= now:
            self._on_asked(True)
        else:
            self._desk.glance(glances.asks, then=self._on_asked, otherwise=self._on_no_claim)

    def _on_asked(self, something: bool) -> None:
        """Most looks find nothing; only a claim writes."""
        if something:
            self._desk.write(actions.claim_due, then=self._on_claimed, otherwise=self._on_no_claim)
        else:
            self._settle(self._desk.now().instant)

    def _get_ready(self, now: datetime) -> None:
        """Once before each reminder, whatever it was that brought the news of it."""
        near = self._next is not None and self._next - now < AHEAD
        if near and self._may_speak and self._ready_for != self._next:
            self._ready_for = self._next
            self._desk.warm()

    def _arm(self, now: datetime) -> None:
        self._get_ready(now)
        ends = [now + TICK]
        if self._claim_asked is None and self._may_speak and self._next is not None:
            ends.append(self._next)
        if self.paused_until is not None:
            ends.append(self.paused_until)
        wait = max(timedelta(0), min(ends) - now)
        self._timer.start(ceil(wait / timedelta(milliseconds=1)))

    def _on_claimed(self, reminders: Sequence["Reminder"]) -> None:
        now = self._desk.now()
        self._next = None  # the agenda that follows brings it
        if reminders:
            self._announcements.announce(reminders, now, away=self._away, private=self._private)
        self._settle(now.instant)

    def _settle(self, now: datetime) -> None:
        """Everything that was to be said by now is said."""
        self._claim_asked = None
        self._last_claim = now
        self._away = False
        self._arm(now)

    def _on_no_claim(self, reason: Exception) -> None:
        """The database was busy, or its disk full: asked again soon, until it answers."""
        LOG.warning("what is due could not be asked: %s", type(reason).__name__)
        self._claim_asked = None
        self._timer.start(RETRY_MS)

    @Slot()
    def _say_again(self) -> None:
        if self.paused_until is None:
            self._announcements.repeat(self._desk.now(), private=self._private)

    @Slot(object, str)
    def _on_answered(self, reminder: "Reminder", answer: str) -> None:
        self._store(reminder, answer)
        self.acted.emit(reminder.step_id, answer)

    def _store(self, reminder: "Reminder", answer: str) -> None:
        if answer == Answer.DONE:
            self._desk.write(actions.done, reminder.step_id, otherwise=self._on_not_stored)
        elif answer == Answer.SNOOZE:
            until = self._desk.now().instant + snooze_length(reminder.rule)
            step = reminder.step_id
            self._desk.write(actions.snooze, step, until, otherwise=self._on_not_stored)

    def _on_not_stored(self, reason: Exception) -> None:
        """The window may be hidden, so the sentence comes where the button was."""
        self._notifier.show_notice(refusal_notice(reason))

    def _pause(self, until: datetime | None) -> None:
        self._desk.write(page_actions.change_setting, "paused_until", until)
