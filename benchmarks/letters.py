"""The letters that the checks are measured on, and what a careful reader says of each.

`tests/cases/drafts/` holds them: a case file each, and `expected.toml` for all.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.checks.finding import Field, Finding, Span
from core.drafting.values import Draft
from core.exchange.cases import CaseFile, read_case

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "cases" / "drafts"


class Split(StrEnum):
    """What a letter is for."""

    TUNE = "tune"
    """To improve word lists and rules by, and for the encoder to learn from."""
    VALIDATION = "validation"
    """To choose limits by; the encoder does not learn from these letters."""
    REPORT = "report"
    """To tell how good the checks are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault that was put in on purpose."""

    check: int
    words: str
    """Exactly as they stand in the letter; empty for a fault on no particular words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter with its situation. Without faults it is one that a careful reader lets pass."""

    name: str
    split: Split
    faults: tuple[Fault, ...]
    path: Path
    file: CaseFile
    draft: Draft

    @property
    def words(self) -> int:
        """The words of the body, salutation and signature with them."""
        return len(self.draft.body.split())

    def texts(self, field: Field) -> tuple[str, ...]:
        """What stands in a field, as far as words can be wrong there."""
        match field:
            case Field.BODY:
                return (self.draft.body,)
            case Field.SUBJECT:
                return (self.draft.subject,)
            case Field.ATTACHMENTS:
                return self.draft.attachments
            case _:
                return ()

    def names(self, fault: Fault, finding: Finding) -> bool:
        """Whether the finding is about this fault: the same check, and at least a part of its
        words. A fault on no particular words is named by its check alone.
        """
        if finding.check != fault.check or not fault.words:
            return finding.check == fault.check
        span = finding.span
        return span is not None and any(
            place.start < span.end and span.start < place.end
            for text in self.texts(finding.field)
            for place in places(fault.words, text)
        )


def places(words: str, text: str) -> Iterator[Span]:
    """Wherever the words stand in the text."""
    start = text.find(words)
    while start >= 0:
        yield Span(start, start + len(words))
        start = text.find(words, start + 1)


def read_letters(folder: Path = FOLDER) -> tuple[Letter, ...]:
    """All letters, in the order of their numbers. Raises `CaseError` and `KeyError`."""
    expected = tomllib.loads((folder / "expected.toml").read_text(encoding="utf-8"))["letters"]
    return tuple(_read_letter(folder, name, expected[name]) for name in sorted(expected))


def _read_letter(folder: Path, name: str, expected: dict[str, object]) -> Letter:
    path = folder / f"{name}.json"
    file = read_case(path.read_text(encoding="utf-8"), path.name)
    if file.draft is None:
        raise ValueError(f"{path.name} holds no draft.")
    faults = tuple(_read_faults(expected.get("faults", [])))
    if bool(faults) == bool(expected["faultless"]):
        raise ValueError(f"{name} is said to be faultless and to have faults, or neither.")
    return Letter(
        name=name,
        split=Split(str(expected["split"])),
        faults=faults,
        path=path,
        file=file,
        draft=file.draft,
    )


def _read_faults(rows: object) -> Iterator[Fault]:
    if not isinstance(rows, list):
        raise TypeError("The faults of a letter are a list.")
    for row in rows:
        yield Fault(check=int(row["check"]), words=str(row["words"]))
