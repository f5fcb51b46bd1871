"""Passwords go to the keyring of the desktop, or nowhere. (A real keyring: see tests/desktop.)"""

from collections.abc import Callable, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.backends.SecretService import Keyring as SecretService
from keyring.errors import KeyringLocked

from core.secrets import (
    SecretsTrouble,
    forget_key,
    forget_password,
    keep_key,
    keep_password,
    key,
    password,
)

ADDRESS = "mia@home.example"
Make = Callable[[], KeyringBackend]
Use = Callable[[Make], None]
Kept = dict[tuple[str, str], str]


@pytest.fixture
def use() -> Iterator[Use]:
    """Makes a backend the one that is asked."""
    before = keyring.get_keyring()
    yield lambda make: keyring.set_keyring(make())
    keyring.set_keyring(before)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    """What the desktop's keyring keeps, without a desktop."""
    kept: Kept = {}

    def get(_: KeyringBackend, service: str, user: str) -> str | None:
        return kept.get((service, user))

    def put(_: KeyringBackend, service: str, user: str, secret: str) -> None:
        kept[service, user] = secret

    def delete(_: KeyringBackend, service: str, user: str) -> None:
        del kept[service, user]

    monkeypatch.setattr(SecretService, "get_password", get)
    monkeypatch.setattr(SecretService, "set_password", put)
    monkeypatch.setattr(SecretService, "delete_password", delete)
    return kept


def test_a_password_is_kept_changed_and_forgotten(use: Use, kept: Kept) -> None:
    use(SecretService)
    assert password(ADDRESS) is None
    keep_password(ADDRESS, "one")
    keep_password(ADDRESS, "twö")
    assert password(ADDRESS) == "twö"
    assert list(kept) == [("Afterword", ADDRESS)]
    forget_password(ADDRESS)
    forget_password(ADDRESS)
    assert password(ADDRESS) is None


def test_a_key_is_kept_beside_it_for_its_own_address_alone(use: Use, kept: Kept) -> None:
    use(SecretService)
    keep_password(ADDRESS, "one")
    keep_key("https://api.example/v1", "two")
    assert key("https://api.example/v1") == "two"
    assert key("https://other.example/v1") is None
    forget_key("https://api.example/v1")
    forget_key("https://api.example/v1")
    assert kept == {("Afterword", ADDRESS): "one"}


OTHERS: tuple[Make, ...] = (fail.Keyring, null.Keyring)


@pytest.mark.parametrize("backend", OTHERS)
def test_no_other_place_gets_a_password(use: Use, backend: Make) -> None:
    use(backend)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: keep_password(ADDRESS, "secret"),
        lambda: password(ADDRESS),
        lambda: forget_password(ADDRESS),
    )
    for attempt in attempts:
        with pytest.raises(SecretsTrouble, match="No keyring was found to keep the password in"):
            attempt()
    with pytest.raises(SecretsTrouble, match="use a model that asks for no key"):
        keep_key("https://api.example/v1", "secret")


def test_of_several_keyrings_the_desktops_own_is_used(
    use: Use, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(ChainerBackend)
    makes: list[Make] = [null.Keyring, SecretService]
    monkeypatch.setattr(ChainerBackend, "backends", [make() for make in makes])
    keep_password(ADDRESS, "secret")
    assert kept == {("Afterword", ADDRESS): "secret"}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (KeyringLocked("by the user"), "is locked. Unlock it, then try again"),
        (ConnectionResetError("the bus has gone"), "did not answer as expected"),
        (TypeError("odd"), "did not answer as expected"),
    ],
)
def test_a_locked_or_broken_keyring_says_what_to_do(
    use: Use, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def refuse(_: KeyringBackend, service: str, user: str) -> str | None:
        raise error

    monkeypatch.setattr(SecretService, "get_password", refuse)
    use(SecretService)
    with pytest.raises(SecretsTrouble, match=said):
        password(ADDRESS)
