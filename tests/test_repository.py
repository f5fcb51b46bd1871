"""What the repository promises about itself."""

import re
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-packaging.lock")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def read(name: str) -> str:
    return (TOP / name).read_text(encoding="utf-8")


def version() -> str:
    return str(tomllib.loads(read("pyproject.toml"))["project"]["version"])


def locked(name: str) -> list[str]:
    """Each requirement of a lock file on one line, without comments."""
    lines = [line for line in read(name).splitlines() if not line.lstrip().startswith("#")]
    return [line for line in "\n".join(lines).replace("\\\n", " ").splitlines() if line.strip()]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_one_version_and_its_hashes(lock: str) -> None:
    for requirement in locked(lock):
        assert re.match(r"[a-z0-9-]+==[^ ;]+ ", requirement), requirement
        assert HASH.search(requirement), requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_says_where_packages_come_from(lock: str) -> None:
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host|@ ", read(lock))


def test_every_lock_agrees_with_what_people_run() -> None:
    run = {line.split(" ")[0] for line in locked("requirements.lock")}
    names = {pin.split("==")[0] for pin in run}
    for lock in LOCKS[1:]:
        for line in locked(lock):
            pin = line.split(" ")[0]
            assert pin in run or pin.split("==")[0] not in names, f"{lock}: {pin}"


def test_the_store_page_and_the_installer_tell_the_same_version() -> None:
    metainfo = read("packaging/linux/app.afterword.Afterword.metainfo.xml")
    newest = re.search(r'<release version="([^"]+)"', metainfo)
    assert newest is not None
    assert newest[1] == version()
    assert f'#define Version "{version()}"' in read("packaging/windows/afterword.iss")


def test_the_desktop_entry_opens_invitations() -> None:
    entry = read("packaging/linux/afterword.desktop")
    assert "MimeType=text/calendar;message/rfc822;" in entry
    assert "Exec=afterword %F" in entry


def test_the_bundle_holds_what_tells_the_version() -> None:
    assert '(str(top / "pyproject.toml"), ".")' in read("packaging/afterword.spec")
