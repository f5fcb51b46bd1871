"""The toolkit must not count Python's own singletons to death (seen on Python 3.11)."""

import subprocess
import sys

import pytest

MANY_CALLS = """
import {guard}
from PySide6.QtCore import QObject, QTimer, Signal

class Sender(QObject):
    sent = Signal()

timer, sender = QTimer(), Sender()
for _ in range(200_000):
    timer.setSingleShot(True)
    sender.sent.emit()
print("alive")
"""


def many_calls(guard: str) -> "subprocess.CompletedProcess[str]":
    command = (sys.executable, "-c", MANY_CALLS.format(guard=guard))
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_many_calls_do_no_harm() -> None:
    assert many_calls("gui").stdout == "alive\n"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the singletons are immortal there")
def test_the_guard_is_still_needed() -> None:
    assert many_calls("sys").returncode != 0
