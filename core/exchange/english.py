"""English spelling and grammar, by harper: offline, in one thread of its own.

What bites in harper, and is kept away here: a very long token ends the whole process, a long text
without full stops takes seconds, and a linter must never be called from two threads at once.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from core.checks.finding import Span
from core.checks.spelling import IssueKind
from core.checks.typos import is_formed, slips

if TYPE_CHECKING:
    from harper import Lint, Linter

LONGEST_TOKEN = 100
"""Characters; a longer run without a blank is no word, and harper never sees it."""

_UNREADABLE = re.compile(
    rf"\S{{{LONGEST_TOKEN + 1},}}|\S*(?:://|www\.)\S*|\S+@\S+|\S*\d\S*|(?<=\s)/\S+"
)
_GRAMMAR_KINDS = frozenset(
    [
        *("Agreement", "BoundaryError", "Eggcorn", "Grammar", "Malapropism", "Miscellaneous"),
        *("Nonstandard", "Punctuation", "Typo", "Usage", "WordChoice", "Word Choice"),
    ]
)
_NOISY_RULES = frozenset(
    [
        *("RepeatedWords", "InterestedIn", "MissingTo", "ThatThan", "AvoidCurses", "HowTo"),
        *("UnclosedQuotes", "QuoteSpacing", "Spaces", "Dashes", "EllipsisLength", "CommaFixes"),
        *(
            "SentenceCapitalization",
            "SpelledNumbers",
            "CorrectNumberSuffix",
            "NumberSuffixCapitalization",
        ),
        *("Hedging", "UseTitleCase", "BoringWords", "LongSentences", "PossessiveYour", "MassNouns"),
        *("CompoundNouns", "MissingPreposition", "FeelFell", "ToDoHyphen", "OutOfDate", "Codebase"),
        *("YourPredicateAdjective", "MissingDeterminer", "WhomSubjectOfVerb"),
        *("QuantifierNumeralConflict", "ProgressiveNeedsBe"),
    ]
)
_UNWANTED_GROUPS = frozenset(
    [
        *("Proper Nouns", "Initialisms", "Numbers and Units", "Style and Redundancy"),
        "Regionalisms and Dialect",
    ]
)
"""Whole groups of rules, by harper's names, that speak of taste; each rule costs time."""
_RIGHT = frozenset(["is news"])
"""Words that a rule mistakes: news is one thing."""
_SMALL_WORDS = frozenset(
    ["in", "of", "a", "as", "at", "to", "even", "each", "thank", "any", "no", "for", "with", "the"]
)
_AFTER_SMALL_WORDS = frozenset(
    [
        *("lot", "well", "fact", "case", "spite", "course", "least", "other", "you", "order"),
        *("front", "time", "first", "last", "turn", "though", "one", "while", "long", "soon"),
        *("part", "way", "the", "regards", "regard", "love", "general", "order", "addition"),
        *("mean", "person", "stead", "total", "particular", "bit", "few", "little", "same", "be"),
    ]
)
"""What is written in one with a small word by mistake; other such words are a trade's, as "ingate"."""
_EXCUSES: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    rule: (re.compile(f"(?:{before})$", re.IGNORECASE), re.compile(behind, re.IGNORECASE))
    for rule, before, behind in (
        # An "h" that is silent in either spelling, a number that harper does not see, "11 a.m."
        ("AnA", "", r"\s+(?:hono|honest|hour|heir)|\s\s|\."),
        # "Its aim": only before these words is it short for "it is".
        (
            "ItsContraction",
            "",
            r"\s+(?!(?:an?|the|been|not|very|so|too|really|just|always|great|good|clear|going)\b)",
        ),
        ("LetsConfusion", r"\w\s+", r"\s+(?:slip|drop|fall|fly|loose)\b"),
        ("Myself", "", "-"),
        ("NotTo", r"\b(?:say|says|said|saying|a|answer|answered)\s+", ""),
        ("OneOfTheSingular", r"\bone of the\s+", r"(?<=best|most|irst|last|.few|east)\b"),
        # "Are too busy": behind a form of "be" it is seldom the number or the little word "to".
        (
            "ToTwoToo",
            r"\b(?:am|is|are|was|were|be|been|being|not|far|seems?|feels?|looks?)\s+",
            r"(?<=\btoo)",
        ),
        ("PronounKnew", r"(?:thing|what|one)\s+", ""),
        ("WereWhere", "", r"\s+all over\b"),
    )
}
"""Where a rule is mistaken: by what stands before the words that it marks, and behind."""
_NEVER_JOINED = _SMALL_WORDS | {"my", "your", "him", "her", "them", "our", "an", "it"}
_CALENDAR = (
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January"),
    *("February", "August", "September", "October", "November", "December", "English", "German"),
)
_SMALL_NAME = re.compile(
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september"
    r"|october|november|december|english|german|french|spanish|italian|portuguese|russian|chinese|japanese|arabic|england|ireland|scotland"
    r"|germany|france|spain|italy|poland|europe|london|berlin|paris)s?\b"
)
"""Days, months, languages and countries in small letters; "march", "polish" and "china" mean more."""
_SILENT = re.compile(r"\b[Aa](?=\s(?:honou?r|honest|hour|heir)\w*)", re.ASCII)
"""An "a" before an "h" that nobody speaks."""
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Sr|Fr)\.$")
_WORDS_REMEMBERED = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What harper says of a place in a text. `suggestions`: what to put there, the best first."""

    span: Span
    kind: IssueKind
    suggestions: tuple[str, ...] = ()


class English:
    """Both spellings of English. Make and call it in one thread only; making it takes a second."""

    def __init__(self) -> None:
        import harper

        self._british = harper.Linter(harper.Dialect.BRITISH)
        unwanted = _NOISY_RULES | set(_rules_of(self._british, _UNWANTED_GROUPS))
        rules = self._british.get_default_lint_config()
        self._british.set_lint_config({r: on and r not in unwanted for r, on in rules.items()})
        self._american = harper.Linter(harper.Dialect.AMERICAN)
        self._american.set_lint_config({name: name == "SpellCheck" for name in rules})
        self._knows = lru_cache(maxsize=_WORDS_REMEMBERED)(self._look_up)
        self.marks("The frist unknown word is slow to look up.")

    def marks(self, text: str) -> list[Mark]:
        """What is wrong in a text; places are code points in it."""
        readable = _UNREADABLE.sub(lambda match: " " * len(match.group()), text)
        found = list(_overlooked(readable))
        own = {mark.span for mark in found}
        for rule, lints in self._british.organized_lints(readable, language="plaintext").items():
            for lint in lints:
                mark = self._mark(rule, lint, readable)
                if mark is not None and mark.span not in own:
                    found.append(mark)
        return sorted(found, key=lambda mark: mark.span.start)

    def _mark(self, rule: str, lint: "Lint", text: str) -> Mark | None:
        if rule == "SpellCheck":
            return self._misspelt(lint, text)
        if rule == "SplitWords":
            return _split(lint)
        if rule in _NOISY_RULES or lint.lint_kind not in _GRAMMAR_KINDS:
            return None
        if _is_excused(rule, lint, text):
            return None
        if lint.problem_text.casefold() in _RIGHT or _only_joins(lint):
            return None
        return Mark(
            span=Span(lint.span.start, lint.span.end),
            kind=IssueKind.GRAMMAR,
            suggestions=_suggestions(lint),
        )

    def _misspelt(self, lint: "Lint", text: str) -> Mark | None:
        word, span = lint.problem_text, Span(lint.span.start, lint.span.end)
        right = slips(word, _suggestions(lint))
        if not right or _is_name(text, span):
            return None
        if self._knows(word) or is_formed(word, self._knows):  # looks up, so it comes last
            return None
        return Mark(span=span, kind=IssueKind.SPELLING, suggestions=right)

    def _look_up(self, word: str) -> bool:
        """Whether a word is right on either side of the Atlantic."""
        return not self._american.lint(word, language="plaintext") or not any(
            lint.lint_kind == "Spelling" for lint in self._british.lint(word, language="plaintext")
        )


def _overlooked(text: str) -> Iterator[Mark]:
    """What harper knows only in groups of rules that are too noisy."""
    small = ((match, match.group().capitalize()) for match in _SMALL_NAME.finditer(text))
    silent = ((match, f"{match.group()}n") for match in _SILENT.finditer(text))
    for match, right in (*small, *silent):
        yield Mark(span=Span(*match.span()), kind=IssueKind.GRAMMAR, suggestions=(right,))


def _rules_of(linter: "Linter", groups: Collection[str]) -> Iterator[str]:
    """The rules in some of harper's groups of settings."""
    for setting in linter.get_structured_lint_config()["settings"]:
        group = setting.get("Group", {})
        if group.get("label") in groups:
            yield from (
                rule["Bool"]["name"] for rule in group["child"]["settings"] if "Bool" in rule
            )


def _suggestions(lint: "Lint") -> tuple[str, ...]:
    """What each suggestion puts in the place of the marked words; removing puts nothing there."""
    marked = lint.problem_text
    offered = (
        (marked if suggestion.kind.name == "INSERT_AFTER" else "") + suggestion.replacement_text
        for suggestion in lint.suggestions
    )
    return tuple(s.capitalize() if marked == "A" and s == "AN" else s for s in offered)


def _only_joins(lint: "Lint") -> bool:
    """Whether it is all about a blank or a hyphen in a compound: a matter of taste, unless one of
    the words is a small one ("my self").
    """
    marked = lint.problem_text.casefold()
    joined = re.sub(r"[\s-]", "", marked)
    first = re.split(r"[\s-]", marked, maxsplit=1)[0]
    return (
        marked != joined
        and first not in _NEVER_JOINED
        and any(re.sub(r"[\s-]", "", right.casefold()) == joined for right in _suggestions(lint))
    )


def _is_excused(rule: str, lint: "Lint", text: str) -> bool:
    if rule not in _EXCUSES:
        return False
    before, behind = _EXCUSES[rule]
    found = before.search(text[: lint.span.start]) and behind.match(text, lint.span.end)
    return found is not None


def _split(lint: "Lint") -> Mark | None:
    """Two words written as one: only small ones, as in "aswell"."""
    right = [s for s in _suggestions(lint) if _are_small(*s.lower().partition(" ")[::2])]
    if not right:
        return None
    span = Span(lint.span.start, lint.span.end)
    return Mark(span=span, kind=IssueKind.SPELLING, suggestions=tuple(right))


def _are_small(first: str, second: str) -> bool:
    return first in _SMALL_WORDS and second in _AFTER_SMALL_WORDS


def _is_name(text: str, span: Span) -> bool:
    """Whether a word stands there as names do: a capital where no sentence begins, or two in a row."""
    word = text[span.start : span.end]
    if not word[:1].isupper():
        return any(letter.isupper() for letter in word)
    if word.isupper():
        return True
    before = text[: span.start].rstrip(" \t\"“‘'(")
    if before and (before[-1] not in ".!?…" or _TITLE.search(before)):
        return _near_day(word) is None
    after = text[span.end : span.end + 2].lstrip(" ")
    return after[:1].isupper() and not after.startswith("I ")


def _near_day(word: str) -> str | None:
    return next((day for day in _CALENDAR if OSA.distance(word, day) == 1), None)
