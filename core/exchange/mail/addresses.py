"""What may stand in the header of a message: addresses, names and one-line texts.

A header ends at a line break, so whoever puts a line break into a name could write headers of their
own. Such text is refused with a sentence, as is what hides the order of letters from the reader.
"""

import re
import unicodedata
from email.header import Header

from core.drafting.outgoing import Mailbox
from core.plain_text import without_hidden
from core.refusal import Refusal

LONGEST_LINE = 500
"""Characters of a subject, a name or a file name."""
LONGEST_ADDRESS = 254
_KEPT = "Nothing was sent, and your draft is kept."
_LOCAL = re.compile(r"[^\s@<>()\[\],;:\\\"\x00-\x20\x7f]{1,64}")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9 !#$%&'*+/=?^_`{|}~-]*")


class LetterError(Refusal):
    """A message that cannot leave as it is. Nothing was sent."""


def checked_line(text: str, what: str) -> str:
    """The text as one line, without blanks around it; `what` names it: "The subject".

    Raises `LetterError` for line breaks, control characters, and what turns the direction of text.
    """
    line = text.strip()
    if len(line) > LONGEST_LINE:
        raise LetterError(f"{what} is longer than {LONGEST_LINE} characters. Shorten it. {_KEPT}")
    if len(line.splitlines()) > 1 or "\t" in line:
        raise LetterError(f"{what} has more than one line. Write it on one. {_KEPT}")
    if without_hidden(line) != line or not _is_writable(line):
        raise LetterError(f"{what} holds hidden characters. Type it anew. {_KEPT}")
    return line


def wire_address(address: str) -> str:
    """The address as servers want it: the domain in ASCII, the part before it as it is.

    Raises `LetterError` for what is no address.
    """
    text = unicodedata.normalize("NFC", address.strip())
    local, at, domain = text.rpartition("@")
    good = at and len(text) <= LONGEST_ADDRESS and _is_local(local)
    labels = [_wire_label(label) for label in domain.lower().split(".")]
    if not good or not all(labels):
        shown = " ".join(without_hidden(address).split())[:80]
        raise LetterError(f"“{shown}” is no e-mail address. Correct it. {_KEPT}")
    return f"{local}@{'.'.join(labels)}"


def is_beyond_ascii(address: str) -> bool:
    """Whether only servers with SMTPUTF8 can take this (wire) address."""
    return not address.isascii()


def header_text(line: str, name: str) -> str:
    """A checked line as it stands in the header `name`, folded."""
    plain = line.isascii() and "=?" not in line and len(line) < 70
    return line if plain else _encoded(line, len(name) + 2)


def header_mailbox(mailbox: Mailbox, what: str) -> str:
    """Name and address as they stand in a header, folded between the two."""
    address = wire_address(mailbox.address)
    name = checked_line(mailbox.name, f"The name of {what}")
    if not name:
        return address
    if not name.isascii() or "=?" in name or len(name) > 60:
        return f"{_encoded(name, 10)}\r\n <{address}>"
    if _PLAIN_NAME.fullmatch(name):
        return f"{name} <{address}>"
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}" <{address}>'


def _encoded(line: str, used: int) -> str:
    """As encoded words (RFC 2047), each complete in itself."""
    return Header(line, "utf-8", maxlinelen=75, header_name="x" * used).encode(linesep="\r\n")


def _is_writable(text: str) -> bool:
    """Lone surrogates cannot be written in any encoding."""
    return not any("\ud800" <= each <= "\udfff" for each in text)


def _is_local(local: str) -> bool:
    whole = _LOCAL.fullmatch(local) is not None and without_hidden(local) == local
    return whole and _is_writable(local) and not re.search(r"^\.|\.\.|\.$", local)


def _wire_label(label: str) -> str:
    """One part of a domain; empty where it is none."""
    letters = all(
        each.isalnum() or each == "-" or unicodedata.category(each).startswith("M")
        for each in label
    )
    if not letters or label.startswith("-") or label.endswith("-"):
        return ""
    wire = label if label.isascii() else f"xn--{label.encode('punycode').decode('ascii')}"
    return wire if len(wire) <= 63 else ""
