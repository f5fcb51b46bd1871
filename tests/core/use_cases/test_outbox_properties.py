"""In whatever order things happen to the outbox, and wherever the program ends: nothing leaves twice."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta

from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from core.clock import Now
from core.database import Database
from core.drafting.outbox import Delivered, NotSent, Outcome, Refused, Stage, Unknown
from core.drafting.stages import Stage as Shown
from core.refusal import Refusal
from core.use_cases import departures, history, messages
from core.use_cases.departures import Departure
from tests.core.letters import begin, compose, set_up
from tests.core.stories import Fresh, add_interview, at

DEEDS = (
    *("queue", "take back", "release", "discard", "undo", "confirm"),
    *("claim", "commit", "delivered", "no answer", "refused", "refused for good", "not reached"),
    *("program ends", "ten seconds", "an hour"),
)


@dataclass(slots=True)
class Story:
    """One message, the program that sends it, and a server that counts what it was given."""

    database: Database
    now: Now
    draft: int
    leaving: Departure | None = None
    committed: bool = False
    taken: list[str] = field(default_factory=list)
    """The Message-IDs that the server took."""

    def happens(self, deed: str) -> None:
        with suppress(Refusal):
            if deed in {"ten seconds", "an hour"}:
                wait = timedelta(seconds=10) if deed == "ten seconds" else timedelta(hours=1)
                self.now = replace(self.now, instant=self.now.instant + wait)
            elif deed == "program ends":
                self._end()
            elif deed in _USER:
                self._user_does(deed)
            else:
                self._sender_does(deed)

    def _user_does(self, deed: str) -> None:
        with self.database.session() as session:
            match deed:
                case "queue":
                    messages.queue(session, self.draft, None, self.now)
                case "take back":
                    messages.take_back(session, self.draft, self.now)
                case "release" if compose(self.database, self.draft, self.now).stage in _SURE:
                    messages.release(session, self.draft, None, self.now)
                case "discard":
                    messages.discard(session, self.draft, self.now)
                case "undo":
                    history.undo(session, history.last_change(session) or 0, self.now)
                case "confirm":
                    messages.confirm_sent(session, self.draft, self.now.instant, self.now)

    def _sender_does(self, deed: str) -> None:
        if deed == "claim" and self.leaving is None:
            with self.database.session() as session:
                self.leaving = departures.next_outgoing(session, self.now)
            self.committed = False
        elif deed == "commit" and self.leaving is not None and not self.committed:
            with self.database.session() as session:
                departures.reached(session, self.leaving.item_id, Stage.CONFIRMING, self.now)
            self.committed = True
            self.taken.append(self.leaving.mail.message_id)
        elif deed in _OUTCOMES and self.leaving is not None:
            self._settle(deed)

    def _settle(self, deed: str) -> None:
        outcome = _OUTCOMES[deed]
        if self.leaving is None or self.committed != isinstance(outcome, Delivered | Unknown):
            return
        with self.database.session() as session:
            departures.settle(session, self.leaving.item_id, outcome, self.now)
        self.leaving = None

    def _end(self) -> None:
        self.leaving = None
        with self.database.session() as session:
            departures.recover(session, self.now)


_USER = frozenset(DEEDS[:6])
_SURE = frozenset({Shown.HELD, Shown.FAILED})
"""Released from here, the user has not been asked whether it arrived."""

AGAIN = ("ten seconds", "claim", "commit")
CHAPTERS = (("queue", *AGAIN), AGAIN, ("program ends", *AGAIN), *((deed,) for deed in DEEDS))
"""Some of them what chance alone would seldom put together."""

_OUTCOMES: Mapping[str, Outcome] = {
    "delivered": Delivered(),
    "no answer": Unknown("No answer came."),
    "refused": Refused("Not now.", permanent=False),
    "refused for good": Refused("No such address.", permanent=True),
    "not reached": NotSent("No network."),
}


@examples(max_examples=60)
@given(st.lists(st.sampled_from(CHAPTERS), max_size=25))
def test_the_server_is_given_a_message_once_unless_the_user_says_again(
    fresh: Fresh, chapters: list[tuple[str, ...]]
) -> None:
    deeds = [deed for chapter in chapters for deed in chapter]
    with fresh() as database:
        now = at("2026-03-27 16:00")
        add_interview(database, now)
        set_up(database, now)
        story = Story(database, now, begin(database, now))
        for deed in deeds:
            story.happens(deed)
        assert len(story.taken) == len(set(story.taken))
        assert len(story.taken) <= 1 + deeds.count("undo")
