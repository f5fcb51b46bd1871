"""What individual notification daemons do otherwise than the specification says.

Each entry stands for something seen in that daemon; what is not listed follows the specification.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Quirks:
    """How to treat one daemon."""

    avoid_actions: bool = False
    """Notices with actions turn into dialog boxes."""
    escape_title: bool = False
    """The title is read as markup too."""
    replaces_badly: bool = False
    """Replacing by id does not work: close the old notice and show a new one."""
    default_is_a_button: bool = False
    """The default action gets a button of its own, beside those that we name."""
    ignore_capabilities: bool = False
    """What it says of its abilities is not to be relied on: assume none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    name: str
    vendor: str
    quirks: Quirks
    up_to: tuple[int, ...] | None = None
    """The last version that it applies to; None: all."""


_TABLE = (
    _Entry(
        name="Xfce Notify Daemon",
        vendor="Xfce",
        quirks=Quirks(default_is_a_button=True),
    ),
    _Entry(
        name="notify-osd",
        vendor="Canonical Ltd",
        quirks=Quirks(avoid_actions=True),
    ),
    _Entry(
        name="lxqt-notificationd",
        vendor="lxqt.org",
        quirks=Quirks(escape_title=True),
        up_to=(0, 16),
    ),
    _Entry(
        name="haskell-notification-daemon",
        vendor="abc",
        quirks=Quirks(replaces_badly=True),
    ),
    _Entry(name="ninomiya", vendor="deifactor", quirks=Quirks(replaces_badly=True)),
    _Entry(
        name="Raven",
        vendor="Budgie Desktop Developers",
        quirks=Quirks(escape_title=True, replaces_badly=True),
    ),
    _Entry(name="tiramisu", vendor="Sweets", quirks=Quirks(ignore_capabilities=True)),
)


def quirks_of(name: str, vendor: str, version: str) -> Quirks:
    """The quirks of the daemon that gives this name, vendor and version."""
    for entry in _TABLE:
        if (entry.name, entry.vendor) == (name, vendor) and _applies(entry, version):
            return entry.quirks
    return Quirks()


def _applies(entry: _Entry, version: str) -> bool:
    if entry.up_to is None:
        return True
    numbers = tuple(int(part) for part in version.lstrip("v").split(".") if part.isdigit())
    return bool(numbers) and numbers[: len(entry.up_to)] <= entry.up_to
