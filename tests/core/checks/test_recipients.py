"""To whom, by which way, how often, and whether it is still true."""

from dataclasses import replace
from datetime import date

import pytest

from core.checks.finding import Field, Level
from core.playbook.values import (
    Channel,
    Consent,
    Interview,
    Mode,
    Offer,
    OnHold,
    Part,
    Person,
    Promise,
    PromiseItem,
    Promiser,
    Rejection,
    Reply,
    ReplyKind,
    Sent,
    Settings,
    StepMark,
)
from tests.core.checks.desk import ANNA, BERLIN, DRAFT, PAUL, berlin, saying, situation, told

ROSA = Person(id="rosa", name="Rosa Lima", part=Part.RECRUITER)


def asked(at: str, message: str = "M4", *to: str) -> Sent:
    return Sent(message=message, at=berlin(at), to=to or ("anna",))


# -- 25: the way it goes


def test_a_private_network_is_for_friends() -> None:
    finding = told(replace(DRAFT, channel=Channel.FACEBOOK)).one(25)
    assert (finding.level, finding.field) == (Level.MUST, Field.CHANNEL)
    assert finding.fixes[0].argument == "email"


@pytest.mark.parametrize("address", ["anna@gmail.com", "Anna@GMX.de"])
def test_a_private_mail_box_is_not_for_an_interviewer(address: str) -> None:
    where = situation(people=(replace(ANNA, email=address),))
    assert told(DRAFT, where).one(25).variant == "mailbox"


def test_a_referee_may_have_a_private_mail_box() -> None:
    friend = replace(ANNA, email="anna@gmail.com", part=Part.REFEREE)
    assert told(replace(DRAFT, kind="M9"), situation(people=(friend,))).of(25) == []


def test_all_contact_goes_through_the_recruiter_where_that_is_wished() -> None:
    finding = told(DRAFT, situation(people=(ANNA, ROSA), via_recruiter_only=True)).one(25)
    assert (finding.field, finding.fixes[0].argument) == (Field.TO, "rosa")
    to_rosa = replace(DRAFT, to=("rosa",))
    assert told(to_rosa, situation(people=(ANNA, ROSA), via_recruiter_only=True)).of(25) == []


def test_a_wish_to_be_called_is_heard() -> None:
    where = situation(people=(replace(ANNA, prefers=Channel.PHONE),))
    assert told(DRAFT, where).one(25).fixes[0].argument == "phone"
    assert told(replace(DRAFT, channel=Channel.PHONE), where).of(25) == []


def test_e_mail_is_nobody_s_stated_wish() -> None:
    assert told(replace(DRAFT, channel=Channel.LETTER)).of(25) == []
    note = replace(DRAFT, kind="M11", channel=Channel.LINKEDIN)
    assert told(note).of(25) == []


# -- 26: how often


def test_each_gets_one_thank_you_a_round() -> None:
    again = replace(DRAFT, kind="M1")
    assert told(again, situation(asked("03-27 18:00", "M1"))).one(26).variant == "thanked"
    assert told(again, situation(asked("03-27 18:00", "M1", "paul"))).of(26) == []


def test_after_two_status_contacts_nothing_more() -> None:
    twice = situation(asked("04-03 10:00"), asked("04-13 10:00", "M5"), now="04-27 10:00")
    finding = told(replace(DRAFT, kind="M5"), twice).one(26)
    assert (finding.level, finding.variant) == (Level.MUST, "cap")


def test_the_cap_is_a_setting_and_counts_one_addressee() -> None:
    events = (asked("04-03 10:00"), asked("04-13 10:00", "M5"))
    three = situation(*events, now="04-27 10:00", settings=Settings(follow_ups=3))
    assert told(DRAFT, three).of(26) == []
    to_paul = replace(DRAFT, to=("paul",))
    assert told(to_paul, situation(*events, now="04-27 10:00")).of(26) == []


def test_a_new_date_of_theirs_gives_one_more() -> None:
    named = Reply(at=berlin("04-14 09:00"), reply=ReplyKind.DATE, decision_date=date(2026, 4, 22))
    where = situation(asked("04-03 10:00"), asked("04-13 10:00"), named, now="04-27 10:00")
    assert told(replace(DRAFT, kind="M6"), where).of(26) == []


def test_five_business_days_lie_between_two() -> None:
    soon = told(DRAFT, situation(asked("04-01 10:00"))).one(26)
    assert (soon.level, soon.variant) == (Level.SHOULD, "soon")
    assert dict(soon.arguments)["day"] == "8 April"
    holidays = told(DRAFT, situation(asked("04-01 10:00"), country="DE")).one(26)
    assert dict(holidays.arguments)["day"] == "10 April"
    later = situation(asked("04-01 10:00"), now="04-08 10:00")
    assert told(DRAFT, later).of(26) == []


@pytest.mark.parametrize("country", ["", "DE"])
def test_the_first_question_waits_for_a_week_too_or_five_business_days(country: str) -> None:
    soon = told(DRAFT, situation(now="04-02 16:00", country=country)).one(26)
    assert (soon.level, soon.variant) == (Level.SHOULD, "soon")
    assert dict(soon.arguments)["day"] == "3 April"
    assert told(DRAFT, situation(now="04-03 09:00", country=country)).of(26) == []


def test_what_they_said_decides_when_they_are_asked_first() -> None:
    reply = Reply(at=berlin("03-30 09:00"), reply=ReplyKind.VAGUE)
    date_given = replace(reply, reply=ReplyKind.DATE, decision_date=date(2026, 4, 1))
    for answer in (reply, date_given):
        where = situation(answer, now="04-02 16:00")
        assert told(replace(DRAFT, kind="M6"), where).of(26) == []


@pytest.mark.parametrize(
    "event",
    [
        Reply(at=berlin("03-27 17:00"), reply=ReplyKind.COURTESY),
        Reply(at=berlin("03-20 09:00"), reply=ReplyKind.VAGUE),
        Reply(at=berlin("03-10 09:00"), reply=ReplyKind.DATE, decision_date=date(2026, 3, 15)),
    ],
)
def test_what_they_said_before_the_interview_or_out_of_courtesy_decides_nothing(
    event: Reply,
) -> None:
    assert told(DRAFT, situation(event, now="04-02 16:00")).one(26).variant == "soon"


def test_whoever_put_it_off_may_be_asked_when_that_is_over() -> None:
    hold = OnHold(at=berlin("03-28 10:00"), until=date(2026, 3, 30))
    assert told(replace(DRAFT, kind="M6"), situation(hold, now="03-31 10:00")).of(26) == []


def test_a_question_ticked_off_by_hand_counts() -> None:
    mark = StepMark(id="F1", at=berlin("04-02 10:00"), done=True)
    assert told(DRAFT, situation(marks=(mark,))).one(26).variant == "soon"


def test_promised_things_are_never_too_many() -> None:
    often = situation(*(asked(f"04-0{day} 10:00") for day in (1, 2, 3)))
    assert told(replace(DRAFT, kind="M7"), often).of(26) == []


# -- 28: what happened since

BEGUN = replace(DRAFT, begun=berlin("04-02 10:00"))
NEXT = Interview(
    key="2",
    round=2,
    mode=Mode.VIDEO,
    start=berlin("04-20 10:00"),
    end=berlin("04-20 11:00"),
    zone=BERLIN,
    invited_at=berlin("04-02 12:00"),
)


@pytest.mark.parametrize(
    ("event", "variant"),
    [
        (Reply(at=berlin("04-02 12:00"), reply=ReplyKind.VAGUE), "reply"),
        (Rejection(at=berlin("04-02 12:00")), "rejection"),
        (Offer(at=berlin("04-02 12:00")), "offer"),
        (NEXT, "invitation"),
    ],
)
def test_news_after_the_draft_was_begun_changes_everything(
    event: Reply | Rejection | Offer | Interview, variant: str
) -> None:
    finding = told(BEGUN, situation(event)).one(28)
    assert (finding.level, finding.variant) == (Level.MUST, variant)


def test_courtesy_and_older_news_change_nothing() -> None:
    thanks = Reply(at=berlin("04-02 12:00"), reply=ReplyKind.COURTESY)
    before = Reply(at=berlin("04-01 12:00"), reply=ReplyKind.VAGUE)
    assert told(BEGUN, situation(thanks, before)).of(28) == []


# -- 29: referees

REFEREE = Person(id="ref", name="Amara Nwosu", part=Part.REFEREE, consent=Consent.YES)
LIST = saying(
    "Dear Dr. van der Berg,\n\nAs promised, here is the list of my references for the Data Engineer"
    " role. They may be called at any time, and the numbers stand beside the names.\n\n"
    "Kind regards,\nSam Lee",
    kind="M7",
    attachments=("references.pdf",),
)
PROMISED = Promise(
    key="p",
    by=Promiser.ME,
    what="reference list",
    at=berlin("03-27 15:00"),
    item=PromiseItem.REFERENCES,
)


def test_a_list_goes_only_once_each_referee_knows() -> None:
    where = situation(PROMISED, people=(ANNA, PAUL, REFEREE))
    finding = told(LIST, where).one(29)
    assert dict(finding.arguments)["referee"] == "Amara Nwosu"
    assert finding.fixes[0].argument == "ref"
    knows = situation(PROMISED, people=(ANNA, PAUL, replace(REFEREE, informed=True)))
    assert told(LIST, knows).of(29) == []


def test_a_referee_who_said_no_is_on_no_list() -> None:
    where = situation(people=(ANNA, replace(REFEREE, consent=Consent.NO)))
    assert told(LIST, where).of(29) == []


def test_other_promised_things_need_no_referee() -> None:
    sample = replace(LIST, body=LIST.body.replace("list of my references", "work sample"))
    sample = replace(sample, attachments=("sample.pdf",))
    assert told(sample, situation(people=(ANNA, REFEREE))).of(29) == []
