"""What an event says in words: kept whole, and where something has to be cut, that is said."""

from dataclasses import dataclass

from icalendar import Component

from core.exchange.calendar_parts import text_of

LONGEST_SUMMARY = 1_000
LONGEST_PLACE = 500
LONGEST_DESCRIPTION = 98_000
"""With the title before it, this fits into the notes of an interview."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """`description` begins with what of title and place did not fit there."""

    summary: str
    location: str
    description: str
    written: str
    """The description as the file has it, to guess from."""
    notes: tuple[str, ...]


def read_words(event: Component) -> EventWords:
    """The title, the place and the description of an event."""
    summary = " ".join(text_of(event, "SUMMARY").split())
    location = " ".join(text_of(event, "LOCATION").split())
    written = text_of(event, "DESCRIPTION")
    long_ones = [
        (what, text)
        for what, text, limit in (
            ("title", summary, LONGEST_SUMMARY),
            ("place", location, LONGEST_PLACE),
        )
        if len(text) > limit
    ]
    whole = "\n\n".join((*(text for _, text in long_ones), *([written] if written else [])))
    notes = [f"Its {what} is too long and was cut; the notes hold it." for what, _ in long_ones]
    if len(whole) > LONGEST_DESCRIPTION:
        notes.append("Its text is longer than the notes can hold; the end was cut.")
    return EventWords(
        summary=summary[:LONGEST_SUMMARY],
        location=location,
        description=whole[:LONGEST_DESCRIPTION],
        written=written[:LONGEST_DESCRIPTION],
        notes=tuple(notes),
    )
