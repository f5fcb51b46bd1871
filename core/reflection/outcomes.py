"""What came of an interview, told from what is known of its application."""

from datetime import UTC, datetime, timedelta

from core.playbook.facts import Facts
from core.playbook.values import Interview, OnHold, Reply, ReplyKind
from core.reflection.records import Outcome

_OFFERED = frozenset({"offer", "acceptance", "decline"})
"""Endings that no interview comes to without an offer."""
_OVER = frozenset({"rejection", "withdrawal"})
_ANSWERS = frozenset({"rejection", "offer"})
_END = datetime.max.replace(tzinfo=UTC)


def outcome_of(facts: Facts, interview: Interview, *, quiet: bool) -> Outcome:
    """What came of this round; `quiet`: the user has let it rest after a long silence.

    It went on where they asked for a further round, even one that was called off later, or made an
    offer. It ended with their no, with a withdrawal, or in silence.
    """
    if _asked_again(facts, interview) or facts.ending(_OFFERED, interview.start) is not None:
        return Outcome.WENT_ON
    if quiet or facts.ending(_OVER, interview.start) is not None:
        return Outcome.ENDED
    return Outcome.OPEN


def answered_after(facts: Facts, interview: Interview) -> timedelta | None:
    """From the end of this round to their first answer that was more than courtesy.

    An answer belongs to the round before it. None while there is none.
    """
    following = facts.next_round(interview)
    until = following.start if following is not None else _END
    answers = [r.at for r in facts.of(Reply) if r.reply is not ReplyKind.COURTESY]
    answers += [hold.at for hold in facts.of(OnHold)]
    answers += [ending.at for ending in facts.endings if ending.kind in _ANSWERS]
    invited = facts.invitation(following) if following is not None else None
    if invited is not None:
        answers.append(invited)
    first = min((at for at in answers if interview.end <= at < until), default=None)
    return None if first is None else first - interview.end


def _asked_again(facts: Facts, interview: Interview) -> bool:
    """A round of a higher number that was called off counts too: they had asked for it."""
    return facts.next_round(interview) is not None or any(
        later.start > interview.start and later.round > interview.round
        for later in facts.interviews
    )
