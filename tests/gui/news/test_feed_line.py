"""A question for a feed goes to a real server on this machine, and whatever it does ends in words."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import (
    QNetworkProxy,
    QSslCertificate,
    QSslConfiguration,
)
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.news.values import Answer, Heard, Known
from gui.news.line import LARGEST, FeedLine
from tests.core.exchange.servers import Authority
from tests.gui.news import feed_servers as servers
from tests.gui.news.asking import HASTY, SOON_MS, Asking
from tests.gui.news.feed_servers import FEED, INSIDE, OUTSIDE, Behaviour, feed_server


@pytest.fixture
def asking(qtbot: QtBot, qapp: QObject) -> Iterator[Asking]:
    owner = QObject()
    yield Asking(qtbot, owner)
    owner.deleteLater()


def outcome(asking: Asking, behaviour: Behaviour) -> Answer:
    """Of asking a hasty line for a feed of the own network, as typed by the user."""
    with feed_server(behaviour) as server:
        return asking.ask(server.url(), ways=HASTY)


# ------------------------------------------------------------------ well-behaved servers


def test_a_feed_is_fetched_with_what_is_needed_and_nothing_else(asking: Asking) -> None:
    head = ('ETag: "a1"', "Last-Modified: Mon, 11 May 2026 09:00:00 GMT", "Set-Cookie: me=you")
    ordinary = servers.replies("200 OK", FEED, *head, "Content-Type: application/rss+xml")
    with feed_server(ordinary) as server:
        answer = asking.ask(server.url("/feed?a=b"))
        asking.ask(server.url("/feed?a=b"))
        first, second = server.received
    assert answer == Answer(
        heard=Heard.ANSWERED,
        url=server.url("/feed?a=b"),
        content=FEED,
        content_type="application/rss+xml",
        etag='"a1"',
        modified="Mon, 11 May 2026 09:00:00 GMT",
    )
    assert first.path == "/feed?a=b"
    assert first.headers["host"] == f"127.0.0.1:{server.port}"
    assert first.headers["user-agent"].startswith("Afterword")
    assert "cookie" not in second.headers
    assert not {"referer", "authorization", "if-none-match"} & set(second.headers)


def test_what_has_not_changed_is_not_sent_again(asking: Asking) -> None:
    modified = "Mon, 11 May 2026 09:00:00 GMT"
    with feed_server(servers.remembers('W/"a1"', modified)) as server:
        first = asking.ask(server.url())
        again = asking.ask(server.url(), etag=first.etag, modified=first.modified)
        headers = server.received[1].headers
    assert again.heard is Heard.UNCHANGED
    assert again.content == b""
    assert headers["if-none-match"] == 'W/"a1"'
    assert headers["if-modified-since"] == modified


def test_what_a_server_let_us_keep_cannot_add_a_line(asking: Asking) -> None:
    with feed_server(servers.replies("200 OK", FEED)) as server:
        asking.ask(server.url(), etag='"a"\r\nX-Evil: 1', modified="\u00e9")
        headers = server.received[0].headers
    assert headers["if-none-match"] == '"a"X-Evil: 1'
    assert "x-evil" not in headers


@pytest.mark.parametrize(
    ("status", "heard", "words"),
    [
        ("410 Gone", Heard.GONE, "has ended"),
        ("404 Not Found", Heard.TROUBLE, "nothing at this address"),
        ("403 Forbidden", Heard.TROUBLE, "(403)"),
        ("401 Unauthorized", Heard.TROUBLE, "(401)"),
        ("500 Oh", Heard.TROUBLE, "(500)"),
        ("300 Choices", Heard.TROUBLE, "(300)"),
        ("302 Found", Heard.TROUBLE, "(302)"),
    ],
)
def test_a_status_becomes_words(asking: Asking, status: str, heard: Heard, words: str) -> None:
    answer = outcome(asking, servers.replies(status, b"no"))
    assert answer.heard is heard
    assert answer.sentence.startswith("127.0.0.1 ")
    assert words in answer.sentence
    assert answer.content == b""


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
def test_a_server_may_ask_to_be_left_alone(asking: Asking, status: str) -> None:
    answer = outcome(asking, servers.replies(status, b"", "Retry-After: 7200"))
    assert (answer.heard, answer.retry_after) == (Heard.LATER, "7200")


# ------------------------------------------------------------------ names and redirects


def test_a_name_is_asked_at_the_number_that_was_judged_under_its_own_name(asking: Asking) -> None:
    with feed_server(servers.replies("200 OK", FEED), OUTSIDE) as server:
        answer = asking.ask(server.url(host="news.example"), news=[OUTSIDE])
        assert server.received[0].headers["host"] == f"news.example:{server.port}"
    assert answer.heard is Heard.ANSWERED
    assert answer.url == server.url(host="news.example")


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


# ------------------------------------------------------------------ who means no good


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


# ------------------------------------------------------------------ the end


def test_stopping_hangs_up_and_tells_nothing(asking: Asking, qtbot: QtBot) -> None:
    with feed_server(servers.drips) as server:
        line = asking.line()
        told = QSignalSpy(line.answered)
        line.ask(Known(url=server.url()))
        qtbot.waitUntil(lambda: bool(server.received), timeout=20_000)
        line.stop()
        assert server.gone.wait(servers.PATIENCE_SECONDS)
        qtbot.wait(SOON_MS)
    assert told.count() == 0
    assert not line.busy


def test_a_second_question_takes_the_place_of_the_first(asking: Asking, qtbot: QtBot) -> None:
    behaviour = servers.by_path(slow=servers.hangs, feed=servers.replies("200 OK", FEED))
    with feed_server(behaviour) as server:
        line = asking.line()
        line.ask(Known(url=server.url("/slow")))
        qtbot.waitUntil(lambda: bool(server.received), timeout=20_000)
        assert asking.wait(line, Known(url=server.url("/feed"))).content == FEED
