"""When a message may go, in words, and the next good moment."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from core.clock import Now
from gui.models.when_words import next_morning, when_of

OSLO = "Europe/Oslo"
FRIDAY = Now(datetime(2026, 5, 15, 8, 0, tzinfo=UTC), OSLO)


@pytest.fixture(autouse=True)
def english() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


@pytest.mark.parametrize(
    ("any_day", "expected"), [(True, "2026-05-16T08:00+02:00"), (False, "2026-05-18T09:00+02:00")]
)
def test_the_next_morning_is_one_that_the_checks_do_not_blame(any_day: bool, expected: str) -> None:
    assert next_morning(FRIDAY, OSLO, any_day=any_day) == datetime.fromisoformat(expected)


def test_only_what_leaves_from_here_goes_by_itself() -> None:
    """A note for LinkedIn, or one that another program sends, is merely kept until then."""
    moment = datetime(2026, 5, 16, 7, 0, tzinfo=UTC)

    assert when_of((), moment, OSLO, FRIDAY, sends=True).headline == "Goes tomorrow at 09:00"
    assert when_of((), moment, OSLO, FRIDAY, sends=False).headline == "Kept for tomorrow at 09:00"
    later = datetime(2026, 5, 18, 7, 0, tzinfo=UTC)
    assert when_of((), later, OSLO, FRIDAY, sends=False).headline == "Kept for Mon 18 May, 09:00"
