"""The composer: the letter, what to look at before it goes, and the ways to hand it over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from core.checks.finding import Field, Finding, Fix
from core.drafting.kinds import KINDS
from core.drafting.stages import GONE
from core.drafting.values import Draft
from core.playbook.values import Channel
from gui.compose.calling import Calling
from gui.compose.checking import Checked, Checking
from gui.compose.fixing import Fixing
from gui.compose.handing import Handing
from gui.compose.letter_values import Letter, notes_of
from gui.compose.merging import with_added
from gui.compose.other_drafts import OtherDrafts
from gui.compose.places import places_in_body, shown
from gui.compose.suggesting import Suggesting
from gui.compose.wordings import Wordings
from gui.compose.writing import Writing
from gui.desk import Desk
from gui.models import compose_words
from gui.models.findings import FindingRow
from gui.models.stage_words import stage_look
from gui.theme import Theme
from gui.widgets.compose_header import ComposeHeader
from gui.widgets.compose_side import GUTTER, ComposeSide
from gui.widgets.letter_card import LetterCard
from gui.widgets.page_frame import PageFrame, beside_gutter
from gui.widgets.page_start import stand_before
from gui.widgets.script_card import ScriptCard
from gui.widgets.stage_line import StageLine
from gui.widgets.toast import announce
from gui.widgets.when_bar import WhenBar

if TYPE_CHECKING:
    from core.use_cases.messages import Composing

SIDE, SMALL_SIDE = 320, 280
NARROW_UNDER = 1000
STACKED_UNDER = 900
TIGHT_UNDER = 800


class ComposePage(PageFrame):
    """Shows the message of `show_draft`. `said` carries a sentence for the toast."""

    left = Signal(int)
    """The application that the message belonged to; 0 where that is not known."""
    said = Signal(str)

    def __init__(
        self, theme: Theme, desk: Desk, checking: Checking, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, gutter=GUTTER, parent=parent)
        self._desk = desk
        self._rows: tuple[FindingRow, ...] = ()
        self._checked: Checked | None = None
        self.letter: Letter | None = None
        self.checking = checking
        self.writing = Writing(desk, self)
        self._build()
        self.fixing = Fixing(theme, desk, self.card, self)
        self.handing = Handing(theme, desk, self.writing, self.bar, self)
        self.wordings = Wordings(theme, desk, self.writing, self.card, self)
        self.suggesting = Suggesting(theme, desk, self.writing, checking, self.card, self)
        self.calling = Calling(desk, self.writing, self.header, self.script, self)
        self._parts = (
            *(self.fixing, self.handing, self.wordings),
            *(self.suggesting, self.calling),
        )
        self.others = OtherDrafts(theme, desk, self.writing, self.header, self)
        self._connect()
        self.start_at(self.card.body)

    def _build(self) -> None:
        theme = self.theme
        self.header = ComposeHeader(theme)
        self.card = LetterCard(theme)
        self.script = ScriptCard(theme)
        self.side = ComposeSide(theme)
        self.bar = WhenBar(theme)
        self.stage = StageLine(theme)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split.setSpacing(24)
        self._split.addWidget(self.card, 1)
        self._split.addWidget(self.script, 1)
        self.script.hide()
        self._split.addWidget(self.side)
        self.column.addLayout(beside_gutter(self.header, GUTTER))
        self.column.addLayout(beside_gutter(self.stage, GUTTER))
        self.column.addLayout(self._split, 1)
        self.column.addLayout(beside_gutter(self.bar, GUTTER))
        self.side.notes.anchor = self.bar.hold
        self.feet = (self.bar, self.script.foot)

    def _connect(self) -> None:
        writing, side, card = self.writing, self.side, self.card
        writing.opened.connect(self._show)
        writing.known.connect(self._know)
        writing.added.connect(self._add)
        writing.saved.connect(card.show_saved)
        writing.gone.connect(self._lost)
        writing.refused.connect(self.said)
        self.checking.checked.connect(self._take_checked)
        self.checking.troubled.connect(self.said)
        card.edited.connect(self._edited)
        card.body.pointed.connect(self._open_row)
        side.inserted.connect(self._insert)
        side.findings.opened.connect(self._go_to)
        side.findings.fixed.connect(self._fix)
        side.findings.ignored.connect(self.fixing.ignore)
        side.findings.never.connect(self.fixing.never)
        side.findings.reported.connect(self.fixing.report)
        for part in self._parts:
            part.edited.connect(self._edited)
            part.said.connect(self.said)
        self.others.said.connect(self.said)
        self.others.left.connect(self.leave)
        self.stage.answered.connect(self.handing.take_answer)
        self._add_keys()

    def _add_keys(self) -> None:
        for keys, slot in (
            ("F8", self._next_finding),
            ("Shift+F8", self._finding_before),
            ("Alt+Return", self.side.findings.fix_chosen),
            ("Alt+Enter", self.side.findings.fix_chosen),
            ("Ctrl+Return", self._hand_over),
            ("Alt+Left", self.leave),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ------------------------------------------------------------ the message

    def show_draft(self, draft_id: int) -> None:
        """Show that message; the one before is kept as it stands."""
        self.writing.open(draft_id)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.writing.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_words()

    def _focus_words(self) -> None:
        words = self.script.countdown.button if self.calling.by_phone else self.card.body
        words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hand_over(self) -> None:
        """By the keys: only what the button would do just now."""
        if self.bar.isVisible():
            self.bar.main.click()

    def _show(self, composing: Composing) -> None:
        """Another text: in the editor, too."""
        self.letter = Letter(composing)
        draft = composing.draft
        kind = KINDS.get(draft.kind)
        self.card.show_letter(kind, draft.subject, draft.body, draft.attachments)
        self.card.show_saved(True)
        self._checked = None
        self._rows = ()
        self._know(composing)
        self._focus_words()

    def _know(self, composing: Composing) -> None:
        """What is known around the letter; its text stays as it is typed."""
        if self.letter is None:
            return
        self.letter.composing = composing
        now = self._desk.now()
        self.header.title.set_text(compose_words.title_of(composing))
        self.header.sentence.set_text(compose_words.sentence_of(composing, now))
        self.others.show_panel(composing)
        self._show_people(composing)
        for part in self._parts:
            part.take(self.letter)
        self._show_stage(composing)
        self._look()

    def _show_stage(self, composing: Composing) -> None:
        look = stage_look(composing, self._desk.now())
        self.stage.show_look(look)
        stand_before(self.card.chips.first_stop, self.stage.buttons)
        locked = look is not None and not look.open
        by_phone = self.calling.by_phone
        self.card.lock(locked)
        self.card.setVisible(not by_phone)
        self.script.setVisible(by_phone)
        self.side.header.set_title("Before you call" if by_phone else "Before you send")
        self.bar.lock(locked or by_phone)
        self.side.close_findings(closed=composing.stage in GONE)

    def _show_people(self, composing: Composing) -> None:
        channel = composing.draft.channel
        people = [compose_words.recipient_of(card, channel) for card in composing.people]
        to = self.card.chips.to if self.writing.is_typed else composing.draft.to
        self.card.chips.show_people(people, to)
        counted = KINDS[composing.draft.kind].most_characters is not None
        bare = counted or channel is Channel.PHONE
        self.card.show_channel(
            compose_words.CHANNELS[channel], bare=bare, usual=channel is Channel.EMAIL
        )

    def _draft(self) -> Draft | None:
        return self.letter.draft(*self.card.written) if self.letter is not None else None

    def _edited(self) -> None:
        if self.letter is not None:
            self.writing.take_typed(self.letter.text(*self.card.written))
            self._look()

    def _look(self) -> None:
        draft = self._draft()
        if draft is None or self.letter is None:
            return
        situation = self.letter.composing.situation
        fixed = self.calling.by_phone or self.card.body.isReadOnly()
        self.side.show_notes(notes_of(situation, draft.to, draft.body), read_only=fixed)
        if self.letter.composing.stage in GONE:
            self.card.body.mark(())
            return
        self.checking.look_at(draft, situation)

    def _insert(self, words: str) -> None:
        self.card.body.insert(words)
        self.card.body.setFocus()

    def _add(self, before: str, after: str) -> None:
        """What was put into the stored letter meanwhile comes into the one being typed, too."""
        self.card.body.replace_text(with_added(before, after, self.card.body.text))

    def leave(self) -> None:
        """Go to the application; what was typed is kept."""
        found = self.letter.composing.application_id if self.letter is not None else 0
        self.left.emit(found)

    def close_down(self) -> None:
        """At the end of the program: nothing is checked any more."""
        self.checking.stop()

    def _lost(self, sentence: str) -> None:
        self.letter = None
        self.said.emit(sentence)
        self.left.emit(0)

    # ------------------------------------------------------------ findings

    def _take_checked(self, checked: Checked) -> None:
        """An answer about the text that stands there; others come too late."""
        if self.letter is None or checked.draft != self._draft():
            return
        if self.letter.composing.stage in GONE:
            return  # it was asked for while it was still being written
        self._checked = checked
        self.fixing.look_at(checked)
        ignored, by_phone = self.letter.composing.ignored, self.calling.by_phone
        self._rows, fine = shown(checked, ignored, by_phone=by_phone)
        self.side.show_findings(self._rows, checks=fine)
        self.card.body.mark(places_in_body(self._rows))
        self.card.show_words(checked.report.words)
        self.handing.timing.judge(checked.report, self._rows)

    def _open_row(self, number: int) -> None:
        self.side.reveal()
        self.side.findings.choose(number)

    def _next_finding(self) -> None:
        self._step(1)

    def _finding_before(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        self.side.reveal()
        row = self.side.findings.step(by)
        if row is not None:
            self._go_to(row.finding)
            announce(self.side.findings, row.spoken)

    def _go_to(self, finding: Finding) -> None:
        """Show in the letter what a finding is about."""
        number = next((n for n, row in enumerate(self._rows) if row.finding == finding), None)
        if number is not None and finding.field is Field.BODY:
            self.card.body.go_to(number)
        elif finding.field is Field.SUBJECT and finding.span is not None:
            self.card.select_in_subject(finding.span.start, finding.span.end)

    def _fix(self, finding: Finding, fix: Fix) -> None:
        """Only in the text that was checked: a fix names places in it."""
        if self._checked is not None and self._checked.draft == self._draft():
            self.fixing.apply(finding, fix)

    # ------------------------------------------------------------ the window's width

    def narrowed(self) -> None:
        stacked = self.window_under(STACKED_UNDER)
        narrow = self.window_under(NARROW_UNDER)
        way = QBoxLayout.Direction
        self._split.setDirection(way.BottomToTop if stacked else way.LeftToRight)
        self._split.setContentsMargins(0, 0, GUTTER if stacked else 0, 0)
        self._split.setSpacing(12 if stacked else 24 - (8 if narrow else 0))
        self.side.stack(stacked=stacked)
        width = round((SMALL_SIDE if narrow else SIDE) * self.theme.text_scale) + GUTTER
        self.side.setMaximumWidth(16_777_215 if stacked else width)
        self.side.setMinimumWidth(0 if stacked else width)
        self.card.narrow(narrow=narrow and not stacked)
        self.bar.narrow(narrow=narrow, tight=self.window_under(TIGHT_UNDER))
