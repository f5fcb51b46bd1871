"""Check 5: what belongs to another application of the same user, in text, subject or file name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.checks.dates import names_day
from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.name_forms import tidy
from core.checks.parts import Parts
from core.drafting.values import Situation

_LEGAL = re.compile(
    r"[,\s]+(?:gmbh(?: & co\.? kg)?|ag|se|kg|ohg|inc|incorporated|ltd|limited|llc|llp|lp|plc|corp|corporation|co|company"
    r"|s\.?a\.?s?|s\.?a\.?r\.?l|s\.?l|s\.?p\.?a|s\.?r\.?l|b\.?v|n\.?v|a/?s|oyj?|ab|asa|pty|pte|group|holdings?|k\.?k|sp\. z o\.o|e\.?v)\.?$",
    re.IGNORECASE,
)
_TOOL_BEFORE = re.compile(
    r"\b(?:via|on|over|in|use|used|using|through|by|with|your|a|our|per|über|sur|por)\s+$"
)
_TOOL_BEHIND = re.compile(
    r"\s+(?:call|calls|meeting|meetings|link|interview|chat|message|messages|channels?|profile|docs|sheets|drive|ads"
    r"|analytics|certified|certification|account|page|room|session|connection|invitation|request|maps|teams|excel)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\.(?:com|org|net|io|de|eu|co|example)\b")
_EMPLOYED = re.compile(r"\b(?:at|join|joining|bei|chez|rejoindre)\s+$", re.IGNORECASE)
_COMPANY_BEHIND = re.compile(
    r"['’]s (?!day)|,? (?:Inc|Ltd|GmbH|Corp)\b| (?:team|and (?:its|their))\b|(?: [A-Z]\w+)? (?:Hiring|Recruit)"
)
_GOES_ON = re.compile(r"[ -](?!Team|Inc|Ltd|GmbH|Corp|AG|SE|HR)[A-ZÀ-Þ][^\W\d_]+")
_WORD_IN_FILE = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+|\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Foreign:
    """A name that belongs to another application."""

    name: str
    company: str
    person: bool


@dataclass(frozen=True)
class _Watch:
    """All names to look for, the names in which they do no harm, and one pattern for both."""

    foreign: dict[str, _Foreign]
    pattern: re.Pattern[str] | None


def check_others(letter: Letter, situation: Situation, parts: Parts) -> Iterator[Finding]:
    """Each mention of another application's company or contact."""
    others = situation.case.others
    if not others:
        return
    watch = _watch(situation.case.company, _own(situation), _foreign_of(situation))
    greeted = _greeted_span(letter)
    ours = _words_of_people(situation)
    for span, foreign in _mentions(watch, letter.draft.subject, parts, ours):
        yield _finding(Field.SUBJECT, span, letter.draft.subject, foreign, situation)
    for part in letter.own_paragraphs:
        for span, foreign in _mentions(watch, part.text, parts, ours):
            at = Span(part.start + span.start, part.start + span.end)
            yield _finding(Field.BODY, at, letter.body, foreign, situation)
    if greeted is not None:
        yield from _greeted_contact(letter, greeted, situation)
    for name in letter.draft.attachments:
        yield from _in_file_name(name, watch, situation, parts)


# -- what to look for


def core_name(company: str) -> str:
    """A company's name without its legal form: "Globex" of "Globex Corporation"."""
    name = tidy(company)
    shorter = _LEGAL.sub("", name)
    while shorter and shorter != name:
        name, shorter = shorter, _LEGAL.sub("", shorter)
    return name


def _own(situation: Situation) -> tuple[str, ...]:
    """Names that may stand anywhere: those of this application, of the user, and of the CV."""
    case = situation.case
    companies = [case.company, *situation.aliases, *situation.cv_employers]
    people = [person.name for person in case.people]
    return tuple(
        dict.fromkeys(
            [
                *(tidy(name) for name in companies),
                *(core_name(name) for name in companies),
                *(tidy(name) for name in (*people, case.role, situation.me.name)),
            ]
        )
    )


def _words_of_people(situation: Situation) -> frozenset[str]:
    """The names, word by word, of everyone who belongs to this application, in small letters."""
    people = (situation.me.name, *(person.name for person in situation.case.people))
    return frozenset(word for name in people for word in tidy(name).casefold().split())


def _foreign_of(situation: Situation) -> tuple[_Foreign, ...]:
    names: list[_Foreign] = []
    for other in situation.case.others or ():
        for company in (other.company, *other.aliases):
            names += [
                _Foreign(name, other.company, False) for name in (tidy(company), core_name(company))
            ]
        people = [tidy(person) for person in other.people]
        names += [_Foreign(person, other.company, True) for person in people if " " in person]
    return tuple(names)


@lru_cache(maxsize=32)
def _watch(company: str, own: tuple[str, ...], foreign: tuple[_Foreign, ...]) -> _Watch:
    innocent = {name.casefold() for name in own if name}
    wanted = {
        entry.name: entry
        for entry in foreign
        if len(entry.name) > 1 and entry.name.casefold() not in innocent
    }
    names = sorted({*wanted, *filter(None, own)}, key=len, reverse=True)
    if not wanted:
        return _Watch({}, None)
    choices = "|".join(_loosely(name) for name in names)
    return _Watch(
        {_key(name): entry for name, entry in wanted.items()},
        re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE),
    )


def _loosely(name: str) -> str:
    """A pattern for a name, whatever blanks or marks stand between its words."""
    words = re.split(r"[\s'-]+", name)
    return r"[\s'’‐-]{1,3}".join(re.escape(word) for word in words if word)


def _key(name: str) -> str:
    return re.sub(r"[\s'’‐-]+", " ", name).casefold()


# -- where it stands


def _mentions(
    watch: _Watch, text: str, parts: Parts, ours: frozenset[str]
) -> Iterator[tuple[Span, _Foreign]]:
    if watch.pattern is None:
        return
    for match in watch.pattern.finditer(text):
        foreign = watch.foreign.get(_key(match.group()))
        if foreign is not None and _is_meant(foreign, match, text, parts, ours):
            yield Span(*match.span()), foreign


def _is_meant(
    foreign: _Foreign, match: re.Match[str], text: str, parts: Parts, ours: frozenset[str]
) -> bool:
    """Whether a word that is also a name is used as one."""
    written, folded = match.group(), foreign.name.casefold()
    if " " in foreign.name or foreign.person:
        return written[0] == foreign.name[0] or written.isupper()
    if written != foreign.name and not (written.isupper() and len(written) > 3):
        return _DOMAIN.match(text, match.end()) is not None
    if _is_company(text, match):
        return True
    doubtful = folded in ours or len(written) < 3 or names_day(written)
    if doubtful or (folded in parts.tools and _is_tool(match, text)):
        return False
    if folded in parts.everyday | parts.tools:
        return not (_begins_sentence(text, match.start()) or _is_of_another_name(text, match))
    return True


def _is_tool(match: re.Match[str], text: str) -> bool:
    before, behind = text[: match.start()][-12:], text[match.end() : match.end() + 20]
    return bool(_TOOL_BEFORE.search(before) or _TOOL_BEHIND.match(behind))


def _is_of_another_name(text: str, match: re.Match[str]) -> bool:
    """ "Orange County" and "the Ford Foundation" are others."""
    return _GOES_ON.match(text, match.end()) is not None


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\n\r“\"'‘(–—-•*")
    return not before or before[-1] in ".!?:…"


def _is_company(text: str, match: re.Match[str]) -> bool:
    """Whether what stands around a word shows that a company is meant."""
    before = text[: match.start()][-12:]
    return bool(_EMPLOYED.search(before) or _COMPANY_BEHIND.match(text, match.end()))


# -- a contact in the salutation, a name in a file's name


def _greeted_span(letter: Letter) -> tuple[int, str] | None:
    part = letter.salutation
    return (part.start, part.text) if part is not None else None


def _greeted_contact(
    letter: Letter, greeted: tuple[int, str], situation: Situation
) -> Iterator[Finding]:
    """The other application's contact, greeted by first name or surname alone."""
    start, text = greeted
    own = _words_of_people(situation)
    for other in situation.case.others or ():
        for person in other.people:
            for word in tidy(person).split():
                match = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text)
                if (
                    word.casefold() in own
                    or match is None
                    or tidy(person) in tidy(text)
                    or len(word) < 3
                ):
                    continue
                at = Span(start + match.start(), start + match.end())
                foreign = _Foreign(person, other.company, True)
                yield _finding(Field.BODY, at, letter.body, foreign, situation)


def _in_file_name(
    path: str, watch: _Watch, situation: Situation, parts: Parts
) -> Iterator[Finding]:
    name = re.split(r"[/\\]", path)[-1]
    words = _WORD_IN_FILE.findall(name)
    for key, foreign in watch.foreign.items():
        wanted = re.findall(r"\w+", key)
        everyday = key in parts.everyday
        if wanted and _holds_run(words, wanted, exact=foreign.name if everyday else ""):
            arguments = _arguments(foreign, situation)
            yield Finding(
                check=5,
                level=Level.MUST,
                field=Field.ATTACHMENTS,
                variant="file",
                arguments=(*arguments, ("file", name)),
            )
            return


def _holds_run(words: Sequence[str], wanted: Sequence[str], *, exact: str) -> bool:
    if exact:
        return exact in words
    folded = [word.casefold() for word in words]
    count = len(wanted)
    runs = (folded[at : at + count] for at in range(len(folded) - count + 1))
    return list(wanted) in runs or (len("".join(wanted)) > 4 and "".join(wanted) in folded)


def _arguments(foreign: _Foreign, situation: Situation) -> tuple[tuple[str, str], ...]:
    return (
        ("name", foreign.name),
        ("other", foreign.company),
        ("company", situation.case.company),
    )


def _finding(
    field: Field, span: Span, text: str, foreign: _Foreign, situation: Situation
) -> Finding:
    own = situation.case.company
    edits = (Edit(field=field, span=span, text=own),)
    return Finding(
        check=5,
        level=Level.MUST,
        field=field,
        span=span,
        text=text[span.start : span.end],
        variant="person" if foreign.person else "",
        arguments=_arguments(foreign, situation),
        fixes=() if foreign.person else (Fix(text=own, edits=edits),),
    )


def pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds each of these names, in whatever letters."""
    choices = "|".join(_loosely(name) for name in dict.fromkeys(names) if name.strip())
    return re.compile(rf"(?<!\w)(?:{choices or '(?!)'})(?!\w)", re.IGNORECASE)
