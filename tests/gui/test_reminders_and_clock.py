"""What sleep, pauses, quiet hours, and a clock that is wrong do to the reminders."""

from datetime import UTC, datetime, timedelta

from core.use_cases import settings
from gui.reminders import TICK
from tests.gui.reminding import Story, only


def test_the_database_is_opened_before_a_reminder_not_while_nothing_comes(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.start()
    story.until(16, 58)
    assert story.desk.warmed == 0
    story.until(17)
    assert story.desk.warmed >= 1


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


def test_it_gets_ready_for_a_reminder_that_is_near_at_the_start(story: Story) -> None:
    story.interview()
    only(story, "T1")
    story.desk.instant = datetime(2026, 5, 12, 16, 59, 45, tzinfo=UTC)
    story.start()
    assert story.desk.warmed == 1
