"""Doctor tells what a real desktop can do, and notices what is gone."""

import os
import subprocess
import sys
from pathlib import Path

from tests.desktop.session import Session

TOP = Path(__file__).parents[2]


def findings(folder: Path) -> dict[str, str]:
    """What doctor says, by subject."""
    command = [sys.executable, "-m", "core.cli", "--data-dir", os.fspath(folder), "doctor"]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=True)
    lines = (line[2:].partition(": ") for line in done.stdout.splitlines())
    return {subject: told for subject, _, told in lines}


def test_notifications_and_tray_are_found(session: Session, tmp_path: Path) -> None:
    found = findings(tmp_path)
    assert "actions" in found["Notifications"]
    assert "Install" not in found["Notifications"]
    assert "status icons" in found["Tray"]


def test_a_missing_daemon_or_panel_is_noticed(session: Session, tmp_path: Path) -> None:
    session.stop("notifications")
    session.stop("tray")
    found = findings(tmp_path)
    assert "Install a notification daemon" in found["Notifications"]
    assert found["Tray"].startswith("none found")
