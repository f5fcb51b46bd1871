"""Servers that mean no good are left soon, and in words."""

import gzip

import pytest

from core.news.values import Heard
from gui.news.line import LARGEST
from tests.gui.news import feed_servers as servers
from tests.gui.news.asking import HASTY, Asking, outcome
from tests.gui.news.feed_servers import FEED, Behaviour, feed_server


@pytest.mark.parametrize("behaviour", [servers.hangs, servers.drips])
def test_whoever_takes_for_ever_is_left(asking: Asking, behaviour: Behaviour) -> None:
    with feed_server(behaviour) as server:
        answer = asking.ask(server.url(), ways=HASTY)
        assert server.gone.wait(servers.PATIENCE_SECONDS)
    assert answer.heard is Heard.TROUBLE
    assert "took too long" in answer.sentence


@pytest.mark.parametrize(
    "behaviour",
    [
        servers.floods(b"<a>" * 20_000),
        servers.floods(b"<a>" * 20_000, "Content-Length: 100000000000"),
        servers.floods(b"1000\r\n" + b"a" * 4096 + b"\r\n", "Transfer-Encoding: chunked"),
    ],
)
def test_what_does_not_end_is_cut_off(asking: Asking, behaviour: Behaviour) -> None:
    with feed_server(behaviour) as server:
        answer = asking.ask(server.url())
        assert server.gone.wait(servers.PATIENCE_SECONDS)
    assert "more than 2 MB" in answer.sentence
    assert answer.content == b""


def test_a_bomb_does_not_go_off(asking: Asking) -> None:
    """A hundred megabytes, packed into a hundred kilobytes."""
    packed = servers.replies("200 OK", servers.bomb(100), "Content-Encoding: gzip")
    with feed_server(packed) as server:
        answer = asking.ask(server.url())
    assert answer.heard is Heard.TROUBLE
    assert len(answer.content) <= LARGEST


def test_an_honest_packed_feed_is_unpacked(asking: Asking) -> None:
    packed = servers.replies("200 OK", gzip.compress(FEED), "Content-Encoding: gzip")
    with feed_server(packed) as server:
        answer = asking.ask(server.url())
        assert "gzip" in server.received[0].headers["accept-encoding"]
    assert answer.content == FEED


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (servers.breaks_off, "broke off"),
        (servers.babbles, "does not answer as a website does"),
        (servers.replies("200 OK", b"no gzip", "Content-Encoding: gzip"), "broke off"),
    ],
)
def test_rubbish_ends_in_words(asking: Asking, behaviour: Behaviour, words: str) -> None:
    answer = outcome(asking, behaviour)
    assert answer.heard is Heard.TROUBLE
    assert words in answer.sentence


def test_a_header_without_end_ends_in_words(asking: Asking) -> None:
    answer = outcome(asking, servers.floods(b"", "X: " + "a" * 200_000))
    assert answer.heard is Heard.TROUBLE


def test_a_huge_etag_is_not_kept(asking: Asking) -> None:
    answer = outcome(asking, servers.replies("200 OK", FEED, "ETag: " + "a" * 5_000))
    assert (answer.heard, answer.etag) == (Heard.ANSWERED, "")


def test_where_nobody_listens_is_said(asking: Asking) -> None:
    with feed_server(servers.hangs) as server:
        pass
    assert "does not answer" in asking.ask(server.url()).sentence


def test_an_address_that_cannot_be_asked_is_said(asking: Asking) -> None:
    assert "begins with https" in asking.ask("file:///etc/passwd").sentence
