"""A keyring in memory that counts as a desktop's."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import keyring
from keyring.backends.SecretService import Keyring as SecretService
from keyring.errors import KeyringLocked


class Pocket(SecretService):
    """Keeps passwords by service and user; a `locked` one keeps and gives nothing."""

    kept: dict[tuple[str, str], str]
    locked = False

    def get_password(self, service: str, username: str) -> str | None:
        self._refuse_if_locked()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._refuse_if_locked()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._refuse_if_locked()
        del self.kept[service, username]

    def _refuse_if_locked(self) -> None:
        if self.locked:
            raise KeyringLocked("by the user")


@contextmanager
def pocket() -> Iterator[Pocket]:
    """The one that is asked, for a while."""
    before = keyring.get_keyring()
    make: Callable[[], Pocket] = Pocket
    own = make()
    own.kept = {}
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)
