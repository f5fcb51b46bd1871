"""What letters are filled with: the right topic, day, news, name and outcome."""

from dataclasses import replace
from datetime import date

import pytest

from core.drafting.letters import fill
from core.drafting.templates import Choice
from core.drafting.values import Me, News, Tone, Topic
from core.playbook.values import (
    Event,
    Offer,
    Part,
    Person,
    Promise,
    PromiseItem,
    Promiser,
    Rejection,
    Reply,
    ReplyKind,
    Withdrawal,
    WrongName,
)
from tests.core.drafting.cases import (
    BERLIN,
    REFERENCES,
    TEMPLATES,
    berlin,
    interview,
    letter,
    request,
    situation,
    with_events,
)


def test_who_said_nothing_gets_what_was_nobodys_own() -> None:
    known = replace(
        situation("M2"),
        topics=(
            Topic(text="the kilns", person="anna"),
            Topic(text="the new hall"),
            Topic(text="the apprentices"),
        ),
    )
    choice = Choice(kind="M2")
    assert "the kilns" in letter(choice, known, "anna")
    assert "the new hall" in letter(choice, known, "tomas")
    assert "the apprentices" in letter(choice, known, "yuki")


def test_the_day_of_the_interview_is_the_one_where_the_reader_lives() -> None:
    late = interview("03-27 00:30", "03-27 01:00")
    known = situation("M1")
    there = replace(known.case, events=(late,), application_zone="America/New_York")
    drafted = fill(TEMPLATES, request("M1"), replace(known, case=there))
    assert drafted.subject == "Thank you – Data Engineer interview, 26 March"


def test_the_newest_good_news_of_sixty_days_is_mentioned() -> None:
    known = situation("M4")
    assert "“Acme opens a plant in Lyon”" in letter(Choice(kind="M4"), known)
    old = replace(known, news=(News(title="Acme wins a prize", published=date(2026, 2, 5)),))
    assert "prize" not in letter(Choice(kind="M4"), old)
    undated = replace(known, news=(News(title="Acme wins a prize"),))
    assert "prize" not in letter(Choice(kind="M4"), undated)


def test_a_decision_date_that_they_named_is_not_asked_for_again() -> None:
    named = Reply(at=berlin("03-30 10:00"), reply=ReplyKind.DATE, decision_date=date(2026, 4, 20))
    said = letter(Choice(kind="M4"), with_events("M4", named))
    assert "20 April" in said
    assert "?" not in said
    assert "when you will decide?" in letter(Choice(kind="M4"), situation("M4"))


def test_a_wrong_name_is_put_right_within_a_thank_you_that_is_not_sent_yet() -> None:
    slip = WrongName(key="w", at=berlin("03-27 16:00"), zone=BERLIN, person="anna")
    said = letter(Choice(kind="M1"), with_events("M1", slip))
    assert said.count("sorry") == 1
    assert "Dr. Anna-Maria van der Berg" in said
    assert "sorry" not in letter(Choice(kind="M1"), with_events("M1", slip), "tomas")


def test_a_promise_is_named_and_a_list_names_its_referees() -> None:
    sample = Promise(
        key="promise:9",
        by=Promiser.ME,
        what="A sample of my glazes.",
        at=berlin("03-27 15:00"),
        item=PromiseItem.OTHER,
    )
    known = with_events("M7", REFERENCES, sample)
    usual = request("M7")
    assert (
        "Paul Moreau and Lea Ott"
        in fill(TEMPLATES, replace(usual, promise="promise:1"), known).body
    )
    other = fill(TEMPLATES, replace(usual, promise="promise:9"), known)
    assert "a sample of my glazes." in other.body
    assert other.subject == "A sample of my glazes – Data Engineer"


@pytest.mark.parametrize(
    ("event", "words_"),
    [
        (Rejection(at=berlin("04-06 10:00")), "somebody else"),
        (Withdrawal(at=berlin("04-06 10:00")), "decided not to take"),
        (Offer(at=berlin("04-06 10:00")), "there is no result yet"),
    ],
)
def test_a_referee_hears_how_it_ended(event: Event, words_: str) -> None:
    assert words_ in letter(Choice(kind="M9"), with_events("M9", event))


def test_an_offer_elsewhere_is_told_as_it_is() -> None:
    said = letter(Choice(kind="M14"), with_events("M14"))
    assert "Another employer has made me an offer" in said
    assert "by 20 April" in said
    assert "Another employer" not in letter(Choice(kind="M14"), situation("M14"))


def test_the_next_round_is_confirmed_with_its_zone_and_the_writers_own_time() -> None:
    said = letter(Choice(kind="M17"), situation("M17"))
    assert "Tuesday 14 April at 10:00 (Berlin time, 09:00 in London)" in said
    assert "Hauptstraße 5, Berlin" in said


def test_a_recruiter_who_was_not_there_is_thanked_for_arranging_it() -> None:
    known = situation("M1")
    recruiter = Person(id="rita", name="Rita Alvarez", part=Part.RECRUITER)
    known = replace(known, case=replace(known.case, people=(*known.case.people, recruiter)))
    said = letter(Choice(kind="M1", tone=Tone.WARM), known, "rita")
    assert "Thank you for arranging my interview" in said
    assert "Dear Rita," in said


def test_the_writer_signs_with_their_own_signature_where_there_is_one() -> None:
    signed = replace(situation("M1"), me=Me(name="Sam", phone="1", signature="Sam Okafor\nPotter"))
    assert letter(Choice(kind="M1"), signed).endswith("Kind regards,\nSam Okafor\nPotter")
