"""From one draft to another: the panel's notes, what else is being written, earlier versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.drafting.kinds import KINDS
from gui import words
from gui.compose import actions
from gui.compose.writing import Writing
from gui.desk import Desk
from gui.dialogs.versions import VersionsDialog
from gui.theme import Theme
from gui.widgets.compose_header import Choice, ComposeHeader

if TYPE_CHECKING:
    from core.use_cases.messages import Composing, OpenDraft, PanelNote, Version

VERSIONS, DISCARD = "versions", "discard"
DRAFT, STEP = "draft", "step"
MOST = 12
"""So many open drafts stand in the menu."""


class OtherDrafts(QObject):
    """`left` tells that the draft was thrown away, `said` carries a sentence for the toast."""

    left = Signal()
    said = Signal(str)

    def __init__(
        self, theme: Theme, desk: Desk, writing: Writing, header: ComposeHeader, page: QWidget
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._writing = writing
        self._header = header
        self._page = page
        header.person_chosen.connect(self.go_to)
        header.picked.connect(self._pick)
        header.menu_wanted.connect(self._read)

    def show_panel(self, composing: Composing) -> None:
        """Offer the notes of the panel, if the message belongs to one."""
        persons = [(_key(note), _short(note.name)) for note in composing.panel]
        self._header.show_persons(persons, f"{DRAFT} {composing.draft_id}")

    def go_to(self, key: str) -> None:
        """Show another draft, or begin the one of a step."""
        what, _, number = key.partition(" ")
        if what == DRAFT:
            self._writing.open(int(number))
        elif what == STEP:
            self._writing.flush()
            self._desk.write(actions.begin, int(number), then=self._writing.open)

    def _read(self) -> None:
        self._writing.flush()
        self._desk.read(actions.open_drafts, then=self._offer)

    def _offer(self, drafts: tuple[OpenDraft, ...]) -> None:
        others = [each for each in drafts if each.draft_id != self._writing.draft_id][:MOST]
        choices: list[Choice] = [(VERSIONS, "Earlier versions…", "history")]
        choices += [(f"{DRAFT} {one.draft_id}", draft_line(one), "pen-line") for one in others]
        choices.append((DISCARD, "Throw this draft away", "trash-2"))
        self._header.offer(choices)

    def _pick(self, key: str) -> None:
        draft_id = self._writing.draft_id
        if draft_id is None:
            return
        if key == VERSIONS:
            self._writing.flush()
            self._desk.read(actions.versions, draft_id, then=self._show_versions)
        elif key == DISCARD:
            self._writing.forget()
            self._desk.write(actions.discard, draft_id)
            self.left.emit()
        else:
            self.go_to(key)

    def _show_versions(self, versions: tuple[Version, ...]) -> None:
        if not versions:
            self.said.emit("There is no earlier version yet. They are kept as you write.")
            return
        dialog = VersionsDialog(self._theme, versions, self._desk.now(), self._page.window())
        dialog.taken.connect(self._take_version)
        dialog.open()

    def _take_version(self, version_id: int) -> None:
        self._desk.write(actions.take_version, version_id, then=self._show_taken)

    def _show_taken(self, _nothing: None) -> None:
        self._writing.read_text_again()
        self.said.emit("The earlier text is back. The one before it is kept as a version.")


def draft_line(draft: OpenDraft) -> str:
    """ "Thank-you to Tomas Okafor, Halvorsen Maritime"."""
    kind = KINDS[draft.kind].noun
    people = f" to {words.listed(draft.people)}" if draft.people else ""
    return f"{kind}{people}, {draft.company}"


def _key(note: PanelNote) -> str:
    if note.draft_id is not None:
        return f"{DRAFT} {note.draft_id}"
    return f"{STEP} {note.step_id}"


def _short(name: str) -> str:
    return name if len(name) <= 28 else f"{name[:27]}…"
