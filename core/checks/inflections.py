"""The forms of an English verb: "decide" is also "decides", "decided" and "deciding"."""

from functools import lru_cache

_IRREGULAR = {
    "be": ("is", "are", "am", "was", "were", "been", "being"),
    "become": ("became", "become"),
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "bring": ("brought",),
    "build": ("built",),
    "catch": ("caught",),
    "come": ("came", "come"),
    "cost": ("cost",),
    "cut": ("cut",),
    "do": ("did", "done", "does"),
    "drive": ("drove", "driven"),
    "eat": ("ate", "eaten"),
    "fall": ("fell", "fallen"),
    "feel": ("felt",),
    "fight": ("fought",),
    "find": ("found",),
    "forget": ("forgot", "forgotten"),
    "forgive": ("forgave", "forgiven"),
    "freeze": ("froze", "frozen"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "go": ("went", "gone", "goes"),
    "have": ("had", "has"),
    "hear": ("heard",),
    "hold": ("held",),
    "hurt": ("hurt",),
    "keep": ("kept",),
    "know": ("knew", "known"),
    "lead": ("led",),
    "leave": ("left",),
    "let": ("let",),
    "lose": ("lost",),
    "make": ("made",),
    "mean": ("meant",),
    "mislead": ("misled",),
    "pay": ("paid",),
    "put": ("put",),
    "ring": ("rang", "rung"),
    "run": ("ran", "run"),
    "say": ("said",),
    "see": ("saw", "seen"),
    "sell": ("sold",),
    "send": ("sent",),
    "shut": ("shut",),
    "sit": ("sat",),
    "speak": ("spoke", "spoken"),
    "spend": ("spent",),
    "stand": ("stood",),
    "sting": ("stung",),
    "string": ("strung",),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "tell": ("told",),
    "think": ("thought",),
    "throw": ("threw", "thrown"),
    "understand": ("understood",),
    "upset": ("upset",),
    "wake": ("woke", "woken"),
    "write": ("wrote", "written"),
}
_VOWELS = frozenset("aeiou")
_DOUBLED = frozenset(
    ["stop", "drop", "beg", "bet", "chat", "dig", "fob", "drag", "nag", "rob", "ship", "slip"]
)
"""Regular verbs that double their last letter, of those that the lists use."""


@lru_cache(maxsize=1_024)
def inflections(verb: str) -> frozenset[str]:
    """Every form of a verb, itself with them: "reply" is also "replies", "replied", "replying"."""
    past = _IRREGULAR.get(verb, (_joined(verb, "ed"),))
    return frozenset({verb, _third_person(verb), _joined(verb, "ing"), *past})


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def _joined(verb: str, ending: str) -> str:
    """The verb with "ed" or "ing" as it is spelled."""
    if verb in _DOUBLED or verb in {"get", "let", "put", "run", "cut", "sit", "shut", "begin"}:
        return f"{verb}{verb[-1]}{ending}"
    if verb.endswith("e") and ending == "ed":
        return f"{verb}d"
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "be")):
        return f"{verb[:-1]}{ending}"
    if ending == "ed" and verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}{ending}"
