"""The feeds that a web page names in its head."""

import re
from html.parser import HTMLParser

from core.exchange.feed_parts import LONGEST_TITLE, plain, web_link
from core.news.values import FeedLink, PageRead

MOST_FEEDS = 12
_LOOKED_AT = 300_000
"""Characters: what a page names, it names at its beginning."""
_KINDS = frozenset(
    {
        *("application/rss+xml", "application/atom+xml", "application/feed+json"),
        *("application/rdf+xml", "application/x-rss+xml"),
    }
)
_PAGE = re.compile(
    r"(?>\s+|<!--(?>.*?-->)|<\?(?>.*?\?>))*+<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)


def is_page(text: str) -> bool:
    """Whether a text is a web page, by how it begins."""
    return _PAGE.match(text[:_LOOKED_AT]) is not None


def read_page(text: str, base: str) -> PageRead:
    """The feeds that a page names; `base` is where the page was found."""
    links = _Links(base)
    links.feed(text[:_LOOKED_AT])
    return PageRead(feeds=tuple(links.found.values())[:MOST_FEEDS])


class _Links(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base
        self.found: dict[str, FeedLink] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"link", "a"}:
            return
        said = {name: value or "" for name, value in attrs}
        relations = said.get("rel", "").lower().split()
        kind = said.get("type", "").split(";")[0].strip().lower()
        if "alternate" not in relations or kind not in _KINDS:
            return
        url = web_link(said.get("href"), self._base)
        if url and len(self.found) < MOST_FEEDS:
            title = plain(said.get("title"), LONGEST_TITLE, markup=False)
            self.found.setdefault(url, FeedLink(title=title, url=url))
