"""What a promise is about, where only its words tell."""

import re

from core.playbook.values import PromiseItem, Promiser

_REFERENCES = re.compile(
    r"\b(referees?|referenz(en|liste)|references?\b"
    r"(?!\s+(number|code|design|implementation|architecture|manual|model|data|project)))",
    re.IGNORECASE,
)
_DECISION = re.compile(
    r"\b(deci(de|des|ded|sion|sions)|answer|reply|response|verdict|outcome|results?|"
    r"next steps?|let (me|us|you) know|(get|come|hear) back|hear from|call (me )?back|"
    r"feedback(?!\s+(on|about))|entscheidung|rückmeldung|bescheid)\b",
    re.IGNORECASE,
)

_SENDING = re.compile(
    r"^(?:(?:i\s+will|i[’']ll|to)\s+)?send(?:ing)?\s+(?:(?:them|him|her|you|over)\s+)?(?=\S)",
    re.IGNORECASE,
)


def thing_named(what: str) -> str:
    """What is to be sent, without "send" before it: the step's title says that already."""
    return _SENDING.sub("", what.strip()) or what


def item_named(what: str, by: Promiser) -> PromiseItem:
    """The item that the words of a promise name.

    Only the user owes references, and only the employer owes a decision.
    """
    if by is Promiser.ME and _REFERENCES.search(what):
        return PromiseItem.REFERENCES
    if by is Promiser.THEM and _DECISION.search(what):
        return PromiseItem.DECISION
    return PromiseItem.OTHER
