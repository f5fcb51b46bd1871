"""What a server sent, read as a feed: RSS, Atom or JSON Feed; or as a page that names feeds.

Hostile until read: limited in size, depth and number, without entities, and what comes out is
plain text in one line each and links that a browser may open.
"""

from core.exchange.feed_json import read_json
from core.exchange.feed_page import is_page, read_page
from core.exchange.feed_text import FeedError, refuse_large, text_of
from core.exchange.feed_xml import read_xml
from core.news.values import FeedRead, PageRead

__all__ = ["FeedError", "read_feed"]


def read_feed(content: bytes, content_type: str, base: str) -> FeedRead | PageRead:
    """Read what was found at the address `base`. May take seconds: not for the window's own thread.

    Raises `FeedError`.
    """
    refuse_large(content)
    text = text_of(content, content_type)
    start = text.lstrip()[:1]
    if not start:
        raise FeedError("There is nothing at this address. Look at it again.")
    if start == "{":
        return read_json(text, base)
    if is_page(text):
        return read_page(text, base)
    return read_xml(text, base)
