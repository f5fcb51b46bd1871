"""Words as patterns know them: lower case, and a contraction as the words it stands for."""

from functools import lru_cache

_WHOLE = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "ain't": ("am", "not"),
    "let's": ("let", "us"),
    "i'm": ("i", "am"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "cant": ("can", "not"),
    "dont": ("do", "not"),
    "doesnt": ("does", "not"),
    "didnt": ("did", "not"),
    "isnt": ("is", "not"),
    "wasnt": ("was", "not"),
    "havent": ("have", "not"),
    "hasnt": ("has", "not"),
    "couldnt": ("could", "not"),
    "wouldnt": ("would", "not"),
}
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would"}
_IS = frozenset(["it", "that", "there", "what", "where", "who", "he", "she", "here", "how", "why"])
"""After these words "'s" means "is"; after others it says whose."""


@lru_cache(maxsize=20_000)
def spread(word: str) -> tuple[str, ...]:
    """A word as a pattern's words: "I'm" is ("i", "am"), "go-getter" is ("go", "getter")."""
    plain = word.lower().replace("\u2019", "'")
    if plain in _WHOLE:
        return _WHOLE[plain]
    for ending, meaning in _ENDINGS.items():
        if plain.endswith(ending) and len(plain) > len(ending):
            return (plain.removesuffix(ending), meaning)
    if plain.endswith("'s") and plain[:-2] in _IS:
        return (plain[:-2], "is")
    return tuple(part for part in plain.replace("\u2010", "-").split("-") if part) or (plain,)
