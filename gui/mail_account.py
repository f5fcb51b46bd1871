"""Sets the mail account up: stores it, gives its password to the keyring, and tries it."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from core.drafting.outbox import Stage
from core.drafting.outgoing import Account
from gui import mail_errands
from gui import settings_actions as actions
from gui.answers import sentence_of
from gui.desk import Desk
from gui.errands import Errands
from gui.widgets.settings_mail import MailSection

if TYPE_CHECKING:
    from core.exchange.mail.trial import Tried

WORKS = "This account works."
LACKS = "Something does not work yet. What was found stands in the settings."
STOPPED = "The test was stopped. Nothing was sent."


class MailAccountKeeper(QObject):
    """Between the section “Mail account”, the Desk and the errands. Call `refresh` when the page is
    looked at. `said` carries a sentence for the toast.
    """

    said = Signal(str)
    _came_to = Signal(object)

    def __init__(self, desk: Desk, section: MailSection) -> None:
        super().__init__(section)
        self._desk = desk
        self._section = section
        self._errands = Errands(self)
        self._cancelled = threading.Event()
        self._asked_of = ""
        section.address_told.connect(self._change_address)
        section.account_told.connect(self._change)
        section.password_told.connect(self._keep_password)
        section.trial_wanted.connect(self._begin_trial)
        section.stop_wanted.connect(self.stop)
        section.forget_wanted.connect(self._forget)
        self._came_to.connect(self._show_stage, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    def refresh(self) -> None:
        """Read the account anew."""
        self._desk.read(actions.mail_account, then=self._show)

    def stop(self) -> None:
        """Give a test up that is under way."""
        self._cancelled.set()

    def _show(self, found: actions.SetUp) -> None:
        self._section.show_account(found.account, found.note)
        address = found.account.address if found.account else ""
        if address and address != self._asked_of:  # asking may open a dialog: once is enough
            self._ask_keyring(partial(mail_errands.has_password, address))
        self._asked_of = address

    def _change_address(self, address: str) -> None:
        self._desk.write(
            actions.change_address,
            address,
            self._section.me,
            then=self._forget_password,
            otherwise=self._refused,
        )

    def _change(self, account: Account) -> None:
        self._desk.write(actions.change_account, account, otherwise=self._refused)

    def _forget(self) -> None:
        self.stop()
        self._desk.write(actions.forget_account, then=self._forget_password)

    def _forget_password(self, address: str) -> None:
        """Of an address that the account no longer has."""
        if address:
            work = partial(mail_errands.forget_password, address)
            self._errands.run(work, then=self._section.show_password, otherwise=self._tell)

    def _keep_password(self, secret: str) -> None:
        account = self._section.account
        if account is not None:
            self._ask_keyring(partial(mail_errands.keep_password, account.address, secret))

    def _ask_keyring(self, work: partial[bool]) -> None:
        self._errands.run(work, then=self._section.show_password, otherwise=self._tell_keyring)

    def _tell_keyring(self, error: Exception) -> None:
        self._section.show_trouble("password", sentence_of(error))

    def _tell(self, error: Exception) -> None:
        self.said.emit(sentence_of(error))

    def _refused(self, error: Exception) -> None:
        if not self._section.show_trouble(str(getattr(error, "field", "")), sentence_of(error)):
            self._tell(error)

    def _begin_trial(self) -> None:
        """What was typed last is stored by then."""
        self._section.results.show_results(())
        self._desk.read(actions.mail_account, then=self._try)

    def _try(self, found: actions.SetUp) -> None:
        if found.account is None:
            return
        self._cancelled = threading.Event()
        self._section.show_testing(Stage.CONNECTING)
        work = partial(
            mail_errands.try_account, found.account, self._cancelled.is_set, self._came_to.emit
        )
        self._errands.run(work, then=self._show_results, otherwise=self._no_trial)

    def _show_stage(self, stage: Stage) -> None:
        if not self._cancelled.is_set():
            self._section.show_testing(stage)

    def _show_results(self, tried: tuple[Tried, ...]) -> None:
        stopped = self._cancelled.is_set()
        self._cancelled.set()  # a stage that is told late says nothing more
        self._section.show_results(() if stopped else tried)
        works = all(each.ok for each in tried)
        self.said.emit(STOPPED if stopped else WORKS if works else LACKS)

    def _no_trial(self, error: Exception) -> None:
        self._cancelled.set()
        self._section.show_results(())
        self._section.show_trouble("password", sentence_of(error))
