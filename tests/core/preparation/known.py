"""A round to prepare, as the tests of its rules tell of it."""

from datetime import UTC, date, datetime

from core.preparation.values import Attendee, Before, Known, Round, Story
from core.reflection.answers import (
    Answers,
    ContactRow,
    ContactsAnswer,
    EachAnswer,
    ListAnswer,
    ListRow,
    PickAnswer,
    RowChoice,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)

TODAY = date(2026, 5, 12)

SECOND = Round(
    key="r2",
    company="Halvorsen Maritime",
    role="Operations Planner",
    number=2,
    start=datetime(2026, 5, 20, 12, tzinfo=UTC),
    end=datetime(2026, 5, 20, 13, 30, tzinfo=UTC),
    zone="Europe/Oslo",
)
INGRID = Attendee(key="p1", name="Dr. van der Berg", full_name="Dr. Ingrid van der Berg")

ANSWERS: Answers = {
    "Q1": ContactsAnswer(
        rows=(
            ContactRow(key="a", name="Ingrid van der Berg", topic="the 4 a.m. plan"),
            ContactRow(key="b", name="Tomas Okafor", topic="the new berth"),
        )
    ),
    "Q2": TaggedListAnswer(
        rows=(
            TaggedRow(key="q1", text="Why did you leave?", tags=("motivation",)),
            TaggedRow(key="q2", text="How do you plan a week?", tags=("planning",)),
        )
    ),
    "Q5": ListAnswer(
        rows=(
            ListRow(key="m1", text="I keep calm at night"),
            ListRow(key="m2", text="I know the port"),
            ListRow(key="m3", text="I learn fast"),
        )
    ),
    "Q6": EachAnswer(
        choices=(
            RowChoice(row="m1", choice="no"),
            RowChoice(row="m2", choice="yes"),
            RowChoice(row="m3", choice="partly"),
        )
    ),
    "Q11": PickAnswer(row="q2", text="planning under pressure"),
    "Q13": PickAnswer(row="q1", text="I had no short answer"),
    "Q20": TextAnswer(text="Whether I can lead a night shift"),
    "Q26": TextAnswer(text="You were honest, and that is worth more than a smooth answer."),
}
BEFORE = Before(key="f1", round_number=1, answers=ANSWERS)


NOTHING = Known(round=SECOND, today=TODAY)
"""A second round of which nothing else is known yet."""


def whole_story(key: str, *, tags: tuple[str, ...] = (), seconds: int | None = None) -> Story:
    """A story with all four parts."""
    return Story(
        key=key,
        title=f"Story {key}",
        situation="A ship was late",
        task="I had to plan anew",
        action="I called the crews",
        result="She left on time",
        tags=tags,
        seconds=seconds,
    )
