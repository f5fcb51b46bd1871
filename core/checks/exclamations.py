"""Check 21: one exclamation mark at most."""

import re
from collections.abc import Iterator

from core.checks.finding import Edit, Field, Finding, Fix, Level, Span
from core.checks.letter import Letter
from core.checks.text import quotations
from core.checks.tone import names_of
from core.drafting.values import Situation

_MARKS = re.compile("[!！‼❗❕]")
_RUN = re.compile(r"[!?！]*[!！][!?！]*|[‼❗❕]")
_CALM = 1
_LOUD = 3


def exclamations(letter: Letter, situation: Situation) -> list[tuple[Field, Span]]:
    """Every mark of the writer's own: quotations, and names such as "Yahoo!", are not counted."""
    subject = letter.draft.subject
    quoted = quotations(subject)
    found = [
        (Field.SUBJECT, Span(mark.start(), mark.end()))
        for mark in _MARKS.finditer(subject)
        if not any(q.start <= mark.start() < q.end for q in quoted)
    ]
    for part in letter.own_paragraphs:
        for mark in _MARKS.finditer(part.text):
            start = part.start + mark.start()
            if not letter.quotes(start, start + 1):
                found.append((Field.BODY, Span(start, start + 1)))
    named = tuple(name for name in names_of(situation) if "!" in name)
    return [place for place in found if not _in_name(letter, place, named)]


def check_exclamations(letter: Letter, situation: Situation) -> Iterator[Finding]:
    """One finding for all marks but the first, with one fix that calms them all."""
    marks = exclamations(letter, situation)
    if len(marks) <= _CALM:
        return
    runs = _runs(letter, marks)
    doubled = any(span.end - span.start > 1 for _, span in runs)
    level = Level.MUST if doubled or len(marks) >= _LOUD else Level.SHOULD
    field, span = next((run for run in runs if run[1].end - run[1].start > 1), runs[-1])
    yield Finding(
        check=21,
        level=level,
        field=field,
        span=span,
        text=_text(letter, field)[span.start : span.end],
        variant="doubled" if doubled else "many",
        arguments=(("count", str(len(marks))),),
        fixes=(_calmed(letter, runs),),
    )


def _runs(letter: Letter, marks: list[tuple[Field, Span]]) -> list[tuple[Field, Span]]:
    """The marks, those that stand together as one place."""
    runs: list[tuple[Field, Span]] = []
    for field, mark in marks:
        if runs and runs[-1][0] is field and mark.start < runs[-1][1].end:
            continue
        run = _RUN.match(_text(letter, field), mark.start)
        runs.append((field, Span(mark.start, run.end() if run else mark.end)))
    return runs


def _calmed(letter: Letter, runs: list[tuple[Field, Span]]) -> Fix:
    """The first mark stays, alone; every other becomes a full stop, or the question mark in it."""
    edits: list[Edit] = []
    for number, (field, span) in enumerate(runs):
        text = _text(letter, field)[span.start : span.end]
        mark = "?" if "?" in text else "!" if number == 0 else "."
        if text != mark:
            edits.append(Edit(field=field, span=span, text=mark))
    return Fix(text=edits[0].text if len(edits) == 1 else "", edits=tuple(edits))


def _in_name(letter: Letter, place: tuple[Field, Span], names: tuple[str, ...]) -> bool:
    field, span = place
    text = _text(letter, field)
    return any(text[: span.end].endswith(name[: name.index("!") + 1]) for name in names)


def _text(letter: Letter, field: Field) -> str:
    return letter.draft.subject if field is Field.SUBJECT else letter.body
