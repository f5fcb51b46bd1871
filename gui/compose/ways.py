"""The ways by which a message can be handed over, and which of them comes first. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from core.drafting.outgoing import Account
from core.playbook.values import Channel


class Way(StrEnum):
    """One way."""

    OPEN = "open"
    SEND = "send"
    DRAFTS = "drafts"
    COPY = "copy"
    PAGE = "page"
    SET_UP = "set up"


@dataclass(frozen=True, slots=True)
class WayWords:
    """What its button and its line in the menu say."""

    words: str
    icon: str


WAYS = {
    Way.OPEN: WayWords("Open in mail program", "mail"),
    Way.SEND: WayWords("Send", "send"),
    Way.DRAFTS: WayWords("Save to Drafts folder", "inbox"),
    Way.COPY: WayWords("Copy the message", "copy"),
    Way.PAGE: WayWords("Copy and open LinkedIn", "external-link"),
    Way.SET_UP: WayWords("Set up a mail account…", "settings"),
}
ALWAYS = frozenset({Way.COPY, Way.SET_UP})
"""Ways that nothing holds back."""


def ways_for(channel: Channel, account: Account | None) -> tuple[Way, ...]:
    """All ways, the usual one first."""
    if channel is Channel.LINKEDIN:
        return (Way.PAGE, Way.COPY)
    if channel is not Channel.EMAIL:
        return (Way.COPY,)
    if account is None:
        return (Way.OPEN, Way.COPY, Way.SET_UP)
    sends = (Way.SEND,) if account.outgoing is not None else ()
    keeps = (Way.DRAFTS,) if account.incoming is not None else ()
    return (*sends, Way.OPEN, *keeps, Way.COPY)
