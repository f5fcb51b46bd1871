"""The subject of a message: its kind's pattern, filled, and short enough to be read whole."""

import re
from functools import lru_cache

from core.drafting.filling import values_of
from core.drafting.grammar import Template, parse, render
from core.drafting.kinds import KINDS
from core.drafting.known import Known
from core.drafting.phrases import capital
from core.drafting.request import Request
from core.drafting.values import Situation
from core.drafting.vocabulary import VOCABULARY, gaps_in
from core.plain_text import one_line

LONGEST_SUBJECT = 60
"""Characters that a list of mails shows."""

_SHORTEST_ROLE = 24
_OPTIONAL = ("interview.date", "me.name")
"""What a subject does without, before its role is cut to pieces."""
_DATES = "{{#interview.date}}%s{{interview.date}}{{/interview.date}}"
_NAME = "{{#me.name}} – {{me.name}}{{/me.name}}"
_TRANSLATED = {
    ("M1", "de"): "Danke für das Gespräch – {{role}}" + _DATES % ", ",
    ("M1", "fr"): "Merci – entretien {{role}}" + _DATES % ", ",
    ("M1", "es"): "Gracias – entrevista {{role}}" + _DATES % ", ",
    ("M4", "de"): "{{role}} – Gespräch" + _DATES % " am ",
    ("M4", "fr"): "{{role}} – entretien" + _DATES % " du ",
    ("M4", "es"): "{{role}} – entrevista" + _DATES % " del ",
    ("M5", "de"): "Re: {{role}} – Gespräch" + _DATES % " am ",
    ("M5", "fr"): "Re: {{role}} – entretien" + _DATES % " du ",
    ("M5", "es"): "Re: {{role}} – entrevista" + _DATES % " del ",
    ("M6", "de"): "{{role}} – Zeitplan",
    ("M6", "fr"): "{{role}} – calendrier",
    ("M6", "es"): "{{role}} – calendario",
    ("M16", "de"): "Rückzug – {{role}}" + _NAME,
    ("M16", "fr"): "Retrait – {{role}}" + _NAME,
    ("M16", "es"): "Retirada – {{role}}" + _NAME,
    ("M17", "de"): "Re: Einladung",
    ("M17", "es"): "Re: invitación",
}
_TAIL = re.compile(r"\s*(?:[,|/:;]|\s[–—-]\s|\().*$", re.DOTALL)
"""What qualifies a role: "…, Digital Health" or "… (remote)"."""
_ANSWER = re.compile(r"(?:(?:re|aw|antw|sv|rép|rif|res)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
"""What mail programs put before the subject of an answer."""


def subject_for(request: Request, situation: Situation) -> str:
    """The usual subject of such a message; empty for a kind that has none."""
    return subject_from(pattern_of(request.kind, request.language), Known(request, situation))


def subject_of_answer(subject: str) -> str:
    """The subject of an answer to a mail: "Re: ", once; empty for one that could not be read whole.

    Mail programs keep a thread together by it, so that it is never shortened.
    """
    plain = one_line(subject, 10 * LONGEST_SUBJECT)
    found = _ANSWER.match(plain)
    own = plain[found.end() :] if found else plain
    answer = f"Re: {own}"
    return answer if own and len(answer) <= LONGEST_SUBJECT else ""


def pattern_of(kind: str, language: str = "en") -> Template:
    """The pattern of a kind's subject in a language; English where there is no other."""
    same = "M1" if kind == "M2" else kind
    return _parsed(_TRANSLATED.get((same, language), KINDS[kind].subject))


def subject_from(pattern: Template, known: Known) -> str:
    """A pattern, filled, of at most 60 characters.

    A long role is shortened, unless little of it would be left: then the date, and after it the
    writer's name, make room.
    """
    values = values_of(known)
    values["role"] = values.get("role") or values.get("company", "")
    gaps = gaps_in(known.request.language)
    said = ""
    for dropped in ((), _OPTIONAL[:1], _OPTIONAL):
        kept = {path: value for path, value in values.items() if path not in dropped}
        around = len(render(pattern, {**kept, "role": "-"}, gaps).text) - 1
        room = LONGEST_SUBJECT - around
        role = _shortened(values["role"], max(room, _SHORTEST_ROLE))
        said = render(pattern, {**kept, "role": role}, gaps).text
        if len(said) <= LONGEST_SUBJECT:
            break
    return capital(one_line(said, LONGEST_SUBJECT))


def _shortened(role: str, room: int) -> str:
    """A role without what qualifies it, where it does not fit, and else cut after a word."""
    if len(role) <= room:
        return role
    return one_line(_TAIL.sub("", role) or role, room)


@lru_cache(maxsize=64)
def _parsed(pattern: str) -> Template:
    return parse(pattern, VOCABULARY)
