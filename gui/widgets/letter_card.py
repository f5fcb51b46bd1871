"""The letter: to whom, about what, its words, and a foot with what goes along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from core.drafting.kinds import MessageKind
from gui.compose.text_places import TextPlaces
from gui.theme import Role, Theme
from gui.widgets.attachments import Attachments
from gui.widgets.elided import ElidedLabel
from gui.widgets.focus_ring import show_ring
from gui.widgets.foot_button import FootButton
from gui.widgets.frames import Card, Hairline
from gui.widgets.labels import IconLabel, Label
from gui.widgets.letter_edit import LetterEdit
from gui.widgets.recipient_chips import RecipientChips

SIDE = 20
ROW = 44
LABEL = 60
SUBJECT_LONGEST = 60
LONGEST_LINE = 400
ATTACH = "Attach a file"
HELP = "Suggest a wording…"
COUNTED_FROM = 50
"""The subject is counted once it comes near its end."""


class SubjectField(QLineEdit):
    """One line without a frame, inside the card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFrame(False)
        self.setAccessibleName("Subject")
        self.setMaxLength(LONGEST_LINE)
        self._dress()
        theme.changed.connect(self._dress)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), 4)

    def _dress(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(QPalette.ColorRole.Highlight, self._theme.color("fill"))
        palette.setColor(QPalette.ColorRole.HighlightedText, self._theme.color("on-fill"))
        self.setPalette(palette)
        self.setFont(self._theme.font(Role.BODY))


class LetterCard(Card):
    """`edited` tells of every change by hand, `attach_wanted` and the like of the foot's buttons."""

    edited = Signal()
    attach_wanted = Signal()
    form_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._kind: MessageKind | None = None
        self._silent = False
        self._narrow = False
        self._usual = False
        self._fits = True
        self._help_tip = HELP
        self.chips = RecipientChips(theme)
        self.channel = Label(theme, "", Role.CAPTION, "text-2")
        self.subject = SubjectField(theme)
        self.subject_count = Label(theme, "", Role.CAPTION, "text-2")
        self.body = LetterEdit(theme)
        self.attachments = Attachments(theme)
        self.to_row = self._row("To", self.chips, self.channel)
        self.subject_row = self._row("Subject", self.subject, self.subject_count)
        self.subject_line = Hairline(theme)
        for part in (self.to_row, Hairline(theme), self.subject_row, self.subject_line):
            self.column.addWidget(part)
        self.column.addWidget(self.body, 1)
        self.column.addWidget(self.attachments)
        self.column.addWidget(Hairline(theme))
        self.column.addWidget(self._build_foot())
        self.attachments.anchor = self.attach
        self._connect()

    def _row(self, words: str, middle: QWidget, end: QWidget) -> QWidget:
        whole = QFrame()
        row = QHBoxLayout(whole)
        row.setContentsMargins(SIDE, 7, SIDE, 7)
        row.setSpacing(8)
        label = Label(self._theme, words, Role.CAPTION, "text-2")
        label.setMinimumWidth(LABEL)
        label.setBuddy(middle)
        row.addWidget(label)
        row.addWidget(middle, 1)
        row.addWidget(end)
        whole.setMinimumHeight(ROW)
        return whole

    def _build_foot(self) -> QWidget:
        theme = self._theme
        self.attach = FootButton(theme, ATTACH, "paperclip")
        self.attach.setAccessibleName(ATTACH)
        self.form = FootButton(theme, "Template", "layout-template", menu=True)
        self.help = FootButton(theme, HELP, "lightbulb")
        self.help.setAccessibleName(HELP)
        self.help.setVisible(False)  # until it is known that the user wants it
        self.saved_icon = IconLabel(theme, "check", "moss")
        self.saved = Label(theme, "Saved as you type", Role.CAPTION, "text-2")
        self.words = ElidedLabel(theme, "", Role.CAPTION, "text-2")
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(SIDE - 6, 6, SIDE, 6)
        row.setSpacing(8)
        row.addWidget(self.attach)
        row.addWidget(self.form)
        row.addWidget(self.help)
        row.addStretch(1)
        row.addWidget(self.saved_icon)
        row.addWidget(self.saved)
        row.addSpacing(8)
        row.addWidget(self.words)
        return whole

    def _connect(self) -> None:
        self.body.textChanged.connect(self._on_edited)
        self.subject.textChanged.connect(self._on_subject)
        self.attach.clicked.connect(self.attach_wanted)
        self.form.clicked.connect(self.form_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.attachments.changed.connect(self.edited)
        self.chips.changed.connect(self._on_recipients)

    def show_letter(
        self, kind: MessageKind | None, subject: str, body: str, files: Sequence[str]
    ) -> None:
        """Show another letter; nothing of it counts as edited."""
        self._silent = True
        self._kind = kind
        self.subject.setText(subject)
        self.subject.setCursorPosition(0)  # else a narrow window shows its end
        self.body.show_text(body)
        self.attachments.show_files(files)
        self._silent = False

    @property
    def written(self) -> tuple[str, str, tuple[str, ...], tuple[str, ...]]:
        """Subject, body, to whom, and which files: as they stand there now."""
        return self.subject.text(), self.body.text, self.chips.to, self.attachments.files

    def lock(self, locked: bool) -> None:
        """Nothing can be changed of what was sent, or is on its way."""
        self.body.setReadOnly(locked)
        self.subject.setReadOnly(locked)
        for part in (self.chips, self.attachments, self.attach, self.form, self.help):
            part.setEnabled(not locked)

    def show_channel(self, words: str, *, bare: bool = False, usual: bool = False) -> None:
        """How it goes; a `bare` note, as on LinkedIn or the phone, has no subject and no files. The
        `usual` way is left out where there is little room.
        """
        self.channel.setText(words)
        self._usual = usual
        self._make_room()
        for part in (self.subject_row, self.subject_line, self.attach):
            part.setVisible(not bare)

    def select_in_subject(self, start: int, end: int) -> None:
        """Select words of the subject (code points)."""
        places = TextPlaces(self.subject.text())
        first, last = places.units(start), places.units(end)
        self.subject.setFocus()
        self.subject.setSelection(first, last - first)

    def show_words(self, count: int) -> None:
        """How many words the body has, and whether that is a good length."""
        kind = self._kind
        if kind is not None and kind.most_characters is not None:
            characters = len(self.body.text)
            self.words.set_text(f"{characters} of {kind.most_characters} characters")
            return
        told = f"{count} word" if count == 1 else f"{count} words"
        self._fits = kind is None or kind.shortest <= count <= kind.longest
        self._make_room()
        if kind is None or self._fits:
            self.words.set_text(told)
        else:
            self.words.set_text(f"{told}, {kind.shortest}–{kind.longest} fits")

    def show_saved(self, saved: bool) -> None:
        """Whether all that was typed is stored."""
        self.saved_icon.set_icon("check" if saved else "pencil", "moss" if saved else "text-2")
        self.saved.setText("Saved as you type" if saved else "Saving…")

    def name_help_keys(self, keys: QKeySequence) -> None:
        """Which keys ask for a suggestion."""
        told = keys.toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
        self._help_tip = f"{HELP} {told}"
        self.help.setToolTip(self._help_tip)

    def narrow(self, *, narrow: bool) -> None:
        """Leave out what a small window has no room for."""
        self._narrow = narrow
        self.attach.set_words("" if narrow else ATTACH)
        self.attach.setToolTip(ATTACH if narrow else "")
        self.help.set_words("Suggest…" if narrow else HELP)
        self.help.setToolTip(self._help_tip)
        self._make_room()

    def _make_room(self) -> None:
        """For how long the letter should be."""
        self.saved.setVisible(self._fits and not self._narrow)
        self.channel.setVisible(not (self._narrow and self._usual))

    def _on_edited(self) -> None:
        if not self._silent:
            self.edited.emit()

    def _on_subject(self, subject: str) -> None:
        length = len(subject)
        shown = f"{length} of {SUBJECT_LONGEST}" if length >= COUNTED_FROM else ""
        self.subject_count.setText(shown)
        self.subject_count.set_ink("ochre" if length > SUBJECT_LONGEST else "text-2")
        self._on_edited()

    def _on_recipients(self, _to: tuple[str, ...]) -> None:
        self.edited.emit()
