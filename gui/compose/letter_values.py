"""The letter in the window as values: for the checks, and for storing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from core.drafting.outgoing import AttachedFile
from core.drafting.values import Draft, Situation
from gui.widgets.notes_panel import Note

if TYPE_CHECKING:
    from core.drafting.tone import Tone
    from core.playbook.values import Channel
    from core.use_cases.messages import Composing, DraftText

TOPIC_WORDS_USED = 0.5
"""A note counts as used when the letter holds at least this share of its longer words."""
LONG_WORD = 4


class Letter:
    """What the user chose and typed, beside what stands in the editor: mutable, of one message."""

    def __init__(self, composing: Composing) -> None:
        self.composing = composing
        draft = composing.draft
        self.channel: Channel = draft.channel
        self.tone: Tone = composing.tone
        self.language = draft.language
        self.ticks = draft.ticks
        self.send_at: datetime | None = draft.send_at
        self.attachments = {one.path: one for one in composing.attachments}

    def draft(self, subject: str, body: str, to: Sequence[str], files: Sequence[str]) -> Draft:
        """For the checks: the draft as it stands in the window."""
        return replace(
            self.composing.draft,
            channel=self.channel,
            to=tuple(to),
            subject=subject,
            body=body,
            attachments=tuple(files),
            send_at=self.send_at,
            language=self.language,
            ticks=self.ticks,
        )

    def text(self, subject: str, body: str, to: Sequence[str], files: Sequence[str]) -> DraftText:
        """For storing."""
        from core.use_cases.messages import DraftText

        cards = {card.uid: card.id for card in self.composing.people}
        return DraftText(
            subject=subject,
            body=body,
            to=tuple(cards[each] for each in to if each in cards),
            channel=self.channel,
            tone=self.tone,
            language=self.language,
            ticks=self.ticks,
            attachments=attached(files, self.attachments),
            send_at=self.send_at,
        )


def attached(files: Sequence[str], known: Mapping[str, AttachedFile]) -> tuple[AttachedFile, ...]:
    """The files as they were when they were chosen."""
    return tuple(known[path] for path in files if path in known)


def notes_of(situation: Situation, to: Sequence[str], body: str) -> tuple[Note, ...]:
    """What was captured of these people, and of nobody, with whether the letter speaks of it."""
    told = [topic for topic in situation.topics if topic.person is None or topic.person in to]
    spoken = set(_words(body))
    return tuple(Note(topic.text, _is_used(topic.text, spoken)) for topic in told)


def _is_used(text: str, spoken: set[str]) -> bool:
    long = {word for word in _words(text) if len(word) >= LONG_WORD}
    return bool(long) and len(long & spoken) >= TOPIC_WORDS_USED * len(long)


def _words(text: str) -> list[str]:
    return "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()
