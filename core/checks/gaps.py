"""Check 7: places that still wait to be filled, such as `[name]`, `{role}`, XXX or TBD."""

import re
from collections.abc import Iterator
from functools import lru_cache

from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.names import recipients
from core.checks.text import quotations
from core.drafting.days import day_words
from core.drafting.salutations import LANGUAGES, first_name
from core.drafting.values import Situation
from core.playbook.facts import Facts
from core.playbook.windows import to_wall

_NAMES_A_GAP = re.compile(
    r"\b(?:names?|company|employer|role|position|job|title|date|day|time|topic|insert|your|their|number|phone|place"
    r"|strength|reason|add|fill|enter|something|recipient|interviewer|manager|address|city|skill|project|salary|xx+|tb[dc]"
    r"|firma|stelle|datum|thema|ihr|poste|entreprise|nom|votre|puesto|empresa|nombre|fecha)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(
    r"(?<![\w\]])\[([^\[\]\n]{1,120})\](?!\()|(?<=\w)\[([^\[\]\n]{1,120})\](?!\()"
)
_BRACES = re.compile(r"\$?\{{1,2}[ \t]*([^\W\d][^{}\n]{0,80}?)[ \t]*\}{1,2}")
_ANGLES = re.compile(r"(?<![\w<])<([^<>\n@:/=\"]{2,60})>")
_LETTERS = re.compile(
    r"(?<![\w-])(?:X{3,}|TBD|TBC|TKTK|TODO(?=:| |$)|FIXME|XX(?=[./-]XX)|XX(?= ?(?:%|€|\$))"
    r"|lorem ipsum)(?!\w)"
)
_LINE = re.compile(r"_{3,}")
_PHRASES = re.compile(
    r"(?<!\w)(?:\w+ )?(?:Company|Employer|Recipient|Interviewer|Manager|Candidate|Applicant|Recruiter)(?:['’]s)? Name(?!\w)"
    r"|(?<!\w)(?:Your Name|Insert [A-Z]\w+|Name of (?:the )?(?:Company|Interviewer|Manager)|First ?Name|Last ?Name"
    r"|Job Title Here|Position Title|Role Title|insert (?:name|company|role|date|topic) here)(?!\w)"
)
_EMPTY = re.compile(r"\b(at|with|for|of|as|the|on|in|to|your|and)[ \t]+([,.])(?=\s|$)")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LONGEST_REMEMBERED = 4_000
_NUMERAL = re.compile(
    r"\b(?:volume|vol\.?|chapter|part|bowl|article|section|appendix|psalm|louis|no\.?)\s*$",
    re.IGNORECASE,
)
_INNOCENT = frozenset(
    [
        *("sic", "pdf", "attached", "link", "video", "external", "ext", "internal", "edit", "…"),
        *("...", "translated", "emphasis mine", "emphasis added", "my translation", "redacted"),
    ]
)
_OF_THE_READER = frozenset(
    [
        *("name", "recipient", "interviewer", "manager", "hiring", "the", "reader", "s", "of"),
        *("insert", "here", "first", "contact", "person", "their"),
    ]
)
"""The words of a gap that the reader's name fills."""
_NOT_MARKUP = frozenset(["b", "i", "u", "br", "p", "em", "strong", "div", "span", "hr", "li", "ul"])


def check_gaps(letter: Letter, situation: Situation, language: str) -> Iterator[Finding]:
    """Every gap in subject and body."""
    known = _Known(letter, situation, language)
    for span in find_gaps(letter.draft.subject, tags=True):
        yield _finding(Field.SUBJECT, span, letter.draft.subject, known)
    for part in letter.own_paragraphs:
        for span in find_gaps(part.text):
            at = Span(part.start + span.start, part.start + span.end)
            yield _finding(Field.BODY, at, letter.body, known)


def find_gaps(text: str, *, tags: bool = False) -> tuple[Span, ...]:
    """The gaps of a text in order. `tags`: words in brackets at its head are a mail program's."""
    if len(text) > _LONGEST_REMEMBERED:
        return _find(text, tags=tags)
    return _remembered(text, tags=tags)


@lru_cache(maxsize=128)
def _remembered(text: str, *, tags: bool) -> tuple[Span, ...]:
    return _find(text, tags=tags)


def _find(text: str, *, tags: bool) -> tuple[Span, ...]:
    found = [
        *_bracketed(text, tags=tags),
        *(m.span() for m in _BRACES.finditer(text)),
        *(m.span() for m in _ANGLES.finditer(text) if _is_angled_gap(m.group(1))),
        *(
            m.span()
            for m in _LETTERS.finditer(text)
            if not _NUMERAL.search(text[: m.start()][-12:])
        ),
        *(m.span() for m in _LINE.finditer(text) if not _is_rule(text, m)),
        *(m.span() for m in _PHRASES.finditer(text)),
        *(m.span() for m in _EMPTY.finditer(text)),
    ]
    links = [match.span() for match in _LINK.finditer(text)]
    return tuple(
        span
        for span in _apart(found)
        if not any(start <= span.start and span.end <= end for start, end in links)
    )


def _bracketed(text: str, *, tags: bool) -> Iterator[tuple[int, int]]:
    for match in _BRACKETS.finditer(text):
        content = (match.group(1) or match.group(2)).strip()
        if not any(map(str.isalpha, content)) or len(content) < 2:
            continue
        named = _NAMES_A_GAP.search(content) is not None
        inner = match.group(1) is None or (tags and text[: match.start()].strip(" :") in _HEADS)
        if named or not (inner or _is_innocent(text, match, content)):
            yield match.span()


_HEADS = frozenset({"", "Re", "RE", "Fwd", "FW", "AW", "WG"})


def _is_innocent(text: str, match: re.Match[str], content: str) -> bool:
    """A remark in brackets, a source such as [Miller 2019], or words put into a quotation."""
    if content.casefold() in _INNOCENT or any(map(str.isdigit, content)):
        return True
    return any(
        quoted.start < match.start()
        and match.end() < quoted.end
        and not _fills(text, match, quoted)
        for quoted in quotations(text)
    )


def _fills(text: str, match: re.Match[str], quoted: Span) -> bool:
    """Whether a quotation holds nothing but the brackets."""
    rest = text[quoted.start : match.start()] + text[match.end() : quoted.end]
    return not any(map(str.isalnum, rest))


def _is_angled_gap(content: str) -> bool:
    if content.casefold() in _NOT_MARKUP:
        return False
    capitals = content.upper() == content and any(map(str.isalpha, content))
    return capitals or _NAMES_A_GAP.search(content) is not None


def _is_rule(text: str, match: re.Match[str]) -> bool:
    """A line of its own between paragraphs."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    return not text[start : end if end >= 0 else len(text)].strip(" _\t\r")


def _apart(found: list[tuple[int, int]]) -> list[Span]:
    spans: list[Span] = []
    for start, end in sorted(found, key=lambda place: (place[0], -place[1])):
        if not spans or start >= spans[-1].end:
            spans.append(Span(start, end))
    return spans


class _Known:
    """What the case knows of the things that gaps are named after."""

    def __init__(self, letter: Letter, situation: Situation, language: str) -> None:
        self._letter = letter
        self._language = language
        self._situation = situation

    def filling(self, gap: str) -> str:
        """What belongs into a gap; empty where the case does not tell."""
        words = set(re.findall(r"[a-z]+", gap.casefold()))
        case, me = self._situation.case, self._situation.me
        if words & {"your", "my"} and "name" in words:
            return me.name
        if words & {"company", "employer", "firma", "entreprise", "empresa"}:
            return case.company
        if words & {"role", "position", "job", "stelle", "poste", "puesto"}:
            return case.role
        if words & {"date", "datum", "fecha"} and not words & {"decision", "reply", "start"}:
            return self._interview_date()
        if words & {"name", "recipient", "interviewer", "manager"} and words <= _OF_THE_READER:
            return self._reader()
        return ""

    def _interview_date(self) -> str:
        case = self._situation.case
        behind = [i for i in Facts(case).arranged if i.end <= case.now]
        if not behind or self._language not in LANGUAGES:
            return ""
        day = to_wall(behind[-1].start, case.application_zone).date()
        return day_words(day, case.application_zone, self._language)

    def _reader(self) -> str:
        readers = recipients(self._letter, self._situation)
        return (first_name(readers[0]) or readers[0].name) if len(readers) == 1 else ""


def _finding(field: Field, span: Span, text: str, known: _Known) -> Finding:
    gap = text[span.start : span.end]
    filling = known.filling(gap)
    edits = (Edit(field=field, span=span, text=filling),)
    return Finding(
        check=7,
        level=Level.MUST,
        field=field,
        span=span,
        text=gap,
        arguments=(("gap", gap),),
        fixes=(Fix(text=filling, edits=edits),) if filling else (),
    )
