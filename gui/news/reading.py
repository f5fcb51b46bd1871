"""What was fetched, read as a feed: takes up to seconds, so in a thread of errands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from core.news.addresses import AddressRefused, may_ask, read_address, typed_address
from core.news.values import Answer, Brought, FeedLink, Heard

if TYPE_CHECKING:
    from core.news.values import PageRead

NO_FEEDS = (
    "This is a web page, and it names no feed. Look for “RSS” on the company's news page, "
    "often at its foot."
)
CHOOSE = "This is a web page. It names these feeds:"


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """An errand that reads an answer; `typed` is the address that the user typed."""

    answer: Answer
    typed: str

    def __call__(self) -> Brought:
        from core.exchange.feeds import FeedError, read_feed
        from core.news.values import PageRead

        bare = replace(self.answer, content=b"")
        if self.answer.heard is not Heard.ANSWERED:
            return Brought(asked=self.typed, answer=bare)
        try:
            read = read_feed(self.answer.content, self.answer.content_type, self.answer.url)
        except FeedError as error:
            trouble = replace(bare, heard=Heard.TROUBLE, sentence=error.sentence)
            return Brought(asked=self.typed, answer=trouble)
        if isinstance(read, PageRead):
            offers = self._allowed(read)
            trouble = replace(bare, heard=Heard.TROUBLE, sentence=CHOOSE if offers else NO_FEEDS)
            return Brought(asked=self.typed, answer=trouble, offers=offers)
        return Brought(asked=self.typed, answer=bare, feed=read)

    def _allowed(self, page: PageRead) -> tuple[FeedLink, ...]:
        """Those that may be asked: a page outside offers nothing of the local network."""
        typed = typed_address(self.typed)
        found: dict[str, FeedLink] = {}
        for link in page.feeds:
            try:
                address = read_address(link.url)
            except AddressRefused:
                continue
            if may_ask(address, address.reach, typed):
                found.setdefault(address.url, FeedLink(title=link.title, url=address.url))
        return tuple(found.values())
