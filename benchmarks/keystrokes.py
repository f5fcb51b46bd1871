"""The whole check of a letter after each key, grammar included, beside the bare grammar library.

And, in the real window, how long typing at ten keys a second ever keeps a frame waiting.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

import harper

from benchmarks.figures import Figure
from benchmarks.letters import read_letters
from benchmarks.processes import TYPING, started
from core.commands.check import situation_of
from core.drafting.values import Draft
from gui.compose.examiner import DraftExaminer

WORDS = 300
TYPED = (
    " It was good to hear how the night shift hands over to the day, and what you would change"
    " about it first. I kept thinking of it on the way home."
)
FRAME_MS = 16


def keystrokes(data: Path) -> list[Figure]:
    """What one key costs: ours with everything, and harper alone on the same text."""
    base = _letter_of(WORDS)
    drafts = list(_typing(base))
    with closing(DraftExaminer(data / "no playbook of one's own")) as examiner:
        sentence = _until_read(examiner, base, drafts[TYPED.index(".")])
        ours = _percentile(_ours(examiner), drafts)
    bare = _percentile(_bare(), drafts)
    return [
        Figure(
            name=f"a key in a {WORDS}-word letter, 95 in 100 below",
            value=ours,
            bare=bare,
            unit="ms",
            most=FRAME_MS,
            digits=1,
        ),
        Figure(
            name="a new sentence, until it was read as a whole",
            value=sentence,
            unit="ms",
            most=500,
        ),
        Figure(
            name="longest silence while typing at 10 keys a second",
            value=_typing_gap(data),
            unit="ms",
            most=50,
        ),
    ]


def _letter_of(words: int) -> Draft:
    """Paragraphs of faultless letters of the corpus, until there are enough words."""
    letters = [
        one for one in read_letters() if not one.faults and one.draft.language in (None, "en")
    ]
    paragraphs: list[str] = []
    for letter in letters:
        paragraphs += letter.draft.body.split("\n\n")[1:-1]
        if sum(len(each.split()) for each in paragraphs) >= words:
            break
    body = "\n\n".join(("Dear Dr. van der Berg,", *paragraphs, "Kind regards,\nSam Lee"))
    return replace(letters[0].draft, kind="M1", language="en", body=body)


def _typing(base: Draft) -> Iterator[Draft]:
    """One more letter each time, in the middle of the text."""
    middle = base.body.index("\n\n", len(base.body) // 2)
    for end in range(1, len(TYPED) + 1):
        yield replace(base, body=base.body[:middle] + TYPED[:end] + base.body[middle:])


def _ours(examiner: DraftExaminer) -> Callable[[Draft], object]:
    """Until the first answer: all checks, grammar included, with what sentences were read before."""
    situation = situation_of(read_letters()[0].file)

    def read(draft: Draft) -> object:
        return next(examiner.reports(draft, situation))

    return read


def _until_read(examiner: DraftExaminer, base: Draft, ended: Draft) -> float:
    """Milliseconds from the key that ends a sentence to the last answer, when the rest was read."""
    situation = situation_of(read_letters()[0].file)
    for _ in examiner.reports(base, situation):
        pass
    begun = time.perf_counter()
    for _ in examiner.reports(ended, situation):
        pass
    return (time.perf_counter() - begun) * 1000


def _bare() -> Callable[[Draft], object]:
    linter = harper.Linter(harper.Dialect.BRITISH)

    def read(draft: Draft) -> object:
        return linter.lint(draft.body)

    return read


def _percentile(read: Callable[[Draft], object], drafts: list[Draft]) -> float:
    """The 95th percentile in milliseconds; the first texts only warm what is read."""
    read(drafts[0])
    taken = []
    for draft in drafts:
        begun = time.perf_counter()
        read(draft)
        taken.append((time.perf_counter() - begun) * 1000)
    return quantiles(taken, n=20)[-1]


def _typing_gap(data: Path) -> float:
    with started((*TYPING, str(data))) as program:
        return program.marked("gap")
