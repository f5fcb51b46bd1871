"""Two starts become one window, whatever else knocks at the socket."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from gui.single_instance import (
    MOST_BYTES,
    MOST_FILES,
    MOST_VISITORS,
    SingleInstance,
    private_folder,
    read_message,
    write_message,
)

NAME = "afterword-test"


KNOCK = """
import sys
from pathlib import Path
from gui.single_instance import SingleInstance

instance = SingleInstance(sys.argv[1], Path(sys.argv[2]))
first = instance.claim()
taken = not first and instance.hand_over([Path(name) for name in sys.argv[3:]])
sys.exit(0 if taken else 1)
"""


class SecondStart(QProcess):
    """A later start, in a process of its own."""

    def knock(self, folder: Path, *files: Path) -> None:
        self.setWorkingDirectory(str(Path(__file__).parents[2]))
        self.start(sys.executable, ["-c", KNOCK, NAME, str(folder), *map(str, files)])

    @property
    def taken(self) -> bool:
        return self.state() == QProcess.ProcessState.NotRunning and self.exitCode() == 0


@pytest.fixture
def first(tmp_path: Path) -> Iterator[SingleInstance]:
    instance = SingleInstance(NAME, tmp_path)
    assert instance.claim()
    yield instance
    instance.release()


def test_the_first_start_is_the_only_one(first: SingleInstance, tmp_path: Path) -> None:
    assert not SingleInstance(NAME, tmp_path).claim()
    first.release()
    again = SingleInstance(NAME, tmp_path)
    assert again.claim()
    again.release()


def test_another_data_folder_has_its_own_window(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance("afterword-other", tmp_path)
    assert other.claim()
    other.release()


def test_a_second_start_hands_over_its_files(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    assert first.listen()
    files = (tmp_path / "invitation.ics", tmp_path / "naïve 📅.eml")
    asked: list[object] = []
    first.asked.connect(asked.append)
    second = SecondStart()
    with qtbot.waitSignals([first.asked, second.finished]):
        second.knock(tmp_path, *files)
    assert second.taken
    assert asked == [list(files)]


def test_a_second_start_waits_until_the_first_listens(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    second = SecondStart()
    second.knock(tmp_path)
    with qtbot.waitSignals([first.asked, second.finished]):
        assert first.listen()
    assert second.taken


def test_what_a_killed_process_leaves_is_no_hindrance(qtbot: QtBot, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication\n"
        "from gui.single_instance import SingleInstance\n"
        "app = QCoreApplication([]); one = SingleInstance(sys.argv[1], Path(sys.argv[2]))\n"
        "assert one.claim() and one.listen(); print('ready', flush=True); app.exec()\n"
    )
    child = subprocess.Popen(
        (sys.executable, "-c", script, NAME, str(tmp_path)), stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    with child.stdout as said:
        assert said.readline() == "ready\n"
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
    assert (tmp_path / f"{NAME}.socket").exists()

    instance = SingleInstance(NAME, tmp_path)
    assert instance.claim()
    assert instance.listen()
    second = SecondStart()
    with qtbot.waitSignals([instance.asked, second.finished]):
        second.knock(tmp_path)
    assert second.taken
    instance.release()


def test_the_socket_is_for_this_user_alone(first: SingleInstance, tmp_path: Path) -> None:
    assert first.listen()
    assert (tmp_path / f"{NAME}.socket").stat().st_mode & 0o077 == 0


def test_the_folder_is_for_this_user_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    instance = SingleInstance(NAME)
    assert instance.claim()
    assert private_folder().stat().st_mode & 0o077 == 0
    instance.release()


@pytest.mark.parametrize(
    "noise",
    [
        b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b'{"files": "no list"}\n',
        b"[" * 30_000 + b"\n",
        b"x" * (MOST_BYTES + 2),
        b'{"files": []}' + b" " * MOST_BYTES + b"\n",
        bytes(range(256)) + b"\n",
    ],
)
def test_a_stranger_is_shown_out(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path, noise: bytes
) -> None:
    assert first.listen()
    stranger = QLocalSocket()
    asked: list[object] = []
    first.asked.connect(asked.append)
    with qtbot.waitSignal(stranger.disconnected):
        stranger.connectToServer(str(tmp_path / f"{NAME}.socket"))
        stranger.write(noise)
    assert asked == []
    assert bytes(stranger.readAll().data()) == b""


def test_silent_strangers_do_not_keep_others_out(
    qtbot: QtBot, first: SingleInstance, tmp_path: Path
) -> None:
    assert first.listen()
    silent = [QLocalSocket() for _ in range(MOST_VISITORS)]
    for stranger in silent:
        stranger.connectToServer(str(tmp_path / f"{NAME}.socket"))
    second = SecondStart()
    with qtbot.waitSignals([first.asked, second.finished], timeout=8000):
        second.knock(tmp_path)
    assert second.taken
    for stranger in silent:
        stranger.abort()


@given(st.binary(max_size=2000))
def test_any_noise_is_no_message(noise: bytes) -> None:
    message = read_message(noise + b"\n")
    assert message is None or all(file.is_absolute() for file in message.files)


@given(st.lists(st.text(st.characters(exclude_characters="\0"), min_size=1), max_size=5))
def test_any_path_arrives_as_it_was_sent(names: list[str]) -> None:
    files = [Path("/somewhere") / name for name in names]
    message = read_message(write_message(files, "a-token_1"))
    assert message is not None
    assert list(message.files) == files
    assert message.token == "a-token_1"


def test_a_flood_of_files_is_cut() -> None:
    files = [Path(f"/f{number}") for number in range(MOST_FILES + 50)]
    message = read_message(write_message(files))
    assert message is not None
    assert len(message.files) == MOST_FILES


def test_an_odd_token_is_left_out() -> None:
    message = read_message(write_message((), "line\nbreak"))
    assert message is not None
    assert message.token == ""
