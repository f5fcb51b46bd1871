"""A message on its way to the mail program: as a link where it is short, else as a file.

Runs in the Desk's thread; the mail modules load there. Nothing of it proves that anything was sent.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid4, uuid5
from zoneinfo import ZoneInfo

from core.clock import Now
from core.drafting.outgoing import Account, AttachedFile, Mailbox, Outgoing, message_id
from core.mail_program import mail_program
from core.paths import make_private

if TYPE_CHECKING:
    from core.database import WorkSession
    from core.use_cases.messages import Composing

PREFIX = "afterword-letter-"
KEPT_SECONDS = 24 * 3600
"""Mail programs may read the file late; after a day it goes."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A message for the clipboard."""

    text: str
    html: str


@dataclass(frozen=True, slots=True)
class Opened:
    """What the mail program is to open."""

    url: str
    """A mailto link or a file's address."""
    possible: bool
    """False where the desktop says that nothing opens mail."""
    copied: Copied


def prepare(session: WorkSession, draft_id: int, now: Now) -> Opened:
    """A link or a private file that the mail program opens. Raises `LetterError`."""
    from core.exchange.mail.letter import build
    from core.exchange.mail.mailto import mailto
    from core.use_cases import messages

    composing = messages.compose(session, draft_id, now)
    letter = outgoing_of(composing, "", now)
    url = mailto(letter)
    if url is None:
        content = build(letter).content
        url = write_private(content, _file_name(composing.draft.subject)).as_uri()
    return Opened(url, mail_program() != "", copy(session, draft_id, now))


def for_drafts(session: WorkSession, draft_id: int, now: Now) -> tuple[Outgoing, Account | None]:
    """A message for the account's folder of drafts, and the account.

    The same text has the same Message-ID, by which it is saved once.
    """
    from core.use_cases import messages
    from core.use_cases.account import account

    owner = account(session, now)
    address = owner.address if owner is not None else ""
    composing = messages.compose(session, draft_id, now)
    letter = outgoing_of(composing, address, now)
    token = uuid5(
        NAMESPACE_OID, repr((draft_id, letter.to, letter.subject, letter.body, letter.attachments))
    )
    return replace(letter, message_id=message_id(token.hex, address)), owner


def copy(session: WorkSession, draft_id: int, now: Now) -> Copied:
    """The text as it is pasted, plain and rich."""
    from core.exchange.mail.letter import as_html
    from core.use_cases import messages

    body = messages.compose(session, draft_id, now).draft.body
    return Copied(body, as_html(body))


def outgoing_of(composing: Composing, sender: str, now: Now) -> Outgoing:
    """The message, complete; `sender` may be empty where the mail program knows it."""
    me = composing.situation.me
    return Outgoing(
        sender=Mailbox(address=sender, name=me.name),
        to=tuple(
            Mailbox(address=card.email, name=card.name)
            for card in composing.recipients
            if card.email
        ),
        subject=composing.draft.subject,
        body=composing.draft.body,
        date=now.instant.astimezone(ZoneInfo(now.zone)),
        message_id=message_id(uuid4().hex, sender),
        attachments=composing.attachments,
        in_reply_to=composing.answers,
        references=(composing.answers,) if composing.answers else (),
        draft=True,
    )


def look_at_files(
    session: WorkSession, paths: tuple[str, ...], now: Now
) -> tuple[AttachedFile, ...]:
    """The files as they are now. Raises `LetterError` for what cannot go along."""
    from core.exchange.mail.attachments import attach

    return tuple(attach(Path(path)) for path in paths)


def write_private(content: bytes, name: str) -> Path:
    """The content as a file that only its owner reads; those of days before go."""
    _remove_old()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    path = folder / name
    make_private(path)
    path.write_bytes(content)
    return path


def _remove_old() -> None:
    oldest = time.time() - KEPT_SECONDS
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            if folder.stat().st_mtime < oldest:
                for file in folder.iterdir():
                    file.unlink()
                folder.rmdir()
        except OSError:
            continue  # another user's, or still open


def _file_name(subject: str) -> str:
    plain = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in subject)
    return f"{' '.join(plain.split())[:60] or 'Letter'}.eml"
