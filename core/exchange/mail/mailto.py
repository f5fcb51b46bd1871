"""A short message as a link that opens the mail program."""

import re
from urllib.parse import quote

from core.drafting.outgoing import Outgoing
from core.exchange.mail.addresses import checked_line, wire_address
from core.plain_text import without_hidden

LONGEST_LINK = 1_800
"""Characters. Some systems cut longer ones without a word."""
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,240}>")


def mailto(letter: Outgoing) -> str | None:
    """The link, or None where the message is too long or has attachments: then its file is opened.

    Raises `LetterError` for what may not stand in a header.
    """
    if letter.attachments:
        return None
    to = ",".join(quote(wire_address(each.address), safe="@") for each in letter.to)
    subject = checked_line(letter.subject, "The subject")
    answered = letter.in_reply_to if _MESSAGE_ID.fullmatch(letter.in_reply_to) else ""
    fields = [("subject", subject), ("in-reply-to", answered), ("body", _lines(letter.body))]
    written = "&".join(f"{name}={quote(text, safe='')}" for name, text in fields if text)
    link = f"mailto:{to}?{written}"
    return link if len(link) <= LONGEST_LINK else None


def _lines(body: str) -> str:
    text = without_hidden(body).encode("utf-8", "replace").decode("utf-8")
    return text.rstrip("\n").replace("\n", "\r\n")
