"""What several tests of use cases begin with."""

import pytest

from core.clock import Now
from core.database import Database
from tests.core.stories import add_interview, at
from tests.core.use_cases.preparation_stage import SECOND


@pytest.fixture
def prepared(database: Database, now: Now) -> int:
    """The second round at Acme, two weeks ahead; the first one was an hour ago."""
    add_interview(database, at("2026-03-20 10:00"))
    return add_interview(database, now, SECOND).interview_id
