"""Dialogs: each has names for its controls, says what is wrong, and is freed when it closes."""

import gc
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from core.drafting.replies import ReceivedReply
from core.drafting.stand_ins import StandIns
from core.drafting.values import Situation
from core.exchange.calendar_values import Invitation, Method
from core.exchange.replies import suggested
from core.playbook.values import Case
from core.reply_intake import Offered
from core.use_cases.messages import Version
from core.use_cases.replies import KeptReply
from gui.dialogs.application import ApplicationDialog
from gui.dialogs.interview import InterviewDialog
from gui.dialogs.invitations import AskCancelled, AskZone, ChooseInvitations
from gui.dialogs.kept_reply import KeptReplyDialog
from gui.dialogs.leave import LeaveQuestion
from gui.dialogs.person import KnownPerson, PersonDialog
from gui.dialogs.reply import ReplyDialog
from gui.dialogs.send_later import SendLaterDialog
from gui.dialogs.skip import SkipDialog
from gui.dialogs.snooze import MoveDialog, SnoozeDialog
from gui.dialogs.suggestion import SuggestionDialog
from gui.dialogs.versions import VersionsDialog
from gui.models.details import application_details, interview_details, person_details
from gui.theme import Theme
from gui.widgets.dialog import Dialog
from tests.gui.pages.note_dialogs import NOTES
from tests.gui.pages.world import World, nameless

wall = datetime.fromisoformat

INVITATION = Invitation(
    method=Method.REQUEST,
    uid="one",
    sequence=0,
    summary="Interview " * 40,
    start=wall("2026-05-14T10:30"),
    end=wall("2026-05-14T11:30"),
    zone=None,
    zone_name="Mars/Olympus",
)

Make = Callable[[Theme, World, QWidget], Dialog]


def _interview(theme: Theme, world: World, window: QWidget) -> Dialog:
    return InterviewDialog(theme, world, parent=window)


def _changed_interview(theme: Theme, world: World, window: QWidget) -> Dialog:
    detail = world.detail(world.add().application_id)
    card = detail.interviews[0]
    return InterviewDialog(theme, world, interview_details(detail, card), card.id, window)


def _application(theme: Theme, world: World, window: QWidget) -> Dialog:
    detail = world.detail(world.add().application_id)
    return ApplicationDialog(theme, world, detail.id, application_details(detail), window)


def _person(theme: Theme, world: World, window: QWidget) -> Dialog:
    detail = world.detail(world.add().application_id)
    known = KnownPerson(detail.people[0].id, person_details(detail.people[0]))
    return PersonDialog(theme, world, detail.id, known, window)


def _snooze(theme: Theme, world: World, window: QWidget) -> Dialog:
    return SnoozeDialog(theme, world.now(), "Thank Dr. van der Berg", window)


def _move(theme: Theme, world: World, window: QWidget) -> Dialog:
    return MoveDialog(theme, world.now(), "Thank Dr. van der Berg", window)


def _skip(theme: Theme, _world: World, window: QWidget) -> Dialog:
    return SkipDialog(theme, "Thank Dr. van der Berg", window)


def _choose(theme: Theme, world: World, window: QWidget) -> Dialog:
    return ChooseInvitations(theme, (INVITATION,) * 40, world.now(), window)


def _zone(theme: Theme, world: World, window: QWidget) -> Dialog:
    return AskZone(theme, INVITATION, world.now(), window)


def _cancelled(theme: Theme, world: World, window: QWidget) -> Dialog:
    return AskCancelled(theme, INVITATION, world.now(), window)


def _leave(theme: Theme, _world: World, window: QWidget) -> Dialog:
    return LeaveQuestion(theme, window)


def _send_later(theme: Theme, world: World, window: QWidget) -> Dialog:
    return SendLaterDialog(theme, world.now(), "America/New_York", world.instant, window)


def _versions(theme: Theme, world: World, window: QWidget) -> Dialog:
    version = Version(id=1, at=world.instant, subject="Thank you", start="Dear Dr.", words=90)
    return VersionsDialog(theme, (version,) * 30, world.now(), window)


REPLY = ReceivedReply(
    at=wall("2026-05-12T06:15+00:00"), body="We decide by 20 May. " * 400, subject="Re: " * 90
)


def _reply(theme: Theme, world: World, window: QWidget) -> Dialog:
    application = world.add().application_id
    offered = Offered(reply=REPLY, suggestion=suggested(REPLY, world.now()))
    return ReplyDialog(theme, world, application, offered, window)


def _pasted(theme: Theme, world: World, window: QWidget) -> Dialog:
    return ReplyDialog(theme, world, parent=window)


def _kept_reply(theme: Theme, world: World, window: QWidget) -> Dialog:
    return KeptReplyDialog(theme, KeptReply(id=1, reply=REPLY), world.now(), window)


def _suggestion(theme: Theme, world: World, window: QWidget) -> Dialog:
    request = "Suggest a better wording.\n\n" + "Dear Dr. van der Berg " * 400
    goes_to = "This goes to https://api.example/v1. " * 4
    known = Situation(case=Case(now=world.instant, zone="Europe/Oslo", company="Acme"))
    stand_ins = StandIns(known, request)
    return SuggestionDialog(theme, request, goes_to, stand_ins, other_names=True, parent=window)


ALL: list[Make] = [
    _interview,
    _changed_interview,
    _application,
    _person,
    _snooze,
    _move,
    _skip,
    _choose,
    _zone,
    _cancelled,
    _leave,
    _send_later,
    _versions,
    _reply,
    _pasted,
    _kept_reply,
    _suggestion,
    *NOTES,
]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize("make", ALL)
def test_each_is_freed_when_it_closes(
    make: Make, theme: Theme, world: World, window: QWidget
) -> None:
    dialog = make(theme, world, window)
    dialog.open()
    theme.changed.emit()

    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert not isValid(dialog)
    theme.changed.emit()


@pytest.mark.parametrize("make", ALL)
def test_each_has_names_fits_the_window_and_closes_on_escape(
    make: Make, theme: Theme, world: World, window: QWidget
) -> None:
    dialog = make(theme, world, window)
    dialog.open()
    QCoreApplication.processEvents()

    assert nameless(dialog) == []
    assert dialog.windowTitle()
    assert dialog.height() <= window.height()
    assert dialog.width() == round(dialog.wide * max(1.0, theme.text_scale))

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert world.labels == []
    assert not QApplication.activeModalWidget()


# ------------------------------------------------------------------ adding an interview


@pytest.fixture
def interview(qtbot: QtBot, theme: Theme, world: World, window: QWidget) -> InterviewDialog:
    dialog = InterviewDialog(theme, world, parent=window)
    dialog.open()
    return dialog


def test_an_interview_is_added_with_its_people(interview: InterviewDialog, world: World) -> None:
    interview.company.setText("Halvorsen Maritime")
    interview.role.setText("Operations Planner")
    interview.start.set_wall(world.wall.replace(hour=14) + timedelta(days=3))
    interview.length.setValue(90)
    interview.travel.setValue(35)
    interview.people.setText("Dr. Ingrid van der Berg <ingrid@halvorsen.example>, Tomas Okafor")
    interview.main.click()

    detail = world.detail(world.overview()[0].id)
    (stored,) = detail.interviews
    assert stored.end - stored.start == timedelta(minutes=90)
    assert stored.travel_minutes == 35
    assert [(p.title, p.name, p.email) for p in detail.people] == [
        ("Dr.", "Ingrid van der Berg", "ingrid@halvorsen.example"),
        ("", "Tomas Okafor", ""),
    ]


def test_without_a_company_nothing_is_stored_and_the_field_says_so(
    interview: InterviewDialog, world: World
) -> None:
    interview.main.click()

    assert interview.isVisible()
    assert interview.main.isEnabled()
    assert world.overview() == ()
    assert interview.company.accessibleDescription() == (
        "The company is missing. Nothing was stored."
    )


@pytest.mark.parametrize("field", ["company", "role", "place"])
def test_a_text_that_is_too_long_is_refused_at_its_field(
    interview: InterviewDialog, world: World, field: str
) -> None:
    interview.company.setText("Halvorsen")
    getattr(interview, field).setText("x" * 100_000)
    interview.main.click()

    assert world.overview() == ()
    assert "100,000 characters" in interview.row(field).field.accessibleDescription()


def test_a_zone_that_is_none_is_refused_at_its_field(
    interview: InterviewDialog, world: World
) -> None:
    interview.company.setText("Halvorsen")
    interview.zone.set_zone("Mars/Olympus")
    interview.main.click()

    assert world.overview() == ()
    assert "Mars/Olympus" in interview.zone.accessibleDescription()


def test_an_interview_in_the_past_is_fine_and_said(
    interview: InterviewDialog, world: World, qtbot: QtBot
) -> None:
    interview.company.setText("Halvorsen")
    interview.start.set_wall(world.wall - timedelta(days=1))
    with qtbot.waitSignal(interview.stored) as stored:
        interview.main.click()

    assert "This interview is over already" in stored.args[0].notes[0]
    assert "This interview is over already" in world.labels[-1]


def test_a_video_call_asks_for_a_link_and_no_way(interview: InterviewDialog) -> None:
    interview.mode.choose("video")
    interview.mode.chosen.emit("video")

    assert interview.place.accessibleName() == "Link"
    assert interview.row("travel_minutes").isHidden()


def test_names_in_any_script_are_kept(interview: InterviewDialog, world: World) -> None:
    interview.company.setText("שלום תעשיות 🚢")
    interview.people.setText("ענת כהן, 山田 花子, 🦊")
    interview.main.click()

    detail = world.detail(world.overview()[0].id)
    assert detail.company == "שלום תעשיות 🚢"
    assert [person.name for person in detail.people] == ["ענת כהן", "山田 花子", "🦊"]


# ------------------------------------------------------------------ invitations


def test_an_unknown_zone_is_asked_until_it_is_known(
    theme: Theme, world: World, window: QWidget, qtbot: QtBot
) -> None:
    dialog = AskZone(theme, INVITATION, world.now(), window)
    dialog.open()
    dialog.zone.set_zone("Nowhere")
    dialog.main.click()
    assert dialog.isVisible()
    assert "Choose a zone" in dialog.zone.accessibleDescription()

    dialog.zone.set_zone("Asia/Tokyo")
    with qtbot.waitSignal(dialog.answered) as answered:
        dialog.main.click()

    assert answered.args == ["Asia/Tokyo"]


def test_an_application_keeps_other_names_and_its_zone(
    theme: Theme, world: World, window: QWidget
) -> None:
    stored = world.add()
    detail = world.detail(stored.application_id)
    dialog = ApplicationDialog(theme, world, detail.id, application_details(detail), window)
    dialog.open()
    dialog.aliases.setText("Halvorsen, HM")
    dialog.zone.set_zone("America/New_York")
    dialog.main.click()

    changed = world.detail(stored.application_id)
    assert changed.aliases == ("Halvorsen", "HM")
    assert changed.zone == "America/New_York"


def test_the_dialogs_are_all_here() -> None:
    folder = Path(__file__).parents[3] / "gui" / "dialogs"
    bases = {"__init__", "form", "find", "prepare_form"}
    modules = {path.stem for path in folder.glob("*.py")} - bases

    assert modules == {
        *("application", "interview", "invitations", "leave", "person", "send_later"),
        *("skip", "snooze", "versions", "reply", "kept_reply", "suggestion"),
        *("story", "heard", "proof", "question", "said", "fact", "day_words", "friends_view"),
    }
