"""The desktop around the tests: its tray, its notifications, its pointer."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

PROGRAM = Path(__file__).with_name("desktop-session")
PATIENCE = 15.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """A notification, as the daemon was asked to show it."""

    time: float
    id: int
    title: str
    body: str
    actions: tuple[str, ...]
    urgency: int


def until(look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """What `look` finds, as soon as it finds something."""
    end = time.monotonic() + patience
    while not (found := look()):
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)
    return found


def appears(look: Callable[[], object], patience: float) -> bool:
    """Whether `look` finds something in time."""
    try:
        until(look, "something", patience)
    except AssertionError:
        return False
    return True


def desktop(*words: str) -> str:
    """Runs one command of the session's own program."""
    done = subprocess.run(
        (str(PROGRAM), *words), capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


class Session:
    """What a person sees and does."""

    def __init__(self, seen: Path) -> None:
        self._seen = seen
        pids = Path(os.environ["DESKTOP_SESSION_DIR"]) / "pids"
        before = set(pids.glob("watch-*"))
        desktop("--watch", str(seen))
        (self._watcher,) = set(pids.glob("watch-*")) - before

    def look_away(self) -> None:
        """Ends this test's own look at the bus: each one more slows the whole desktop down."""
        with suppress(ProcessLookupError):
            os.kill(int(self._watcher.read_text()), signal.SIGTERM)
        self._watcher.unlink()

    def make_whole(self) -> None:
        """Starts what an earlier test has stopped."""
        up = {line.split()[0] for line in desktop("--status").splitlines()}
        if "notifications" in up and "push button" in desktop("--tree", "xfce4-notifyd"):
            desktop("--stop", "notifications")  # with what an ended Afterword left on screen
            up.discard("notifications")
        for part in ("notifications", "tray"):
            if part not in up:
                desktop("--start", part)

    def stop(self, part: str) -> None:
        """Ends a part of the desktop."""
        desktop("--stop", part)

    def start(self, part: str) -> None:
        """Starts it again, and waits until it is there."""
        desktop("--start", part)

    @property
    def notifications(self) -> list[Shown]:
        """All notifications so far."""
        return [
            Shown(
                time=line["time"],
                id=line.get("id", 0),
                title=line["title"],
                body=line["body"],
                actions=tuple(line["actions"].values()),
                urgency=line["hints"].get("urgency", 1),
            )
            for line in map(json.loads, self._seen.read_text().splitlines())
            if line["event"] == "notify"
        ]

    def titled(self, title: str) -> list[Shown]:
        """The notifications with this title."""
        return [shown for shown in self.notifications if shown.title == title]

    def notification(self, title: str, number: int = 1) -> Shown:
        """Waits for the notification with this title; `number` counts its showings."""
        what = f"notification {number} of {title!r}"
        return until(lambda: self.titled(title)[number - 1 : number], what)[0]

    def press(self, button: str) -> None:
        """Clicks a button of the notification on screen."""
        desktop("--click", button, "xfce4-notifyd")

    def tray_icon(self) -> str:
        """Waits for Afterword's icon in the tray; what the tray tells of it."""
        found = until(self._icons, "the tray icon")
        assert len(found) == 1, found
        return found[0]

    @staticmethod
    def _icons() -> list[str]:
        return [line for line in desktop("--tray-icons").splitlines() if "Afterword" in line]

    @staticmethod
    def menu() -> list[str]:
        """The entries of the icon's menu."""
        return desktop("--tray-menu").splitlines()

    @staticmethod
    def choose(entry: str, happened: Callable[[], object]) -> None:
        """Chooses an entry of the icon's menu, again if a busy panel lost the click."""
        for _ in range(3):
            with suppress(AssertionError):
                desktop("--tray-choose", entry)
            if appears(happened, patience=4):
                return
        raise AssertionError(f"{entry} did nothing")

    def open_by_tray(self, clicks: int = 1) -> None:
        """Clicks the icon until the window is there; a busy panel may lose a click."""
        for _ in range(4):
            self.click_tray(clicks)
            if appears(self.visible_windows, patience=3):
                return
        raise AssertionError("the tray icon did not open the window")

    @staticmethod
    def widgets() -> list[str]:
        """All that Afterword's windows show, one line a widget."""
        return [line for line in desktop("--tree", "Afterword").splitlines() if " at " in line]

    def sees(self, words: str) -> bool:
        """Whether a visible widget carries these words."""
        return any(words in line for line in self.widgets())

    def lists(self, title: str) -> bool:
        """Whether a step of this title stands in Today."""
        return any(f"[list item] '{title}" in line for line in self.widgets())

    def close_window(self) -> None:
        """Closes the window as the window manager does."""
        for window in self.visible_windows():
            command = ("xdotool", "windowactivate", "--sync", window, "key", "alt+F4")
            subprocess.run(command, check=True)

    @staticmethod
    def click(name: str) -> None:
        """Clicks a widget of Afterword's."""
        desktop("--click", name, "Afterword")

    @staticmethod
    def type(words: str) -> None:
        """Types into what has the keyboard."""
        desktop("--type", words)

    @staticmethod
    def key(*keys: str) -> None:
        """Presses keys, such as "ctrl+Return", where the keyboard is."""
        subprocess.run(("xdotool", "key", *keys), check=True)

    @staticmethod
    def click_tray(times: int = 1) -> None:
        """Clicks the tray icon, once or twice in quick succession."""
        x, y = desktop("--tray-icons").split()[:2]
        arrive = ("xdotool", "mousemove", x, y, "sleep", "0.05")
        clicks = ("click", "--repeat", str(times), "--delay", "60", "1")
        subprocess.run((*arrive, *clicks), check=True)

    @staticmethod
    def visible_windows() -> list[str]:
        """The windows of Afterword that are on the screen."""
        return _windows("--onlyvisible")

    @staticmethod
    def managed_windows() -> list[str]:
        """The windows of Afterword that the taskbar lists, minimised ones too."""
        listed = subprocess.run(
            ("xprop", "-root", "_NET_CLIENT_LIST"), capture_output=True, text=True, check=False
        ).stdout
        return [one for one in _windows() if hex(int(one)) in listed.replace(",", "").split()]

    @property
    def closed(self) -> bool:
        """Whether the last notification on screen was closed."""
        lines = [json.loads(line)["event"] for line in self._seen.read_text().splitlines()]
        return "closed" in lines


def _windows(*options: str) -> list[str]:
    done = subprocess.run(
        ("xdotool", "search", *options, "--name", "^Afterword$"),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.split()
