"""The company: its facts by topic, its news, and the ad against one's proofs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from core.preparation.company_facts import TopicFacts
from core.preparation.values import Fact, FactTopic, Proof
from gui.desk import Desk
from gui.models.prepare_words import fact_lines
from gui.news.part import NewsPart
from gui.prepare.tab import Tab
from gui.theme import Theme
from gui.widgets.buttons import Button
from gui.widgets.entry_list import Entry, EntryAction, EntryList
from gui.widgets.paint import Kind

ADD = EntryAction("add", "Note something", "plus")
EDIT = EntryAction("edit", "Change", "pencil")


class CompanyTab(Tab):
    """Notes that make the company and the role concrete."""

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme, desk, parent)
        self.role_header = self.section("The ad, and what proves you meet it", "badge-check")
        self.add_demand = Button(theme, "Add a demand", Kind.TEXT, "plus")
        self.add_demand.clicked.connect(self._new_proof)
        self.role_header.add_button(self.add_demand)
        self.hint = self.quiet(
            "Go through the ad line by line. For each thing they ask for, note one proof."
        )
        self.proofs = EntryList(theme)
        self.proofs.acted.connect(self._on_proof)
        self.column.addWidget(self.proofs)
        self.news = NewsPart(theme, desk)
        self.news.setContentsMargins(0, 12, 0, 0)
        self.news.said.connect(self.said)
        self.column.addWidget(self.news)
        self.section("The company", "briefcase")
        self.facts = EntryList(theme)
        self.facts.acted.connect(self._on_fact)
        self.column.addWidget(self.facts)
        self.column.addStretch(1)

    def refresh(self) -> None:
        view = self.view
        if view is None:
            return
        self.news.show_application(view.round.application_id)
        stories = {story.key: story.title for story in view.known.stories}
        entries = [_proof_entry(proof, stories) for proof in view.known.proofs]
        self.proofs.show_entries(entries)
        self.proofs.setVisible(bool(entries))
        self.hint.setVisible(not entries)
        self.role_header.set_count(len(entries) or None)
        now = self.desk.now()
        lines = []
        for topic in view.topics:
            lines.append(_topic_entry(topic))
            lines.extend(
                Entry(
                    key=fact.key,
                    words=fact.value,
                    lines=fact_lines(fact, now),
                    quiet=True,
                    actions=(EDIT,),
                )
                for fact in topic.facts
            )
        self.facts.show_entries(lines)

    def take_focus(self) -> None:
        self.add_demand.setFocus(Qt.FocusReason.OtherFocusReason)

    def _new_proof(self) -> None:
        self._open_proof(None)

    def _on_proof(self, key: str, _action: str) -> None:
        if self.view is not None:
            self._open_proof(next((p for p in self.view.known.proofs if p.key == key), None))

    def _open_proof(self, known: Proof | None) -> None:
        from gui.dialogs.proof import ProofDialog

        if self.view is not None:
            ProofDialog(
                self.theme,
                self.desk,
                self.view.round.application_id,
                self.view.known.stories,
                known,
                parent=self.dialog_parent(),
            ).open()

    def _on_fact(self, key: str, action: str) -> None:
        if self.view is None:
            return
        if action == ADD.name:
            self._open_fact(FactTopic(key), None)
        else:
            known = next((f for f in self.view.known.facts if f.key == key), None)
            if known is not None:
                self._open_fact(known.topic, known)

    def _open_fact(self, topic: FactTopic, known: Fact | None) -> None:
        from gui.dialogs.fact import FactDialog

        if self.view is not None:
            owner = self.view.round.application_id
            FactDialog(
                self.theme, self.desk, owner, topic, known, parent=self.dialog_parent()
            ).open()


def _topic_entry(topic: TopicFacts) -> Entry:
    return Entry(
        key=topic.topic.value,
        words=topic.title,
        lines=() if topic.facts else (topic.hint,),
        note=topic.note,
        note_icon="clock-alert" if topic.stale else "info",
        actions=(ADD,),
    )


def _proof_entry(proof: Proof, stories: dict[str, str]) -> Entry:
    told = f"Story: {stories[proof.story]}" if proof.story in stories else ""
    lines = tuple(line for line in (proof.proof, told) if line)
    return Entry(
        key=proof.key,
        words=proof.demand,
        lines=lines,
        note="" if lines else "No proof yet",
        actions=(EDIT,),
    )
