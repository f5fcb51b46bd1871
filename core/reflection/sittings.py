"""Two sittings: what a quick estimate said, and what the calmer one of the next day says."""

from dataclasses import dataclass

from core.reflection.answers import (
    Answer,
    Answers,
    NumberAnswer,
    RatingsAnswer,
    ScoreAnswer,
    SlidersAnswer,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One scale in both sittings. `item` names the scale within its question, where it has several."""

    question: str
    item: str
    first: int
    second: int

    @property
    def difference(self) -> int:
        """How much higher it is the second time; below zero: lower."""
        return self.second - self.first

    @property
    def words(self) -> str:
        """ "7, first 5"; "5, as before"."""
        return f"{self.second}, " + (f"first {self.first}" if self.difference else "as before")


def change_between(first: Answers, second: Answers) -> tuple[Change, ...]:
    """The scales that were answered both times, in the order of the first sitting's questions."""
    changes = []
    for question, answer in first.items():
        before, after = _scales(answer), _scales(second.get(question))
        changes += [
            Change(question=question, item=item, first=value, second=after[item])
            for item, value in before.items()
            if item in after
        ]
    return tuple(changes)


def _scales(answer: Answer | None) -> dict[str, int]:
    match answer:
        case NumberAnswer(value=int(value)) | ScoreAnswer(value=int(value)):
            return {"": value}
        case SlidersAnswer(before=before, during=during, after=after):
            felt = {"before": before, "during": during, "after": after}
            return {moment: value for moment, value in felt.items() if value is not None}
        case RatingsAnswer(ratings=ratings):
            return {rating.item: rating.value for rating in ratings}
        case _:
            return {}
