"""A message that is to leave, and the account through which it leaves. Values only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A person's e-mail address, and the name shown with it."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file on this machine, as it was when it was attached."""

    path: str
    name: str
    """What the recipient sees."""
    mime: str
    """Such as "application/pdf"."""
    size: int
    """Bytes."""
    modified_ns: int
    """Its time of change, in nanoseconds as the file system tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedBytes:
    """An attachment that Afterword itself made."""

    name: str
    mime: str
    content: bytes


Attachment = AttachedFile | AttachedBytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One message, complete. The same message keeps its `message_id` at every attempt."""

    sender: Mailbox
    to: tuple[Mailbox, ...]
    subject: str
    body: str
    """Plain text."""
    date: datetime
    """Aware, in the sender's own zone: the recipient sees its offset."""
    message_id: str
    """With its angle brackets; see `message_id`."""
    attachments: tuple[Attachment, ...] = ()
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    draft: bool = False
    """To be opened for sending in a mail program, instead of being shown as received."""


def message_id(token: str, address: str) -> str:
    """The lasting id of a message: `token` is unique (such as a UUID's digits), `address` the
    sender's. Made once, when the message is put into the outbox, and stored with it.
    """
    domain = address.partition("@")[2]
    plain = domain.isascii() and all(each.isalnum() or each in "-." for each in domain)
    return f"<{token}@{domain.lower() if domain and plain else 'afterword.invalid'}>"


class Security(StrEnum):
    """How the way to a server is encrypted. There is no way without."""

    TLS = "tls"
    """From the first byte; usual ports 465 and 993."""
    STARTTLS = "starttls"
    """After a first word in the clear; usual ports 587 and 143."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A mail account. Its password lies in the system's keyring, under the address."""

    address: str
    name: str = ""
    user: str = ""
    """What the servers call the user; empty: they ask for no password."""
    outgoing: Server | None = None
    """The SMTP server; None: this account only keeps drafts."""
    incoming: Server | None = None
    """The IMAP server, for drafts; None: this account only sends."""
    drafts_folder: str = ""
    """Named by the user; empty: found."""
    certificates: str = ""
    """The path of a file of further certificates to trust, for a server of one's own."""
