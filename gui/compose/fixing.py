"""Mends a finding in one click: by an edit of the letter, or by what the window does instead."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.checks.finding import Edit, Field, Finding, Fix
from core.drafting.outgoing import AttachedFile
from core.drafting.values import Ignored
from core.playbook.values import Channel
from gui import page_actions
from gui.compose import actions, mail_out, reporting
from gui.compose.checking import Checked
from gui.compose.letter_values import Letter
from gui.desk import Desk
from gui.dialogs.person import KnownPerson, PersonDialog
from gui.models.details import person_details
from gui.theme import Theme
from gui.widgets.letter_card import LetterCard

if TYPE_CHECKING:
    from core.use_cases.applications import ApplicationDetail


REPORT_TITLE = "Save the case, with other names in it"


class Fixing(QObject):
    """`edited` tells that the letter changed, `said` carries a sentence for the toast."""

    edited = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, card: LetterCard, page: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._desk = desk
        self._card = card
        self._page = page
        self._letter: Letter | None = None
        self._checked: Checked | None = None
        self._card_wanted = ""
        self._acts = {
            "schedule": self._schedule,
            "attach": self._attach,
            "open card": self._open_card,
            "channel": self._use_channel,
            "tick": self._tick,
            "recipient": self._use_recipient,
        }
        card.attach_wanted.connect(self.choose_files)

    def take(self, letter: Letter) -> None:
        """The letter that is open."""
        self._letter = letter

    def look_at(self, checked: Checked) -> None:
        """What was found in the text that stands there."""
        self._checked = checked

    def apply(self, finding: Finding, fix: Fix) -> None:
        """Mend it."""
        if fix.act:
            act = self._acts.get(fix.act)
            if act is not None:
                act(fix.argument)
            return
        in_body = [edit for edit in fix.edits if edit.field is Field.BODY]
        if in_body:
            self._card.body.edit_text(in_body)
        in_subject = [edit for edit in fix.edits if edit.field is Field.SUBJECT]
        if in_subject:
            self._edit_subject(in_subject)

    def ignore(self, finding: Finding) -> None:
        """Leave it alone in this message."""
        if self._letter is not None:
            ignored = Ignored(check=finding.check, words=(finding.text or "").casefold())
            draft_id = self._letter.composing.draft_id
            self._desk.write(actions.ignore, draft_id, ignored)

    def never(self, finding: Finding) -> None:
        """Leave its words alone in every message."""
        if finding.text:
            self._desk.write(actions.leave_alone, finding.check, finding.text)

    def report(self, finding: Finding) -> None:
        """Ask where to save the case, with other names in it, for whoever mends the checks."""
        name = f"finding-{finding.check}.json"
        dialog = QFileDialog(self._page.window(), REPORT_TITLE, name, "Case files (*.json)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save_report)
        dialog.open()

    def save_report(self, path: str) -> None:
        """Save what is checked now as a case file among strangers."""
        if self._checked is not None:
            draft, known = self._checked.draft, self._checked.situation
            self._desk.read(reporting.save_report, path, draft, known, then=self._told_saved)

    def _told_saved(self, name: str) -> None:
        self.said.emit(f"{name} is saved, with other names in it. Look at it before you send it.")

    def choose_files(self) -> None:
        """Ask for files to go along."""
        dialog = QFileDialog(self._page.window(), "Attach files")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self.attach)
        dialog.open()

    def attach(self, files: list[str]) -> None:
        """Take these files along, as they are now."""
        self._desk.read(mail_out.look_at_files, tuple(files), then=self._take_files)

    def _take_files(self, files: tuple[AttachedFile, ...]) -> None:
        if self._letter is not None:
            self._letter.attachments |= {one.path: one for one in files}
            self._card.attachments.add([one.path for one in files])

    def _edit_subject(self, edits: list[Edit]) -> None:
        field = self._card.subject
        text = field.text()
        for edit in sorted(edits, key=_start_of, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        field.selectAll()
        field.insert(text)

    def _schedule(self, argument: str) -> None:
        if self._letter is not None:
            self._letter.send_at = datetime.fromisoformat(argument)
            self.edited.emit()

    def _attach(self, _argument: str) -> None:
        self.choose_files()

    def _open_card(self, person: str) -> None:
        if self._letter is not None:
            self._card_wanted = person
            application_id = self._letter.composing.application_id
            self._desk.read(page_actions.detail, application_id, then=self._show_card)

    def _show_card(self, detail: ApplicationDetail) -> None:
        for card in detail.people:
            if card.uid == self._card_wanted:
                known = KnownPerson(card.id, person_details(card))
                window = self._page.window()
                PersonDialog(self._theme, self._desk, detail.id, known, window).open()

    def _use_channel(self, argument: str) -> None:
        if self._letter is not None:
            self._letter.channel = Channel(argument)
            self.edited.emit()

    def _tick(self, part: str) -> None:
        if self._letter is not None:
            self._letter.ticks = tuple(dict.fromkeys((*self._letter.ticks, part)))
            self.edited.emit()

    def _use_recipient(self, person: str) -> None:
        self._card.chips.replace_with(person)


def _start_of(edit: Edit) -> int:
    return edit.span.start
