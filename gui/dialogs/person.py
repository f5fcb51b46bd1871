"""A contact card: adding one, changing one, removing one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.playbook.values import Channel, Consent, Part
from gui import page_actions
from gui.desk import Desk
from gui.dialogs.form import FormDialog
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.event_parts import CHANNEL_WORDS
from gui.widgets.fields import CheckBox, ChoiceField, TextField
from gui.widgets.paint import Kind
from gui.widgets.people_card import PART_WORDS

if TYPE_CHECKING:
    from core.use_cases.people import PersonDetails

LONGEST = 100_000
CONSENT_WORDS = (
    (Consent.NOT_ASKED, "Not asked yet"),
    (Consent.YES, "Yes"),
    (Consent.CONDITIONS, "Yes, with conditions"),
    (Consent.NO, "No"),
)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Whose card is changed, and what stands on it."""

    id: int
    details: PersonDetails


class PersonDialog(FormDialog):
    """The card of one person in one application; a new one where `known` is None."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        application_id: int,
        known: KnownPerson | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, desk, "Add a person" if known is None else "Change the card", parent
        )
        self._application_id = application_id
        self._known = known
        self._build_name()
        self._build_contact()
        self._build_referee()
        if known is not None:
            self._fill(known.details)
            self._add_remove()
        self._show_part()
        self.part.currentIndexChanged.connect(self._show_part)
        self.add_buttons("Add the person" if known is None else "Keep the changes")
        self.name.setFocus()

    def _build_name(self) -> None:
        self.title = self._text("title", "Title", "Dr.")
        self.name = self._text("name", "Name", "Ingrid van der Berg")
        hint = "Only where the order of the name hides it, as in Wu Mei-Ling."
        self.surname = self._text("surname", "Surname", "Wu", hint)
        self.confirmed = CheckBox(self.theme, "I have checked the spelling of name and title")
        self.form.column.addWidget(self.confirmed)
        self.part = ChoiceField(self.theme, [(p.value, words) for p, words in PART_WORDS.items()])
        self.add_row("part", "Part", self.part)
        self.job = self._text("job", "Job", "Head of Planning")
        hint = "Something they said. It makes the thank-you note personal."
        self.topic = self._text("topic", "Topic", "the 4 a.m. plan", hint)

    def _build_contact(self) -> None:
        self.email = self._text("email", "E-mail", "ingrid@halvorsen.example")
        self.phone = self._text("phone", "Phone", "+47 55 00 00 00")
        self.prefers = ChoiceField(self.theme, [(c.value, words) for c, words in CHANNEL_WORDS])
        self.add_row("prefers", "Prefers to be written", self.prefers)
        self.gone = CheckBox(self.theme, "Has left the company")
        self.form.column.addWidget(self.gone)

    def _build_referee(self) -> None:
        self.consent = ChoiceField(self.theme, [(c.value, words) for c, words in CONSENT_WORDS])
        self.add_row("consent", "May you name them?", self.consent)
        self.informed = CheckBox(self.theme, "Knows of this employer")
        self.form.column.addWidget(self.informed)

    def _text(self, name: str, label: str, example: str, hint: str = "") -> TextField:
        field = TextField(self.theme, "", example)
        field.setMaxLength(LONGEST)
        self.add_row(name, label, field, hint)
        return field

    def _add_remove(self) -> None:
        self.remove = Button(self.theme, "Remove this person", Kind.DANGER, "trash-2")
        self.remove.clicked.connect(self._remove)
        self.form.column.addWidget(self.remove)

    def _fill(self, card: PersonDetails) -> None:
        for field, text in (
            (self.title, card.title),
            (self.name, card.name),
            (self.surname, card.surname),
            (self.job, card.job),
            (self.topic, card.topic),
            (self.email, card.email),
            (self.phone, card.phone),
        ):
            field.setText(text)
            field.setCursorPosition(0)
        self.part.choose(card.part)
        self.prefers.choose(card.prefers)
        self.consent.choose(card.consent)
        self.confirmed.setChecked(card.confirmed)
        self.informed.setChecked(card.informed)
        self.gone.setChecked(card.gone)

    def _show_part(self) -> None:
        referee = Part(self.part.value) is Part.REFEREE
        self.row("consent").setVisible(referee)
        self.informed.setVisible(referee)

    def take(self) -> bool:
        self.begin()
        if self._known is None:
            self.desk.write(
                page_actions.add_person,
                self._application_id,
                self._details(),
                then=self.done_storing,
                otherwise=self.refused,
            )
        else:
            self.desk.write(
                page_actions.edit_person,
                self._known.id,
                self._details(),
                then=self.done_storing,
                otherwise=self.refused,
            )
        return False

    def _details(self) -> PersonDetails:
        from core.use_cases.people import PersonDetails

        return PersonDetails(
            name=self.name.text(),
            part=Part(self.part.value),
            title=self.title.text(),
            surname=self.surname.text(),
            job=self.job.text(),
            email=self.email.text(),
            phone=self.phone.text(),
            confirmed=self.confirmed.isChecked(),
            prefers=Channel(self.prefers.value),
            consent=Consent(self.consent.value),
            informed=self.informed.isChecked(),
            gone=self.gone.isChecked(),
            topic=self.topic.text(),
        )

    def _remove(self) -> None:
        if self._known is not None:
            self.desk.write(
                page_actions.remove_person,
                self._known.id,
                then=self.done_storing,
                otherwise=self.refused,
            )
