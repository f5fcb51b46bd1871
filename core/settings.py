"""The user's settings: what they are called, which values they take, and their defaults.

Only what differs from its default is stored, as text, so that a default can change later. The
reader here needs no SQLAlchemy: a start reads the theme before anything else.
"""

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from core.drafting.tone import Tone
from core.playbook.kinds import Settings
from core.refusal import SettingError


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast light"
    CONTRAST_DARK = "contrast dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Everything that can be set. `playbook` is what the planner reads."""

    playbook: Settings = field(default_factory=Settings)
    zone: str = ""
    """The user's own zone where it is not the system's; empty follows the system."""
    home_zone: str = ""
    """Where private tasks are planned; kept when a laptop travels. Empty: not settled yet."""
    theme: Theme = Theme.SYSTEM
    autostart: bool = False
    """What the user asked for; what the system really does is asked elsewhere."""
    private_notifications: bool = False
    paused_until: datetime | None = None
    first_run_done: bool = False
    tray_hint_shown: bool = False
    window_geometry: str = ""
    me_name: str = ""
    """The user's own name, phone and signature, as messages bear them."""
    me_phone: str = ""
    me_signature: str = ""
    """Several lines; empty: the name and the phone."""
    tone: Tone = Tone.WARM
    """How new messages speak."""
    letter_language: str = "en"
    """In which new messages begin."""
    checks_off: frozenset[int] = frozenset()
    """Numbers of the checks of messages that are switched off."""
    hidden_sentence: str = ""
    """The reflection whose sentence to oneself Today does not show; empty: none."""
    hunt_applications: int = 3
    hunt_contacts: int = 3
    hunt_research_hours: int = 4
    """The targets of a week of the hunt; 0: none."""


Value = str | int | bool | datetime | None
"""What a setting may hold, before it is turned into text."""

PLAYBOOK_NAMES = frozenset(setting.name for setting in fields(Settings))
"""The settings of the playbook."""

REPLANNING = PLAYBOOK_NAMES | {"zone", "home_zone"}
"""The settings by which steps are planned: a change of one plans everything again."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "thank_you_within": ("12h", "24h", "48h"),
    "thank_you_earliest": ("0h", "1h", "2h", "3h", "4h", "5h", "6h"),
    "follow_up_after": ("5bd", "7d", "10bd"),
    "follow_ups": ("1", "2", "3"),
    "nudge_after_decision": ("1bd", "2bd", "5bd"),
    "friday": ("evening", "monday"),
    "thank_you_notes": ("full", "short", "off"),
    "theme": tuple(theme.value for theme in Theme),
    "autostart": ("no", "yes"),
    "private_notifications": ("no", "yes"),
    "first_run_done": ("no", "yes"),
    "tray_hint_shown": ("no", "yes"),
    "tone": tuple(tone.value for tone in Tone),
    "letter_language": ("en", "de", "fr", "es"),
}
"""The stored words of every setting that is a choice."""

QUIET_HOURS = re.compile(r"([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d", re.ASCII)
"""How quiet hours are written."""


def as_text(name: str, value: Value) -> str:
    """The stored form of a value, checked. `SettingError` when the setting cannot take it."""
    text = _text(value)
    if name in CHOICES:
        if text not in CHOICES[name]:
            raise SettingError(f"This can be {_listed(CHOICES[name])}.", name)
    elif name in _CHECKS:
        _CHECKS[name](name, text)
    else:
        raise SettingError(f"There is no setting called “{name}”.", name)
    return text


def preferences_of(stored: Mapping[str, str]) -> Preferences:
    """The settings from what is stored. What this version cannot read keeps its default."""
    known = {name: text for name, text in stored.items() if _takes(name, text)}
    return Preferences(
        playbook=_playbook_settings(known),
        zone=known.get("zone", ""),
        home_zone=known.get("home_zone", ""),
        theme=Theme(known.get("theme", Theme.SYSTEM)),
        autostart=known.get("autostart") == "yes",
        private_notifications=known.get("private_notifications") == "yes",
        paused_until=_instant(known.get("paused_until", "")),
        first_run_done=known.get("first_run_done") == "yes",
        tray_hint_shown=known.get("tray_hint_shown") == "yes",
        window_geometry=known.get("window_geometry", ""),
        me_name=known.get("me_name", ""),
        me_phone=known.get("me_phone", ""),
        me_signature=known.get("me_signature", ""),
        tone=Tone(known.get("tone", Tone.WARM)),
        letter_language=known.get("letter_language", "en"),
        checks_off=_numbers(known.get("checks_off", "")),
        hidden_sentence=known.get("hidden_sentence", ""),
        hunt_applications=int(known.get("hunt_applications", 3)),
        hunt_contacts=int(known.get("hunt_contacts", 3)),
        hunt_research_hours=int(known.get("hunt_research_hours", 4)),
    )


def read_stored(connection: sqlite3.Connection) -> Preferences:
    """The settings, read without SQLAlchemy."""
    rows: list[tuple[str, str]] = connection.execute("SELECT name, value FROM setting").fetchall()
    return preferences_of(dict(rows))


def _playbook_settings(known: Mapping[str, str]) -> Settings:
    usual = Settings()
    return Settings(
        thank_you_within=known.get("thank_you_within", usual.thank_you_within),
        thank_you_earliest=known.get("thank_you_earliest", usual.thank_you_earliest),
        follow_up_after=known.get("follow_up_after", usual.follow_up_after),
        follow_ups=int(known.get("follow_ups", usual.follow_ups)),
        nudge_after_decision=known.get("nudge_after_decision", usual.nudge_after_decision),
        friday=known.get("friday", usual.friday),
        quiet_hours=known.get("quiet_hours", usual.quiet_hours),
        thank_you_notes=known.get("thank_you_notes", usual.thank_you_notes),
        arrive_early=int(known.get("arrive_early", usual.arrive_early)),
    )


def _takes(name: str, text: str) -> bool:
    try:
        as_text(name, text)
    except SettingError:
        return False
    return True


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return "" if value is None else str(value)


def _numbers(text: str) -> frozenset[int]:
    return frozenset(int(number) for number in text.split())


def _instant(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _check_quiet_hours(name: str, text: str) -> None:
    if not QUIET_HOURS.fullmatch(text):
        raise SettingError("Quiet hours look like 21:00-08:00.", name)


def _check_minutes(name: str, text: str) -> None:
    if not (text.isascii() and text.isdigit() and int(text) <= 240):
        raise SettingError("This is a number of minutes from 0 to 240.", name)


def _check_zone(name: str, text: str) -> None:
    if text and not zone_exists(text):
        raise SettingError(f"There is no time zone called “{text}”. One is “Europe/Oslo”.", name)


def _check_instant(name: str, text: str) -> None:
    try:
        moment = _instant(text)
    except ValueError:
        raise SettingError("This is not a moment.", name) from None
    if moment is not None and moment.tzinfo is None:
        raise SettingError("This moment names no time zone.", name)


def _check_short(name: str, text: str) -> None:
    if len(text) > 4000:
        raise SettingError("This is too long to keep.", name)


def _check_line(name: str, text: str) -> None:
    if len(text) > 200 or any(unicodedata.category(sign).startswith("C") for sign in text):
        raise SettingError("This is one line of at most 200 characters.", name)


def _check_numbers(name: str, text: str) -> None:
    if not re.fullmatch(r"(\d{1,2}( \d{1,2})*)?", text, re.ASCII):
        raise SettingError("These are the numbers of checks, such as 12 22.", name)


def _check_target(name: str, text: str) -> None:
    if not (text.isascii() and text.isdigit() and int(text) <= 60):
        raise SettingError("This is a number from 0 to 60.", name)


_CHECKS: Mapping[str, Callable[[str, str], None]] = {
    "quiet_hours": _check_quiet_hours,
    "arrive_early": _check_minutes,
    "zone": _check_zone,
    "home_zone": _check_zone,
    "paused_until": _check_instant,
    "window_geometry": _check_short,
    "me_name": _check_line,
    "me_phone": _check_line,
    "me_signature": _check_short,
    "checks_off": _check_numbers,
    "hidden_sentence": _check_line,
    "hunt_applications": _check_target,
    "hunt_contacts": _check_target,
    "hunt_research_hours": _check_target,
}


def zone_exists(name: str) -> bool:
    """Whether `name` is an IANA zone that this machine knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(name)


def _listed(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
