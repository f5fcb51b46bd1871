"""Check 31: an e-mail's subject says what it is about, in sixty characters."""

import re
from collections.abc import Iterator

from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.drafting.days import day_words
from core.drafting.values import Situation
from core.playbook.facts import Facts
from core.playbook.values import Channel
from core.playbook.windows import to_wall

LONGEST = 60
_PATTERNS = {
    "M1": ("Thank you – {role} interview, {date}", "Thank you – {role} interview", "Thank you"),
    "M3": ("Correction – with apologies",),
    "M4": ("{role} – interview on {date}", "{role} – my interview"),
    "M5": ("{role} – interview on {date}", "{role} – my interview"),
    "M6": ("{role} – timing",),
    "M7": ("References – {name}, {role}", "References – {name}"),
    "M8": ("Possible reference call – {company}", "Possible reference call"),
    "M9": ("Thank you – and news",),
    "M10": ("Re: {role}",),
    "M12": ("News from {name}", "Keeping in touch"),
    "M13": ("Re: offer – {role}", "Re: your offer"),
    "M14": ("{role} – timing of my reply", "The timing of my reply"),
    "M15": ("Acceptance – {role}", "Acceptance"),
    "M16": ("Withdrawal – {role} – {name}", "Withdrawal – {role}", "Withdrawal"),
    "M17": ("Re: invitation – {role}", "Re: invitation"),
}
"""The subject of each kind, and what takes its place where it is too long or cannot be filled."""


def check_subject(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """A subject that is missing or too long."""
    subject = letter.draft.subject
    if letter.draft.channel is not Channel.EMAIL:
        return
    if not subject.strip():
        yield _finding(letter, situation, "empty")
    elif len(subject.strip()) > LONGEST:
        yield _finding(letter, situation, "long")


def subject_for(kind: str, situation: Situation) -> str:
    """The subject that fits a kind of message; empty where none can be made."""
    case = situation.case
    behind = [i for i in Facts(case).arranged if i.end <= case.now]
    day = to_wall(behind[-1].start, case.application_zone).date() if behind else None
    values = {
        "role": case.role or case.company,
        "company": case.company,
        "name": situation.me.name,
        "date": day_words(day, case.application_zone) if day else "",
    }
    for pattern in _PATTERNS.get("M1" if kind == "M2" else kind, ()):
        known = all(values[word] for word in re.findall(r"\{(\w+)\}", pattern))
        if known and len(filled := pattern.format(**values)) <= LONGEST:
            return filled
    return ""


def _finding(letter: Letter, situation: Situation, variant: str) -> Finding:
    subject = letter.draft.subject
    whole = Span(0, len(subject))
    right = subject_for(letter.draft.kind, situation)
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
