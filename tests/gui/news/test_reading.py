"""What was fetched, read: a feed, a page that names feeds, or a sentence."""

import pytest

from core.news.values import Answer, Brought, FeedLink, Heard
from gui.news.reading import CHOOSE, NO_FEEDS, ReadAnswer
from tests.gui.news.feed_servers import FEED

URL = "https://acme.example/news"
AT_HOME = "http://192.168.1.5:8080/news"


def read(content: bytes, typed: str = URL) -> Brought:
    answer = Answer(heard=Heard.ANSWERED, url=typed, content=content, etag='"a"')
    return ReadAnswer(answer, typed)()


def page(*addresses: str) -> bytes:
    kind = 'rel="alternate" type="application/rss+xml"'
    return ("<html>" + "".join(f'<link {kind} href="{each}">' for each in addresses)).encode()


def test_a_feed_is_brought_without_its_bytes() -> None:
    brought = read(FEED)
    assert brought.feed is not None
    assert brought.feed.title == "Acme news"
    assert (brought.asked, brought.answer.content, brought.answer.etag) == (URL, b"", '"a"')


def test_a_page_offers_the_feeds_that_it_names() -> None:
    brought = read(page("/feed.xml", "https://b.example:8443/x", "/feed.xml#top"))
    assert [link.url for link in brought.offers] == [
        "https://acme.example/feed.xml",
        "https://b.example:8443/x",
    ]
    assert brought.answer.heard is Heard.TROUBLE
    assert brought.answer.sentence == CHOOSE


def test_a_page_outside_offers_nothing_inside() -> None:
    inside = ("http://127.0.0.1/", "http://192.168.1.5:8080/x", "http://nas.local/", "//[::1]/")
    brought = read(page(*inside, "http://0x7f.1/", "https://acme.example:22/"))
    assert brought.offers == ()
    assert brought.answer.sentence == NO_FEEDS


def test_a_page_of_the_own_network_offers_its_own_feed() -> None:
    brought = read(page("/feed", "http://192.168.1.1/feed"), AT_HOME)
    assert brought.offers == (FeedLink(title="", url="http://192.168.1.5:8080/feed"),)


def test_what_cannot_be_used_is_trouble_with_a_sentence() -> None:
    brought = read(b"\x89PNG")
    assert (brought.feed, brought.answer.heard) == (None, Heard.TROUBLE)
    assert "no feed at this address" in brought.answer.sentence


@pytest.mark.parametrize("heard", [each for each in Heard if each is not Heard.ANSWERED])
def test_what_brought_nothing_is_passed_on(heard: Heard) -> None:
    answer = Answer(heard=heard, url=URL, sentence="Why.")
    assert ReadAnswer(answer, URL)() == Brought(asked=URL, answer=answer)
