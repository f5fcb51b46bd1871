"""A Desk over a real database that answers at once, at a moment that the test sets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from core.clock import Now
from core.paths import Paths
from core.playbook import values
from core.playbook.rulebook import Playbook
from core.store import Store
from core.use_cases import applications, events, interviews, steps
from core.use_cases.interviews import InterviewDetails, Stored
from core.use_cases.people import NamedPerson
from gui.desk import Changed, Desk

R = TypeVar("R")

ZONE = "Europe/Oslo"
MORNING = datetime(2026, 5, 12, 9, 40, tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
"""Tuesday, the day after the interview of the stories."""

VAN_DER_BERG = NamedPerson(name="Ingrid van der Berg", title="Dr.", job="Head of Planning")
OKAFOR = NamedPerson(name="Tomas Okafor", job="Team Lead")


class World(Desk):
    """Runs each job as soon as it is asked; `labels` keeps what was written, `troubles` what not."""

    def __init__(self, paths: Paths, playbook: Playbook) -> None:
        super().__init__(paths, ZONE)
        self.store = Store(paths, playbook)
        self.database = self.store.database()
        self.instant = MORNING
        self.labels: list[str] = []
        self.troubles: list[str] = []
        self.changed.connect(self._keep_label)
        self.failed.connect(self.troubles.append)

    def now(self) -> Now:
        return Now(self.instant, ZONE)

    @property
    def wall(self) -> datetime:
        """The user's own clock, as it hangs on the wall."""
        return self.instant.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)

    def read(
        self,
        query: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        super().read(query, *arguments, then=then, otherwise=otherwise)
        self._work_off()

    def glance(
        self,
        query: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object],
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        super().glance(query, *arguments, then=then, otherwise=otherwise)
        self._work_off()

    def write(
        self,
        use_case: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object] | None = None,
        otherwise: Callable[[Exception], object] | None = None,
    ) -> None:
        super().write(use_case, *arguments, then=then, otherwise=otherwise)
        self._work_off()

    def replace(
        self,
        use_case: Callable[..., R],
        *arguments: object,
        then: Callable[[R], object] | None = None,
    ) -> None:
        super().replace(use_case, *arguments, then=then)
        self._work_off()

    def close(self) -> None:
        self.store.close()

    def add(self, company: str = "Halvorsen Maritime", days: int = -1, **more: object) -> Stored:
        """An interview at 14:00, so many days from now, noted two days before it."""
        day = self.wall + timedelta(days=days)
        start = day.replace(hour=14, minute=0)
        details = InterviewDetails(
            company=company,
            role=str(more.get("role", "Operations Planner")),
            start=start,
            end=start + timedelta(hours=1),
            zone=ZONE,
            country="NO",
            place="Bergen",
            travel_minutes=35,
            people=(VAN_DER_BERG, OKAFOR),
        )
        with self.database.session() as session:
            stored = interviews.add(session, details, self.at(min(days, 0) - 2))
            steps.claim_due(session, self.now())
        return stored

    def happened(self, application_id: int, event: values.Event) -> int:
        """Note an event behind the page's back."""
        with self.database.session() as session:
            return events.record(session, application_id, event, self.now())

    def skip_all(self, application_id: int) -> None:
        """Leave nothing to do for now."""
        for entry in self.detail(application_id).timeline:
            if entry.step_id is not None and entry.state is values.StepState.OPEN:
                with self.database.session() as session:
                    steps.skip(session, entry.step_id, "", self.now())

    def at(self, days: float) -> Now:
        """The moment so many days from now."""
        return Now(self.instant + timedelta(days=days), ZONE)

    def detail(self, application_id: int) -> applications.ApplicationDetail:
        """The application as it is stored."""
        with self.database.reading() as session:
            return applications.detail(session, application_id, self.now())

    def overview(self) -> tuple[applications.ApplicationRow, ...]:
        """All applications as they are stored."""
        with self.database.reading() as session:
            return applications.overview(session, self.now())

    def _work_off(self) -> None:
        while not self._jobs.empty():
            job = self._jobs.get()
            if job is not None:
                self._deliver(job(self.store))

    def _keep_label(self, changed: Changed) -> None:
        if changed.label:
            self.labels.append(changed.label)


def titles(world: World, application_id: int, state: values.StepState) -> list[str]:
    """The titles of the steps in that state."""
    timeline = world.detail(application_id).timeline
    return [entry.title for entry in timeline if entry.step_id and entry.state is state]


def nameless(widget: QWidget) -> list[str]:
    """The controls in `widget` that a screen reader could not name."""
    from PySide6.QtWidgets import (
        QAbstractButton,
        QAbstractItemView,
        QAbstractSpinBox,
        QComboBox,
        QLineEdit,
        QPlainTextEdit,
    )

    kinds = (
        QAbstractButton,
        QAbstractItemView,
        QAbstractSpinBox,
        QComboBox,
        QLineEdit,
        QPlainTextEdit,
    )
    missing = []
    for control in widget.findChildren(QWidget):
        own = isinstance(control, kinds) and not control.objectName().startswith("qt_")
        if own and not _is_inner(control) and not _name(control):
            missing.append(f"{type(control).__name__} in {type(control.parentWidget()).__name__}")
    return missing


def _is_inner(control: QWidget) -> bool:
    """Whether it is a part of another control: the line of a combo box, its popup's list."""
    from PySide6.QtWidgets import QAbstractSpinBox, QCalendarWidget, QComboBox

    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox | QCalendarWidget):
            return True
        parent = parent.parentWidget()
    return False


def _name(control: QWidget) -> str:
    from PySide6.QtWidgets import QAbstractButton

    own = control.text() if isinstance(control, QAbstractButton) else ""
    return control.accessibleName() or own
