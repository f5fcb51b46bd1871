"""Notes for writing: what a letter is written and checked with."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from core.clock import Now
from core.database import Database, WorkSession
from core.drafting.outgoing import Account, Security, Server
from core.drafting.values import Me, News, Situation, Topic
from core.models import Person
from core.playbook import values
from core.refusal import DetailsError, Gone, SettingError
from core.use_cases import (
    events,
    history,
    messages,
    notes,
    own_words,
    people,
    settings,
    situations,
)
from core.use_cases.account import account, change_account
from core.use_cases.people import PersonDetails
from tests.core.letters import ACCOUNT, begin
from tests.core.stories import ACME, PAUL, add_interview, dump

PLANT = News(
    title="Acme opens a plant in Lyon",
    published=date(2026, 3, 20),
    source="https://acme.example/news/1",
)


def known(database: Database, now: Now, application_id: int = 1) -> Situation:
    with database.reading() as session:
        return situations.situation(session, application_id, now)


def do(database: Database, deed: Callable[[WorkSession], object]) -> None:
    with database.session() as session:
        deed(session)


def test_news_belongs_to_its_application_the_latest_first(database: Database, now: Now) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, company="Lumen & Ash"))
    undated = News(title="Acme lays off staff", negative=True)
    with database.session() as session:
        notes.add_news(session, 1, undated, now)
        latest = notes.add_news(session, 1, PLANT, now)
    assert known(database, now).news == (PLANT, undated)
    assert known(database, now, 2).news == ()
    do(database, lambda session: notes.remove_news(session, latest, now))
    assert known(database, now).news == (undated,)


def test_topics_are_of_people_or_of_nobody(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        anna = session.get_one(Person, 1)
        card = PersonDetails(name=anna.name, topic="the move to Airflow\n\n the new plant ")
        people.edit(session, 1, card, now)
        canteen = notes.add_topic(session, 1, "the canteen", now)
        uid = anna.uid
    assert known(database, now).topics == (
        Topic(text="the move to Airflow", person=uid),
        Topic(text="the new plant", person=uid),
        Topic(text="the canteen"),
    )
    do(database, lambda session: notes.remove_topic(session, canteen, now))
    assert len(known(database, now).topics) == 2


def test_strengths_are_used_in_the_order_of_noting(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        kilns = notes.add_strength(session, 1, "ten years with  kilns", now)
        notes.add_strength(session, 1, "a calm hand", now)
    found = known(database, now).strengths
    assert [strength.text for strength in found] == ["ten years with kilns", "a calm hand"]
    do(database, lambda session: notes.remove_strength(session, kilns, now))
    assert len(known(database, now).strengths) == 1


def test_the_other_employers_are_known_with_their_people_also_when_over(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, company="Lumen & Ash", people=(PAUL,)))
    add_interview(database, now, replace(ACME, company="ACME", role="Lead"))
    with database.session() as session:
        events.record(session, 2, values.Rejection(at=now.instant), now)
    assert known(database, now).case.others == (
        values.Other(company="Lumen & Ash", people=("Paul Moreau",)),
    )


def test_what_the_user_told_the_checks_is_known_to_them(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        own_words.add_word(session, " Kubernetes ", now)
        own_words.add_word(session, "Kubernetes", now)
        own_words.allow(session, 20, "NASA", now)
        own_words.add_cv_employer(session, "Initech", now)
        own_words.switch_check(session, 22, False, now)
        own_words.switch_check(session, 12, False, now)
        settings.change(session, "me_name", "Ann Berg", now)
        settings.change(session, "me_signature", "Ann Berg\n+49 30 1234", now)
    told = known(database, now)
    assert (told.dictionary, told.allowed) == (frozenset({"Kubernetes"}), frozenset({(20, "nasa")}))
    assert (told.cv_employers, told.switched_off) == (("Initech",), frozenset({12, 22}))
    assert told.me == Me(name="Ann Berg", signature="Ann Berg\n+49 30 1234")


def test_all_of_it_can_be_taken_back(database: Database, now: Now) -> None:
    add_interview(database, now)
    before = known(database, now)
    with database.session() as session:
        own_words.add_word(session, "Kubernetes", now)
        own_words.allow(session, 20, "NASA", now)
        own_words.add_cv_employer(session, "Initech", now)
        own_words.switch_check(session, 22, False, now)
    with database.session() as session:
        own_words.remove_word(session, "Kubernetes", now)
        own_words.disallow(session, 20, "NASA", now)
        own_words.remove_cv_employer(session, "Initech", now)
        own_words.switch_check(session, 22, True, now)
    assert known(database, now) == before


@pytest.mark.parametrize(
    "deed",
    [
        lambda session, now: notes.add_news(session, 1, PLANT, now),
        lambda session, now: notes.add_topic(session, 1, "the canteen", now),
        lambda session, now: notes.add_strength(session, 1, "ten years with kilns", now),
        lambda session, now: own_words.add_word(session, "Kubernetes", now),
        lambda session, now: own_words.allow(session, 20, "NASA", now),
        lambda session, now: own_words.add_cv_employer(session, "Initech", now),
        lambda session, now: change_account(session, ACCOUNT, now),
    ],
)
def test_each_note_can_be_undone(
    database: Database, now: Now, deed: Callable[[WorkSession, Now], object]
) -> None:
    add_interview(database, now)
    before = dump(database.file)
    with database.session() as session:
        deed(session, now)
        change = session.change_id or 0
    assert dump(database.file, without=()) != before
    with database.session() as session:
        history.undo(session, change, now)
    assert dump(database.file) == before


def test_how_often_a_must_was_overridden_is_counted(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        change_account(session, ACCOUNT, now)
    draft = begin(database, now)
    with database.session() as session:
        messages.queue(session, draft, None, now, (5, 19))
        messages.take_back(session, draft, now)
        messages.queue(session, draft, None, now, (5,))
    with database.reading() as session:
        assert own_words.own_words(session, now).overridden == {5: 2, 19: 1}


def test_nothing_is_noted_of_what_is_gone(database: Database, now: Now) -> None:
    for deed in (
        lambda session: notes.add_news(session, 7, PLANT, now),
        lambda session: notes.add_topic(session, 7, "the canteen", now),
        lambda session: notes.remove_news(session, 7, now),
        lambda session: notes.remove_topic(session, 7, now),
        lambda session: notes.add_strength(session, 7, "a calm hand", now),
        lambda session: notes.remove_strength(session, 7, now),
        lambda session: situations.situation(session, 7, now),
    ):
        with pytest.raises(Gone):
            do(database, deed)


def test_a_name_of_several_lines_is_refused(database: Database, now: Now) -> None:
    with pytest.raises(SettingError, match="one line"), database.session() as session:
        settings.change(session, "me_name", "Ann\nBcc: all@example.com", now)
    with pytest.raises(SettingError), database.session() as session:
        settings.change(session, "checks_off", "twelve", now)


def test_the_mail_account_comes_back_and_can_be_forgotten(database: Database, now: Now) -> None:
    whole = replace(
        ACCOUNT,
        incoming=Server(host="imap.mail.example", port=143, security=Security.STARTTLS),
        drafts_folder="Entwürfe",
    )
    for wanted in (whole, ACCOUNT, None):
        with database.session() as session:
            change_account(session, wanted, now)
        with database.reading() as session:
            assert account(session, now) == wanted
            assert settings.read(session).me_name == ""


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Account(address=""), "address"),
        (Account(address="ann"), "address"),
        (Account(address="a b@c.example"), "address"),
        (replace(ACCOUNT, outgoing=Server(host="", port=1, security=Security.TLS)), "outgoing"),
        (replace(ACCOUNT, incoming=Server(host="h", port=0, security=Security.TLS)), "incoming"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    database: Database, now: Now, wrong: Account, field: str
) -> None:
    with pytest.raises(DetailsError) as refused, database.session() as session:
        change_account(session, wrong, now)
    assert refused.value.field == field
