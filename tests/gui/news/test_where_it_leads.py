"""Names, redirects and proxies: where a question for a feed may lead, and where it never does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtNetwork import (
    QNetworkProxy,
    QSslCertificate,
    QSslConfiguration,
)

from core.news.values import Heard, Known
from gui.news.line import FeedLine
from tests.core.exchange.servers import Authority
from tests.gui.news import feed_servers as servers
from tests.gui.news.asking import Asking, outcome
from tests.gui.news.feed_servers import FEED, INSIDE, OUTSIDE, feed_server


@contextmanager
def trusted(authority: Authority, folder: Path) -> Iterator[None]:
    """An authority that this machine trusts, for a while."""
    file = authority.write_root(folder / "root.pem")
    before = QSslConfiguration.defaultConfiguration()
    trusting = QSslConfiguration(before)
    trusting.addCaCertificates(QSslCertificate.fromPath(str(file)))
    QSslConfiguration.setDefaultConfiguration(trusting)
    try:
        yield
    finally:
        QSslConfiguration.setDefaultConfiguration(before)


@contextmanager
def system_proxy(port: int) -> Iterator[None]:
    """All that is asked goes through a proxy on this machine, for a while."""
    proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, INSIDE, port)
    QNetworkProxy.setApplicationProxy(proxy)
    try:
        yield
    finally:
        QNetworkProxy.setApplicationProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))


def test_a_name_is_asked_at_the_number_that_was_judged_under_its_own_name(asking: Asking) -> None:
    with feed_server(servers.replies("200 OK", FEED), OUTSIDE) as server:
        answer = asking.ask(server.url(host="news.example"), news=[OUTSIDE])
        assert server.received[0].headers["host"] == f"news.example:{server.port}"
    assert answer.heard is Heard.ANSWERED
    assert answer.url == server.url(host="news.example")


def test_an_encrypted_name_has_to_prove_itself(asking: Asking, tmp_path: Path) -> None:
    authority = Authority()
    with feed_server(
        servers.replies("200 OK", FEED), OUTSIDE, authority.server("news.example")
    ) as server:
        doubted = asking.ask(server.url(host="news.example", scheme="https"), news=[OUTSIDE])
        assert "could not prove who it is" in doubted.sentence
        with trusted(authority, tmp_path):
            trusted_answer = asking.ask(
                server.url(host="news.example", scheme="https"), news=[OUTSIDE]
            )
            other = asking.ask(server.url(host="other.example", scheme="https"), other=[OUTSIDE])
    assert trusted_answer.heard is Heard.ANSWERED
    assert "could not prove who it is" in other.sentence
    assert len(server.received) == 1


@pytest.mark.parametrize(
    "number",
    [
        INSIDE,
        "10.0.0.8",
        "192.168.1.1",
        "::1",
        "fe80::1%eth0",
        "169.254.169.254",
        "::ffff:127.0.0.1",
    ],
)
def test_a_public_name_that_leads_inside_is_not_asked(asking: Asking, number: str) -> None:
    with feed_server(servers.replies("200 OK", FEED)) as server:
        answer = asking.ask(server.url(host="news.example"), news=[number])
        assert server.received == []
    assert answer.heard is Heard.TROUBLE
    assert "local network" in answer.sentence


def test_a_name_that_changes_its_meaning_in_between_gains_nothing(asking: Asking) -> None:
    """The first answer leads outside, the second one inside: each connection was judged."""
    outward = servers.redirects("/again")
    with feed_server(servers.replies("200 OK", b"secret")) as inside:
        line = asking.line(news=[[OUTSIDE], [INSIDE]])
        with feed_server(outward, OUTSIDE, port=inside.port) as outside:
            answer = asking.wait(line, Known(url=outside.url(host="news.example")))
            assert len(outside.received) == 1
        assert inside.received == []
    assert "local network" in answer.sentence


@pytest.mark.parametrize(
    "location",
    [
        *("http://127.0.0.1:{port}/", "//127.1:{port}/", "http://2130706433:{port}/x"),
        *("http://[::1]:{port}/", "http://[::ffff:7f00:1]:{port}/", "http://localhost:{port}/"),
        *(
            "http://10.0.0.8:{port}/",
            "http://printer.local:{port}/",
            "http://inside.example:{port}/",
        ),
        *("file:///etc/passwd", "ftp://127.0.0.1/", "gopher://x.example/", "http://a:b@c.example/"),
        *("http://169.254.169.254/latest/meta-data", "http://127.0.0.1:25/", "\\\\server\\share"),
    ],
)
def test_nothing_outside_leads_into_the_local_network(asking: Asking, location: str) -> None:
    with feed_server(servers.replies("200 OK", b"secret")) as inside:
        sends_us_in = servers.redirects(location.format(port=inside.port))
        with feed_server(sends_us_in, OUTSIDE) as outside:
            address = outside.url(host="news.example")
            answer = asking.ask(address, news=[OUTSIDE], inside=[INSIDE])
            assert len(outside.received) == 1
        assert inside.received == []
    assert answer.heard is Heard.TROUBLE
    assert answer.content == b""
    assert answer.sentence.endswith((".", "feed.xml."))


def test_a_feed_that_moved_for_good_says_where(asking: Asking) -> None:
    moved = servers.by_path(
        feed=servers.redirects("/new", "301 Moved"),
        new=servers.redirects("/newest", "308 Moved"),
        newest=servers.replies("200 OK", FEED),
        meanwhile=servers.redirects("/new"),
    )
    with feed_server(moved) as server:
        assert asking.ask(server.url("/feed")).moved == server.url("/newest")
        for_now = asking.ask(server.url("/meanwhile"))
        assert (for_now.heard, for_now.moved) == (Heard.ANSWERED, "")
        assert asking.ask(server.url("/newest")).moved == ""


def test_a_way_on_may_be_written_in_any_letters(asking: Asking) -> None:
    by_turns = servers.in_turn(
        servers.redirects("/nyheter/økonomi?år=1"), servers.replies("200 OK", FEED)
    )
    with feed_server(by_turns) as server:
        assert asking.ask(server.url()).heard is Heard.ANSWERED
        assert server.received[1].path == "/nyheter/%C3%B8konomi?%C3%A5r=1"


def test_a_way_on_without_end_is_not_gone(asking: Asking) -> None:
    answer = outcome(asking, servers.redirects("/" + "a" * 5_000))
    assert "too long" in answer.sentence


def test_circles_end(asking: Asking) -> None:
    with feed_server(servers.redirects("/feed")) as server:
        answer = asking.ask(server.url())
        assert len(server.received) == 6
    assert "in circles" in answer.sentence


def test_the_next_number_of_a_name_is_tried_where_one_does_not_answer(asking: Asking) -> None:
    with feed_server(servers.replies("200 OK", FEED), OUTSIDE) as server:
        names = ["127.0.0.3", OUTSIDE]
        assert asking.ask(server.url(host="news.example"), news=names).heard is Heard.ANSWERED


def test_a_name_that_nobody_has_is_no_error_but_offline(asking: Asking) -> None:
    answer = asking.ask("https://news.example/feed")
    assert answer.heard is Heard.OFFLINE
    assert answer.sentence.startswith("Nobody answers at news.example.")


def test_the_system_is_asked_for_names(asking: Asking) -> None:
    with feed_server(servers.replies("200 OK", FEED)) as server:
        line = FeedLine(asking.owner)
        assert asking.wait(line, Known(url=server.url(host="localhost"))).content == FEED


def test_a_number_of_ipv6_is_asked_too(asking: Asking) -> None:
    with feed_server(servers.replies("200 OK", FEED), "::1") as server:
        assert asking.ask(server.url()).content == FEED
        assert server.received[0].headers["host"] == f"[::1]:{server.port}"
        assert "local network" in asking.ask(server.url(host="n.example"), n=["::1"]).sentence
        assert len(server.received) == 1


def test_behind_a_proxy_the_proxy_is_asked_but_nothing_inside(asking: Asking) -> None:
    with feed_server(servers.replies("200 OK", FEED)) as proxy:
        with system_proxy(proxy.port):
            answer = asking.ask("http://news.example/feed")
            refused = asking.ask("http://169.254.169.254/feed")
        assert [each.path for each in proxy.received] == ["http://news.example/feed"]
    assert answer.heard is Heard.ANSWERED
    assert refused.heard is Heard.TROUBLE
