"""What is done with a mail account, for an `Errand`: each blocks, and loads the mail modules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.drafting.outbox import NotSent, Outcome, Refused
from core.drafting.outgoing import Account, Outgoing

if TYPE_CHECKING:
    from core.exchange.mail.connection import Conditions
    from core.exchange.mail.drafts import Saving

Password = Callable[[str], "str | None"]
_NOT_KEPT = "No password is kept for {}. Enter it in Settings. Nothing was sent."


def kept_password(address: str) -> str | None:
    """The password from the system's keyring. Raises `SecretsTrouble`."""
    from core import secrets

    return secrets.password(address)


@dataclass(frozen=True, slots=True)
class Delivery:
    """Sends one message of the outbox."""

    mail: Outgoing
    account: Account | None
    password: Password = kept_password

    def __call__(self, conditions: Conditions) -> Outcome:
        from core.exchange.mail.addresses import LetterError
        from core.exchange.mail.letter import build
        from core.exchange.mail.sending import send
        from core.secrets import SecretsTrouble

        if self.account is None:
            return Refused("The mail account is no longer set up. Nothing was sent.", True)
        try:
            secret = _secret(self.account, self.password)
            sealed = build(self.mail)
        except SecretsTrouble as error:
            return NotSent(error.sentence)
        except LetterError as error:
            return Refused(error.sentence, True)
        if secret is None:
            return Refused(_NOT_KEPT.format(self.account.address), True)
        return send(sealed, self.account, secret, conditions)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Saves one message to the account's folder of drafts."""

    mail: Outgoing
    account: Account
    password: Password = kept_password

    def __call__(self, conditions: Conditions) -> Saving:
        from core.exchange.mail.addresses import LetterError
        from core.exchange.mail.drafts import save_draft
        from core.exchange.mail.letter import build
        from core.secrets import SecretsTrouble

        try:
            secret = _secret(self.account, self.password)
            sealed = build(self.mail)
        except (SecretsTrouble, LetterError) as error:
            return NotSent(error.sentence)
        if secret is None:
            return NotSent(_NOT_KEPT.format(self.account.address))
        return save_draft(sealed, self.mail.date, self.account, secret, conditions)


def _secret(account: Account, password: Password) -> str | None:
    """The password; an account without a user needs none."""
    return password(account.address) if account.user else ""
