"""The list of applications, one of them whole, and what is waited for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.clock import Now
from core.database import Database
from core.playbook import values
from core.playbook.values import (
    ApplicationState,
    PromiseItem,
    Promiser,
    ReplyKind,
    StepState,
)
from core.refusal import DetailsError, Gone
from core.use_cases import applications, events, interviews, people, steps
from core.use_cases.applications import ApplicationDetail, ApplicationDetails, ApplicationRow
from core.use_cases.people import PersonDetails
from tests.core.stories import (
    ACME,
    PAUL,
    add_interview,
    at,
    instant,
    later,
    states,
    step,
    step_id,
    waiting,
)


def overview(database: Database, now: Now) -> tuple[ApplicationRow, ...]:
    with database.reading() as session:
        return applications.overview(session, now)


def detail(database: Database, now: Now) -> ApplicationDetail:
    with database.reading() as session:
        return applications.detail(session, 1, now)


def record(database: Database, event: values.Event, now: Now, application_id: int = 1) -> None:
    with database.session() as session:
        events.record(session, application_id, event, now)


def test_an_application_can_stand_alone(database: Database, now: Now) -> None:
    with database.session() as session:
        applications.add(session, ApplicationDetails(company="Acme", role="Engineer"), now)
    (row,) = overview(database, now)
    assert (row.company, row.role, row.state) == ("Acme", "Engineer", ApplicationState.WAITING)
    assert row.next_step_id is None


def test_its_zone_is_the_users_where_none_is_given(database: Database, now: Now) -> None:
    with database.session() as session:
        applications.add(session, ApplicationDetails(company="Acme"), now)
    assert detail(database, now).zone == now.zone


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (ApplicationDetails(company=""), "company"),
        (ApplicationDetails(company="Acme", zone="Nowhere"), "zone"),
        (ApplicationDetails(company="Acme", aliases=("x" * 501,)), "aliases"),
    ],
)
def test_what_does_not_fit_is_named(
    database: Database, now: Now, details: ApplicationDetails, field: str
) -> None:
    with pytest.raises(DetailsError) as refused, database.session() as session:
        applications.add(session, details, now)
    assert refused.value.field == field


def test_the_list_begins_with_what_needs_the_user(database: Database, now: Now) -> None:
    for company in ("Late", "Closed", "Waiting"):
        add_interview(database, now, replace(ACME, company=company))
    record(database, values.Withdrawal(at=now.instant), now, application_id=2)
    for rule in ("C1", "C2", "T1", "W1"):
        for number in (2, 3):
            if states(database, number).get(rule) is StepState.OPEN:
                with database.session() as session:
                    steps.skip(session, step(session, rule, number).id, "", now)
    rows = overview(database, now)
    assert [(row.company, row.group.value) for row in rows] == [
        ("Late", "needs you"),
        ("Waiting", "on their way"),
        ("Closed", "closed"),
    ]


def test_the_list_says_what_comes_next(database: Database, now: Now) -> None:
    add_interview(database, now)
    (row,) = overview(database, now)
    assert row.next_step_title == "Note names, topics and promises"
    assert row.next_step_id == step_id(database, "C1")
    assert row.next_step_due == instant("2026-03-27 16:00")


def test_the_list_says_when_one_last_heard_of_the_other(database: Database, now: Now) -> None:
    add_interview(database, now)
    assert overview(database, now)[0].last_contact == instant("2026-03-27 15:00")
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), later(now, "2026-03-27 18:00"))
    evening = later(now, "2026-03-27 20:00")
    assert overview(database, evening)[0].last_contact == instant("2026-03-27 18:00")


def test_the_state_follows_what_happens(database: Database) -> None:
    def state(moment: Now) -> ApplicationState:
        return overview(database, moment)[0].state

    early, friday = at("2026-03-24 10:00"), at("2026-03-27 16:00")
    add_interview(database, early)
    assert state(early) is ApplicationState.SCHEDULED
    assert state(friday) is ApplicationState.INTERVIEWED
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), friday)
    assert state(friday) is ApplicationState.WAITING
    record(database, values.OnHold(at=friday.instant, until=date(2026, 6, 1)), friday)
    assert state(friday) is ApplicationState.ON_HOLD
    record(database, values.Rejection(at=friday.instant), friday)
    assert state(friday) is ApplicationState.REJECTED


def test_list_and_detail_agree(database: Database, now: Now) -> None:
    for day, company in enumerate(("Acme", "Globex", "Initech")):
        details = replace(
            ACME,
            company=company,
            start=ACME.start - timedelta(days=30 * day),
            end=ACME.end - timedelta(days=30 * day),
        )
        add_interview(database, now, details)
    record(database, values.Offer(at=now.instant, deadline=date(2026, 4, 20)), now, 2)
    for row in overview(database, now):
        with database.reading() as session:
            whole = applications.detail(session, row.id, now)
        for name in ApplicationRow.__dataclass_fields__:
            assert getattr(whole, name) == getattr(row, name), (row.company, name)


def test_what_is_waited_for_stands_with_its_date(database: Database, now: Now) -> None:
    for company in ("Acme", "Globex"):
        add_interview(database, now, replace(ACME, company=company, people=()))
        with database.session() as session:
            number = 1 if company == "Acme" else 2
            steps.done(session, step(session, "T1", number).id, now)
    promise = values.Promise(
        key="",
        by=Promiser.THEM,
        what="decision",
        at=now.instant,
        due=date(2026, 4, 10),
        item=PromiseItem.DECISION,
    )
    record(database, promise, now)
    record(database, values.OnHold(at=now.instant, until=date(2026, 6, 1)), now, 2)
    found = waiting(database, now)
    assert [(row.company, row.moment, row.on_hold) for row in found] == [
        ("Acme", date(2026, 4, 10), False),
        ("Globex", date(2026, 6, 1), True),
    ]


def test_the_time_line_tells_everything_in_order(database: Database, now: Now) -> None:
    add_interview(database, at("2026-03-24 10:00"))
    record(database, values.Reply(at=now.instant, reply=ReplyKind.VAGUE), now)
    whole = detail(database, now)
    entries = whole.timeline
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    (round_,) = (entry for entry in entries if entry.kind == "interview")
    assert (round_.title, round_.note) == (
        "First round, on site",
        "60 minutes with Anna-Maria van der Berg",
    )
    cancelled = [entry for entry in entries if entry.state is StepState.CANCELLED]
    assert cancelled
    assert all(entry.note for entry in cancelled)
    assert whole.next_note is None


def test_what_a_tick_stands_for_is_told_once(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), now)
    assert not [entry for entry in detail(database, now).timeline if entry.kind == "event"]


def test_an_interview_called_off_is_shown_as_such(database: Database, now: Now) -> None:
    stored = add_interview(database, now)
    with database.session() as session:
        interviews.call_off(session, stored.interview_id, now)
    (round_,) = (entry for entry in detail(database, now).timeline if entry.kind == "interview")
    assert (round_.state, round_.note) == (StepState.CANCELLED, "It was called off.")


def test_the_detail_holds_what_the_forms_need(database: Database, now: Now) -> None:
    add_interview(database, now, replace(ACME, people=(*ACME.people, PAUL), place="Bergen"))
    whole = detail(database, now)
    assert [card.name for card in whole.people] == ["Anna-Maria van der Berg", "Paul Moreau"]
    (round_,) = whole.interviews
    assert round_.people == tuple(card.id for card in whole.people)
    assert (round_.place, round_.start) == ("Bergen", instant("2026-03-27 14:00"))


def test_an_edited_application_plans_by_its_new_facts(database: Database, now: Now) -> None:
    add_interview(database, now)
    details = ApplicationDetails(company="Acme", zone="Europe/Berlin", no_contact_wished=True)
    with database.session() as session:
        applications.edit(session, 1, details, now)
    assert states(database)["F1"] is StepState.CANCELLED


def test_a_person_removed_leaves_the_steps_cancelled_with_the_reason(
    database: Database, now: Now
) -> None:
    add_interview(database, now, replace(ACME, people=(*ACME.people, PAUL)))
    with database.session() as session:
        people.remove(session, 2, now)
    cancelled = [e for e in detail(database, now).timeline if e.state is StepState.CANCELLED]
    assert [(e.title, e.note) for e in cancelled] == [
        ("Thank Paul Moreau", "Paul Moreau was removed")
    ]


def test_a_person_edited_is_called_by_the_new_name(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        people.edit(session, 1, PersonDetails(name="Bo Li", surname="Bo", title="Prof."), now)
    with database.reading() as session:
        assert step(session, "T1").title == "Thank Prof. Bo"


def test_what_is_gone_is_said(database: Database, now: Now) -> None:
    with pytest.raises(Gone), database.reading() as session:
        applications.detail(session, 9, now)
    with pytest.raises(Gone), database.session() as session:
        applications.remove(session, 9, now)
    with pytest.raises(Gone), database.session() as session:
        people.add(session, 9, PersonDetails(name="Paul"), now)
