"""Telling the language of a text by its small words."""

import re
from collections.abc import Sequence
from functools import lru_cache

from core.checks.letter import Letter

_SMALL_WORDS = {
    "en": "the and of to a in is that it for on with as was at be this have from or by not are but we you i my"
    " your our would could about they which will been has had their me if an so what when dear regards very",
    "de": "der die das und ist nicht ich sie wir zu den mit für auf ein eine einen einem einer von dem des im in"
    " sich auch als an es bei nach aus oder wie noch wenn über ihnen ihr ihre mich mir sehr haben habe war zum zur",
    "fr": "le la les de des du et est un une que qui dans pour vous nous je il elle sur avec au aux ce cette ne pas"
    " plus par mon ma mes votre vos notre nos ai été suis très mais ou où comme bien leur se en à y",
    "es": "el la los las de del y es un una que en para por con no se lo su sus al como más pero muy me mi usted"
    " ustedes nos he ha sido este esta estoy también o si porque cuando desde sobre yo gracias fue ser a",
    "it": "il lo la gli le di del della e è un una che in per con non si su al come più ma molto mi mio sono ho ha"
    " anche o se perché quando da nel nella questo questa grazie sia i",
    "nl": "de het een en van in is dat op te voor met die niet zijn aan ik u wij ook als maar om bij naar uit door"
    " heb heeft was mijn uw ons onze er zeer graag over dit deze",
    "pt": "o a os as de do da dos das e é um uma que em para por com não se no na ao como mais mas muito me meu"
    " minha foi são eu também ou quando sobre este esta obrigado obrigada à",
}
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH_TEXT = 6_000
"""Characters that are looked at; a longer text speaks the same language."""
_FEWEST_HITS = 3


def language_of(letter: Letter) -> str:
    """The language that was chosen for a letter, else the one it is written in, else English."""
    chosen = letter.draft.language
    if chosen:
        return chosen.lower().replace("_", "-").split("-")[0]
    hits = [_hits(part.text[:_ENOUGH_TEXT]) for part in letter.own_paragraphs]
    return _spoken([sum(counts) for counts in zip(*hits, strict=True)]) or "en"


def detect_language(text: str) -> str | None:
    """The language of a text as a two-letter tag; None where too little tells it."""
    return _spoken(_hits(text[:_ENOUGH_TEXT]))


@lru_cache(maxsize=128)
def _hits(text: str) -> tuple[int, ...]:
    """How many small words of each language stand in a text."""
    words = [word.lower() for word in _WORD.findall(text)]
    return tuple(sum(word in small for word in words) for small in _WORDS.values())


def _spoken(hits: Sequence[int]) -> str | None:
    first, second = sorted(hits, reverse=True)[:2] if hits else (0, 0)
    if first < _FEWEST_HITS or first == second:
        return None
    return tuple(_WORDS)[hits.index(first)]
