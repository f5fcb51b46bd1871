"""How much is prepared of the interviews ahead, shown beside Today once the database is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.desk import Changed, Desk
from gui.widgets.aside import SHOWN, AsideCard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from core.agenda import ComingUp


class PreparedCounts(QObject):
    """Asks nothing while the database rests: counting needs all that was noted."""

    def __init__(self, desk: Desk, card: AsideCard) -> None:
        super().__init__(card)
        self._desk = desk
        self._card = card
        self._interviews: tuple[int, ...] = ()
        self._warm = False
        desk.warmed.connect(self._begin)
        desk.changed.connect(self._on_changed)

    def follow(self, coming: Sequence[ComingUp]) -> None:
        """These interviews are shown now."""
        interviews = tuple(each.interview_id for each in coming[:SHOWN])
        if interviews != self._interviews:
            self._interviews = interviews
            self._count()

    def _begin(self) -> None:
        self._warm = True
        self._count()

    def _on_changed(self, changed: Changed) -> None:
        self._count()

    def _count(self) -> None:
        if self._warm and self._interviews and self._card.window().isVisible():
            from gui.prepare import actions

            self._desk.read(actions.prepared, self._interviews, then=self._show)

    def _show(self, counts: Mapping[int, tuple[int, int]]) -> None:
        self._card.show_prepared(counts)
