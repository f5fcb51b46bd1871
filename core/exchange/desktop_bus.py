"""Questions to the desktop's session bus, asked without Qt and answered within two seconds."""

import os
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE_SECONDS = 2.0


class NoBus(Exception):
    """There is no session bus, or it does not answer."""


@dataclass(frozen=True, slots=True)
class NotificationServer:
    """The notification daemon and what it can do."""

    name: str
    version: str
    abilities: tuple[str, ...]


class SessionBus:
    """A connection to the session bus; use it in a `with` block. Raises `NoBus`."""

    def __init__(self) -> None:
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS") and not _has_user_bus():
            raise NoBus("no session bus")
        from jeepney.io.blocking import open_dbus_connection

        try:
            self._connection = open_dbus_connection("SESSION")
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise NoBus(str(error)) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def has_owner(self, name: str) -> bool:
        """Whether some program answers to a bus name."""
        bus = "org.freedesktop.DBus"
        answer = self._ask("/org/freedesktop/DBus", bus, bus, "NameHasOwner", name)
        return answer[:1] == (True,)

    def notification_server(self) -> NotificationServer:
        """The running daemon; the bus starts it where it can."""
        path, name = "/org/freedesktop/Notifications", "org.freedesktop.Notifications"
        told = self._ask(path, name, name, "GetServerInformation")
        abilities = self._ask(path, name, name, "GetCapabilities")
        listed = abilities[0] if abilities and isinstance(abilities[0], list) else []
        texts = [str(part) for part in told] + ["", "", ""]
        return NotificationServer(
            name=texts[0], version=texts[2], abilities=tuple(str(each) for each in listed)
        )

    def has_tray_host(self) -> bool:
        """Whether a panel shows tray icons of the newer kind."""
        name = "org.kde.StatusNotifierWatcher"
        if not self.has_owner(name):
            return False
        answer = self._ask(
            "/StatusNotifierWatcher",
            name,
            "org.freedesktop.DBus.Properties",
            "Get",
            name,
            "IsStatusNotifierHostRegistered",
        )
        return answer[:1] == (("b", True),)

    def _ask(
        self, path: str, name: str, interface: str, method: str, *words: str
    ) -> tuple[object, ...]:
        from jeepney import DBusAddress, MessageType, new_method_call

        address = DBusAddress(path, bus_name=name, interface=interface)
        call = new_method_call(address, method, "s" * len(words), words)
        try:
            reply = self._connection.send_and_get_reply(call, timeout=PATIENCE_SECONDS)
        except (OSError, ValueError, EOFError) as error:
            raise NoBus(str(error) or "no answer in time") from error
        if reply.header.message_type is MessageType.error:
            raise NoBus("nobody answers")
        return reply.body


def has_old_tray() -> bool:
    """Whether a panel on this X screen shows tray icons of the older kind."""
    import ctypes
    import ctypes.util

    library = ctypes.util.find_library("X11")
    if not os.environ.get("DISPLAY") or library is None:
        return False
    x11 = ctypes.CDLL(library)
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XGetSelectionOwner.restype = ctypes.c_ulong
    x11.XInternAtom.restype = ctypes.c_ulong
    display = x11.XOpenDisplay(None)
    if not display:
        return False
    screen = ctypes.c_void_p(display)
    atom = x11.XInternAtom(screen, b"_NET_SYSTEM_TRAY_S0", False)
    owner = x11.XGetSelectionOwner(screen, ctypes.c_ulong(atom))
    x11.XCloseDisplay(screen)
    return bool(owner)


def _has_user_bus() -> bool:
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and (Path(runtime or "") / "bus").exists()
