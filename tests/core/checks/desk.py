"""A letter on the desk: one good draft and its situation, and what changes of them are found to say.

Anna-Maria van der Berg of Acme interviewed Sam Lee in Berlin on Friday 27 March 2026; now it is
Friday 3 April, 10:00.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TypedDict, Unpack
from zoneinfo import ZoneInfo

from core.check_data import load_knowledge
from core.checks.check import check
from core.checks.finding import Edit, Field, Finding, Fix
from core.checks.letter import read_letter
from core.checks.meaning import sentences_to_read
from core.drafting.values import Draft, Me, News, Sibling, Situation, Topic
from core.meaning_files import standard_reader
from core.playbook.values import (
    Case,
    Channel,
    Event,
    Interview,
    Mode,
    Other,
    Part,
    Person,
    Settings,
    StepMark,
)

BERLIN = "Europe/Berlin"
KNOWLEDGE = load_knowledge()


def berlin(text: str) -> datetime:
    """An instant from a wall-clock time of 2026 in Berlin, such as "04-03 10:00"."""
    return datetime.fromisoformat(f"2026-{text}").replace(tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)


ANNA = Person(
    id="anna",
    name="Anna-Maria van der Berg",
    title="Dr.",
    part=Part.INTERVIEWER,
    email="anna@acme.example",
)
PAUL = Person(id="paul", name="Paul Moreau", part=Part.INTERVIEWER)
ROUND = Interview(
    key="1",
    round=1,
    mode=Mode.ONSITE,
    start=berlin("03-27 14:00"),
    end=berlin("03-27 15:00"),
    zone=BERLIN,
    people=("anna", "paul"),
)
BODY = """Dear Dr. van der Berg,

I am writing about the Data Engineer role and our interview on 27 March. I am still very \
interested, and I was glad to read about your new plant in Lyon.

At Initech I moved forty nightly jobs from cron to Airflow without losing a run, and I would like \
to do the same for you. When do you expect to decide? I am happy to send anything else that helps.

Kind regards,
Sam Lee"""
DRAFT = Draft(kind="M4", to=("anna",), subject="Data Engineer – interview on 27 March", body=BODY)


class OfDraft(TypedDict, total=False):
    """What else a test may change of the draft."""

    kind: str
    channel: Channel
    to: tuple[str, ...]
    subject: str
    attachments: tuple[str, ...]
    begun: datetime
    send_at: datetime
    language: str
    ticks: tuple[str, ...]
    siblings: tuple[Sibling, ...]


class OfCase(TypedDict, total=False):
    """What else a test may change of the case."""

    company: str
    role: str
    country: str
    application_zone: str
    via_recruiter_only: bool
    settings: Settings
    marks: tuple[StepMark, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What was found in a draft."""

    draft: Draft
    situation: Situation
    findings: tuple[Finding, ...]

    def of(self, number: int) -> list[Finding]:
        """The findings of one check."""
        return [finding for finding in self.findings if finding.check == number]

    def one(self, number: int) -> Finding:
        """The one finding of a check."""
        (finding,) = self.of(number)
        return finding

    @property
    def checks(self) -> set[int]:
        """The numbers of all checks that found something."""
        return {finding.check for finding in self.findings}

    def mended(self, fix: Fix) -> "Told":
        """What is found once a fix has been applied."""
        return told(apply(self.draft, fix.edits), self.situation)


def situation(
    *events: Event,
    now: str = "04-03 10:00",
    people: Sequence[Person] = (ANNA, PAUL),
    others: Sequence[Other] = (),
    **changes: Unpack[OfCase],
) -> Situation:
    """The situation of the draft."""
    case = Case(
        now=berlin(now),
        zone=BERLIN,
        company="Acme GmbH",
        role="Data Engineer",
        application_zone=BERLIN,
        people=tuple(people),
        events=(ROUND, *events),
        others=tuple(others),
    )
    return Situation(
        case=replace(case, **changes),
        me=Me(name="Sam Lee"),
        topics=(Topic(text="the move from cron to Airflow", person="anna"),),
        news=(News(title="Acme opens a plant in Lyon", published=date(2026, 3, 20)),),
        cv_employers=("Initech",),
    )


def told(draft: Draft = DRAFT, where: Situation | None = None) -> Told:
    """What the checks say of a draft by words alone, before its sentences are read."""
    where = where or situation()
    return Told(draft, where, check(draft, where, KNOWLEDGE).findings)


def told_by_meaning(draft: Draft, where: Situation | None = None) -> Told:
    """What they say once the sentences are read."""
    where = where or situation()
    heard = standard_reader().read(sentences_to_read(read_letter(draft, where)))
    return Told(draft, where, check(draft, where, KNOWLEDGE, heard=heard).findings)


def saying(body: str, **changes: Unpack[OfDraft]) -> Draft:
    """The draft with another body, and other fields."""
    return replace(DRAFT, body=body, **changes)


def greeted(salutation: str, **changes: Unpack[OfDraft]) -> Draft:
    """The draft with another salutation."""
    return saying(BODY.replace("Dear Dr. van der Berg,", salutation), **changes)


def adding(sentence: str, **changes: Unpack[OfDraft]) -> Draft:
    """The draft with one more sentence."""
    return saying(BODY.replace("\n\nKind regards", f" {sentence}\n\nKind regards"), **changes)


def apply(draft: Draft, edits: Sequence[Edit]) -> Draft:
    """A draft after edits, as the window makes them: from the last to the first."""
    texts = {Field.BODY: draft.body, Field.SUBJECT: draft.subject}
    for edit in sorted(edits, key=lambda one: one.span.start, reverse=True):
        text = texts[edit.field]
        texts[edit.field] = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return replace(draft, body=texts[Field.BODY], subject=texts[Field.SUBJECT])
