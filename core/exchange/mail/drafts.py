"""Saving a message in the account's folder of drafts, never twice.

Each attempt looks for the Message-ID first. So an attempt whose end is unknown may simply be made again;
and a draft whose text has changed needs a new Message-ID, or it counts as saved.
"""

from dataclasses import dataclass
from datetime import datetime

from core.drafting.outbox import NotSent, Refused, Stage, Unknown
from core.drafting.outgoing import Account
from core.exchange.mail.connection import Conditions
from core.exchange.mail.folders import Folder, drafts_among
from core.exchange.mail.imap_session import ImapSession, imap_session
from core.exchange.mail.letter import Sealed
from core.exchange.mail.trouble import Trouble

_KEPT = "Nothing was saved there, and your draft is kept here."
_MAY_BE_THERE = "The draft may be saved there already. Try again: it is looked for first."


@dataclass(frozen=True, slots=True)
class Saved:
    """The draft lies in the account."""

    folder: str
    """As people read it."""
    before: bool
    """It was there already."""


Saving = Saved | Refused | NotSent | Unknown


def save_draft(
    sealed: Sealed,
    date: datetime,
    account: Account,
    password: str,
    conditions: Conditions | None = None,
) -> Saving:
    """Save it in the account's folder of drafts. Blocks: not for the window's own thread."""
    agreed = conditions or Conditions()
    handed_over = False
    try:
        with imap_session(account, password, agreed) as session:
            agreed.progress(Stage.ADDRESSING)
            folder = drafts_folder(session, account)
            if session.holds(folder, sealed.message_id):
                return Saved(folder.name, before=True)
            agreed.progress(Stage.UPLOADING)
            session.wire.allow(agreed.patience.answer)
            handed_over = True
            session.append(folder, sealed.content, date)
            return Saved(folder.name, before=False)
    except Trouble as trouble:
        if trouble.refused:
            return Refused(f"{trouble.sentence} {_KEPT}", trouble.permanent)
        if handed_over:
            return Unknown(f"{trouble.sentence} {_MAY_BE_THERE}")
        return NotSent(f"{trouble.sentence} {_KEPT}", trouble.cancelled)


def drafts_folder(session: ImapSession, account: Account) -> Folder:
    """Where drafts belong. Raises `Trouble`."""
    found = drafts_among(session.folders(), account.drafts_folder)
    if found is not None:
        return found
    if account.drafts_folder:
        what = f"The account has no folder “{account.drafts_folder}”."
    else:
        what = "The account has no folder that is known to be for drafts."
    raise Trouble(f"{what} Name one in Settings.", refused=True, permanent=True)
