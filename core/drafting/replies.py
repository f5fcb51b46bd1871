"""A reply that the user received, as a value."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedReply:
    """What came back: pasted, or read from a mail file. Plain text; what is not known is empty."""

    at: datetime
    """When it was sent to the user (UTC); of what was pasted, when it was pasted."""
    body: str
    sender: str = ""
    """A name."""
    address: str = ""
    subject: str = ""
    mail_id: str = ""
    """Its Message-ID, with angle brackets."""
    in_reply_to: str = ""
    """The Message-ID of what it answers."""
