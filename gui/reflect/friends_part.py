"""A friend's view: the page that leaves, and what comes back, kept beside one's own answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from core.reflection.brief import Brief, brief
from gui.answers import sentence_of
from gui.desk import Desk
from gui.reflect import actions
from gui.reflect.leaving_part import LeavingPart
from gui.reflect.replies_part import RepliesPart
from gui.reflect.sitting import Sitting
from gui.theme import Role, Theme
from gui.widgets.labels import Label
from gui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from core.reflection.friends import FriendView
    from core.use_cases.reflections import ReflectionShown

LEAVES, CAME = "leaves", "came"
WAYS = ((LEAVES, "What you send", None), (CAME, "What came back", None))


class FriendsPart(QWidget):
    """`said` carries a sentence for the toast."""

    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, sitting: Sitting) -> None:
        super().__init__()
        self._theme = theme
        self._desk = desk
        self._editing = 0
        self._sitting = sitting
        self._page: Brief | None = None
        self.ways = SegmentedControl(theme, WAYS, LEAVES)
        self.ways.setAccessibleName("A friend's view")
        self.leaving = LeavingPart(theme)
        self.replies = RepliesPart(theme)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.leaving)
        self._stack.addWidget(self.replies)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Label(theme, "A friend's view", Role.QUESTION))
        column.addWidget(self.ways)
        column.addWidget(self._stack, 1)
        self.ways.chosen.connect(self.show_way)
        self.leaving.said.connect(self.said)
        self.replies.reply_given.connect(self.take_reply)
        self.replies.file_chosen.connect(self._read_file)
        self.replies.removed.connect(self._remove)
        self.replies.edit_wanted.connect(self._edit)
        sitting.known.connect(self._show_views)

    def show_shown(self, shown: ReflectionShown) -> None:
        """Show both sides of that reflection; what has come back first, if anything has."""
        role = ", ".join(part for part in (shown.role, shown.round.lower()) if part)
        self._page = brief(self._sitting.answers, role, shown.people)
        self.leaving.show_page(self._page)
        self.replies.say("")
        self._show_views(shown)
        self.show_way(CAME if shown.views else LEAVES)

    def show_way(self, way: str) -> None:
        """What leaves, or what came back."""
        self.ways.choose(way)
        part = self.leaving if way == LEAVES else self.replies
        self._stack.setCurrentWidget(part)

    def take_reply(self, text: str) -> None:
        """Read what a friend sent, and keep it."""
        if self._sitting.shown is not None and self._page is not None:
            self._desk.write(
                actions.keep_reply,
                self._sitting.shown.id,
                text,
                self._page,
                then=self._kept,
                otherwise=self._not_kept,
            )

    def _read_file(self, file: Path) -> None:
        self._desk.read(
            actions.read_reply_file, file, then=self.take_reply, otherwise=self._not_kept
        )

    def _kept(self, not_found: tuple[str, ...]) -> None:
        self.replies.take_kept(not_found)
        self._sitting.read_again()

    def _not_kept(self, error: Exception) -> None:
        """What was pasted stays where it is."""
        self.replies.say(sentence_of(error))

    def _remove(self, view_id: int) -> None:
        self._desk.write(actions.remove_view, view_id)

    def _edit(self, view_id: int) -> None:
        from gui.dialogs.friends_view import FriendsViewDialog

        shown = self._sitting.shown
        for kept in shown.views if shown is not None else ():
            if kept.id == view_id:
                self._editing = view_id
                dialog = FriendsViewDialog(self._theme, kept.view, self.window())
                dialog.taken.connect(self._store)
                dialog.open()

    def _store(self, view: FriendView) -> None:
        self._desk.write(actions.edit_view, self._editing, view)

    def _show_views(self, shown: ReflectionShown) -> None:
        self.replies.show_views(shown.views)
