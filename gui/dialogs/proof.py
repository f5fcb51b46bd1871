"""A demand of the ad, and what proves that one meets it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from core.preparation.values import Proof, Story
from gui.desk import Desk
from gui.dialogs.prepare_form import NoteDialog
from gui.prepare import actions
from gui.theme import Theme
from gui.widgets.fields import ChoiceField


class ProofDialog(NoteDialog):
    """A new demand (with these words to begin with), or `known` to be changed."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        application_id: int,
        stories: Sequence[Story],
        known: Proof | None = None,
        demand: str = "",
        parent: QWidget | None = None,
    ) -> None:
        title = "What do they ask for?" if known is None else "Change demand and proof"
        super().__init__(theme, desk, title, known.key if known else "", parent)
        self._application_id = application_id
        proof = known or Proof(key="", demand=demand)
        self.demand = self.add_text(
            "demand", "They ask for", proof.demand, "three years of shift planning"
        )
        self.proof = self.add_area(
            "proof", "Your proof", proof.proof, "Four years at the lock, 40 people", lines=2
        )
        told = [("", "No story yet"), *((story.key, story.title) for story in stories)]
        self.story = ChoiceField(theme, told, proof.story or "")
        self.add_row("story", "A story that shows it", self.story)
        if known is not None:
            self.offer_removal("Remove this demand", actions.remove_proof)
        self.add_buttons("Keep it")
        (self.proof.edit if proof.demand else self.demand).setFocus()

    def take(self) -> bool:
        from core.use_cases.evidence import ProofDetails

        details = ProofDetails(
            demand=self.demand.text(), proof=self.proof.text, story=self.story.value or None
        )
        if self.key:
            return self.store(actions.edit_proof, self.key, details)
        return self.store(actions.add_proof, self._application_id, details)
