"""Settings: each is stored as soon as it is changed, and can be undone from the toast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.settings import Preferences, Value
from core.settings import Theme as ThemeChoice
from gui import backups, glances, page_actions
from gui.answers import sentence_of
from gui.autostart import Autostart
from gui.desk import Changed, Desk, system_zone
from gui.helper_keeper import HelperKeeper
from gui.mail_account import MailAccountKeeper
from gui.notify.protocol import Notifier
from gui.own_words import OwnWordsKeeper
from gui.theme import Theme
from gui.widgets.frames import ScrollArea
from gui.widgets.headers import PageHeader
from gui.widgets.page_frame import PageFrame
from gui.widgets.settings_data import DataSection
from gui.widgets.settings_general import GeneralSection
from gui.widgets.settings_helper import HelperSection
from gui.widgets.settings_mail import MailSection
from gui.widgets.settings_playbook import PlaybookSection
from gui.widgets.settings_reminders import Pausable, RemindersSection
from gui.widgets.settings_section import SettingsSection
from gui.widgets.settings_writing import WritingSection

if TYPE_CHECKING:
    from core.exchange.backup import Backup

WIDEST = 640


class SettingsPage(PageFrame):
    """`said` carries a sentence for the toast."""

    said = Signal(str)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        autostart: Autostart,
        reminders: Pausable,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._desk = desk
        self._wanted = ""
        self.header = PageHeader(theme, "Settings", "What you change counts at once.")
        self.column.addWidget(self.header)
        self.general = GeneralSection(theme, system_zone())
        self.reminders = RemindersSection(theme, autostart, reminders, notifier)
        self.playbook = PlaybookSection(theme)
        self.writing = WritingSection(theme)
        self.mail = MailSection(theme)
        self.helper = HelperSection(theme)
        self._own_words = OwnWordsKeeper(desk, self.writing)
        self._mail_account = MailAccountKeeper(desk, self.mail)
        self._helper = HelperKeeper(desk, self.helper)
        self.data = DataSection(theme, desk.paths)
        self._build_body()
        self.data.copy_wanted.connect(self._make_copy)
        self.data.restore_wanted.connect(self._restore)
        self.reminders.said.connect(self.said)
        self._mail_account.said.connect(self.said)
        self._helper.said.connect(self.said)
        reminders.pause_changed.connect(self._look)
        desk.changed.connect(self._on_changed)

    @property
    def sections(self) -> tuple[SettingsSection, ...]:
        """All sections, in order."""
        return (
            *(self.general, self.reminders, self.playbook),
            *(self.writing, self.mail, self.helper, self.data),
        )

    def _build_body(self) -> None:
        content = QWidget()
        beside = QHBoxLayout(content)
        beside.setContentsMargins(0, 0, 14, 8)
        column = QVBoxLayout()
        column.setSpacing(24)
        beside.addLayout(column, 1000)
        beside.addStretch(1)
        for section in self.sections:
            section.changed.connect(self._change)
            section.setMaximumWidth(round(WIDEST * self.theme.text_scale))
            column.addWidget(section)
        column.addStretch(1)
        self.column.addWidget(ScrollArea(content), 1)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read everything anew."""
        self._look()
        self._desk.glance(glances.preferences, then=self._show)
        self._own_words.refresh()
        self._mail_account.refresh()
        self._helper.refresh()
        self._read_backups()

    def _look(self) -> None:
        self.reminders.look(self._desk.now())

    def _show(self, preferences: Preferences) -> None:
        if preferences.theme is not self.theme.choice:
            self.theme.choose(preferences.theme)
        for section in self.sections:
            section.show_preferences(preferences)

    def _change(self, name: str, value: Value) -> None:
        self._wanted = name
        if name == "theme":
            self.theme.choose(ThemeChoice(str(value)))
        self._desk.write(page_actions.change_setting, name, value, otherwise=self._refused)
        if name == "zone":
            self._desk.set_zone(str(value))

    def _refused(self, error: Exception) -> None:
        name = str(getattr(error, "name", self._wanted))
        sentence = sentence_of(error)
        if not any(section.show_trouble(name, sentence) for section in self.sections):
            self.said.emit(sentence)

    def _on_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self._desk.glance(glances.preferences, then=self._show)
            self._own_words.refresh()
            self._helper.refresh()
        self._mail_account.refresh()

    def _read_backups(self) -> None:
        self._desk.read(backups.list_backups, self._desk.paths, then=self._show_backups)

    def _show_backups(self, found: tuple[Backup, ...]) -> None:
        self.data.show_backups(found, self._desk.now())

    def _make_copy(self) -> None:
        self._desk.read(backups.make_backup, self._desk.paths, then=self._copied)

    def _copied(self, made: Backup | None) -> None:
        self.said.emit("A copy is made and checked." if made else "There is nothing to copy yet.")
        self._read_backups()

    def _restore(self, backup: Backup) -> None:
        self._desk.replace(backups.put_back, self._desk.paths, backup, then=self._restored)

    def _restored(self, _nothing: None) -> None:
        self.said.emit("The copy is back. What was here before is kept as a copy, too.")
        self.refresh()
