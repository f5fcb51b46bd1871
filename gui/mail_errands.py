"""What the settings ask of the keyring and of mail servers. Each may wait long: for a thread of errands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from core.refusal import Refusal

if TYPE_CHECKING:
    from core.drafting.outbox import Stage
    from core.drafting.outgoing import Account
    from core.exchange.mail.trial import Tried


def has_password(address: str) -> bool:
    """Whether the keyring keeps one. Raises `SecretsTrouble`."""
    from core import secrets

    return secrets.password(address) is not None


def keep_password(address: str, secret: str) -> bool:
    """Let the keyring keep it; true, as it is kept then. Raises `SecretsTrouble`."""
    from core import secrets

    secrets.keep_password(address, secret)
    return True


def forget_password(address: str) -> bool:
    """Let the keyring forget it; false, as none is kept then. Raises `SecretsTrouble`."""
    from core import secrets

    secrets.forget_password(address)
    return False


def try_account(
    account: Account, cancelled: Callable[[], bool], progress: Callable[[Stage], None]
) -> tuple[Tried, ...]:
    """Try the account with the password that the keyring keeps; nothing is sent."""
    from core import secrets
    from core.exchange.mail import trial
    from core.exchange.mail.connection import Conditions

    password = secrets.password(account.address) if account.user else ""
    if password is None:
        raise Refusal("No password is kept yet. Nothing was tried. Type it above.")
    return trial.try_account(account, password, Conditions(cancelled=cancelled, progress=progress))
