"""Check 31: an e-mail's subject says what it is about, in sixty characters."""

from collections.abc import Iterator

from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.gaps import find_gaps
from core.checks.letter import Letter
from core.drafting.request import Request
from core.drafting.subjects import LONGEST_SUBJECT, subject_for
from core.drafting.values import Draft, Situation
from core.playbook.values import Channel


def check_subject(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """A subject that is missing or too long."""
    subject = letter.draft.subject
    if letter.draft.channel is not Channel.EMAIL:
        return
    if not subject.strip():
        yield _finding(letter, situation, "empty")
    elif len(subject.strip()) > LONGEST_SUBJECT:
        yield _finding(letter, situation, "long")


def _right_subject(draft: Draft, situation: Situation) -> str:
    """What such a message is usually called; empty where that cannot be said without gaps."""
    request = Request(kind=draft.kind, to=draft.to, language=draft.language or "en")
    subject = subject_for(request, situation)
    return "" if find_gaps(subject) else subject


def _finding(letter: Letter, situation: Situation, variant: str) -> Finding:
    subject = letter.draft.subject
    whole = Span(0, len(subject))
    right = _right_subject(letter.draft, situation)
    edits = (Edit(field=Field.SUBJECT, span=whole, text=right),)
    return Finding(
        check=31,
        level=Level.SHOULD,
        field=Field.SUBJECT,
        span=whole if subject.strip() else None,
        text=subject if subject.strip() else None,
        variant=variant,
        arguments=(("count", str(len(subject.strip()))), ("right", right)),
        fixes=(Fix(text=right, edits=edits),) if right else (),
    )
