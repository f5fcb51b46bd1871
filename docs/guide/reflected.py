"""Invented answers and two friends' replies, for the pictures of the guide."""

from __future__ import annotations

from datetime import date

from core.reflection.answers import (
    Answers,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    ListRow,
    NumberAnswer,
    PromiseRow,
    PromisesAnswer,
    Rating,
    RatingsAnswer,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)

QUICK: Answers = {
    "Q1": ContactsAnswer(
        rows=(
            ContactRow(
                key="p1",
                name="Dr. Ingrid van der Berg",
                role="Head of Planning",
                topic="a plan that the crew can still change at four in the morning",
            ),
            ContactRow(
                key="p2", name="Tomas Okafor", role="Team Lead", topic="the winter timetable"
            ),
        )
    ),
    "Q3": PromisesAnswer(rows=(PromiseRow(key="s1", text="route sample", due=date(2026, 5, 13)),)),
    "Q9": NumberAnswer(value=7),
    "Q10": ListAnswer(
        rows=(
            ListRow(
                key="w1",
                text="I asked for a second to think about the tide question, and then my answer was clear.",
            ),
            ListRow(
                key="w2", text="I had the relief rota on one page, so the talk became concrete"
            ),
        )
    ),
}
"""The first minutes of three."""

LONGER: Answers = {
    "Q2": TaggedListAnswer(
        rows=(
            TaggedRow(key="q1", text="How do you plan around the tide windows?", tags=("tides",)),
            TaggedRow(key="q2", text="Tell us of a plan that went wrong.", tags=("setbacks",)),
        )
    ),
    "Q7": TextAnswer(text="There were two of them, and both had read my cover letter."),
    "Q12": TextAnswer(text="Begin with the result, and then tell how it came about."),
    "Q14": RatingsAnswer(
        ratings=(
            Rating(item="punctuality", value=5),
            Rating(item="opening", value=3),
            Rating(item="listening", value=4),
            Rating(item="clarity", value=3),
            Rating(item="examples", value=4),
        )
    ),
}
"""What a whole quarter of an hour adds."""

REPLIES = (
    """Your name: Amara

A strength you heard:
You stay calm when something is unclear, and you ask.

One moment, and its situation:
The tide question.

What did I do or say then:
You asked for a second, and thought aloud.

What did it do to you as a listener:
I trusted the answer before it came.

One suggestion:
Tell the result first. I waited for it.
""",
    """Your name: Ben

A strength you heard:
Calm under pressure, with a page of your own in your hand.

One moment, and its situation:
The relief rota.

One suggestion:
Bring two of those pages, and leave them one.

One question to me:
What would you have asked, had there been five minutes more?
""",
)
