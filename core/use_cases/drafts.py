"""Drafts: begun, found again, and thrown away."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.addressees import addressees, channel_to
from core.drafting.kinds import KINDS
from core.drafting.outbox import State
from core.drafting.stages import OPEN_STATES, MessageState, Stage
from core.drafting.values import Situation
from core.models import Application, Interview, Message, Person, Step
from core.playbook.values import Channel, StepState
from core.refusal import DetailsError, Gone
from core.use_cases.corrections import slips_in
from core.use_cases.history import recorded
from core.use_cases.loading import Loaded, load_one, preferences_in
from core.use_cases.message_rows import (
    in_outbox,
    message_row,
    people_in_order,
    set_recipients,
    stages_of,
)
from core.use_cases.outbox_rows import remove
from core.use_cases.situations import situation_of
from core.use_cases.wording import first_words

UNSAID = {"G1": "M8"}
"""Steps that are written and yet name no kind of message, by the kind whose words fit them."""

TO_OTHERS = frozenset({"O2"})
"""Steps of an offer whose message goes to other employers: it is begun from their applications."""

TAKEN_BACK_AT_ONCE = frozenset({State.FAILED, State.HELD})
"""Of what is in the outbox and yet never leaves by itself."""

WITHDRAW_FIRST = "This message is on its way. Take it back first, if there is still time."


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDraft:
    """A message that is neither sent nor thrown away, for a list."""

    draft_id: int
    application_id: int
    company: str
    role: str
    kind: str
    """Such as "M1": see `core.drafting.kinds`."""
    people: tuple[str, ...]
    """Names."""
    subject: str
    edited_at: datetime
    send_at: datetime | None
    stage: Stage


def begin(session: WorkSession, step_id: int, now: Now) -> int:
    """The id of a step's draft: the one that is open, else a new one.

    `DetailsError` for a step that asks for no message.
    """
    step = session.get(Step, step_id)
    if step is None:
        raise Gone("This step is no longer here. Nothing was changed.")
    if step.rule in TO_OTHERS:
        raise DetailsError(
            "This goes to another employer. Nothing was begun. Write it from their application.",
            "message",
        )
    kind = step.message or UNSAID.get(step.rule)
    if step.application_id is None or kind is None:
        raise DetailsError("This step needs no message. Nothing was begun.", "message")
    mine = _open_ones(step.application_id).where(Message.step_key == step.key)
    found = session.scalars(mine).first()
    if found is not None:
        return found.id
    begun = _Begun.of(session, step.application_id, now)
    people = begun.people_of((step.person_id,) if step.person_id is not None else ())
    panel = panel_of_step(session, step)
    if panel and kind == "M1" and _thanked_together(session, step) > 1:
        kind = "M2"
    channel = Channel.PHONE if step.action == "call" else None
    return begun.store(kind, people or begun.fitting(kind), step.key, panel, channel)


def begin_for(
    session: WorkSession, application_id: int, kind: str, people: tuple[int, ...], now: Now
) -> int:
    """The id of a draft of this kind to these people (empty: to those whom it fits).

    The draft of a step that asks for just this, or one that is open already, is gone on with. For
    a panel ("M2") each person gets a draft of their own; the first one's id is returned.
    """
    if kind not in KINDS:
        raise DetailsError("There is no such kind of message. Nothing was begun.", "kind")
    begun = _Begun.of(session, application_id, now)
    recipients = begun.people_of(people) or begun.fitting(kind)
    if kind == "M2" and len(recipients) > 1:
        return _begin_panel(session, begun, recipients, now)
    step = fitting_step(begun.loaded, kind, recipients)
    if step is not None:
        return begin(session, step.id, now)
    return _resumed(session, application_id, kind, recipients) or begun.store(kind, recipients)


def discard(session: WorkSession, draft_id: int, now: Now) -> None:
    """Throw a draft away. Undo brings it back; what is on its way cannot be thrown away."""
    row = message_row(session, draft_id)
    item = in_outbox(session, draft_id)
    if item is not None and item.state not in TAKEN_BACK_AT_ONCE:
        raise Gone(WITHDRAW_FIRST)
    if row.state not in OPEN_STATES:
        return
    if item is not None:
        remove(session, item)
    with recorded(session, f"Thrown away: {KINDS[row.kind].noun}", now):
        row.state = MessageState.DISCARDED


def open_drafts(session: WorkSession, now: Now) -> tuple[OpenDraft, ...]:
    """All messages that are neither sent nor thrown away, the last edited first."""
    query = (
        select(Message, Application.company, Application.role)
        .join(Application, Application.id == Message.application_id)
        .where(Message.state.in_(OPEN_STATES))
        .order_by(Message.edited_at.desc(), Message.id.desc())
    )
    found = session.execute(query).all()
    rows = [row for row, _, _ in found]
    people, stages = people_in_order(session, rows), stages_of(session, rows)
    return tuple(
        OpenDraft(
            draft_id=row.id,
            application_id=row.application_id,
            company=company,
            role=role,
            kind=row.kind,
            people=tuple(person.name for person in people[row.id]),
            subject=row.subject,
            edited_at=row.edited_at,
            send_at=row.send_at,
            stage=stages[row.id],
        )
        for row, company, role in found
    )


@dataclass(slots=True)
class _Begun:
    """What new drafts of one application are made from."""

    session: WorkSession
    loaded: Loaded
    situation: Situation
    now: Now

    @classmethod
    def of(cls, session: WorkSession, application_id: int, now: Now) -> "_Begun":
        session.flush()
        loaded = load_one(session, application_id)
        return cls(session, loaded, situation_of(session, loaded, now), now)

    def people_of(self, ids: tuple[int, ...]) -> list[Person]:
        """The cards of these ids; `Gone` when one is not of this application."""
        by_id = {person.id: person for person in self.loaded.people}
        if not by_id.keys() >= set(ids):
            raise Gone("This person is no longer here. Nothing was begun.")
        return [by_id[person_id] for person_id in dict.fromkeys(ids)]

    def fitting(self, kind: str) -> list[Person]:
        by_uid = {person.uid: person for person in self.loaded.people}
        return [by_uid[uid] for uid in addressees(kind, self.situation.case)]

    def store(
        self,
        kind: str,
        recipients: list[Person],
        step_key: str = "",
        panel: str = "",
        channel: Channel | None = None,
    ) -> int:
        """A new draft, filled as far as the situation tells; its id."""
        uids = {person.uid for person in recipients}
        cards = tuple(card for card in self.situation.case.people if card.id in uids)
        row = Message(
            application_id=self.loaded.application.id,
            step_key=step_key,
            panel=panel,
            kind=kind,
            channel=channel or channel_to(kind, cards),
            tone=preferences_in(self.session).tone,
            begun=self.now.instant,
            edited_at=self.now.instant,
        )
        self.session.add(row)
        self.session.flush()
        set_recipients(self.session, row, tuple(person.id for person in recipients))
        to = tuple(person.uid for person in recipients)
        filled = first_words(self.session, row, to, self.situation)
        if filled is not None:
            row.subject, row.body = filled.subject, filled.body
            row.clauses = slips_in(self.situation, to)
        return row.id


def _begin_panel(session: WorkSession, begun: _Begun, people: list[Person], now: Now) -> int:
    """A draft for each of a panel; those of steps belong together by their round already."""
    steps = {person.id: fitting_step(begun.loaded, "M2", [person]) for person in people}
    panels = (panel_of_step(session, step) for step in steps.values() if step is not None)
    panel = next(panels, "") or f"{begun.loaded.application.uid[:32]}-{now.instant:%Y%m%dT%H%M%S}"
    drafts = []
    for person in people:
        step = steps[person.id]
        if step is not None:
            drafts.append(begin(session, step.id, now))
        else:
            open_one = _resumed(session, begun.loaded.application.id, "M2", [person])
            drafts.append(open_one or begun.store("M2", [person], panel=panel))
    return drafts[0]


def _open_ones(application_id: int) -> Select[Message]:
    return (
        select(Message)
        .where(Message.application_id == application_id, Message.state.in_(OPEN_STATES))
        .order_by(Message.id.desc())
    )


def _resumed(
    session: WorkSession, application_id: int, kind: str, recipients: list[Person]
) -> int | None:
    rows = list(session.scalars(_open_ones(application_id).where(Message.kind == kind)))
    people = people_in_order(session, rows)
    wanted = {person.id for person in recipients}
    same = (row.id for row in rows if {person.id for person in people[row.id]} == wanted)
    return next(same, None)


def fitting_step(loaded: Loaded, kind: str, recipients: list[Person]) -> Step | None:
    """The open step that asks for this kind of message to these people, the first that is due."""
    wanted = {"M1", "M2"} if KINDS[kind].thank_you else {kind}
    people = [person.id for person in recipients]
    fitting = (
        step
        for step in sorted(loaded.steps, key=lambda step: step.due)
        if step.state is StepState.OPEN
        and step.message in wanted
        and step.rule not in TO_OTHERS
        and (step.person_id is None or [step.person_id] == people)
    )
    return next(fitting, None)


def panel_of_step(session: WorkSession, step: Step) -> str:
    """What all thank-you notes after one round share: the round's uid."""
    if step.rule != "T1" or step.interview_id is None:
        return ""
    return session.get_one(Interview, step.interview_id).uid


def _thanked_together(session: WorkSession, step: Step) -> int:
    query = select(Step.id).where(
        Step.rule == step.rule,
        Step.interview_id == step.interview_id,
        Step.person_id.is_not(None),
        Step.state != StepState.CANCELLED,
    )
    return len(session.scalars(query).all())
