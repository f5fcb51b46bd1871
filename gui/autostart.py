"""Starting at login, hidden in the tray: on or off, and what the system really does.

The system's own entry is the truth, never a setting of ours: other programs (the desktop's
settings, the task manager) can switch it off, and then this says so. No Qt in here.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class AutostartState:
    """Whether the next login starts Afterword, and a sentence on why or why not."""

    enabled: bool
    sentence: str


class AutostartError(Exception):
    """The entry could not be written. `sentence` says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Autostart(Protocol):
    """The system's way of starting programs at login."""

    def state(self) -> AutostartState:
        """What will happen at the next login."""
        ...

    def enable(self) -> None:
        """Start at login from now on. `AutostartError` when the entry cannot be written."""
        ...

    def disable(self) -> None:
        """Do not start at login any more. `AutostartError` when that cannot be written."""
        ...


ON = AutostartState(enabled=True, sentence="Afterword starts when you log in.")
OFF = AutostartState(enabled=False, sentence="Afterword does not start when you log in.")
SWITCHED_OFF = AutostartState(
    enabled=False, sentence="The system's own settings keep Afterword from starting at login."
)


def gone(program: str) -> AutostartState:
    """The state where the entry names a program that is not there any more."""
    return AutostartState(
        enabled=False,
        sentence=f"The login entry names {program}, which is gone. Switch it on again to mend it.",
    )


def login_command(data: Path | None = None) -> tuple[str, ...]:
    """The command that starts this very program hidden, with its data folder where not usual."""
    frozen = getattr(sys, "frozen", False)
    start = (sys.executable,) if frozen else (sys.executable, str(Path(sys.argv[0]).absolute()))
    folder = ("--data-dir", str(data)) if data is not None else ()
    return (*start, *folder, "--hidden")


def system_autostart(command: Sequence[str], platform: str = sys.platform) -> Autostart:
    """The autostart of this system, for this command."""
    if platform == "win32":
        from gui.autostart_windows import RunKeyAutostart

        return RunKeyAutostart(command)
    if platform == "darwin":
        from gui.autostart_macos import LaunchAgentAutostart

        return LaunchAgentAutostart(command)
    from gui.autostart_xdg import XdgAutostart

    return XdgAutostart(command)
