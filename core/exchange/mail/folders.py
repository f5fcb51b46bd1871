"""The folders of an IMAP account: their names, and which of them holds drafts."""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass

_LISTED = re.compile(rb'\((?P<flags>[^()]*)\) (?P<parted>"\\?."|NIL) (?P<name>.+)', re.DOTALL)
_ENCODED = re.compile(r"&([^-]*)-")
_USUAL = frozenset(
    {
        *("drafts", "draft", "entwürfe", "entwurf", "brouillons", "borradores", "bozze"),
        *("concepten", "rascunhos", "utkast", "udkast", "kladder", "luonnokset", "szkice"),
        *("wersje robocze", "koncepty", "rozepsané", "piszkozatok", "schițe", "taslaklar"),
        *("черновики", "чернетки", "πρόχειρα", "下書き", "草稿", "草稿箱", "임시 보관함"),
    }
)
"""Names of the folder in many languages, for servers that mark none."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder, as the server lists it."""

    wire: str
    """Its name as the server writes it: ASCII, in modified UTF-7."""
    name: str
    """Its name as people read it."""
    flags: frozenset[str]
    """Lower case, such as "\\drafts"."""
    last: str
    """The last part of the name."""


def decode_name(wire: str) -> str:
    """A folder's name from modified UTF-7 (RFC 3501, 5.1.3); what is none stays as it is."""
    return _ENCODED.sub(_decoded, wire)


def encode_name(name: str) -> str:
    """A folder's name in modified UTF-7."""
    pieces = re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", name)
    return "".join(
        piece.replace("&", "&-") if piece[0].isascii() and piece[0].isprintable() else _coded(piece)
        for piece in pieces
    )


def quoted(text: str) -> str:
    """A word for the server, which may hold blanks."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def read_folder(listed: object) -> Folder | None:
    """One line of an answer to LIST, as imaplib gives it; None for what cannot be used."""
    literal = isinstance(listed, tuple)
    parts = listed if isinstance(listed, tuple) else (listed,)
    if not all(isinstance(part, bytes) for part in parts):
        return None
    found = _LISTED.fullmatch(b"".join(parts[:1]))
    if found is None:
        return None
    raw = parts[1] if literal else _unquoted(found["name"])
    wire = raw.decode("ascii", "replace")
    if not wire.isascii() or not wire.isprintable() or not wire:
        return None
    mark = _unquoted(found["parted"]).decode("ascii", "replace")
    name = decode_name(wire)
    flags = frozenset(found["flags"].decode("ascii", "replace").lower().split())
    last = name.rpartition(mark)[2] if found["parted"] != b"NIL" else name
    return Folder(wire, name, flags, last)


def drafts_among(folders: Iterable[Folder], wanted: str = "") -> Folder | None:
    """The folder named by the user, else the one marked by the server, else one of a usual name."""
    usable = [each for each in folders if not each.flags & {"\\noselect", "\\nonexistent"}]
    if wanted:
        return next((each for each in usable if each.name == wanted), None)
    marked = (each for each in usable if "\\drafts" in each.flags)
    usual = (each for each in usable if each.last.casefold() in _USUAL)
    return next(marked, None) or next(usual, None)


def _unquoted(name: bytes) -> bytes:
    if len(name) >= 2 and name.startswith(b'"') and name.endswith(b'"'):
        return re.sub(rb"\\(.)", rb"\1", name[1:-1], flags=re.DOTALL)
    return name


def _decoded(found: re.Match[str]) -> str:
    coded = found[1]
    if not coded:
        return "&"
    try:
        padding = "=" * (-len(coded) % 4)
        raw = base64.b64decode(coded.replace(",", "/") + padding, validate=True)
        return raw.decode("utf-16-be")
    except ValueError:
        return found[0]


def _coded(piece: str) -> str:
    raw = base64.b64encode(piece.encode("utf-16-be", "replace")).decode("ascii")
    return f"&{raw.rstrip('=').replace('/', ',')}-"
