"""Files that are dropped: taken at once, asked about, or refused with a sentence."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.dialogs.invitations import AskCancelled, AskZone, ChooseInvitations
from gui.intake import Intake
from gui.theme import Theme
from gui.widgets.dialog import Dialog
from tests.gui.pages.world import World

EVENT = """BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:20260510T080000Z
DTSTART{start}
DTEND{end}
SUMMARY:Interview with Halvorsen Maritime for Operations Planner
ORGANIZER;CN=Ingrid van der Berg:mailto:ingrid@halvorsen.example
LOCATION:12 Harbour Street
END:VEVENT
"""


def calendar(*events: str, method: str = "REQUEST") -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", f"METHOD:{method}", *events]
    return "\r\n".join("\n".join([*lines, "END:VCALENDAR"]).split("\n"))


def event(uid: str = "a", sequence: int = 0, day: int = 14, zone: str = "Europe/Oslo") -> str:
    return EVENT.format(
        uid=uid,
        sequence=sequence,
        start=f";TZID={zone}:202605{day}T103000",
        end=f";TZID={zone}:202605{day}T113000",
    ).strip()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1200, 800)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def intake(theme: Theme, world: World, window: QWidget) -> Intake:
    return Intake(theme, world, window)


def drop(intake: Intake, folder: Path, *texts: str, unread: bool = False) -> QSignalSpy:
    """Drop files with these texts; gives what is said."""
    said = QSignalSpy(intake.unread if unread else intake.said)
    files = []
    for number, text in enumerate(texts):
        file = folder / f"invitation-{number}.ics"
        file.write_text(text, encoding="utf-8", newline="")
        files.append(file)
    intake.take(files)
    return said


def asked(kind: type[Dialog]) -> Dialog:
    QCoreApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert type(dialog) is kind
    return dialog


def test_an_invitation_becomes_an_interview(intake: Intake, world: World, tmp_path: Path) -> None:
    taken = QSignalSpy(intake.taken)
    said = drop(intake, tmp_path, calendar(event()))

    (row,) = world.overview()
    assert (row.company, row.role) == ("Halvorsen Maritime", "Operations Planner")
    assert taken.at(0) == [row.id]
    assert "Halvorsen Maritime" in said.at(0)[0]
    assert "was added" in world.labels[-1]


def test_an_update_moves_the_interview(intake: Intake, world: World, tmp_path: Path) -> None:
    drop(intake, tmp_path, calendar(event()))
    said = drop(intake, tmp_path, calendar(event(sequence=1, day=15)))

    (row,) = world.overview()
    assert row.interview_start is not None
    assert row.interview_start.day == 15
    assert "is now on" in said.at(0)[0]


def test_a_cancellation_asks_first(intake: Intake, world: World, tmp_path: Path) -> None:
    drop(intake, tmp_path, calendar(event()))
    off = calendar(event(sequence=1), method="CANCEL")
    drop(intake, tmp_path, off)
    dialog = asked(AskCancelled)
    dialog.reject()
    application = world.overview()[0].id
    assert world.detail(application).interviews[0].called_off is None

    said = drop(intake, tmp_path, off)
    asked(AskCancelled).main.click()

    assert world.detail(application).interviews[0].called_off is not None
    assert "was called off" in said.at(0)[0]


def test_of_several_events_the_user_chooses(intake: Intake, world: World, tmp_path: Path) -> None:
    drop(intake, tmp_path, calendar(event("a", day=14), event("b", day=18), event("c", day=20)))
    dialog = asked(ChooseInvitations)
    assert isinstance(dialog, ChooseInvitations)
    boxes = dialog.boxes
    for box in boxes:
        box.setChecked(box is boxes[1])
    dialog.main.click()

    (row,) = world.overview()
    assert row.interview_start is not None
    assert row.interview_start.day == 18


def test_events_to_choose_from_are_dated_as_everywhere(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    drop(intake, tmp_path, calendar(event("a", day=14), event("b", day=18)))
    dialog = asked(ChooseInvitations)
    assert isinstance(dialog, ChooseInvitations)

    names = [box.accessibleName() for box in dialog.boxes]
    assert names[0].startswith("Thu 14 May, 10:30: Interview")
    dialog.reject()


def test_a_broken_date_is_told_in_plain_words(intake: Intake, world: World, tmp_path: Path) -> None:
    broken = calendar(event()).replace("20260514T103000", "soon")
    said = drop(intake, tmp_path, broken, unread=True)

    sentence = said.at(0)[0]
    assert sentence.startswith("invitation-0.ics holds an event, but its start is no date (")
    assert sentence.endswith("Nothing was stored. Add the interview by hand?")


def test_an_unknown_zone_is_asked(intake: Intake, world: World, tmp_path: Path) -> None:
    drop(intake, tmp_path, calendar(event(zone="Mars Standard Time")))
    dialog = asked(AskZone)
    assert isinstance(dialog, AskZone)
    dialog.zone.set_zone("Asia/Tokyo")
    dialog.main.click()

    (row,) = world.overview()
    assert world.detail(row.id).interviews[0].zone == "Asia/Tokyo"


def test_what_is_no_invitation_is_refused_with_a_sentence(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    said = drop(intake, tmp_path, "not a calendar", unread=True)

    assert world.overview() == ()
    assert "Nothing was stored" in said.at(0)[0]


def test_a_file_that_is_not_there_is_said(intake: Intake, world: World, tmp_path: Path) -> None:
    said = QSignalSpy(intake.said)

    intake.take([tmp_path / "gone.ics"])

    assert "gone.ics" in said.at(0)[0]


def test_good_files_are_taken_beside_bad_ones(intake: Intake, world: World, tmp_path: Path) -> None:
    said = drop(intake, tmp_path, "broken", calendar(event()), unread=True)

    assert len(world.overview()) == 1
    assert said.count() == 1
    assert "invitation-0.ics" in said.at(0)[0]
    assert "Halvorsen Maritime" in said.at(0)[0]


def test_files_dropped_while_a_question_is_open_wait_their_turn(
    intake: Intake, world: World, tmp_path: Path
) -> None:
    drop(intake, tmp_path, calendar(event(zone="Mars Standard Time")))
    dialog = asked(AskZone)
    (tmp_path / "more").mkdir()
    drop(intake, tmp_path / "more", calendar(event("b", day=20)))
    assert world.overview() == ()

    dialog.reject()

    assert len(world.overview()) == 1
