"""Adding an interview, or changing one."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from core.clock import Now
from core.playbook.values import Mode
from gui import page_actions, words
from gui.desk import Desk
from gui.dialogs.form import FormDialog
from gui.models.people_text import TypedPerson, as_text, people_in
from gui.theme import Theme
from gui.widgets.fields import NumberField, TextField
from gui.widgets.moment_field import WallTimeField, ZoneField
from gui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from core.use_cases.interviews import InterviewDetails, Stored
    from core.use_cases.people import NamedPerson

LONGEST = 100_000
MODES = (
    (Mode.ONSITE.value, "On site", "map-pin"),
    (Mode.VIDEO.value, "By video", "video"),
    (Mode.PHONE.value, "By phone", "phone"),
)
PLACES = {
    Mode.ONSITE: ("Where", "12 Harbour Street, Bergen"),
    Mode.VIDEO: ("Link", "https://"),
    Mode.PHONE: ("Number", "+47 55 00 00 00"),
}


class InterviewDialog(FormDialog):
    """`stored` carries what was stored. `given` fills the fields; `interview_id` changes that one."""

    stored = Signal(object)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        given: InterviewDetails | None = None,
        interview_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "Add an interview" if interview_id is None else "Change the interview"
        super().__init__(theme, desk, title, parent)
        self._interview_id = interview_id
        self._given = given
        self._build_fields(desk.now())
        self.add_buttons("Add interview" if interview_id is None else "Keep the changes")
        if given is not None:
            self._fill(given)
        self._show_mode(self.mode.current)
        first = self.company if self.company.isEnabled() and not self.company.text() else self.start
        first.setFocus()

    def _build_fields(self, now: Now) -> None:
        self.company = self._text("company", "With which company?", "Halvorsen Maritime")
        self.role = self._text("role", "For which role?", "Operations Planner")
        next_hour = words.local(now.instant, now.zone).replace(minute=0) + timedelta(hours=1)
        self.start = WallTimeField(self.theme, next_hour)
        self.add_row("start", "It starts", self.start)
        self.length = NumberField(self.theme, 5, 7 * 24 * 60, 60, " min")
        self.length.setSingleStep(15)
        self.add_row("end", "It takes", self.length)
        self.put_beside("start", "end")
        self.zone = ZoneField(self.theme, now.zone)
        self.add_row("zone", "Time zone", self.zone, "The zone in which this time was named.")
        self.mode = SegmentedControl(self.theme, MODES, Mode.ONSITE.value)
        self.mode.chosen.connect(self._show_mode)
        self.add_row("mode", "How do you meet?", self.mode)
        self.place = self._text("place", "Where", "")
        self.travel = NumberField(self.theme, 0, 24 * 60, 0, " min")
        self.travel.setSingleStep(5)
        hint = "Afterword adds time to spare, and says when to leave."
        self.add_row("travel_minutes", "How long is the way?", self.travel, hint)
        self.people = self._text(
            "people", "Whom do you meet?", "Dr. Ingrid van der Berg, Tomas Okafor"
        )
        hint = "Names, divided by commas: Ingrid Berg <ingrid@example.com>"
        self.row("people").set_hint(hint)

    def _text(self, name: str, label: str, placeholder: str) -> TextField:
        field = TextField(self.theme, "", placeholder)
        field.setMaxLength(LONGEST)
        self.add_row(name, label, field)
        return field

    def _fill(self, given: InterviewDetails) -> None:
        self.company.setText(given.company)
        self.role.setText(given.role)
        belongs = given.application_id is not None
        self.company.setEnabled(not belongs)
        self.role.setEnabled(not belongs)
        self.start.set_wall(given.start)
        self.length.setValue(max(5, int((given.end - given.start).total_seconds() // 60)))
        self.zone.set_zone(given.zone)
        self.mode.choose(given.mode.value)
        self.place.setText(given.place)
        self.travel.setValue(given.travel_minutes)
        self.people.setText(
            as_text(tuple(TypedPerson(p.name, p.title, p.email) for p in given.people))
        )

    def _show_mode(self, mode: str) -> None:
        label, example = PLACES[Mode(mode)]
        self.row("place").label.setText(label)
        self.place.setAccessibleName(label)
        self.place.setPlaceholderText(example)
        self.row("travel_minutes").setVisible(Mode(mode) is Mode.ONSITE)

    def take(self) -> bool:
        self.begin()
        details = self._details()
        if self._interview_id is None:
            self.desk.write(
                page_actions.add_interview, details, then=self._stored, otherwise=self.refused
            )
        else:
            self.desk.write(
                page_actions.edit_interview,
                self._interview_id,
                details,
                then=self._stored,
                otherwise=self.refused,
            )
        return False

    def _details(self) -> InterviewDetails:
        from core.use_cases.interviews import InterviewDetails

        mode = Mode(self.mode.current)
        start = self.start.wall()
        given = self._given
        return InterviewDetails(
            company=self.company.text(),
            role=self.role.text(),
            start=start,
            end=start + timedelta(minutes=self.length.value()),
            zone=self.zone.zone(),
            application_id=given.application_id if given else None,
            round=given.round if given else None,
            mode=mode,
            place=self.place.text(),
            travel_minutes=self.travel.value() if mode is Mode.ONSITE else 0,
            people=named_people(self.people.text(), given),
            invited_at=given.invited_at if given else None,
            calendar_uid=given.calendar_uid if given else None,
            calendar_sequence=given.calendar_sequence if given else 0,
            country=given.country if given else "",
            application_zone=given.application_zone if given else "",
            notes=given.notes if given else "",
        )

    def _stored(self, stored: Stored) -> None:
        self.stored.emit(stored)
        self.accept()


def named_people(text: str, given: InterviewDetails | None) -> tuple[NamedPerson, ...]:
    """The people that the field names; what was known of them besides stays."""
    from core.use_cases.people import NamedPerson

    known = {person.name: person for person in given.people} if given else {}
    return tuple(
        NamedPerson(
            name=person.name,
            title=person.title,
            email=person.email,
            job=known[person.name].job if person.name in known else "",
        )
        for person in people_in(text)
    )
