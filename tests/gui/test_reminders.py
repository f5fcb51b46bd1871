"""When reminders speak, and what becomes of the answers. Time and notifier are the test's own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from sqlalchemy import delete

from core.agenda import AgendaStep
from core.models import Step
from core.playbook.values import Mode
from core.use_cases import interviews, settings, steps
from core.use_cases.interviews import InterviewDetails
from core.use_cases.people import NamedPerson
from gui.notify.protocol import ALL_ANSWERS, Notice, Notifier, Urgency
from gui.reminders import TICK, TODAY, Reminders
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


@pytest.fixture
def story(qapp: QApplication, tmp_path: Path) -> Iterator[Story]:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    told = Story(tmp_path)
    yield told
    told.reminders.stop()
    told.desk.close()


def only(story: Story, *rules: str) -> None:
    """All others of these days are settled, so that the story is about these."""
    agenda = story.desk.agenda()
    for step in (*agenda.overdue, *agenda.due_now, *agenda.later_today, *agenda.next_days):
        if step.rule not in (*rules, "N4"):
            story.desk.write(steps.skip, step.id, "")


def test_the_leave_by_alarm_speaks_to_the_second(story: Story) -> None:
    story.interview(travel=35)
    only(story, "P3")
    story.start()
    story.until(12, 59)
    assert story.screen.titles == []
    story.until(13, 0)
    assert story.screen.titles == ["Leave by 13:00"]
    notice = story.screen.notices[f"step-{story.step('P3').id}"]
    assert notice.urgency is Urgency.CRITICAL
    assert notice.body == "Halvorsen Maritime at 14:00. 35 minutes on the way, 25 to spare."


def test_a_step_is_told_once(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(18)
    assert story.screen.told == ["Thank Dr. van der Berg"]


def test_done_on_the_notice_closes_the_step(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(17, 1)
    story.screen.press("Thank Dr. van der Berg", "done")
    assert story.step("T1").state == "done"
    assert "T1" not in {step.rule for step in story.desk.agenda().due_now}


def test_snooze_comes_back_after_an_hour(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(17)
    story.screen.press("Thank Dr. van der Berg", "snooze")
    story.until(17, 59)
    assert story.screen.titles == []
    story.until(18)
    assert story.screen.titles == ["Thank Dr. van der Berg"]


def test_open_leads_to_the_step(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(17)
    story.screen.press("Thank Dr. van der Berg", "open")
    assert story.opened == [story.step("T1").id]


def test_several_become_one(story: Story) -> None:
    for company in ("Acme", "Globex", "Initech"):
        story.interview(company)
    only(story, "T1")
    story.start()
    story.until(17)
    assert story.screen.titles == ["3 steps are due"]
    story.screen.press("3 steps are due", "open")
    assert story.opened == [TODAY]


def test_what_came_due_while_the_machine_was_off_is_one_notice(story: Story) -> None:
    for company in ("Acme", "Globex", "Initech"):
        story.interview(company)
    only(story, "T1")
    story.desk.instant = datetime(2026, 5, 13, 8, 30, tzinfo=UTC)
    story.start()
    assert story.screen.titles == ["While you were away: 3 steps"]


def test_what_came_due_in_sleep_is_told_on_waking(story: Story) -> None:
    for company in ("Acme", "Globex"):
        story.interview(company)
    only(story, "T1")
    story.start()
    story.until(16)
    story.sleep_until(20)
    assert story.screen.titles == ["While you were away: 2 steps"]


def test_a_step_past_its_use_is_told_once_and_not_rung(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.desk.instant = datetime(2026, 5, 20, 9, tzinfo=UTC)
    story.start()
    assert "Thank Dr. van der Berg" in story.screen.told or len(story.screen.told) == 1
    assert story.desk.reader.execute("SELECT state FROM step WHERE rule = 'T1'").fetchone() == (
        "missed",
    )
    story.restart()
    assert story.screen.told == []


def test_the_late_alarm_becomes_a_call(story: Story) -> None:
    story.interview(travel=35)
    only(story, "P3")
    story.desk.instant = datetime(2026, 5, 12, 14, 10, tzinfo=UTC)
    story.start()
    assert story.screen.titles == ["Call now and say when you will arrive", "Leave by 13:00"]


def test_the_alarm_is_never_hidden_in_a_group(story: Story) -> None:
    story.interview("Acme", travel=35)
    story.interview("Globex")
    story.start()
    story.until(13)
    assert "Leave by 13:00" in story.screen.titles


def test_what_a_clock_ahead_said_too_early_is_said_again_in_time(story: Story) -> None:
    """Once too often is better than an alarm that stays silent."""
    story.interview()
    only(story, "T1")
    story.start()
    story.until(17)
    story.sleep_until(15)
    story.until(16, 59)
    assert story.screen.told == ["Thank Dr. van der Berg"]
    story.until(18)
    assert story.screen.told == ["Thank Dr. van der Berg"] * 2


def test_the_clock_set_back_before_a_reminder_only_delays_it(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(16, 59)
    story.sleep_until(12)
    story.until(16, 59)
    assert story.screen.told == []
    story.until(17)
    assert story.screen.told == ["Thank Dr. van der Berg"]


def test_the_clock_set_forward_tells_what_is_due_by_then(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.sleep_until(17, 5)
    assert story.screen.told == ["Thank Dr. van der Berg"]


def test_another_zone_changes_how_a_time_is_told_not_when(story: Story) -> None:
    story.interview(travel=35)
    only(story, "P3")
    story.start()
    story.until(12, 30)
    story.desk.zone = "Asia/Tokyo"
    story.until(12, 59)
    assert story.screen.told == []
    story.until(13)
    assert story.screen.told == ["Leave by 22:00, 13:00 UTC"]


def test_a_step_settled_in_the_window_leaves_the_screen(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(17)
    story.desk.write(steps.done, story.step("T1").id)
    assert story.screen.titles == []


def test_a_restarted_daemon_hears_again_what_is_still_due(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(17)
    story.screen.crash()
    assert story.screen.titles == ["Thank Dr. van der Berg"]


def test_what_was_put_away_is_not_repeated(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(17)
    story.screen.dismiss("Thank Dr. van der Berg")
    story.screen.crash()
    assert story.screen.titles == []
    assert story.step("T1").state == "open"


def test_private_notices_say_nothing(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.desk.write(settings.change, "private_notifications", True)
    story.start()
    story.until(17)
    assert story.screen.titles == ["A step is due"]


def test_a_pause_is_silent_and_told_afterwards(story: Story) -> None:
    for company in ("Acme", "Globex"):
        story.interview(company)
    only(story, "T1")
    pauses: list[datetime | None] = []
    story.reminders.pause_changed.connect(pauses.append)
    story.start()
    story.until(16, 30)
    story.reminders.pause_for_hour()
    assert story.reminders.paused_until == datetime(2026, 5, 12, 17, 30, tzinfo=UTC)
    story.until(17, 29)
    assert story.screen.told == []
    story.until(17, 30)
    assert story.screen.told == ["While you were away: 2 steps"]
    assert pauses == [datetime(2026, 5, 12, 17, 30, tzinfo=UTC), None]


def test_a_pause_outlives_a_restart(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.reminders.pause_until_tomorrow()
    story.restart()
    story.until(18)
    assert story.screen.told == []
    story.reminders.resume()
    assert story.screen.told == ["Thank Dr. van der Berg"]


def test_quiet_hours_hold_private_tasks_back_but_no_deadline(story: Story) -> None:
    story.desk.write(settings.change, "quiet_hours", "12:30-16:30")
    story.interview(travel=35)
    only(story, "P3", "C2")
    story.start()
    story.until(13)
    assert story.screen.told == ["Leave by 13:00"]
    story.screen.press("Leave by 13:00", "done")
    story.until(16, 29)
    assert story.screen.told == ["Leave by 13:00"]
    story.until(16, 30)
    assert story.screen.told == ["Leave by 13:00", "Three quiet minutes"]


def test_what_cannot_be_done_is_said_where_the_button_was(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(17)
    with story.desk.database.session() as session:
        session.execute(delete(Step))
    story.screen.press("Thank Dr. van der Berg", "done")
    assert story.screen.titles == ["Not yet"]
    assert story.screen.notices["refusal"].body.startswith("This step is no longer here.")


def test_idle_it_wakes_twice_a_minute_and_writes_nothing(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(9, 1)
    writes, ticks = story.desk.writes, 0
    end = story.desk.instant + timedelta(minutes=5)
    while story.desk.instant < end:
        assert story.wait <= TICK
        story.desk.instant += story.wait
        story.reminders.tick()
        ticks += 1
    assert ticks <= 11
    assert story.desk.writes == writes


def test_a_trial_notice_speaks_of_nothing(story: Story) -> None:
    story.start()
    story.reminders.try_out()
    assert story.screen.titles == ["This is how a reminder looks"]
    story.screen.press("This is how a reminder looks", "open")
    assert story.opened == [TODAY]


@pytest.mark.parametrize("answer", ["done", "snooze"])
def test_the_buttons_of_a_trial_notice_can_be_tried(story: Story, answer: str) -> None:
    story.interview()
    story.start()
    story.reminders.try_out()
    (notice,) = (one for one in story.screen.notices.values() if "how a reminder" in one.title)
    assert notice.answers == ALL_ANSWERS
    writes = story.desk.writes
    story.screen.press(notice.title, answer)
    assert (story.opened, story.desk.writes) == ([], writes)
