"""What is written is read back the same, to the last key."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from core.drafting.values import Draft, Me, News, Sibling, Topic
from core.exchange.case_values import CaseFile, ExportFile
from core.exchange.case_writer import write_case, write_export
from core.exchange.cases import read_case, read_export
from core.playbook.values import (
    Acceptance,
    Arrived,
    Case,
    Channel,
    Consent,
    Contact,
    Event,
    Incident,
    Interview,
    Linked,
    Mode,
    Offer,
    OnHold,
    Other,
    Part,
    Person,
    Promise,
    PromiseItem,
    Promiser,
    Reflection,
    ReflectionPath,
    Reply,
    ReplyKind,
    Sent,
    Settings,
    StepMark,
    WrongName,
)
from core.snapshot import SavedRound

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")

zones = st.sampled_from(ZONES)
instants = st.integers(600_000_000, 5_600_000_000).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2150, 1, 1))
moments = st.none() | days | instants
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = words.filter(lambda text: bool(text.strip()))
keys = st.uuids().map(lambda uid: uid.hex)
somebody = st.sampled_from(["anna", "bob"])
anybody = st.none() | somebody

interviews = st.builds(
    Interview,
    key=keys,
    round=st.integers(1, 9),
    mode=st.sampled_from(Mode),
    start=instants,
    end=st.just(datetime(2150, 1, 1, tzinfo=UTC)),
    zone=zones,
    people=st.lists(somebody, unique=True).map(tuple),
    travel_minutes=st.integers(0, 600),
    place=words,
    invited_at=st.none() | instants,
    called_off=st.none() | instants,
).map(lambda interview: replace(interview, end=interview.start.replace(second=59)))
happenings: st.SearchStrategy[Event] = st.one_of(
    interviews,
    st.builds(
        Promise,
        key=keys,
        by=st.sampled_from(Promiser),
        what=words,
        at=instants,
        due=moments,
        item=st.sampled_from(PromiseItem),
    ),
    st.builds(
        Sent,
        message=st.sampled_from(["M1", "M17"]),
        at=instants,
        to=st.lists(somebody).map(tuple),
        channel=st.sampled_from(Channel),
    ),
    st.builds(Reply, at=instants, reply=st.sampled_from(ReplyKind), decision_date=moments),
    st.builds(WrongName, key=keys, at=instants, zone=zones, person=anybody, correct=words),
    st.builds(Incident, at=instants, what=words),
    st.builds(Reflection, at=instants, path=st.sampled_from(ReflectionPath)),
    st.builds(Offer, at=instants, deadline=moments),
    st.builds(OnHold, at=instants, until=moments),
    st.builds(Linked, at=instants, person=anybody),
    st.builds(Contact, at=instants, person=anybody, answered=st.booleans()),
    st.builds(Arrived, at=instants),
    st.builds(Acceptance, at=instants),
)
marks = st.one_of(
    st.builds(StepMark, id=st.just("T1"), at=instants, person=anybody, done=st.just(True)),
    st.builds(StepMark, id=st.just("F1"), at=instants, key=keys, skipped=names | st.just(True)),
    st.builds(StepMark, id=st.just("N2"), at=instants, snoozed_until=instants),
    st.builds(StepMark, id=st.just("G3"), at=instants, due=instants),
)
cards = st.builds(
    Person,
    id=st.just("anna"),
    name=names,
    part=st.sampled_from(Part),
    title=words,
    surname=words,
    job=words,
    email=words,
    phone=words,
    confirmed=st.booleans(),
    prefers=st.sampled_from(Channel),
    consent=st.sampled_from(Consent),
    informed=st.booleans(),
    gone=st.booleans(),
)
cases = st.builds(
    Case,
    now=instants,
    zone=zones,
    company=names,
    role=words,
    application_zone=zones,
    country=st.sampled_from(["", "DE", "NO"]),
    via_recruiter_only=st.booleans(),
    no_contact_wished=st.booleans(),
    fast_decision=st.booleans(),
    settings=st.builds(
        Settings,
        thank_you_earliest=st.sampled_from(["0h", "2h"]),
        follow_ups=st.integers(1, 3),
        arrive_early=st.integers(0, 120),
        quiet_hours=st.sampled_from(["21:00-08:00", "22:30-07:00"]),
    ),
    people=cards.map(lambda card: (card, Person(id="bob", name="Bob"))),
    events=st.lists(happenings, max_size=6).map(tuple),
    marks=st.lists(marks, max_size=3).map(tuple),
    others=st.none() | st.just((Other(company="Globex", people=("Hank",)),)),
)
drafts = st.builds(
    Draft,
    kind=st.just("M2"),
    to=st.lists(somebody).map(tuple),
    subject=words,
    body=words,
    begun=st.none() | instants,
    ticks=st.just(("personal",)),
    siblings=st.just((Sibling(to=("bob",), body="Hello"),)),
)
files = st.builds(
    CaseFile,
    case=cases,
    uid=keys,
    aliases=st.lists(names, max_size=2).map(tuple),
    created_at=instants,
    me=st.none() | st.builds(Me, name=names, signature=words),
    topics=st.lists(st.builds(Topic, text=names, person=anybody), max_size=2).map(tuple),
    news=st.lists(st.builds(News, title=names, published=st.none() | days), max_size=2).map(tuple),
    cv_employers=st.lists(names, max_size=2).map(tuple),
    draft=st.none() | drafts,
)


@given(files)
def test_a_case_is_read_back_as_it_was(file: CaseFile) -> None:
    assert read_case(write_case(file), "case.json") == file


@given(st.lists(files, max_size=3, unique_by=lambda file: file.uid))
def test_an_export_is_read_back_as_it_was(all_files: list[CaseFile]) -> None:
    at = datetime(2026, 3, 30, 9, tzinfo=UTC)
    week = StepMark(id="N4", key="N4/2026-03-30", at=at, done=True, title="Set this week's targets")
    export = ExportFile(cases=tuple(all_files), hunt=(week,))
    assert read_export(write_export(export), "export.json") == export


def test_the_second_of_two_equal_hours_stays_the_second() -> None:
    interview = Interview(
        key="k",
        round=1,
        mode=Mode.VIDEO,
        start=datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        end=datetime(2026, 10, 25, 3, tzinfo=UTC),
        zone="Europe/Berlin",
    )
    now = datetime(2026, 10, 1, tzinfo=UTC)
    case = Case(now=now, zone="Europe/Berlin", application_zone="Europe/Berlin", company="Acme")
    file = CaseFile(case=replace(case, events=(interview,)))
    assert read_case(write_case(file), "case.json") == file


def test_where_an_interview_came_from_is_kept() -> None:
    interview = Interview(
        key="k",
        round=2,
        mode=Mode.PHONE,
        start=datetime(2026, 5, 1, 8, tzinfo=UTC),
        end=datetime(2026, 5, 1, 9, tzinfo=UTC),
        zone="Europe/Oslo",
    )
    case = Case(now=datetime(2026, 4, 1, tzinfo=UTC), zone="UTC", company="Acme")
    link = SavedRound(
        interview="k", calendar_uid="abc@acme.example", calendar_sequence=3, notes="Bring papers"
    )
    file = CaseFile(case=replace(case, events=(interview,)), rounds=(link,))
    assert read_case(write_case(file), "case.json") == file
