"""Cases in which everything is known that a message of each kind can say."""

from dataclasses import replace
from datetime import date, datetime

from core.drafting.letters import fill
from core.drafting.particulars import Particulars, Strength
from core.drafting.request import Request
from core.drafting.templates import Choice
from core.drafting.values import Me, News, Situation, Topic
from core.playbook.kinds import Settings
from core.playbook.values import (
    Acceptance,
    Case,
    Consent,
    Event,
    Interview,
    Mode,
    Offer,
    Part,
    Person,
    Promise,
    PromiseItem,
    Promiser,
    Rejection,
    WrongName,
)
from core.playbook.windows import to_instant
from core.template_store import load_templates

BERLIN = "Europe/Berlin"
TEMPLATES = load_templates().templates


def berlin(text: str) -> datetime:
    """An instant from a wall-clock time of 2026 in Berlin, such as "03-27 14:00"."""
    return to_instant(datetime.fromisoformat(f"2026-{text}"), BERLIN)


ANNA = Person(
    id="anna",
    name="Anna-Maria van der Berg",
    title="Dr.",
    job="Head of Data",
    part=Part.INTERVIEWER,
    email="anna@acme.example",
)
TOMAS = Person(id="tomas", name="Tomás Ortega", part=Part.INTERVIEWER, email="t@acme.example")
YUKI = Person(id="yuki", name="Yuki Mori", title="Ms", part=Part.INTERVIEWER)
PAUL = Person(id="paul", name="Paul Moreau", part=Part.REFEREE, consent=Consent.YES, informed=True)
LEA = Person(id="lea", name="Lea Ott", part=Part.REFEREE, consent=Consent.YES, informed=True)
PARTICULARS = Particulars(
    reason="I would have to move for it, and I want to see the town first",
    answer_by=date(2026, 4, 20),
    starts=date(2026, 6, 1),
    pay="62,000 euros a year",
    points=("how I led the move to the new warehouse", "my calm in the night shifts"),
    occasion="the new plant in Lyon",
    benefit="I came across a study on cold chains that treats your question about night transport",
)
REFERENCES = Promise(
    key="promise:1",
    by=Promiser.ME,
    what="reference list",
    at=berlin("03-27 15:00"),
    due=date(2026, 3, 31),
    item=PromiseItem.REFERENCES,
)


def interview(
    start: str = "03-27 14:00",
    end: str = "03-27 15:00",
    number: int = 1,
    people: tuple[str, ...] = ("anna", "tomas", "yuki"),
) -> Interview:
    """A round in Berlin."""
    return Interview(
        key=f"round:{number}",
        round=number,
        mode=Mode.ONSITE,
        start=berlin(start),
        end=berlin(end),
        zone=BERLIN,
        people=people,
        place="Hauptstraße 5, Berlin",
    )


EVENTS: dict[str, tuple[Event, ...]] = {
    "M3": (WrongName(key="wrong:1", at=berlin("03-27 16:00"), zone=BERLIN, person="anna"),),
    "M6": (
        Promise(
            key="promise:2",
            by=Promiser.THEM,
            what="decision",
            at=berlin("03-27 15:00"),
            due=date(2026, 4, 3),
            item=PromiseItem.DECISION,
        ),
    ),
    "M7": (REFERENCES,),
    "M8": (REFERENCES,),
    "M9": (Acceptance(at=berlin("04-06 10:00")),),
    "M10": (Rejection(at=berlin("04-06 10:00")),),
    "M13": (Offer(at=berlin("04-06 10:00"), deadline=date(2026, 4, 15)),),
    "M14": (Offer(at=berlin("04-06 10:00"), deadline=date(2026, 4, 15)),),
    "M15": (Offer(at=berlin("04-06 10:00"), deadline=date(2026, 4, 15)),),
    "M17": (interview("04-14 10:00", "04-14 11:00", 2, ("anna",)),),
}
"""What happened before a message of a kind is due, after the first interview."""

READERS = {"M8": ("paul",), "M9": ("paul",)}
"""To whom a message of a kind goes, if not to Anna."""


def situation(kind: str, now: str = "04-07 10:00") -> Situation:
    """Everything known of one application when a message of this kind is due."""
    case = Case(
        now=berlin(now),
        zone="Europe/London",
        company="Acme GmbH",
        role="Data Engineer",
        application_zone=BERLIN,
        country="DE",
        settings=Settings(),
        people=(ANNA, TOMAS, YUKI, PAUL, LEA),
        events=(interview(), *EVENTS.get(kind, ())),
        others=(),
    )
    return Situation(
        case=case,
        me=Me(name="Sam Okafor", phone="+44 20 7946 0123"),
        topics=(
            Topic(text="the move from cron to Airflow", person="anna"),
            Topic(text="how the night shift hands over", person="tomas"),
            Topic(text="The training of new colleagues", person="yuki"),
        ),
        strengths=(Strength(text="eight years of building data pipelines"),),
        news=(
            News(title="Acme opens a plant in Lyon", published=date(2026, 3, 20)),
            News(title="Acme lays off staff in Kiel", published=date(2026, 3, 30), negative=True),
        ),
    )


def request(kind: str) -> Request:
    """A request for a message of this kind to its usual reader, in plain English."""
    return Request(kind=kind, to=READERS.get(kind, ("anna",)), particulars=PARTICULARS)


def letter(choice: Choice, given: Situation, *to: str) -> str:
    """The body of a first draft."""
    return fill(TEMPLATES, asked(choice, *to), given).body


def asked(choice: Choice, *to: str) -> Request:
    """A request for exactly this template."""
    usual = request(choice.kind)
    return replace(
        usual,
        tone=choice.tone,
        profile=choice.profile,
        language=choice.language,
        name=choice.name,
        to=to or usual.to,
    )


def with_events(kind: str, *events: Event) -> Situation:
    """The full case, but with these events after the first interview."""
    known = situation(kind)
    return replace(known, case=replace(known.case, events=(interview(), *events)))
