"""The mail account: its servers, its password in the keyring, and whether all of it works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.drafting.outbox import Stage
from core.drafting.outgoing import Account
from core.settings import Preferences
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.fields import TextField
from gui.widgets.labels import Label
from gui.widgets.server_field import ServerField
from gui.widgets.settings_section import SettingsSection
from gui.widgets.stored_text import StoredText
from gui.widgets.trial_results import TrialResults

if TYPE_CHECKING:
    from core.exchange.mail.trial import Tried

TEST, STOP = "Test this account", "Stop"
KEPT = "Your keyring keeps it. Type another one to replace it."
NOT_KEPT = "It goes into your keyring, and nowhere else."
FORGETTING = "Your keyring forgets the password, too. Undo brings back all but that."
STAGES = {
    Stage.CONNECTING: "Looking for the server…",
    Stage.SECURING: "Agreeing how to encrypt…",
    Stage.SIGNING_IN: "Signing in…",
}


class MailSection(SettingsSection):
    """Tells what the user wants of the account; it is no setting among the others."""

    address_told = Signal(str)
    account_told = Signal(object)
    """The `Account` as it stands there now."""
    password_told = Signal(str)
    trial_wanted = Signal()
    stop_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Mail account", "mail")
        self.me = ""
        """The user's own name, for a new account."""
        self._account: Account | None = None
        self._testing = False
        self._build_who()
        self._build_servers()
        self._build_password()
        self._build_trial()
        self.show_account(None, "")

    def _build_who(self) -> None:
        self.address = StoredText(self.theme, "address", "ann@mail.example")
        self.address.told.connect(self._tell_address)
        self.add_row("address", "Your address", self.address)
        self.name = StoredText(self.theme, "name", "Ann Berg")
        self.user = StoredText(self.theme, "user", "ann@mail.example")
        self.add_row("name", "Name that recipients see", self.name)
        hint = "Often your whole address. Left empty, no password is asked for."
        self.add_row("user", "User name", self.user, hint)
        for field in (self.name, self.user):
            field.told.connect(self._tell_account)

    def _build_servers(self) -> None:
        self.outgoing = ServerField(self.theme, "outgoing", "Outgoing server", 465)
        self.incoming = ServerField(self.theme, "incoming", "Incoming server", 993)
        hint = "Sends your messages (SMTP). Left empty, this account only keeps drafts."
        self.add_row("outgoing", "Outgoing server", self.outgoing, hint)
        hint = "Keeps your drafts (IMAP). Left empty, this account only sends."
        self.add_row("incoming", "Incoming server", self.incoming, hint)
        for field in (self.outgoing, self.incoming):
            field.told.connect(self._tell_account)

    def _build_password(self) -> None:
        self.password = TextField(self.theme)
        self.password.setEchoMode(TextField.EchoMode.Password)
        self.password.editingFinished.connect(self._tell_password)
        self.add_row("password", "Password", self.password, NOT_KEPT)

    def _build_trial(self) -> None:
        self.test = Button(self.theme, TEST, icon_name="circle-check")
        self.test.clicked.connect(self._test_or_stop)
        self.forget = Button(self.theme, "Forget this account", icon_name="trash-2")
        self.forget.clicked.connect(self.forget_wanted)
        self.progress = Label(self.theme, "", Role.BODY, "text-2", wrap=True)
        self.results = TrialResults(self.theme)
        self.buttons = QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.test)
        row.addWidget(self.forget)
        row.addStretch(1)
        self.forgetting = Label(self.theme, FORGETTING, Role.CAPTION, "text-2", wrap=True)
        for part in (self.buttons, self.forgetting, self.progress, self.results):
            self.card.column.addWidget(part)

    @property
    def account(self) -> Account | None:
        """The account as it is stored."""
        return self._account

    def show_preferences(self, preferences: Preferences) -> None:
        self.me = preferences.me_name

    def show_account(self, account: Account | None, note: str) -> None:
        """Show what is stored; `note` is what the provider asks for."""
        if account != self._account:
            self.results.show_results(())
        self._account = account
        for row in self.rows.values():
            row.setVisible(account is not None)
        self.rows["address"].show()
        self.rows["address"].set_hint(note if account else "The servers follow from it.")
        for part in (self.buttons, self.forgetting):
            part.setVisible(account is not None)
        self.progress.setVisible(self._testing)
        shown = account or Account(address="")
        self.address.show_stored(shown.address)
        self.name.show_stored(shown.name)
        self.user.show_stored(shown.user)
        self.outgoing.show_server(shown.outgoing)
        self.incoming.show_server(shown.incoming)

    def show_password(self, kept: bool) -> None:
        """Whether one is kept; the password itself is never shown."""
        self.password.clear()
        self.rows["password"].clear_error()
        self.rows["password"].set_hint(KEPT if kept else NOT_KEPT)

    def show_testing(self, stage: Stage | None) -> None:
        """How far the test has come; None: it is over."""
        self._testing = stage is not None
        self.test.setText(STOP if self._testing else TEST)
        self.test.set_icon_name("x" if self._testing else "circle-check")
        if stage in STAGES:
            self.progress.setText(STAGES[stage])
        self.progress.setVisible(self._testing)

    def show_results(self, tried: Sequence[Tried]) -> None:
        """What the test has found."""
        self.show_testing(None)
        self.results.show_results(tried)

    def _tell_address(self, _name: str, address: str) -> None:
        self.rows["address"].clear_error()
        self.address_told.emit(address)

    def _tell_account(self, name: str, _text: str = "") -> None:
        self.rows[name].clear_error()
        if self._account is not None:
            wanted = replace(
                self._account,
                name=self.name.text(),
                user=self.user.text(),
                outgoing=self.outgoing.server,
                incoming=self.incoming.server,
            )
            self.account_told.emit(wanted)

    def _tell_password(self) -> None:
        if self.password.text() and self.password.isModified():
            self.password.setModified(False)
            self.password_told.emit(self.password.text())

    def _test_or_stop(self) -> None:
        if self._testing:
            self.stop_wanted.emit()
        else:
            self.test.setFocus()  # a click gives no focus on macOS: what is being typed counts
            self.trial_wanted.emit()
