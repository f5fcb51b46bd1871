"""The values that a template is filled with, from what is known of an application.

What is not known is left out, and the template shows a gap in its place. A flag has the value
"yes". Every value is one line of plain text.
"""

from core.drafting.days import time_words
from core.drafting.known import Known
from core.drafting.phrases import capital, join_names, phrase, plain_role, sentence
from core.drafting.salutations import salutation
from core.plain_text import one_line
from core.playbook.state import decision_date
from core.playbook.values import (
    Acceptance,
    Consent,
    Decline,
    Event,
    Mode,
    Offer,
    Part,
    Person,
    PromiseItem,
    Rejection,
    Withdrawal,
    WrongName,
)
from core.playbook.windows import passed

LONGEST_VALUE = 240
"""Characters; what is longer is cut after a word."""
YES = "yes"
ONCE_PASSED = "M6"
"""It may be written while the date is still ahead, and leaves when it has passed."""

_MOST_NAMED = 4
_FROM = {"en": "from {} on", "de": "ab dem {}", "fr": "à partir du {}", "es": "a partir del {}"}
_PLACES = {
    Mode.VIDEO: {"en": "a video call", "de": "Videogespräch", "fr": "en visio", "es": "por video"},
    Mode.PHONE: {"en": "by phone", "de": "Telefon", "fr": "par téléphone", "es": "por teléfono"},
}
_OUTCOMES: tuple[tuple[type[Event], str], ...] = (
    (Acceptance, "outcome.accepted"),
    (Decline, "outcome.declined"),
    (Withdrawal, "outcome.declined"),
    (Rejection, "outcome.rejected"),
)


def values_of(known: Known) -> dict[str, str]:
    """Everything that is known, by the path that names it in a template."""
    families = (
        _me(known),
        _post(known),
        _decision(known),
        _promise(known),
        _referees(known),
        _offer(known),
        _outcome(known),
        _right_name(known),
        _next_round(known),
        _in_touch(known),
    )
    found = {path: value for family in families for path, value in family.items()}
    return {path: one_line(value, LONGEST_VALUE) for path, value in found.items() if value}


def _me(known: Known) -> dict[str, str]:
    request, me = known.request, known.situation.me
    strengths = [s.text for s in known.situation.strengths if s.text.strip()]
    return {
        "me.name": me.name,
        "me.phone": me.phone,
        "strength": phrase(strengths[0]) if strengths else "",
        "salutation": salutation(known.people, request.tone, request.language),
    }


def _post(known: Known) -> dict[str, str]:
    return {
        "role": plain_role(known.case.role),
        "company": known.case.company,
        "interview.date": known.day(known.interview.start if known.interview else None),
        "topic": phrase(known.topic),
        "news": phrase(known.news.title) if known.news else "",
    }


def _decision(known: Known) -> dict[str, str]:
    named, zone = known.facts.named_dates, known.case.application_zone
    behind = [n.decision for n in named if passed(n.decision, zone) <= known.case.now]
    ahead = decision_date(known.case)
    gone = ahead if known.request.kind == ONCE_PASSED else None
    if behind and ahead is None:
        gone = behind[-1]
    return {
        "decision.date": known.day(ahead),
        "decision.passed": known.day(gone),
        "decision.unknown": "" if ahead else YES,
    }


def _promise(known: Known) -> dict[str, str]:
    promise = known.promise
    what = phrase(promise.what) if promise else ""
    references = promise is not None and promise.item is PromiseItem.REFERENCES
    return {
        "promised.item": what,
        "promised.title": capital(what),
        "promised.references" if references else "promised.other": YES,
    }


def _referees(known: Known) -> dict[str, str]:
    language, particulars = known.request.language, known.request.particulars
    agreed, asking = {Consent.YES, Consent.CONDITIONS}, {Part.INTERVIEWER, Part.RECRUITER}
    referees = [p.name for p in known.facts.referees if p.consent in agreed and not p.gone]
    callers = [_presented(p) for p in known.case.people if p.part in asking and not p.gone]
    points = particulars.points or tuple(s.text for s in known.situation.strengths)
    stressed = (capital(phrase(point)) for point in points)
    names = ("points.first", "points.second", "points.third")
    return {
        "referees": join_names(referees[:_MOST_NAMED], language),
        "callers": join_names(callers[:_MOST_NAMED], language),
        "calls.when": phrase(particulars.calls) or _once_named(known),
        **dict(zip(names, stressed, strict=False)),
    }


def _once_named(known: Known) -> str:
    """From when on referees may be called: the day on which the employer has their names."""
    lists = [p.due for p in known.promises if p.item is PromiseItem.REFERENCES]
    day = known.day(lists[0]) if lists else ""
    return _FROM[known.request.language].format(day) if day else ""


def _presented(person: Person) -> str:
    name = f"{person.title} {person.name}".strip()
    return f"{name} ({person.job})" if person.job else name


def _offer(known: Known) -> dict[str, str]:
    offers, particulars = known.facts.of(Offer), known.request.particulars
    deadline = offers[-1].deadline if offers else None
    return {
        "offer.here" if offers else "offer.none": YES,
        "offer.deadline": known.day(deadline),
        "offer.undated": "" if deadline else YES,
        "answer.date": known.day(particulars.answer_by),
        "answer.reason": sentence(particulars.reason),
        "start.date": known.day(particulars.starts),
        "pay": phrase(particulars.pay),
    }


def _outcome(known: Known) -> dict[str, str]:
    ends = [(e.at, path) for type_, path in _OUTCOMES for e in known.facts.of(type_)]
    ask = known.request.particulars.ask_feedback
    return {max(ends)[1] if ends else "outcome.open": YES, "feedback": YES if ask else ""}


def _right_name(known: Known) -> dict[str, str]:
    """The name as it should have been said, and whether that is still to be put right."""
    slips = [s for s in known.facts.of(WrongName) if s.person in {None, *known.request.to}]
    card = known.people[0] if known.people else None
    name = f"{card.title} {card.name}".strip() if card else ""
    corrected = ("M1", "M2", "M3")
    still = slips and known.facts.sent(corrected, slips[-1].at, slips[-1].person) is None
    right = slips[-1].correct.strip() if slips else ""
    return {"name.correct": right or name, "name.wrong": YES if still else ""}


def _next_round(known: Known) -> dict[str, str]:
    coming, language = known.next_interview, known.request.language
    if coming is None:
        return {}
    place = coming.place or _PLACES.get(coming.mode, {}).get(language, "")
    when = time_words(coming.start, coming.zone, known.case.zone, language)
    return {"next.time": when, "next.place": phrase(place)}


def _in_touch(known: Known) -> dict[str, str]:
    particulars = known.request.particulars
    news = known.news.title if known.news else ""
    reason = phrase(particulars.occasion) or phrase(news)
    return {"contact.reason": reason, "contact.benefit": sentence(particulars.benefit)}
