"""A friend's view, put right: whose it is, and which words belong where."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.reflection.friends import FriendView
from gui.models.reflect_words import VIEW_PARTS
from gui.theme import Theme
from gui.widgets.dialog import Dialog
from gui.widgets.fields import TextField
from gui.widgets.form_scroll import FormScroll, room_for
from gui.widgets.forms import FormRow
from gui.widgets.growing_field import GrowingField


class FriendsViewDialog(Dialog):
    """`taken` carries the view as it was put right."""

    taken = Signal(object)

    def __init__(self, theme: Theme, view: FriendView, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Which words belong where?", parent)
        self._view = view
        self.friend = TextField(theme, view.friend)
        self.fields = {
            name: GrowingField(theme, title, str(getattr(view, name))) for name, title in VIEW_PARTS
        }
        form = FormScroll(room_for(parent))
        form.column.addWidget(FormRow(theme, "Whose view it is", self.friend))
        for name, title in VIEW_PARTS:
            form.column.addWidget(FormRow(theme, title, self.fields[name]))
        self.column.addWidget(form)
        self.add_buttons("Keep it so")
        self.friend.setFocus()

    def take(self) -> bool:
        texts = {name: field.text for name, field in self.fields.items()}
        self.taken.emit(replace(self._view, friend=self.friend.text(), **texts))
        return True
