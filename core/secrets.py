"""Passwords and keys, kept by the system's keyring and nowhere else.

Asking the keyring may wait for the user, who unlocks it in a dialog of the desktop: not for the window's own
thread. The library is loaded when it is first asked.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from core.refusal import Refusal

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "Afterword"
_SYSTEM = frozenset(
    f"keyring.backends.{name}"
    for name in (*("SecretService", "libsecret", "kwallet", "macOS", "Windows"),)
)
"""The keyrings of desktops. Others keep passwords in plain files, ask in a terminal, or forget them."""
_NONE = (
    "No keyring was found to keep the password in. Nothing was stored. "
    "Start your desktop's keyring, or use “Open in mail program”."
)
_NONE_FOR_KEYS = (
    "No keyring was found to keep the key in. Nothing was stored. Start your desktop's keyring, or "
    "use a model that asks for no key."
)
_LOCKED = "Your keyring is locked. Unlock it, then try again."
_SILENT = "Your keyring did not answer as expected. Unlock it or start it anew, then try again."


class SecretsTrouble(Refusal):
    """The keyring cannot be used now; the sentence says what to do. No password went elsewhere."""


def password(address: str) -> str | None:
    """The password of the mail account with this address; None where none is kept.

    Raises `SecretsTrouble`.
    """
    with _asked() as keyring:
        return keyring.get_password(SERVICE, address)


def keep_password(address: str, secret: str) -> None:
    """Keep it, in the place of an earlier one. Raises `SecretsTrouble`; then none was stored."""
    with _asked() as keyring:
        keyring.set_password(SERVICE, address, secret)


def forget_password(address: str) -> None:
    """Remove it, if it is kept. Raises `SecretsTrouble`."""
    with _asked() as keyring:
        if keyring.get_password(SERVICE, address) is not None:
            keyring.delete_password(SERVICE, address)


def key(address: str) -> str | None:
    """The key of the endpoint with this address; None where none is kept.

    Raises `SecretsTrouble`.
    """
    with _asked(_NONE_FOR_KEYS) as keyring:
        return keyring.get_password(SERVICE, address)


def keep_key(address: str, secret: str) -> None:
    """Keep it, in the place of an earlier one. Raises `SecretsTrouble`; then none was stored."""
    with _asked(_NONE_FOR_KEYS) as keyring:
        keyring.set_password(SERVICE, address, secret)


def forget_key(address: str) -> None:
    """Remove it, if it is kept. Raises `SecretsTrouble`."""
    with _asked(_NONE_FOR_KEYS) as keyring:
        if keyring.get_password(SERVICE, address) is not None:
            keyring.delete_password(SERVICE, address)


def keyring_name() -> str:
    """What the system's keyring calls itself. It is not unlocked for that. Raises `SecretsTrouble`."""
    with _asked() as keyring:
        return str(keyring.name)


@contextmanager
def _asked(where_none: str = _NONE) -> Iterator["KeyringBackend"]:
    """The system's keyring, whose errors become sentences: each desktop has errors of its own."""
    from keyring.errors import InitError, KeyringLocked

    try:
        yield _system_keyring(where_none)
    except SecretsTrouble:
        raise
    except (KeyringLocked, InitError) as error:
        raise SecretsTrouble(_LOCKED) from error
    except Exception as error:
        raise SecretsTrouble(_SILENT) from error


def _system_keyring(where_none: str) -> "KeyringBackend":
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    offered = list(chosen.backends) if isinstance(chosen, ChainerBackend) else [chosen]
    found = next((each for each in offered if _is_of_a_desktop(each)), None)
    if found is None:
        raise SecretsTrouble(where_none)
    return found


def _is_of_a_desktop(backend: "KeyringBackend") -> bool:
    return any(kind.__module__ in _SYSTEM for kind in type(backend).__mro__)
