"""Feeds from the world: each is read or refused with a reason, soon, and says what others read in it."""

import ast
import codecs
import json
import re
import time
from datetime import UTC, datetime
from pathlib import PurePosixPath

import pytest

from core.exchange.feeds import FeedError, read_feed
from core.news.values import EntryRead, FeedKind, FeedRead, PageRead
from tests.core.exchange.registry import FEED_PACKAGES, cache_folder, fetch, real_feeds

BASE = "https://company.example/news/feed"
REQUIRED = 1_000
LONGEST_SECONDS = 3.0
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    folder = cache_folder()
    fetch(folder, FEED_PACKAGES)
    return real_feeds(folder)


def read(content: bytes) -> FeedRead | PageRead | str:
    try:
        return read_feed(content, "", BASE)
    except FeedError as error:
        return error.sentence


def assert_plain(entry: EntryRead, origin: str) -> None:
    assert entry.title, origin
    assert entry.guid, origin
    assert entry.link == "" or re.match(r"https?://[^\s@/]+", entry.link), (origin, entry.link)
    assert entry.published is None or entry.published.tzinfo is UTC, origin
    for text in (entry.title, entry.summary, entry.guid, entry.link):
        assert HIDDEN.search(text) is None, (origin, text)
    assert len(entry.title) <= 300, origin
    assert len(entry.summary) <= 600, origin


def test_each_is_read_as_plain_words_or_refused_with_a_reason(files: dict[str, bytes]) -> None:
    feeds = 0
    for origin, content in files.items():
        began = time.monotonic()
        told = read(content)
        assert time.monotonic() - began < LONGEST_SECONDS, origin
        if isinstance(told, str):
            assert told.endswith("."), origin
        elif isinstance(told, FeedRead):
            feeds += 1
            guids = [entry.guid for entry in told.entries]
            assert len(guids) == len(set(guids)), origin
            for entry in told.entries:
                assert_plain(entry, origin)
    assert feeds >= REQUIRED


def test_titles_and_times_are_those_that_another_reader_finds(files: dict[str, bytes]) -> None:
    """What the other project expects of each of its feeds stands beside it as JSON."""
    compared = 0
    for origin, content in files.items():
        if "podcastparser" in origin and origin.endswith(".rss"):
            expected = json.loads(files[str(PurePosixPath(origin).with_suffix(".json"))])
            told = read(content)
            assert isinstance(told, FeedRead), origin
            found = {(entry.title, entry.published) for entry in told.entries}
            named = {title for title, _ in found if not title.startswith("http")}
            for episode in expected["episodes"]:
                if episode["title"] in named:
                    moment = datetime.fromtimestamp(episode["published"], UTC)
                    known = moment if episode["published"] else None
                    assert (episode["title"], known) in found, origin
                    compared += 1
    assert compared >= 50


def test_any_script_arrives_as_it_was_meant(files: dict[str, bytes]) -> None:
    """Files in a hundred encodings, each with its expected title in a comment."""
    compared = 0
    for origin, content in files.items():
        expected = TITLE.search(content.decode("latin-1")) if "/encoding/x80" in origin else None
        declared = DECLARED.search(content.decode("latin-1"))
        if expected and declared and is_known(declared[1]):
            told = read(content)
            assert isinstance(told, FeedRead), origin
            assert told.title == ast.literal_eval(expected[1]), origin
            compared += 1
    assert compared >= 80


TITLE = re.compile(r"Expect:.*feed\['title'\]\s*==\s*('[^']*')")
DECLARED = re.compile(r"encoding=['\"]([^'\"]+)")


def is_known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


SECOND = EntryRead(
    guid="2",
    title="Title",
    link="https://example.org/second-item",
    published=datetime(2020, 1, 2, 21, tzinfo=UTC),
    summary="A summary",
)


def test_a_json_feed_tells_the_time_in_the_world_and_names_what_has_no_title(
    files: dict[str, bytes],
) -> None:
    told = read(files["reader-3.26/tests/data/full.json"])
    assert isinstance(told, FeedRead)
    assert (told.title, told.kind) == ("My Example Feed", FeedKind.JSON)
    assert told.entries[0] == SECOND
    assert told.entries[1].title == "Hello, world!"


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("full.rss", FeedKind.RSS, "RSS Title"),
        ("full.atom", FeedKind.ATOM, "Example Feed"),
    ],
)
def test_rss_and_atom_tell_title_and_newest_first(
    files: dict[str, bytes], name: str, kind: FeedKind, title: str
) -> None:
    told = read(files[f"reader-3.26/tests/data/{name}"])
    assert isinstance(told, FeedRead)
    assert (told.kind, told.title) == (kind, title)
    moments = [entry.published for entry in told.entries if entry.published is not None]
    assert len(told.entries) > 1
    assert moments == sorted(moments, reverse=True)


def test_links_are_absolute(files: dict[str, bytes]) -> None:
    told = read(files["reader-3.26/tests/data/relative.rss"])
    assert isinstance(told, FeedRead)
    assert told.entries[0].link == "https://company.example/news/blog/post/1"
    assert told.entries[0].title == "one two three"


def test_a_page_that_names_no_feed_is_a_page(files: dict[str, bytes]) -> None:
    assert read(files["reader-3.26/tests/data/sqlite_releases.html"]) == PageRead(feeds=())
