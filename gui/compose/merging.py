"""What was put into a stored letter while another text of it stood in the editor. Pure."""

from __future__ import annotations

from difflib import SequenceMatcher

BETWEEN = "\n\n"


def with_added(before: str, after: str, typed: str) -> str:
    """`typed`, with the paragraphs that `after` has more than `before`; nothing is taken away.

    Each stands behind the paragraph that it follows in `after`; where that one was typed over, it
    stands at the same place counted from the start. What is there already is not put in again.
    """
    old, new, result = before.split(BETWEEN), after.split(BETWEEN), typed.split(BETWEEN)
    for way, _, _, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if way in ("insert", "replace"):
            fresh = [each for each in new[start:end] if each.strip() and each not in result]
            place = _place(new, start, result)
            result[place:place] = fresh
    return BETWEEN.join(result)


def _place(new: list[str], start: int, result: list[str]) -> int:
    if start and new[start - 1] in result:
        return result.index(new[start - 1]) + 1
    return min(start, len(result))
