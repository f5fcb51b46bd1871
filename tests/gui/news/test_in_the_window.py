"""The running window asks for news only once somebody has touched it, and stops at the end."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.clock import Now
from core.content import load_playbook
from core.database import Database
from core.news.values import Answer, Brought, FeedKind, FeedRead, Heard
from core.paths import Paths
from core.use_cases import feed_entries, feeds, interviews
from core.use_cases.interviews import InterviewDetails
from gui.app import Afterword
from gui.news import rounds
from tests.gui.news import feed_servers as servers
from tests.gui.news.feed_servers import FEED, feed_server
from tests.gui.starting import PATIENCE_MS, Started, started

NOTHING = FeedRead(title="Acme news", kind=FeedKind.RSS, entries=())


def follow(paths: Paths, url: str) -> None:
    """A feed that has been due for an hour, of an interview so far away that no step is due."""
    long_ago = Now(datetime.now(UTC) - timedelta(hours=6), "UTC")
    start = (long_ago.instant + timedelta(days=90)).replace(tzinfo=None)
    details = InterviewDetails(
        company="Acme", start=start, end=start + timedelta(hours=1), zone="UTC"
    )
    answer = Answer(heard=Heard.ANSWERED, url=url)
    database = Database.open(paths, load_playbook(None))
    with database.session() as session:
        stored = interviews.add(session, details, long_ago)
        brought = Brought(asked=url, answer=answer, feed=NOTHING)
        feeds.follow(session, stored.application_id, brought, long_ago)
    database.close()


def rounds_of(afterword: Afterword) -> rounds.NewsRounds | None:
    return afterword.news


def titles(paths: Paths) -> list[str]:
    database = Database.open(paths, load_playbook(None))
    try:
        with database.reading() as session:
            found = feed_entries.entries(session, 1, Now(datetime.now(UTC), "UTC"))
            return [entry.title for entry in found]
    finally:
        database.close()


@pytest.fixture(autouse=True)
def no_desktop_around(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "none:")
    monkeypatch.setattr(rounds, "FIRST_MS", 0)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "data")


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Started]:
    with started(qapp, qtbot, tmp_path / "run") as made:
        yield made


def test_news_come_once_the_window_is_touched(start: Started, paths: Paths, qtbot: QtBot) -> None:
    with feed_server(servers.replies("200 OK", FEED)) as server:
        follow(paths, server.url())
        afterword = start(paths)
        assert rounds_of(afterword) is None
        assert server.received == []
        QTest.mouseMove(afterword.window)
        qtbot.waitUntil(lambda: bool(server.received), timeout=PATIENCE_MS)
        asking = rounds_of(afterword)
        assert asking is not None
        qtbot.waitUntil(lambda: not asking.busy, timeout=PATIENCE_MS)
        assert titles(paths) == ["Acme opens a plant", "Acme lays off staff"]
        assert len(server.received) == 1
        assert not afterword.window.toast.isVisible()


def test_the_end_waits_for_no_feed(start: Started, paths: Paths, qtbot: QtBot) -> None:
    with feed_server(servers.hangs) as server:
        follow(paths, server.url())
        afterword = start(paths)
        afterword.desk.warm()
        qtbot.waitUntil(lambda: bool(server.received), timeout=PATIENCE_MS)
        afterword.quit()
        assert server.gone.wait(servers.PATIENCE_SECONDS)
