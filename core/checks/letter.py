"""A draft, parsed once: what all families of checks read.

Places are Unicode code points in the body. Parsing is linear in the body's length, and
paragraphs that did not change since the last time are not parsed again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from core.checks.finding import Span
from core.checks.greetings import find_closing, find_salutation
from core.checks.text import Paragraph, Sentence, Word, paragraph
from core.drafting.values import Draft, Situation
from core.meaning.heard import NOTHING, Heard

_ANSWER_HEADER = re.compile(
    r"^[ \t]*(?:-{3,} ?original message|on .{5,200} wrote:[ \t]*$|am .{5,200} schrieb .{2,200}:[ \t]*$"
    r"|le .{5,200} a écrit ?:[ \t]*$|el .{5,200} escribió:[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class Letter:
    """A draft as its reader sees it: salutation, paragraphs, closing, and an answered message."""

    draft: Draft
    salutation: Paragraph | None
    """ "Dear Dr. Weber," in any language, with its comma; None where there is none."""
    paragraphs: tuple[Paragraph, ...]
    """What stands between salutation and closing."""
    closing: Paragraph | None
    """ "Kind regards," and the signature."""
    answered: Paragraph | None = None
    """The message that this one answers, quoted below it."""
    heard: Heard = NOTHING
    """What a reader of whole sentences makes of them, as far as it has read."""

    @property
    def body(self) -> str:
        """The draft's body as it is."""
        return self.draft.body

    @cached_property
    def own_paragraphs(self) -> tuple[Paragraph, ...]:
        """Everything that the writer wrote: salutation, paragraphs and closing, in order."""
        parts = (self.salutation, *self.paragraphs, self.closing)
        return tuple(part for part in parts if part is not None)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words between salutation and closing, in order."""
        return tuple(word for part in self.paragraphs for word in part.words)

    @cached_property
    def own_words(self) -> tuple[Word, ...]:
        """The words of salutation, paragraphs and closing, in order."""
        return tuple(word for part in self.own_paragraphs for word in part.words)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences between salutation and closing, in order."""
        return tuple(sentence for part in self.paragraphs for sentence in part.sentences)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """What the letter quotes, in order: others' words, for which nobody is blamed."""
        quoted = tuple(span for part in self.own_paragraphs for span in part.quotations)
        return (*quoted, self.answered.span) if self.answered else quoted

    @cached_property
    def folded(self) -> str:
        """The text between salutation and closing for searching: small letters, single blanks."""
        stretch = " ".join(part.text for part in self.paragraphs)
        return " ".join(stretch.casefold().replace("’", "'").split())

    @cached_property
    def word_count(self) -> int:
        """How many words a person would count; salutation, signature and quoted lines aside."""
        return sum(part.word_count for part in self.paragraphs)

    def quotes(self, start: int, end: int) -> bool:
        """Whether a place lies within quoted words."""
        return any(span.start <= start and end <= span.end for span in self.quotations)

    def text(self, span: Span) -> str:
        """What a span of the body covers."""
        return self.body[span.start : span.end]


def read_letter(draft: Draft, situation: Situation, heard: Heard = NOTHING) -> Letter:
    """Parse a draft. Who signs it is known from the situation."""
    body = draft.body
    end = _start_of_answered(body)
    salutation = find_salutation(body[:end])
    begin = salutation.end if salutation else 0
    closing = find_closing(body[:end], begin, situation.me.name, situation.me.signature)
    stop = closing.start if closing else end
    return Letter(
        draft=draft,
        salutation=_part(body, salutation.start, salutation.end) if salutation else None,
        paragraphs=tuple(_paragraphs(body, begin, stop)),
        closing=_part(body, closing.start, closing.end) if closing else None,
        answered=_part(body, end, len(body)) if end < len(body) else None,
        heard=heard,
    )


def _part(body: str, start: int, end: int) -> Paragraph:
    return paragraph(body[start:end], start)


def _paragraphs(body: str, start: int, stop: int) -> Iterator[Paragraph]:
    """The stretches between blank lines."""
    at = line = start
    while line < stop:
        end = body.find("\n", line, stop)
        end = stop if end < 0 else end
        if body[line:end].isspace() or line == end:
            yield from _filled(body, at, line)
            at = end + 1
        line = end + 1
    yield from _filled(body, at, stop)


def _filled(body: str, start: int, stop: int) -> Iterator[Paragraph]:
    stretch = body[start:stop]
    if stretch.strip():
        first = start + len(stretch) - len(stretch.lstrip())
        yield _part(body, first, start + len(stretch.rstrip()))


def _start_of_answered(body: str) -> int:
    """Where the quoted message below begins: from there on nothing is the writer's own."""
    headed = _ANSWER_HEADER.search(body)
    start = headed.start() if headed else len(body)
    while start > 0:
        line = body.rfind("\n", 0, start - 1) + 1
        if body[line:start].strip() and not body[line:start].lstrip().startswith(">"):
            break
        start = line
    quoted = body[start:].strip()
    return start if quoted else len(body)
