"""Whether a conclusion was kept, as far as a later reflection shows it. The user confirms."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.reflection.alike import alike
from core.reflection.answers import (
    Answers,
    IfThenAnswer,
    ListAnswer,
    PickAnswer,
    TextAnswer,
)
from core.reflection.conclusions import Ground, if_then, picked_words

_WENT_WELL = ("Q11", "Q10", "Q16", "Q27")
_STILL_HARD = ("Q13", "Q12", "Q28")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a later reflection says of a conclusion, and in which words."""

    kept: bool
    ground: Ground


def was_it_kept(text: str, words: str, later: Answers) -> Shown | None:
    """What a later reflection shows of a conclusion with this text, drawn from these words.

    None where it says nothing about it. What went well is looked at first.
    """
    for kept, questions in ((True, _WENT_WELL), (False, _STILL_HARD)):
        for question in questions:
            for said in _said(later, question):
                if alike(words, said) or alike(text, said):
                    return Shown(kept=kept, ground=Ground(question=question, words=said))
    return None


def _said(answers: Answers, question: str) -> Iterator[str]:
    match answers.get(question):
        case PickAnswer() as pick:
            yield f"{picked_words(answers, pick)} {pick.text}".strip()
        case ListAnswer(rows=rows):
            yield from (row.text for row in rows)
        case TextAnswer(text=text):
            yield text
        case IfThenAnswer() as plan:
            yield if_then(plan)
        case _:
            return
