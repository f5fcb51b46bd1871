"""Doctor says in which languages can be proofread, and where a password could be kept."""

import importlib.metadata
import socket
import zoneinfo
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import keyring
import pytest
import trustme
from keyring.backend import KeyringBackend
from keyring.backends import fail

from core.clock import Now
from core.commands import doctor
from core.database import Database
from core.drafting.helper import Helper
from core.exchange import languages
from core.paths import Paths
from core.use_cases.helper import change_helper
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


def test_it_tells_whether_servers_can_prove_who_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(str(tmp_path / "root.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "root.pem"))
    assert line(tmp_path, "Secure connections").startswith("✓ Secure connections: by OpenSSL")
    assert line(tmp_path, "Secure connections").endswith("authorities trusted here: 1.")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    said = line(tmp_path, "Secure connections")
    assert said.startswith("• Secure connections: this machine trusts no authority")
    assert "ca-certificates" in said


def test_it_tells_whose_data_of_zones_counts(tmp_path: Path) -> None:
    try:
        zoneinfo.reset_tzpath([])
        zoneinfo.ZoneInfo.clear_cache()
        assert f"data {importlib.metadata.version('tzdata')}." in line(tmp_path, "Time zones")
        oslo = tmp_path / "Europe" / "Oslo"
        oslo.parent.mkdir()
        oslo.write_bytes(files("tzdata").joinpath("zoneinfo", "Europe", "Oslo").read_bytes())
        zoneinfo.reset_tzpath([str(tmp_path)])
        assert "data of the system." in line(tmp_path, "Time zones")
    finally:
        zoneinfo.reset_tzpath()
        zoneinfo.ZoneInfo.clear_cache()


def test_authorities_that_lie_one_by_one_in_a_folder_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    for name in ("0a1b2c3d.0", "4e5f6a7b.0"):
        trustme.CA().cert_pem.write_to_path(str(tmp_path / name))
    assert line(tmp_path, "Secure connections").endswith("authorities trusted here: 2.")


def test_drafting_help_is_not_spoken_of_unless_it_is_set(database: Database, paths: Paths) -> None:
    told = doctor.examine(paths, NOW).lines
    assert not any("Drafting help" in each for each in told)


def name_helper(database: Database, address: str) -> None:
    with database.session() as session:
        change_helper(session, Helper(address=address, model="small"), NOW)


def test_a_model_on_this_machine_is_called_and_told_nothing(
    database: Database, paths: Paths
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
        name_helper(database, address)
        said = line(paths.data, "Drafting help")
        assert said == f"✓ Drafting help: asks {address}, and only when you say so."
        caller, _ = listener.accept()
        with caller:
            assert caller.recv(1) == b""
    assert "Nobody answers there just now: start the model." in line(paths.data, "Drafting help")


def test_another_machine_is_not_called(
    database: Database, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "create_connection", never)
    name_helper(database, "https://api.example/v1")
    assert line(paths.data, "Drafting help").startswith("✓ Drafting help: asks https://api.example")


def test_an_own_template_with_a_mistake_is_named_with_its_line(tmp_path: Path) -> None:
    assert line(tmp_path, "Templates") == "✓ Templates: the program's own."
    folder = Paths.under(tmp_path).templates
    folder.mkdir(parents=True)
    (folder / "mine.txt").write_text("kind: M1\n\n== warm ==\nThank you for {{role}}.\n")
    assert line(tmp_path, "Templates") == "✓ Templates: the program's own, and 1 of yours."

    (folder / "mine.txt").write_text("kind: M1\n\n== warm ==\nThank you for {{rolle}}.\n")

    assert line(tmp_path, "Templates").startswith("• Templates: mine.txt, line 4: ")
