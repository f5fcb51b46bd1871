"""What is to be said now: each thing once, nothing twice, nothing useless."""

from dataclasses import replace
from datetime import timedelta

from core.clock import Now
from core.database import Database
from core.paths import Paths
from core.playbook import values
from core.playbook.rulebook import Playbook
from core.playbook.values import Mode, StepState
from core.use_cases import applications, events, settings, steps
from core.use_cases.steps import Reminder
from tests.core.stories import (
    ACME,
    add_interview,
    at,
    dump,
    instant,
    later,
    states,
    step,
    step_id,
    today,
    wall,
)


def claim(database: Database, now: Now) -> tuple[Reminder, ...]:
    with database.session() as session:
        return steps.claim_due(session, now)


def rules(reminders: tuple[Reminder, ...]) -> list[str]:
    return [reminder.rule for reminder in reminders]


def to_do(reminders: tuple[Reminder, ...]) -> tuple[Reminder, ...]:
    return tuple(reminder for reminder in reminders if not reminder.missed)


def missed(reminders: tuple[Reminder, ...]) -> list[str]:
    return [reminder.rule for reminder in reminders if reminder.missed]


def test_a_reminder_comes_at_its_moment_and_once(database: Database, now: Now) -> None:
    add_interview(database, now)
    claim(database, now)
    assert today(database, now).next_reminder == instant("2026-03-27 17:00")
    assert claim(database, later(now, "2026-03-27 16:59")) == ()
    (thanks,) = claim(database, later(now, "2026-03-27 17:00"))
    assert (thanks.title, thanks.company) == ("Thank Dr. van der Berg", "Acme")
    assert claim(database, later(now, "2026-03-27 17:00")) == ()


def test_what_came_while_the_machine_was_off_comes_at_once(database: Database, now: Now) -> None:
    add_interview(database, now)
    woken = claim(database, later(now, "2026-03-28 10:00"))
    assert sorted(rules(woken)) == ["C1", "C2", "N1", "T1"]
    assert not any(reminder.missed for reminder in woken)


def test_a_hard_deadline_speaks_once_more_when_it_comes(database: Database, now: Now) -> None:
    add_interview(database, now)
    claim(database, later(now, "2026-03-27 17:00"))
    assert "T1" in rules(claim(database, later(now, "2026-03-28 15:00")))
    assert "T1" not in rules(claim(database, later(now, "2026-03-29 15:00")))


def test_a_snoozed_step_comes_back_exactly_then(database: Database, now: Now) -> None:
    add_interview(database, now)
    claim(database, later(now, "2026-03-27 17:00"))
    snoozed_at = later(now, "2026-03-27 17:01")
    with database.session() as session:
        steps.snooze(session, step_id(database, "T1"), instant("2026-03-27 21:30"), snoozed_at)
    assert "T1" not in rules(claim(database, later(now, "2026-03-27 21:29")))
    assert rules(claim(database, later(now, "2026-03-27 21:30"))) == ["T1"]


def test_what_is_past_its_use_is_missed_told_once_and_not_rung(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    claim(database, later(now, "2026-03-27 17:00"))
    after_a_week = claim(database, later(now, "2026-04-03 15:00"))
    assert "T1" in missed(after_a_week)
    assert states(database)["T1"] is StepState.MISSED
    assert not any(r.missed for r in claim(database, later(now, "2026-04-03 15:01")))


def test_a_missed_step_can_still_be_done(database: Database, now: Now) -> None:
    add_interview(database, now)
    week_later = later(now, "2026-04-03 16:00")
    claim(database, week_later)
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), week_later)
    claim(database, week_later)
    assert states(database)["T1"] is StepState.DONE


def test_nothing_speaks_at_night_that_can_wait(database: Database, now: Now) -> None:
    details = replace(ACME, start=wall("2026-03-27 19:00"), end=wall("2026-03-27 20:30"))
    add_interview(database, now, details)
    evening = claim(database, later(now, "2026-03-27 20:30"))
    assert rules(to_do(evening)) == ["C1"]
    night = later(now, "2026-03-27 22:30")
    assert claim(database, night) == ()
    assert today(database, night).next_reminder == instant("2026-03-28 08:00")
    assert rules(claim(database, later(now, "2026-03-28 08:00"))) == ["C2", "T1"]


def test_quiet_hours_are_those_of_the_place_where_the_user_is(database: Database, now: Now) -> None:
    add_interview(database, now)
    in_tokyo = replace(now, zone="Asia/Tokyo")
    assert rules(claim(database, in_tokyo)) == []
    morning = replace(later(now, "2026-03-28 00:00"), zone="Asia/Tokyo")
    assert {"C1", "C2"} <= set(rules(claim(database, morning)))


def test_the_night_of_the_place_holds_back_all_but_what_is_due_in_it(database: Database) -> None:
    """In Auckland, the afternoon of Berlin is the middle of the night."""
    add_interview(database, at("2026-03-27 09:00"))
    claim(database, at("2026-03-27 16:59"))
    away = at("2026-03-27 17:00", "Pacific/Auckland")
    assert "T1" not in rules(claim(database, away))
    assert "T1" in rules(claim(database, at("2026-03-27 20:00", "Pacific/Auckland")))
    assert "T1" in rules(claim(database, at("2026-03-28 15:00", "Pacific/Auckland")))
    follow_up = at("2026-04-07 15:00", "Pacific/Auckland")
    assert "F1" not in rules(claim(database, follow_up))
    assert "F1" in rules(claim(database, at("2026-04-07 22:00", "Pacific/Auckland")))


def test_the_way_to_an_interview_sounds_at_any_hour(database: Database) -> None:
    add_interview(database, at("2026-03-27 09:00"))
    assert "P3" in rules(claim(database, at("2026-03-27 13:35", "Pacific/Auckland")))


def test_planning_again_leaves_it_to_the_claim_to_tell_what_was_missed(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    claim(database, later(now, "2026-03-27 17:00"))
    summer = later(now, "2026-07-01 12:00")
    with database.session() as session:
        incident = values.Incident(at=summer.instant, what="coffee spilt")
        events.record(session, 1, incident, summer)
        steps.replan_all(session, summer)
    with database.reading() as session:
        assert step(session, "T1").remind_at == instant("2026-04-03 15:00")
    told = missed(claim(database, summer))
    assert {"T1", "C2", "F1", "F2", "N4"} <= set(told)
    assert len(told) == len(set(told))
    assert claim(database, later(now, "2026-07-01 12:01")) == ()


def test_a_clock_that_was_ahead_silences_nothing_once_it_is_right(database: Database) -> None:
    start = at("2026-03-27 09:00")
    add_interview(database, start)
    claim(database, start)
    ahead = later(start, "2026-05-20 10:00")
    assert "P3" in missed(claim(database, ahead))
    assert states(database)["Q1"] is StepState.DONE
    claim(database, later(start, "2026-03-27 09:05"))
    assert states(database)["Q1"] is StepState.OPEN
    assert rules(claim(database, later(start, "2026-03-27 13:35"))) == ["P3"]
    assert "T1" in rules(to_do(claim(database, later(start, "2026-03-27 17:00"))))


def test_an_alarm_given_too_early_by_a_wrong_clock_is_given_again(database: Database) -> None:
    start = at("2026-03-26 09:00")
    add_interview(database, start)
    assert "P3" in rules(to_do(claim(database, later(start, "2026-03-27 13:36"))))
    claim(database, later(start, "2026-03-26 09:10"))
    assert "P3" in rules(to_do(claim(database, later(start, "2026-03-27 13:35"))))


def test_a_missed_alarm_asks_at_once_to_call_them(database: Database) -> None:
    add_interview(database, at("2026-03-27 09:00"))
    leave = claim(database, at("2026-03-27 13:35"))
    assert "P3" in rules(leave)
    begun = claim(database, at("2026-03-27 14:00"))
    assert [(r.rule, r.missed) for r in begun if r.rule in {"P3", "P4"}] == [
        ("P3", True),
        ("P4", False),
    ]


def test_the_alarm_tells_what_the_notification_needs(database: Database) -> None:
    add_interview(database, at("2026-03-27 09:00"), replace(ACME, travel_minutes=40))
    (leave,) = (r for r in claim(database, at("2026-03-27 12:55")) if r.rule == "P3")
    assert leave.due == instant("2026-03-27 12:55")
    assert (leave.interview_start, leave.travel_minutes) == (instant("2026-03-27 14:00"), 40)


def test_a_video_call_is_tested_a_quarter_of_an_hour_before(database: Database) -> None:
    add_interview(database, at("2026-03-27 09:00"), replace(ACME, mode=Mode.VIDEO))
    claim(database, at("2026-03-27 13:44"))
    assert rules(claim(database, at("2026-03-27 13:45"))) == ["P3"]


def test_a_long_silence_lets_the_case_rest_by_itself(database: Database, now: Now) -> None:
    add_interview(database, now)
    summer = later(now, "2026-07-01 12:00")
    told = claim(database, summer)
    assert "Q1" not in rules(told)
    assert states(database)["Q1"] is StepState.DONE
    with database.reading() as session:
        (row,) = applications.overview(session, summer)
        assert row.state == "quiet"
    assert claim(database, replace(summer, instant=summer.instant + timedelta(minutes=1))) == ()


def test_paused_or_not_a_claim_is_never_undone_by_mistake(database: Database, now: Now) -> None:
    """A reminder is no deed of the user's: the latest change is still the interview."""
    add_interview(database, now)
    with database.session() as session:
        steps.claim_due(session, later(now, "2026-03-28 10:00"))
        assert session.change_id is None


def test_a_changed_playbook_plans_everything_again(
    database: Database, paths: Paths, playbook: Playbook, now: Now
) -> None:
    add_interview(database, now)
    claim(database, now)
    database.close()
    thanks = replace(playbook.steps["T1"], title="Write to {person}")
    own = replace(playbook, steps={**playbook.steps, "T1": thanks})
    reopened = Database.open(paths, own)
    claim(reopened, now)
    with reopened.reading() as session:
        assert step(session, "T1").title == "Write to Dr. van der Berg"
    reopened.close()


def test_targets_left_open_are_missed_when_the_week_is_over(database: Database, now: Now) -> None:
    add_interview(database, now)
    claim(database, later(now, "2026-03-30 10:00"))
    monday_after = claim(database, later(now, "2026-04-06 10:00"))
    assert [r.missed for r in monday_after if r.rule == "N4"] == [True, False]


def test_reminders_are_said_to_be_paused_by_a_setting_alone(database: Database, now: Now) -> None:
    until = instant("2026-03-28 00:00")
    with database.session() as session:
        settings.change(session, "paused_until", until, now)
    with database.reading() as session:
        assert settings.read(session).paused_until == until


def test_a_rehearsal_changes_nothing_and_claims_nothing(database: Database, now: Now) -> None:
    add_interview(database, now)
    evening = later(now, "2026-03-27 17:30")
    before = dump(database.file, without=())
    with database.reading() as session:
        steps.rehearse(session, evening)
    assert dump(database.file, without=()) == before
    with database.session() as session:
        assert steps.claim_due(session, evening)
