"""The user's settings: read, and changed with what follows from it."""

from core.clock import Now
from core.database import WorkSession
from core.models import Setting
from core.settings import REPLANNING, Preferences, Value, as_text
from core.use_cases import hunt
from core.use_cases.history import recorded
from core.use_cases.loading import preferences_in
from core.use_cases.replanning import replan_all

QUIET = frozenset({"paused_until", "first_run_done", "tray_hint_shown", "window_geometry"})
"""These are no decisions of the user's that one would undo."""


def read(session: WorkSession) -> Preferences:
    """All settings, each with its default where nothing else was chosen."""
    return preferences_in(session)


def change(session: WorkSession, name: str, value: Value, now: Now) -> None:
    """Change one setting. `SettingError` when it cannot take the value; nothing is stored then.

    A setting of the playbook, or the user's own zone, plans every application again.
    """
    text = as_text(name, value)
    if name in QUIET:
        _write(session, name, text)
        return
    with recorded(session, "Settings changed", now):
        _write(session, name, text)
        if name in REPLANNING:
            replan_all(session, now)
            hunt.replan(session, now)


def settle_home_zone(session: WorkSession, now: Now) -> None:
    """Remember where private tasks are planned, the first time that something is."""
    preferences = preferences_in(session)
    if not preferences.zone and not preferences.home_zone:
        _write(session, "home_zone", as_text("home_zone", now.zone))


def _write(session: WorkSession, name: str, text: str) -> None:
    row = session.get(Setting, name)
    if row is None:
        session.add(Setting(name=name, value=text))
    else:
        row.value = text
    session.flush()
    session.preferences = None
