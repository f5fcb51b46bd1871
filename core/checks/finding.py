"""What a check finds: a number, a level, an exact place, and what may be done. No prose.

The words for people are made by `core.checks.wording`, for the window and the command line alike.
"""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How grave a finding is. A *must* holds back sending until it is fixed or overridden."""

    MUST = "must"
    SHOULD = "should"
    HINT = "hint"


class Field(StrEnum):
    """Where in a draft a finding stands."""

    TO = "to"
    SUBJECT = "subject"
    BODY = "body"
    ATTACHMENTS = "attachments"
    CHANNEL = "channel"
    SEND_AT = "send_at"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text: Unicode code points, the end not included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A piece of text put in the place of another; an empty span inserts."""

    field: Field
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One way to mend a finding, in one click.

    Exactly one of `edits` and `act` says how. `text` is what stands on the button between the
    quotation marks: the words that are put in, or empty where the edits only remove something.
    """

    text: str = ""
    edits: tuple[Edit, ...] = ()
    act: str = ""
    """What the window does instead of editing: "schedule", "attach", "open card", "channel",
    "tick", "recipient"."""
    argument: str = ""
    """Of the act: an instant (ISO 8601), a channel, a person's id, a part's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to look at. `arguments` fill the sentences of `core.checks.wording`."""

    check: int
    """1 to 31, as in the list of checks."""
    level: Level
    field: Field = Field.BODY
    span: Span | None = None
    """None: no particular words."""
    text: str | None = None
    """What the span covers."""
    variant: str = ""
    """Which of the check's sentences it is, where there are several."""
    arguments: tuple[tuple[str, str], ...] = ()
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All findings of a draft, the most serious first, and its figures."""

    findings: tuple[Finding, ...] = ()
    desperation: int = 0
    words: int = 0
    """Of the body, salutation and signature not counted."""
