"""JSON Feed, version 1 and 1.1, as https://www.jsonfeed.org/version/1.1/ describes it."""

from core.exchange.feed_parts import (
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    entry,
    newest,
    plain,
    web_link,
    written_instant,
)
from core.exchange.feed_text import FeedError
from core.exchange.json_text import JsonError, parse_json
from core.news.values import EntryRead, FeedKind, FeedRead

VERSION = "https://jsonfeed.org/version/1"
NO_FEED = "There is JSON at this address, but no feed. Look for another address on their news page."


def read_json(text: str, base: str) -> FeedRead:
    """The feed in a text; `base` is where it was found. Raises `FeedError`."""
    try:
        whole = parse_json(text)
    except JsonError as error:
        raise FeedError(f"It cannot be read: {error.reason}. It was not stored.") from error
    if not isinstance(whole, dict) or not _is_feed(whole):
        raise FeedError(NO_FEED)
    items = whole.get("items")
    if not isinstance(items, list):
        raise FeedError("Its feed has no list of entries (items). It was not stored.")
    return FeedRead(
        title=plain(whole.get("title"), LONGEST_TITLE, markup=False),
        kind=FeedKind.JSON,
        entries=newest(_entry(item, base) for item in items if isinstance(item, dict)),
    )


def _is_feed(whole: dict[str, object]) -> bool:
    version = whole.get("version")
    if not isinstance(version, str):
        return False
    return version.replace("http://", "https://").replace("//www.", "//").startswith(VERSION)


def _entry(item: dict[str, object], base: str) -> EntryRead | None:
    number = item.get("id")
    known = str(number) if isinstance(number, int | float) else number
    return entry(
        guid=known,
        title=plain(item.get("title"), LONGEST_TITLE, markup=False),
        link=web_link(item.get("url"), base) or web_link(item.get("external_url"), base),
        published=written_instant(item.get("date_published"))
        or written_instant(item.get("date_modified")),
        summary=_summary(item),
    )


def _summary(item: dict[str, object]) -> str:
    for name in ("summary", "content_text"):
        words = plain(item.get(name), LONGEST_SUMMARY, markup=False)
        if words:
            return words
    return plain(item.get("content_html"), LONGEST_SUMMARY)
