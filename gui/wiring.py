"""Who hears of what, once the first picture stands: pages, dialogs, tray and reminders."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu

from core.agenda import Agenda
from gui import actions, page_actions, words
from gui.announcements import TODAY as ALL_STEPS
from gui.compose import actions as compose_actions
from gui.compose.mailing import OPEN_WAITING, UNDO_SEND, Mailing
from gui.compose.sent_question import NOT_SENT as MESSAGE_NOT_SENT
from gui.compose.sent_question import SENT as MESSAGE_SENT
from gui.compose.sent_question import SentQuestion
from gui.desk import Desk
from gui.flows import Flows
from gui.hand_over import HandOvers
from gui.icons import icon
from gui.intake import Intake
from gui.main_window import MainWindow
from gui.pages.today import TodayPage
from gui.places import APPLICATION, APPLICATIONS, COMPOSE, FIRST_RUN, SETTINGS, TODAY, Places
from gui.preparing import Preparing
from gui.presence import Presence
from gui.reflecting import Reflecting

if TYPE_CHECKING:
    from core.use_cases.handing_over import HandOver
    from core.use_cases.interviews import Stored

SENT, NOT_SENT, BY_HAND = "sent", "not sent", "by hand"


class Wiring(QObject):
    """Connects the parts; each slot passes on what one part asks of another."""

    def __init__(
        self,
        window: MainWindow,
        desk: Desk,
        today: TodayPage,
        places: Places,
        presence: Presence,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._desk = desk
        self._today = today
        self._places = places
        self.presence = presence
        self._begun: HandOver | None = None
        self.flows = Flows(window, desk, self)
        self.intake = Intake(window.theme, desk, window)
        self.hands = HandOvers(desk, self)
        self.reflecting = Reflecting(window, desk, places, self.hands, self)
        self.preparing = Preparing(window, desk, places, self.hands, self)
        self.sent_question = SentQuestion(desk, self)
        self.mailing = Mailing(desk, self)
        self._connect_today()
        self._connect_window()
        self._connect_presence()

    def follow(self, agenda: Agenda) -> None:
        """Tell when the next reminder comes."""
        self.presence.follow(agenda)
        if agenda.begun:
            self.end_first_run()  # also what was added from the command line has begun it
        self._show_reminders()

    def store_geometry(self) -> None:
        """Remember where the window stands."""
        text = self._window.geometry_text()
        self._desk.write(page_actions.change_setting, "window_geometry", text)

    def answer_toast(self, key: str) -> None:
        """Did the message that was begun really go out? Or: open the form."""
        if self.sent_question.answer(key) or self.mailing.answer(key):
            return
        if key == BY_HAND:
            self.flows.add_interview()
            return
        if key == SENT and self._begun is not None:
            self._desk.write(actions.done, self._begun.step_id)
        self._begun = None

    def open_application(self, application_id: int, ask: str = "") -> None:
        """Show one application."""
        self._places.application().show_application(application_id, ask)
        self._window.show_page(APPLICATION, under=APPLICATIONS.key)

    def write_step(self, step_id: int) -> None:
        """Open the message of a step in the composer; begin it, if it is new."""
        self._desk.write(compose_actions.begin, step_id, then=self.open_draft)

    def open_draft(self, draft_id: int) -> None:
        """Open a message in the composer."""
        self._places.compose().show_draft(draft_id)
        self._window.show_page(COMPOSE, under=APPLICATIONS.key)

    def leave_draft(self, application_id: int) -> None:
        """Go from the composer to the application that the message belongs to."""
        if application_id:
            self.open_application(application_id)
        else:
            self.open_list()

    def open_list(self) -> None:
        """Show all applications."""
        self._window.show_page(APPLICATIONS.key)

    def open_step(self, step_id: int) -> None:
        """Show Today, with this step's row open."""
        self._window.come_forward()
        if step_id == ALL_STEPS and self._window.current_key == FIRST_RUN:
            return
        self._window.show_page(TODAY.key)
        if step_id != ALL_STEPS:
            self._today.reveal(step_id)

    def take_files(self, files: list[Path]) -> None:
        """Read invitations and replies that were dropped, opened or handed over."""
        self._window.come_forward()
        self.intake.take(files, self._beside)

    def take_text(self, text: str) -> None:
        """Ask about words that were dropped."""
        self._window.come_forward()
        self.intake.take_text(text, self._beside)

    @property
    def _beside(self) -> int | None:
        """The application that is shown; None where another page is."""
        if self._window.current_key != APPLICATION:
            return None
        return self._places.application().replies.application_id

    def end_first_run(self, stored: Stored | None = None) -> None:
        """The first steps are planned: the sidebar comes, and Today."""
        if self._window.current_key == FIRST_RUN:
            self._window.sidebar.show()
            self._window.show_page(TODAY.key)
            self._window.focus_page()
            self._desk.write(page_actions.change_setting, "first_run_done", True)
        if stored is not None:
            self._on_stored(stored)

    def say(self, sentence: str) -> None:
        """Show a sentence for a while."""
        self._window.toast.say(sentence)

    def _connect_today(self) -> None:
        today = self._today
        today.add_interview.connect(self.flows.add_interview)
        today.open_application.connect(self.open_application)
        today.acted.connect(self.hands.act)
        today.skip_wanted.connect(self.flows.skip)
        today.pick_wanted.connect(self.flows.pick_snooze)

    def _connect_window(self) -> None:
        window = self._window
        window.find_wanted.connect(self.flows.find)
        window.files_dropped.connect(self.take_files)
        window.text_dropped.connect(self.take_text)
        self.intake.said.connect(self.say)
        self.intake.unread.connect(self._offer_form)
        self.intake.taken.connect(self._show_taken)
        window.came_back.connect(self._ask_whether_sent)
        window.sidebar.pause_wanted.connect(self._offer_pause)
        self.flows.open_application.connect(self.open_application)
        self.flows.open_step.connect(self.open_step)
        self.flows.open_draft.connect(self.open_draft)
        self.flows.stored.connect(self.end_first_run)
        self.hands.open_application.connect(self.open_application)
        self.hands.open_list.connect(self.open_list)
        self.hands.said.connect(self.say)
        self.hands.sent_asked.connect(self._remember_begun)
        self.hands.write_wanted.connect(self.write_step)
        self.reflecting.application_wanted.connect(self.leave_draft)
        self.preparing.application_wanted.connect(self.leave_draft)
        self.flows.open_note.connect(self.preparing.open_note)
        self.sent_question.asked.connect(self._ask_of_message)
        self.mailing.said.connect(self.say)
        self.mailing.queued.connect(self._offer_undo_send)
        self.mailing.waiting.connect(self._offer_waiting)
        self.mailing.draft_wanted.connect(self.open_draft)
        self.mailing.set_up_wanted.connect(self._open_settings)
        for keys, slot in (
            ("Ctrl+N", self.flows.add_interview),
            ("Ctrl+O", self._choose_files),
            ("Ctrl+Z", self._desk.undo_last),
            ("Ctrl+,", self._open_settings),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(slot)

    def _connect_presence(self) -> None:
        presence = self.presence
        presence.open_requested.connect(self.open_step)
        presence.open_requested.connect(self.reflecting.begin_if_asked)
        presence.add_requested.connect(self.flows.add_interview)
        presence.said.connect(self._say_reminder)
        presence.reminders.pause_changed.connect(self._show_reminders)
        presence.reminders.ticked.connect(self.mailing.postman.look)

    def _offer_undo_send(self, sentence: str) -> None:
        self._window.toast.say(sentence, (UNDO_SEND, "Undo send"))

    def _offer_waiting(self, sentence: str) -> None:
        self._window.toast.say(sentence, (OPEN_WAITING, "Open"))

    def _open_settings(self) -> None:
        self._window.show_page(SETTINGS.key)

    def _choose_files(self) -> None:
        kinds = "Invitations and replies (*.ics *.eml);;All files (*)"
        dialog = QFileDialog(self._window, "Open an invitation or a reply", "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._take_chosen)
        dialog.open()

    def _take_chosen(self, files: list[str]) -> None:
        self.take_files([Path(file) for file in files])

    def _show_taken(self, application_id: int) -> None:
        if self._window.current_key == FIRST_RUN:
            self.end_first_run()
        else:
            self.open_application(application_id)

    def _offer_form(self, sentence: str) -> None:
        self._window.toast.say(sentence, (BY_HAND, "Add by hand"))

    def _on_stored(self, stored: Stored) -> None:
        if stored.notes:
            self.say(" ".join(stored.notes))

    def _say_reminder(self, title: str, body: str) -> None:
        self.say(f"{title}. {body}")

    def _remember_begun(self, facts: HandOver) -> None:
        self._begun = facts

    def _ask_whether_sent(self) -> None:
        """The user came back from another program."""
        if self._begun is not None:
            question = f"{self._begun.title}: did it come about?"
            self._window.toast.say(question, (SENT, "Yes"), (NOT_SENT, "Not yet"))
        else:
            self.sent_question.look()

    def _ask_of_message(self, question: str) -> None:
        answers = ((MESSAGE_SENT, "Yes, sent"), (MESSAGE_NOT_SENT, "Not yet"))
        self._window.toast.say(question, *answers)

    def _show_reminders(self) -> None:
        reminders = self.presence.reminders
        button = self._window.sidebar.reminders
        button.show()
        if reminders.paused_until is not None:
            until = self._moment(reminders.paused_until)
            button.show_state("Reminders are paused", f"until {until}", paused=True)
        elif reminders.next_reminder is not None:
            moment = self._moment(reminders.next_reminder)
            button.show_state("Reminders are on", f"Next one {moment}", paused=False)
        else:
            button.show_state("Reminders are on", "Nothing to say for now", paused=False)

    def _moment(self, instant: datetime) -> str:
        now = self._desk.now()
        if instant <= now.instant:
            return "now"
        there = words.local(instant, now.zone)
        if there.date() == words.local(now.instant, now.zone).date():
            return f"at {words.clock_time(instant, now.zone)}"
        return words.day(instant, now)

    def _offer_pause(self) -> None:
        reminders = self.presence.reminders
        if reminders.paused_until is not None:
            reminders.resume()
            return
        button = self._window.sidebar.reminders
        menu = QMenu(button)
        for key, text in (("hour", "Pause for 1 hour"), ("tomorrow", "Pause until tomorrow")):
            choice = menu.addAction(icon(self._window.theme, "bell-off", "text-2"), text)
            choice.setData(key)
        menu.triggered.connect(self._pause)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 4)))

    def _pause(self, choice: QAction) -> None:
        if choice.data() == "hour":
            self.presence.reminders.pause_for_hour()
        else:
            self.presence.reminders.pause_until_tomorrow()
