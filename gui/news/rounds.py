"""Asks the feeds that are due, one after another, while somebody uses the window.

Nothing is asked before the first touch: until then the database rests. Most looks find nothing
due and load nothing. Being offline is normal: the window says as of when the news are.
"""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from core.news.values import Answer, Brought, DueFeed, Heard
from gui.desk import Desk
from gui.errands import Errands
from gui.news import actions
from gui.news.reading import ReadAnswer

if TYPE_CHECKING:
    from gui.news.line import FeedLine

log = logging.getLogger(__name__)

FIRST_MS = 15_000
"""After the first touch, so that whatever the user came for comes first."""
LOOK_MS = 10 * 60_000


class NewsRounds(QObject):
    """Call `start` once the database is awake, `stop` at the end of the program."""

    def __init__(self, desk: Desk, parent: QObject, line: FeedLine | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._line = line
        self._errands = Errands(self)
        self._waiting: deque[DueFeed] = deque()
        self._asked: DueFeed | None = None
        self._over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        if line is not None:
            line.answered.connect(self._read)

    @property
    def busy(self) -> bool:
        """Whether feeds are being asked."""
        return self._asked is not None

    def start(self) -> None:
        """Look soon, and now and then from then on. Once is enough."""
        if not (self._over or self.busy or self._timer.isActive()):
            self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """At the end of the program: what is being asked is given up."""
        self._over = True
        self._timer.stop()
        self._waiting.clear()
        self._asked = None
        if self._line is not None:
            self._line.stop()

    def look(self) -> None:
        """Ask whether feeds are due. Cheap while none is."""
        if not self._over and not self.busy:
            self._timer.start(LOOK_MS)
            self._desk.glance(actions.due, then=self._take, otherwise=self._put_off)

    def _take(self, due: tuple[DueFeed, ...]) -> None:
        if not self._over and not self.busy:
            self._waiting.extend(due)
            self._next()

    def _next(self) -> None:
        self._asked = self._waiting.popleft() if self._waiting else None
        if self._asked is not None:
            self._own_line().ask(self._asked.known)

    def _own_line(self) -> FeedLine:
        """Made when the first feed is due: most people follow none at first."""
        if self._line is None:
            from gui.news.line import FeedLine

            self._line = FeedLine(self)
            self._line.answered.connect(self._read)
        return self._line

    def _read(self, answer: Answer) -> None:
        if self._asked is None:
            return
        if answer.heard is Heard.OFFLINE:
            log.info("offline: the other feeds have their turn later")
            self._waiting.clear()
        work = ReadAnswer(answer, self._asked.known.url)
        self._errands.run(work, then=self._store, otherwise=self._skip)

    def _store(self, brought: Brought) -> None:
        if self._asked is not None:
            feed = self._asked.id
            self._desk.write(
                actions.store, feed, brought, then=self._on_stored, otherwise=self._skip
            )

    def _on_stored(self, _new: int) -> None:
        self._next()

    def _skip(self, error: Exception) -> None:
        """Nobody waits for it: it is tried again later, and the window says nothing."""
        log.warning("a feed was not stored: %s", type(error).__name__)
        self._next()

    def _put_off(self, error: Exception) -> None:
        log.info("no look for feeds: %s", type(error).__name__)
