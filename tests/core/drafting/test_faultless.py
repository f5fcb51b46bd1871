"""Letters from a full case pass every check: what the program writes, it does not complain about."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.check_data import load_knowledge
from core.checks.check import check
from core.checks.finding import Finding, Level
from core.drafting.kinds import KINDS
from core.drafting.letters import fill
from core.drafting.particulars import Strength
from core.drafting.templates import Choice
from core.drafting.values import Draft, Me, Sibling, Situation, Tone, Topic
from core.playbook.values import (
    Channel,
    Event,
    Mode,
    Offer,
    Part,
    Person,
    Promise,
    PromiseItem,
    Promiser,
    Rejection,
    Withdrawal,
    WrongName,
)
from tests.core.drafting.cases import ANNA, BERLIN, TEMPLATES, asked, berlin, interview, situation

KNOWLEDGE = load_knowledge()
CHOICES = [c for kind in KINDS for c in TEMPLATES.available(kind) if c.name != "recruiter"]
PANEL = ("anna", "tomas", "yuki")
FILES = {"M7": ("references.pdf",), "M8": ("cv.pdf", "advertisement.pdf")}


def known_when_due(kind: str) -> Situation:
    """The full case at the hour at which such a message goes out."""
    return situation(kind, "03-27 16:30" if kind in {"M1", "M2", "M3"} else "04-07 10:00")


def complaints(choice: Choice, known: Situation, *to: str) -> list[Finding]:
    """What the checks say of a first draft, hints aside."""
    wish = asked(choice, *to)
    settings = replace(known.case.settings, thank_you_notes=choice.profile.value)
    known = replace(known, case=replace(known.case, settings=settings))
    drafted = fill(TEMPLATES, wish, known)
    others = [key for key in PANEL if choice.kind == "M2" and key not in wish.to]
    draft = Draft(
        kind=choice.kind,
        channel=Channel.LINKEDIN if choice.kind == "M11" else Channel.EMAIL,
        to=wish.to,
        subject=drafted.subject,
        body=drafted.body,
        language=choice.language,
        attachments=FILES.get(choice.kind, ()),
        siblings=tuple(
            Sibling(to=(key,), body=fill(TEMPLATES, asked(choice, key), known).body)
            for key in others
        ),
    )
    found = check(draft, known, KNOWLEDGE).findings
    return [finding for finding in found if finding.level is not Level.HINT]


@pytest.mark.parametrize(
    "choice", CHOICES, ids=lambda c: f"{c.kind}-{c.language}-{c.tone}-{c.profile}"
)
def test_each_letter_to_each_of_its_readers(choice: Choice) -> None:
    readers = PANEL if KINDS[choice.kind].thank_you else ("",)
    for reader in readers:
        to = (reader,) if reader else ()
        assert complaints(choice, known_when_due(choice.kind), *to) == []


ROLES = (
    "Nurse",
    "Data Engineer (m/f/d)",
    "Leiterin der Abteilung für internationale Logistik (m/w/d)",
    "Senior Principal Software Engineer, Distributed Storage",
    "Professor of Comparative Literature",
)
COMPANIES = ("Acme", "Universitätsklinikum Hamburg-Eppendorf", "Müller & Söhne KG", "Target")
TOPICS = (
    "the move from cron to Airflow",
    "How the night shift hands over.",
    "kiln temperatures",
    "Their plans for an urgent care unit",
    "why the apprentices stay",
)
STRENGTHS = (
    "eight years of building data pipelines",
    "calm in a full waiting room",
    "experience with small teams",
)
NAMES = (
    "Anna-Maria van der Berg",
    "Tomás Ortega",
    "Nguyễn Thị Hương",
    "Siobhán O’Neill",
    "Sukarno",
)


@given(
    choice=st.sampled_from(CHOICES),
    role=st.sampled_from(ROLES),
    company=st.sampled_from(COMPANIES),
    topic=st.sampled_from(TOPICS),
    strength=st.sampled_from(STRENGTHS),
    name=st.sampled_from(NAMES),
    title=st.sampled_from(["", "Dr.", "Ms", "Mr", "Prof. Dr.", "Frau"]),
    phone=st.sampled_from(["", "+44 20 7946 0123"]),
)
def test_whatever_the_case_holds(
    choice: Choice,
    role: str,
    company: str,
    topic: str,
    strength: str,
    name: str,
    title: str,
    phone: str,
) -> None:
    known = known_when_due(choice.kind)
    people = (replace(ANNA, name=name, title=title), *known.case.people[1:])
    known = replace(
        known,
        case=replace(known.case, role=role, company=company, people=people),
        me=Me(name="Sam Okafor", phone=phone),
        topics=(Topic(text=topic, person="anna"), *known.topics[1:]),
        strengths=(Strength(text=strength),),
    )
    assert complaints(choice, known) == []


OFFER = Offer(at=berlin("04-06 10:00"), deadline=date(2026, 4, 15))
UNDATED_OFFER = Offer(at=berlin("04-06 10:00"))
SAMPLE = Promise(
    key="promise:9",
    by=Promiser.ME,
    what="a sample of my glazes",
    at=berlin("03-27 15:00"),
    due=date(2026, 4, 8),
    item=PromiseItem.OTHER,
)
DECISION_AHEAD = Promise(
    key="promise:3",
    by=Promiser.THEM,
    what="decision",
    at=berlin("03-27 15:00"),
    due=date(2026, 4, 20),
    item=PromiseItem.DECISION,
)
OTHER_SITUATIONS: tuple[tuple[str, tuple[Event, ...]], ...] = (
    ("M4", (DECISION_AHEAD,)),
    ("M7", (SAMPLE,)),
    ("M9", (Rejection(at=berlin("04-06 10:00")),)),
    ("M9", (Withdrawal(at=berlin("04-06 10:00")),)),
    ("M9", ()),
    ("M13", (UNDATED_OFFER,)),
    ("M14", ()),
    ("M16", (OFFER,)),
    ("M17", (replace(interview("04-14 10:00", "04-14 11:00", 2), mode=Mode.VIDEO, place=""),)),
)


@pytest.mark.parametrize(("kind", "events"), OTHER_SITUATIONS)
@pytest.mark.parametrize("tone", Tone)
def test_where_things_went_another_way(kind: str, events: tuple[Event, ...], tone: Tone) -> None:
    known = known_when_due(kind)
    known = replace(known, case=replace(known.case, events=(interview(), *events)))
    assert complaints(Choice(kind=kind, tone=tone), known) == []


@pytest.mark.parametrize("tone", Tone)
@pytest.mark.parametrize("kind", ["M1", "M3"])
def test_a_wrong_name_is_put_right_without_a_word_too_many(kind: str, tone: Tone) -> None:
    slip = WrongName(key="w", at=berlin("03-27 16:00"), zone=BERLIN, person="anna")
    known = known_when_due(kind)
    known = replace(known, case=replace(known.case, events=(interview(), slip)))
    assert complaints(Choice(kind=kind, tone=tone), known) == []


@pytest.mark.parametrize("tone", Tone)
def test_the_recruiter_who_passes_a_note_on(tone: Tone) -> None:
    known = known_when_due("M1")
    rita = Person(id="rita", name="Rita Alvarez", part=Part.RECRUITER, email="r@agency.example")
    case = replace(known.case, people=(*known.case.people, rita), via_recruiter_only=True)
    known = replace(known, case=case, topics=(Topic(text="the kilns"),))
    assert complaints(Choice(kind="M1", tone=tone), known, "rita") == []
