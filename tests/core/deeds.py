"""Everything that a user can do, as functions of a database and a moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from core.clock import Now
from core.database import Database
from core.drafting.replies import ReceivedReply
from core.drafting.values import News
from core.playbook import values
from core.playbook.values import Promiser, ReplyKind
from core.use_cases import (
    applications,
    events,
    interviews,
    notes,
    people,
    replies,
    settings,
    steps,
)
from core.use_cases.applications import ApplicationDetails
from core.use_cases.people import PersonDetails
from tests.core.stories import ACME, add_interview, step_id

Deed = Callable[[Database, Now], None]


def done(database: Database, now: Now) -> None:
    with database.session() as session:
        steps.done(session, step_id(database, "T1"), now)


def snooze(database: Database, now: Now) -> None:
    with database.session() as session:
        steps.snooze(session, step_id(database, "T1"), now.instant + timedelta(hours=1), now)


def skip(database: Database, now: Now) -> None:
    with database.session() as session:
        steps.skip(session, step_id(database, "N1"), "no", now)


def move(database: Database, now: Now) -> None:
    with database.session() as session:
        steps.move(session, step_id(database, "N2"), now.instant + timedelta(days=20), now)


def reject(database: Database, now: Now) -> None:
    with database.session() as session:
        events.record(session, 1, values.Rejection(at=now.instant), now)


def reply(database: Database, now: Now) -> None:
    reply = values.Reply(at=now.instant, reply=ReplyKind.DATE, decision_date=date(2026, 4, 9))
    with database.session() as session:
        events.record(session, 1, reply, now)


def promise(database: Database, now: Now) -> None:
    promise = values.Promise(key="", by=Promiser.ME, what="a sample", at=now.instant)
    with database.session() as session:
        events.record(session, 1, promise, now)


def wrong_name(database: Database, now: Now) -> None:
    with database.session() as session:
        person = people.get(session, 1).uid
        slip = values.WrongName(
            key="", at=now.instant, zone=now.zone, person=person, correct="Ann Berg"
        )
        events.record(session, 1, slip, now)


def next_interview(database: Database, now: Now) -> None:
    details = replace(ACME, start=ACME.start + timedelta(days=9), end=ACME.end + timedelta(days=9))
    add_interview(database, now, details)


def other_interview(database: Database, now: Now) -> None:
    add_interview(database, now, replace(ACME, company="Lumen & Ash"))


def move_interview(database: Database, now: Now) -> None:
    details = replace(ACME, end=ACME.end + timedelta(hours=2), people=())
    with database.session() as session:
        interviews.edit(session, 1, details, now)


def call_off(database: Database, now: Now) -> None:
    with database.session() as session:
        interviews.call_off(session, 1, now)


def remove_interview(database: Database, now: Now) -> None:
    with database.session() as session:
        interviews.remove(session, 1, now)


def edit_application(database: Database, now: Now) -> None:
    details = ApplicationDetails(company="Acme AG", role="Lead", country="CH", fast_decision=True)
    with database.session() as session:
        applications.edit(session, 1, details, now)


def remove_application(database: Database, now: Now) -> None:
    with database.session() as session:
        applications.remove(session, 1, now)


def add_person(database: Database, now: Now) -> None:
    with database.session() as session:
        people.add(session, 1, PersonDetails(name="Paul Moreau"), now)


def remove_person(database: Database, now: Now) -> None:
    with database.session() as session:
        people.remove(session, 1, now)


def change_setting(database: Database, now: Now) -> None:
    with database.session() as session:
        settings.change(session, "follow_up_after", "10bd", now)


def news(database: Database, now: Now) -> None:
    with database.session() as session:
        notes.add_news(session, 1, News(title="A plant in Lyon"), now)


def keep_a_reply(database: Database, now: Now) -> None:
    with database.session() as session:
        replies.attach_reply(session, 1, ReceivedReply(at=now.instant, body="Soon."), now)


DEEDS: dict[str, Deed] = {
    "done": done,
    "snooze": snooze,
    "skip": skip,
    "move": move,
    "reject": reject,
    "reply": reply,
    "promise": promise,
    "wrong name": wrong_name,
    "next interview": next_interview,
    "other interview": other_interview,
    "move interview": move_interview,
    "call off": call_off,
    "remove interview": remove_interview,
    "edit application": edit_application,
    "remove application": remove_application,
    "add person": add_person,
    "remove person": remove_person,
    "change setting": change_setting,
    "news": news,
    "keep a reply": keep_a_reply,
}
