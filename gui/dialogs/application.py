"""What is known of an application: employer, role, zone, country, and how they wish it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from gui import page_actions
from gui.desk import Desk
from gui.dialogs.form import FormDialog
from gui.theme import Theme
from gui.widgets.fields import CheckBox, TextField
from gui.widgets.moment_field import ZoneField

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationDetails

LONGEST = 100_000


class ApplicationDialog(FormDialog):
    """Changes the facts of one application."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        application_id: int,
        known: ApplicationDetails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, desk, "Change the application", parent)
        self._application_id = application_id
        self.company = self._text("company", "Company", known.company)
        self.role = self._text("role", "Role", known.role)
        hint = "As others call it, divided by commas."
        self.aliases = self._text("aliases", "Other names of the company", ", ".join(known.aliases))
        self.row("aliases").set_hint(hint)
        self.zone = ZoneField(theme, known.zone)
        self.add_row("zone", "Their time zone", self.zone, "Deadlines roll to their business days.")
        self.country = self._text("country", "Their country", known.country)
        self.row("country").set_hint("Two letters, such as NO: for its holidays.")
        self._build_wishes(known)
        self.add_buttons("Keep the changes")
        self.company.setFocus()

    def _build_wishes(self, known: ApplicationDetails) -> None:
        self.recruiter = CheckBox(
            self.theme, "Only through the recruiter", known.via_recruiter_only
        )
        self.no_contact = CheckBox(self.theme, "They wish no contact", known.no_contact_wished)
        self.fast = CheckBox(self.theme, "They decide within days", known.fast_decision)
        for box in (self.recruiter, self.no_contact, self.fast):
            self.form.column.addWidget(box)

    def _text(self, name: str, label: str, text: str) -> TextField:
        field = TextField(self.theme, text)
        field.setMaxLength(LONGEST)
        self.add_row(name, label, field)
        return field

    def take(self) -> bool:
        from core.use_cases.applications import ApplicationDetails

        self.begin()
        details = ApplicationDetails(
            company=self.company.text(),
            role=self.role.text(),
            aliases=tuple(part.strip() for part in self.aliases.text().split(",")),
            zone=self.zone.zone(),
            country=self.country.text(),
            via_recruiter_only=self.recruiter.isChecked(),
            no_contact_wished=self.no_contact.isChecked(),
            fast_decision=self.fast.isChecked(),
        )
        self.desk.write(
            page_actions.edit_application,
            self._application_id,
            details,
            then=self.done_storing,
            otherwise=self.refused,
        )
        return False
