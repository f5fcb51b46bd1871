"""What an invitation file leaves open: which of its events, which zone, and whether it is off."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from core.clock import Now
from gui import words
from gui.plain_tips import plain_tip
from gui.theme import Role, Theme
from gui.widgets.dialog import Dialog
from gui.widgets.fields import CheckBox
from gui.widgets.form_scroll import FormScroll, room_for
from gui.widgets.forms import FormRow
from gui.widgets.labels import Label
from gui.widgets.moment_field import ZoneField

if TYPE_CHECKING:
    from core.exchange.calendar_values import Invitation

LONGEST = 120
WIDE = 370


def in_words(invitation: Invitation, now: Now) -> str:
    """ "Thu 14 May, 10:30: Interview with Halvorsen Maritime"."""
    day = words.weekday_date(invitation.start.date(), now)
    clock = words.clock_time(invitation.start.replace(tzinfo=UTC), "UTC")
    when = day if invitation.all_day else f"{day}, {clock}"
    summary = " ".join(invitation.summary.split())[:LONGEST] or "An event without a title"
    return f"{when}: {summary}"


class ChooseInvitations(Dialog):
    """Several events stand in one file. `chosen` carries those that are taken."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        invitations: tuple[Invitation, ...],
        now: Now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "Which of these are interviews?", parent)
        sentence = f"The file holds {len(invitations)} events."
        self.column.addWidget(Label(theme, sentence, Role.BODY, "text-2", wrap=True))
        self._boxes: list[tuple[CheckBox, Invitation]] = []
        self._form = FormScroll(room_for(parent), spacing=4)
        for invitation in invitations:
            told = in_words(invitation, now)
            elided = self.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, WIDE)
            box = CheckBox(theme, elided, checked=not invitation.later)
            box.setAccessibleName(told)
            box.setToolTip(plain_tip(told))
            self._boxes.append((box, invitation))
            self._form.column.addWidget(box)
        self.column.addWidget(self._form)
        self.add_buttons("Add the chosen ones")

    @property
    def boxes(self) -> tuple[CheckBox, ...]:
        """A box for each event, in the order of the file."""
        return tuple(box for box, _ in self._boxes)

    def take(self) -> bool:
        self.chosen.emit(tuple(each for box, each in self._boxes if box.isChecked()))
        return True


class AskZone(Dialog):
    """The zone of an invitation means nothing here. `answered` carries the one that is meant."""

    answered = Signal(str)

    def __init__(
        self, theme: Theme, invitation: Invitation, now: Now, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Which time zone is meant?", parent)
        self._unknown = "Choose a zone from the list, such as Europe/Oslo."
        named = (
            f"“{invitation.zone_name[:LONGEST]}”" if invitation.zone_name else "a zone of its own"
        )
        sentence = (
            f"{in_words(invitation, now)}. The invitation names {named}, which is not known here."
        )
        self.column.addWidget(Label(theme, sentence, Role.BODY, "text-2", wrap=True))
        self.zone = ZoneField(theme, now.zone)
        hint = f"Yours is {words.place_of(now.zone)}."
        self.row = FormRow(theme, "Time zone", self.zone, hint)
        self.column.addWidget(self.row)
        self.add_buttons("Use this zone")
        self.zone.setFocus()

    def take(self) -> bool:
        if not self.zone.is_known():
            self.row.show_error(self._unknown)
            return False
        self.answered.emit(self.zone.zone())
        return True


class AskCancelled(Dialog):
    """They send a cancellation. `confirmed` tells that the interview is off."""

    confirmed = Signal()

    def __init__(
        self, theme: Theme, invitation: Invitation, now: Now, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, "Is this interview called off?", parent)
        sentence = f"{in_words(invitation, now)}. They sent a cancellation."
        self.column.addWidget(Label(theme, sentence, Role.BODY, wrap=True))
        follows = "Its open steps are cancelled and stay in the time line. You can undo it."
        self.column.addWidget(Label(theme, follows, Role.CAPTION, "text-2", wrap=True))
        self.add_buttons("It is called off", cancel="Keep it")

    def take(self) -> bool:
        self.confirmed.emit()
        return True
