"""A user's day as the reminders see it: one desk, one screen, and the time that the test sets."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from core.agenda import AgendaStep
from core.playbook.values import Mode
from core.use_cases import interviews, steps
from core.use_cases.interviews import InterviewDetails
from core.use_cases.people import NamedPerson
from gui.notify.protocol import Notice, Notifier
from gui.reminders import Reminders
from tests.gui.desk_at import DeskAt

MORNING = datetime(2026, 5, 12, 9, 0, tzinfo=UTC)
"""A Tuesday. The interview is at 14:00, an hour long."""


class Screen(Notifier):
    """Remembers what is shown, and what was shown at all."""

    def __init__(self) -> None:
        super().__init__()
        self.notices: dict[str, Notice] = {}
        self.told: list[str] = []

    def usable(self) -> bool:
        return True

    def show_notice(self, notice: Notice) -> None:
        self.notices[notice.key] = notice
        self.told.append(notice.title)

    def withdraw(self, key: str) -> None:
        self.notices.pop(key, None)

    def describe(self) -> str:
        return "A screen."

    def press(self, title: str, answer: str) -> None:
        key = next(key for key, notice in self.notices.items() if notice.title == title)
        del self.notices[key]
        self.answered.emit(key, answer)

    def dismiss(self, title: str) -> None:
        key = next(key for key, notice in self.notices.items() if notice.title == title)
        del self.notices[key]
        self.dismissed.emit(key)

    def crash(self) -> None:
        self.notices.clear()
        self.forgot.emit()

    @property
    def titles(self) -> list[str]:
        return [notice.title for notice in self.notices.values()]


class Story:
    """One user, one desk, one screen."""

    def __init__(self, folder: Path) -> None:
        self.desk = DeskAt(folder, MORNING)
        self.screen = Screen()
        self.reminders = Reminders(self.desk, self.screen)
        self.opened: list[int] = []
        self.reminders.open_requested.connect(self.opened.append)
        self.desk.followers.append(self.reminders.follow)

    def start(self) -> None:
        self.reminders.start()
        self.desk.tell()

    def restart(self) -> None:
        self.reminders.stop()
        self.desk.followers.clear()
        self.screen = Screen()
        self.reminders = Reminders(self.desk, self.screen)
        self.reminders.open_requested.connect(self.opened.append)
        self.desk.followers.append(self.reminders.follow)
        self.start()

    def interview(self, company: str = "Halvorsen Maritime", travel: int = 0) -> None:
        details = InterviewDetails(
            company=company,
            start=datetime.fromisoformat("2026-05-12T14:00"),
            end=datetime.fromisoformat("2026-05-12T15:00"),
            zone="UTC",
            mode=Mode.ONSITE,
            travel_minutes=travel,
            people=(NamedPerson(name="Ingrid van der Berg", title="Dr."),),
        )
        self.desk.write(interviews.add, details)

    def until(self, hour: int, minute: int = 0, day: int = 12) -> None:
        """The time passes as it does for a running program: tick by tick."""
        end = datetime(2026, 5, day, hour, minute, tzinfo=UTC)
        while self.desk.instant < end:
            self.desk.instant = min(end, self.desk.instant + self.wait)
            self.reminders.tick()

    @property
    def wait(self) -> timedelta:
        return timedelta(milliseconds=max(1, self.reminders._timer.interval()))

    def sleep_until(self, hour: int, minute: int = 0, day: int = 12) -> None:
        """The machine sleeps, or the clock is set: the next tick comes late."""
        self.desk.instant = datetime(2026, 5, day, hour, minute, tzinfo=UTC)
        self.reminders.tick()

    def step(self, rule: str) -> AgendaStep:
        agenda = self.desk.agenda()
        all_steps = (
            *agenda.overdue,
            *agenda.due_now,
            *agenda.later_today,
            *agenda.next_days,
            *agenda.done_today,
        )
        return next(step for step in all_steps if step.rule == rule)


def only(story: Story, *rules: str) -> None:
    """All others of these days are settled, so that the story is about these."""
    agenda = story.desk.agenda()
    for step in (*agenda.overdue, *agenda.due_now, *agenda.later_today, *agenda.next_days):
        if step.rule not in (*rules, "N4"):
            story.desk.write(steps.skip, step.id, "")
