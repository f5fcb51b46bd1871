"""What a template can name, and the words that stand in the gap where it is not known."""

from types import MappingProxyType

from core.drafting.grammar import Vocabulary

_GAPS = {
    "answer.date": "the date of your answer",
    "answer.reason": "your reason, in one sentence",
    "callers": "who may call",
    "calls.when": "when they may call",
    "company": "the company",
    "contact.benefit": "something of value to them",
    "contact.reason": "why you write now",
    "decision.date": "the date they named",
    "decision.passed": "the date that has passed",
    "interview.date": "the date of the interview",
    "me.name": "your name",
    "me.phone": "your number",
    "name.correct": "the right name",
    "news": "news about the company",
    "next.place": "the place",
    "next.time": "day and time",
    "offer.deadline": "the date they named",
    "pay": "the pay as agreed",
    "points.first": "a point to stress",
    "points.second": "another point",
    "points.third": "a third point",
    "promised.item": "what you promised",
    "promised.title": "What you promised",
    "referees": "your referees",
    "role": "the role",
    "salutation": "the salutation",
    "start.date": "the first day",
    "strength": "a strength of yours that helps here",
    "topic": "the topic you spoke about",
}
_FLAGS = frozenset(
    [
        "decision.unknown",  # they named no date, or it has passed
        "feedback",  # the answer to a rejection may ask for it
        "name.wrong",  # the writer used a wrong name, and has not put it right yet
        "offer.none",  # from this employer
        "offer.here",
        "offer.undated",  # this offer came without a date of reply
        "outcome.accepted",
        "outcome.declined",  # by the writer, with or without an offer
        "outcome.open",
        "outcome.rejected",
        "promised.other",
        "promised.references",
    ]
)
VOCABULARY = Vocabulary(MappingProxyType(_GAPS), _FLAGS)

_TRANSLATED = {
    "de": {
        "company": "das Unternehmen",
        "decision.date": "das genannte Datum",
        "decision.passed": "das Datum, das vorbei ist",
        "interview.date": "das Datum des Gesprächs",
        "me.name": "Ihr Name",
        "me.phone": "Ihre Nummer",
        "name.correct": "der richtige Name",
        "news": "eine Neuigkeit",
        "next.place": "der Ort",
        "next.time": "Tag und Uhrzeit",
        "role": "die Stelle",
        "strength": "eine Stärke, die hier hilft",
        "topic": "das Thema des Gesprächs",
    },
    "fr": {
        "company": "l’entreprise",
        "decision.date": "la date annoncée",
        "decision.passed": "la date passée",
        "interview.date": "la date de l’entretien",
        "me.name": "votre nom",
        "me.phone": "votre numéro",
        "name.correct": "le nom exact",
        "news": "une actualité",
        "next.place": "le lieu",
        "next.time": "le jour et l’heure",
        "role": "le poste",
        "strength": "un atout utile ici",
        "topic": "le sujet abordé",
    },
    "es": {
        "company": "la empresa",
        "decision.date": "la fecha indicada",
        "decision.passed": "la fecha pasada",
        "interview.date": "la fecha de la entrevista",
        "me.name": "su nombre",
        "me.phone": "su número",
        "name.correct": "el nombre correcto",
        "news": "una noticia",
        "next.place": "el lugar",
        "next.time": "el día y la hora",
        "role": "el puesto",
        "strength": "un punto fuerte útil aquí",
        "topic": "el tema del que hablaron",
    },
}


def gaps_in(language: str) -> dict[str, str]:
    """The words of all gaps for letters in a language; English where there are no others."""
    return {**_GAPS, **_TRANSLATED.get(language, {})}
