"""The news of one employer as part of a page: shown, followed, tagged, kept, and their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.news.addresses import AddressRefused, typed_address
from core.news.values import Answer, Brought, Known, Mood
from gui.answers import sentence_of
from gui.desk import Changed, Desk
from gui.errands import Errands
from gui.models.news_words import NO_FEED, NO_NEWS_YET, feed_look, news_look, offer_words
from gui.news import actions
from gui.news.reading import ReadAnswer
from gui.theme import Theme
from gui.widgets.address_line import AddressLine
from gui.widgets.buttons import Button
from gui.widgets.feed_list import FeedList
from gui.widgets.headers import SectionHeader
from gui.widgets.news_card import NewsCard
from gui.widgets.page_links import PageLinks, PageLook
from gui.widgets.paint import Kind

if TYPE_CHECKING:
    from core.use_cases.feed_entries import EmployerNews
    from gui.news.line import FeedLine

LOOKING = "Looking…"


class NewsPart(QWidget):
    """Call `show_application`; the rest it does by itself. `said` carries a sentence for the toast."""

    said = Signal(str)

    def __init__(self, theme: Theme, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._desk = desk
        self._errands = Errands(self)
        self._line: FeedLine | None = None
        self._asked = ""
        self.application_id: int | None = None
        self._stale = False
        self._build()
        self._connect()

    def show_application(self, application_id: int) -> None:
        """Show the news of this application's employer."""
        if application_id != self.application_id:
            self.application_id = application_id
            self.card.show_first()
            self.address.leave()
            self.page_address.leave()
        self.refresh()

    def refresh(self) -> None:
        """Read it again."""
        self._stale = False
        if self.application_id is not None:
            self._desk.read(actions.employer_news, self.application_id, then=self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._stop()

    def _build(self) -> None:
        theme = self._theme
        self.header = SectionHeader(theme, "Their news", "newspaper")
        self.follow_button = Button(theme, "Follow their news", Kind.TEXT, "rss")
        self.header.add_button(self.follow_button)
        self.address = AddressLine(
            theme,
            "Their news page, or its feed",
            "company.example/news",
            "The site is asked now, then every few hours while you use Afterword. Nobody else is.",
            "Look for news",
        )
        self.card = NewsCard(theme)
        self.feeds = FeedList(theme)
        self.pages_header = SectionHeader(theme, "Their pages", "link")
        self.add_page = Button(theme, "Add a page", Kind.TEXT, "plus")
        self.pages_header.add_button(self.add_page)
        self.page_address = AddressLine(
            theme,
            "A page of theirs",
            "linkedin.com/company/…",
            "It opens in your browser; Afterword itself never asks for it.",
            "Add",
        )
        self.links = PageLinks(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        news: tuple[QWidget, ...] = (self.header, self.address, self.card, self.feeds)
        pages: tuple[QWidget, ...] = (self.pages_header, self.page_address, self.links)
        for widget in (*news, *pages):
            column.addWidget(widget)
        self.pages_header.setContentsMargins(0, 4, 0, 0)

    def _connect(self) -> None:
        self.follow_button.clicked.connect(self.address.open)
        self.address.given.connect(self._look)
        self.address.left.connect(self._stop)
        self.card.opened.connect(self._open)
        self.card.tagged.connect(self._tag)
        self.card.kept.connect(self._keep)
        self.feeds.removed.connect(self._unfollow)
        self.add_page.clicked.connect(self.page_address.open)
        self.page_address.given.connect(self._add_page)
        self.links.opened.connect(self._open)
        self.links.removed.connect(self._remove_page)
        self._desk.changed.connect(self._on_changed)

    def _show(self, news: EmployerNews) -> None:
        if news.application_id != self.application_id:
            return
        now = self._desk.now()
        empty = NO_NEWS_YET if news.feeds else NO_FEED
        self.card.show_news([news_look(entry, now) for entry in news.entries], empty)
        self.feeds.show_feeds([feed_look(feed, now) for feed in news.feeds])
        self.links.show_pages(
            [PageLook(id=link.id, label=link.label, url=link.url) for link in news.links]
        )

    def _on_changed(self, _changed: Changed) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    # ------------------------------------------------------------ following

    def _look(self, text: str) -> None:
        try:
            url = typed_address(text).url
        except AddressRefused as refused:
            self.address.say(refused.sentence)
            return
        self._asked = url
        self.address.set_busy(True, LOOKING)
        self._own_line().ask(Known(url=url))

    def _own_line(self) -> FeedLine:
        """Made with the first question: it loads what speaks to the network."""
        if self._line is None:
            from gui.news.line import FeedLine

            self._line = FeedLine(self)
            self._line.answered.connect(self._read)
        return self._line

    def _read(self, answer: Answer) -> None:
        work = ReadAnswer(answer, self._asked)
        self._errands.run(work, then=self._follow, otherwise=self._tell_trouble)

    def _follow(self, brought: Brought) -> None:
        if not self.address.busy or brought.asked != self._asked or self.application_id is None:
            return  # given up meanwhile
        if brought.feed is not None:
            self._desk.write(
                actions.follow,
                self.application_id,
                brought,
                then=self._on_followed,
                otherwise=self._tell_trouble,
            )
        elif brought.offers:
            choices = [(link.url, offer_words(link)) for link in brought.offers]
            self.address.offer(brought.answer.sentence, choices)
        else:
            self.address.say(brought.answer.sentence)

    def _on_followed(self, _feed: int) -> None:
        self.address.leave()
        self.follow_button.setFocus()

    def _tell_trouble(self, error: Exception) -> None:
        if self.address.busy:
            self.address.say(sentence_of(error))

    def _stop(self) -> None:
        """What is being asked is wanted no more."""
        if self._line is not None:
            self._line.stop()
        self.address.set_busy(False)

    def _unfollow(self, feed_id: int) -> None:
        self._desk.write(actions.unfollow, feed_id)

    # ------------------------------------------------------------ news and pages

    def _tag(self, entry_id: int, mood: str) -> None:
        self._desk.write(actions.tag, entry_id, Mood(mood))

    def _keep(self, entry_id: int, wanted: bool) -> None:
        if wanted:
            self._desk.write(actions.keep, entry_id)
        else:
            self._desk.write(actions.let_go, entry_id)

    def _open(self, url: str) -> None:
        if not QDesktopServices.openUrl(QUrl(url)):
            self.said.emit(f"No program here opens web pages. The address is {url[:200]}.")

    def _add_page(self, text: str) -> None:
        if self.application_id is not None:
            self._desk.write(
                actions.add_link,
                self.application_id,
                text,
                then=self._on_page_added,
                otherwise=self._refuse_page,
            )

    def _on_page_added(self, _page: int) -> None:
        self.page_address.leave()
        self.add_page.setFocus()

    def _refuse_page(self, error: Exception) -> None:
        self.page_address.say(sentence_of(error))

    def _remove_page(self, page_id: int) -> None:
        self._desk.write(actions.remove_link, page_id)
