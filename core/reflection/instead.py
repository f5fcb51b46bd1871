"""Hearing whether somebody only says what was wrong, and asking kindly what they will do instead."""

import re

from core.reflection.answers import Answer, IfThenAnswer, TextAnswer

ASK = "What will you do instead?"

_NEGATIVE = re.compile(
    r"\b(not|never|no longer|nothing|nobody|without|stop|quit|avoid|don'?t|didn'?t|won'?t|can'?t|"
    r"couldn'?t|wasn'?t|weren'?t|isn'?t|shouldn'?t|wouldn'?t|too (much|long|fast|quick\w*|slow\w*|"
    r"little|many|few|nervous|quiet|loud|vague|late)|bad(ly)?|poor(ly)?|wrong|worse|worst|terribl[ey]|"
    r"awful(ly)?|hopeless|useless|stupid|rambl\w+|stumbl\w+|stammer\w*|froze|forgot\w*|fail\w*|"
    r"panic\w*|blank|mess(ed)?|lost|confus\w+|nervous|missed|struggl\w+|blew)\b",
    re.IGNORECASE,
)
_NEGATED = r"(?!\s+(not|never|no longer|stop|avoid|quit|be (less|so))\b)"
_INTENT = re.compile(
    rf"\b(will|'ll|going to|plan to|want to|would|could|should|need to|have to|must|try to|let me|"
    rf"let's){_NEGATED}\s+(?!have\b)\w+|\b(next time|instead|rather)\b",
    re.IGNORECASE,
)
_DEED = (
    "allow|answer|arrive|ask|bring|breathe|build|call|check|choose|clarify|collect|count|cut|describe|"
    "draw|drink|eat|end|explain|find|finish|focus|get|give|go|have|hold|keep|know|learn|leave|let|"
    "listen|look|make|mention|name|note|open|pause|pick|plan|practi[sc]e|prepare|put|read|rehearse|"
    "repeat|research|say|show|sit|sleep|slow|smile|speak|start|stay|sum|summari[sz]e|take|talk|tell|"
    "test|think|time|train|try|turn|use|wait|walk|warm|write"
)
_ORDER = re.compile(
    rf"(^|[.;:,–—\n]\s*|\b(and|then|but|to)\s+)(also |first |simply |just |always |better )?({_DEED})\b",
    re.IGNORECASE,
)


def asks_instead(answer: Answer | None) -> str:
    """ "What will you do instead?" where an answer says only what was wrong; else nothing.

    Generous: anything that sounds like a deed is one. Hears English; leaves other languages alone.
    """
    match answer:
        case TextAnswer(text=text) | IfThenAnswer(action=text):
            return ASK if _only_negative(text) else ""
        case _:
            return ""


def _only_negative(text: str) -> bool:
    plain = text.replace("’", "'")
    if not _NEGATIVE.search(plain):
        return False
    return not (_INTENT.search(plain) or _ORDER.search(plain))
