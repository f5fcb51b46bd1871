"""The word lists as data: what `resources/wordlists/*.toml` and a user's own file say, checked.

A list holds phrases in the language of `core.checks.patterns`. A plain phrase is always a fault; a
phrase in a table of its own says when it is none, and what may stand in its place:

    [[special]]
    find = ["urgent/urgently"]
    unless = ["urgent care"]     innocent where one of these overlaps it
    beside = ["patient/ward"]    innocent where one of these stands in the same sentence
    with = ["if/unless"]         a fault only where one of these stands in the same sentence
    who = "me"                   a fault only where the writer speaks of himself or herself
    trade = ["chaplain", "law"]  innocent where a word of the role or the employer begins so
    kinds = ["M14", "M16"]       innocent in messages of these kinds
    negation = "ignored"         a fault even behind "not"
    instead = "soon"             a calmer wording
    language = "fr"              phrases of another language than English
"""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from core.checks.inflections import inflections
from core.checks.patterns import PatternError, PhraseTrie


class ListName(StrEnum):
    """The lists of phrases, the gravest first: of two that overlap, the first one speaks."""

    DEADLINE = "deadline"
    GUILT = "guilt"
    BEGGING = "begging"
    HARDSHIP = "hardship"
    APOLOGY = "apology"
    PRIVATE = "private"
    CASUAL = "casual"
    MINIMISER = "minimiser"
    SUPERLATIVE = "superlative"
    CLICHE = "cliche"
    GRAMMAR = "grammar"


class WordName(StrEnum):
    """The lists of words that are looked up as they stand."""

    ACRONYMS = "acronyms"
    SHOUTED = "shouted"
    TRADES = "trades"
    FLOOR = "floor"


class WordlistError(ValueError):
    """A word list cannot be used; the message names the file, the place and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is known of a group of phrases."""

    list: ListName
    find: tuple[str, ...]
    unless: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    along: tuple[str, ...] = ()
    """A fault only where one of these stands in the same sentence; none: anywhere."""
    of_me: bool = False
    """A fault only where the writer is the one spoken of."""
    trade: frozenset[str] = frozenset()
    """Innocent where a word of the role or of the employer begins with one of these."""
    kinds: frozenset[str] = frozenset()
    """Innocent in messages of these kinds."""
    negatable: bool = True
    """Innocent behind a negation."""
    instead: str | None = None
    """A calmer wording; empty: the phrase can simply go. None: the sentence has to go."""
    language: str = "en"
    own: bool = False
    """Added by the user: always meant."""


class Role(StrEnum):
    """What a pattern says of its entry."""

    FIND = "find"
    UNLESS = "unless"
    BESIDE = "beside"
    WITH = "with"


@dataclass(frozen=True, eq=False)
class Wordlists:
    """All lists, ready to be looked for. Compared by identity, so that hits can be remembered."""

    entries: tuple[Entry, ...]
    trie: PhraseTrie
    meanings: tuple[tuple[tuple[int, ...], Role], ...]
    """For each number in the trie: the entries of which it speaks, and what it says of them."""
    words: Mapping[WordName, frozenset[str]] = field(default_factory=dict)


_LIST_KEYS = frozenset(["phrases", "unless", "beside", "negation", "special"])
_ENTRY_KEYS = frozenset(
    [
        *("find", "unless", "beside", "with", "who", "trade", "kinds", "negation", "instead"),
        "language",
    ]
)
_NEGATION = frozenset(["excuses", "ignored"])


def read_wordlists(
    standard: Mapping[str, Mapping[str, object]],
    own: Mapping[str, object] | None = None,
    own_name: str = "wordlists.toml",
) -> Wordlists:
    """All lists from the files' names (without suffix) and contents, with the user's own added.

    The user's file has a table for each list that it adds to: `[casual]` with `phrases`, `unless`
    and `special`, `[acronyms]` with `words`. Raises `WordlistError`.
    """
    builder = _Builder(_groups(standard.get("groups", {})))
    for name, content in standard.items():
        if name != "groups":
            builder.take(name, content, f"{name}.toml", "")
    for name, table in (own or {}).items():
        builder.take(name, _table(table, f"{own_name}, {name}"), own_name, name)
    return builder.lists()


class _Builder:
    """Collects entries and their patterns."""

    def __init__(self, groups: Mapping[str, frozenset[str]]) -> None:
        self._trie = PhraseTrie(groups)
        self._entries: list[Entry] = []
        self._excuses: dict[ListName, list[tuple[str, Role]]] = {}
        self._meanings: list[tuple[tuple[int, ...], Role]] = []
        self._words: dict[WordName, frozenset[str]] = {}
        self._own = False

    def take(self, name: str, content: Mapping[str, object], file: str, place: str) -> None:
        """Read one list, or one table of the user's file."""
        self._own = bool(place)
        where = f"{file}, {place}" if place else file
        if name in set(WordName):
            check_keys(content, {"words"}, where)
            words = frozenset(text_list(content, "words", where))
            self._words[WordName(name)] = self._words.get(WordName(name), frozenset()) | words
        elif name in set(ListName):
            self._take_phrases(ListName(name), content, where)
        else:
            raise WordlistError(f"{where}: {unknown(name, [*ListName, *WordName])}")

    def lists(self) -> Wordlists:
        """Everything taken so far, the excuses of a whole list joined to each of its entries."""
        for name, excuses in self._excuses.items():
            numbers = tuple(n for n, entry in enumerate(self._entries) if entry.list is name)
            for excuse, role in excuses:
                self._add(excuse, numbers, role, f"{name}, {role}")
        return Wordlists(
            entries=tuple(self._entries),
            trie=self._trie,
            meanings=tuple(self._meanings),
            words=self._words,
        )

    def _take_phrases(self, name: ListName, content: Mapping[str, object], where: str) -> None:
        check_keys(content, _LIST_KEYS, where)
        negatable = _negatable(content, where, default=True)
        for role in (Role.UNLESS, Role.BESIDE):
            excuses = [(excuse, role) for excuse in text_list(content, role, where)]
            self._excuses.setdefault(name, []).extend(excuses)
        plain = text_list(content, "phrases", where)
        if plain:
            self._enter(Entry(list=name, find=plain, negatable=negatable), f"{where}, phrases")
        for index, row in enumerate(_rows(content.get("special", []), f"{where}, special")):
            place = f"{where}, special[{index}]"
            self._enter(_entry(name, row, place, negatable), place)

    def _enter(self, entry: Entry, place: str) -> None:
        number = len(self._entries)
        self._entries.append(replace(entry, own=self._own))
        for role, patterns in (
            (Role.FIND, entry.find),
            (Role.UNLESS, entry.unless),
            (Role.BESIDE, entry.beside),
            (Role.WITH, entry.along),
        ):
            for pattern in patterns:
                self._add(pattern, (number,), role, place)

    def _add(self, pattern: str, entries: tuple[int, ...], role: Role, place: str) -> None:
        try:
            self._trie.add(pattern, len(self._meanings))
        except PatternError as error:
            raise WordlistError(f'{place}: "{pattern}" cannot be read: {error}.') from error
        self._meanings.append((entries, role))


def _entry(name: ListName, row: Mapping[str, object], place: str, negatable: bool) -> Entry:
    check_keys(row, _ENTRY_KEYS, place)
    find = text_list(row, "find", place)
    if not find:
        raise WordlistError(f'{place}: "find" is missing: the phrases to look for.')
    who = row.get("who")
    if who not in {None, "me"}:
        raise WordlistError(f'{place}: who can only be "me".')
    return Entry(
        list=name,
        find=find,
        unless=text_list(row, "unless", place),
        beside=text_list(row, "beside", place),
        along=text_list(row, "with", place),
        of_me=who == "me",
        trade=frozenset(word.casefold() for word in text_list(row, "trade", place)),
        kinds=frozenset(text_list(row, "kinds", place)),
        negatable=_negatable(row, place, default=negatable),
        instead=_text(row, "instead", place),
        language=_text(row, "language", place) or "en",
    )


def _text(table: Mapping[str, object], key: str, place: str) -> str | None:
    value = table.get(key)
    if value is not None and not isinstance(value, str):
        raise WordlistError(f"{place}: {key} is a text in quotation marks.")
    return value


def _negatable(table: Mapping[str, object], place: str, *, default: bool) -> bool:
    said = table.get("negation")
    if said is None:
        return default
    if said not in _NEGATION:
        raise WordlistError(f'{place}: negation is "excuses" or "ignored".')
    return said == "excuses"


def _groups(content: Mapping[str, object]) -> dict[str, frozenset[str]]:
    return {name: _members(text_list(content, name, "groups.toml")) for name in content}


def _members(words: Iterable[str]) -> frozenset[str]:
    """The words of a group; a verb that ends in "~" stands for all its forms."""
    forms = (inflections(w.removesuffix("~")) if w.endswith("~") else {w} for w in words)
    return frozenset().union(*forms)


def check_keys(table: Mapping[str, object], known: Iterable[str], place: str) -> None:
    """Raise `WordlistError` for a key that means nothing, naming the nearest that does."""
    for key in table:
        if key not in set(known):
            raise WordlistError(f"{place}: {unknown(key, known)}")


def unknown(word: str, known: Iterable[str]) -> str:
    """The sentence for a word that is none of the known ones."""
    known = sorted(str(name) for name in known)
    near = difflib.get_close_matches(word, known, n=1)
    hint = f' Did you mean "{near[0]}"?' if near else f" Known: {', '.join(known)}."
    return f'"{word}" means nothing here.{hint}'


def text_list(table: Mapping[str, object], key: str, place: str) -> tuple[str, ...]:
    """A list of texts, or nothing where the key is missing."""
    rows = table.get(key, [])
    if not isinstance(rows, list):
        raise WordlistError(f"{place}: {key} is a list: put it into square brackets.")
    texts = [row for row in rows if isinstance(row, str) and row.strip()]
    if len(texts) != len(rows):
        raise WordlistError(f"{place}: every row of {key} is a text in quotation marks.")
    return tuple(texts)


def _rows(value: object, place: str) -> list[Mapping[str, object]]:
    if not isinstance(value, list):
        raise WordlistError(f"{place}: a list of tables, each headed by double square brackets.")
    return [_table(row, place) for row in value]


def _table(value: object, place: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise WordlistError(f"{place}: a table is expected here.")
    return value
