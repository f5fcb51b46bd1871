"""Text in a few lines: only what does not fit into the last one is cut."""

from PySide6.QtGui import QFontMetrics

from gui.theme import Role, Theme
from gui.widgets.wrapping import wrapped

WHY = "[a strength of yours that helps here] still waits for your words."


def test_no_line_is_cut_while_there_is_room_below(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font(Role.CAPTION))

    for width in range(100, 420):
        assert " ".join(wrapped(WHY, metrics, width, limit=10)) == WHY, width


def test_what_has_no_room_ends_with_an_ellipsis(theme: Theme) -> None:
    lines = wrapped(WHY, QFontMetrics(theme.font(Role.CAPTION)), 120, limit=2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")
