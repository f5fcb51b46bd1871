"""What one request is about: its readers, its round, its topic, its promise."""

from datetime import timedelta
from functools import cached_property

from core.drafting.days import day_words
from core.drafting.request import Request
from core.drafting.values import News, Situation
from core.playbook.facts import Facts
from core.playbook.values import Interview, Moment, Person, Promise, Promiser
from core.playbook.windows import as_instant, to_wall

FRESH_NEWS = timedelta(days=60)
"""News is recent for so long."""


class Known:
    """A request and its situation, indexed."""

    def __init__(self, request: Request, situation: Situation) -> None:
        self.request = request
        self.situation = situation
        self.case = situation.case
        self.facts = Facts(situation.case)

    @property
    def people(self) -> tuple[Person, ...]:
        """The readers who have a contact card, in the order asked for."""
        cards = self.facts.people
        return tuple(cards[key] for key in self.request.to if key in cards)

    @property
    def turn(self) -> int:
        """The reader's place among those who were met: it varies the wording within a panel."""
        return next((self._met.index(key) for key in self.request.to if key in self._met), 0)

    @cached_property
    def interview(self) -> Interview | None:
        """The round asked for; else the latest behind us with these readers; else the latest."""
        rounds = self.facts.arranged
        asked = [i for i in rounds if i.key == self.request.interview]
        behind = [i for i in rounds if i.start <= self.case.now]
        theirs = [i for i in behind if set(i.people) & set(self.request.to)]
        return next((found[-1] for found in (asked, theirs, behind) if found), None)

    @property
    def next_interview(self) -> Interview | None:
        """The first round that lies ahead."""
        return next((i for i in self.facts.arranged if i.start > self.case.now), None)

    @property
    def topic(self) -> str:
        """What the reader spoke about; else what was nobody's own, to each silent one another."""
        topics = [t for t in self.situation.topics if t.text.strip()]
        own = [t.text for t in topics if t.person in self.request.to]
        if own:
            return own[0]
        common = [t.text for t in topics if t.person is None]
        speakers = {t.person for t in topics}
        silent = [key for key in self._met if key not in speakers]
        place = next((silent.index(key) for key in self.request.to if key in silent), 0)
        return common[place] if place < len(common) else ""

    @property
    def news(self) -> News | None:
        """The latest news that is recent and not unhappy."""
        today = to_wall(self.case.now, self.case.zone).date()
        fresh = [
            (news.published, news)
            for news in self.situation.news
            if news.published is not None
            and news.title.strip()
            and not news.negative
            and today - FRESH_NEWS <= news.published <= today
        ]
        return max(fresh, key=lambda dated: dated[0])[1] if fresh else None

    @cached_property
    def promises(self) -> list[Promise]:
        """What the writer promised, the first due first."""
        mine = [p for p in self.facts.of(Promise) if p.by is Promiser.ME]
        return sorted(mine, key=lambda p: as_instant(p.due or p.at, self.case.application_zone))

    @property
    def promise(self) -> Promise | None:
        """The promise asked for; else the first due."""
        asked = [p for p in self.promises if p.key == self.request.promise]
        return next(iter(asked or self.promises), None)

    def day(self, moment: Moment | None) -> str:
        """A day in words, in the reader's zone; empty where there is none."""
        zone = self.case.application_zone
        return "" if moment is None else day_words(moment, zone, self.request.language)

    @property
    def _met(self) -> tuple[str, ...]:
        return self.interview.people if self.interview else ()
