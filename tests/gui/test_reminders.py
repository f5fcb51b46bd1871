"""When reminders speak, and what becomes of the answers. Time and notifier are the test's own."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete

from core.models import Step
from core.use_cases import settings, steps
from gui.notify.protocol import ALL_ANSWERS, Urgency
from gui.reminders import TODAY
from tests.gui.reminding import Story, only


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
