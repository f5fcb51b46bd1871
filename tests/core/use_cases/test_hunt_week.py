"""The weeks of the hunt as they are stored."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import Now
from core.database import Database
from core.playbook import values
from core.preparation.hunt_week import Effort
from core.refusal import DetailsError, SettingError
from core.use_cases import events, history, hunt_week, steps
from core.use_cases.hunt_week import Hunt
from tests.core.stories import ACME, Fresh, add_interview, at, dump

MONDAY = date(2026, 3, 23)


def look(database: Database, now: Now, monday: date | None = None) -> Hunt:
    with database.reading() as session:
        return hunt_week.hunt(session, monday, now)


def counts(hunt: Hunt) -> list[int]:
    return [effort.done for effort in hunt.week.efforts]


def test_counting_goes_up_and_down_and_never_below_nothing(database: Database, now: Now) -> None:
    with database.session() as session:
        hunt_week.add(session, MONDAY, Effort.APPLICATIONS, 1, now)
        hunt_week.add(session, MONDAY, Effort.RESEARCH, 90, now)
        hunt_week.add(session, MONDAY, Effort.CONTACTS, -1, now)
    assert counts(look(database, now)) == [1, 0, 90]
    with database.session() as session:
        hunt_week.add(session, MONDAY, Effort.RESEARCH, -120, now)
        assert session.change_label == "Research this week: 0 h 00 min"
        change = session.change_id
    assert counts(look(database, now)) == [1, 0, 0]
    with database.session() as session:
        assert change is not None
        history.undo(session, change, now)
    assert counts(look(database, now)) == [1, 0, 90]


def test_the_first_count_of_a_week_can_be_undone(database: Database, now: Now) -> None:
    before = dump(database.file)
    with database.session() as session:
        hunt_week.add(session, MONDAY, Effort.CONTACTS, 1, now)
    with database.session() as session:
        change = history.last_change(session)
        assert change is not None
        history.undo(session, change, now)
    assert dump(database.file) == before


def test_earlier_weeks_are_shown_the_latest_first(database: Database, now: Now) -> None:
    with database.session() as session:
        for monday in (date(2026, 3, 9), date(2026, 3, 16), MONDAY):
            hunt_week.add(session, monday, Effort.CONTACTS, 1, now)
    hunt = look(database, now)
    assert [week.monday for week in hunt.earlier] == [date(2026, 3, 16), date(2026, 3, 9)]
    assert look(database, now, date(2026, 3, 11)).week.monday == date(2026, 3, 9)


def test_only_weeks_that_have_begun_are_counted(database: Database, now: Now) -> None:
    with database.session() as session:
        for monday in (date(2026, 3, 30), date(2026, 3, 24)):
            with pytest.raises(DetailsError):
                hunt_week.add(session, monday, Effort.CONTACTS, 1, now)


def test_targets_are_the_users_own(database: Database, now: Now) -> None:
    with database.session() as session:
        hunt_week.aim(session, Effort.RESEARCH, 2, now)
        hunt_week.aim(session, Effort.CONTACTS, 0, now)
        with pytest.raises(SettingError):
            hunt_week.aim(session, Effort.APPLICATIONS, 61, now)
    assert [effort.target for effort in look(database, now).week.efforts] == [3, 0, 120]


def test_one_application_left_for_a_week_is_told_of_gently(database: Database, now: Now) -> None:
    add_interview(database, now)
    other = add_interview(database, now, replace(ACME, company="Lumen & Ash"))
    assert not look(database, at("2026-05-01 10:00")).warning
    with database.session() as session:
        rejected = at("2026-04-02 10:00")
        events.record(
            session, other.application_id, values.Rejection(at=rejected.instant), rejected
        )
    assert not look(database, at("2026-04-09 09:59")).warning
    warning = look(database, at("2026-04-09 10:00")).warning
    assert warning.startswith("Since 2 April only Acme is still under way.")


def test_what_went_quiet_no_longer_counts_until_they_write(database: Database, now: Now) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, company="Lumen & Ash"))
    for day in ("2026-04-10", "2026-04-30", "2026-05-15", "2026-06-15"):
        with database.session() as session:
            steps.claim_due(session, at(f"{day} 10:00"))
    assert not look(database, at("2026-06-16 10:00")).warning
    heard = at("2026-06-17 10:00")
    with database.session() as session:
        reply = values.Reply(at=heard.instant, reply=values.ReplyKind.VAGUE)
        events.record(session, 1, reply, heard)
    assert look(database, at("2026-06-25 10:00")).warning.endswith("is a good start.")


def test_a_signed_offer_ends_the_hunt(database: Database, now: Now) -> None:
    stored = add_interview(database, now)
    with database.session() as session:
        events.record(session, stored.application_id, values.Acceptance(at=now.instant), now)
    hunt = look(database, at("2026-05-01 10:00"))
    assert (hunt.over, hunt.warning) == (True, "")


def test_the_week_is_that_of_the_users_own_clock(database: Database) -> None:
    late_sunday_in_utc = at("2026-03-23 00:30")
    assert look(database, late_sunday_in_utc).this_week == MONDAY


@given(st.lists(st.tuples(st.sampled_from(list(Effort)), st.integers(-500, 500)), max_size=6))
def test_counts_are_what_was_added_within_their_bounds(
    fresh: Fresh, deeds: list[tuple[Effort, int]]
) -> None:
    now = at("2026-03-27 16:00")
    expected = dict.fromkeys(Effort, 0)
    with fresh() as database:
        for effort, amount in deeds:
            with database.session() as session:
                hunt_week.add(session, MONDAY, effort, amount, now)
            expected[effort] = max(0, min(hunt_week.HIGHEST[effort], expected[effort] + amount))
        assert counts(look(database, now)) == list(expected.values())
