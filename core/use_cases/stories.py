"""The user's bank of stories, and who heard which. It belongs to no application."""

from dataclasses import dataclass

from sqlalchemy import func, select

from core.clock import Now
from core.database import WorkSession
from core.models import Interview, Person, Story, StoryTelling
from core.preparation.story_bank import Bank, bank_for
from core.refusal import DetailsError, Gone
from core.use_cases import checked
from core.use_cases.history import recorded
from core.use_cases.preparation_case import asked_tags
from core.use_cases.preparation_rows import all_stories, all_tellings

MOST = 200
MOST_TAGS = 12
LONGEST_PART = 10_000
"""Characters of one part."""
LONGEST_TELLING = 3_600
"""Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDetails:
    """A story as it is typed; `seconds` as the stop-watch measured it."""

    title: str
    situation: str = ""
    task: str = ""
    action: str = ""
    result: str = ""
    tags: tuple[str, ...] = ()
    seconds: int | None = None


def bank(session: WorkSession, now: Now) -> Bank:
    """All stories, without looking at a round."""
    return bank_for(all_stories(session), all_tellings(session), asked_tags=asked_tags(session))


def add(session: WorkSession, details: StoryDetails, now: Now) -> str:
    """Keep a new story; returns its key."""
    tidy = _checked(details)
    if (session.scalar(select(func.count()).select_from(Story)) or 0) >= MOST:
        raise DetailsError(
            f"{MOST} stories are here. Nothing was stored. Remove some that you no longer tell.",
            "title",
        )
    with recorded(session, f"Kept the story: {tidy.title}", now):
        row = Story(title=tidy.title, made_at=now.instant, edited_at=now.instant)
        _write(row, tidy)
        session.add(row)
        session.flush()
    return row.uid


def edit(session: WorkSession, key: str, details: StoryDetails, now: Now) -> None:
    """Change a story."""
    row, tidy = _row(session, key), _checked(details)
    with recorded(session, f"Changed the story: {tidy.title}", now):
        _write(row, tidy)
        row.edited_at = now.instant


def measure(session: WorkSession, key: str, seconds: int, now: Now) -> None:
    """Keep how long a story took when it was told to the stop-watch."""
    row = _row(session, key)
    with recorded(session, f"Measured: {row.title}", now):
        row.seconds = _seconds(seconds)


def remove(session: WorkSession, key: str, now: Now) -> None:
    """Forget a story, and who heard it; Undo brings it back."""
    row = _row(session, key)
    with recorded(session, f"Removed the story: {row.title}", now):
        session.delete(row)


def told(
    session: WorkSession, key: str, interview_id: int, person_id: int | None, now: Now
) -> None:
    """Note who heard a story: one person, or everybody in a round. Twice is once."""
    row, interview = _row(session, key), session.get(Interview, interview_id)
    person = session.get(Person, person_id) if person_id is not None else None
    if interview is None or (person_id is not None and person is None):
        raise Gone("They are no longer here. Nothing was stored.")
    if person is not None and person.application_id != interview.application_id:
        raise DetailsError("This person belongs to another application.", "person")
    known = select(StoryTelling.id).where(
        StoryTelling.story_id == row.id,
        StoryTelling.interview_id == interview_id,
        StoryTelling.person_id.is_(None)
        if person_id is None
        else StoryTelling.person_id == person_id,
    )
    if session.scalar(known.limit(1)) is not None:
        return
    with recorded(session, f"Told: {row.title}", now):
        session.add(
            StoryTelling(
                story_id=row.id,
                interview_id=interview_id,
                person_id=person_id,
                at=min(interview.end, now.instant),
            )
        )


def not_told(session: WorkSession, key: str, round_key: str, now: Now) -> None:
    """Nobody in the round of that key heard the story after all."""
    row = _row(session, key)
    query = (
        select(StoryTelling)
        .join(Interview, Interview.id == StoryTelling.interview_id)
        .where(StoryTelling.story_id == row.id, Interview.uid == round_key)
    )
    with recorded(session, f"Not told: {row.title}", now):
        for telling in session.scalars(query):
            session.delete(telling)


def _row(session: WorkSession, key: str) -> Story:
    row = session.scalar(select(Story).where(Story.uid == key))
    if row is None:
        raise Gone("This story is no longer here. Nothing was changed.")
    return row


def _checked(details: StoryDetails) -> StoryDetails:
    tags = (checked.line(tag, "tags", "A tag", 40).casefold() for tag in details.tags)
    found = tuple(dict.fromkeys(tag for tag in tags if tag))
    if len(found) > MOST_TAGS:
        raise DetailsError(f"{MOST_TAGS} tags are enough. Nothing was stored.", "tags")
    return StoryDetails(
        title=checked.required(details.title, "title", "The title"),
        situation=checked.note(details.situation, "situation", "The situation", LONGEST_PART),
        task=checked.note(details.task, "task", "The task", LONGEST_PART),
        action=checked.note(details.action, "action", "The action", LONGEST_PART),
        result=checked.note(details.result, "result", "The result", LONGEST_PART),
        tags=found,
        seconds=_seconds(details.seconds) if details.seconds is not None else None,
    )


def _seconds(seconds: int) -> int:
    if not 0 < seconds <= LONGEST_TELLING:
        raise DetailsError("A story takes from a second to an hour. Nothing was stored.", "seconds")
    return seconds


def _write(row: Story, tidy: StoryDetails) -> None:
    row.title = tidy.title
    row.situation = tidy.situation
    row.task = tidy.task
    row.action = tidy.action
    row.result = tidy.result
    row.tags = list(tidy.tags)
    row.seconds = tidy.seconds
