"""The people of an application: name, job, topic, and whether the spelling is sure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from core.playbook.values import Consent, Part
from gui.theme import Role, Theme
from gui.widgets.buttons import IconButton
from gui.widgets.focus_ring import show_ring
from gui.widgets.frames import Card, Hairline
from gui.widgets.labels import Label
from gui.widgets.paint import Kind, mirrored, paint_monogram, rounded, text

MONOGRAM = 36
PADDING = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLook:
    """What the card says about one person."""

    id: int
    name: str
    monogram: str = ""
    """Whose initials are drawn: the name without its title."""
    about: str = ""
    note: str = ""
    icon: str = ""
    ink: str = "text-2"


def full_name(title: str, name: str) -> str:
    """ "Dr. Ingrid van der Berg"."""
    return " ".join(part for part in (title, name) if part)


def about(job: str, topic: str, part: Part) -> str:
    """ "Head of Planning. Topic: the 4 a.m. plan"; the part where nothing else is known."""
    sentences = [job, f"Topic: {topic}" if topic else ""]
    known = ". ".join(sentence for sentence in sentences if sentence)
    return known or PART_WORDS[part]


PART_WORDS = {
    Part.INTERVIEWER: "Interviewer",
    Part.RECRUITER: "Recruiter",
    Part.REFEREE: "Referee",
    Part.FRIEND: "Friend",
    Part.CONTACT: "Contact",
}

_CONSENT = {
    Consent.YES: ("said yes", "circle-check", "moss"),
    Consent.NO: ("said no", "circle-minus", "text-2"),
    Consent.CONDITIONS: ("said yes, with conditions", "circle-help", "ochre"),
    Consent.NOT_ASKED: ("not asked yet", "circle-help", "ochre"),
}


def note_of(
    part: Part, consent: Consent, *, confirmed: bool, informed: bool, gone: bool
) -> tuple[str, str, str]:
    """The third line of a person: words, icon and ink."""
    if gone:
        return "has left the company", "log-out", "text-2"
    if part is Part.REFEREE:
        words, icon, ink = _CONSENT[consent]
        return (f"{words}, knows of this employer" if informed else words), icon, ink
    if confirmed:
        return "spelling confirmed", "badge-check", "moss"
    return "spelling not confirmed yet", "circle-help", "ochre"


class PersonRow(QAbstractButton):
    """One person; `edited` carries whose card is to be opened."""

    edited = Signal(int)

    def __init__(self, theme: Theme, person: PersonLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._person = person
        self.setText(person.name)
        self.setAccessibleName(f"Edit {person.name}")
        self.setAccessibleDescription(f"{person.about}. {person.note}")
        self.setToolTip(person.name if len(person.name) > 30 else "Edit the card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._edit)

    def sizeHint(self) -> QSize:
        body = QFontMetrics(self._theme.font(Role.STRONG)).height() + 3
        caption = QFontMetrics(self._theme.font(Role.CAPTION)).height() + 4
        return QSize(200, body + 2 * caption + 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = self.rect()
        if self.underMouse() or self.isDown():
            rounded(painter, whole.adjusted(4, 3, -4, -3), 8, self._theme.color("hover"), None)
        box = QRect(PADDING, (self.height() - MONOGRAM) // 2 - 4, MONOGRAM, MONOGRAM)
        paint_monogram(
            painter, self._theme, mirrored(painter, whole, box), self._monogram(), person=True
        )
        left = box.right() + 1 + 12
        self._paint_lines(
            painter, QRect(left, 11, self.width() - left - PADDING, self.height() - 22)
        )

    def _paint_lines(self, painter: QPainter, place: QRect) -> None:
        whole, person = self.rect(), self._person
        first = QFontMetrics(self._theme.font(Role.STRONG)).height() + 3
        rest = (place.height() - first) // 2
        strong, caption = self._theme.font(Role.STRONG), self._theme.font(Role.CAPTION)
        name = QRect(place.left(), place.top(), place.width(), first)
        about_line = QRect(place.left(), name.bottom() + 1, place.width(), rest)
        note = QRect(place.left() + 18, about_line.bottom() + 1, place.width() - 18, rest)
        icon = QRect(place.left(), note.top(), 14, rest)
        ink = self._theme.color(person.ink)
        shown = mirrored(painter, whole, name)
        text(painter, shown, person.name[:300], strong, self._theme.color("text"))
        quiet = self._theme.color("text-2")
        text(painter, mirrored(painter, whole, about_line), person.about[:300], caption, quiet)
        text(painter, mirrored(painter, whole, note), person.note, caption, ink)
        if person.icon:
            self._theme.icons.paint(painter, mirrored(painter, whole, icon), person.icon, ink)

    def _monogram(self) -> str:
        return self._person.monogram or self._person.name

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        show_ring(self._theme, self, event.reason(), 8)

    def _edit(self) -> None:
        self.edited.emit(self._person.id)


class WriteButton(IconButton):
    """Beside a person: `wanted` carries to whom is to be written, and where a menu opens."""

    wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme, person: PersonLook) -> None:
        super().__init__(theme, "pen-line", f"Write to {person.name}…", Kind.TEXT)
        self._id = person.id
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.wanted.emit(self._id, self.mapToGlobal(QPoint(0, self.height() + 2)))


class PeopleCard(Card):
    """All people; `edited` carries whose card is to be opened, `write_wanted` to whom is to be
    written, and where a menu of what to write opens."""

    edited = Signal(int)
    write_wanted = Signal(int, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, padding=0, spacing=0, parent=parent)
        self._theme = theme
        self._shown: tuple[PersonLook, ...] | None = None

    def show_people(self, people: tuple[PersonLook, ...]) -> None:
        """Show these people; nothing happens where they are the same."""
        if people == self._shown:
            return
        self._shown = people
        self._clear()
        for number, person in enumerate(people):
            if number:
                self.column.addWidget(Hairline(self._theme))
            self.column.addWidget(self._row(person))
        if not people:
            words = "The people you meet will stand here."
            label = Label(self._theme, words, Role.CAPTION, "text-2", wrap=True)
            label.setContentsMargins(PADDING, 14, PADDING, 14)
            self.column.addWidget(label)

    def _row(self, person: PersonLook) -> QWidget:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, PADDING // 2, 0)
        row.setSpacing(0)
        card, write = PersonRow(self._theme, person), WriteButton(self._theme, person)
        card.edited.connect(self.edited)
        write.wanted.connect(self.write_wanted)
        row.addWidget(card, 1)
        row.addWidget(write)
        return whole

    def _clear(self) -> None:
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
