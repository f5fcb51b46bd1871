"""Starting at login on Windows: a value of the user's Run key, and the task manager's word on it.

The registry comes in by a small interface, so that the reading of its values is tested anywhere.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from gui.autostart import OFF, ON, SWITCHED_OFF, AutostartError, AutostartState, gone

NAME = "Afterword"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"


class Registry(Protocol):
    """The user's part of the registry."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """The value; None where there is none."""
        ...

    def write(self, key: str, name: str, text: str) -> None:
        """Stores text under the key, which is made if need be."""
        ...

    def delete(self, key: str, name: str) -> None:
        """Removes the value, if it is there."""
        ...


class RunKeyAutostart:
    """The value `Afterword` of the Run key; `StartupApproved` may hold it off."""

    def __init__(self, command: Sequence[str], registry: Registry | None = None) -> None:
        self._command = tuple(command)
        self._registry = registry or user_registry()

    def state(self) -> AutostartState:
        """What Windows will do at the next login."""
        line = self._registry.read(RUN, NAME)
        if not isinstance(line, str) or not line:
            return OFF
        approved = self._registry.read(APPROVED, NAME)
        if isinstance(approved, bytes) and approved and approved[0] & 1:
            return SWITCHED_OFF  # an odd first byte: switched off in the task manager
        program = first_word(line)
        return ON if Path(program).exists() else gone(program)

    def enable(self) -> None:
        """Writes the value, and takes the task manager's veto back."""
        try:
            self._registry.write(RUN, NAME, subprocess.list2cmdline(self._command))
            self._registry.delete(APPROVED, NAME)
        except OSError as reason:
            raise AutostartError("Nothing was changed: Windows did not let us write.") from reason

    def disable(self) -> None:
        """Removes the value."""
        try:
            self._registry.delete(RUN, NAME)
            self._registry.delete(APPROVED, NAME)
        except OSError as reason:
            raise AutostartError("The login entry is still there: Windows keeps it.") from reason


def first_word(line: str) -> str:
    """The program of a Windows command line."""
    line = line.strip()
    if line.startswith('"'):
        return line[1:].partition('"')[0]
    return line.partition(" ")[0]


if sys.platform == "win32":
    import winreg

    class _UserRegistry:
        def read(self, key: str, name: str) -> str | bytes | None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as handle:
                    value = winreg.QueryValueEx(handle, name)[0]
            except FileNotFoundError:
                return None
            return value if isinstance(value, str | bytes) else None

        def write(self, key: str, name: str, text: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as handle:
                winreg.SetValueEx(handle, name, 0, winreg.REG_SZ, text)

        def delete(self, key: str, name: str) -> None:
            try:
                with winreg.OpenKey(
                    winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_SET_VALUE
                ) as handle:
                    winreg.DeleteValue(handle, name)
            except FileNotFoundError:
                return

    def user_registry() -> Registry:
        """The real registry."""
        return _UserRegistry()

else:

    def user_registry() -> Registry:
        """There is none on this system."""
        raise AutostartError("There is no registry on this system.")
