"""Starting at login: the system's entry is the truth."""

import plistlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.autostart import Autostart, AutostartError, login_command, system_autostart
from gui.autostart_macos import LABEL, LaunchAgentAutostart
from gui.autostart_windows import APPROVED, NAME, RUN, RunKeyAutostart, first_word
from gui.autostart_xdg import FILE_NAME, XdgAutostart, exec_line, read_entry, split_exec

COMMAND = (sys.executable, "--hidden")


@pytest.fixture
def xdg(tmp_path: Path) -> XdgAutostart:
    return XdgAutostart(COMMAND, environment_in(tmp_path))


def environment_in(folder: Path, desktop: str = "XFCE") -> dict[str, str]:
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_CONFIG_DIRS": str(folder / "system"),
        "XDG_CURRENT_DESKTOP": desktop,
    }


def entry_file(folder: Path) -> Path:
    return folder / "config" / "autostart" / FILE_NAME


def put(file: Path, *lines: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(("[Desktop Entry]", "Type=Application", *lines, "")))


def test_it_is_off_until_it_is_switched_on(xdg: XdgAutostart) -> None:
    assert not xdg.state().enabled
    xdg.enable()
    assert xdg.state().enabled
    xdg.disable()
    assert not xdg.state().enabled


def test_the_entry_starts_the_program_hidden(xdg: XdgAutostart, tmp_path: Path) -> None:
    xdg.enable()
    entry = read_entry(entry_file(tmp_path))
    assert entry is not None
    assert entry["Exec"].endswith(" --hidden")
    assert entry["Type"] == "Application"


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_other_programs_can_switch_it_off(xdg: XdgAutostart, tmp_path: Path, line: str) -> None:
    put(entry_file(tmp_path), f"Exec={sys.executable}", line)
    state = xdg.state()
    assert not state.enabled
    assert "own settings" in state.sentence


@pytest.mark.parametrize(
    ("line", "enabled"),
    [
        ("OnlyShowIn=GNOME;", False),
        ("OnlyShowIn=GNOME;XFCE;", True),
        ("NotShowIn=XFCE;", False),
        ("NotShowIn=KDE;", True),
    ],
)
def test_an_entry_may_be_for_some_desktops_only(
    xdg: XdgAutostart, tmp_path: Path, line: str, enabled: bool
) -> None:
    put(entry_file(tmp_path), f"Exec={sys.executable}", line)
    assert xdg.state().enabled is enabled


def test_a_program_that_is_gone_is_said(xdg: XdgAutostart, tmp_path: Path) -> None:
    put(entry_file(tmp_path), "Exec=/nowhere/afterword --hidden")
    assert "/nowhere/afterword" in xdg.state().sentence
    xdg.enable()
    assert xdg.state().enabled


def test_a_system_wide_entry_is_hidden_not_removed(xdg: XdgAutostart, tmp_path: Path) -> None:
    put(tmp_path / "system" / "autostart" / FILE_NAME, f"Exec={sys.executable}")
    assert xdg.state().enabled
    xdg.disable()
    assert not xdg.state().enabled
    entry = read_entry(entry_file(tmp_path))
    assert entry is not None
    assert entry["Hidden"] == "true"


def test_odd_paths_are_quoted_as_the_specification_says() -> None:
    assert exec_line(("/opt/a b/x", "--at", "50%", 'say "$1"')) == (
        '"/opt/a b/x" --at 50%% "say \\\\"\\\\$1\\\\""'
    )


@given(st.lists(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")))))
def test_any_command_comes_back_as_it_was(words: list[str]) -> None:
    assert split_exec(exec_line(words)) == tuple(words)


def test_an_odd_path_is_found_again(tmp_path: Path) -> None:
    program = tmp_path / 'a "b" $c' / "after word"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    xdg = XdgAutostart((str(program), "--hidden"), environment_in(tmp_path))
    xdg.enable()
    assert xdg.state().enabled


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("not a folder")
    with pytest.raises(AutostartError) as caught:
        XdgAutostart(COMMAND, environment_in(tmp_path)).enable()
    assert "Nothing was changed" in caught.value.sentence


class DictRegistry:
    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def write(self, key: str, name: str, text: str) -> None:
        self.values[key, name] = text

    def delete(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)


def test_windows_runs_it_by_the_run_key() -> None:
    registry = DictRegistry()
    windows: Autostart = RunKeyAutostart(COMMAND, registry)
    assert not windows.state().enabled
    windows.enable()
    assert windows.state().enabled
    windows.disable()
    assert not registry.values


def test_the_task_manager_can_hold_it_off() -> None:
    registry = DictRegistry()
    windows = RunKeyAutostart(COMMAND, registry)
    windows.enable()
    registry.values[APPROVED, NAME] = bytes((3, *[0] * 11))
    assert not windows.state().enabled
    registry.values[APPROVED, NAME] = bytes((2, *[0] * 11))
    assert windows.state().enabled


def test_windows_says_when_the_program_is_gone() -> None:
    registry = DictRegistry()
    registry.write(RUN, NAME, r'"C:\Old Place\afterword.exe" --hidden')
    assert r"C:\Old Place\afterword.exe" in RunKeyAutostart(COMMAND, registry).state().sentence
    assert first_word("afterword.exe --hidden") == "afterword.exe"


def nothing_disabled() -> str:
    return ""


def test_macos_starts_it_by_a_launch_agent(tmp_path: Path) -> None:
    agent = LaunchAgentAutostart(COMMAND, tmp_path, nothing_disabled)
    assert not agent.state().enabled
    agent.enable()
    assert agent.state().enabled
    written = plistlib.loads(
        (tmp_path / "Library" / "LaunchAgents" / f"{LABEL}.plist").read_bytes()
    )
    assert written["ProgramArguments"] == list(COMMAND)
    agent.disable()
    assert not agent.state().enabled


def disabled_in_settings() -> str:
    return f'disabled services = {{\n\t"{LABEL}" => disabled\n}}\n'


def test_macos_settings_can_hold_it_off(tmp_path: Path) -> None:
    LaunchAgentAutostart(COMMAND, tmp_path, nothing_disabled).enable()
    assert not LaunchAgentAutostart(COMMAND, tmp_path, disabled_in_settings).state().enabled


def test_each_system_has_its_own_way() -> None:
    assert isinstance(system_autostart(COMMAND, "linux"), XdgAutostart)
    assert isinstance(system_autostart(COMMAND, "freebsd14"), XdgAutostart)
    assert isinstance(system_autostart(COMMAND, "darwin"), LaunchAgentAutostart)


def test_the_command_starts_this_program_hidden(tmp_path: Path) -> None:
    command = login_command(tmp_path)
    assert command[0] == sys.executable
    assert command[-3:] == ("--data-dir", str(tmp_path), "--hidden")
