"""The whole way of a message in the running window: from the step in Today until it has left."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.drafting.outgoing import Account, Security, Server
from core.drafting.stages import Stage
from core.paths import Paths
from core.playbook.values import Part, StepState
from core.use_cases import applications, interviews, notes, people, settings
from core.use_cases.account import change_account
from core.use_cases.applications import ApplicationDetail, TimelineEntry
from core.use_cases.interviews import InterviewDetails
from core.use_cases.people import NamedPerson, PersonDetails
from gui import page_actions
from gui.app import Afterword
from gui.compose import mail_out
from gui.compose.ways import WAYS, Way
from gui.dialogs.find import FindDialog
from gui.pages.compose import ComposePage
from gui.places import COMPOSE, TODAY
from gui.widgets.toast import ToastButton
from tests.core.exchange.servers import HOST, PASSWORD, USER, Authority, content, mailroom
from tests.gui.starting import PATIENCE_MS, Started, started
from tests.keyrings import pocket

OSLO = "Europe/Oslo"
STEP = "Thank Dr. van der Berg"
INGRID = "ingrid@halvorsen.example"
CV = b"%PDF-1.7\n\x00\xff the CV"


@dataclass(slots=True)
class Clock:
    """The machine's clock, which the test sets: Tuesday, the day after the interview."""

    instant: datetime = datetime(2026, 5, 12, 13, 30, tzinfo=UTC)

    def read(self, _zone: str) -> Now:
        return Now(self.instant, OSLO)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("gui.desk.read_clock", clock.read)
    return clock


@pytest.fixture(autouse=True)
def no_desktop_around(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notices and tray have tests of their own, in a real desktop."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "none:")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Started]:
    with started(qapp, qtbot, tmp_path / "run") as made:
        yield made


@dataclass(slots=True, weakref_slot=True, eq=False)
class Story:
    """The running window, and what the test asks of it."""

    afterword: Afterword
    qtbot: QtBot
    clock: Clock
    step: int = 0
    draft: int = 0
    details: list[ApplicationDetail] = field(default_factory=list)

    @property
    def page(self) -> ComposePage:
        page = self.afterword.window.page(COMPOSE)
        assert isinstance(page, ComposePage)
        return page

    def until(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def open_from_today(self) -> None:
        """Press Enter on the step; wait until its letter has been looked at."""
        today = self.afterword.today
        self.until(lambda: self.afterword.window.current_key == TODAY.key)
        self.until(lambda: today.steps.model().rowCount() > 0)
        today.reveal(self.step)
        assert today.steps.chosen is not None
        assert today.steps.chosen.title == STEP
        QTest.keyClick(today.steps, Qt.Key.Key_Return)
        self.until(lambda: self.afterword.window.current_key == COMPOSE)
        self.until(lambda: self.page.letter is not None and self.page.bar.main.isEnabled())
        assert self.page.letter is not None
        self.draft = self.page.letter.composing.draft_id

    def pass_seconds(self, seconds: float) -> None:
        self.clock.instant += timedelta(seconds=seconds)
        self.afterword.wired().mailing.postman.look()

    @property
    def toast(self) -> str:
        return self.afterword.window.toast.words

    @property
    def buttons(self) -> list[ToastButton]:
        """What the toast offers."""
        return self.afterword.window.toast.findChildren(ToastButton)

    @property
    def stage(self) -> Stage:
        return self.page.letter.composing.stage if self.page.letter is not None else Stage.WRITING

    def timeline(self) -> tuple[TimelineEntry, ...]:
        """What is stored of the application now."""
        self.details.clear()
        self.afterword.desk.read(page_actions.detail, 1, then=self._take)
        self.until(lambda: bool(self.details))
        return self.details[0].timeline

    def _take(self, detail: ApplicationDetail) -> None:
        self.details.append(detail)


def store(paths: Paths, now: Now, account: Account | None) -> int:
    """An interview of yesterday with all that a thank-you needs; gives the step that asks for it."""
    details = InterviewDetails(
        company="Halvorsen Maritime",
        role="Operations Planner",
        start=datetime.fromisoformat("2026-05-11T14:00"),
        end=datetime.fromisoformat("2026-05-11T15:00"),
        zone=OSLO,
        country="NO",
        people=(NamedPerson(name="Ingrid van der Berg", title="Dr.", email=INGRID),),
    )
    known = PersonDetails(
        name="Ingrid van der Berg",
        title="Dr.",
        part=Part.INTERVIEWER,
        email=INGRID,
        confirmed=True,
        topic="berth planning in winter",
    )
    database = Database.open(paths, load_playbook(None))
    before = Now(now.instant - timedelta(days=3), OSLO)
    with database.session() as session:
        stored = interviews.add(session, details, before)
        people.edit(session, 1, known, before)
        notes.add_strength(session, stored.application_id, "ten years of port planning", before)
        settings.change(session, "me_name", "Mia Sørensen", before)
        change_account(session, account, before)
        timeline = applications.detail(session, stored.application_id, now).timeline
    database.close()
    return next(each.step_id for each in timeline if each.title == STEP and each.step_id)


def body_of(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n").rstrip("\n")


Begin = Callable[[Account | None], Story]


@pytest.fixture
def begin(start: Started, paths: Paths, qtbot: QtBot, clock: Clock) -> Begin:
    """Starts the window over an interview of yesterday, with that mail account."""

    def begun(account: Account | None) -> Story:
        step = store(paths, clock.read(""), account)
        return Story(start(paths), qtbot, clock, step)

    return begun


def test_from_today_to_the_mail_programs_file(
    begin: Begin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def opens(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", opens)
    monkeypatch.setattr(mail_out, "mail_program", _some_program)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    story = begin(None)
    story.open_from_today()
    page = story.page
    assert WAYS[Way.OPEN].words == page.bar.main.text()
    cv = tmp_path / "CV Mia Sørensen.pdf"
    cv.write_bytes(CV)
    page.fixing.attach([str(cv)])
    story.until(lambda: page.card.attachments.files == (str(cv),))
    story.until(page.bar.main.isEnabled)

    page.bar.main.click()
    story.until(lambda: bool(opened))

    file = Path(opened[0].toLocalFile())
    assert file.stat().st_mode & 0o077 == 0
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert mail["X-Unsent"] == "1"
    assert parseaddr(str(mail["To"])) == ("Ingrid van der Berg", INGRID)
    assert mail["Subject"] == "Thank you – Operations Planner interview, 11 May"
    assert mail["Date"].datetime == story.clock.instant
    assert mail["Bcc"] is None
    assert body_of(mail) == page.card.body.text.rstrip("\n")
    assert "Mia Sørensen" in body_of(mail)
    assert "berth planning in winter" in body_of(mail)
    (attached,) = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type(), attached.get_content()) == (
        "CV Mia Sørensen.pdf",
        "application/pdf",
        CV,
    )
    story.until(lambda: story.stage is Stage.HANDED_OVER)


def test_from_today_over_a_mail_server(begin: Begin, tmp_path: Path) -> None:
    authority = Authority()
    root = authority.write_root(tmp_path / "root.pem")
    with mailroom(authority.server()) as room, pocket() as keyring:
        keyring.set_password("Afterword", USER, PASSWORD)
        outgoing = Server(host=HOST, port=room.port, security=Security.TLS)
        account = Account(
            address=USER,
            name="Mia Sørensen",
            user=USER,
            outgoing=outgoing,
            certificates=str(root),
        )
        story = begin(account)
        story.open_from_today()
        story.until(lambda: story.page.bar.main.text() == WAYS[Way.SEND].words)
        text = story.page.card.body.text

        story.page.bar.main.click()
        story.until(lambda: story.toast == "It leaves in 10 seconds.")
        story.until(lambda: story.stage is Stage.SCHEDULED)
        assert [each.text() for each in story.buttons] == ["Undo send"]
        story.buttons[0].click()
        story.until(lambda: story.stage is Stage.WRITING)
        story.pass_seconds(60)
        story.until(story.page.bar.main.isEnabled)
        story.page.bar.main.click()
        story.until(lambda: story.stage is Stage.SCHEDULED)
        assert room.messages == []
        story.pass_seconds(11)
        story.until(lambda: story.stage is Stage.SENT)

        (taken,) = room.messages
    assert (taken.mail_from, taken.rcpt_tos) == (USER, [INGRID])
    mail = message_from_bytes(content(taken), policy=policy.default)
    assert isinstance(mail, EmailMessage)
    assert parseaddr(str(mail["From"])) == ("Mia Sørensen", USER)
    assert mail["Subject"] == "Thank you – Operations Planner interview, 11 May"
    assert mail["X-Unsent"] is None
    assert body_of(mail) == text.rstrip("\n")
    told = {each.title: each for each in story.timeline()}
    assert told[STEP].state is StepState.DONE
    sent = "You sent a thank-you note to Ingrid van der Berg"
    assert sent in told
    assert told[sent].at <= story.clock.instant


def test_what_was_written_is_found_and_opened_again(begin: Begin) -> None:
    story = begin(None)
    story.open_from_today()
    story.afterword.window.show_page(TODAY.key)
    story.afterword.wired().flows.find()
    find = story.afterword.window.findChild(FindDialog)
    assert find is not None
    find.field.setText("winter berth")
    model = find.results.model()
    story.until(lambda: model.rowCount() > 0)
    assert str(model.index(0, 0).data()).startswith("Message: Thank you – Operations Planner")
    assert str(model.index(0, 0).data()).endswith(
        "Draft to Ingrid van der Berg, Halvorsen Maritime"
    )

    QTest.keyClick(find.field, Qt.Key.Key_Return)
    story.until(lambda: story.afterword.window.current_key == COMPOSE)
    story.until(lambda: "berth planning" in story.page.card.body.text)


def _some_program() -> str:
    return "letters.desktop"
