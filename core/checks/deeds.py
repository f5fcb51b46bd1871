"""Telling that a writer speaks of something done: "I shipped two design systems last year"."""

import re

_DEED = re.compile(
    r"\b(?:i|we)(?:'ve| have| had| once| also| myself| then| always| never| even| recently| first| later){0,2} (\w+)\b",
    re.IGNORECASE,
)
_IRREGULAR = frozenset(
    [
        *(
            "led",
            "built",
            "ran",
            "run",
            "taught",
            "wrote",
            "written",
            "cut",
            "grew",
            "grown",
            "brought",
        ),
        *(
            "drove",
            "driven",
            "sold",
            "made",
            "did",
            "done",
            "won",
            "kept",
            "put",
            "gave",
            "set",
            "took",
        ),
        *(
            "began",
            "spent",
            "held",
            "fed",
            "read",
            "lost",
            "sewed",
            "wove",
            "woven",
            "learnt",
            "found",
        ),
        *(
            "got",
            "bred",
            "dug",
            "flew",
            "flown",
            "shot",
            "sang",
            "sung",
            "drew",
            "drawn",
            "spoke",
            "ran",
        ),
        *(
            "became",
            "chose",
            "dealt",
            "rebuilt",
            "rewrote",
            "oversaw",
            "shown",
            "sent",
            "laid",
            "left",
        ),
    ]
)
_NO_DEED = frozenset(
    [
        *(
            "enjoyed",
            "appreciated",
            "liked",
            "loved",
            "wanted",
            "applied",
            "interviewed",
            "attended",
        ),
        *(
            "promised",
            "mentioned",
            "asked",
            "hoped",
            "thanked",
            "noticed",
            "looked",
            "received",
            "need",
        ),
        *(
            "visited",
            "talked",
            "discussed",
            "waited",
            "interested",
            "excited",
            "delighted",
            "pleased",
        ),
        *("convinced", "impressed", "needed", "indeed", "called", "admired", "learned", "followed"),
    ]
)


def tells_of_deed(sentence: str) -> bool:
    """Whether an English sentence tells what its writer did, beside coming to the interview."""
    plain = sentence[:2000].replace("\u2019", "'")
    return any(_is_deed(match.group(1).casefold()) for match in _DEED.finditer(plain))


def _is_deed(verb: str) -> bool:
    return verb in _IRREGULAR or (verb.endswith("ed") and verb not in _NO_DEED)
