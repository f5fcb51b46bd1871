"""A question for a feed goes to a real server on this machine, and how it ends."""

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.news.values import Answer, Heard, Known
from tests.gui.news import feed_servers as servers
from tests.gui.news.asking import SOON_MS, Asking, outcome
from tests.gui.news.feed_servers import FEED, feed_server


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
