"""The main action of a step: it opens the composer, calls, looks up, or notes an arrival."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from core.agenda import AgendaStep
from core.playbook import values
from gui import actions, page_actions
from gui.desk import Desk
from gui.models.main_action import ARRIVED, is_near

if TYPE_CHECKING:
    from core.use_cases.handing_over import HandOver

SEARCH = "https://www.linkedin.com/search/results"
WEEK = "week"
LINKEDIN_NOTE = "M11"
"""It is written in the composer, too, and pasted on the page."""


class HandOvers(QObject):
    """Begins what a step asks for. What another program does with it, only the user knows."""

    open_application = Signal(int)
    open_list = Signal()
    write_wanted = Signal(int)
    """The step whose message is to be written."""
    reflect_wanted = Signal(int, str)
    """The interview to think back on, and the rule of the step that asks for it."""
    prepare_wanted = Signal(int, int)
    """The application and the interview to get ready for; 0 where the next one is meant."""
    week_wanted = Signal()
    """The week of the hunt."""
    said = Signal(str)
    """A sentence for the toast."""
    sent_asked = Signal(object)
    """A call or a link was begun for this `HandOver`: ask later whether it came about."""

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
        if facts.action == WEEK:
            self.week_wanted.emit()
        elif facts.application_id is None:
            self.open_list.emit()
        elif facts.action == ARRIVED:
            self._arrive(facts, facts.application_id)
        elif facts.action == "write" or facts.message == LINKEDIN_NOTE:
            self.write_wanted.emit(facts.step_id)
        elif facts.action == "reflect" and facts.interview_id is not None:
            self.reflect_wanted.emit(facts.interview_id, facts.rule)
        elif facts.action == "prepare":
            self.prepare_wanted.emit(facts.application_id, facts.interview_id or 0)
        elif facts.action == "call":
            self._call(facts)
        elif facts.action == "link":
            QDesktopServices.openUrl(QUrl(page_to_look_up(facts)))
            self.sent_asked.emit(facts)
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


def page_to_look_up(facts: HandOver) -> str:
    """The search for a person one met, or for the company's own page."""
    return search_for(facts.person, facts.company)


def search_for(person: str, company: str) -> str:
    """The search for a person of a company; without a name, for the company's own page."""
    if person:
        return f"{SEARCH}/people/?keywords={quote(f'{person} {company}', safe='')}"
    return f"{SEARCH}/companies/?keywords={quote(company, safe='')}"
