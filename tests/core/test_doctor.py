"""Doctor says in which languages can be proofread, and where a password could be kept."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import fail

from core.clock import Now
from core.commands import doctor
from core.exchange import languages
from core.paths import Paths
from tests.keyrings import pocket

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")


def line(folder: Path, subject: str) -> str:
    told = doctor.examine(Paths.under(folder), NOW).lines
    return next(each for each in told if f"{subject}: " in each)


def test_a_keyring_is_named_and_not_asked_for_anything(tmp_path: Path) -> None:
    with pocket() as ring:
        ring.locked = True
        assert line(tmp_path, "Keyring").startswith("✓ Keyring: ")
        assert "keeps the password" in line(tmp_path, "Keyring")


def test_where_no_keyring_is_there_it_says_what_to_do(tmp_path: Path) -> None:
    make: Callable[[], KeyringBackend] = fail.Keyring
    with pocket():
        keyring.set_keyring(make())
        assert line(tmp_path, "Keyring").startswith("• Keyring: none was found. Start your desktop")


def test_each_language_without_a_dictionary_is_named_with_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(languages, "find_dictionary", lambda language, folders: None)
    said = line(tmp_path, "Dictionaries")
    assert "English can be proofread here." in said
    assert all(name in said for name in ("hunspell-de-de", "hunspell-fr", "hunspell-es"))
