"""The page on which one thinks back on an interview: a question at a time, or a whole section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QWidget

from core.playbook.kinds import ReflectionPath
from gui.desk import Desk
from gui.models.reflect_words import page_sentence
from gui.reflect.aside import ReflectAside
from gui.reflect.card import ALL_KEYS, BACK_KEYS, NEXT_KEYS, ReflectCard
from gui.reflect.sitting import Sitting
from gui.reflect.walk import Walk
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.headers import PageHeader
from gui.widgets.page_frame import PageFrame
from gui.widgets.paint import Kind
from gui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from core.use_cases.reflections import ReflectionShown

ASIDE = 240
STACKED_UNDER = 1080
NARROW_UNDER = 900
PATHS = (
    (ReflectionPath.SHORT.value, "3 minutes", "timer"),
    (ReflectionPath.FULL.value, "15 minutes", None),
)


class ReflectPage(PageFrame):
    """Shows the reflection of `show_interview`. `said` carries a sentence for the toast."""

    left = Signal(int)
    """The application that it belongs to; 0 where that is not known."""
    application_wanted = Signal(int)
    """It is done: on to the application."""
    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._desk = desk
        self._wanted = ReflectionPath.SHORT
        self.sitting = Sitting(desk, self)
        self._build()
        self.walk = Walk(theme, desk, self.sitting, self.card, self.aside, self)
        self._connect()
        self._add_keys()

    def _build(self) -> None:
        theme = self.theme
        self.header = PageHeader(theme, "Think back")
        self.paths = SegmentedControl(theme, PATHS, ReflectionPath.SHORT.value)
        self.paths.setAccessibleName("How long it may take")
        self.pause = Button(theme, "Pause", Kind.OUTLINE, "pause")
        self.header.add_button(self.paths)
        self.header.add_button(self.pause)
        self.card = ReflectCard(theme)
        self.aside = ReflectAside(theme)
        self.aside.hide()
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(32)
        self._split.addWidget(self.card, 1)
        self._split.addWidget(self.aside)
        self.column.addWidget(self.header)
        self.column.addLayout(self._split, 1)

    def _connect(self) -> None:
        sitting, card = self.sitting, self.card
        sitting.opened.connect(self._show)
        sitting.known.connect(self._look_again)
        sitting.saved.connect(card.show_saved)
        sitting.refused.connect(self._complain)
        sitting.gone.connect(self._lost)
        card.leave_wanted.connect(self.leave)
        self.pause.clicked.connect(self.leave)
        self.paths.chosen.connect(self._choose_path)
        self.walk.asked.connect(self.setFocusProxy)
        self.walk.said.connect(self.said)
        self.walk.ends.changed.connect(self._show_aside)
        self.walk.ends.left.connect(self._go_to_application)

    def _add_keys(self) -> None:
        for keys, slot in (
            (NEXT_KEYS, self.walk.go_on),
            ("Ctrl+Enter", self.walk.go_on),
            ("Alt+Right", self.walk.go_on),
            (BACK_KEYS, self.walk.go_back),
            (ALL_KEYS, self.walk.turn_whole),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ------------------------------------------------------------ which reflection

    def show_interview(self, interview_id: int, path: ReflectionPath) -> None:
        """Show the reflection on that interview; the one before is kept as it stands.

        Where the fifteen minutes are wanted after the three, they are gone on with; on a later
        day as a second look.
        """
        self._wanted = path
        self.sitting.open(interview_id, path)

    def is_asking(self) -> bool:
        """Whether a question is shown."""
        return self.card.shows_questions and bool(self.card.views)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.sitting.flush()

    def close_down(self) -> None:
        """At the end of the program: what was typed is stored."""
        self.sitting.flush()

    def leave(self) -> None:
        """Go to the application; all is kept, also the place."""
        self.sitting.flush()
        shown = self.sitting.shown
        self.left.emit(shown.application_id if shown is not None else 0)

    def _choose_path(self, key: str) -> None:
        """The fifteen minutes after the end of three: what was not asked yet, or a second look."""
        shown = self.sitting.shown
        longer = ReflectionPath(key) is ReflectionPath.FULL
        if shown is not None and longer and self.walk.ends.shows_done:
            self.show_interview(shown.interview_id, ReflectionPath.FULL)
        else:
            self.walk.choose_path(key)

    def _go_to_application(self) -> None:
        if self.sitting.shown is not None:
            self.application_wanted.emit(self.sitting.shown.application_id)

    def _show(self, shown: ReflectionShown) -> None:
        full, short = ReflectionPath.FULL, ReflectionPath.SHORT
        longer = self._wanted is full and self.sitting.path is short
        self._wanted = ReflectionPath.SHORT
        if longer and shown.may_start_again:
            self.sitting.open(shown.interview_id, full, again=True)
            return
        if longer:
            self.sitting.set_path(full)
        self.header.set_sentence(page_sentence(shown, self._desk.now()))
        self.paths.choose(self.sitting.path.value)
        self.paths.setVisible(not shown.gentle)
        self.aside.tomorrow.setVisible(shown.sitting == 1 and shown.finished_at is None)
        loaded = self.sitting.loaded
        refused = loaded.refused if loaded is not None else ""
        self.aside.trouble.say(refused)
        if refused and self.window_under(STACKED_UNDER):
            self.said.emit(refused)
        self.card.show_saved(True)
        if shown.finished_at is None or shown.changed_since:
            self.walk.resume()
        elif longer:
            self.walk.begin_open()
        else:
            self.walk.ends.show_before()

    def _look_again(self, shown: ReflectionShown) -> None:
        """That it was finished may have been undone: then it goes on where it ended."""
        if shown.finished_at is None and self.walk.ends.shows_done:
            self.walk.resume()

    def _show_aside(self) -> None:
        """Where there is room for it, and not beside what a friend sees."""
        narrow = self.window_under(STACKED_UNDER)
        self.aside.setVisible(not narrow and not self.walk.ends.shows_friends)

    # ------------------------------------------------------------ trouble

    def _complain(self, sentence: str) -> None:
        self.card.show_trouble(sentence)
        self.said.emit(sentence)

    def _lost(self, sentence: str) -> None:
        """Nobody is led away from where they are meanwhile."""
        if self.isVisibleTo(self.window()):
            self.said.emit(sentence)
            self.left.emit(0)

    # ------------------------------------------------------------ the window's width

    def narrowed(self) -> None:
        self._show_aside()
        self.aside.setFixedWidth(round(ASIDE * self.theme.text_scale))
        self.card.narrow(narrow=self.window_under(NARROW_UNDER))
