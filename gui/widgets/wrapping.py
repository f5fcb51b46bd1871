"""Text in a few lines, for delegates."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics


def wrapped(text: str, metrics: QFontMetrics, width: int, limit: int) -> list[str]:
    """`text` in at most `limit` lines; what does not fit ends the last one with an ellipsis."""
    words = " ".join(text[:2000].split()).split(" ")
    lines: list[str] = []
    while words and len(lines) < limit - 1:
        taken = _fitting(words, metrics, width)
        lines.append(
            metrics.elidedText(" ".join(words[:taken]), Qt.TextElideMode.ElideRight, width)
        )
        words = words[taken:]
    if words:
        rest = " ".join(words)
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
    return lines


def _fitting(words: list[str], metrics: QFontMetrics, width: int) -> int:
    """How many of `words` fit into one line, at least one."""
    taken = 1
    while taken < len(words):
        if not _is_whole(" ".join(words[: taken + 1]), metrics, width):
            break
        taken += 1
    return taken


def _is_whole(line: str, metrics: QFontMetrics, width: int) -> bool:
    """Whether it is painted without an ellipsis: an advance is rounded, eliding is not."""
    return metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) == line
