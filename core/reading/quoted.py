"""What somebody wrote themselves in an answer, without the mail that it quotes."""

import re
from collections.abc import Sequence

_LONGEST_LINE = 400
"""Characters; a longer line introduces nothing."""
_RULE = re.compile(
    r"\s*[-_]{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|original(?:nachricht)?"
    r"|weitergeleitete nachricht|message d'origine|message transféré|mensaje original)\s*[-_]{2,}\s*",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"\s*(?:on|am|le|el)\b.*\b(?:wrote|schrieb|a écrit|escribió)\b.{0,120}?:\s*", re.IGNORECASE
)
_FROM = re.compile(r"\s*\*?(?:from|von|de)\s?:\*?\s.*", re.IGNORECASE)
_BESIDE_FROM = re.compile(
    r"\s*\*?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|fecha|para|asunto)\s?:.*",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """The text without quoted lines, and without what an older mail begins with.

    Where that would leave nothing, the text stays as it is.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    kept: list[str] = []
    at = 0
    while at < len(lines):
        length = _introduction(lines, at)
        if length and not _is_quoted(_next_words(lines, at + length)):
            break
        if length or _is_quoted(lines[at]):
            at += max(length, 1)
            continue
        kept.append(lines[at])
        at += 1
    own = re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
    return own or text.strip()


def _introduction(lines: Sequence[str], at: int) -> int:
    """How many lines from here on introduce a quoted mail; 0: none."""
    line = lines[at]
    if len(line) > _LONGEST_LINE:
        return 0
    if _RULE.fullmatch(line):
        return 1
    if _FROM.fullmatch(line) and any(
        _BESIDE_FROM.fullmatch(each[:_LONGEST_LINE]) for each in lines[at + 1 : at + 4]
    ):
        return 1
    for length in (1, 2, 3):  # mail programs break it where they like
        joined = " ".join(each.strip() for each in lines[at : at + length])
        if len(joined) <= _LONGEST_LINE and _INTRODUCED.fullmatch(joined):
            return length
    return 0


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _next_words(lines: Sequence[str], at: int) -> str:
    return next((line for line in lines[at : at + 5] if line.strip()), "")
