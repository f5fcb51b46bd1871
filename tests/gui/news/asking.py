"""A question to a server, followed to its end; names mean in it what the test says."""

import ipaddress

from PySide6.QtCore import QObject
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.news.addresses import Number, Reach, reach_of
from core.news.values import Answer, Known
from gui.news.line import FeedLine, Ways
from gui.news.lookup import Lookup
from tests.gui.news.feed_servers import OUTSIDE, Behaviour, feed_server

SOON_MS = 300


class KnownNames(Lookup):
    """Each name stands for the numbers that a test gives it, and may mean others the next time."""

    def __init__(self, parent: QObject, **names: list[list[str]]) -> None:
        super().__init__(parent)
        self.names = names
        self.asked: list[str] = []

    def ask(self, name: str) -> None:
        self.asked.append(name)
        turns = self.names.get(name.removesuffix(".example"), [[]])
        self.found.emit(turns.pop(0) if len(turns) > 1 else turns[0])


def with_an_outside(number: Number) -> Reach:
    """The rule, but for the one number that stands for the world."""
    return Reach.PUBLIC if number == ipaddress.ip_address(OUTSIDE) else reach_of(number)


WORLD = Ways(reach=with_an_outside)
HASTY = Ways(whole_ms=SOON_MS, reach=with_an_outside)


class Asking:
    """One line; `ask` waits for the answer."""

    def __init__(self, qtbot: QtBot, owner: QObject) -> None:
        self._qtbot = qtbot
        self.owner = owner

    def line(self, ways: Ways = WORLD, **names: list[list[str]]) -> FeedLine:
        return FeedLine(self.owner, KnownNames(self.owner, **names), ways)

    def ask(
        self,
        url: str,
        *,
        etag: str = "",
        modified: str = "",
        ways: Ways = WORLD,
        **names: list[str],
    ) -> Answer:
        turns = {name: [numbers] for name, numbers in names.items()}
        return self.wait(self.line(ways, **turns), Known(url=url, etag=etag, modified=modified))

    def wait(self, line: FeedLine, known: Known) -> Answer:
        told = QSignalSpy(line.answered)
        line.ask(known)
        self._qtbot.waitUntil(lambda: told.count() > 0, timeout=20_000)
        assert told.count() == 1
        assert not line.busy
        answer = told.at(0)[0]
        assert isinstance(answer, Answer)
        return answer


def outcome(asking: Asking, behaviour: Behaviour) -> Answer:
    """Of asking a hasty line for a feed of the own network, as typed by the user."""
    with feed_server(behaviour) as server:
        return asking.ask(server.url(), ways=HASTY)
