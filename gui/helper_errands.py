"""What is asked of the keyring for the help with wording. Each may wait long: for a thread of errands."""

from __future__ import annotations

from core.refusal import DetailsError, Refusal

LONGEST_KEY = 1_000
NO_KEY = (
    "Your keyring no longer holds the key. Nothing was sent. Enter it in Settings, Drafting help."
)


def kept_key(address: str) -> str:
    """The key that the keyring keeps. Raises `SecretsTrouble`, and `Refusal` where there is none."""
    from core import secrets

    found = secrets.key(address)
    if not found:
        raise Refusal(NO_KEY)
    return found


def keep_key(address: str, secret: str) -> bool:
    """Let the keyring keep it; true, as it is kept then. Raises `SecretsTrouble`."""
    from core import secrets

    tidy = secret.strip()
    signs = all("!" <= sign <= "~" for sign in tidy)
    if not tidy or not signs or len(tidy) > LONGEST_KEY:
        raise DetailsError("A key is one word of plain letters, digits and signs.", "key")
    secrets.keep_key(address, tidy)
    return True


def forget_key(address: str) -> bool:
    """Let the keyring forget it; false, as none is kept then. Raises `SecretsTrouble`."""
    from core import secrets

    secrets.forget_key(address)
    return False
