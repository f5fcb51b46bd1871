"""A reply that is being taken in: its words, whose it is, what it means, and what would follow."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from core.plain_text import one_line
from gui import page_actions, reply_actions
from gui.answers import sentence_of
from gui.desk import Desk
from gui.dialogs.form import FormDialog
from gui.models import preview
from gui.models.happened import Lacking
from gui.plain_tips import plain_tip
from gui.theme import Role, Theme
from gui.widgets.buttons import Button
from gui.widgets.fields import ChoiceField, TextArea
from gui.widgets.labels import IconLabel, Label
from gui.widgets.meaning_fields import MeaningFields
from gui.widgets.paint import Kind

if TYPE_CHECKING:
    from core.drafting.replies import ReceivedReply
    from core.playbook.difference import Difference
    from core.reply_intake import Home, Offered
    from core.use_cases.replies import Told

PAUSE_MS = 150
LINES = 6
LOW_LINES = 4
LOW_UNDER = 700
LONGEST = 200_000
"""Characters that are looked at; more is no reply."""
TOO_LONG = "This is longer than any letter. Paste only the reply."
KEPT_ONLY = "It is kept on the time line. Nothing in your plan changes."
ROLE_SHOWN = 60
ABOUT_SHOWN = 140
FEWEST = 2
"""Of choices: the first stands for none."""
FILES = "Mails (*.eml);;All files (*)"


class ReplyDialog(FormDialog):
    """`kept` tells the application that the reply went to; `files_chosen` that it is in a file."""

    kept = Signal(int)
    files_chosen = Signal(list)

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        beside: int | None = None,
        offered: Offered | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`beside`: the application that the user looks at. Without `offered`, text is pasted."""
        super().__init__(theme, desk, "Keep their reply", parent)
        self._beside = beside
        self._offered: Offered | None = None
        self._event: Told | Lacking | None = None
        self._home_chosen = False
        self._pastes = offered is None
        self._looks: deque[str] = deque()
        self._previews: deque[object] = deque()
        self._build_words()
        self.home = ChoiceField(theme, [("", "Choose an application")])
        self.home.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.home.setMinimumContentsLength(12)
        self.add_row("application", "It belongs to", self.home)
        self.fields = MeaningFields(theme, desk.now())
        self.form.column.addWidget(self.fields)
        self.form.column.addStretch(1)
        self._build_preview()
        self.add_buttons("Keep it")
        self._connect()
        desk.read(reply_actions.homes, then=self._show_homes)
        if offered is not None:
            self._show(offered)
        self._settle()
        (self.words.edit if self._pastes else self.fields.meaning).setFocus()

    def _build_words(self) -> None:
        window = self.parentWidget()
        low = window is not None and window.window().height() < LOW_UNDER
        self.words = TextArea(self.theme, "Paste what they wrote", LOW_LINES if low else LINES)
        self.words.edit.setReadOnly(not self._pastes)
        self.words.edit.setAccessibleName("Their words")
        self.add_row("body", "Their words", self.words)
        self.open_file = Button(self.theme, "Open a mail file…", Kind.TEXT, "folder-open")
        self.open_file.setVisible(self._pastes)
        line = QHBoxLayout()
        line.addWidget(self.open_file)
        line.addStretch(1)
        self.form.column.addLayout(line)

    def _build_preview(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.preview = Label(self.theme, "", Role.CAPTION, "text-2", wrap=True)
        self.preview.setMinimumHeight(2 * self.preview.fontMetrics().lineSpacing())
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(IconLabel(self.theme, "info", "accent", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.preview, 1)
        self.column.addLayout(row)

    def _connect(self) -> None:
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self.words.edit.textChanged.connect(self._wait)
        self.open_file.clicked.connect(self._choose_file)
        self.home.activated.connect(self._choose_home)
        self.home.currentIndexChanged.connect(self._settle)
        self.fields.changed.connect(self._settle)

    # ------------------------------------------------------------ what it shows

    def paste(self, text: str) -> None:
        """Show this text as if it was pasted."""
        self.words.text = text[: LONGEST + 1]
        self._pause.stop()
        self._look()

    def _show_homes(self, homes: tuple[Home, ...]) -> None:
        for home in homes:
            role = home.role[:ROLE_SHOWN]
            self.home.addItem(f"{home.company}, {role}" if role else home.company, home.id)
        self._guess_home()

    def _show(self, offered: Offered) -> None:
        """A reply was read: its words, and what is guessed of it."""
        self._offered = offered
        reply = offered.reply
        if not self._pastes:
            self.words.text = reply.body
        about = " · ".join(part for part in (_who(reply), reply.subject) if part)
        self.row("body").set_hint(one_line(about, ABOUT_SHOWN))
        self._guess_home()
        self.fields.suggest(offered)
        self._settle()

    def _guess_home(self) -> None:
        found = self._offered.home(self._beside) if self._offered is not None else self._beside
        if found is not None and not self._home_chosen:
            self.home.setCurrentIndex(max(0, self.home.findData(found)))

    # ------------------------------------------------------------ what the user does

    def _choose_home(self) -> None:
        self._home_chosen = True

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, "Open their reply", "", FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self.leave_for)
        dialog.open()

    def leave_for(self, files: list[str]) -> None:
        """A file may be an invitation as well: whoever reads files asks what it is."""
        if files:
            self.reject()
            self.files_chosen.emit(files)

    def _wait(self) -> None:
        if self._pastes:
            self._pause.start()

    def _look(self) -> None:
        """Read the words that stand there."""
        text = self.words.text
        if len(text) > LONGEST or not text.strip():
            self._forget(TOO_LONG if text.strip() else "")
            return
        self._looks.append(text)
        self.desk.read(reply_actions.look_at_text, text, then=self._read, otherwise=self._unread)

    def _read(self, offered: Offered) -> None:
        if self._is_latest():
            self.row("body").clear_error()
            self._show(offered)

    def _unread(self, error: Exception) -> None:
        if self._is_latest():
            self._forget(sentence_of(error))

    def _is_latest(self) -> bool:
        """Answers come in the order in which they were asked; only the latest still counts."""
        return self._looks.popleft() == self.words.text

    def _forget(self, sentence: str) -> None:
        """No reply stands there, for that reason."""
        self._offered = None
        self.fields.suggest(None)
        self.row("body").set_hint("")
        if sentence:
            self.row("body").show_error(sentence)
        else:
            self.row("body").clear_error()
        self._settle()

    # ------------------------------------------------------------ what follows

    @property
    def _application(self) -> int:
        found = self.home.currentData()
        return found if isinstance(found, int) else 0

    def _settle(self) -> None:
        """Whether the reply can be kept as it stands, and what would follow."""
        self.form.updateGeometry()
        self._event = event = self.fields.told()
        lacks = self._lacks()
        self.main.setEnabled(not lacks)
        if lacks or event is None:
            self._say(lacks or KEPT_ONLY)
            return
        self._previews.append(event)
        self.desk.read(
            page_actions.preview,
            self._application,
            event,
            then=self._show_preview,
            otherwise=self._no_preview,
        )

    def _lacks(self) -> str:
        if self._offered is None:
            return "Paste what they wrote, or open their mail."
        if self.home.count() < FEWEST:
            return "There is no application yet. Add its interview first."
        if not self._application:
            return "Which application does it belong to?"
        return self._event.sentence if isinstance(self._event, Lacking) else ""

    def _show_preview(self, difference: Difference) -> None:
        if self._previews.popleft() is self._event:
            now = self.desk.now()
            self._say(preview.sentence(difference, now), preview.whole_list(difference, now))

    def _no_preview(self, error: Exception) -> None:
        if self._previews.popleft() is self._event:
            self._say(sentence_of(error))

    def _say(self, sentence: str, whole: str = "") -> None:
        self.preview.setText(sentence)
        self.preview.setToolTip(plain_tip(whole))
        self.preview.setAccessibleDescription(whole)
        self.main.setAccessibleDescription(sentence)

    def take(self) -> bool:
        if self._offered is None or self._lacks():
            return False
        self.begin()
        self.desk.write(
            reply_actions.take_in,
            self._application,
            replace(self._offered.reply, at=self.fields.moment()),
            self._event,
            then=self._is_kept,
            otherwise=self.refused,
        )
        return False

    def _is_kept(self, application_id: int) -> None:
        self.accept()
        self.kept.emit(application_id)


def _who(reply: ReceivedReply) -> str:
    address = f"<{reply.address}>" if reply.sender and reply.address else reply.address
    return " ".join(part for part in (reply.sender, address) if part)
