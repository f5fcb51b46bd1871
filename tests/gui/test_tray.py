"""The tray's icon and menu."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from core.agenda import Agenda, AgendaStep
from core.clock import Now
from core.playbook.values import Clock, StepState
from gui.notify.bus import BusLink
from gui.tray import Tray
from gui.tray_icon import INK, SIZES, TrayIcon
from gui.tray_menu import TrayMenu

MARK = Path(__file__).parents[2] / "resources" / "icons" / "afterword.svg"
NOW = Now(datetime(2026, 5, 12, 8, 40, tzinfo=UTC), "UTC")


@pytest.fixture(autouse=True)
def british_times() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def step(step_id: int, title: str, due: timedelta) -> AgendaStep:
    return AgendaStep(
        id=step_id,
        application_id=1,
        company="Acme",
        role="",
        person="",
        rule="T1",
        title=title,
        why="",
        action="write",
        message="M1",
        clock=Clock.HARD,
        opens=NOW.instant,
        best=NOW.instant,
        due=NOW.instant + due,
        expires=None,
        zone="UTC",
        snoozed_until=None,
        state=StepState.OPEN,
        closed_at=None,
    )


AGENDA = Agenda(
    now=NOW.instant,
    overdue=(step(1, "Send your crane certificate", timedelta(hours=-20)),),
    due_now=(
        step(2, "Thank Dr. van der Berg & Mr. Okafor", timedelta(hours=5, minutes=30)),
        step(3, "Ask when they will decide", timedelta(hours=6)),
        step(4, "Think back on the interview", timedelta(hours=7)),
    ),
    due_count=4,
)


def words(menu: TrayMenu) -> list[str]:
    return [action.text() for action in menu.menu.actions() if action.isVisible()]


def test_the_menu_tells_the_count_and_the_next_three(qapp: QApplication) -> None:
    menu = TrayMenu()
    menu.follow(AGENDA, NOW)
    assert words(menu)[:5] == [
        "4 things today",
        "since yesterday – Send your crane certificate",
        "in 5 h – Thank Dr. van der Berg && Mr. Okafor",
        "in 6 h – Ask when they will decide",
        "",
    ]
    assert words(menu)[5:] == [
        "Add interview…",
        "Open Afterword",
        "",
        "Pause reminders",
        "",
        "Quit",
    ]


def test_the_menu_follows_what_changes(qapp: QApplication) -> None:
    menu = TrayMenu()
    menu.follow(AGENDA, NOW)
    menu.follow(Agenda(now=NOW.instant), NOW)
    assert words(menu)[:2] == ["Nothing needs you today", ""]


def test_a_step_in_the_menu_opens_it(qtbot: QtBot) -> None:
    menu = TrayMenu()
    menu.follow(AGENDA, NOW)
    with qtbot.waitSignal(menu.step_chosen) as chosen:
        menu.menu.actions()[2].trigger()
    assert chosen.args == [2]


@pytest.mark.parametrize(
    ("entry", "signal"),
    [
        ("Add interview…", "add_chosen"),
        ("Open Afterword", "open_chosen"),
        ("Quit", "quit_chosen"),
    ],
)
def test_each_entry_does_what_it_says(qtbot: QtBot, entry: str, signal: str) -> None:
    menu = TrayMenu()
    with qtbot.waitSignal(getattr(menu, signal)):
        entry_of(menu, entry).trigger()


def entry_of(menu: TrayMenu, text: str) -> QAction:
    return next(action for action in menu.menu.actions() if action.text() == text)


def test_while_paused_the_menu_offers_to_resume(qtbot: QtBot) -> None:
    menu = TrayMenu()
    menu.show_paused(NOW.instant)
    assert "Resume reminders" in words(menu)
    assert "Pause reminders" not in words(menu)
    with qtbot.waitSignal(menu.resume_chosen):
        entry_of(menu, "Resume reminders").trigger()
    menu.show_paused(None)
    assert "Pause reminders" in words(menu)


def picture(due: int, size: int, *, paused: bool = False) -> QImage:
    return TrayIcon(MARK).draw(due, paused=paused).pixmap(QSize(size, size)).toImage()


@pytest.mark.parametrize("size", SIZES)
def test_each_state_looks_different_at_each_size(qapp: QApplication, size: int) -> None:
    pictures = [
        picture(0, size),
        picture(3, size),
        picture(9, size),
        picture(12, size),
        picture(3, size, paused=True),
    ]
    assert all(one.width() == size for one in pictures)
    for number, one in enumerate(pictures):
        assert all(one != other for other in pictures[number + 1 :])


def test_the_icon_has_one_colour(qapp: QApplication) -> None:
    image = picture(3, 48).convertToFormat(QImage.Format.Format_ARGB32)
    solid = {
        image.pixelColor(x, y).name()
        for x in range(48)
        for y in range(48)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {INK.name()}


@pytest.mark.parametrize("panel", ["#ffffff", "#2e3440", "#000000", "#f0eeea"])
def test_the_icon_stands_out_on_any_panel(panel: str) -> None:
    light, dark = sorted((luminance(INK), luminance(QColor(panel))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    red, green, blue = map(linear, (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def now() -> Now:
    return NOW


def test_every_click_opens_and_none_closes(qapp: QApplication) -> None:
    tray = Tray(MARK, BusLink(), now)
    opened: list[bool] = []

    def note() -> None:
        opened.append(True)

    tray.open_requested.connect(note)
    reasons = QSystemTrayIcon.ActivationReason
    for reason in (reasons.Trigger, reasons.DoubleClick, reasons.Trigger, reasons.Context):
        tray._on_activated(reason)
    assert len(opened) == 3


def test_without_a_tray_nothing_breaks(qapp: QApplication) -> None:
    tray = Tray(MARK, BusLink(), now)
    tray.start()
    tray.follow(AGENDA)
    tray.show_paused(NOW.instant)
    tray.show_message("Title", "Body")
    tray.look()
    tray.stop()
    assert not tray.present
