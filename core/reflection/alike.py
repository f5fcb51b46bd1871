"""Telling whether two texts speak of the same thing, by the words that carry meaning."""

import re

_WORD = re.compile(r"[^\W_]{3,}")
_ENDING = re.compile(r"(?<=\w{4})(ings?|ed|es|ly|e|s)$")
_STEM = 7
"""Letters by which words are told apart, without their endings: "leave" and "leaving" are one."""
_EMPTY = re.compile(
    r"the|and|for|with|that|this|have|has|had|was|were|are|you|your|they|them|their|she|her|his|him|"
    r"but|not|from|into|about|what|which|when|where|why|how|who|did|does|will|would|could|should|can|"
    r"more|most|very|much|too|than|then|there|here|just|also|one|some|any|all|our|out|off|over|again|"
    r"tell|give|gave|say|said|ask|asked|get|got|make|made|things?|something|questions?|answers?|"
    r"interview|next|time"
)
"""Words that stand in any text."""


def carrying_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, cut to their stems."""
    words = _WORD.findall(text.casefold())
    return frozenset(_ENDING.sub("", word)[:_STEM] for word in words if not _EMPTY.fullmatch(word))


def alike(one: str, other: str) -> bool:
    """Whether at least half of the shorter text's words stand in the other one, and at least two.

    A text with a single such word is like one that has it.
    """
    first, second = carrying_words(one), carrying_words(other)
    shared, least = len(first & second), min(len(first), len(second))
    return least > 0 and shared >= min(2, least) and shared * 2 >= least
