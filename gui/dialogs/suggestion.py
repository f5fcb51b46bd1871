"""“Suggest a wording”: first exactly what is sent, then the suggestion as it comes, and its findings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from core.drafting.stand_ins import StandIns
from gui.compose.places import places_in_body
from gui.models.findings import FindingRow
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.dialog import Dialog
from gui.widgets.fields import CheckBox, TextArea
from gui.widgets.findings_brief import FindingsBrief
from gui.widgets.forms import FormRow
from gui.widgets.frames import Card
from gui.widgets.labels import IconLabel, Label
from gui.widgets.letter_edit import LetterEdit
from gui.widgets.paint import Kind
from gui.widgets.toast import announce

LINES = 11
TEXT_HEIGHT = 200
TITLE = "Suggest a wording"
WAITING = "Waiting for the model…"
WRITING = "The model is writing…"
READY = "A suggestion. Your letter is as it was until you use it."
STOPPED = "Stopped. Your letter is as it was."
HINT = "Change it as you like. What stands here is sent, and nothing else."
OTHER_NAMES = "Send other names; yours come back in the suggestion"


class SuggestionText(LetterEdit):
    """The suggestion, to be read, copied and underlined; never typed into."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setAccessibleName("Suggestion")
        self.document().setDocumentMargin(12)

    def sizeHint(self) -> QSize:
        return QSize(480, TEXT_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, TEXT_HEIGHT)

    def show_growing(self, text: str) -> None:
        """Add what is new; only another beginning is shown anew, and where one reads is kept."""
        before = self.text
        if before and text.startswith(before):
            place = self.verticalScrollBar().value()
            follows = place == self.verticalScrollBar().maximum()
            cursor = self.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            cursor.insertText(text[len(before) :])
            bar = self.verticalScrollBar()
            bar.setValue(bar.maximum() if follows else place)
        elif text != before:
            self.show_text(text)


class SuggestionDialog(Dialog):
    """`asked` carries the text to send, `stopped` that no more is wanted, `used` the suggestion."""

    wide = 640
    asked = Signal(str)
    stopped = Signal()
    used = Signal(str)

    def __init__(
        self,
        theme: Theme,
        request: str,
        goes_to: str,
        stand_ins: StandIns,
        *,
        other_names: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, TITLE, parent)
        self._stand_ins = stand_ins
        self._writing = False
        self.question = self._build_question(request, goes_to)
        self.answer = self._build_answer()
        for part in (self._build_state(), self.question, self.answer):
            self.column.addWidget(part)
        self._build_buttons()
        self._show_stage(answering=False)
        self.other_names.setChecked(other_names)
        self.request.edit.setFocus()

    def _build_state(self) -> QWidget:
        self.state_icon = IconLabel(self.theme, "hourglass", "text-2")
        self.state = Label(self.theme, "", Role.BODY, wrap=True)
        self.state_line = QWidget()
        row = QHBoxLayout(self.state_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.state_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.state, 1)
        self.state_line.hide()
        return self.state_line

    def _build_question(self, request: str, goes_to: str) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.goes_to = Label(self.theme, goes_to, Role.BODY, wrap=True)
        self.request = TextArea(self.theme, lines=LINES)
        self.request.text = request
        expanding = QSizePolicy.Policy.Expanding
        self.request.setSizePolicy(expanding, expanding)
        self.request.edit.setAccessibleName("What is sent")
        self.request.edit.textChanged.connect(self._look_at_request)
        row = FormRow(self.theme, "What is sent", self.request, HINT)
        row.setMaximumWidth(self.heading.width())
        self.other_names = CheckBox(self.theme, OTHER_NAMES)
        self.other_names.toggled.connect(self._exchange_names)
        for part in (self.goes_to, row, self.other_names):
            column.addWidget(part)
        return whole

    def _build_answer(self) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.text = SuggestionText(self.theme)
        self.card = Card(self.theme, padding=1, spacing=0)
        self.card.column.addWidget(self.text, 1)
        self.findings = FindingsBrief(self.theme)
        column.addWidget(self.card, 1)
        column.addWidget(self.findings)
        return whole

    def _build_buttons(self) -> None:
        self.add_buttons("Send")
        self.stop = Button(self.theme, "Stop", Kind.OUTLINE, "x", tall=True)
        self.again = Button(self.theme, "Ask again…", Kind.OUTLINE, tall=True)
        self.stop.clicked.connect(self.stopped)
        self.again.clicked.connect(self._ask_again)
        box = self.findChild(QDialogButtonBox)
        if box is not None:
            for button in (self.stop, self.again):
                box.addButton(button, QDialogButtonBox.ButtonRole.ResetRole)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(self.main.click)

    # ------------------------------------------------------------ what the model says

    def show_growing(self, text: str) -> None:
        """The suggestion so far, with the own names in it again."""
        own = self._stand_ins.reveal(text) if self.other_names.isChecked() else text
        self.text.show_growing(own)
        self._say(WRITING, "hourglass", "text-2")

    def show_end(self, note: str) -> None:
        """All has come; `note` says what its reader should know of it."""
        if note:
            self._end(note, "triangle-alert", "ochre")
        else:
            self._end(READY, "circle-check", "moss")

    def show_stopped(self) -> None:
        """The user wants no more of it."""
        self._end(STOPPED, "circle-minus", "text-2")

    def show_trouble(self, sentence: str) -> None:
        """Nothing more comes, and why."""
        self._end(sentence, "circle-alert", "brick")

    def show_checked(self, rows: Sequence[FindingRow], *, checks: int) -> None:
        """What the checks say of the suggestion."""
        self.findings.show_rows(rows, checks=checks)
        self.text.mark(places_in_body(rows))

    @property
    def suggestion(self) -> str:
        """What can be used: what stands there once nothing more comes."""
        return "" if self._writing else self.text.text.strip()

    # ------------------------------------------------------------ what the user does

    def take(self) -> bool:
        if self.question.isHidden():
            self.used.emit(self.suggestion)
            return True
        self._writing = True
        self.text.show_text("")
        self._show_stage(answering=True)
        self._say(WAITING, "hourglass", "text-2")
        self.stop.setFocus()
        self.asked.emit(self.request.text)
        return False

    def reject(self) -> None:
        """Also by Escape: whatever is on its way is given up."""
        self.stopped.emit()
        super().reject()

    def _ask_again(self) -> None:
        self.state_line.hide()
        self._show_stage(answering=False)
        self.request.edit.setFocus()

    def _exchange_names(self, other: bool) -> None:
        change = self._stand_ins.hide if other else self._stand_ins.reveal
        self.request.text = change(self.request.text)

    def _look_at_request(self) -> None:
        if not self.question.isHidden():
            self.main.setEnabled(bool(self.request.text.strip()))

    def _end(self, sentence: str, drawing: str, ink: str) -> None:
        """Where nothing came, what was asked stands there again, to be changed or sent once more."""
        self._writing = False
        came = bool(self.suggestion)
        self._show_stage(answering=came)
        self._say(sentence, drawing, ink)
        announce(self.state, sentence)
        (self.main if came else self.request.edit).setFocus()

    def _say(self, sentence: str, drawing: str, ink: str) -> None:
        self.state.setText(sentence)
        self.state_icon.set_icon(drawing, ink)
        self.state_line.show()

    def _show_stage(self, *, answering: bool) -> None:
        ready = bool(self.suggestion) if answering else bool(self.request.text.strip())
        shown, hidden = (self.answer, self.question) if answering else (self.question, self.answer)
        hidden.hide()  # first: together they would make the dialog higher for good
        shown.show()
        self.findings.setVisible(answering and ready)
        self.stop.setVisible(answering and self._writing)
        self.again.setVisible(answering and not self._writing)
        self.main.setText("Use this" if answering else "Send")
        self.main.setEnabled(ready)
        self.cancel.setText("Discard" if answering else "Cancel")
        if answering and ready:
            self.findings.show_rows((), checks=0)
