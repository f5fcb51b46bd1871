"""The kinds of question that a form can ask, and how sure the evidence for asking is."""

from collections.abc import Mapping
from enum import StrEnum

from core.reflection import answers


class AnswerKind(StrEnum):
    """What a question wants to hear; the words of the form files."""

    CONTACTS = "contacts"
    PROMISES = "promises"
    TAGGED_LIST = "tagged list"
    LIST = "list"
    TEXT = "text"
    SLIDERS = "sliders"
    NUMBER = "number"
    RATINGS = "ratings"
    PICK = "pick"
    EACH = "option for each"
    PARTS = "parts of each"
    CHOICE = "choice"
    WRONG_NAME = "wrong name"
    SCORE = "score"
    FRIENDS = "friends"
    IF_THEN = "if then"
    DATE = "date"


class Evidence(StrEnum):
    """How sure it is that a question helps."""

    WELL_STUDIED = "well studied"
    SOME_STUDIES = "some studies"
    CONVENTION = "common advice"
    OWN_DESIGN = "our own design"


ANSWER_OF: Mapping[AnswerKind, type[answers.Answer]] = {
    AnswerKind.CONTACTS: answers.ContactsAnswer,
    AnswerKind.PROMISES: answers.PromisesAnswer,
    AnswerKind.TAGGED_LIST: answers.TaggedListAnswer,
    AnswerKind.LIST: answers.ListAnswer,
    AnswerKind.TEXT: answers.TextAnswer,
    AnswerKind.SLIDERS: answers.SlidersAnswer,
    AnswerKind.NUMBER: answers.NumberAnswer,
    AnswerKind.RATINGS: answers.RatingsAnswer,
    AnswerKind.PICK: answers.PickAnswer,
    AnswerKind.EACH: answers.EachAnswer,
    AnswerKind.PARTS: answers.PartsAnswer,
    AnswerKind.CHOICE: answers.ChoiceAnswer,
    AnswerKind.WRONG_NAME: answers.WrongNameAnswer,
    AnswerKind.SCORE: answers.ScoreAnswer,
    AnswerKind.FRIENDS: answers.FriendsAnswer,
    AnswerKind.IF_THEN: answers.IfThenAnswer,
    AnswerKind.DATE: answers.DateAnswer,
}
"""The value type in which each kind is answered."""

KIND_OF: Mapping[type[answers.Answer], AnswerKind] = {
    answer: kind for kind, answer in ANSWER_OF.items()
}

WITH_OPTIONS = frozenset([AnswerKind.CHOICE, AnswerKind.EACH])
OF_ROWS = frozenset([AnswerKind.EACH, AnswerKind.PARTS])
"""Kinds that ask something of each row of an earlier answer: no rows, no question."""
WITH_SOURCE = OF_ROWS | {AnswerKind.PICK}
"""Kinds that speak of an earlier answer's rows."""
WITH_ROWS = frozenset([AnswerKind.TAGGED_LIST, AnswerKind.LIST])
"""Kinds of which another question may speak."""

_SINGLE = {
    "Q1": AnswerKind.CONTACTS,
    "Q2": AnswerKind.TAGGED_LIST,
    "Q3": AnswerKind.PROMISES,
    "Q6": AnswerKind.EACH,
    "Q8": AnswerKind.SLIDERS,
    "Q9": AnswerKind.NUMBER,
    "Q11": AnswerKind.PICK,
    "Q13": AnswerKind.PICK,
    "Q14": AnswerKind.RATINGS,
    "Q15": AnswerKind.PARTS,
    "Q17": AnswerKind.CHOICE,
    "Q18": AnswerKind.CHOICE,
    "Q19": AnswerKind.WRONG_NAME,
    "Q21": AnswerKind.SCORE,
    "Q28": AnswerKind.IF_THEN,
    "Q29": AnswerKind.DATE,
}
_TEXTS = ("Q7", "Q12", "Q16", "Q20", "Q25", "Q26", "Q27")
_LISTS = ("Q4", "Q5", "Q10", "Q30")
_FRIENDS = ("Q22", "Q23", "Q24")

FIXED_KINDS: Mapping[str, AnswerKind] = {
    **_SINGLE,
    **dict.fromkeys(_TEXTS, AnswerKind.TEXT),
    **dict.fromkeys(_LISTS, AnswerKind.LIST),
    **dict.fromkeys(_FRIENDS, AnswerKind.FRIENDS),
}
"""The questions whose answers do something: a form may word them anew, but not ask another thing."""

FIXED_OPTIONS: Mapping[str, frozenset[str]] = {
    "Q6": frozenset(["yes", "partly", "no"]),
    "Q14": frozenset(
        [
            "punctuality",
            "opening",
            "listening",
            "clarity",
            "examples",
            "presence",
            "my questions",
            "closing",
        ]
    ),
    "Q17": frozenset(
        [
            "knowledge",
            "preparation",
            "structure",
            "nerves",
            "unclear question",
            "outside my control",
        ]
    ),
    "Q18": frozenset(["yes", "unlikely", "unsure"]),
}
"""The values that are counted or acted on; their labels are free, and others may stand beside."""

NEVER_LEFT_OUT = frozenset(["Q10", "Q26"])
"""A reflection ends with something that went well, and with a kind sentence."""
