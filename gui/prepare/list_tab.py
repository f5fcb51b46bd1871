"""The checklist of a round: ticked from the keyboard, and added to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.preparation.checklist import OF_A_DAY
from core.preparation.checklist_values import TITLES, Section
from gui.desk import Desk
from gui.models.prepare_words import LEADS_TO, check_groups
from gui.prepare import actions
from gui.prepare.tab import AddLine, Tab
from gui.theme import Theme
from gui.widgets.check_list import REMOVE, CheckList
from gui.widgets.countdown import ThinBar
from gui.widgets.fields import ChoiceField


class ListTab(Tab):
    """Everything to prepare, with what is done already."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, desk, parent)
        self.bar = ThinBar(theme)
        self.column.addWidget(self.bar)
        self.column.addSpacing(4)
        self.list = CheckList(theme)
        self.list.ticked.connect(self._tick)
        self.list.acted.connect(self._act)
        self.column.addWidget(self.list)
        self.section("Something of your own", "plus")
        line = QHBoxLayout()
        line.setSpacing(8)
        self.groups = ChoiceField(theme)
        self.groups.setAccessibleName("Where it belongs")
        self.groups.setMaximumWidth(220)
        self.add = AddLine(theme, "An item of your own", "Iron the blue shirt")
        self.add.added.connect(self._add)
        line.addWidget(self.groups)
        line.addWidget(self.add, 1)
        self.column.addLayout(line)
        self.column.addStretch(1)

    def refresh(self) -> None:
        if self.view is not None:
            list_ = self.view.checklist
            self.bar.set_share(list_.done / max(1, list_.total))
            self.list.show_groups(check_groups(list_))
            self._offer_groups(between=self.view.known.between)

    def take_focus(self) -> None:
        self.list.focus_first(Qt.FocusReason.TabFocusReason)

    def _offer_groups(self, *, between: bool) -> None:
        """Those that there are; nothing happens where they are offered already."""
        offered = [s for s in TITLES if not (between and s in OF_A_DAY)]
        if self.groups.count() != len(offered):
            self.groups.clear()
            for section in offered:
                self.groups.addItem(TITLES[section], section.value)
            self.groups.choose((Section.QUESTIONS if between else Section.LOGISTICS).value)

    def _tick(self, key: str, done: bool) -> None:
        if self.view is not None:
            self.desk.write(
                actions.tick,
                self.view.round.interview_id,
                key,
                done,
                otherwise=self._put_back,
            )

    def _put_back(self, error: Exception) -> None:
        """It could not be stored: the rings show again what is."""
        self.refresh()
        self.desk.say(error)

    def _act(self, key: str, action: str) -> None:
        if self.view is None:
            return
        if action == REMOVE:
            self.desk.write(actions.remove_item, self.view.round.interview_id, key)
            return
        places = dict(LEADS_TO.values())
        self.wanted.emit(places[action])

    def _add(self, text: str) -> None:
        if self.view is not None:
            section = Section(self.groups.value)
            owner = self.view.round.interview_id
            self.desk.write(actions.add_item, owner, section, text, otherwise=self._not_added)

    def _not_added(self, error: Exception) -> None:
        self.add.give_back()
        self.desk.say(error)
