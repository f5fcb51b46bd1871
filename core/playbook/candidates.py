"""A step that the playbook asks for, before it is settled.

Each family of rules (interviews, promises, follow-ups, outcomes) yields candidates;
`core.playbook.settler` turns all of them into planned steps.
"""

from dataclasses import dataclass, field
from datetime import datetime

from core.playbook.facts import Ending
from core.playbook.rulebook import StepRule


@dataclass(slots=True, kw_only=True)
class Candidate:
    """A step that the playbook asks for, before it is settled.

    `trigger` is when it begins to exist; `known` is when it was first planned (None: unknown), from
    when on an ending cancels it. `ended` is a cancellation that the family itself found.
    """

    rule: StepRule
    key: str
    trigger: datetime
    anchors: dict[str, datetime]
    known: datetime | None = None
    person: str | None = None
    interview: str | None = None
    words: dict[str, str] = field(default_factory=dict)
    done: datetime | None = None
    skipped: str = ""
    ended: Ending | None = None
    needs: tuple[str, ...] = ()
    """Keys of steps that must be closed before this one can be."""
    folds: bool = False
    """It needs no one: it is done by itself once it is due."""
    best: datetime | None = None
    """Overrides the rule's best moment, even past due."""
