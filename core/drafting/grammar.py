"""The grammar of templates: `{{path}}`, and `{{#path}}…{{/path}}`, which is left out where empty.

Nothing else exists: no expression, no loop, no attribute. Reading and filling take linear time,
and what is filled in is plain text that is never read again.
"""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.refusal import Refusal

LONGEST_TEMPLATE = 20_000
"""Characters of one template."""
LONGEST_OUTPUT = 100_000
"""Characters of one filled template."""
DEEPEST = 4
"""Sections within sections."""

_LONGEST_TAG = 60
_NAME = re.compile(r"[a-z]+(\.[a-z]+)*")
_SOFT_BREAK = re.compile(r"\n(?!- )")
"""A line end within a paragraph is a space, but before a line of a list."""


class TemplateError(Refusal):
    """A template that cannot be used. `line` counts from 1; the sentence names it."""

    def __init__(self, what: str, line: int, source: str = "") -> None:
        place = f"{source}, line {line}" if source else f"Line {line}"
        super().__init__(f"{place}: {what}")
        self.what = what
        self.line = line


@dataclass(frozen=True, slots=True)
class Words:
    """Text that stands as it is."""

    text: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A place for a value; without one, a gap."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """What is said only where the value of `path` is known."""

    path: str
    parts: tuple["Node", ...]


Node = Words | Blank | Section
Template = tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A filled template, and the paths for which there was no value."""

    text: str
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The paths that a template may use."""

    blanks: Mapping[str, str]
    """Paths of values, with the words that stand in the gap where one is not known."""
    flags: frozenset[str]
    """Paths that are only true or not: they open sections."""


@dataclass(frozen=True, slots=True)
class _Tag:
    mark: str
    path: str
    line: int


def parse(text: str, vocabulary: Vocabulary, first_line: int = 1) -> Template:
    """Read a template. `first_line` is the number of its first line in its file.

    Raises `TemplateError` for all that is not in the grammar or in the vocabulary.
    """
    if len(text) > LONGEST_TEMPLATE:
        raise TemplateError(f"longer than {LONGEST_TEMPLATE:,} characters. Shorten it.", first_line)
    opened: list[_Tag] = []
    levels: list[list[Node]] = [[]]
    for piece in _pieces(text, first_line):
        if isinstance(piece, Words):
            levels[-1].append(piece)
        elif piece.mark == "#":
            if piece.path not in vocabulary.flags:
                _check(piece, vocabulary.blanks)
            _open(piece, opened, levels)
        elif piece.mark == "/":
            _close(piece, opened, levels)
        else:
            _check(piece, vocabulary.blanks)
            levels[-1].append(Blank(piece.path, piece.line))
    if opened:
        last = opened[-1]
        what = f"the section {{{{#{last.path}}}}} is not closed. End it with {{{{/{last.path}}}}}"
        raise TemplateError(f"{what} in the same paragraph.", last.line)
    return tuple(levels[0])


def render(template: Template, values: Mapping[str, str], gaps: Mapping[str, str]) -> Rendered:
    """Fill a template. A value that is missing or empty leaves its gap in square brackets.

    Raises `TemplateError` where the result would be too long.
    """
    pieces: list[str] = []
    missing: list[str] = []
    length = 0
    for node in _spoken(template, values):
        if isinstance(node, Words):
            piece = node.text
        else:
            piece = values.get(node.path, "")
            if not piece:
                piece = f"[{gaps[node.path]}]"
                missing.append(node.path)
        length += len(piece)
        if length > LONGEST_OUTPUT:
            line = node.line if isinstance(node, Blank) else 1
            raise TemplateError(
                f"what comes out is longer than {LONGEST_OUTPUT:,} characters. Name fewer values.",
                line,
            )
        pieces.append(piece)
    return Rendered(_tidy("".join(pieces)), tuple(dict.fromkeys(missing)))


def _spoken(template: Template, values: Mapping[str, str]) -> Iterator[Words | Blank]:
    """What is left once the sections without a value are gone; depth is bounded by `DEEPEST`."""
    for node in template:
        if not isinstance(node, Section):
            yield node
        elif values.get(node.path):
            yield from _spoken(node.parts, values)


def _tidy(text: str) -> str:
    """One space where a section that was left out stood between two."""
    lines = (re.sub(r"[ \t]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(lines).strip()


def _pieces(text: str, line: int) -> Iterator[Words | _Tag]:
    at = 0
    while (start := text.find("{{", at)) >= 0:
        words = text[at:start]
        _refuse_stray(words, line)
        line += words.count("\n")
        if words:
            yield Words(_SOFT_BREAK.sub(" ", words))
        end = text.find("}}", start, start + _LONGEST_TAG)
        tag = text[start + 2 : end] if end >= 0 else ""
        if end < 0 or "\n" in tag:
            raise TemplateError("a “{{” without its “}}” on the same line. Add it.", line)
        yield _tag(tag.strip(), line)
        at = end + 2
    _refuse_stray(text[at:], line)
    if text[at:]:
        yield Words(_SOFT_BREAK.sub(" ", text[at:]))


def _refuse_stray(words: str, line: int) -> None:
    stray = words.find("}}")
    if stray >= 0:
        at = line + words.count("\n", 0, stray)
        raise TemplateError("a “}}” without its “{{”. Add it, or take it out.", at)


def _tag(text: str, line: int) -> _Tag:
    mark = text[:1] if text[:1] in {"#", "/"} else ""
    path = text[len(mark) :].strip()
    if not _NAME.fullmatch(path):
        what = (
            f"“{{{{{text}}}}}” is nothing that a template can say. A name such as {{{{role}}}} is."
        )
        raise TemplateError(what, line)
    return _Tag(mark, path, line)


def _check(tag: _Tag, known: Mapping[str, str]) -> None:
    if tag.path in known:
        return
    near = difflib.get_close_matches(tag.path, known, n=1, cutoff=0.5)
    hint = f"Did you mean “{near[0]}”?" if near else f"Known are {', '.join(sorted(known))}."
    raise TemplateError(f"“{tag.path}” is not known here. {hint}", tag.line)


def _open(tag: _Tag, opened: list[_Tag], levels: list[list[Node]]) -> None:
    if len(opened) == DEEPEST:
        raise TemplateError(f"more than {DEEPEST} sections within each other.", tag.line)
    opened.append(tag)
    levels.append([])


def _close(tag: _Tag, opened: list[_Tag], levels: list[list[Node]]) -> None:
    if not opened or opened[-1].path != tag.path:
        what = f"{{{{/{tag.path}}}}} closes no section that is open here."
        remedy = f" Close {{{{#{opened[-1].path}}}}} first." if opened else " Take it out."
        raise TemplateError(what + remedy, tag.line)
    parts = tuple(levels.pop())
    levels[-1].append(Section(opened.pop().path, parts))
