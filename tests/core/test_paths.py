"""Where data lies, and that nobody else can read it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from core.paths import Paths, make_private

posix = pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix
def test_folders_are_for_their_owner_alone(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "deep" / "data")
    paths.prepare()
    assert mode(paths.data) == mode(paths.backups) == 0o700


@posix
def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    folder.chmod(0o775)
    Paths.under(folder).prepare()
    assert folder.stat().st_mode & 0o7777 == 0o775
    assert mode(folder / "backups") == 0o700


@posix
def test_a_disk_that_knows_no_owners_is_no_hindrance(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _mode: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", refuse)
    make_private(tmp_path / "file")
    assert (tmp_path / "file").exists()


@posix
def test_a_file_that_was_too_open_is_closed_and_keeps_its_content(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("kept")
    file.chmod(0o644)
    make_private(file)
    assert mode(file) == 0o600
    assert file.read_text() == "kept"


def test_the_users_folder_is_the_platforms() -> None:
    assert "afterword" in str(Paths.for_user().data).casefold()


def test_each_folder_has_a_socket_of_its_own(tmp_path: Path) -> None:
    one, other = Paths.under(tmp_path / "one"), Paths.under(tmp_path / "other")
    assert one.socket_name != other.socket_name
    assert one.socket_name == Paths.under(tmp_path / "other" / ".." / "one").socket_name
    assert len(one.socket_name) < 60


def test_all_files_lie_in_the_folder(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    for file in (paths.database, paths.backups, paths.log, paths.playbook):
        assert file.parent == tmp_path
