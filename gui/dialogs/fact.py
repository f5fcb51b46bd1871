"""A fact about an employer: what, where from, of when, and what for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.preparation.company_facts import TOPICS
from core.preparation.values import Fact, FactTopic
from gui import words
from gui.desk import Desk
from gui.dialogs.prepare_form import NoteDialog
from gui.prepare import actions
from gui.theme import Theme
from gui.widgets.fields import ChoiceField
from gui.widgets.optional_day import OptionalDay


class FactDialog(NoteDialog):
    """A new fact of that topic, or `known` to be changed."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        application_id: int,
        topic: FactTopic,
        known: Fact | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = "Note a fact" if known is None else "Change the fact"
        super().__init__(theme, desk, title, known.key if known else "", parent)
        self._application_id = application_id
        fact = known or Fact(key="", topic=topic, value="")
        choices = [(each.value, TOPICS[each].title) for each in FactTopic]
        self.topic = ChoiceField(theme, choices, fact.topic.value)
        self.add_row("topic", "About", self.topic)
        self.value = self.add_area(
            "value", "What you know", fact.value, "Ferries and night freight"
        )
        self.source = self.add_text("source", "Where from", fact.source, "annual report, page 12")
        today = words.local(desk.now().instant, desk.now().zone).date()
        self.dated = OptionalDay(theme, "Of when", today, fact.dated)
        self.add_row("dated", "Of when", self.dated, "News is news for 90 days.")
        self.used_for = self.add_text(
            "used_for", "What for", fact.used_for, "my question about the new quay"
        )
        if known is not None:
            self.offer_removal("Remove this fact", actions.remove_fact)
        self.add_buttons("Keep the fact")
        self.value.edit.setFocus()

    def take(self) -> bool:
        from core.use_cases.company_facts import FactDetails

        details = FactDetails(
            topic=FactTopic(self.topic.value),
            value=self.value.text,
            source=self.source.text(),
            dated=self.dated.day,
            used_for=self.used_for.text(),
        )
        if self.key:
            return self.store(actions.edit_fact, self.key, details)
        return self.store(actions.add_fact, self._application_id, details)
