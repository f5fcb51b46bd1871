"""Reading template files, and finding the one that a request asks for.

A file holds the letters of one kind in one language:

    kind: M1, M2
    language: en

    == warm, full ==
    Thank you for the time you gave me on {{interview.date}}.

    or:

    It was a pleasure to meet you on {{interview.date}}.

`or:` gives another wording of the paragraph before it. Salutation, closing and signature are not
written: they come from the contact card and the settings.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from core.drafting.grammar import LONGEST_TEMPLATE, Template, TemplateError, parse
from core.drafting.kinds import KINDS
from core.drafting.particulars import Profile
from core.drafting.salutations import LANGUAGES
from core.drafting.values import Tone
from core.drafting.vocabulary import VOCABULARY

MOST_LETTERS = 50
"""In one file."""

_HEADING = "=="
_KEYS = ("kind", "language", "name", "subject")


class Form(StrEnum):
    """What a template is made for."""

    LETTER = "letter"
    PHONE = "phone"
    """Talking points, one a paragraph."""
    VOICEMAIL = "voicemail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a template is for: the window offers it by these."""

    kind: str
    language: str = "en"
    tone: Tone = Tone.PLAIN
    profile: Profile = Profile.FULL
    form: Form = Form.LETTER
    name: str = ""
    """Of one of the user's own, which stands beside the others."""
    own: bool = False
    """The user's: it is shown instead of the one that came with the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A template of a whole message."""

    choice: Choice
    paragraphs: tuple[tuple[Template, ...], ...]
    """Each in one wording or several."""
    subject: Template | None = None
    """In the place of the kind's pattern."""
    source: str = ""
    """The name of its file, for errors."""


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


class Templates:
    """All templates, the user's own laid over those that came with the program. `left_out` has a
    sentence for each of the user's files that cannot be used.
    """

    def __init__(self, letters: Iterable[Letter], left_out: Sequence[str] = ()) -> None:
        self.left_out = tuple(left_out)
        found: dict[Choice, Letter] = {}
        for letter in letters:
            found[replace(letter.choice, own=False)] = letter
        self._letters: Mapping[Choice, Letter] = MappingProxyType(found)

    def available(self, kind: str) -> tuple[Choice, ...]:
        """What there is to choose from for a kind of message, scripts for the phone aside."""
        choices = (letter.choice for letter in self._letters.values())
        return tuple(c for c in choices if c.kind == kind and c.form is Form.LETTER)

    def find(self, wanted: Choice) -> Letter:
        """The template that comes nearest: another profile, then another tone, then English.

        Raises `KeyError` for a kind that has none.
        """
        for choice in _nearest(replace(wanted, own=False)):
            if choice in self._letters:
                return self._letters[choice]
        raise KeyError(wanted.kind)


def _nearest(wanted: Choice) -> Iterator[Choice]:
    for language in dict.fromkeys((wanted.language, "en")):
        for name in dict.fromkeys((wanted.name, "")):
            for tone in dict.fromkeys((wanted.tone, Tone.PLAIN, Tone.WARM, Tone.FORMAL)):
                for profile in dict.fromkeys((wanted.profile, Profile.FULL, Profile.SHORT)):
                    yield replace(wanted, language=language, name=name, tone=tone, profile=profile)


def read_templates(text: str, source: str, *, own: bool = False) -> tuple[Letter, ...]:
    """The letters of one file. Raises `TemplateError` naming file, line and remedy."""
    try:
        return tuple(_letters(text, source, own=own))
    except TemplateError as error:
        raise TemplateError(error.what, error.line, source) from error


def _letters(text: str, source: str, *, own: bool) -> Iterator[Letter]:
    if len(text) > MOST_LETTERS * LONGEST_TEMPLATE:
        raise TemplateError("far longer than a file of templates can be.", 1)
    lines = [_Line(number, line.rstrip()) for number, line in enumerate(text.split("\n"), 1)]
    starts = [at for at, line in enumerate(lines) if line.text.startswith(_HEADING)]
    if not starts:
        raise TemplateError("no letter in it. Begin one with a line such as “== warm ==”.", 1)
    if len(starts) > MOST_LETTERS:
        raise TemplateError(f"more than {MOST_LETTERS} letters. Divide the file.", 1)
    about = _header(lines[: starts[0]])
    subject = (
        parse(about["subject"].text, VOCABULARY, about["subject"].number)
        if "subject" in about
        else None
    )
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        paragraphs = tuple(_paragraphs(lines[start + 1 : stop], lines[start].number))
        for kind in _kinds(about["kind"]):
            choice = _choice(lines[start], kind, about, own=own)
            yield Letter(choice=choice, paragraphs=paragraphs, subject=subject, source=source)


def _header(lines: list[_Line]) -> dict[str, _Line]:
    """The lines before the first letter: "kind: M1" and so on; "#" begins a remark."""
    about: dict[str, _Line] = {}
    for line in lines:
        if not line.text.strip() or line.text.startswith("#"):
            continue
        key, colon, value = line.text.partition(":")
        if not colon or key.strip() not in _KEYS:
            what = f"“{line.text[:40]}” is not known before the first letter."
            raise TemplateError(
                f"{what} Write {', '.join(_KEYS)}, or “# …” for a remark.", line.number
            )
        about[key.strip()] = _Line(line.number, value.strip())
    if "kind" not in about:
        raise TemplateError("it does not say its kind. Add a line such as “kind: M1”.", 1)
    return about


def _kinds(line: _Line) -> list[str]:
    kinds = [kind.strip().upper() for kind in line.text.split(",", len(KINDS))]
    for kind in kinds:
        if kind not in KINDS:
            raise TemplateError(f"“{kind[:40]}” is no kind of message. M1 to M17 are.", line.number)
    return kinds


def _choice(heading: _Line, kind: str, about: Mapping[str, _Line], *, own: bool) -> Choice:
    language = about.get("language", _Line(1, "en"))
    if language.text not in LANGUAGES:
        known = f"Known are {', '.join(LANGUAGES)}."
        raise TemplateError(
            f"no letters are written in “{language.text[:40]}” here. {known}", language.number
        )
    choice = Choice(
        kind=kind,
        language=language.text,
        name=about["name"].text if "name" in about else "",
        own=own,
    )
    for word in heading.text.strip("= ").split(","):
        choice = _with(choice, word.strip(), heading.number)
    return choice


def _with(choice: Choice, word: str, line: int) -> Choice:
    """A choice with one word of its heading: a tone, a profile, or a form."""
    if word in set(Tone):
        return replace(choice, tone=Tone(word))
    if word in set(Profile):
        return replace(choice, profile=Profile(word))
    if word in set(Form):
        return replace(choice, form=Form(word))
    words = [*Tone, *Profile, *Form]
    near = difflib.get_close_matches(word, words, n=1)
    hint = f"Did you mean “{near[0]}”?" if near else f"Known are {', '.join(words)}."
    raise TemplateError(f"“{word[:40]}” is not known in a heading. {hint}", line)


def _paragraphs(lines: list[_Line], heading: int) -> Iterator[tuple[Template, ...]]:
    wordings: list[Template] = []
    another = False
    length = 0
    for stretch in _stretches(lines):
        first = stretch[0]
        length += sum(len(line.text) + 1 for line in stretch)
        if length > LONGEST_TEMPLATE:
            raise TemplateError(
                f"longer than {LONGEST_TEMPLATE:,} characters. Shorten it.", first.number
            )
        if [line.text.strip() for line in stretch] == ["or:"]:
            if another or not wordings:
                raise TemplateError("“or:” stands between two paragraphs.", first.number)
            another = True
            continue
        if wordings and not another:
            yield tuple(wordings)
            wordings = []
        wordings.append(parse("\n".join(line.text for line in stretch), VOCABULARY, first.number))
        another = False
    if another or not wordings:
        what = "“or:” has no paragraph after it." if another else "a letter with nothing in it."
        raise TemplateError(f"{what} Write one, or take the line out.", heading)
    yield tuple(wordings)


def _stretches(lines: list[_Line]) -> Iterator[list[_Line]]:
    """The lines between blank lines."""
    stretch: list[_Line] = []
    for line in lines:
        if line.text.strip():
            stretch.append(line)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch
