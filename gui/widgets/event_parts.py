"""The fields that one happening may ask for; each fills its part of the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from core.clock import Now
from core.playbook.values import Channel, Mode, PromiseItem, ReflectionPath, ReplyKind
from gui import words
from gui.models.happenings import (
    ITEM_WORDS,
    MESSAGE_WORDS,
    MISTAKE_WORDS,
    REPLY_WORDS,
    Answers,
    Ask,
    Mistake,
    promiser,
)
from gui.widgets.buttons import Button
from gui.widgets.event_part import Part, Setting
from gui.widgets.fields import CheckBox, TextField
from gui.widgets.moment_field import DayField, WallTimeField
from gui.widgets.paint import Kind

LONGEST = 100_000

MODE_WORDS = ((Mode.ONSITE, "On site"), (Mode.VIDEO, "By video"), (Mode.PHONE, "By phone"))
CHANNEL_WORDS = (
    (Channel.EMAIL, "By e-mail"),
    (Channel.PHONE, "By phone"),
    (Channel.LINKEDIN, "On LinkedIn"),
    (Channel.LETTER, "By letter"),
    (Channel.OTHER, "Another way"),
)
PATH_WORDS = (
    (ReflectionPath.SHORT, "Three minutes"),
    (ReflectionPath.FULL, "The full fifteen minutes"),
)


class MomentPart(Part):
    """A day that must be named."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.day = DayField(setting.theme, setting.today + timedelta(days=7))
        self.day.dateChanged.connect(self.tell)
        self.add_row(setting.question.moment_label or "When", self.day)

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, moment=self.day.day())


class MaybeMomentPart(Part):
    """A day that may be named."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        label = setting.question.moment_label
        self.named = CheckBox(setting.theme, label)
        self.day = DayField(setting.theme, setting.today + timedelta(days=3))
        self.day.setAccessibleName(label)
        self.day.setVisible(False)
        self.named.toggled.connect(self.day.setVisible)
        self.named.toggled.connect(self.tell)
        self.day.dateChanged.connect(self.tell)
        self.column.setSpacing(0)
        self.column.addWidget(self.named)
        self.column.addWidget(self.day)

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, moment=self.day.day() if self.named.isChecked() else None)


class ReplyPart(Part):
    """Which kind of reply it was; a date of theirs is asked for where they gave one.

    `mail_wanted`: the user wants to keep their words as well.
    """

    mail_wanted = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        pairs = [(kind.value, REPLY_WORDS[kind]) for kind in ReplyKind]
        self.kind = self.choice(pairs, "What kind of reply?")
        self.kind.choose(ReplyKind.VAGUE)
        self.day = DayField(setting.theme, setting.today + timedelta(days=7))
        self.day.setAccessibleName("They decide by")
        self.day.setVisible(False)
        self.day.dateChanged.connect(self.tell)
        self.kind.currentIndexChanged.connect(self._show_day)
        self.column.addWidget(self.day)
        mail = Button(setting.theme, "Paste or open their mail…", Kind.TEXT, "mail")
        mail.clicked.connect(self.mail_wanted)
        line = QHBoxLayout()
        line.addWidget(mail)
        line.addStretch(1)
        self.column.addLayout(line)

    def fill(self, answers: Answers) -> Answers:
        kind = ReplyKind(self.kind.value)
        moment = self.day.day() if kind is ReplyKind.DATE else None
        return replace(answers, reply=kind, moment=moment)

    def _show_day(self) -> None:
        self.day.setVisible(ReplyKind(self.kind.value) is ReplyKind.DATE)


class StartPart(Part):
    """When the next round starts, and how it is held; or that the date is open."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        tomorrow = words.local(setting.now.instant, setting.now.zone) + timedelta(days=7)
        self.start = WallTimeField(setting.theme, tomorrow.replace(hour=10, minute=0))
        self.start.dateTimeChanged.connect(self.tell)
        self.add_row("It starts", self.start)
        self.mode = self.choice([(mode.value, label) for mode, label in MODE_WORDS], "How")
        self.is_open = CheckBox(setting.theme, "They named no date yet")
        self.is_open.toggled.connect(self._toggle)
        self.column.addWidget(self.is_open)

    def fill(self, answers: Answers) -> Answers:
        if self.is_open.isChecked():
            return replace(answers, start=None, end=None)
        start = self.start.instant(self.setting.now.zone)
        mode = Mode(self.mode.value)
        return replace(answers, start=start, end=start + timedelta(hours=1), mode=mode)

    def _toggle(self) -> None:
        self.start.setEnabled(not self.is_open.isChecked())
        self.mode.setEnabled(not self.is_open.isChecked())
        self.tell()


class TextPart(Part):
    """One line of words."""

    label = ""
    placeholder = ""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.text = TextField(setting.theme, "", self.placeholder)
        self.text.setMaxLength(LONGEST)
        self.text.textChanged.connect(self.tell)
        self.add_row(self.label or setting.question.what_label, self.text)

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, text=self.text.text())


class NamePart(TextPart):
    """The right spelling of a name: as a rule the card has it, and something else was said."""

    label = "The right name"
    placeholder = "Ingrid van der Berg"

    def follow(self, part: PersonPart) -> None:
        """Stand by the name of the person who is chosen there, until another one is typed."""
        self._person = part.person
        part.person.currentIndexChanged.connect(self._take_name)
        self._take_name()

    def _take_name(self) -> None:
        if not self.text.isModified():
            self.text.setText(self.setting.names.get(str(self._person.currentData()), ""))


class MistakePart(Part):
    """What kind of mistake it was."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.kind = self.choice([(m.value, told) for m, told in MISTAKE_WORDS.items()], "It was")

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, mistake=Mistake(self.kind.value))


class PersonPart(Part):
    """Whom it concerns."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        nobody = (("", "No one in particular"),)
        self.person = self.choice((*setting.people, *nobody), "Who?")

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, person=self.person.value if self.person.currentData() else None)


class ItemPart(Part):
    """What kind of thing was promised."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        kinds = ITEM_WORDS[promiser(setting.question.happening)]
        self.item = self.choice([(kind.value, label) for kind, label in kinds.items()], "It is")

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, item=PromiseItem(self.item.value))


class MessagePart(Part):
    """Which message left."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.kind = self.choice(list(MESSAGE_WORDS.items()), "Which message?")

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, message=self.kind.value)


class ChannelPart(Part):
    """By which way it left."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.channel = self.choice([(c.value, label) for c, label in CHANNEL_WORDS], "How?")

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, channel=Channel(self.channel.value))


class PathPart(Part):
    """How long the reflection was."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.path = self.choice([(p.value, label) for p, label in PATH_WORDS], "How long?")

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, path=ReflectionPath(self.path.value))


class AnsweredPart(Part):
    """Whether they answered."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        self.answered = CheckBox(setting.theme, "They answered")
        self.answered.toggled.connect(self.tell)
        self.column.addWidget(self.answered)

    def fill(self, answers: Answers) -> Answers:
        return replace(answers, answered=self.answered.isChecked())


class WhenPart(Part):
    """When it happened: just now, unless the user says otherwise."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        local = words.local(setting.now.instant, setting.now.zone)
        self.earlier = CheckBox(setting.theme, "It was earlier")
        self.at = WallTimeField(setting.theme, local)
        self.at.setMaximumDateTime(self.at.dateTime())
        self.at.setAccessibleName("When it happened")
        self.at.setVisible(False)
        self.earlier.toggled.connect(self.at.setVisible)
        self.earlier.toggled.connect(self.tell)
        self.at.dateTimeChanged.connect(self.tell)
        self.column.setSpacing(0)
        self.column.addWidget(self.earlier)
        self.column.addWidget(self.at)

    def fill(self, answers: Answers) -> Answers:
        if not self.earlier.isChecked():
            return answers
        instant = min(self.at.instant(self.setting.now.zone), self.setting.now.instant)
        return replace(answers, at=instant)


PARTS: dict[Ask, Callable[[Setting], Part]] = {
    Ask.REPLY: ReplyPart,
    Ask.MOMENT: MomentPart,
    Ask.MAYBE_MOMENT: MaybeMomentPart,
    Ask.START: StartPart,
    Ask.WHAT: TextPart,
    Ask.NAME: NamePart,
    Ask.MISTAKE: MistakePart,
    Ask.PERSON: PersonPart,
    Ask.ITEM: ItemPart,
    Ask.MESSAGE: MessagePart,
    Ask.CHANNEL: ChannelPart,
    Ask.PATH: PathPart,
    Ask.ANSWERED: AnsweredPart,
}


def parts_of(setting: Setting) -> list[Part]:
    """The fields of one happening, in order; the last asks when it was."""
    asked = [PARTS[ask](setting) for ask in setting.question.asks]
    for person, name in pairwise(asked):
        if isinstance(person, PersonPart) and isinstance(name, NamePart):
            name.follow(person)
    return [*asked, WhenPart(setting)]


def answers_of(parts: Sequence[Part], now: Now) -> Answers:
    """What all fields say together."""
    answers = Answers(at=now.instant, zone=now.zone)
    for part in parts:
        answers = part.fill(answers)
    return answers
