"""RSS and Atom, by a parser that has seen every way to write them."""

import io

from core.exchange.feed_parts import (
    LONGEST_SUMMARY,
    LONGEST_TITLE,
    entry,
    instant,
    newest,
    plain,
    web_link,
)
from core.exchange.feed_text import FeedError, lawful_xml
from core.news.values import EntryRead, FeedKind, FeedRead

NO_FEED = "There is no feed at this address. Look for “RSS” or “Atom” on the company's news page."


def read_xml(text: str, base: str) -> FeedRead:
    """The feed in a text; `base` is where it was found. Raises `FeedError`."""
    document = '<?xml version="1.0" encoding="utf-8"?>' + lawful_xml(text)
    parsed = _parse(document, base)
    version = dict.get(parsed, "version")
    entries = dict.get(parsed, "entries")
    if not version and not entries:
        raise FeedError(NO_FEED)
    head = dict.get(parsed, "feed")
    return FeedRead(
        title=_text(head, "title", LONGEST_TITLE) if isinstance(head, dict) else "",
        kind=_kind(str(version)),
        entries=newest(_entry(each, base) for each in _dicts(entries)),
    )


def _parse(document: str, base: str) -> dict[str, object]:
    import feedparser

    headers = {"content-type": "application/xml; charset=utf-8", "content-location": base}
    try:
        # A stream: a string might be taken for a file's name or an address.
        return feedparser.parse(
            io.BytesIO(document.encode()),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception as error:
        raise FeedError("It cannot be understood as a feed. It was not stored.") from error


def _kind(version: str) -> FeedKind:
    if version.startswith("rss"):
        return FeedKind.RSS
    return FeedKind.ATOM if version.startswith("atom") else FeedKind.OTHER


def _entry(source: dict[str, object], base: str) -> EntryRead | None:
    # dict.get throughout: the parser's own way to look up guesses, and warns of it.
    return entry(
        guid=dict.get(source, "id"),
        title=_text(source, "title", LONGEST_TITLE),
        link=_link(source, base),
        published=instant(dict.get(source, "published_parsed"))
        or instant(dict.get(source, "updated_parsed")),
        summary=_summary(source),
    )


def _link(source: dict[str, object], base: str) -> str:
    found = web_link(dict.get(source, "link"), base)
    if found:
        return found
    others = (web_link(dict.get(each, "href"), base) for each in _dicts(dict.get(source, "links")))
    return next((link for link in others if link), "")


def _summary(source: dict[str, object]) -> str:
    found = _text(source, "summary", LONGEST_SUMMARY)
    if found:
        return found
    for content in _dicts(dict.get(source, "content")):
        words = plain(dict.get(content, "value"), LONGEST_SUMMARY, markup=_has_markup(content))
        if words:
            return words
    return ""


def _text(source: dict[str, object], name: str, longest: int) -> str:
    detail = dict.get(source, f"{name}_detail")
    markup = not isinstance(detail, dict) or _has_markup(detail)
    return plain(dict.get(source, name), longest, markup=markup)


def _has_markup(detail: dict[str, object]) -> bool:
    return dict.get(detail, "type") != "text/plain"


def _dicts(value: object) -> list[dict[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
