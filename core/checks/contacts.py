"""What was already sent to the addressees of a draft: the cap, and the time since the last one, or
since the interview.

One thank-you to each person, and a few status contacts (`Settings.follow_ups`) to one addressee; an
extra one is fair once the employer has named a new decision date.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.drafting.kinds import KINDS
from core.drafting.values import Draft, Situation
from core.playbook.business_days import BusinessCalendar, add_business_days
from core.playbook.facts import Facts
from core.playbook.values import Case, Interview, OnHold, Reply, ReplyKind, Sent
from core.playbook.windows import passed, to_wall

LEAST_GAP = 5
"""Business days between two status contacts, and before the first."""
_WEEK = timedelta(days=7)
"""As long at most, holidays or not: then the first one is due by the usual setting."""

_STATUS = tuple(kind.id for kind in KINDS.values() if kind.status_contact)
_THANKS = tuple(kind.id for kind in KINDS.values() if kind.thank_you)
_QUESTIONS = frozenset({"F1", "F2", "F3", "F4"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """How a draft stands to the interview and to what was sent since."""

    thanked: tuple[str, ...] = ()
    """Addressees (ids) who were thanked already, where the draft is a thank-you."""
    cap_reached: bool = False
    """No status contact is left, where the draft is one."""
    next_fair: date | None = None
    """The first day, in the recipient's zone, for a status contact that would come too soon."""


def earlier_contacts(draft: Draft, situation: Situation) -> Contacts:
    """What the rules of contact say of a draft that leaves at `draft.send_at`, else now."""
    kind = KINDS.get(draft.kind)
    if kind is None or not (kind.thank_you or kind.status_contact):
        return Contacts()
    facts = Facts(situation.case)
    interview = _last_round(facts, situation.case)
    if kind.thank_you:
        return Contacts(thanked=_thanked(facts, draft, interview))
    return _status(facts, draft, interview)


def leaves_at(draft: Draft, situation: Situation) -> datetime:
    """When a draft is to leave: its chosen moment, never before now."""
    now = situation.case.now
    return max(draft.send_at, now) if draft.send_at else now


def _last_round(facts: Facts, case: Case) -> Interview | None:
    behind = [interview for interview in facts.arranged if interview.end <= case.now]
    return behind[-1] if behind else None


def _thanked(facts: Facts, draft: Draft, interview: Interview | None) -> tuple[str, ...]:
    if interview is None:
        return ()
    since = interview.start
    return tuple(who for who in draft.to if facts.sent(_THANKS, since, who) is not None)


def _status(facts: Facts, draft: Draft, interview: Interview | None) -> Contacts:
    case = facts.case
    since = interview.end if interview else None
    asked = [at for at in _asked(facts, draft.to) if since is None or at > since]
    at = max(draft.send_at, case.now) if draft.send_at else case.now
    if not asked:
        first = _first_fair(facts, interview)
        return Contacts(next_fair=first if first and _day(at, case) < first else None)
    fair = add_business_days(max(asked), LEAST_GAP, case.application_zone, case.country)
    return Contacts(
        cap_reached=len(asked) >= case.settings.follow_ups and not _new_date(facts, max(asked), at),
        next_fair=_day(fair, case) if fair > at else None,
    )


def _first_fair(facts: Facts, interview: Interview | None) -> date | None:
    """The day from which on they may be asked for the first time; None where no interview was held,
    or something that they said since decides that.
    """
    if interview is None or _have_spoken(facts, interview.end):
        return None
    day = _day(interview.end, facts.case)
    return min(BusinessCalendar(facts.case.country).add(day, LEAST_GAP), day + _WEEK)


def _have_spoken(facts: Facts, since: datetime) -> bool:
    """Whether they named a date that was still ahead, put it off, or answered more than kindly."""
    zone = facts.case.application_zone
    return (
        any(passed(named.decision, zone) > since for named in facts.named_dates)
        or any(r.at > since and r.reply is not ReplyKind.COURTESY for r in facts.of(Reply))
        or any(hold.at > since for hold in facts.of(OnHold))
    )


def _day(at: datetime, case: Case) -> date:
    return to_wall(at, case.application_zone).date()


def _asked(facts: Facts, to: Collection[str]) -> list[datetime]:
    """When the addressees were asked before: messages sent, and questions ticked off by hand."""
    sent = [
        message.at
        for message in facts.of(Sent)
        if message.message in _STATUS and (not to or not message.to or set(to) & set(message.to))
    ]
    ticked = [mark.at for mark in facts.case.marks if mark.done and mark.id in _QUESTIONS]
    return sorted({*sent, *ticked})


def _new_date(facts: Facts, last: datetime, at: datetime) -> bool:
    """Whether they named a decision date since the last question, and it has passed."""
    zone = facts.case.application_zone
    return any(n.at > last and passed(n.decision, zone) <= at for n in facts.named_dates)
