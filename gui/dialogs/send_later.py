"""When a message is to leave: the user's own clock, with the reader's beside it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from core.clock import Now
from gui import words
from gui.dialogs.snooze import MomentDialog
from gui.theme import Theme


class SendLaterDialog(MomentDialog):
    """`picked` carries the instant (UTC). It starts at `first`."""

    def __init__(
        self,
        theme: Theme,
        now: Now,
        their_zone: str,
        first: datetime,
        parent: QWidget | None = None,
    ) -> None:
        told = words.clock_time(now.instant, their_zone)
        subject = f"Where it is read it is {told} now, {words.in_place(their_zone)}."
        super().__init__(theme, now, "When should it leave?", subject, "Keep it until then", parent)
        self.field.set_wall(words.local(first, now.zone))
