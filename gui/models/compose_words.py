"""What the composer says around a letter. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.clock import Now
from core.drafting.kinds import KINDS
from core.drafting.stages import GONE
from core.drafting.tone import Tone
from core.playbook.values import Channel
from gui import words
from gui.widgets.people_card import full_name
from gui.widgets.recipient_chips import Recipient

if TYPE_CHECKING:
    from core.use_cases.messages import Card, Composing

TONES = {Tone.WARM: "Warm", Tone.PLAIN: "Plain", Tone.FORMAL: "Formal"}
CHANNELS = {
    Channel.EMAIL: "E-mail",
    Channel.PHONE: "Phone",
    Channel.LINKEDIN: "LinkedIn",
    Channel.FACEBOOK: "Facebook",
    Channel.LETTER: "Letter",
    Channel.OTHER: "Another way",
}


def title_of(composing: Composing) -> str:
    """What the page is called: the step's title, else the kind and whom it is for."""
    if composing.step_title:
        return composing.step_title
    kind = KINDS[composing.draft.kind].noun
    names = [full_name(card.title, card.name) for card in composing.recipients]
    return f"{kind}: {words.listed(names)}" if names else kind


def sentence_of(composing: Composing, now: Now) -> str:
    """ "Halvorsen Maritime, Operations Planner. Best before 15:00 today." """
    where = ", ".join(filter(None, (composing.company, composing.role)))
    return f"{where}. {_until(composing, now)}".rstrip()


def _until(composing: Composing, now: Now) -> str:
    due = composing.step_due
    if due is None or composing.stage in GONE:
        return ""
    if due < now.instant:
        return "Still welcome today."
    day = words.day(due, now)
    time = words.clock_time(due, now.zone)
    return f"Best before {time} today." if day == "today" else f"Best before {time}, {day}."


def recipient_of(card: Card, channel: Channel) -> Recipient:
    """A contact card as a chip, with the address for that channel."""
    by_phone = channel is Channel.PHONE
    return Recipient(
        id=card.uid,
        name=full_name(card.title, card.name),
        monogram=card.name,
        address=card.phone if by_phone else card.email,
    )


def now_there(composing: Composing, now: Now) -> str:
    """ "It is Tuesday, 09:40 in Oslo": by the clock of those who read it."""
    zone = composing.situation.case.application_zone
    there = words.local(now.instant, zone)
    weekday = words.long_day(there.date()).split()[0].rstrip(",")
    return f"It is {weekday}, {words.clock_time(now.instant, zone)} {words.in_place(zone)}"
