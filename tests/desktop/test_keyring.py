"""The keyring of the desktop keeps the password of the mail account; locked or gone, it is told."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import secretstorage

from tests.desktop.session import Session, desktop, until

TOP = Path(__file__).parents[2]
ADDRESS = "mia@home.example"
ENDPOINT = "https://api.example/v1"
SECRET = 'pässwörd "quoted" \\ 5% 🔑'
LOCKED = "Your keyring is locked. Unlock it, then try again."


class Asking:
    """A program of its own that calls one function of `core.secrets`, as Afterword would."""

    def __init__(self, function: str, *arguments: str) -> None:
        code = (
            "import sys\nfrom core import secrets\n"
            "try:\n    print(repr(getattr(secrets, sys.argv[1])(*sys.argv[2:])))\n"
            "except secrets.SecretsTrouble as trouble:\n    print(trouble.sentence)\n"
        )
        self._process = subprocess.Popen(
            (sys.executable, "-c", code, function, *arguments),
            cwd=TOP,
            env={**os.environ, "PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    @property
    def answer(self) -> str:
        """What it gives, as it would be written in Python, or the sentence that it says instead."""
        told, _ = self._process.communicate(timeout=60)
        assert self._process.returncode == 0
        return told.strip()


def ask(function: str, *arguments: str) -> str:
    return Asking(function, *arguments).answer


def kept() -> dict[str, str]:
    """What other programs see of ours: names and secrets."""
    with closing(secretstorage.dbus_init()) as connection:
        items = secretstorage.search_items(connection, {"service": "Afterword"})
        return {
            item.get_attributes()["username"]: item.get_secret().decode("utf-8") for item in items
        }


def is_running() -> bool:
    return any(line.startswith("keyring ") for line in desktop("--status").splitlines())


def open_again(session: Session) -> bool:
    """Start the keyring open; a daemon that follows its forerunner too soon may go at once."""
    if is_running():
        session.stop("keyring")
    desktop("--start", "keyring", "open")
    return is_running() and ask("password", ADDRESS) != LOCKED


@pytest.fixture
def keyring(session: Session) -> Iterator[Session]:
    """The desktop with its keyring open, as it is again afterwards."""
    yield session
    until(lambda: open_again(session), "an open keyring")
    for address in (ADDRESS, ENDPOINT):
        assert ask("forget_password", address) == "None"


def test_a_password_is_kept_read_changed_and_forgotten(keyring: Session) -> None:
    assert ask("password", ADDRESS) == "None"
    assert ask("keep_password", ADDRESS, "one") == "None"
    assert ask("keep_password", ADDRESS, SECRET) == "None"
    assert ask("password", ADDRESS) == repr(SECRET)
    assert kept() == {ADDRESS: SECRET}

    assert ask("forget_password", ADDRESS) == "None"
    assert ask("forget_password", ADDRESS) == "None"
    assert ask("password", ADDRESS) == "None"
    assert kept() == {}


def test_it_is_still_there_when_the_keyring_is_opened_again(keyring: Session) -> None:
    ask("keep_password", ADDRESS, SECRET)
    keyring.stop("keyring")
    keyring.start("keyring")
    assert ask("password", ADDRESS) == repr(SECRET)


def test_the_key_of_an_endpoint_lies_beside_it(keyring: Session) -> None:
    ask("keep_password", ADDRESS, SECRET)
    ask("keep_key", ENDPOINT, "sk-123")
    assert ask("key", ENDPOINT) == "'sk-123'"
    assert ask("forget_key", ENDPOINT) == "None"
    assert kept() == {ADDRESS: SECRET}


@pytest.mark.parametrize(
    ("function", "arguments"),
    [("password", (ADDRESS,)), ("keep_password", (ADDRESS, "other")), ("key", (ENDPOINT,))],
)
def test_a_locked_keyring_that_stays_locked_is_told(
    keyring: Session, function: str, arguments: tuple[str, ...]
) -> None:
    ask("keep_password", ADDRESS, SECRET)
    ask("keep_key", ENDPOINT, "sk-123")
    keyring.stop("keyring")
    desktop("--start", "keyring", "locked")

    asking = Asking(function, *arguments)
    until(lambda: "Cancel" in desktop("--tree", "gcr-prompter"), "the keyring's own dialog")
    desktop("--click", "Cancel", "gcr-prompter")
    assert asking.answer == LOCKED


def test_a_keyring_that_its_user_unlocks_gives_the_password(keyring: Session) -> None:
    ask("keep_password", ADDRESS, SECRET)
    keyring.stop("keyring")
    desktop("--start", "keyring", "locked")

    asking = Asking("password", ADDRESS)
    until(lambda: "Unlock" in desktop("--tree", "gcr-prompter"), "the keyring's own dialog")
    desktop("--type", "test")
    desktop("--click", "Unlock", "gcr-prompter")
    assert asking.answer == repr(SECRET)


def test_without_a_keyring_it_is_told_and_nothing_is_stored_elsewhere(
    keyring: Session, tmp_path: Path
) -> None:
    keyring.stop("keyring")
    home = Path(os.environ["HOME"])
    before = {file for file in home.rglob("*") if file.is_file()}
    said = ask("keep_password", ADDRESS, SECRET)
    assert said.startswith("No keyring was found to keep the password in. Nothing was stored.")
    assert ask("key", ENDPOINT).startswith("No keyring was found to keep the key in.")
    after = {file for file in home.rglob("*") if file.is_file()} - before
    assert [file for file in after if SECRET.encode() in file.read_bytes()] == []
