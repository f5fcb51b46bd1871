"""From a reflection to its conclusions: what it suggests, what the user adopts, what was kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.models import Conclusion, Reflection
from core.models.base import new_uid
from core.playbook.windows import to_wall
from core.reflection.conclusions import (
    ConclusionKind,
    Ground,
    Proposal,
    proposals,
    too_many_from_friends,
)
from core.reflection.kept import Shown, was_it_kept
from core.refusal import DetailsError
from core.use_cases import checked
from core.use_cases.conclusions import (
    ConclusionShown,
    conclusions_of,
    due_by_rule,
    set_due,
    unconfirmed,
)
from core.use_cases.friends_views import views
from core.use_cases.history import recorded
from core.use_cases.loading import planning_zone, preferences_in
from core.use_cases.reflection_rows import answers_of, interview_of, reflection_row

MOST = 100
"""Conclusions of one interview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """A proposal that the user ticked, with the user's own words and kind in it.

    `day` None: dated by the rule, and dated anew when a next round is set or moves.
    """

    proposal: Proposal
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What a reflection suggests. What was adopted already stands in it as it is kept, ticked."""

    proposals: tuple[Proposal, ...]
    due: datetime
    """By when, where the user names no other day."""
    days: Mapping[str, date] = field(default_factory=dict)
    """The days that the user gave to what was adopted already, by key."""
    adopted: frozenset[str] = frozenset()
    """The keys of what was adopted already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptHint:
    """What a later reflection shows of a conclusion; `confirm_kept` once the user agrees."""

    conclusion: ConclusionShown
    shown: Shown


def own_proposal(text: str, kind: ConclusionKind) -> Proposal:
    """A conclusion of the user's own, which no answer suggested."""
    ground = Ground(question="", words="")
    return Proposal(key=f"own/{new_uid()}", kind=kind, text=text, ground=ground)


def proposed(session: WorkSession, reflection_id: int, now: Now) -> Proposed:
    """What the answers and friends' views suggest. Nothing is concluded by itself."""
    row = reflection_row(session, reflection_id)
    theirs = [kept.view for kept in views(session, row.id, now)]
    found = {each.key: each for each in proposals(answers_of(session, row.id), theirs)}
    adopted = {each.key: each for each in conclusions_of(session, row.id, now)}
    if adopted:
        found = {key: replace(each, ticked=False) for key, each in found.items()}
    zone = planning_zone(preferences_in(session), now)
    return Proposed(
        proposals=tuple({**found, **{k: _proposal(each) for k, each in adopted.items()}}.values()),
        due=due_by_rule(session, row, now),
        days={k: to_wall(each.due, zone).date() for k, each in adopted.items() if each.due_by_hand},
        adopted=frozenset(adopted),
    )


def conclude(
    session: WorkSession, reflection_id: int, adopted: Sequence[Adopted], now: Now
) -> None:
    """Keep just these conclusions of an interview; twice gives the same. One change to undo.

    What was adopted before and is ticked no more goes, unless it is done. `DetailsError` where more
    than three come from friends, or a text is missing.
    """
    row = reflection_row(session, reflection_id)
    chosen = [replace(each.proposal, text=_words(each)) for each in adopted]
    sentence = too_many_from_friends(chosen)
    if sentence:
        raise DetailsError(sentence, "friend")
    if len(adopted) > MOST:
        raise DetailsError(f"At most {MOST} conclusions fit. Nothing was stored.", "text")
    with recorded(session, _label(len(chosen)), now):
        stored = _stored(session, row)
        for proposal, each in zip(chosen, adopted, strict=True):
            conclusion = stored.pop(proposal.key, None) or _new(session, row, proposal, now)
            conclusion.text, conclusion.kind = proposal.text, proposal.kind
            set_due(session, conclusion, each.day, now)
        gone = [conclusion.id for conclusion in stored.values() if conclusion.done_at is None]
        session.flush()
        session.execute(delete(Conclusion).where(Conclusion.id.in_(gone)))
        session.expire_all()


def kept_hints(session: WorkSession, reflection_id: int, now: Now) -> tuple[KeptHint, ...]:
    """What a reflection shows of the conclusions drawn before its interview."""
    row = reflection_row(session, reflection_id)
    start, answers = interview_of(session, row).start, answers_of(session, reflection_id)
    hints = []
    for conclusion in unconfirmed(session, start, row.interview_id, now):
        found = was_it_kept(conclusion.text, conclusion.ground.words, answers)
        if found is not None:
            hints.append(KeptHint(conclusion=conclusion, shown=found))
    return tuple(hints)


def _proposal(kept: ConclusionShown) -> Proposal:
    return Proposal(
        key=kept.key,
        kind=kept.kind,
        text=kept.text,
        ground=kept.ground,
        from_friend=kept.from_friend,
    )


def _words(each: Adopted) -> str:
    return checked.line(each.proposal.text, "text", "The conclusion", 5_000) or _missing()


def _missing() -> str:
    raise DetailsError("A conclusion has no words yet. Nothing was stored.", "text")


def _label(count: int) -> str:
    return "Concluded: one thing" if count == 1 else f"Concluded: {count} things"


def _stored(session: WorkSession, row: Reflection) -> dict[str, Conclusion]:
    """The conclusions of an interview, of both sittings, by key."""
    query = (
        select(Conclusion)
        .join(Reflection, Reflection.id == Conclusion.reflection_id)
        .where(Reflection.interview_id == row.interview_id)
    )
    return {conclusion.key: conclusion for conclusion in session.scalars(query)}


def _new(session: WorkSession, row: Reflection, proposal: Proposal, now: Now) -> Conclusion:
    conclusion = Conclusion(
        reflection_id=row.id,
        key=proposal.key[:120],
        kind=proposal.kind,
        text=proposal.text,
        due=now.instant,
        ground_question=proposal.ground.question[:24],
        ground_words=proposal.ground.words,
        friend=proposal.ground.friend,
        from_friend=proposal.from_friend,
        adopted_at=now.instant,
    )
    session.add(conclusion)
    return conclusion
