"""Writing a first draft: a template, filled, between the salutation and the signature."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from core.drafting.filling import values_of
from core.drafting.grammar import Rendered, Template, TemplateError, render
from core.drafting.kinds import KINDS
from core.drafting.known import Known
from core.drafting.request import Request
from core.drafting.salutations import closing, salutation
from core.drafting.subjects import pattern_of, subject_from
from core.drafting.templates import Choice, Form, Letter, Templates
from core.drafting.values import Me, Situation
from core.drafting.vocabulary import gaps_in
from core.plain_text import without_hidden
from core.playbook.values import Part

FOR_RECRUITER = "recruiter"
"""The name of the templates for those who pass a message on; kinds that have none do without."""

LONGEST_SIGNATURE = 1000
"""Characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A draft as it opens."""

    subject: str
    body: str
    gaps: tuple[str, ...]
    """What is still to be written, as it stands in square brackets in the body."""
    choice: Choice
    """Of the template that was used: the nearest to what was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneScript:
    """What to say on the phone, and what to leave on a machine within 30 seconds."""

    points: tuple[str, ...]
    voicemail: str
    gaps: tuple[str, ...]


def fill(templates: Templates, request: Request, situation: Situation) -> Filled:
    """The first draft of a message. What is not known stands in it as a gap.

    Raises `TemplateError` where a template would become far too long, and `KeyError` for a kind
    that has none.
    """
    wanted = _choice(request, Form.LETTER)
    if not request.name and _is_to_recruiter(Known(request, situation)):
        wanted = replace(wanted, name=FOR_RECRUITER)
    letter = templates.find(wanted)
    known = Known(replace(request, language=letter.choice.language), situation)
    most = KINDS[request.kind].most_characters
    pattern = letter.subject or pattern_of(request.kind, letter.choice.language)
    written = _wrapped(letter, known) if most is None else _first_that_fits(letter, known, most)
    return Filled(
        subject=subject_from(pattern, known),
        body=written.text,
        gaps=written.gaps,
        choice=letter.choice,
    )


def fill_script(templates: Templates, request: Request, situation: Situation) -> PhoneScript:
    """The script for the phone of a kind that has one. Raises as `fill` does."""
    phone = templates.find(_choice(request, Form.PHONE))
    voicemail = templates.find(_choice(request, Form.VOICEMAIL))
    known = Known(replace(request, language=phone.choice.language), situation)
    points = _paragraphs(phone, known, 0)
    message = _paragraphs(voicemail, known, 0)
    return PhoneScript(
        points=tuple(points.text.split("\n\n")),
        voicemail=message.text,
        gaps=tuple(dict.fromkeys((*points.gaps, *message.gaps))),
    )


def _choice(request: Request, form: Form) -> Choice:
    return Choice(
        kind=request.kind,
        language=request.language,
        tone=request.tone,
        profile=request.profile,
        name=request.name,
        form=form,
    )


def _is_to_recruiter(known: Known) -> bool:
    """Whether all readers are recruiters who were not at the interview."""
    met = known.interview.people if known.interview else ()
    absent = [p.part is Part.RECRUITER and p.id not in met for p in known.people]
    return bool(absent) and all(absent)


def _wrapped(letter: Letter, known: Known) -> Rendered:
    """A letter from its salutation to its signature."""
    request, language = known.request, known.request.language
    written = _paragraphs(letter, known, known.turn)
    signature = _signature(known.situation.me, language)
    greeting = salutation(known.people, request.tone, language)
    foot = f"{closing(request.tone, language)}\n{signature.text}"
    text = f"{greeting}\n\n{written.text}\n\n{foot}"
    return Rendered(text, tuple(dict.fromkeys((*written.gaps, *signature.gaps))))


def _first_that_fits(letter: Letter, known: Known, most: int) -> Rendered:
    """The first wording of at most so many characters; else the last, which is the shortest."""
    written = _paragraphs(letter, known, 0)
    for turn in range(1, max(map(len, letter.paragraphs))):
        if len(written.text) <= most:
            break
        written = _paragraphs(letter, known, turn)
    return written


def _paragraphs(letter: Letter, known: Known, turn: int) -> Rendered:
    """All paragraphs, each in the wording whose turn it is; an empty one is left out."""
    values, gaps = values_of(known), gaps_in(letter.choice.language)
    texts: list[str] = []
    missing: list[str] = []
    place = 0
    for wordings in letter.paragraphs:
        wording = wordings[_wording(turn, place, len(wordings))]
        place += len(wordings) > 1
        written = _rendered(wording, values, gaps, letter.source)
        texts.append(written.text)
        missing.extend(gaps[path] for path in written.gaps)
    return Rendered("\n\n".join(filter(None, texts)), tuple(dict.fromkeys(missing)))


def _wording(turn: int, place: int, count: int) -> int:
    """Which of a paragraph's wordings a reader gets, as in a Latin square.

    Of three paragraphs in three wordings, two of nine readers share one at most.
    """
    row, column = divmod(turn, count)
    return (column + place * row) % count


def _rendered(
    wording: Template, values: Mapping[str, str], gaps: Mapping[str, str], source: str
) -> Rendered:
    try:
        return render(wording, values, gaps)
    except TemplateError as error:
        raise TemplateError(error.what, error.line, source) from error


def _signature(me: Me, language: str) -> Rendered:
    own = without_hidden(me.signature).strip()[:LONGEST_SIGNATURE]
    name = me.name.strip()
    gap = gaps_in(language)["me.name"]
    if own or name:
        return Rendered(own or "\n".join(filter(None, (name, me.phone.strip()))), ())
    return Rendered(f"[{gap}]", (gap,))
