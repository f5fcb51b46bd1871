"""People: everybody whom the user has met, with the card of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from gui import page_actions
from gui.compose import actions as compose_actions
from gui.desk import Changed, Desk
from gui.dialogs.person import KnownPerson as CardOf
from gui.dialogs.person import PersonDialog
from gui.models.fitting_kinds import for_person
from gui.models.people_rows import card_of, headline, line_of, matching
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.frames import Card, topped
from gui.widgets.headers import PageHeader
from gui.widgets.page_frame import PageFrame
from gui.widgets.people_list import PeopleList
from gui.widgets.person_card import PersonCard

if TYPE_CHECKING:
    from core.use_cases.everyone import KnownPerson

ASIDE_UNDER = 1000
ASIDE_WIDTH = 320


class PeoplePage(PageFrame):
    """Emits what it cannot do itself: `open_application`, `draft_wanted` (a message to show), and
    `add_wanted` (there is nobody yet: people come with an interview)."""

    open_application = Signal(int)
    draft_wanted = Signal(int)
    add_wanted = Signal()

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._desk = desk
        self._people: dict[int, KnownPerson] = {}
        self._stale = True
        self.header = PageHeader(theme, "People")
        self.filter = FilterField(theme, "Filter by name, job or company")
        self.filter.setMaximumWidth(320)
        self.filter.textChanged.connect(self._arrange)
        self.column.addWidget(self.header)
        self.column.addWidget(self.filter)
        self._build_body()
        desk.changed.connect(self._on_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._focus_filter)

    def _build_body(self) -> None:
        theme = self.theme
        self.list = PeopleList(theme)
        self.start_at(self.list)
        self._frame = Card(theme, padding=1, spacing=0)
        self._frame.column.addWidget(self.list)
        self.card = PersonCard(theme)
        self.card.setFixedWidth(round(ASIDE_WIDTH * theme.text_scale))
        filled = QWidget()
        row = QHBoxLayout(filled)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(topped(self._frame), 1)
        row.addWidget(self.card, 0, Qt.AlignmentFlag.AlignTop)
        self.empty = EmptyState(
            theme,
            "users",
            "The people you meet will stand here.",
            "They come with an interview: name whom you met.",
            "Add an interview",
        )
        self.no_match = EmptyState(
            theme, "search", "Nobody fits this filter.", "Clear it to see all."
        )
        self._body = QStackedWidget(self)
        for page in (filled, self.empty, self.no_match, QWidget()):
            self._body.addWidget(page)
        self._body.setCurrentIndex(3)
        self.column.addWidget(self._body, 1)
        self.empty.pressed.connect(self.add_wanted)
        self.list.picked.connect(self._show_card)
        self.list.opened.connect(self._open)
        self.card.open_wanted.connect(self._open_selected)
        self.card.edit_wanted.connect(self._edit)
        self.card.write_wanted.connect(self._offer)

    def refresh(self) -> None:
        """Read everything anew."""
        self._stale = False
        self.note_day(self._desk.now())
        self._desk.read(page_actions.everyone, then=self._show)

    def narrowed(self) -> None:
        self.card.setVisible(not self.window_under(ASIDE_UNDER))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale or self.another_day(self._desk.now()):
            self.refresh()

    def _show(self, people: Sequence[KnownPerson]) -> None:
        self._people = {person.id: person for person in people}
        self.header.set_sentence(headline(tuple(people)))
        self.filter.setVisible(bool(people))
        self._arrange()

    def _arrange(self) -> None:
        now = self._desk.now()
        found = matching(self._people.values(), self.filter.text())
        self.list.show_lines(tuple(line_of(person, now) for person in found))
        self._frame.setMaximumHeight(self.list.content_height() + 2)
        self._body.setCurrentIndex(1 if not self._people else 0 if found else 2)
        selected = self.list.selected_id()
        if selected is not None:
            self._show_card(selected)

    def _show_card(self, person_id: int) -> None:
        person = self._people.get(person_id)
        if person is not None:
            self.card.show_text(card_of(person, self._desk.now()))

    def _selected(self) -> KnownPerson | None:
        return self._people.get(self.list.selected_id() or 0)

    def _open(self, person_id: int) -> None:
        person = self._people.get(person_id)
        if person is not None:
            self.open_application.emit(person.application_id)

    def _open_selected(self) -> None:
        self._open(self.list.selected_id() or 0)

    def _edit(self) -> None:
        person = self._selected()
        if person is not None:
            known = CardOf(person.id, person.details)
            owner = person.application_id
            PersonDialog(self.theme, self._desk, owner, known, self.window()).open()

    def _offer(self, corner: QPoint) -> None:
        """What can be written to the selected person."""
        person = self._selected()
        if person is None:
            return
        menu = QMenu(self)
        for kind, name in for_person(person.details.part):
            menu.addAction(name).setData(kind)
        menu.triggered.connect(self._write)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(corner)

    def _write(self, choice: QAction) -> None:
        person = self._selected()
        if person is not None:
            asked = (person.application_id, str(choice.data()), (person.id,))
            self._desk.write(compose_actions.begin_for, *asked, then=self._begun)

    def _begun(self, draft_id: int) -> None:
        self.draft_wanted.emit(draft_id)

    def _focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
