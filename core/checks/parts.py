"""The parts that a message must have, and the words by which each is recognised.

The phrases are data (`resources/wordlists/parts.toml`), in the small language of
`core.checks.patterns`, and all of them are looked for at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from core.checks.contractions import spread
from core.checks.finding import Span
from core.checks.letter import Letter
from core.checks.lists import WordlistError, check_keys, text_list, unknown
from core.checks.patterns import PatternError, PhraseTrie
from core.checks.text import words
from core.drafting.kinds import KINDS

LANGUAGES = frozenset({"en", "de", "fr", "es"})

HELPERS = frozenset({"decision", "file", "no file", "references", "talk", "topic"})
"""Groups of phrases that are no parts themselves, but by which checks are made."""

COMPUTED = frozenset(
    [
        *("role", "employer", "date", "when", "question", "topic", "file", "correct name"),
        *("apology", "exact date", "reply by", "start", "time"),
    ]
)
"""Parts that are found by other means than by words."""

PLAUSIBLE = 0.4
"""From this probability on a sentence may be a part that its words do not show: then its absence
is not told.
"""
ABSENT = 0.03
"""Below this probability no sentence is that part, whatever words of it stand there."""
_HEARD_AS = {"strength": "value"}
"""Parts that a reader does not tell apart."""
_WORDS = frozenset({"tools", "everyday", "unhappy", "bad_news"})
_LONGEST_REMEMBERED = 1_000
"""Characters; longer sentences are no one's."""


@dataclass(frozen=True, eq=False)
class Parts:
    """All phrases, ready to be looked for. Compared by identity, so that finds can be remembered."""

    trie: PhraseTrie
    meanings: tuple[str, ...]
    """For each number in the trie: the part that its phrase shows."""
    languages: Mapping[str, frozenset[str]]
    """For each part: the languages in which its words are known."""
    tools: frozenset[str]
    """Names of programs, which are also companies'."""
    everyday: frozenset[str]
    """Companies' names that are everyday words."""
    unhappy: frozenset[str]
    """Words of news that nobody likes to be reminded of."""
    bad_news: frozenset[str]
    """Those of them that mean little else."""

    def tells(self, part: str, language: str) -> bool:
        """Whether the absence of a part can be told in a language."""
        return language in self.languages.get(part, frozenset())


def read_parts(content: Mapping[str, object], file: str = "parts.toml") -> Parts:
    """All parts from the content of their file. Raises `WordlistError` with the place."""
    check_keys(content, {"groups", "parts", "words"}, file)
    trie, meanings = PhraseTrie(_groups(content, file)), list[str]()
    languages: dict[str, frozenset[str]] = {}
    for name, table in _table(content.get("parts", {}), f"{file}, parts").items():
        place = f"{file}, parts.{name}"
        if name not in _known_parts():
            raise WordlistError(f"{place}: {unknown(name, _known_parts())}")
        phrases = _table(table, place)
        check_keys(phrases, LANGUAGES, place)
        languages[name] = frozenset(phrases)
        for language in phrases:
            for pattern in text_list(phrases, language, f"{place}.{language}"):
                _add(trie, pattern, len(meanings), f"{place}.{language}")
                meanings.append(name)
    lists = _table(content.get("words", {}), f"{file}, words")
    check_keys(lists, _WORDS, f"{file}, words")
    bad_news = frozenset(text_list(lists, "bad_news", f"{file}, words"))
    return Parts(
        trie=trie,
        meanings=tuple(meanings),
        languages=languages,
        tools=frozenset(text_list(lists, "tools", f"{file}, words")),
        everyday=frozenset(text_list(lists, "everyday", f"{file}, words")),
        unhappy=frozenset(text_list(lists, "unhappy", f"{file}, words")) | bad_news,
        bad_news=bad_news,
    )


def parts_of(letter: Letter, parts: Parts) -> frozenset[str]:
    """The names of all parts whose words stand in the letter."""
    said = (sentence.text for sentence in letter.sentences)
    return frozenset(name for text in said for name, _ in shown(parts, text))


def is_heard(part: str, letter: Letter) -> bool:
    """Whether a reader of whole sentences found a part in one of the letter's, in any words."""
    return any(says(part, letter, sentence.text, PLAUSIBLE) for sentence in letter.sentences)


def is_surely_absent(part: str, letter: Letter) -> bool:
    """Whether a reader of whole sentences read all of them, and none can be that part."""
    marks = [letter.heard.of(sentence.text) for sentence in letter.sentences]
    name = _HEARD_AS.get(part, part)
    return bool(marks) and all(one is not None and one.parts.get(name, 1) < ABSENT for one in marks)


def says(part: str, letter: Letter, sentence: str, least: float) -> bool:
    """Whether a sentence of the letter, as a whole, is that part with a probability."""
    marks = letter.heard.of(sentence)
    return marks is not None and marks.parts.get(_HEARD_AS.get(part, part), 0) >= least


def shown(parts: Parts, sentence: str) -> tuple[tuple[str, Span], ...]:
    """Each part whose words stand in a sentence, with their place in it."""
    if len(sentence) > _LONGEST_REMEMBERED:
        return tuple(_find(parts, sentence))
    return _remembered(parts, sentence)


@lru_cache(maxsize=512)
def _remembered(parts: Parts, sentence: str) -> tuple[tuple[str, Span], ...]:
    return tuple(_find(parts, sentence))


def _find(parts: Parts, sentence: str) -> Iterator[tuple[str, Span]]:
    spoken = [(part, word) for word in words(sentence) for part in spread(word.text)]
    for first, behind, number in parts.trie.matches([part for part, _ in spoken]):
        last = max(behind - 1, first)
        if last < len(spoken):
            yield parts.meanings[number], Span(spoken[first][1].start, spoken[last][1].end)


def _known_parts() -> frozenset[str]:
    of_kinds = {part for kind in KINDS.values() for part in kind.must_have}
    return (frozenset(of_kinds) - COMPUTED) | HELPERS


def _groups(content: Mapping[str, object], file: str) -> dict[str, frozenset[str]]:
    place = f"{file}, groups"
    table = _table(content.get("groups", {}), place)
    return {name: frozenset(text_list(table, name, place)) for name in table}


def _add(trie: PhraseTrie, pattern: str, number: int, place: str) -> None:
    try:
        trie.add(pattern, number)
    except PatternError as error:
        raise WordlistError(f'{place}: "{pattern}" cannot be read: {error}.') from error


def _table(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise WordlistError(f"{place}: a table is expected here.")
    return value
