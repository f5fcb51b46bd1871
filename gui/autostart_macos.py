"""Starting at login on macOS: a LaunchAgent of the user's."""

import plistlib
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from gui.autostart import OFF, ON, SWITCHED_OFF, AutostartError, AutostartState, gone

LABEL = "io.github.afterword.login"


class LaunchAgentAutostart:
    """The file `~/Library/LaunchAgents/{LABEL}.plist`, and launchd's own list of disabled ones."""

    def __init__(
        self,
        command: Sequence[str],
        home: Path | None = None,
        disabled_services: Callable[[], str] | None = None,
    ) -> None:
        self._command = tuple(command)
        self._file = (home or Path.home()) / "Library" / "LaunchAgents" / f"{LABEL}.plist"
        self._disabled_services = disabled_services or ask_launchd

    def state(self) -> AutostartState:
        """What launchd will do at the next login."""
        try:
            entry = plistlib.loads(self._file.read_bytes())
        except OSError:
            return OFF
        except plistlib.InvalidFileException:
            return gone("nothing that can be read")
        arguments = entry.get("ProgramArguments") or [""]
        if entry.get("Disabled") or not entry.get("RunAtLoad") or self._disabled_by_system():
            return SWITCHED_OFF
        return ON if Path(arguments[0]).exists() else gone(str(arguments[0]))

    def enable(self) -> None:
        """Writes the agent anew; it counts from the next login on."""
        entry = {
            "Label": LABEL,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
        }
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(plistlib.dumps(entry))
        except OSError as reason:
            raise AutostartError(
                f"Nothing was changed: {self._file} cannot be written."
            ) from reason

    def disable(self) -> None:
        """Removes the agent."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as reason:
            raise AutostartError(
                f"The login entry is still there: {self._file} cannot be removed."
            ) from reason

    def _disabled_by_system(self) -> bool:
        return any(
            f'"{LABEL}"' in line and line.rstrip().endswith(("true", "disabled"))
            for line in self._disabled_services().splitlines()
        )


def ask_launchd() -> str:
    """What `launchctl print-disabled` lists for this user; empty where it cannot be asked."""
    command = ("/bin/launchctl", "print-disabled", f"gui/{Path.home().stat().st_uid}")
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=2, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout
