"""Where the data lies, and copies of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from core.clock import Now
from core.settings import Preferences
from gui import words
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.fields import ChoiceField
from gui.widgets.forms import FormRow
from gui.widgets.labels import Label
from gui.widgets.settings_section import SettingsSection

if TYPE_CHECKING:
    from core.exchange.backup import Backup
    from core.paths import Paths


class DataSection(SettingsSection):
    """`copy_wanted` asks for a copy, `restore_wanted` carries the copy to put back."""

    copy_wanted = Signal()
    restore_wanted = Signal(object)

    def __init__(self, theme: Theme, paths: Paths) -> None:
        super().__init__(theme, "Your data", "hard-drive")
        self._paths = paths
        self._backups: tuple[Backup, ...] = ()
        self._build_place()
        self._build_copies()

    def _build_place(self) -> None:
        sentence = "Everything stays on this computer, in one folder that only you can read:"
        self.card.column.addWidget(Label(self.theme, sentence, Role.BODY, wrap=True))
        self.place = Label(self.theme, str(self._paths.data), Role.CAPTION, "text-2", wrap=True)
        self.place.setTextInteractionFlags(self.place.textInteractionFlags().TextSelectableByMouse)
        self.place.setAccessibleName("Folder of your data")
        self.open_folder = Button(self.theme, "Open the folder", icon_name="folder-open")
        self.open_folder.clicked.connect(self._open_folder)
        self.card.column.addWidget(self.place)
        self.card.column.addWidget(self.open_folder)

    def _build_copies(self) -> None:
        self.copies = Label(self.theme, "", Role.BODY, wrap=True)
        self.make = Button(self.theme, "Make a copy now", icon_name="copy")
        self.make.clicked.connect(self.copy_wanted)
        self.choice = ChoiceField(self.theme)
        self.restore = Button(self.theme, "Put this copy back", icon_name="history")
        self.restore.clicked.connect(self._restore)
        hint = "What is here now is copied first, so that you can come back to it."
        self.row = FormRow(self.theme, "Copies", self.choice, hint)
        self.card.column.addWidget(self.copies)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.make)
        buttons.addStretch(1)
        self.card.column.addLayout(buttons)
        self.card.column.addWidget(self.row)
        self.card.column.addWidget(self.restore)

    def show_preferences(self, preferences: Preferences) -> None:
        """Nothing here is a setting."""

    def show_backups(self, backups: tuple[Backup, ...], now: Now) -> None:
        """Offer these copies."""
        self._backups = tuple(each for each in backups if each.applications is not None)
        self.choice.clear()
        for number, backup in enumerate(self._backups):
            self.choice.addItem(told(backup, now), str(number))
        there = bool(self._backups)
        self.row.setVisible(there)
        self.restore.setVisible(there)
        last = f"The last one is from {told(self._backups[0], now)}." if there else ""
        first = "A copy is made each day." if there else "The first copy is made today."
        self.copies.setText(" ".join(part for part in (first, last) if part))

    def _restore(self) -> None:
        number = self.choice.currentIndex()
        if 0 <= number < len(self._backups):
            self.restore_wanted.emit(self._backups[number])

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.data)))


def told(backup: Backup, now: Now) -> str:
    """ "yesterday, 09:40: 12 applications, 300 KB"."""
    count = backup.applications or 0
    amount = f"{count} application{'' if count == 1 else 's'}"
    size = QLocale().formattedDataSize(backup.size)
    return f"{words.exact_short(backup.at, now)}: {amount}, {size}"
