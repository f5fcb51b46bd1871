"""All applications: as a list in three groups, or as a board by state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from core.playbook.values import ApplicationState
from gui import page_actions
from gui.desk import Changed, Desk
from gui.models.application_words import STATE_LOOKS, headline
from gui.models.applications import Arrangement, Column, arrange
from gui.theme import Theme
from gui.widgets.application_board import ApplicationBoard
from gui.widgets.application_list import ApplicationList
from gui.widgets.buttons import Button
from gui.widgets.empty_state import EmptyState
from gui.widgets.filter_field import FilterField
from gui.widgets.frames import Card, topped
from gui.widgets.headers import PageHeader
from gui.widgets.page_frame import PageFrame
from gui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationRow

LIST, BOARD = "list", "board"


class ApplicationsPage(PageFrame):
    """Emits what it cannot do itself: `open_application`, `add_interview`, and `ask_happening`
    (an application and the state on whose column its card was dropped)."""

    open_application = Signal(int)
    add_interview = Signal()
    ask_happening = Signal(int, str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._desk = desk
        self._rows: tuple[ApplicationRow, ...] = ()
        self._read_once = False
        self._stale = True
        self._wish = Arrangement()
        self.header = PageHeader(theme, "Applications")
        self.add_button = Button(theme, "Add interview", icon_name="plus")
        self.add_button.clicked.connect(self._add)
        self.header.add_button(self.add_button)
        self.column.addWidget(self.header)
        self._tools = self._build_tools()
        self.column.addWidget(self._tools)
        self._build_body()
        desk.changed.connect(self._on_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.focus_filter)

    def _build_tools(self) -> QWidget:
        tools = QWidget(self)
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.filter = FilterField(self.theme, "Filter by name or role")
        self.filter.setMaximumWidth(232)
        self.filter.textChanged.connect(self._on_text)
        self.state_button = Button(self.theme, "State: all")
        self.state_button.setMenu(self._build_states())
        self.needs_me = Button(self.theme, "Needs me")
        self.needs_me.setCheckable(True)
        self.needs_me.toggled.connect(self._on_needs_me)
        choices = ((LIST, "List", "list"), (BOARD, "Board", "columns-3"))
        self.view_choice = SegmentedControl(self.theme, choices, LIST)
        self.view_choice.setAccessibleName("Show as")
        self.view_choice.chosen.connect(self._on_view)
        row.addWidget(self.filter, 1)
        row.addWidget(self.state_button)
        row.addWidget(self.needs_me)
        row.addStretch(1)
        row.addWidget(self.view_choice)
        return tools

    def _build_states(self) -> QMenu:
        menu = QMenu(self)
        self._states = QActionGroup(menu)
        self._add_state(menu, "All", "")
        menu.addSeparator()
        for state, look in STATE_LOOKS.items():
            self._add_state(menu, look.label, state.value)
        self._states.triggered.connect(self._on_state)
        return menu

    def _add_state(self, menu: QMenu, words: str, value: str) -> None:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setData(value)
        action.setChecked(not value)
        self._states.addAction(action)
        menu.addAction(action)

    def _build_body(self) -> None:
        self.list = ApplicationList(self.theme, self._desk.now())
        self.start_at(self.list)
        self.list.opened.connect(self.open_application)
        self.list.sorted_by.connect(self._on_sort)
        self.board = ApplicationBoard(self.theme, self._desk.now())
        self.board.opened.connect(self.open_application)
        self.board.asked.connect(self.ask_happening)
        self._card = Card(self.theme, padding=1, spacing=0)
        self._card.column.addWidget(self.list)
        self.empty = EmptyState(
            self.theme,
            "briefcase",
            "Your applications will stand here.",
            "Add an interview, or drop an invitation on the window.",
            "Add an interview",
        )
        self.empty.pressed.connect(self._add)
        self.no_match = EmptyState(
            self.theme, "search", "Nothing fits this filter.", "Clear it to see all of them."
        )
        self._body = QStackedWidget(self)
        for page in (topped(self._card), self.board, self.empty, self.no_match, QWidget()):
            self._body.addWidget(page)
        self._body.setCurrentIndex(4)
        self.column.addWidget(self._body, 1)

    def refresh(self) -> None:
        """Read everything anew."""
        self._stale = False
        self._desk.read(page_actions.overview, then=self._show)

    def focus_filter(self) -> None:
        """Put the caret into the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, rows: Sequence[ApplicationRow]) -> None:
        self._rows = tuple(rows)
        self._read_once = True
        self.header.set_sentence(headline(self._rows))
        self._arrange()

    def _arrange(self) -> None:
        if not self._read_once:
            return
        now = self._desk.now()
        sections = arrange(self._rows, self._wish)
        self._tools.setVisible(bool(self._rows))
        self.add_button.setVisible(bool(self._rows))
        self.list.show_sections(sections, now)
        self._card.setMaximumHeight(self.list.content_height() + 2)
        self.board.show_rows(self._rows, self._wish, now)
        self._body.setCurrentIndex(self._page_for(found=bool(sections)))

    def _page_for(self, *, found: bool) -> int:
        if not self._rows:
            return 2
        if not found:
            return 3
        return 1 if self.view_choice.current == BOARD else 0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self.refresh()

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _on_text(self, text: str) -> None:
        self._wish = replace(self._wish, text=text)
        self._arrange()

    def _on_state(self, action: QAction) -> None:
        value = action.data()
        state = ApplicationState(value) if value else None
        self._wish = replace(self._wish, state=state)
        label = STATE_LOOKS[state].label if state else "all"
        self.state_button.setText(f"State: {label}")
        self.state_button.updateGeometry()
        self._arrange()

    def _on_needs_me(self, checked: bool) -> None:
        self._wish = replace(self._wish, needs_me=checked)
        self._arrange()

    def _on_sort(self, column: str, descending: bool) -> None:
        self._wish = replace(self._wish, column=Column(column), descending=descending)
        self._arrange()

    def _on_view(self, view: str) -> None:
        self._arrange()

    def _add(self) -> None:
        self.add_interview.emit()
