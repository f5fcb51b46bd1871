"""The main action of a step: it opens the mail program, calls, looks up, or notes an arrival."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from core.agenda import AgendaStep
from core.playbook import values
from gui import actions, page_actions, words
from gui.desk import Desk
from gui.models.main_action import ARRIVED, is_near

if TYPE_CHECKING:
    from core.use_cases.handing_over import HandOver

SEARCH = "https://www.linkedin.com/search/results"


class HandOvers(QObject):
    """Begins what a step asks for. What another program does with it, only the user knows."""

    open_application = Signal(int)
    open_list = Signal()
    said = Signal(str)
    """A sentence for the toast."""
    sent_asked = Signal(object)
    """A message was begun for this `HandOver`: ask later whether it was sent."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def act(self, step: AgendaStep) -> None:
        """Do the step's main action."""
        self.act_on(step.id)

    def act_on(self, step_id: int) -> None:
        """Do the main action of the step with this id."""
        self._desk.read(actions.hand_over, step_id, then=self._begin)

    def _begin(self, facts: HandOver) -> None:
        if facts.application_id is None:
            self.open_list.emit()
        elif facts.action == ARRIVED:
            self._arrive(facts, facts.application_id)
        elif facts.action == "call":
            self._call(facts)
        elif facts.action == "link" or facts.message == "M11":
            QDesktopServices.openUrl(QUrl(page_to_look_up(facts)))
            self.sent_asked.emit(facts)
        elif facts.action == "write":
            self._write(facts)
        else:
            self.open_application.emit(facts.application_id)

    def _arrive(self, facts: HandOver, application_id: int) -> None:
        """Only around the interview: at any other time a press of the key means something else."""
        now = self._desk.now()
        over = facts.interview_end is not None and facts.interview_end < now.instant
        if is_near(facts.interview_start, now) and not over:
            event = values.Arrived(at=now.instant)
            self._desk.write(page_actions.record, application_id, event)
        else:
            self.open_application.emit(application_id)

    def _write(self, facts: HandOver) -> None:
        subject = subject_of(facts)
        there = facts.mail_program != ""  # else the system shows an error of its own
        if not there or not QDesktopServices.openUrl(QUrl(mail_link(facts.email, subject))):
            self._copy(facts.email, subject)
        self.sent_asked.emit(facts)

    def _copy(self, address: str, subject: str) -> None:
        told = {
            (True, True): "Address and subject are copied.",
            (False, True): "The subject is copied.",
            (True, False): "The address is copied.",
        }
        copied = told.get((bool(address), bool(subject)), "")
        if copied:
            QGuiApplication.clipboard().setText("\n".join(filter(None, (address, subject))))
        self.said.emit(f"No mail program was found. {copied}".strip())

    def _call(self, facts: HandOver) -> None:
        if facts.phone and QDesktopServices.openUrl(QUrl(f"tel:{quote(facts.phone, safe='+')}")):
            self.sent_asked.emit(facts)
        elif facts.phone:
            QGuiApplication.clipboard().setText(facts.phone)
            self.said.emit(
                f"{facts.person or 'The number'}: {facts.phone}. It is on the clipboard."
            )
        elif facts.application_id is not None:
            self.open_application.emit(facts.application_id)
            self.said.emit("No number is noted. The contact card has room for one.")


def mail_link(email: str, subject: str) -> str:
    """A `mailto:` link with recipient and subject."""
    return f"mailto:{quote(email, safe='@')}?subject={quote(subject)}"


def page_to_look_up(facts: HandOver) -> str:
    """The search for a person one met, or for the company's own page."""
    if facts.person:
        return f"{SEARCH}/people/?keywords={quote(f'{facts.person} {facts.company}')}"
    return f"{SEARCH}/companies/?keywords={quote(facts.company)}"


def subject_of(facts: HandOver) -> str:
    """The usual subject of such a message; empty where only the writer knows one."""
    role = facts.role or facts.company
    day = _day(facts)
    what = facts.title.removeprefix("Send ").strip()
    subjects = {
        "M1": f"Thank you – {role} interview{f', {day}' if day else ''}",
        "M3": "Correction – with apologies",
        "M4": f"{role} – interview{f' on {day}' if day else ''}",
        "M5": f"Re: {role} – interview{f' on {day}' if day else ''}",
        "M6": f"{role} – timing",
        "M7": f"{what[:1].upper()}{what[1:]} – {role}",
        "M8": f"Possible reference call – {facts.company}",
        "M9": "Thank you – and news",
        "M10": f"Re: {role}",
        "M13": f"Re: offer – {role}",
        "M14": f"{role} – timing of my reply",
        "M15": f"Acceptance – {role}",
        "M16": f"Withdrawal – {role}",
        "M17": "Re: invitation",
    }
    return subjects.get("M1" if facts.message == "M2" else facts.message, "")


def _day(facts: HandOver) -> str:
    return words.day_and_month(facts.interview_on) if facts.interview_on is not None else ""
