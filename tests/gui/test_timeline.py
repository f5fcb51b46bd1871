"""The time line's rows: what each says, in which order, and with which disc."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from core.clock import Now
from core.playbook.values import StepState
from core.use_cases.timeline import EntryKind, TimelineEntry
from gui.models.timeline import TimelineRow, rows
from gui.models.timeline_marks import EVENT_ICONS, Mark

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")
"""Tuesday, 09:40 on the user's clock."""


@pytest.fixture(autouse=True)
def british() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def hours(number: float) -> datetime:
    return NOW.instant + timedelta(hours=number)


def step(due: float, asked: float | None = None, title: str = "Thank Anna") -> TimelineEntry:
    return TimelineEntry(
        kind=EntryKind.STEP,
        at=hours(due),
        title=title,
        note="A note within a day is courteous.",
        state=StepState.OPEN,
        step_id=1,
        due=hours(due),
        asked_from=hours(due if asked is None else asked),
    )


def event(what: str) -> TimelineEntry:
    return TimelineEntry(kind=EntryKind.EVENT, at=hours(-1), title=what, event_id=1, what=what)


def cancelled(
    due: float, title: str, reason: str = "The interview was called off"
) -> TimelineEntry:
    open_one = step(due, title=title)
    return replace(open_one, state=StepState.CANCELLED, note=reason, asked_from=None)


def shown(*entries: TimelineEntry) -> list[TimelineRow]:
    found = rows(sorted(entries, key=lambda one: one.at), NOW, show_cancelled=True)
    return [row for row in found if row.mark is not Mark.NOW]


def row(entry: TimelineEntry) -> TimelineRow:
    (only,) = shown(entry)
    return only


def test_the_date_is_the_deadline_and_the_note_names_the_reminder() -> None:
    planned = row(step(30, asked=5))
    assert (planned.when, planned.left) == ("Tomorrow", "tomorrow")
    assert planned.note.startswith("Comes up today, 14:40. A note within")
    assert planned.exact.splitlines() == [
        "Reminder on Tuesday 12 May 2026, 14:40 (Oslo)",
        "Due on Wednesday 13 May 2026, 15:40 (Oslo)",
    ]


def test_only_what_is_asked_for_now_is_marked_as_due() -> None:
    assert row(step(5, asked=-1)).mark is Mark.DUE
    assert row(step(5, asked=4)).mark is Mark.PLANNED
    assert row(step(5, asked=4)).when == "Today, 14:40"


def test_a_snoozed_step_says_its_deadline_and_its_snooze() -> None:
    put_off = replace(step(5, asked=23), snoozed_until=hours(23))
    assert (row(put_off).when, row(put_off).left) == ("Today, 14:40", "in 5 h")
    assert row(put_off).note.startswith("Snoozed until tomorrow, 08:40")


def test_what_is_late_is_still_open_and_breaks_no_order() -> None:
    late, ahead = shown(step(-20), step(30))
    assert (late.mark, late.when, late.left) == (Mark.OVERDUE, "Still open", "since yesterday")
    assert "Still open" in late.spoken
    assert ahead.when == "Tomorrow"


def test_each_kind_of_event_has_its_own_drawing() -> None:
    assert row(event("offer")).icon == "party-popper"
    assert row(event("reply")).mark is Mark.EVENT
    assert len(set(EVENT_ICONS.values())) == len(EVENT_ICONS)


def test_a_no_is_no_gladness() -> None:
    said_no = row(event("rejection"))
    assert (said_no.mark, said_no.icon) == (Mark.NEUTRAL, "door-closed")


def test_cancelled_steps_with_one_reason_stand_together_at_their_planned_day() -> None:
    titles = ("Confirm place and names", "Pack", "Leave", "Thank Anna")
    round_ = TimelineEntry(
        kind=EntryKind.INTERVIEW,
        at=hours(60),
        title="First round, on site",
        state=StepState.CANCELLED,
        interview_id=1,
    )
    steps = [cancelled(24 * (n + 1), title) for n, title in enumerate(titles)]
    fold, interview = shown(*steps, round_)

    assert fold.title == "Confirm place and names, and 3 more"
    assert (fold.when, fold.note) == ("Tomorrow", "The interview was called off")
    assert fold.exact.splitlines() == [
        "Tomorrow: Confirm place and names",
        "Thu 14 May: Pack",
        "Fri 15 May: Leave",
        "Sat 16 May: Thank Anna",
    ]
    assert "Pack" in fold.spoken
    assert interview.title == "First round, on site"


def test_two_cancelled_steps_or_two_reasons_stand_alone() -> None:
    assert len(shown(cancelled(24, "Pack"), cancelled(48, "Leave"))) == 2
    four = [
        cancelled(24 * n, "Pack", reason) for n, reason in ((1, "a"), (2, "a"), (3, "b"), (4, "b"))
    ]
    assert len(shown(*four)) == 4
