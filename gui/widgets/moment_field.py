"""Fields for days, wall times and zones that speak Python's types; texts follow the locale."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

from PySide6.QtCore import QDate, QDateTime, QLocale, QStringListModel, Qt, QTime, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from gui.theme import Theme
from gui.widgets.fields import ChoiceField, DateField, DateTimeField

DAY_FORMAT = "ddd d MMM yyyy"


class DayField(DateField):
    """A day."""

    def __init__(self, theme: Theme, day: date, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self.setDisplayFormat(DAY_FORMAT)
        self.set_day(day)

    def day(self) -> date:
        """The day that stands in the field."""
        return to_day(self.date())

    def set_day(self, day: date) -> None:
        """Show `day`."""
        self.setDate(QDate(day.year, day.month, day.day))


class WallTimeField(DateTimeField):
    """A day and a wall-clock time, without a zone; the zone stands beside it or is the user's."""

    def __init__(self, theme: Theme, moment: datetime, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        clock = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
        self.setDisplayFormat(f"{DAY_FORMAT}  {clock}")
        self.set_wall(moment)

    def wall(self) -> datetime:
        """The naive wall time in the field, to the minute."""
        stamp = self.dateTime()
        clock = time(stamp.time().hour(), stamp.time().minute())
        return datetime.combine(to_day(stamp.date()), clock)

    def set_wall(self, moment: datetime) -> None:
        """Show `moment`, read as wall time."""
        day = QDate(moment.year, moment.month, moment.day)
        self.setDateTime(QDateTime(day, QTime(moment.hour, moment.minute)))

    def instant(self, zone: str) -> datetime:
        """The wall time as an instant in UTC, given in `zone`."""
        return self.wall().replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


class ZoneField(ChoiceField):
    """An IANA zone, found by typing any part of its name; `first` are the likely ones.

    `settled` tells that the user chose one, or left the field.
    """

    settled = Signal()

    def __init__(
        self,
        theme: Theme,
        zone: str,
        first: tuple[tuple[str, str], ...] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        names = zone_names()
        super().__init__(theme, (*first, *((name, name) for name in names)), parent=parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(_completer([*(words for _, words in first), *names], self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.set_zone(zone)
        self.activated.connect(self._settle)
        editor = self.lineEdit()
        if editor is not None:
            editor.editingFinished.connect(self._settle)

    def _settle(self) -> None:
        self.settled.emit()

    def zone(self) -> str:
        """What stands in the field, whether or not it names a zone."""
        text = self.currentText().strip()
        found = self.itemData(self.findText(text, Qt.MatchFlag.MatchFixedString))
        return found if isinstance(found, str) else text

    def is_known(self) -> bool:
        """Whether the field names a zone."""
        return self.zone() in available_timezones()

    def set_zone(self, zone: str) -> None:
        """Show `zone`."""
        position = self.findData(zone)
        if position >= 0:
            self.setCurrentIndex(position)
        else:
            self.setCurrentText(zone)


def zone_names() -> list[str]:
    """The zones that name a place, and UTC."""
    places = (name for name in available_timezones() if "/" in name and name[:3] != "Etc")
    return [*sorted(places), "UTC"]


def to_day(day: QDate) -> date:
    """Qt's day as Python's."""
    return date(day.year(), day.month(), day.day())


def _completer(names: list[str], field: QComboBox) -> QCompleter:
    completer = QCompleter(QStringListModel(names, field), field)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer
