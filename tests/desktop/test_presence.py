"""The tray, the single window, and the start at login."""

from pathlib import Path

from gui.autostart_xdg import FILE_NAME, XdgAutostart, read_entry, split_exec
from tests.desktop.afterword import Running, Storage
from tests.desktop.session import Session, until

INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Test//EN
METHOD:REQUEST
BEGIN:VEVENT
UID:handed-over@example.org
SEQUENCE:0
DTSTAMP:20261101T090000Z
DTSTART:20301105T090000Z
DTEND:20301105T100000Z
SUMMARY:Interview at Handed Over Ltd
ORGANIZER;CN=Ada Reed:mailto:ada@handed-over.example
END:VEVENT
END:VCALENDAR
"""


def test_the_tray_icon_tells_what_is_due(
    session: Session, storage: Storage, afterword: Running
) -> None:
    step = storage.thank_you()
    afterword.start()
    assert "sni" in session.tray_icon()
    storage.speak(step)
    until(lambda: session.menu()[0].startswith("1 thing today"), "the count")
    assert session.menu()[1].endswith("– Thank Ingrid Holm")
    assert {"Add interview…", "Open Afterword", "Pause reminders", "Quit"} <= set(session.menu())


def test_the_tray_is_killed_and_the_icon_comes_back(
    session: Session, storage: Storage, afterword: Running
) -> None:
    afterword.start("--hidden")
    session.tray_icon()
    session.stop("tray")
    session.start("tray")
    session.tray_icon()
    session.choose("Open Afterword", session.visible_windows)


def test_quit_in_the_menu_ends_it(session: Session, storage: Storage, afterword: Running) -> None:
    afterword.start()
    session.tray_icon()
    session.choose("Quit", afterword.has_ended)
    assert afterword.status == 0


def test_closing_hides_in_the_tray_and_a_click_brings_it_back(
    session: Session, storage: Storage, afterword: Running
) -> None:
    afterword.start()
    session.tray_icon()
    until(session.visible_windows, "the window")
    session.close_window()
    until(lambda: not session.managed_windows(), "the window to go")
    session.open_by_tray()


def test_a_doubled_click_leaves_the_window_open(
    session: Session, storage: Storage, afterword: Running
) -> None:
    afterword.start("--hidden")
    session.tray_icon()
    session.open_by_tray(clicks=2)
    session.click_tray(times=2)
    until(session.visible_windows, "the window")


def test_two_starts_are_one_window(
    session: Session, storage: Storage, afterword: Running, tmp_path: Path
) -> None:
    invitation = tmp_path / "invitation.ics"
    invitation.write_text(INVITATION.replace("\n", "\r\n"))
    afterword.start("--hidden")
    session.tray_icon()
    assert session.visible_windows() == []
    assert afterword.start_second(str(invitation)) == 0
    until(session.visible_windows, "the window of the first")
    until(lambda: session.sees("Handed Over"), "the invitation in it")
    assert len(session.tray_icon().splitlines()) == 1


def test_a_killed_one_is_no_hindrance(
    session: Session, storage: Storage, afterword: Running
) -> None:
    afterword.start()
    session.tray_icon()
    afterword.kill()
    afterword.start()
    until(session.visible_windows, "the window")


def test_it_starts_at_login_hidden(
    session: Session, storage: Storage, afterword: Running, tmp_path: Path
) -> None:
    environment = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    autostart = XdgAutostart(afterword.command("--hidden"), environment)
    autostart.enable()
    assert autostart.state().enabled
    entry = read_entry(tmp_path / "config" / "autostart" / FILE_NAME)
    assert entry is not None
    afterword.run(split_exec(entry["Exec"]))
    session.tray_icon()
    assert session.visible_windows() == []


def test_without_a_tray_it_says_so_once(
    session: Session, storage: Storage, afterword: Running
) -> None:
    session.stop("tray")
    afterword.start()
    until(lambda: session.sees("This desktop has no tray"), "the hint")
    session.close_window()
    until(lambda: session.sees("Keep reminding you?"), "the question")
    session.click("Stay in the taskbar")
    until(lambda: not session.visible_windows(), "the window in the taskbar")
    afterword.kill()
    assert storage.preferences().tray_hint_shown

    session.start("tray")
    afterword.start()
    session.tray_icon()


def test_hidden_without_a_tray_it_waits_in_the_taskbar(
    session: Session, storage: Storage, afterword: Running
) -> None:
    session.stop("tray")
    afterword.start("--hidden")
    until(session.managed_windows, "the window in the taskbar")
