"""One application, and the part of a page that shows its employer's news."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.news.values import Answer, Brought, EntryRead, FeedKind, FeedRead, Heard
from core.use_cases import feeds
from gui.news.line import FeedLine
from gui.news.part import NewsPart
from gui.theme import Theme
from gui.widgets.labels import Label
from tests.gui.news.asking import HASTY, KnownNames
from tests.gui.pages.world import World

URL = "https://acme.example/feed"


class Stage:
    """One application, and the part that shows its news."""

    def __init__(self, world: World, theme: Theme, qtbot: QtBot) -> None:
        self.world = world
        self.qtbot = qtbot
        self.application_id = world.add(days=3).application_id
        self.part = NewsPart(theme, world)
        line = FeedLine(self.part, KnownNames(self.part), HASTY)
        line.answered.connect(self.part._read)
        self.part._line = line
        qtbot.addWidget(self.part)
        self.part.resize(700, 800)
        self.part.show_application(self.application_id)
        self.part.show()

    def follow(self, count: int, title: str = "Acme news") -> None:
        """As if a feed had brought so many pieces of news, one an hour."""
        now = self.world.now()
        entries = tuple(
            EntryRead(
                guid=str(number),
                title=f"News {number}",
                link=f"https://acme.example/{number}",
                published=now.instant - timedelta(hours=number),
            )
            for number in range(count)
        )
        feed = FeedRead(title=title, kind=FeedKind.RSS, entries=entries)
        answer = Answer(heard=Heard.ANSWERED, url=URL)
        with self.world.database.session() as session:
            feeds.follow(
                session,
                self.application_id,
                Brought(asked=f"{URL}/{title}", answer=answer, feed=feed),
                now,
            )
        self.part.refresh()

    def look_for(self, address: str) -> None:
        """Type an address, and wait for what comes of it."""
        part = self.part
        part.follow_button.click()
        QTest.keyClicks(part.address.field, address)
        QTest.keyClick(part.address.field, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not part.address.busy, timeout=20_000)

    @property
    def error(self) -> str:
        return self.part.address.field.accessibleDescription()

    def titles(self) -> list[str]:
        return [row.news.title for row in self.part.card.rows]

    def words(self) -> list[str]:
        return [label.text() for label in self.part.card.findChildren(Label)]
