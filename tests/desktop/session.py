"""The desktop around the tests: its tray, its notifications, its pointer."""

import json
import subprocess
import time
from collections.abc import Callable
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
        desktop("--watch", str(seen))

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
    def choose(entry: str) -> None:
        """Chooses an entry of the icon's menu."""
        desktop("--tray-choose", entry)

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

    @staticmethod
    def close_window() -> None:
        """Closes the window by its title bar's button."""
        for window in _windows("--onlyvisible"):
            subprocess.run(("xdotool", "windowquit", window), check=True)

    @staticmethod
    def click(name: str) -> None:
        """Clicks a widget of Afterword's."""
        desktop("--click", name, "Afterword")

    @staticmethod
    def click_tray(times: int = 1) -> None:
        """Clicks the tray icon, once or twice in quick succession."""
        x, y = desktop("--tray-icons").split()[:2]
        subprocess.run(("xdotool", "mousemove", x, y), check=True)
        subprocess.run(
            ("xdotool", "click", "--repeat", str(times), "--delay", "60", "1"), check=True
        )

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
