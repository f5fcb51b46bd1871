"""Checks 16 and 17: no apology where none is due, and exactly one where a name was wrong."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.checks.finding import Field, Finding, Level
from core.checks.language import language_of
from core.checks.letter import Letter
from core.checks.lists import ListName, Wordlists
from core.checks.name_forms import forms_of, tidy
from core.checks.phrase import Phrase
from core.checks.tone import phrases_of, whole_text
from core.drafting.kinds import KINDS
from core.drafting.values import Situation
from core.playbook.values import Case, Incident, Late, Person, Promise, Promiser, WrongName
from core.playbook.windows import passed

_KEPT = frozenset({"K1", "G3"})
"""The steps by which a promise is kept."""
_CORRECTION = "M3"
_LANGUAGES = frozenset({"en", "de", "fr", "es"})
"""Those whose apologies are listed. Of another one nobody here can say that there is none."""


def check_apology(letter: Letter, situation: Situation, lists: Wordlists) -> Iterator[Finding]:
    """Check 16: apologies, and dwelling on a weak moment, with nothing noted that justifies them."""
    kind = KINDS.get(letter.draft.kind)
    if (kind is not None and kind.apology) or _justified(situation):
        return
    for phrase in _apologies(letter, situation, lists):
        yield phrase.finding(16, Level.SHOULD, whole_text(letter, phrase.field))


def check_correction(letter: Letter, situation: Situation, lists: Wordlists) -> Iterator[Finding]:
    """Check 17: one apology and the right name, where the letter corrects a name."""
    if letter.draft.kind != _CORRECTION:
        return
    apologies = [p for p in _apologies(letter, situation, lists) if p.field is Field.BODY]
    if not apologies and language_of(letter) in _LANGUAGES:
        yield Finding(check=17, level=Level.MUST, variant="none")
    for phrase in apologies[1:]:
        yield replace(phrase.finding(17, Level.MUST, letter.body), variant="more")
    name = _missing_name(letter, situation)
    if name:
        arguments = (("name", name),)
        yield Finding(check=17, level=Level.MUST, variant="name", arguments=arguments)


def _apologies(letter: Letter, situation: Situation, lists: Wordlists) -> list[Phrase]:
    phrases = phrases_of(letter, situation, lists)
    return [phrase for phrase in phrases if phrase.list is ListName.APOLOGY]


def _justified(situation: Situation) -> bool:
    """Whether something is noted for which one apologises: it was late, wrong, or not done."""
    case = situation.case
    kept = any(mark.done and mark.id in _KEPT for mark in case.marks)
    return any(
        (isinstance(event, Incident | Late | WrongName) and event.at <= case.now)
        or (isinstance(event, Promise) and not kept and _missed(event, case))
        for event in case.events
    )


def _missed(promise: Promise, case: Case) -> bool:
    if promise.by is not Promiser.ME or promise.due is None:
        return False
    return passed(promise.due, case.application_zone) <= case.now


def _missing_name(letter: Letter, situation: Situation) -> str:
    """The right name, where the letter does not have it letter by letter; else nothing."""
    text = tidy(" ".join(part.text for part in letter.own_paragraphs))
    for person in _renamed(letter, situation):
        forms = forms_of(person)
        if not any(_stands_in(text, form) for form in (*forms.whole, *forms.family)) and not any(
            _stands_alone_in(text, form) for form in forms.given
        ):
            return person.name
    return ""


def _renamed(letter: Letter, situation: Situation) -> list[Person]:
    """Whose name is put right: as noted last, else the card of each addressee."""
    noted = [e for e in situation.case.events if isinstance(e, WrongName) and e.correct]
    if noted:
        latest = max(noted, key=lambda event: event.at)
        return [Person(id=latest.person or "", name=latest.correct)]
    return [person for person in situation.case.people if person.id in letter.draft.to]


def _stands_in(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _stands_alone_in(text: str, given: str) -> bool:
    """Whether a given name stands there with no other name behind it."""
    for match in re.finditer(rf"(?<!\w){re.escape(given)}(?![\w-])", text):
        if not text[match.end() : match.end() + 2].lstrip(" ")[:1].isupper():
            return True
    return False
