"""The state of an application, derived from what happened; it is stored nowhere."""

from collections.abc import Sequence
from datetime import datetime

from core.playbook.facts import Facts
from core.playbook.values import (
    Acceptance,
    ApplicationState,
    Case,
    Decline,
    Event,
    Moment,
    Offer,
    OnHold,
    PlannedStep,
    Rejection,
    Reply,
    ReplyKind,
    StepState,
    Withdrawal,
)
from core.playbook.windows import passed

_DECISIVE: tuple[tuple[type[Event], ApplicationState], ...] = (
    (Rejection, ApplicationState.REJECTED),
    (Offer, ApplicationState.OFFER),
    (Acceptance, ApplicationState.ACCEPTED),
    (Decline, ApplicationState.WITHDRAWN),
    (Withdrawal, ApplicationState.WITHDRAWN),
    (OnHold, ApplicationState.ON_HOLD),
)


def derive_state(case: Case, steps: Sequence[PlannedStep]) -> ApplicationState:
    """The state of a case, given its plan: the last decisive event, else where the rounds stand."""
    facts = Facts(case)
    decided_at, decided = _last_decision(facts)
    ahead = [i for i in facts.arranged if i.end > case.now]
    behind = [i for i in facts.arranged if i.end <= case.now]
    quiet = any(s.id == "Q1" and s.state is StepState.DONE for s in steps)
    if decided is not None and not _reopened(facts, decided_at, decided):
        forgotten = quiet and decided is ApplicationState.ON_HOLD
        return ApplicationState.QUIET if forgotten else decided
    if ahead:
        return ApplicationState.NEXT_ROUND if behind else ApplicationState.SCHEDULED
    if not behind:
        return ApplicationState.WAITING
    if quiet:
        return ApplicationState.QUIET
    last = behind[-1]
    thanks = [s for s in steps if s.id == "T1" and s.interview == last.key]
    thanking = any(s.state is StepState.OPEN and s.window.due > case.now for s in thanks)
    return ApplicationState.INTERVIEWED if thanking else ApplicationState.WAITING


def _last_decision(facts: Facts) -> tuple[datetime | None, ApplicationState | None]:
    decisions = [(event.at, state) for type_, state in _DECISIVE for event in facts.of(type_)]
    return max(decisions, default=(None, None), key=_at)


def _at(decision: tuple[datetime | None, ApplicationState | None]) -> float:
    return decision[0].timestamp() if decision[0] else 0.0


def _reopened(facts: Facts, at: datetime | None, decided: ApplicationState) -> bool:
    """A later invitation opens any case again; a later reply or round ends a hold."""
    if at is None:
        return False
    if facts.invited_again(at) is not None:
        return decided is not ApplicationState.ACCEPTED
    if decided is ApplicationState.ON_HOLD:
        if any(interview.start > at for interview in facts.arranged):
            return True
        news = [r.at for r in facts.of(Reply) if r.reply is not ReplyKind.COURTESY]
        return any(reply > at for reply in news)
    return False


def decision_date(case: Case) -> Moment | None:
    """The decision date that the employer named last for this round, if it has not passed."""
    facts = Facts(case)
    behind = [i for i in facts.arranged if i.end <= case.now]
    since = behind[-2].end if len(behind) > 1 else None
    named = [n for n in facts.named_dates if since is None or n.at > since]
    if named and passed(named[-1].decision, case.application_zone) > case.now:
        return named[-1].decision
    return None


def on_hold_until(case: Case) -> Moment | None:
    """Until when they put the case on hold, if they named a date."""
    holds = Facts(case).of(OnHold)
    return holds[-1].until if holds else None
