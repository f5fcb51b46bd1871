"""Everything that a composer shows of one message."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.clock import Now
from core.database import WorkSession
from core.drafting.outbox import State
from core.drafting.outgoing import AttachedFile
from core.drafting.stages import HandedTo, Stage
from core.drafting.values import Draft, Ignored, Sibling, Situation, Tone
from core.models import Message, Person, Step
from core.playbook.values import Channel, Part, StepState
from core.use_cases.answering import answered_id
from core.use_cases.loading import Loaded, load_one
from core.use_cases.message_rows import (
    draft_value,
    in_outbox,
    message_row,
    panel_of,
    people_in_order,
    stages_of,
)
from core.use_cases.situations import situation_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A contact card, as far as a composer shows it."""

    id: int
    uid: str
    """Its id in the case: what `Draft.to` names."""
    name: str
    title: str
    job: str
    part: Part
    email: str
    phone: str
    prefers: Channel
    confirmed: bool
    gone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelNote:
    """The note to one of a panel. Without a `draft_id` it is not begun: `begin` its step."""

    person_id: int
    name: str
    draft_id: int | None
    step_id: int | None
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Composing:
    """A message, and everything around it."""

    draft_id: int
    draft: Draft
    situation: Situation
    recipients: tuple[Card, ...]
    people: tuple[Card, ...]
    """Everyone who could be a recipient, recipients included."""
    step_id: int | None
    step_title: str
    step_due: datetime | None
    """Of an open step; one that was cancelled has no deadline any more."""
    panel: tuple[PanelNote, ...]
    """All notes of the same panel, this one included; empty for a message to no panel."""
    tone: Tone
    application_id: int
    company: str
    role: str
    stage: Stage
    handed_to: HandedTo | None
    handed_over_at: datetime | None
    sent_at: datetime | None
    leaves_at: datetime | None
    """When what waits in the outbox is to leave; None where nothing waits."""
    problem: str
    """What is told about its sending, as a sentence; empty: nothing."""
    attachments: tuple[AttachedFile, ...]
    ignored: tuple[Ignored, ...]
    answers: str
    """The Message-ID of the mail that it answers; empty: it answers none that is kept."""


def compose(session: WorkSession, draft_id: int, now: Now) -> Composing:
    """A message as a composer shows it; `Gone` when there is none of this number."""
    session.flush()
    row = message_row(session, draft_id)
    loaded = load_one(session, row.application_id)
    others = panel_of(session, row)
    people = people_in_order(session, [row, *others])
    stages = stages_of(session, [row, *others])
    siblings = [
        Sibling(to=tuple(person.uid for person in people[other.id]), body=other.body)
        for other in others
    ]
    step = _step(loaded, row)
    item = in_outbox(session, draft_id)
    return Composing(
        draft_id=row.id,
        draft=draft_value(row, people[row.id], siblings),
        situation=situation_of(session, loaded, now),
        recipients=tuple(card_of(person) for person in people[row.id]),
        people=tuple(card_of(person) for person in loaded.people),
        step_id=step.id if step is not None else None,
        step_title=step.title if step is not None else "",
        step_due=step.due if step is not None and step.state is StepState.OPEN else None,
        panel=_panel(loaded, [row, *others], people, stages),
        tone=row.tone,
        application_id=row.application_id,
        company=loaded.application.company,
        role=loaded.application.role,
        stage=stages[row.id],
        handed_to=row.handed_to,
        handed_over_at=row.handed_over_at,
        sent_at=row.sent_at,
        leaves_at=item.not_before if item is not None and item.state is State.QUEUED else None,
        problem=item.sentence if item is not None else "",
        attachments=row.attachments,
        ignored=row.ignored,
        answers=answered_id(session, row),
    )


def card_of(person: Person) -> Card:
    """A contact card as a composer shows it."""
    return Card(
        id=person.id,
        uid=person.uid,
        name=person.name,
        title=person.title,
        job=person.job,
        part=person.part,
        email=person.email,
        phone=person.phone,
        prefers=person.prefers,
        confirmed=person.confirmed,
        gone=person.gone,
    )


def _step(loaded: Loaded, row: Message) -> Step | None:
    keyed = (step for step in loaded.steps if row.step_key and step.key == row.step_key)
    return next(keyed, None)


def _panel(
    loaded: Loaded,
    rows: list[Message],
    people: Mapping[int, list[Person]],
    stages: Mapping[int, Stage],
) -> tuple[PanelNote, ...]:
    """Those that are begun, and the open thank-you steps of the same round that are not."""
    steps = {step.key: step for step in loaded.steps}
    begun = [
        PanelNote(
            person_id=person.id,
            name=person.name,
            draft_id=row.id,
            step_id=steps[row.step_key].id if row.step_key in steps else None,
            stage=stages[row.id],
        )
        for row in sorted(rows, key=lambda row: row.id)
        for person in people[row.id][:1]
    ]
    notes = [*begun, *_not_begun(loaded, rows[0].panel, {note.person_id for note in begun})]
    return tuple(notes) if len(notes) > 1 and rows[0].panel else ()


def _not_begun(loaded: Loaded, panel: str, begun: set[int]) -> list[PanelNote]:
    rounds = {row.id: row.uid for row in loaded.interviews}
    names = {person.id: person.name for person in loaded.people}
    return [
        PanelNote(
            person_id=step.person_id,
            name=names[step.person_id],
            draft_id=None,
            step_id=step.id,
            stage=Stage.WRITING,
        )
        for step in loaded.steps
        if step.rule == "T1"
        and step.state is StepState.OPEN
        and step.person_id is not None
        and step.person_id not in begun
        and rounds.get(step.interview_id or 0) == panel
    ]
