"""Telling a question, a direct or an indirect one ("I would be glad to know when…")."""

import re

_MARKS = ("?", "？")
_CLOSING = '"”’»“)]'

_ASKS_WHEN = r"(?:when|whether|if|what|how|where|who|which|by when)"
_MANNER = (
    r"(?:roughly|approximately|perhaps|please|more or less|by email|in a line|at all|exactly|,)"
)
_TO_KNOW = (
    r"(?:to (?:know|hear|learn|understand|ask(?: you)?|find out|be told|wonder|clarify|see)|let (?:me|us) know|lemme know|tell (?:me|us)"
    r"|advise(?: me)?|wonder(?:ing)?|inform me|enquire|inquire|wish i knew|clarify|confirm|share with me|say)"
)
"""Asking: "I know how it goes" and "as you told me when we met" ask nothing."""
_HOPES = re.compile(
    r"\b(?:hop(?:e|ing)|forward|wait(?:ing)?|await(?:ing)?|trust|expect(?:ing)?) to \w+"
)
_INDIRECT = re.compile(
    # English
    rf"\b{_TO_KNOW}(?: from you| back)?(?: about| of| as to)?(?: {_MANNER}){{0,2}} {_ASKS_WHEN}\b"
    r"|\b(?:know|hear|learn|ask|share|have|get|receive|understand|wondering) (?:about |you for )?"
    r"(?:more about )?(?:the|your|a|an|any) (?:\w+ ){0,2}"
    r"(?:timeline|timing|time ?frame|next steps?|decision|update|timetable|schedule|date)\b"
    r"|\b(?:grateful|thankful|glad|happy|welcome|appreciate) (?:\w+ ){0,3}(?:an?|any|your) (?:\w+ )?"
    r"(?:update|news|word|idea|indication|sense)\b"
    # German
    r"|\b(?:wissen|erfahren|sagen|mitteilen|fragen|interessieren|hören|lassen|freuen|dankbar"
    r"|verraten)\b[^.!?]{0,40},? (?:wann|ob|wie|was|wo|wer|bis wann)\b"
    # French
    r"|\b(?:savoir|dire|indiquer|connaître|demande|préciser|apprendre)\b[^.!?]{0,30}"
    r"\b(?:quand|si|comment|quel(?:le)?s?|où|calendrier|prochaines étapes|date)\b"
    # Spanish
    r"|\b(?:saber|decirme|indicarme|conocer|pregunto|confirmarme)\b[^.!?]{0,30}"
    r"\b(?:cuándo|cuando|si|cómo|qué|cuál|dónde|plazos?|próximos pasos|fecha)\b"
)
_WHEN = re.compile(rf"\b{_ASKS_WHEN}$")
"""Only hoping to hear of a decision asks for nothing; hoping to learn when it comes does."""
_OFFERS = re.compile(
    r"\b(?:know|tell me) if (?:you(?:'d| would)? (?:need|want|like|prefer|have|require|wish)|there(?:'s| is) any|any|i can|i may"
    r"|it would|that would|this would|more|further|something|anything|either|these|those|a)\b"
)
"""An offer in the dress of a question: "let me know if you need anything"."""


def is_question(sentence: str) -> bool:
    """Whether a sentence asks something of its reader, in English, German, French or Spanish."""
    if sentence.rstrip(_CLOSING).endswith(_MARKS):
        return True
    folded = sentence[:1000].casefold().replace("’", "'")
    asked = _INDIRECT.search(folded)
    if asked is None or _OFFERS.search(folded) is not None:
        return False
    return _WHEN.search(asked.group()) is not None or _HOPES.search(folded) is None
