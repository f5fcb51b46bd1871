"""A wrong finding, as a case file that can be shown: with other names, and only if the user saves it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.clock import Now
from core.drafting.values import Draft, Situation

if TYPE_CHECKING:
    from core.database import WorkSession


def save_report(
    session: WorkSession, path: str, draft: Draft, situation: Situation, now: Now
) -> str:
    """Write the file; gives its name. Raises `FileError`."""
    from core.exchange.case_values import CaseFile
    from core.exchange.nameless import without_names
    from core.exchange.text_file import write_text

    file = CaseFile(
        case=situation.case,
        aliases=situation.aliases,
        me=situation.me,
        topics=situation.topics,
        news=situation.news,
        cv_employers=situation.cv_employers,
        draft=draft,
    )
    write_text(Path(path), without_names(file))
    return Path(path).name
