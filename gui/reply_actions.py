"""What the window asks about replies. Each runs in the Desk's thread and imports there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from core.clock import Now

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.drafting.replies import ReceivedReply
    from core.reply_intake import Home, Offered
    from core.use_cases.replies import KeptReply, Told


def homes(session: WorkSession, now: Now) -> tuple[Home, ...]:
    """The applications to which a reply can belong."""
    from core import reply_intake

    return reply_intake.homes(session, now)


def look(session: WorkSession, path: Path, now: Now) -> Offered:
    """The reply in a mail file."""
    from core import reply_intake

    return reply_intake.look(session, path, now)


def look_at_text(session: WorkSession, text: str, now: Now) -> Offered:
    """The reply in pasted text."""
    from core import reply_intake

    return reply_intake.look_at_text(session, text, now)


def take_in(
    session: WorkSession, application_id: int, reply: ReceivedReply, event: Told | None, now: Now
) -> int:
    """Keep a reply, and note what it means; gives the application it went to."""
    from core.use_cases import replies

    replies.take_in(session, application_id, reply, event, now)
    return application_id


def kept(session: WorkSession, reply_id: int, now: Now) -> KeptReply:
    """A reply that is kept."""
    from core.use_cases import replies

    return replies.one(session, reply_id, now)


def remove(session: WorkSession, reply_id: int, now: Now) -> None:
    """Keep a reply no longer."""
    from core.use_cases import replies

    replies.remove_reply(session, reply_id, now)
