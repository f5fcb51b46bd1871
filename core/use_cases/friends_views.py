"""What friends wrote back: kept as a source of its own, beside the user's own answers."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.models import FriendsView, Reflection
from core.reflection.friends import FriendView
from core.refusal import DetailsError, Gone
from core.use_cases import checked
from core.use_cases.history import recorded
from core.use_cases.reflection_rows import reflection_row

MOST_VIEWS = 50
"""Of one reflection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewShown:
    """A friend's view as it is kept. `view.key` is what proposals name it by."""

    id: int
    view: FriendView
    received_at: datetime


def add_view(session: WorkSession, reflection_id: int, view: FriendView, now: Now) -> int:
    """Keep what a friend wrote back; returns its id. The view gets a key of its own.

    The same words again change nothing. `DetailsError` where nothing was written.
    """
    reflection_row(session, reflection_id)
    tidy = _tidy(view)
    same = [kept for kept in views(session, reflection_id, now) if _words(kept.view) == tidy]
    if same:
        return same[0].id
    if not any(words for name, words in tidy.items() if name != "friend"):
        raise DetailsError("There is nothing in this reply yet. Nothing was stored.", "strength")
    if len(views(session, reflection_id, now)) >= MOST_VIEWS:
        raise DetailsError(f"At most {MOST_VIEWS} replies fit. Nothing was stored.", "friend")
    with recorded(session, f"Kept: {_whose(tidy['friend'])}", now):
        row = FriendsView(reflection_id=reflection_id, received_at=now.instant, **tidy)
        session.add(row)
        session.flush()
    return row.id


def edit_view(session: WorkSession, view_id: int, view: FriendView, now: Now) -> None:
    """Put what was read from a reply into the right places; the key stays."""
    row, tidy = _row(session, view_id), _tidy(view)
    with recorded(session, f"Changed: {_whose(tidy['friend'])}", now):
        for name, words in tidy.items():
            setattr(row, name, words)


def remove_view(session: WorkSession, view_id: int, now: Now) -> None:
    """Keep a friend's view no longer; Undo brings it back. Conclusions drawn from it stay."""
    row = _row(session, view_id)
    with recorded(session, f"Removed: {_whose(row.friend)}", now):
        session.execute(delete(FriendsView).where(FriendsView.id == view_id))
        session.expire_all()


def views(session: WorkSession, reflection_id: int, now: Now) -> tuple[ViewShown, ...]:
    """What friends wrote to an interview, in both sittings, in the order in which it came."""
    session.flush()
    interview = reflection_row(session, reflection_id).interview_id
    query = (
        select(FriendsView)
        .join(Reflection, Reflection.id == FriendsView.reflection_id)
        .where(Reflection.interview_id == interview)
    )
    rows = session.scalars(query.order_by(FriendsView.id))
    return tuple(
        ViewShown(id=row.id, view=view_value(row), received_at=row.received_at) for row in rows
    )


def view_value(row: FriendsView) -> FriendView:
    """A friend's view as the rules read it."""
    return FriendView(
        key=row.uid,
        friend=row.friend,
        strength=row.strength,
        situation=row.situation,
        behaviour=row.behaviour,
        impact=row.impact,
        suggestion=row.suggestion,
        question=row.question,
        rest=row.rest,
    )


def _row(session: WorkSession, view_id: int) -> FriendsView:
    row = session.get(FriendsView, view_id)
    if row is None:
        raise Gone("This reply is no longer here. Nothing was changed.")
    return row


def _words(view: FriendView) -> dict[str, str]:
    return {
        "friend": view.friend,
        "strength": view.strength,
        "situation": view.situation,
        "behaviour": view.behaviour,
        "impact": view.impact,
        "suggestion": view.suggestion,
        "question": view.question,
        "rest": view.rest,
    }


def _tidy(view: FriendView) -> dict[str, str]:
    words = _words(view)
    friend = checked.line(words.pop("friend"), "friend", "The name")
    tidy = {name: checked.note(text, name, "The reply", 200_000) for name, text in words.items()}
    return {"friend": friend, **tidy}


def _whose(friend: str) -> str:
    return f"what {friend} wrote" if friend else "what a friend wrote"
