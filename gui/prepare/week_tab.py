"""The week of the hunt: what was done, what is aimed at, and the weeks before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.preparation.hunt_week import Effort, EffortView
from gui.desk import Desk
from gui.models.prepare_words import EFFORTS, effort_count, week_days, week_line, week_title
from gui.prepare import actions
from gui.prepare.tab import Tab
from gui.theme import Role, Theme
from gui.widgets.buttons import IconButton
from gui.widgets.countdown import ThinBar
from gui.widgets.entry_list import Entry, EntryList
from gui.widgets.fields import NumberField
from gui.widgets.frames import Card, Hairline
from gui.widgets.keyed_button import KeyedButton
from gui.widgets.labels import IconLabel, Label
from gui.widgets.paint import Kind

if TYPE_CHECKING:
    from core.use_cases.hunt_week import Hunt

STEPS = {
    Effort.APPLICATIONS: ((-1, "−1"), (1, "+1")),
    Effort.CONTACTS: ((-1, "−1"), (1, "+1")),
    Effort.RESEARCH: ((-15, "−15 min"), (15, "+15 min"), (60, "+1 h")),
}
WHY = {
    Effort.APPLICATIONS: "Written for that place, with its own first sentence.",
    Effort.CONTACTS: "Somebody who knows the trade: a call, a coffee, a short note.",
    Effort.RESEARCH: "Companies, pay, what people there do all day.",
}
UNITS = {Effort.APPLICATIONS: "", Effort.CONTACTS: "", Effort.RESEARCH: " h"}


class EffortRow(QWidget):
    """One line of the week: `counted` carries what and how much, `aimed` what and the target."""

    counted = Signal(str, int)
    aimed = Signal(str, int)

    def __init__(self, theme: Theme, effort: Effort) -> None:
        super().__init__()
        self.effort = effort
        name = EFFORTS[effort]
        self.title = Label(theme, name, Role.STRONG, wrap=True)
        self.count = Label(theme, "", Role.BODY)
        self.bar = ThinBar(theme)
        self.target = NumberField(theme, 0, 60, suffix=UNITS[effort])
        self.target.setAccessibleName(f"{name}: aim for each week")
        self.target.setMaximumWidth(96)
        self.target.setKeyboardTracking(False)
        self.target.valueChanged.connect(self._aim)
        self.buttons = [
            KeyedButton(theme, words, effort.value, str(amount)) for amount, words in STEPS[effort]
        ]
        why = Label(theme, WHY[effort], Role.CAPTION, "text-2", wrap=True)
        self._lay_out(why, Label(theme, "Aim for", Role.CAPTION, "text-2"))
        for button in self.buttons:
            button.setAccessibleName(f"{name}: {button.text()}")
            button.told.connect(self._count)

    def _lay_out(self, why: Label, aim: Label) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        tools = QHBoxLayout()
        tools.setSpacing(8)
        for button in self.buttons:
            tools.addWidget(button)
        tools.addStretch(1)
        tools.addWidget(aim)
        tools.addWidget(self.target)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(why)
        column.addLayout(tools)

    def show_effort(self, effort: EffortView) -> None:
        """Show what is done; a target that is being typed stays."""
        self.count.setText(effort_count(effort))
        self.count.set_ink("moss" if effort.reached and effort.target else "text")
        self.bar.set_share(effort.share if effort.target else 0)
        target = effort.target // 60 if self.effort is Effort.RESEARCH else effort.target
        if not self.target.hasFocus() and self.target.value() != target:
            self.target.blockSignals(True)
            self.target.setValue(target)
            self.target.blockSignals(False)
        self.buttons[0].setEnabled(effort.done > 0)

    def _count(self, _effort: str, amount: str) -> None:
        self.counted.emit(self.effort.value, int(amount))

    def _aim(self, target: int) -> None:
        self.aimed.emit(self.effort.value, target)


class WeekTab(Tab):
    """One week after the other."""

    needs_round = False

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, desk, parent)
        self._monday: date | None = None
        self._hunt: Hunt | None = None
        self._build_head()
        self.sentence = self.quiet()
        self.warning = self._build_warning()
        self.rows = {effort: EffortRow(theme, effort) for effort in Effort}
        card = Card(theme, padding=1, spacing=0)
        for number, row in enumerate(self.rows.values()):
            if number:
                card.column.addWidget(Hairline(theme))
            row.counted.connect(self._count)
            row.aimed.connect(self._aim)
            card.column.addWidget(row)
        self.column.addWidget(card)
        self.earlier_header = self.section("The weeks before", "history")
        self.earlier = EntryList(theme)
        self.column.addWidget(self.earlier)
        self.column.addStretch(1)

    def _build_head(self) -> None:
        self.title = Label(self.theme, "", Role.STRONG)
        self.days = Label(self.theme, "", Role.BODY, "text-2")
        self.before = IconButton(self.theme, "chevron-left", "The week before", Kind.QUIET)
        self.after = IconButton(self.theme, "chevron-right", "The week after", Kind.QUIET)
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addSpacing(4)
        row.addWidget(self.title)
        row.addWidget(self.days)
        row.addStretch(1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self.column.addLayout(row)

    def _build_warning(self) -> Card:
        card = Card(self.theme)
        line = QHBoxLayout()
        line.setSpacing(8)
        icon = IconLabel(self.theme, "lightbulb", "iris")
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        self.warning_words = Label(self.theme, "", wrap=True)
        line.addWidget(self.warning_words, 1)
        card.column.addLayout(line)
        self.column.addWidget(card)
        return card

    def refresh(self) -> None:
        self.desk.read(actions.hunt, self._monday, then=self._show)

    def take_focus(self) -> None:
        self.rows[Effort.APPLICATIONS].buttons[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_this_week(self) -> None:
        """Back to the present week."""
        self._monday = None

    def _show(self, hunt: Hunt) -> None:
        self._hunt = hunt
        title = week_title(hunt.week, hunt.this_week)
        days = week_days(hunt.week)
        self.title.setText(title)
        self.days.setText("" if days == title else days)
        over = "You accepted an offer. The hunt may rest; what you count here stays. "
        self.sentence.setText(over if hunt.over else hunt.week.sentence)
        self.warning_words.setText(hunt.warning)
        self.warning.setVisible(bool(hunt.warning))
        self.after.setEnabled(hunt.week.monday < hunt.this_week)
        for effort in hunt.week.efforts:
            self.rows[effort.effort].show_effort(effort)
        self.earlier.show_entries(
            [
                Entry(key=str(week.monday), words=week_days(week), lines=(week_line(week),))
                for week in hunt.earlier
            ]
        )
        for part in (self.earlier_header, self.earlier):
            part.setVisible(bool(hunt.earlier))

    def _count(self, effort: str, amount: int) -> None:
        if self._hunt is not None:
            monday = self._hunt.week.monday
            self.desk.write(actions.count_effort, monday, Effort(effort), amount)

    def _aim(self, effort: str, target: int) -> None:
        self.desk.write(actions.aim, Effort(effort), target)

    def _go_back(self) -> None:
        self._go(-7)

    def _go_on(self) -> None:
        self._go(7)

    def _go(self, days: int) -> None:
        """From the week that was asked for last: quick clicks are ahead of what is shown."""
        if self._hunt is not None:
            monday = (self._monday or self._hunt.this_week) + timedelta(days=days)
            self._monday = None if monday >= self._hunt.this_week else monday
            self.refresh()
