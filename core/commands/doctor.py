"""`doctor`: what works on this machine, and what to do about what does not."""

import importlib.metadata
import os
import sqlite3
import stat
import sys
import zoneinfo
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from core.clock import Now
from core.commands.finding import Finding
from core.commands.helper import drafting_help
from core.commands.outcome import Outcome
from core.exchange.backup import list_backups
from core.exchange.desktop_bus import NoBus, SessionBus, has_old_tray
from core.mail_program import mail_program
from core.paths import Paths
from core.schema import SCHEMA_VERSION, open_read_only, read_header
from core.secrets import SecretsTrouble, keyring_name

PATIENCE_SECONDS = 5


def examine(paths: Paths, now: Now) -> Outcome:
    """Look at everything that the application leans on. Changes nothing."""
    examinations: tuple[Callable[[], Finding], ...] = (
        lambda: _database(paths),
        lambda: _privacy(paths),
        lambda: _backups(paths, now.instant),
        lambda: _playbook(paths),
        lambda: _templates(paths),
        lambda: _zones(now),
        _notifications,
        _tray,
        _autostart,
        _dictionary,
        _keyring,
        _secure_connections,
        _mail,
    )
    findings = [examination() for examination in examinations]
    findings += drafting_help(paths)
    return Outcome(lines=tuple(finding.line() for finding in findings))


def _database(paths: Paths) -> Finding:
    subject, file = "Database", paths.database
    if not file.exists():
        return Finding(subject, f"none yet; {file} is made with the first interview.")
    try:
        with closing(open_read_only(file)) as connection:
            header = read_header(connection)
            if not header.ours and not header.empty:
                remedy = "Move it away, or start Afterword with another data folder."
                return Finding(subject, f"{file} belongs to another program.", remedy)
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            steps = connection.execute("SELECT count(*) FROM step").fetchone()[0]
            known = connection.execute("SELECT count(*) FROM application").fetchone()[0]
    except sqlite3.Error as error:
        remedy = "Put a copy back: Settings, Backups."
        return Finding(subject, f"{file} cannot be read ({error}).", remedy)
    if not header.ours or not sound:
        return Finding(subject, f"{file} is damaged.", "Put a copy back: Settings, Backups.")
    if header.version > SCHEMA_VERSION:
        return Finding(subject, f"{file} is of a newer Afterword.", "Install the newer version.")
    later = "" if header.current else " It is brought up to date at the next start."
    return Finding(subject, f"{file}, sound; applications: {known}, steps: {steps}.{later}")


def _privacy(paths: Paths) -> Finding:
    subject = "Privacy"
    if os.name != "posix" or not paths.database.exists():
        return Finding(subject, "the data folder is yours alone.")
    files = (paths.data, paths.database)
    open_ones = [str(each) for each in files if stat.S_IMODE(each.stat().st_mode) & 0o077]
    if not open_ones:
        return Finding(subject, "only you can read the data folder.")
    command = f"chmod -R go= {paths.data}"
    return Finding(subject, f"others can read {', '.join(open_ones)}.", f"Run: {command}")


def _backups(paths: Paths, now: datetime) -> Finding:
    subject = "Backups"
    backups = list_backups(paths)
    unreadable = [each.file.name for each in backups if each.applications is None]
    if unreadable:
        remedy = "Remove them; a new copy is made daily."
        return Finding(subject, f"cannot be read: {', '.join(unreadable)}.", remedy)
    if not backups:
        if not paths.database.exists():
            return Finding(subject, "none needed yet.")
        return Finding(subject, "none yet.", "Start Afterword once; it makes a copy each day.")
    age = (now - backups[0].at).days
    state = f"{len(backups)} in {paths.backups}, the newest {age} days old."
    return Finding(subject, state, "Start Afterword; it makes a copy each day." if age > 7 else "")


def _templates(paths: Paths) -> Finding:
    from core.template_store import load_templates, own_files

    left_out = load_templates(paths.templates).refused
    if left_out:
        return Finding("Templates", left_out[0], "The program's own stands in until then.")
    count = len(own_files(paths.templates))
    return Finding(
        "Templates", f"the program's own, and {count} of yours." if count else "the program's own."
    )


def _playbook(paths: Paths) -> Finding:
    from core.content import load_playbook
    from core.playbook.rulebook import PlaybookError

    own = f"yours, {paths.playbook}." if paths.playbook.exists() else "the standard one."
    try:
        load_playbook(paths.playbook)
    except PlaybookError as error:
        return Finding("Playbook", str(error), "Correct that line, or move the file away.")
    return Finding("Playbook", own)


def _zones(now: Now) -> Finding:
    subject = "Time zones"
    try:
        zoneinfo.ZoneInfo("Europe/Oslo")
    except LookupError:
        return Finding(subject, "no zone data.", "Install the package tzdata.")
    state = f"yours is {now.zone}; data {_zone_data()}."
    unsure = now.zone in {"UTC", "Etc/UTC"}
    return Finding(subject, state, "If you live elsewhere, set it in Settings." if unsure else "")


def _zone_data() -> str:
    """Whose data counts: the system's, where it has some."""
    if any(Path(folder, "Europe", "Oslo").is_file() for folder in zoneinfo.TZPATH):
        return "of the system"
    return importlib.metadata.version("tzdata")


def _notifications() -> Finding:
    subject = "Notifications"
    if sys.platform in {"win32", "darwin"}:
        return Finding(subject, "by the system; “Send a test notification” in Settings shows one.")
    try:
        with SessionBus() as bus:
            server = bus.notification_server()
    except NoBus as error:
        remedy = "Install a notification daemon, such as dunst. Today always lists what is due."
        return Finding(subject, f"no daemon answers ({error}).", remedy)
    abilities = ", ".join(server.abilities)
    state = f"{server.name} {server.version}, able to: {abilities}."
    if "actions" not in server.abilities:
        return Finding(subject, state, "It shows no buttons: answer in the window instead.")
    return Finding(subject, state)


def _tray() -> Finding:
    subject = "Tray"
    if sys.platform in {"win32", "darwin"}:
        return Finding(subject, "by the system.")
    try:
        with SessionBus() as bus:
            if bus.has_tray_host():
                return Finding(subject, "a panel shows status icons.")
    except NoBus:
        pass
    if has_old_tray():
        return Finding(subject, "a panel shows tray icons of the older kind.")
    remedy = "On GNOME, add the extension AppIndicator. Without it the window stays in the taskbar."
    return Finding(subject, "none found.", remedy)


def _autostart() -> Finding:
    subject = "Start at login"
    if sys.platform in {"win32", "darwin"}:
        return Finding(subject, "Settings shows it.")
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    shared = (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":")
    folders = [home, *(Path(folder) for folder in shared)]
    entries = (folder / "autostart" / "afterword.desktop" for folder in folders)
    entry = next((each for each in entries if each.is_file()), None)
    if entry is None:
        return Finding(
            subject, "off.", "Reminders come while Afterword runs; Settings turns it on."
        )
    text = entry.read_text(encoding="utf-8", errors="replace")
    if "Hidden=true" in text or "X-GNOME-Autostart-enabled=false" in text:
        return Finding(subject, f"switched off in {entry}.", "Settings turns it on.")
    return Finding(subject, f"on, by {entry}.")


def _dictionary() -> Finding:
    from core.exchange.languages import proofreading

    found = proofreading()
    return Finding("Dictionaries", found.state, found.remedy)


def _keyring() -> Finding:
    """Which keyring there is; it is not asked for a password, which might open a dialog."""
    subject = "Keyring"
    try:
        return Finding(subject, f"{keyring_name()} keeps the password of your mail account.")
    except SecretsTrouble:
        remedy = (
            "Start your desktop's keyring, such as GNOME Keyring or KWallet. Until then messages "
            "leave by “Open in mail program”."
        )
        return Finding(subject, "none was found.", remedy)


def _secure_connections() -> Finding:
    """Whether a server can prove here who it is. None is called."""
    import ssl

    subject = "Secure connections"
    trusted = _trusted_authorities()
    if trusted:
        return Finding(subject, f"by {ssl.OPENSSL_VERSION}; authorities trusted here: {trusted}.")
    remedy = "Install the package ca-certificates; until then no server is believed."
    return Finding(subject, "this machine trusts no authority that vouches for servers.", remedy)


def _trusted_authorities() -> int:
    """How many the system names, in its one file or one by one in its folder."""
    import ssl

    counted = ssl.create_default_context().cert_store_stats()["x509_ca"]
    folder = ssl.get_default_verify_paths().capath
    return counted or (sum(1 for _ in Path(folder).glob("*.0")) if folder else 0)


def _mail() -> Finding:
    subject = "Mail program"
    if sys.platform in {"win32", "darwin"}:
        return Finding(subject, "the system's default.")
    program = mail_program()
    if program:
        return Finding(subject, f"{program}.")
    remedy = "Set a default mail program, or copy messages from the window."
    return Finding(subject, "none is set for mailto links.", remedy)
