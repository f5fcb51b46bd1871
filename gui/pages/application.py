"""One application: what it is, everything that happened and comes, and what happened just now."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.playbook.values import Event
from gui import page_actions
from gui.answers import sentence_of
from gui.application_hand import ApplicationHand
from gui.application_messages import ApplicationMessages
from gui.application_replies import ADD as ADD_REPLY
from gui.application_replies import ApplicationReplies
from gui.desk import Changed, Desk
from gui.icons import icon
from gui.models import preview
from gui.models.application_facts import (
    decision_line,
    flags,
    next_step,
    person_look,
)
from gui.models.application_words import STATE_LOOKS
from gui.models.happenings import Happening
from gui.models.main_action import entry_words
from gui.theme import Theme
from gui.widgets.application_body import GUTTER, ApplicationBody
from gui.widgets.application_header import ApplicationHeader
from gui.widgets.buttons import Button
from gui.widgets.fields import CheckBox
from gui.widgets.frames import Card
from gui.widgets.headers import SectionHeader
from gui.widgets.page_frame import SMALL_MARGIN, PageFrame
from gui.widgets.paint import Kind
from gui.widgets.people_card import PeopleCard, full_name
from gui.widgets.timeline import Timeline
from gui.widgets.what_happened import WhatHappened

if TYPE_CHECKING:
    from core.playbook.difference import Difference
    from core.use_cases.applications import ApplicationDetail

ASIDE = 344
SMALL_ASIDE = 320
STACKED_UNDER = 900
LEAST_TIMELINE = 300
NARROW_UNDER = 1000
SHORT_DATES_UNDER = 1060
TITLE = "What happened, what comes"
SHORT_TITLE = "Time line"


class ApplicationPage(PageFrame):
    """Shows the application of `show_application`. `back` leads to the list, `acted` carries a
    step whose main action is wanted, `said` a sentence for the toast."""

    back = Signal()
    acted = Signal(int)
    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, top=12, gutter=GUTTER, parent=parent)
        self._desk = desk
        self._detail: ApplicationDetail | None = None
        self._wanted: int | None = None
        self._ask_then: Happening | None = None
        self._stale = False
        self._main_step: int | None = None
        self._previews: deque[Event] = deque()
        self.hand = ApplicationHand(theme, desk, self)
        self.replies = ApplicationReplies(theme, desk, self)
        self._build_header()
        self._build_timeline()
        self._build_body()
        self.messages = ApplicationMessages(theme, desk, self.header, self.people, self)
        self.start_at(self.timeline)
        self._connect()

    def _build_header(self) -> None:
        self.header = ApplicationHeader(self.theme)
        menu = self.header.menu
        for words, drawing, slot in (
            ("Add interview…", "calendar-plus", self.hand.add_interview),
            (ADD_REPLY, "reply", self.replies.add),
            ("Change the application…", "pencil", self.hand.edit_application),
            ("Add a person…", "user-plus", self.hand.add_person),
            ("Remove the application", "trash-2", self.hand.remove_application),
        ):
            menu.addAction(icon(self.theme, drawing, "text-2"), words).triggered.connect(slot)
        self.column.addWidget(self.header)

    def _build_timeline(self) -> None:
        self.timeline = Timeline(self.theme)
        self.show_cancelled = CheckBox(self.theme, "Show cancelled", checked=True)
        header = self._timeline_header = SectionHeader(self.theme, TITLE)
        header.add_button(self.show_cancelled)
        self._timeline_card = Card(self.theme, padding=1, spacing=0)
        self._timeline_card.column.addWidget(self.timeline)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(header)
        column.addWidget(self._timeline_card, 1)
        column.addStretch(0)

    def _build_aside(self) -> QWidget:
        self.what_happened = WhatHappened(self.theme)
        title = SectionHeader(self.theme, "What happened?")
        title.setMinimumHeight(self.show_cancelled.sizeHint().height())
        return _under(title, self.what_happened)

    def _build_people(self) -> QWidget:
        self.people = PeopleCard(self.theme)
        self.add_person = Button(self.theme, "Add", Kind.TEXT, "plus")
        self.add_person.setAccessibleName("Add a person")
        self._people_header = SectionHeader(self.theme, "People")
        self._people_header.add_button(self.add_person)
        return _under(self._people_header, self.people)

    def _build_body(self) -> None:
        self.body = ApplicationBody(self._left, self._build_aside(), self._build_people())
        self.column.addWidget(self.body, 1)
        self._content = self.body.content
        self._content.hide()

    def _connect(self) -> None:
        self.header.back.connect(self.back)
        self.header.acted.connect(self._act)
        self.hand.acted.connect(self.acted)
        self.hand.removed.connect(self.back)
        self.hand.said.connect(self.said)
        self.timeline.chosen.connect(self.hand.on_row)
        self.timeline.chosen.connect(self.replies.on_row)
        self.timeline.snoozed.connect(self.hand.snooze)
        self.show_cancelled.toggled.connect(self._show_timeline)
        self.what_happened.previewed.connect(self._preview)
        self.what_happened.noted.connect(self._note)
        self.what_happened.opened.connect(self._reveal_later)
        self.what_happened.mail_wanted.connect(self._add_reply)
        self.add_person.clicked.connect(self.hand.add_person)
        self.people.edited.connect(self.hand.edit_person)
        self._desk.changed.connect(self._on_changed)
        way_back = QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self)
        way_back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        way_back.activated.connect(self.back)

    def show_application(self, application_id: int, ask: str = "") -> None:
        """Show that application; `ask` opens a question of "What happened?" at once."""
        if application_id != self._wanted:
            self.what_happened.close_question()
            self.timeline.open_at_now()
            self._content.hide()
        self._wanted = self.replies.application_id = application_id
        self._ask_then = Happening(ask) if ask else None
        self.refresh()

    def refresh(self) -> None:
        """Read it anew."""
        self._stale = False
        if self._wanted is not None:
            self._desk.read(
                page_actions.detail, self._wanted, then=self._show, otherwise=self._gone
            )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self.refresh()

    def narrowed(self) -> None:
        stacked = self._is_stacked
        self.timeline.set_narrow(self.window_under(SHORT_DATES_UNDER))
        beside = self.window_under(NARROW_UNDER) and not stacked
        self._timeline_header.set_title(SHORT_TITLE if beside else TITLE)
        self.header.set_gutter(GUTTER)
        aside = round(self._aside_width * self.theme.text_scale)
        self.body.arrange(stacked=stacked, aside=aside)
        self._fit_timeline()

    @property
    def _is_stacked(self) -> bool:
        """One column: in small windows, and where the time line would have too little room."""
        beside = self._aside_width + LEAST_TIMELINE + 2 * SMALL_MARGIN
        return self.window_under(STACKED_UNDER) or self.theme.narrow(self.width(), beside)

    @property
    def _aside_width(self) -> int:
        return SMALL_ASIDE if self.window_under(NARROW_UNDER) else ASIDE

    def _reveal_later(self) -> None:
        QTimer.singleShot(0, self._reveal_question)

    def _reveal_question(self) -> None:
        """Bring the open question into sight, with its preview and "Note it"."""
        self.body.reveal(self.what_happened.answer, self.what_happened.preview)

    def _fit_timeline(self) -> None:
        height = self.timeline.sizeHint().height() + 4
        self._timeline_card.setMaximumHeight(height)
        stacked = self._is_stacked
        self._timeline_card.setMinimumHeight(height if stacked else min(height, 200))

    def _show(self, detail: ApplicationDetail) -> None:
        if detail.id != self._wanted:
            return
        self._detail = self.hand.detail = detail
        now, look = self._desk.now(), STATE_LOOKS[detail.state]
        self.header.show_facts(detail.company, detail.role, look, decision_line(detail, now))
        self.header.show_flags(flags(detail))
        self._offer_step()
        self.messages.show_detail(detail)
        self.people.show_people(tuple(person_look(card) for card in detail.people))
        self._people_header.set_count(len(detail.people) or None)
        named = tuple((card.uid, full_name(card.title, card.name)) for card in detail.people)
        self.what_happened.prepare(named, now, {card.uid: card.name for card in detail.people})
        if self._content.isHidden():
            self._content.show()
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_timeline()
        self.narrowed()
        self._ask_if_wanted()

    def _offer_step(self) -> None:
        step = next_step(self._detail, self._desk.now()) if self._detail else None
        self._main_step = step.step_id if step is not None else None
        if step is None:
            self.header.offer("", "", "")
        else:
            words = entry_words(step)
            self.header.offer(words.full, words.icon, step.title)

    def _show_timeline(self) -> None:
        if self._detail is not None:
            shown = self.show_cancelled.isChecked()
            now = self._desk.now()
            self.timeline.show_entries(self._detail.timeline, now, show_cancelled=shown)
            self._fit_timeline()

    def _ask_if_wanted(self) -> None:
        asked, self._ask_then = self._ask_then, None
        if asked is not None:
            self.what_happened.ask(asked)

    def _gone(self, error: Exception) -> None:
        self._wanted = self._detail = self.hand.detail = self.replies.application_id = None
        self._content.hide()
        self.said.emit(sentence_of(error))
        self.back.emit()

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _act(self) -> None:
        if self._main_step is not None:
            self.acted.emit(self._main_step)

    def _preview(self, event: Event) -> None:
        if self._wanted is not None:
            self._previews.append(event)
            self._desk.read(
                page_actions.preview,
                self._wanted,
                event,
                then=self._show_preview,
                otherwise=self._no_preview,
            )

    def _show_preview(self, difference: Difference) -> None:
        now = self._desk.now()
        self._tell_preview(preview.sentence(difference, now), preview.whole_list(difference, now))

    def _no_preview(self, error: Exception) -> None:
        self._tell_preview(sentence_of(error))

    def _tell_preview(self, sentence: str, whole: str = "") -> None:
        """Previews come in the order in which they were asked; only the latest still counts."""
        if self._previews.popleft() is self.what_happened.ready_event:
            self.what_happened.show_preview(sentence, whole)

    def _add_reply(self) -> None:
        """Their words tell what kind of reply it is: no second question."""
        self.what_happened.close_question()
        self.replies.add()

    def _note(self, event: Event) -> None:
        mended_by = self.what_happened.mended_by
        self.hand.note(event)
        self.what_happened.close_question()
        self.messages.write(mended_by)


def _under(title: QWidget, part: QWidget) -> QWidget:
    """A part of the aside, with its title above."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(title)
    column.addWidget(part)
    return whole
