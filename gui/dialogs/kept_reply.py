"""A reply that is kept, to be read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.clock import Now
from gui import words
from gui.theme import Role, Theme
from gui.widgets.dialog import Dialog
from gui.widgets.fields import TextArea
from gui.widgets.forms import FormRow
from gui.widgets.labels import Label

if TYPE_CHECKING:
    from core.use_cases.replies import KeptReply

LINES = 12
LOW_LINES = 7
LOW_UNDER = 700


class KeptReplyDialog(Dialog):
    """Who wrote, when, about what, and the words."""

    def __init__(
        self, theme: Theme, kept: KeptReply, now: Now, parent: QWidget | None = None
    ) -> None:
        reply = kept.reply
        super().__init__(theme, reply.subject or "What they wrote", parent)
        moment = words.timeline_date(reply.at, now, with_time=True)
        known = (reply.sender, reply.address, moment)
        about = " · ".join(part for part in known if part)
        self.column.addWidget(Label(theme, about, Role.CAPTION, "text-2", wrap=True))
        low = parent is not None and parent.window().height() < LOW_UNDER
        self.words = TextArea(theme, "", LOW_LINES if low else LINES)
        self.words.edit.setReadOnly(True)
        self.words.edit.setAccessibleName("Their words")
        self.words.text = reply.body
        self.column.addWidget(FormRow(theme, "Their words", self.words))
        self.add_buttons("Close")
        self.cancel.hide()
        self.words.edit.setFocus()
