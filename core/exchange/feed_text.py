"""From the bytes that a server sent to a text, and whether that text may be parsed at all.

A parser of feeds is generous, and a hostile feed makes it work for minutes. So what it is given
is small, holds no entities of its own, is not nested deeply, and has few attributes.
"""

import codecs
import re
from xml.parsers import expat

from core.refusal import Refusal

LARGEST = 2_000_000
"""Bytes of a feed, after unpacking."""
MOST_TAGS = 130_000
DEEPEST = 60
MOST_ATTRIBUTES = 100
MOST_CHILDREN = 20_000
"""Attributes and children of one element."""

_KNOWN = re.compile(
    r"utf-(8|16|32)(-[bl]e)?|iso8859-\d+|cp\d{3,4}|koi8-.|mac-\w+|tis-620|iso2022_jp"
    r"|big5(hkscs)?|gb2312|gbk|gb18030|euc_jp|euc_kr|shift_jis|johab"
)
"""Plain encodings by Python's names; none in which markup can hide, such as UTF-7."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""\s{0,100}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([^"'>]{1,40})""")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_UNLAWFUL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_PROLOG = re.compile(r"(?>\s+|<\?(?>.*?\?>)|<!--(?>.*?-->))*+", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^<>\[]*+(\[[^\]<]*+\]\s*+)?>", re.IGNORECASE)
_FIRST_TAG = re.compile(r"<\w")


class FeedError(Refusal):
    """What a server sent cannot be used. The sentence says why."""


def refuse_large(content: bytes) -> None:
    """Raises `FeedError` where there is more than a feed has."""
    if len(content) > LARGEST:
        raise FeedError(
            f"It is larger than {LARGEST // 1_000_000} MB. No feed is. It was not read."
        )


def text_of(content: bytes, content_type: str) -> str:
    """The text, in the encoding that fits best: what is said of it is often wrong."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _clean(content.decode(encoding, errors="replace"))
    for encoding in _said(content, content_type):
        if encoding != "utf-8" and not content.isascii() and _decoded(content, "utf-8"):
            break  # UTF-8 by its bytes, whatever is said
        text = _decoded(content, encoding)
        if text is not None:
            return _clean(text)
    return _clean(_guessed(content))


def lawful_xml(text: str) -> str:
    """The document without its prolog. Raises `FeedError` where a parser would suffer."""
    if text.count("<") > MOST_TAGS:
        raise FeedError("It has more parts than any feed. It was not read.")
    rest = _without_prolog(text)
    _walk(rest)
    return rest


def _said(content: bytes, content_type: str) -> list[str]:
    named = _CHARSET.search(content_type[:500])
    declared = _DECLARED.match(content[:500])
    names = [named[1]] if named else []
    if declared:
        names.append(declared[1].decode("ascii", errors="replace"))
    known = [_lookup(name) for name in names]
    return [name for name in known if name]


def _lookup(name: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9_.:-]{1,40}", name):
        return ""
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return ""
    if found in {"iso8859-1", "ascii"}:
        return "cp1252"  # what is meant by it
    return found if _KNOWN.fullmatch(found) else ""


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _guessed(content: bytes) -> str:
    """UTF-8 where most of it is; else what Western Windows writes."""
    text = content.decode("utf-8", errors="replace")
    if text.count("\ufffd") * 4 <= len(content) - len(content.translate(None, _HIGH)):
        return text
    return content.decode("cp1252", errors="replace")


_HIGH = bytes(range(128, 256))


def _clean(text: str) -> str:
    return _UNLAWFUL.sub("", text.removeprefix("\ufeff")).encode("utf-8", "ignore").decode()


def _without_prolog(text: str) -> str:
    """From the first element on; a DOCTYPE goes, unless it defines something."""
    found = _PROLOG.match(text)
    at = found.end() if found else 0
    if text[at : at + 9].lower() == "<!doctype":
        whole = _DOCTYPE.match(text, at)
        if whole is None:
            raise FeedError(
                "It defines words of its own (entities), as no feed does. It was not read."
            )
        found = _PROLOG.match(text, whole.end())
        at = found.end() if found else whole.end()
    first = _FIRST_TAG.search(text, at)
    start = first.start() if first else len(text)
    if "<!entity" in text[at:start].lower() or "<!doctype" in text[at:start].lower():
        raise FeedError("It defines words of its own (entities), as no feed does. It was not read.")
    return text[start:]


def _walk(text: str) -> None:
    """Go through it with a parser that is not generous. Where it is no XML, the walk ends."""
    walk = _Walk()
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.enter
    parser.EndElementHandler = walk.leave
    parser.StartDoctypeDeclHandler = walk.define
    try:
        parser.Parse(text, True)
    except expat.ExpatError:
        return


class _Walk:
    def __init__(self) -> None:
        self._children = [0]

    def enter(self, name: str, attributes: dict[str, str]) -> None:
        self._children[-1] += 1
        if self._children[-1] > MOST_CHILDREN or len(attributes) > MOST_ATTRIBUTES:
            raise FeedError("It has more parts than any feed. It was not read.")
        self._children.append(0)
        if len(self._children) > DEEPEST:
            raise FeedError("It is nested deeper than any feed. It was not read.")

    def leave(self, name: str) -> None:
        self._children.pop()

    def define(self, name: str, system: str | None, public: str | None, subset: bool) -> None:
        raise FeedError("It defines words of its own (entities), as no feed does. It was not read.")
