"""How much of what is wrong in letters the checks find, and what they say of letters that are right.

    python -m benchmarks.checks [details]

Each letter goes the way of `check CASE.json --json`, with no words of a user's own. `details`
lists what was missed and what was said for nothing in the half that the checks were tuned on;
of the other half only the figures are ever shown.
"""

import io
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.letters import Fault, Half, Letter, read_letters
from core import cli
from core.checks.finding import Field, Finding, Level, Span

PAGE = Path(__file__).resolve().parent.parent / "docs" / "checks.md"
TITLES = (
    *("another name than the card's", "another title than the card's", "card not confirmed"),
    *("impersonal greeting", "another application named", "no role, no company"),
    *("unfilled gap", "nothing personal", "a part is missing", "no question about the decision"),
    *("asks for a date already named", "no recent news saved", "unhappy news", "length"),
    *("spelling and grammar", "needless apology", "correction of a name", "desperation"),
    *("ultimatum or guilt", "casual words, emoji, capitals", "exclamation marks", "clichés"),
    *("private matters", "attachment", "wrong channel", "too often or too soon"),
    *("hour of sending", "the situation changed", "referee not told", "notes too alike"),
    "subject",
)
"""Of the checks 1 to 31, in their order."""
HEAD = (
    "| | check | seeded | found | recall | seeded | found | recall | false | false |",
    "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    "| | | *report* | | | *tune* | | | *report* | *tune* |",
)
TEXT = """\
# How well the checks read

This page is made by `make bench` (or `python -m benchmarks.checks`); do not edit it by hand.

`tests/cases/drafts/` holds {letters} letters of people of many trades and countries, {foreign} of them in German, French or
Spanish. {clean} are letters that a careful reader lets pass; several hold traps, such as "medication round" or a quoted
"by end of day". In the others {faults} faults were put on purpose, each check's at least four times, many in words that stand on no list.
What is wrong in a letter was written down from the rules, before the checks were run on it. A dozen letters were corrected after the first
run, as they broke the rules in another way than was meant; one expectation was moved to another check, where it belonged.

- *Found*: a finding of that check touches the fault's words; a fault on no particular words is found when its check speaks.
- *False alarms*: everything said of a letter in which nothing is wrong, mere hints included.
- *Two parts*: letters with an odd number are *tune*, those with an even number *report*. Word lists and rules are improved by what they miss
  in the first part only. Of the second, those who improve the checks see no more than this table; it is the one that counts.

How they were tuned: the letters from number 157 on were written for *tune* alone, batch after batch, each before the checks had read it; so
were some six hundred single sentences, faults and look-alikes, in four languages. What a batch showed was mended by rules that reach further
than its words: verbs in all their forms, groups of words by meaning, filler words skipped, negation and the subject of a sentence, the trade
of the role, the kind of message, and what is neither a question nor the name of a role. Of a batch not seen before, the checks found about half
of the faults in tone when it was new: the language of reproach and of need has no end. So English sentences are read a second time, as a whole,
by an encoder (see `training/`), which learned from some seven thousand sentences, among them those of the *tune* letters; its figures in *tune*
therefore tell nothing of it.

The *report* letters with numbers from 326 on were written last, by others than those who had written the rules and sentences, and mostly for faults
in tone that stand on no list: they are harder than the rest. With the lists alone 182 of all faults of that half were found, with 26 false
alarms; with the first, smaller encoder 191, with 17. The totals of *report* were looked at five times before these letters came, and twelve times since. Once the first four of its expectations were seen by
mistake, and nothing was changed because of them. Four names and one channel were changed in the new letters, so that no name stands twice.

| | report | tune |
| --- | ---: | ---: |
{summary}

{table}

The columns *false* count false alarms. Found beside the seeded faults, in letters with faults, where nobody wrote down everything that
could be said: {also_report} more findings in *report*, {also_tune} in *tune*. They count for nothing above.

What this does not show: the letters are made up, and a real one may go wrong in other ways. Some checks have as few as {few} faults in
a half, so their own recall is a rough figure.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A letter, and what the checks said of it."""

    letter: Letter
    findings: tuple[Finding, ...]

    @property
    def missed(self) -> tuple[Fault, ...]:
        """The seeded faults that no finding names."""
        return tuple(fault for fault in self.letter.faults if not self._named(fault))

    @property
    def unasked(self) -> tuple[Finding, ...]:
        """The findings that name no seeded fault: false alarms, if the letter is faultless."""
        return tuple(
            finding
            for finding in self.findings
            if not any(self.letter.names(fault, finding) for fault in self.letter.faults)
        )

    def _named(self, fault: Fault) -> bool:
        return any(self.letter.names(fault, finding) for finding in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The figures of one half."""

    seeded: Counter[int]
    found: Counter[int]
    alarms: Counter[int]
    also_said: int
    clean_letters: int
    clean_words: int

    @property
    def recall(self) -> float:
        """The part of the seeded faults that were found, 0 to 1."""
        return self.found.total() / self.seeded.total()

    @property
    def alarms_in_thousand_words(self) -> float:
        return self.alarms.total() * 1000 / self.clean_words


def read_all(letters: Iterable[Letter]) -> tuple[Reading, ...]:
    """Every letter with what the command says of it."""
    with tempfile.TemporaryDirectory() as nothing_own:
        return tuple(
            Reading(letter=letter, findings=said_of(letter.path, Path(nothing_own)))
            for letter in letters
        )


def said_of(case: Path, own_folder: Path) -> tuple[Finding, ...]:
    """What `check CASE.json --json` prints, as values. Raises `ValueError` where it refuses."""
    output = io.StringIO()
    with redirect_stdout(output):
        status = cli.run(("--data-dir", str(own_folder), "check", str(case), "--json"))
    if status != 0:
        raise ValueError(f"{case.name} was not checked (status {status}).")
    return tuple(_finding(row) for row in json.loads(output.getvalue())["findings"])


def _finding(row: dict[str, object]) -> Finding:
    span = row["span"]
    return Finding(
        check=int(str(row["check"])),
        level=Level(str(row["level"])),
        field=Field(str(row["field"])),
        span=Span(*span) if isinstance(span, list) else None,
        text=None if row["text"] is None else str(row["text"]),
    )


def score(readings: Iterable[Reading], half: Half) -> Score:
    """Count one half."""
    chosen = [reading for reading in readings if reading.letter.half is half]
    clean = [reading for reading in chosen if not reading.letter.faults]
    faulty = [reading for reading in chosen if reading.letter.faults]
    seeded = Counter(fault.check for reading in faulty for fault in reading.letter.faults)
    missed = Counter(fault.check for reading in faulty for fault in reading.missed)
    return Score(
        seeded=seeded,
        found=seeded - missed,
        alarms=Counter(finding.check for reading in clean for finding in reading.findings),
        also_said=sum(len(reading.unasked) for reading in faulty),
        clean_letters=len(clean),
        clean_words=sum(reading.letter.words for reading in clean),
    )


def page(readings: Sequence[Reading]) -> str:
    """The page that tells the figures."""
    report, tune = score(readings, Half.REPORT), score(readings, Half.TUNE)
    letters = [reading.letter for reading in readings]
    rows = [_row(number, report, tune) for number in range(1, len(TITLES) + 1)]
    return TEXT.format(
        letters=len(letters),
        foreign=sum(letter.draft.language is not None for letter in letters),
        clean=sum(not letter.faults for letter in letters),
        faults=sum(len(letter.faults) for letter in letters),
        summary="\n".join(_summary(report, tune)),
        table="\n".join((*HEAD, *rows)),
        also_report=report.also_said,
        also_tune=tune.also_said,
        few=min(report.seeded.values()),
    )


def _summary(report: Score, tune: Score) -> list[str]:
    halves = (report, tune)
    cells = {
        "faults seeded": [str(half.seeded.total()) for half in halves],
        "faults found": [str(half.found.total()) for half in halves],
        "recall (aim: 95 %)": [
            _percent(half.found.total(), half.seeded.total()) for half in halves
        ],
        "faultless letters": [str(half.clean_letters) for half in halves],
        "their words": [f"{half.clean_words:,}" for half in halves],
        "false alarms": [str(half.alarms.total()) for half in halves],
        "false alarms in 1,000 words (aim: under 1)": [
            f"{half.alarms_in_thousand_words:.2f}" for half in halves
        ],
    }
    return [f"| {name} | {first} | {second} |" for name, (first, second) in cells.items()]


def _row(number: int, report: Score, tune: Score) -> str:
    cells = [str(number), TITLES[number - 1]]
    for half in (report, tune):
        seeded, found = half.seeded[number], half.found[number]
        cells += [str(seeded), str(found), _percent(found, seeded)]
    cells += [str(half.alarms[number]) for half in (report, tune)]
    return f"| {' | '.join(cells)} |"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def details(readings: Iterable[Reading]) -> list[str]:
    """Of the half that is tuned on: what was missed, said for nothing, and also said."""
    lines = []
    for reading in readings:
        letter = reading.letter
        if letter.half is not Half.TUNE:
            continue
        lines += [f"missed      {letter.name}: {one.check} “{one.words}”" for one in reading.missed]
        kind = "also said  " if letter.faults else "false alarm"
        lines += [
            f"{kind} {letter.name}: {one.check} ({one.level}) “{one.text or ''}”"
            for one in reading.unasked
        ]
    return lines


def checks(folder: Path) -> list[Figure]:
    """Read all letters and write the page; the figures are those of the half not tuned on."""
    readings = read_all(read_letters())
    PAGE.write_text(page(readings), encoding="utf-8")
    report = score(readings, Half.REPORT)
    missed = Figure(
        name="seeded faults that the checks miss",
        value=100 * (1 - report.recall),
        unit="%",
        most=5,
        digits=1,
    )
    alarms = Figure(
        name="false alarms in 1,000 words",
        value=report.alarms_in_thousand_words,
        unit="",
        most=1,
        digits=2,
    )
    return [missed, alarms]


def main() -> int:
    """Write the page and print it, or print the details of the half that is tuned on."""
    readings = read_all(read_letters())
    if sys.argv[1:] == ["details"]:
        print("\n".join(details(readings)))
        return 0
    PAGE.write_text(page(readings), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
