"""The card of the reflection: how far one is, the questions, and the way on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.reflect.question_view import QuestionView
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.frames import Card, Hairline, ScrollArea
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind
from gui.widgets.steps_bar import StepsBar

PADDING, SMALL_PADDING = 40, 20
BELOW = 90
"""Pixels kept in sight below the field in use."""
NEXT_KEYS, BACK_KEYS, ALL_KEYS = "Ctrl+Return", "Alt+Left", "Ctrl+Shift+S"
ONWARD = "arrow-right"
ONE, WHOLE = "Show the whole section", "One question at a time"


class ReflectCard(Card):
    """Shows questions, or another part in their place. Its foot stays in sight."""

    next_wanted = Signal()
    back_wanted = Signal()
    leave_wanted = Signal()
    whole_wanted = Signal()
    """A whole section instead of one question, or the other way round."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self.views: tuple[QuestionView, ...] = ()
        self._wanted: QuestionView | None = None
        self.where = Label(theme, "", Role.CAPTION, "text-2")
        self.time_left = Label(theme, "", Role.CAPTION, "text-2")
        self.whole = Button(theme, ONE, Kind.QUIET, "list")
        self.bar = StepsBar(theme)
        self._stack = QStackedWidget()
        self._content = QWidget()
        self._questions = QVBoxLayout(self._content)
        self._questions.setContentsMargins(4, 4, 12, 8)
        self._questions.setSpacing(24)
        self.scroller = ScrollArea(self._content)
        self.scroller.verticalScrollBar().rangeChanged.connect(self._scroll)
        self._stack.addWidget(self.scroller)
        self.back = Button(theme, "Back", Kind.OUTLINE, "arrow-left")
        self.leave = Button(theme, "Leave it for now", Kind.QUIET)
        self._saved_icon = IconLabel(theme, "check", "moss")
        self.saved = Label(theme, "", Role.CAPTION, "text-2")
        self.next = Button(theme, "Next", Kind.FILLED, ONWARD, tall=True)
        self.next.icon_last = True
        self._frame = QVBoxLayout()
        self._frame.setSpacing(0)
        self.column.addLayout(self._frame)
        self._frame.addLayout(self._make_top())
        self._frame.addSpacing(10)
        self._frame.addWidget(self.bar)
        self._frame.addSpacing(20)
        self._frame.addWidget(self._stack, 1)
        self._frame.addSpacing(12)
        self._frame.addLayout(self._make_foot())
        self.narrow(narrow=False)
        self.show_saved(True)
        self.next.clicked.connect(self.next_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self.whole.clicked.connect(self.whole_wanted)
        for button, keys in (
            (self.next, NEXT_KEYS),
            (self.back, BACK_KEYS),
            (self.whole, ALL_KEYS),
        ):
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))

    # ------------------------------------------------------------ what it shows

    def show_questions(self, title: str, views: Sequence[QuestionView]) -> None:
        """Show these questions; `title` is the section's, where it is shown whole.

        A view that was shown before stays as it is, with what is being typed in it.
        """
        known = self.views
        self._clear(keep=views)
        self.views = tuple(views)
        if title:
            heading = Label(self._theme, title, Role.QUESTION, wrap=True)
            self._questions.addWidget(heading)
        for number, view in enumerate(views):
            if number:
                self._questions.addWidget(Hairline(self._theme))
            self._questions.addWidget(view)
            if view not in known:
                view.edited.connect(self._keep_in_sight)
        self._questions.addStretch(1)
        self._order_tabs()
        self.next.setEnabled(True)
        self.show_calm(calm=False)
        self._stack.setCurrentWidget(self.scroller)
        if not known or views[0] is not known[0]:
            self.scroller.verticalScrollBar().setValue(0)
        self.whole.show()

    def show_part(self, part: QWidget) -> None:
        """Show something else in place of the questions."""
        self._clear()
        if self._stack.indexOf(part) < 0:
            self._stack.addWidget(part)
        self._stack.setCurrentWidget(part)
        self.whole.hide()

    @property
    def shown_part(self) -> QWidget | None:
        """What stands in place of the questions, or the questions."""
        return self._stack.currentWidget()

    @property
    def shows_questions(self) -> bool:
        return self._stack.currentWidget() is self.scroller

    def show_progress(self, where: str, time_left: str, done: int, of: int) -> None:
        """In words, and as a bar."""
        for label, words in ((self.where, where), (self.time_left, time_left)):
            label.setText(words)
            label.setVisible(bool(words))
        self.bar.show_steps(done, of)
        self.bar.setVisible(bool(where))
        self.bar.setAccessibleName(where)

    def show_way(self, *, back: bool, onward: str, icon_name: str | None = ONWARD) -> None:
        """Whether there is a way back, and what the button on is called; empty: none."""
        self.back.setVisible(back)
        self.next.setVisible(bool(onward))
        self.next.setText(onward or "Next")
        self.next.set_icon_name(icon_name)
        self.next.icon_last = icon_name == ONWARD

    def show_calm(self, *, calm: bool) -> None:
        """Nothing is asked any more: nothing to leave, and nothing to save."""
        self.leave.setVisible(not calm)
        self._saved_icon.setVisible(not calm)
        self.saved.setVisible(not calm and not self._narrow)

    def show_saved(self, saved: bool) -> None:
        """Whether all that was typed is stored."""
        self._saved_icon.set_icon("check" if saved else "pencil", "moss" if saved else "text-2")
        self.saved.setText("Saved as you type" if saved else "Saving…")

    def show_trouble(self, sentence: str) -> None:
        """It could not be saved; it is tried again."""
        self._saved_icon.set_icon("circle-alert", "brick")
        self.saved.setText("Not saved yet")
        self.saved.setToolTip(sentence)

    def show_mode(self, *, whole: bool) -> None:
        """What the button for the other way offers."""
        self.whole.setText(WHOLE if whole else ONE)
        self.whole.updateGeometry()

    def narrow(self, *, narrow: bool) -> None:
        """Less room around the questions, and fewer words in the foot."""
        side = SMALL_PADDING if narrow else PADDING
        self._frame.setContentsMargins(side, 22 if not narrow else 16, side, 20)
        self._narrow = narrow
        self.saved.setVisible(not narrow)

    def bring_into_sight(self, view: QuestionView) -> None:
        """Scroll to one of several questions, as soon as they are laid out, until it is edited."""
        self._wanted = view
        self._scroll()

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """The first field, where there is one."""
        if self.views and self.shows_questions:
            self.views[0].editor.take_focus(reason)

    # ------------------------------------------------------------ parts

    def _order_tabs(self) -> None:
        """Tab goes through the questions, and then to the way on."""
        stops: list[QWidget] = [self.whole]
        for view in self.views:
            stops += tuple(tab_stops(view))
        for before, after in pairwise((*stops, self.back, self.leave, self.next)):
            QWidget.setTabOrder(before, after)

    def _make_top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.where)
        row.addStretch(1)
        row.addWidget(self.whole)
        row.addWidget(self.time_left)
        return row

    def _make_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.back)
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self._saved_icon)
        row.addWidget(self.saved)
        row.addSpacing(8)
        row.addWidget(self.next)
        return row

    def _keep_in_sight(self, _question: str, _answer: object) -> None:
        """A field that grows under the keyboard stays in sight."""
        self._wanted = None
        self._show_focused()

    def _show_focused(self) -> None:
        """With room for the next line below it."""
        focused = self.focusWidget()
        if self._content.isAncestorOf(focused):
            self.scroller.ensureWidgetVisible(focused, 0, BELOW)

    def _scroll(self, _low: int = 0, _high: int = 0) -> None:
        wanted = self._wanted
        if wanted is not None and wanted in self.views[1:]:
            top = wanted.mapTo(self._content, QPoint(0, 0)).y()
            self.scroller.verticalScrollBar().setValue(max(0, top - 12))
        elif wanted is None:
            self._show_focused()

    def _clear(self, keep: Sequence[QuestionView] = ()) -> None:
        self.views = ()
        self._wanted = None
        while (item := self._questions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in keep:
                widget.hide()
                widget.deleteLater()


def tab_stops(part: QWidget) -> Iterator[QWidget]:
    """The fields and buttons inside a part, in the order in which Tab reaches them."""
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()
