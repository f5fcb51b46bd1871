"""What is written in one application: menus of what fits, and what is being written already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from gui.compose import actions
from gui.compose.other_drafts import draft_line
from gui.desk import Desk
from gui.icons import icon
from gui.models.fitting_kinds import Named, being_written, for_application, for_person
from gui.theme import Theme
from gui.widgets.application_header import ApplicationHeader
from gui.widgets.people_card import PeopleCard

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationDetail
    from core.use_cases.messages import OpenDraft

WRITE = "Write"


class ApplicationMessages(QObject):
    """`draft_wanted` carries a message that is to be shown in the composer."""

    draft_wanted = Signal(int)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        header: ApplicationHeader,
        people: PeopleCard,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._header = header
        self._page = page
        self._detail: ApplicationDetail | None = None
        self._to: tuple[int, ...] = ()
        self._drafts: tuple[OpenDraft, ...] = ()
        self.menu = QMenu(WRITE, page)
        self.menu.setIcon(icon(theme, "pen-line", "text-2"))
        self.menu.triggered.connect(self._write_to_all)
        header.menu.insertMenu(header.menu.actions()[0], self.menu)
        header.drafts.clicked.connect(self._open)
        people.write_wanted.connect(self._offer)

    def show_detail(self, detail: ApplicationDetail) -> None:
        """The application that is shown."""
        self._detail = detail
        self.menu.clear()
        self._fill(self.menu, for_application(detail.state))
        self._desk.read(actions.open_drafts, then=self._show_drafts)

    def write(self, kind: str, people: tuple[int, ...] = ()) -> None:
        """Begin a message, or go on with the one that is begun; without a kind nothing is begun.

        `people` empty: to those whom it fits.
        """
        if self._detail is not None and kind:
            asked = (self._detail.id, kind, people)
            self._desk.write(actions.begin_for, *asked, then=self._show)

    def _show(self, draft_id: int) -> None:
        self.draft_wanted.emit(draft_id)

    def _offer(self, person_id: int, corner: QPoint) -> None:
        """What can be written to one person."""
        if self._detail is None:
            return
        card = next((each for each in self._detail.people if each.id == person_id), None)
        if card is not None:
            self._to = (person_id,)
            menu = self._fill(QMenu(self._page), for_person(card.part))
            menu.triggered.connect(self._write_to_one)
            self._pop_up(menu, corner)

    def _write_to_one(self, choice: QAction) -> None:
        self.write(str(choice.data()), self._to)

    def _write_to_all(self, choice: QAction) -> None:
        self.write(str(choice.data()))

    def _show_drafts(self, drafts: tuple[OpenDraft, ...]) -> None:
        """One quiet line says how many there are of this application."""
        mine = self._detail.id if self._detail is not None else None
        self._drafts = tuple(each for each in drafts if each.application_id == mine)
        self._header.show_drafts(being_written(len(self._drafts)))

    def _open(self) -> None:
        if len(self._drafts) == 1:
            self._show(self._drafts[0].draft_id)
            return
        menu = QMenu(self._page)
        for draft in self._drafts:
            menu.addAction(icon(self._theme, "pen-line", "text-2"), draft_line(draft)).setData(
                draft.draft_id
            )
        menu.triggered.connect(self._show_chosen)
        button = self._header.drafts
        self._pop_up(menu, button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _show_chosen(self, choice: QAction) -> None:
        self._show(int(choice.data()))

    def _fill(self, menu: QMenu, kinds: Named) -> QMenu:
        for kind, name in kinds:
            menu.addAction(name).setData(kind)
        return menu

    @staticmethod
    def _pop_up(menu: QMenu, corner: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)
