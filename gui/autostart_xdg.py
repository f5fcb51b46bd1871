"""Starting at login on the freedesktop systems: an entry in the XDG autostart folders."""

import os
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from gui.autostart import OFF, ON, SWITCHED_OFF, AutostartError, AutostartState, gone

FILE_NAME = "afterword.desktop"
GROUP = "[Desktop Entry]"
_WORD = re.compile(r'"(?:[^"\\]|\\.)*"|\S+')
_ESCAPED = re.compile(r"\\(.)")
SPECIAL = '"`$\\'


class XdgAutostart:
    """The entry `afterword.desktop`, in the user's autostart folder or a system-wide one.

    The user's file hides a system-wide one of the same name, also where it says `Hidden=true`.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str] = os.environ) -> None:
        self._command = tuple(command)
        self._environment = environment

    def state(self) -> AutostartState:
        """What the session will do at the next login."""
        entry = self._entry()
        if entry is None:
            return OFF
        if _true(entry.get("Hidden")) or entry.get("X-GNOME-Autostart-enabled") == "false":
            return SWITCHED_OFF if self._file().exists() else OFF
        if not self._for_this_desktop(entry):
            return AutostartState(
                enabled=False, sentence="The login entry is for another desktop than this one."
            )
        missing = _missing_program(entry)
        return gone(missing) if missing else ON

    def enable(self) -> None:
        """Writes the user's entry anew."""
        text = "\n".join(
            (
                GROUP,
                "Type=Application",
                "Name=Afterword",
                "Comment=Knows what is due after a job interview",
                f"Exec={exec_line(self._command)}",
                "Icon=afterword",
                "Terminal=false",
                "X-GNOME-Autostart-enabled=true",
                "",
            )
        )
        self._write(text)

    def disable(self) -> None:
        """Removes the user's entry, or hides a system-wide one."""
        if any((folder / FILE_NAME).exists() for folder in self._system_folders()):
            self._write(f"{GROUP}\nType=Application\nName=Afterword\nHidden=true\n")
            return
        try:
            self._file().unlink(missing_ok=True)
        except OSError as reason:
            raise AutostartError(
                f"The login entry is still there: {self._file()} cannot be removed."
            ) from reason

    def _write(self, text: str) -> None:
        file = self._file()
        fresh = file.with_suffix(".new")
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh.write_text(text, encoding="utf-8")
            fresh.replace(file)
        except OSError as reason:
            raise AutostartError(
                f"Nothing was changed: {file} cannot be written. Check that the folder is yours."
            ) from reason

    def _file(self) -> Path:
        return self._user_folder() / FILE_NAME

    def _user_folder(self) -> Path:
        home = Path(self._environment.get("HOME") or Path.home())
        config = self._environment.get("XDG_CONFIG_HOME", "")
        return (Path(config) if Path(config).is_absolute() else home / ".config") / "autostart"

    def _system_folders(self) -> tuple[Path, ...]:
        listed = self._environment.get("XDG_CONFIG_DIRS") or "/etc/xdg"
        return tuple(Path(folder) / "autostart" for folder in listed.split(":") if folder)

    def _entry(self) -> Mapping[str, str] | None:
        for folder in (self._user_folder(), *self._system_folders()):
            found = read_entry(folder / FILE_NAME)
            if found is not None:
                return found
        return None

    def _for_this_desktop(self, entry: Mapping[str, str]) -> bool:
        here = {
            name for name in self._environment.get("XDG_CURRENT_DESKTOP", "").split(":") if name
        }
        only = {name for name in entry.get("OnlyShowIn", "").split(";") if name}
        never = {name for name in entry.get("NotShowIn", "").split(";") if name}
        return not (never & here) and (not only or bool(only & here))


def read_entry(file: Path) -> Mapping[str, str] | None:
    """The keys of a desktop file's main group; None where there is no such file to read."""
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    keys: dict[str, str] = {}
    group = ""
    for line in lines:
        if line.startswith("["):
            group = line.strip()
        elif group == GROUP and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            keys.setdefault(key.strip(), value.strip())
    return keys


def exec_line(command: Sequence[str]) -> str:
    """The command as the value of `Exec`, quoted as the desktop entry specification says."""
    return " ".join(_quoted(word) for word in command)


def _quoted(word: str) -> str:
    word = word.replace("%", "%%")
    if word and all(char.isalnum() or char in "/._-+:@,=%" for char in word):
        return word
    inner = "".join(f"\\{char}" if char in SPECIAL else char for char in word)
    return '"' + inner.replace("\\", "\\\\") + '"'  # the file itself takes one level of escapes


def _missing_program(entry: Mapping[str, str]) -> str:
    words = split_exec(entry.get("Exec", ""))
    if not words:
        return "no program"
    programs = [words[0], *([entry["TryExec"]] if entry.get("TryExec") else [])]
    scripts = [word for word in words[1:2] if word.endswith(".py")]
    for program in programs:
        if shutil.which(program) is None:
            return program
    return next((script for script in scripts if not Path(script).exists()), "")


def split_exec(line: str) -> tuple[str, ...]:
    """The words of an `Exec` value, unquoted; what `exec_line` puts together."""
    words = _WORD.findall(line.replace("\\\\", "\\"))
    return tuple(_unquoted(word).replace("%%", "%") for word in words)


def _unquoted(word: str) -> str:
    return _ESCAPED.sub(r"\1", word[1:-1]) if word.startswith('"') else word


def _true(value: str | None) -> bool:
    return (value or "").lower() in ("true", "1")
