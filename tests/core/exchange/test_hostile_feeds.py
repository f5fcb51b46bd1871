"""Feeds that mean harm: answered soon, with a sentence or with what can be used."""

import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.exchange.feed_text import LARGEST
from core.exchange.feeds import FeedError, read_feed
from core.news.values import FeedRead, PageRead

BASE = "https://acme.example/feed"
HEAD = b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>'
ATOM = b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
END = b"</channel></rss>"
BAD = b"&nothing;"
"""No parser that keeps to the rules goes on after it."""
MOST = 129_000
LONGEST_SECONDS = 60
"""The slowest takes four on a quiet machine; without the limits, minutes."""


def filled(begin: bytes, part: bytes, end: bytes = b"", most: int = LARGEST) -> bytes:
    return begin + part * min(most, (LARGEST - len(begin) - len(end)) // len(part)) + end


def numbered(part: str, count: int) -> bytes:
    return "".join(part.replace("#", str(number)) for number in range(count)).encode()


ENTRY = (
    "<item><title>News #</title><link>https://acme.example/#</link><guid>#</guid>"
    "<pubDate>Tue, 12 May 2026 09:00:00 GMT</pubDate><description>Some words.</description></item>"
)
LAUGHS = b'<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

HOSTILE: dict[str, Callable[[], bytes]] = {
    "ten thousand entries": lambda: HEAD + numbered(ENTRY, 10_000) + END,
    "ten thousand entries, broken": lambda: HEAD + BAD + numbered(ENTRY, 10_000),
    "small entries": lambda: filled(HEAD, b"<item><title>d</title></item>", END, most=19_000),
    "elements without end": lambda: filled(HEAD, b"<a>", most=MOST),
    "elements without end, broken": lambda: filled(HEAD + BAD, b"<a>", most=MOST),
    "entries without end": lambda: filled(HEAD, b"<item>"),
    "entries without end, broken": lambda: filled(HEAD + BAD, b"<item>", most=MOST),
    "blocks without end": lambda: filled(HEAD + BAD + b"<item><description>", b"<div>", most=MOST),
    "tags that do not close": lambda: filled(HEAD, b"<a ", most=MOST),
    "more tags than any": lambda: filled(HEAD, b"<"),
    "ends alone": lambda: filled(HEAD, b"</a>", most=MOST),
    "one element of many attributes": lambda: HEAD + b"<item " + numbered(" a#='b'", 150_000) + b"/>",
    "the same, broken": lambda: HEAD + BAD + b"<item " + numbered(" a#='b'", 150_000) + b"/>",
    "many elements of some attributes": lambda: HEAD + (b"<a" + numbered(" a#='b'", 99) + b"/>") * 2_000,
    "many spaces of names": lambda: HEAD + numbered("<item xmlns:a#='u:#'/>", 60_000) + END,
    "entity upon entity": lambda: LAUGHS + HEAD[21:] + b"<item><title>&b;</title></item>" + END,
    "an entity behind junk": lambda: b"x" + LAUGHS + HEAD + b"<item><title>&b;</title></item>",
    "an entity from a file": lambda: b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    b"<rss version='2.0'><channel><item><title>&a;</title></item></channel></rss>",
    "a file of definitions": lambda: b'<!DOCTYPE rss SYSTEM "file:///etc/passwd">' + HEAD[21:] + END,
    "entities in UTF-16": lambda: (LAUGHS.decode() + "<rss>&b;</rss>").encode("utf-16"),
    "references": lambda: filled(HEAD + b"<item><title>", b"&amp;", b"</title></item>" + END),
    "references to nothing": lambda: filled(HEAD + b"<item><title>", b"&a;"),
    "references that do not end": lambda: filled(HEAD + b"<item><title>", b"&a"),
    "sections": lambda: filled(HEAD + BAD + b"<item><title>", b"<![CDATA[a]]>", most=MOST),
    "sections without end": lambda: filled(HEAD + BAD + b"<item><title>", b"<![CDATA[", most=MOST),
    "comments without end": lambda: filled(HEAD + BAD, b"<!--", most=MOST),
    "definitions without end": lambda: filled(HEAD + BAD, b"<!DOCTYPE a [", most=MOST),
    "blanks in tags": lambda: filled(HEAD + BAD, b"<a            ", most=MOST),
    "blanks before all": lambda: filled(b"", b"\n"),
    "comments before all": lambda: filled(b"", b"<!-- -->", HEAD, most=MOST),
    "openings before all": lambda: filled(b"", b"<!--", most=MOST),
    "quotes without end": lambda: filled(HEAD + BAD + b"<a b='", b"x"),
    "a date of digits": lambda: filled(HEAD + b"<item><pubDate>", b"1 "),
    "dates of nonsense": lambda: filled(HEAD, b"<item><pubDate>xxxxxxxx yyyyyyy</pubDate></item>"),
    "a link of steps": lambda: filled(HEAD + b"<item><link>", b"../", b"</link></item>" + END),
    "links of one entry": lambda: filled(ATOM, b"<link href='x'/>", most=MOST),
    "links of one entry, broken": lambda: filled(ATOM + BAD, b"<link href='x'/>", most=MOST),
    "contents of one entry": lambda: filled(ATOM, b"<content type='html'>x</content>"),
    "contents of one entry, broken": lambda: filled(ATOM + BAD, b"<content>x</content>", most=49_000),
    "an author of brackets": lambda: filled(HEAD + b"<item><author>a", b"("),
    "markup in words": lambda: filled(HEAD + b"<item><description>", b"&lt;a", b"</description></item>"),
    "zeros": lambda: bytes(LARGEST),
    "bytes": lambda: filled(b"", bytes(range(256))),
    "JSON without end": lambda: filled(b'{"a":', b"["),
    "a number of JSON": lambda: filled(b'{"a":', b"9", b"}"),
    "items of JSON": lambda: b'{"version":"https://jsonfeed.org/version/1","items":['
    + numbered('{"id":"#"},', 120_000) + b'{"id":"x"}]}',
    "a page of links": lambda: filled(b"<html>", b"<link "),
    "a page of declarations": lambda: filled(b"<html>", b"<!"),
    "a page of dashes": lambda: filled(b"<html><!--", b"-"),
    "a page of comments": lambda: filled(b"<html>", b"<!--"),
    "a page of sections": lambda: filled(b"<html>", b"<![CDATA["),
    "a page of instructions": lambda: filled(b"<html>", b"<?"),
    "a page of quotes": lambda: filled(b"<html>", b"<a b='"),
    "a page of script": lambda: filled(b"<html><script>", b"</"),
    "a page of feeds": lambda: filled(b"<html>", b"<link rel=alternate type=application/rss+xml href=/a>"),
}  # fmt: skip


def answered(content: bytes) -> FeedRead | PageRead | str:
    try:
        told = read_feed(content, "", BASE)
    except FeedError as error:
        return error.sentence
    if isinstance(told, FeedRead):
        assert len(told.entries) <= 500
    else:
        assert len(told.feeds) <= 12
    return told


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_feed_is_answered_soon(kind: str) -> None:
    content = HOSTILE[kind]()
    assert len(content) <= LARGEST
    began = time.monotonic()
    answered(content)
    assert time.monotonic() - began < LONGEST_SECONDS


def test_of_ten_thousand_entries_the_newest_are_kept() -> None:
    told = answered(HEAD + numbered(ENTRY, 10_000) + END)
    assert isinstance(told, FeedRead)
    assert [entry.title for entry in told.entries[:2]] == ["News 0", "News 1"]
    assert len(told.entries) == 500


@pytest.mark.parametrize(
    "kind",
    ["entity upon entity", "an entity behind junk", "an entity from a file", "entities in UTF-16"],
)
def test_entities_are_refused_by_name(kind: str) -> None:
    told = answered(HOSTILE[kind]())
    assert isinstance(told, str)
    assert "entities" in told


def test_more_than_two_megabytes_are_refused() -> None:
    told = answered(filled(HEAD, b" ", END) + b"   " * 10)
    assert told == "It is larger than 2 MB. No feed is. It was not read."


# ------------------------------------------------------------------ anything at all

PIECES = [
    *(b"<rss version='2.0'>", b"<channel>", b"<item>", b"</item>", b"<title>", b"</title>"),
    *(b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry>", b"</entry>", b"<link href='x'/>"),
    *(b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<!DOCTYPE a [", b"<!ENTITY a 'b'>", b"]>", b"&a;"),
    *(b"<pubDate>", b"12 May 2026", b"</pubDate>", b"<guid>", b"\xff\xfe", b"\0", b"<?xml ", b"?>"),
    *(
        b"<html>",
        b"{",
        b'"version":',
        b'"https://jsonfeed.org/version/1"',
        b",",
        b'"items":[{}]',
        b"}",
    ),
    *(
        b"encoding='utf-16'?>",
        b"<content type='xhtml'>",
        b"<div>",
        b"xml:base='http://['",
        b"&#xD800;",
    ),
]


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=6), max_size=25))
def test_any_pieces_are_read_or_refused(pieces: list[bytes]) -> None:
    answered(b"".join(pieces))


@settings(max_examples=300)
@given(st.data())
def test_a_damaged_feed_is_read_or_refused(data: st.DataObject) -> None:
    whole = HEAD + numbered(ENTRY, 3) + END
    at = data.draw(st.integers(0, len(whole)))
    put = data.draw(st.binary(max_size=10) | st.sampled_from(PIECES))
    with suppress(UnicodeError):
        answered(whole[:at] + put + whole[at + data.draw(st.integers(0, 40)) :])
