"""The small language in which the word lists describe phrases, and the trie that finds them.

A pattern is a row of words. Case, apostrophes, hyphens and contractions make no difference:
"I'm" is "i am", "haven't" is "have not", "go-getter" is "go getter".

    job/role         one of these words
    really?          a word that may be missing
    (at no pay|free) one of these phrases; it may have a `?` behind it, too
    answer~          a verb in any of its forms: "answers", "answered", "answering"
    <hear>           one of the words of a group, named in `groups.toml`
    #                a number in digits
    decid*           a word that begins so
    ...              up to five words, whatever they are
    ^  $             the beginning, and the end, of a sentence

Between the words of a pattern small words that only colour ("really", "simply") may stand, and a
word with an "s" counts as the word without it.

All patterns live in one trie whose edges are sets of words. Each word of a text starts one walk
of bounded length in it, so time grows with the text, not with text times patterns.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from core.checks.contractions import spread
from core.checks.inflections import inflections

GAP = 5
"""How many words `...` may stand for, at most."""
LONGEST_PATTERN = 1_000
"""Characters."""

START, END = "^", "$"
"""The words that stand for the beginning and the end of a sentence."""
NUMBER = "#"
"""The word that stands for any number in digits."""

FILLERS = frozenset(
    [
        *(
            "really",
            "simply",
            "just",
            "even",
            "honestly",
            "frankly",
            "actually",
            "surely",
            "already",
        ),
        *(
            "also",
            "now",
            "still",
            "ever",
            "again",
            "quite",
            "rather",
            "certainly",
            "clearly",
            "truly",
        ),
        *("obviously", "apparently", "evidently", "basically", "literally", "genuinely", "totally"),
        *("completely", "absolutely", "definitely", "seriously", "perhaps", "maybe", "however"),
        *(
            "therefore",
            "finally",
            "sadly",
            "unfortunately",
            "lot",
            "somehow",
            "sincerely",
            "kindly",
        ),
    ]
)
"""Words that may stand between those of any pattern, without changing what it means."""
STEM = "*"
"""The sign behind the beginning of a word, whatever its ending."""
_SHORTEST_STEM = 2
_SHORTEST_PLURAL = 4
_NO_PLURAL = ("ss", "us", "is", "as", "os", "'s")
_SYMBOL = re.compile(r"\.\.\.|[()|?^$]|[^\s()|?^$]+")


class PatternError(ValueError):
    """A pattern that cannot be read; the message says why."""


@dataclass(slots=True, eq=False)
class _Node:
    """A place in the trie: where each word leads, and which phrases end here."""

    edges: dict[str, list["_Node"]] = field(default_factory=dict)
    shared: dict[frozenset[str], "_Node"] = field(default_factory=dict)
    onward: list["_Node"] = field(default_factory=list)
    """Places reached from here without a word."""
    after_gap: "_Node | None" = None
    ends: list[int] = field(default_factory=list)

    def step(self, words: frozenset[str]) -> "_Node":
        """The place that each of these words leads to."""
        node = self.shared.get(words)
        if node is None:
            node = self.shared[words] = _Node()
            for word in words:
                self.edges.setdefault(word, []).append(node)
                if word.endswith(STEM):
                    self.edges.setdefault(STEM, [])
        return node

    def gap(self) -> "_Node":
        """The place behind a row of any words."""
        if self.after_gap is None:
            self.after_gap = _Node()
        return self.after_gap

    def reached(self) -> list["_Node"]:
        """This place and all that are reached from it without a word."""
        places = [self]
        for place in places:  # grows while it is read
            places += [node for node in place.onward if node not in places]
        return places


class PhraseTrie:
    """Numbered patterns, all looked for at once."""

    def __init__(self, groups: Mapping[str, frozenset[str]]) -> None:
        self._groups = groups
        self._root = _Node()
        self._beginnings: dict[str, list[_Node]] = {}

    def add(self, pattern: str, number: int) -> None:
        """Take in a pattern; matches of it bear this number.

        Raises `PatternError` where it cannot be read, or would match nothing.
        """
        if len(pattern) > LONGEST_PATTERN:
            raise PatternError(f"longer than {LONGEST_PATTERN} characters")
        reader = _Reader(_SYMBOL.findall(pattern), self._groups)
        end = reader.phrase(self._root)
        reader.expect_end()
        reached = self._root.reached()
        if end in reached or any(place.after_gap for place in reached):
            raise PatternError("it has to begin with a word that cannot be missing")
        end.ends.append(number)
        self._beginnings.clear()

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """Each match in a sentence as (first word, behind its last word, number).

        A sentence is its words as `spread` gives them. Of matches with one number and one
        beginning, the longest is given.
        """
        begin = self._beginnings or self._begin()
        bounded = (START, *words, END)
        for first, word in enumerate(bounded[:-1]):
            longest: dict[int, int] = {}
            for behind, number in _walk(_led_to(begin, word), bounded, first + 1):
                longest[number] = max(behind, longest.get(number, 0))
            for number, behind in longest.items():
                yield max(first - 1, 0), min(behind - 1, len(words)), number

    def _begin(self) -> dict[str, list[_Node]]:
        """Where each first word leads: asked for every word of a text, so it is laid out once."""
        for place in self._root.reached():
            for word, nodes in place.edges.items():
                self._beginnings.setdefault(word, []).extend(nodes)
        return self._beginnings


def _led_to(edges: Mapping[str, list[_Node]], word: str) -> Sequence[_Node]:
    """The places to which a word leads: a number also leads where any number does, and a word
    with an "s" where the one without it does.
    """
    nodes = edges.get(word, ())
    if STEM in edges:
        stems = (f"{word[:cut]}{STEM}" for cut in range(_SHORTEST_STEM, len(word) + 1))
        nodes = [*nodes, *(node for stem in stems for node in edges.get(stem, ()))]
    if word.isdecimal():
        return [*nodes, *edges.get(NUMBER, ())]
    if word.endswith("s") and len(word) > _SHORTEST_PLURAL and not word.endswith(_NO_PLURAL):
        return [*nodes, *edges.get(word[:-1], ())]
    return nodes


def _walk(begin: Sequence[_Node], words: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Every end of a pattern on the ways from here, with its number; no place is visited twice."""
    waiting = [(node, first) for node in begin]
    seen = set(waiting)
    last = len(words)
    for node, index in waiting:  # grows while it is read
        for number in node.ends:
            yield index, number
        for after in node.onward:
            if (after, index) not in seen:
                seen.add((after, index))
                waiting.append((after, index))
        at = index
        while at < last:
            steps = {(after, at + 1) for after in _led_to(node.edges, words[at])} - seen
            seen |= steps
            waiting += steps
            if words[at] not in FILLERS:
                break
            at += 1
        if node.after_gap is not None:
            reach = min(index + GAP, last - 1)
            places = {(node.after_gap, there) for there in range(index, reach + 1)} - seen
            seen |= places
            waiting += places


class _Reader:
    """Walks a pattern's symbols and the trie together, building what is not there yet."""

    def __init__(self, symbols: Sequence[str], groups: Mapping[str, frozenset[str]]) -> None:
        self._symbols = symbols
        self._groups = groups
        self._at = 0

    def expect_end(self) -> None:
        if self._at < len(self._symbols):
            raise PatternError(f'"{self._symbols[self._at]}" stands where it means nothing')

    def phrase(self, start: _Node) -> _Node:
        """A row of elements, up to a bar, a closing bracket or the end."""
        node = start
        while self._peek() not in {"", "|", ")"}:
            behind = self._element(node)
            if self._peek() == "?":
                self._at += 1
                behind = _join([node, behind])
            node = behind
        return node

    def _element(self, node: _Node) -> _Node:
        symbol = self._next()
        if symbol == "(":
            return self._bracket(node)
        if symbol == "...":
            return node.gap()
        if symbol == "?":
            raise PatternError('"?" has nothing before it')
        for words in self._steps(symbol):
            node = node.step(words)
        return node

    def _bracket(self, start: _Node) -> _Node:
        ends = [self.phrase(start)]
        while self._peek() == "|":
            self._at += 1
            ends.append(self.phrase(start))
        if self._next() != ")":
            raise PatternError("a bracket is not closed")
        return _join(ends)

    def _steps(self, symbol: str) -> list[frozenset[str]]:
        """The words of a symbol, one after the other: a contraction has two."""
        if "/" not in symbol and not symbol.startswith("<") and not symbol.endswith("~"):
            return [frozenset([word]) for word in spread(symbol)]
        words = [word for choice in symbol.split("/") for word in self._choice(choice)]
        return [frozenset(words)]

    def _choice(self, choice: str) -> Iterable[str]:
        if not choice.startswith("<"):
            words = spread(choice.removesuffix("~"))
            if len(words) != 1 or not words[0]:
                raise PatternError(f'"{choice}" is no single word: put phrases in brackets, with |')
            return inflections(words[0]) if choice.endswith("~") else words
        name = choice.strip("<>")
        if name not in self._groups:
            raise PatternError(f'there is no group of words "{name}"')
        return self._groups[name]

    def _peek(self) -> str:
        return self._symbols[self._at] if self._at < len(self._symbols) else ""

    def _next(self) -> str:
        symbol = self._peek()
        self._at += 1
        return symbol


def _join(nodes: Iterable[_Node]) -> _Node:
    """One place that is reached from each of these."""
    joined = _Node()
    for node in nodes:
        node.onward.append(joined)
    return joined
