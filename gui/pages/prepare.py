"""Prepare: the next round in parts, the bank of stories, and the week of the hunt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from core.refusal import Gone
from gui.desk import Changed, Desk
from gui.models.prepare_words import (
    APPLICATION,
    COMPANY,
    DAY,
    QUESTIONS,
    STORIES,
    TOLD,
    headline,
    round_choices,
)
from gui.prepare import actions
from gui.prepare.company_tab import CompanyTab
from gui.prepare.day_tab import DayTab
from gui.prepare.list_tab import ListTab
from gui.prepare.questions_tab import QuestionsTab
from gui.prepare.stories_tab import StoriesTab
from gui.prepare.tab import Tab
from gui.prepare.told_tab import ToldTab
from gui.prepare.week_tab import WeekTab
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from gui.widgets.fields import ChoiceField
from gui.widgets.frames import ScrollArea
from gui.widgets.headers import PageHeader
from gui.widgets.page_frame import PageFrame
from gui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from core.use_cases.preparation import Preparation, RoundAhead

LIST, WEEK = "list", "week"
PARTS: dict[str, tuple[str, type[Tab]]] = {
    LIST: ("Checklist", ListTab),
    COMPANY: ("Company", CompanyTab),
    STORIES: ("Stories", StoriesTab),
    QUESTIONS: ("Questions", QuestionsTab),
    TOLD: ("Told them", ToldTab),
    DAY: ("The day", DayTab),
    WEEK: ("The week", WeekTab),
}
WIDEST = 800
NO_INTERVIEW = (
    "No interview lies ahead.",
    "Once one is planned, everything to prepare for it stands here.",
)
NO_DAY = (
    "No day is planned yet.",
    "The page for it comes with the next round. What you prepare now will stand on it.",
)
NO_ROUND = "Nothing is planned just now. Stories and the week of the hunt are here in any case."


class PreparePage(PageFrame):
    """`add_interview` asks for the form, `open_application` for the page of one application, and
    `said` carries a sentence for the toast."""

    add_interview = Signal()
    open_application = Signal(int)
    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, widest=WIDEST, parent=parent)
        self._desk = desk
        self._rounds: tuple[RoundAhead, ...] = ()
        self._wanted: int | None = None
        self._view: Preparation | None = None
        self._stale = True
        self._tabs: dict[str, Tab] = {}
        self._build_head()
        self._build_body()
        desk.changed.connect(self._on_changed)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._next_part if step > 0 else self._part_before)

    def _build_head(self) -> None:
        self.header = PageHeader(self.theme, "Prepare", NO_ROUND)
        self.rounds = ChoiceField(self.theme)
        self.rounds.setAccessibleName("Which round")
        self.rounds.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.rounds.activated.connect(self._choose_round)
        self.header.add_button(self.rounds)
        self.column.addWidget(self.header)
        choices = [(key, words, None) for key, (words, _tab) in PARTS.items()]
        self.parts = SegmentedControl(self.theme, choices, LIST)
        self.parts.setAccessibleName("Part of the preparation")
        self.parts.chosen.connect(self.show_part)
        self.parts_field = ChoiceField(self.theme, [(k, w) for k, (w, _t) in PARTS.items()])
        self.parts_field.setAccessibleName("Part of the preparation")
        self.parts_field.activated.connect(self._choose_part)
        whole = QWidget()  # never keeps the window wide: where it does not fit, it folds
        whole.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.parts)
        line.addWidget(self.parts_field)
        line.addStretch(1)
        self.column.addWidget(whole)

    def _build_body(self) -> None:
        self.body = QStackedWidget()
        self.empty = EmptyState(
            self.theme,
            "list-checks",
            *NO_INTERVIEW,
            "Add an interview",
        )
        self.empty.pressed.connect(self.add_interview)
        self.body.addWidget(self.empty)
        self.body.addWidget(QWidget())
        self.body.setCurrentIndex(1)
        self.column.addWidget(self.body, 1)

    @property
    def current_part(self) -> str:
        """The part that is shown, by its key."""
        return self.parts.current

    def tab(self, key: str) -> Tab:
        """A part of the page, made now if it was not there yet."""
        if key not in self._tabs:
            tab = self._tabs[key] = PARTS[key][1](self.theme, self._desk)
            tab.said.connect(self.said)
            tab.wanted.connect(self._go_on)
            self.body.addWidget(ScrollArea(tab))
        return self._tabs[key]

    def show_round(self, interview_id: int, part: str = LIST) -> None:
        """Prepare that round; the next one where it is not offered."""
        self._wanted = interview_id
        self.show_part(part)
        self.refresh()

    def show_week(self) -> None:
        """Show this week of the hunt."""
        week = self.tab(WEEK)
        if isinstance(week, WeekTab):
            week.show_this_week()
        self.show_part(WEEK)
        self.refresh()

    def show_part(self, key: str) -> None:
        """Show one part of the page."""
        self.parts.choose(key)
        self.parts_field.choose(key)
        if self._stale:
            return
        self._show_current()

    def refresh(self) -> None:
        """Read everything anew."""
        self._stale = False
        self.note_day(self._desk.now())
        self._desk.read(actions.rounds_to_prepare, then=self._show_rounds)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale or self.another_day(self._desk.now()):
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back to a window that stood open overnight sees the present week."""
        super().changeEvent(event)
        came_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came_back and self.isVisible() and self.another_day(self._desk.now()):
            self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The window gave the page the keyboard: go on in the part that is shown."""
        self._focus_part()

    def narrowed(self) -> None:
        """Where the parts do not fit beside one another, they fold into one field."""
        margins = self.column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        fits = self.parts.sizeHint().width() <= room
        self.parts.setVisible(fits)
        self.parts_field.setVisible(not fits)
        widest = round(320 * max(1.0, self.theme.text_scale))
        self.rounds.setMaximumWidth(min(widest, room // 2))

    def _show_rounds(self, rounds: tuple[RoundAhead, ...]) -> None:
        self._rounds = rounds
        now = self._desk.now()
        self.rounds.clear()
        for each, told in zip(rounds, round_choices(rounds, now), strict=True):
            self.rounds.addItem(told, str(each.interview_id))
        self.rounds.setVisible(len(rounds) > 1)
        chosen = self._round_wanted()
        if chosen is None:
            self._view = None
            self.header.set_sentence(NO_ROUND)
            self._show_current()
            return
        if self._wanted is None:
            self._wanted = chosen.interview_id
        self.rounds.choose(str(chosen.interview_id))
        self._desk.read(
            actions.prepare, chosen.interview_id, then=self._show_view, otherwise=self._gone
        )

    def _round_wanted(self) -> RoundAhead | None:
        """The round that is asked for, as long as it is offered; else the first one. It is asked
        for still when Undo brings it back."""
        wanted = (each for each in self._rounds if each.interview_id == self._wanted)
        return next(wanted, self._rounds[0] if self._rounds else None)

    def _show_view(self, view: Preparation) -> None:
        self._view = view
        named, now = len(self._rounds) < 2, self._desk.now()
        self.header.set_sentence(headline(view.round, view.checklist, now, named=named))
        self._show_current()

    def _gone(self, error: Exception) -> None:
        """The round went away between two readings: read again what there is."""
        if isinstance(error, Gone):
            self.refresh()
            return
        self._view = None
        self._show_current()
        self._desk.say(error)

    def _show_current(self) -> None:
        tab = self.tab(self.current_part)
        if tab.needs_round and self._view is None:
            self._show_empty(*NO_INTERVIEW)
            return
        if tab.needs_day and self._view is not None and self._view.round.over:
            self._show_empty(*NO_DAY)
            return
        tab.show_view(self._view)
        scroll = tab.parentWidget()
        while scroll is not None and scroll.parentWidget() is not self.body:
            scroll = scroll.parentWidget()
        if scroll is not None:
            self.body.setCurrentWidget(scroll)
        if self.hasFocus():  # the keyboard came before there was anything to go to
            self._focus_part()

    def _show_empty(self, headline: str, sentence: str) -> None:
        self.empty.set_words(headline, sentence)
        self.body.setCurrentWidget(self.empty)
        if self.hasFocus():
            self._focus_part()

    def _go_on(self, key: str) -> None:
        if key != APPLICATION:
            self._enter_part(key)
        elif self._view is not None:
            self.open_application.emit(self._view.round.application_id)

    def _enter_part(self, key: str) -> None:
        self.show_part(key)
        self._focus_part()

    def _focus_part(self) -> None:
        if self.body.currentWidget() is self.empty:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.current_part in self._tabs:
            self._tabs[self.current_part].take_focus()

    def _choose_part(self, _index: int) -> None:
        self.show_part(self.parts_field.value)

    def _next_part(self) -> None:
        self._turn(1)

    def _part_before(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        keys = list(PARTS)
        self._enter_part(keys[(keys.index(self.current_part) + step) % len(keys)])

    def _choose_round(self, _index: int) -> None:
        self._wanted = int(self.rounds.value)
        self.refresh()

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True
