"""Today: what is due, what comes, and what can wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from core.agenda import Agenda, AgendaStep
from core.clock import Now
from gui import actions, glances
from gui.desk import Desk
from gui.models.agenda import AgendaModel
from gui.models.agenda_words import empty_words, next_interview_line, today_sentence
from gui.prepared_counts import PreparedCounts
from gui.theme import Role, Theme
from gui.widgets.agenda_view import AgendaView
from gui.widgets.aside import AsideCard
from gui.widgets.buttons import Button
from gui.widgets.empty_state import EmptyState
from gui.widgets.frames import ScrollArea
from gui.widgets.headers import PageHeader
from gui.widgets.labels import Label
from gui.widgets.own_sentence import OwnWords
from gui.widgets.page_start import StartingWidget
from gui.widgets.toast import ROOM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.awaited import Waiting
    from core.own_sentence import OwnSentence

MARGIN = 32
SMALL_MARGIN = 24
HEADER_TOP = 23
LIST_WIDEST = 800
ASIDE = 256
ASIDE_WIDEST = 360
STAY_MS = 400
"""How long a step that was done stays in its place."""


class TodayPage(StartingWidget):
    """The list of steps, with interviews ahead and what others owe beside it."""

    add_interview = Signal()
    open_application = Signal(int)
    acted = Signal(object)
    """An `AgendaStep` whose main action was asked for."""
    skip_wanted = Signal(object)
    pick_wanted = Signal(object)
    """An `AgendaStep` to be snoozed until a moment that the user picks."""
    put_back = Signal()
    """A step could not be closed: show the agenda as it is."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._ready = False
        self._undone = False
        self._next: tuple[Agenda, Now] | None = None
        self._model = AgendaModel(self)
        self._stay = QTimer(self, singleShot=True, interval=STAY_MS)
        self._stay.timeout.connect(self._show_next)
        self._build_header()
        self._build_body()
        self.start_at(self.steps)
        self._connect()

    def take(self, agenda: Agenda, now: Now) -> None:
        """Show these steps; a step that was just done stays a moment before it folds away."""
        self._next = (agenda, now)
        if not self._stay.isActive():
            self._show_next()

    def _show_next(self) -> None:
        if self._next is None:
            return
        agenda, now = self._next
        self._next = None
        undone, self._undone = self._undone, False
        before = self._model.places
        chosen = self.steps.chosen
        place = self.steps.currentIndex().row()
        self.header.set_sentence(today_sentence(agenda, now))
        if self._model.take(agenda, now):
            self._choose_again(chosen, place)
            if undone:
                self._return_to(self._model.arrived(before))
        self._show_emptiness(agenda, now)
        self._coming.show_interviews(agenda.coming_up, now)
        self._prepared.follow(agenda.coming_up)
        line = next_interview_line(agenda.coming_up[0], now) if agenda.coming_up else ""
        self._next_line.setText(line)
        self._arrange()
        if self._ready:
            self._desk.glance(glances.waiting, then=self._show_waiting)
            self._desk.glance(glances.own_sentence, then=self._show_sentence)

    def reveal(self, step_id: int) -> None:
        """Open the row of one step, if it is shown."""
        index = self._model.find(step_id)
        if index.isValid():
            self.steps.choose(index)
            self._bring_into_sight(self.steps.visualRect(index))

    def finish(self, step: AgendaStep) -> None:
        """Done: the row shows it at once, stays a moment, and folds away."""
        self._model.finish(step.id)
        self._stay.start()
        self._desk.write(actions.done, step.id, otherwise=self._put_back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build_header(self) -> None:
        self.header = PageHeader(self._theme, "Today")
        self.add_button = Button(self._theme, "Add interview", icon_name="plus")
        self.header.add_button(self.add_button)
        self._next_line = Label(self._theme, "", Role.CAPTION, "text-2")
        self._top = QVBoxLayout()
        self._top.setSpacing(4)
        self._top.addWidget(self.header)
        self._top.addWidget(self._next_line)

    def _build_body(self) -> None:
        self.steps = AgendaView(self._theme, self._model)
        self.empty = EmptyState(self._theme, "sun", "Nothing needs you today.")
        self.empty.hide()
        self._coming = AsideCard(self._theme, "Coming up")
        self._prepared = PreparedCounts(self._desk, self._coming)
        self._waiting = AsideCard(self._theme, "Waiting for them", "Nothing for you to do here.")
        self._own_words = OwnWords(self._theme)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self.steps)
        main.addWidget(self.empty)
        main.addStretch(1)
        self._beside = QWidget()
        aside = QVBoxLayout(self._beside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(16)
        aside.addWidget(self._coming)
        aside.addWidget(self._waiting)
        aside.addWidget(self._own_words)
        aside.addStretch(1)
        self._content = QWidget()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._split.setSpacing(MARGIN)
        self._split.addLayout(main, 1)
        self._split.addWidget(self._beside)
        self._scroll = ScrollArea(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_interview)
        self.steps.acted.connect(self.acted)
        self.steps.done.connect(self.finish)
        self.steps.reopened.connect(self._reopen)
        self.steps.skipped.connect(self.skip_wanted)
        self.steps.snoozed.connect(self._snooze)
        self.steps.row_shown.connect(self._bring_into_sight)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._arrange)
        self._coming.opened.connect(self.open_application)
        self._waiting.opened.connect(self.open_application)
        self._own_words.hidden_for_good.connect(self._hide_sentence)
        self._desk.ready.connect(self._get_ready)
        self._desk.undone.connect(self._take_undone)

    def _arrange(self, *_range: int) -> None:
        """Aside beside the list or below it; widths as the window allows."""
        narrow = self._theme.narrow(self.window().width(), 1100)
        small = self._theme.narrow(self.window().width(), 1000)
        side = SMALL_MARGIN if small else MARGIN
        wide = self.width() - 2 * side
        scale = self._theme.text_scale
        aside = 0 if narrow or not self._has_aside() else round(ASIDE * scale)
        room = wide if not aside else wide - aside - MARGIN
        main = min(room, round(LIST_WIDEST * scale))
        if aside:
            aside = min(round(ASIDE_WIDEST * scale), wide - MARGIN - main)
        way = QBoxLayout.Direction.LeftToRight if aside else QBoxLayout.Direction.TopToBottom
        self._split.setDirection(way)
        self._beside.setVisible(self._has_aside())
        self._beside.setFixedWidth(aside or main)
        used = main + (aside + MARGIN if aside else 0)
        spare = max(0, wide - used)
        bar = self._scroll.verticalScrollBar()
        taken = bar.width() if bar.maximum() > 0 else 0
        self._split.setContentsMargins(side, 18, max(0, side + spare - taken), ROOM)
        self._top.setContentsMargins(side, HEADER_TOP, side + spare, 0)
        self._next_line.setVisible(narrow and bool(self._next_line.text()))

    def _has_aside(self) -> bool:
        parts = (self._coming, self._waiting, self._own_words)
        return not all(part.isHidden() for part in parts)

    def _show_emptiness(self, agenda: Agenda, now: Now) -> None:
        empty = not self._model.rows
        self.empty.setVisible(empty)
        self.steps.setVisible(not empty)
        if empty:
            self.empty.set_words(*empty_words(agenda, now))

    def _choose_again(self, chosen: AgendaStep | None, place: int) -> None:
        """The same step, else the one that took its place, else the first that is due."""
        index = self._model.find(chosen.id) if chosen is not None else self._model.index(-1)
        if not index.isValid() and chosen is not None and place < len(self._model.rows):
            index = self._model.index(place)
        if self._model.step(index) is None:
            index = self._model.first_due()
        self.steps.choose(index)

    def _take_undone(self, what: str) -> None:
        self._undone = bool(what)

    def _return_to(self, index: QModelIndex) -> None:
        """What was undone is at hand again, for the keyboard too."""
        if index.isValid() and self.isVisible():
            self.steps.choose(index)
            self.steps.setFocus()
            self._bring_into_sight(self.steps.visualRect(index))

    def _get_ready(self) -> None:
        self._ready = True

    def _show_waiting(self, waiting: Sequence[Waiting]) -> None:
        self._waiting.show_waiting(waiting, self._desk.now())
        self._arrange()

    def _show_sentence(self, sentence: OwnSentence | None) -> None:
        self._own_words.show_sentence(sentence, self._desk.now())
        self._arrange()

    def _hide_sentence(self, reflection: str) -> None:
        from gui import page_actions  # the first picture does without

        self._desk.write(page_actions.change_setting, "hidden_sentence", reflection)

    def _reopen(self, step: AgendaStep) -> None:
        self._desk.write(actions.reopen, step.id)

    def _snooze(self, step: AgendaStep, choice: str) -> None:
        if choice == "pick":
            self.pick_wanted.emit(step)
        else:
            self._desk.write(actions.snooze_for, step.id, choice)

    def _put_back(self, error: Exception) -> None:
        """The step could not be closed: show it again, and say why."""
        self._stay.stop()
        self._desk.say(error)
        self.put_back.emit()

    def _bring_into_sight(self, rect: QRect) -> None:
        corner = self.steps.viewport().mapTo(self._content, rect.topLeft())
        middle = corner.y() + rect.height() // 2
        self._scroll.ensureVisible(0, middle, 0, rect.height() // 2 + SMALL_MARGIN)
