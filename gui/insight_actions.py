"""What the page of insights asks of the use cases. It runs in the Desk's thread and imports there."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from core.clock import Now

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.use_cases.insights import Shown


def insights(session: WorkSession, own_form: Path, since: datetime | None, now: Now) -> Shown:
    """What the interviews since then show together, in the words of the form as it is now."""
    from core.form_store import load_form
    from core.use_cases import insights

    return insights.insights(session, load_form(own_form).form, since, now)
