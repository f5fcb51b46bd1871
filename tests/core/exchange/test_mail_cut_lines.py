"""The line is cut everywhere: no message is lost, and none is doubled.

Each story hands one message to the outbox and cuts the first attempt somewhere. What the outbox finds safe
to try again is tried again; where it does not know, the user looks at the server, as a person would look
into “Sent”, and answers. At the end the server holds the message once.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from core.drafting import outbox
from core.drafting.outbox import Entry, Stage, State
from core.drafting.outgoing import Account, Security, Server
from core.exchange.mail.connection import Conditions, Patience
from core.exchange.mail.drafts import Saved, save_draft
from core.exchange.mail.letter import build
from core.exchange.mail.sending import send
from tests.core.exchange.dovecot import DraftServer, kept
from tests.core.exchange.letters import ANNA, PAUL, letter
from tests.core.exchange.lines import Cut, Line, Way
from tests.core.exchange.servers import HOST, PASSWORD, USER, Authority, Mailroom, mailroom

NOW = datetime(2026, 3, 27, 16, 0, tzinfo=UTC)
SEALED = build(letter(to=(ANNA, PAUL)))
SOON = Patience(connect=5, answer=0.25, verdict=0.25, parting=0.1)


class Post:
    """The outbox at work, with a user who looks when asked."""

    def __init__(
        self, room: Mailroom, line: Line, authority: Authority, security: Security
    ) -> None:
        self.asked = 0
        self._room = room
        self._context = authority.client()
        server = Server(host=HOST, port=line.port, security=security)
        self._account = Account(address=USER, user=USER, outgoing=server)
        self._entry = outbox.queued(NOW, NOW)

    def deliver(self, patience: Patience) -> Entry:
        now = NOW
        while self._entry.state is State.QUEUED:
            now = max(now, self._entry.not_before)
            self._entry = outbox.sending(self._entry, now)
            conditions = Conditions(
                context=self._context, patience=patience, progress=self._reached
            )
            outcome = send(SEALED, self._account, PASSWORD, conditions)
            self._entry = outbox.settled(self._entry, outcome, now)
            if self._entry.state is State.UNKNOWN:
                self.asked += 1
                arrived = self._room.holds(SEALED.message_id) == 1
                self._entry = outbox.answered(self._entry, now, arrived=arrived)
            now += timedelta(minutes=1)
            patience = Patience()
        return self._entry

    def _reached(self, stage: Stage) -> None:
        self._entry = outbox.reached(self._entry, stage)


def every(total: int, step: int, last: int) -> Iterator[int]:
    """Places along a way: spread over all of it, and each one near its end."""
    yield from range(0, max(total - last, 0), step)
    yield from range(max(total - last, 0), total)


@pytest.fixture(params=list(Security))
def security(request: pytest.FixtureRequest) -> Security:
    chosen: Security = request.param
    return chosen


@pytest.mark.parametrize("way", Way)
def test_a_message_arrives_once_whatever_turn_is_lost(
    authority: Authority, security: Security, way: Way
) -> None:
    starttls = security is Security.STARTTLS
    with mailroom(authority.server(), starttls=starttls) as room, Line(room.port) as line:
        Post(room, line, authority, security).deliver(Patience())
        assert line.turns[way] > 8
        for turn in range(line.turns[way]):
            check_one(room, line, authority, security, Cut(way, turns=turn))


@pytest.mark.parametrize("way", Way)
def test_a_message_arrives_once_wherever_the_bytes_end(
    authority: Authority, security: Security, way: Way
) -> None:
    starttls = security is Security.STARTTLS
    with mailroom(authority.server(), starttls=starttls) as room, Line(room.port) as line:
        Post(room, line, authority, security).deliver(Patience())
        for place in every(line.carried[way], step=211, last=12):
            check_one(room, line, authority, security, Cut(way, bytes=place))


@pytest.mark.parametrize("way", Way)
def test_a_message_arrives_once_whatever_turn_is_never_answered(
    authority: Authority, way: Way
) -> None:
    with mailroom(authority.server()) as room, Line(room.port) as line:
        Post(room, line, authority, Security.TLS).deliver(Patience())
        for turn in range(line.turns[way]):
            check_one(room, line, authority, Security.TLS, Cut(way, turns=turn, silent=True))


def check_one(
    room: Mailroom, line: Line, authority: Authority, security: Security, cut: Cut
) -> None:
    room.holds(SEALED.message_id)
    room.messages.clear()
    line.cut = cut
    post = Post(room, line, authority, security)
    entry = post.deliver(SOON if cut.silent else Patience())
    assert entry.state is State.SENT, cut
    assert room.holds(SEALED.message_id) == 1, cut
    assert room.messages[0].rcpt_tos == [ANNA.address, PAUL.address]
    assert post.asked <= 1


def test_the_user_is_asked_only_where_nobody_can_know(authority: Authority) -> None:
    """Cut at each turn of the client's, over TLS: only the dot and what follows it may be asked about."""
    asked = []
    with mailroom(authority.server()) as room, Line(room.port) as line:
        Post(room, line, authority, Security.TLS).deliver(Patience())
        for turn in range(line.turns[Way.OUT]):
            room.messages.clear()
            line.cut = Cut(Way.OUT, turns=turn)
            post = Post(room, line, authority, Security.TLS)
            post.deliver(Patience())
            asked.append(post.asked)
    assert 1 <= sum(asked) <= 2


# ---------------------------------------------------------------- drafts


class Desk:
    """Someone who saves a draft, and saves again until it is known to lie there."""

    def __init__(self, imap: DraftServer, line: Line, authority: Authority, user: str) -> None:
        self._imap, self._user, self._authority = imap, user, authority
        server = Server(host=HOST, port=line.port, security=Security.TLS)
        self._account = Account(address=USER, user=user, incoming=server)

    def save(self, message_id: str) -> None:
        conditions = Conditions(context=self._authority.client())
        sealed = build(letter(message_id=message_id))
        for _ in range(3):
            end = save_draft(sealed, letter().date, self._account, PASSWORD, conditions)
            if isinstance(end, Saved):
                return
        pytest.fail("it was never known to be saved")

    def copies(self, message_ids: list[str]) -> list[int]:
        """How often each message lies in the folder."""
        contents = kept(self._imap, self._user, self._authority, "Entwürfe")[1::2]
        return [sum(each.encode() in content for content in contents) for each in message_ids]


@pytest.mark.parametrize("way", Way)
def test_a_draft_is_saved_once_wherever_the_line_ends(
    imap: DraftServer, authority: Authority, user: str, way: Way
) -> None:
    with Line(imap.tls) as line:
        desk = Desk(imap, line, authority, user)
        desk.save("<whole@home.example>")
        cuts = [Cut(way, turns=turn) for turn in range(line.turns[way])]
        cuts += [Cut(way, bytes=place) for place in every(line.carried[way], step=700, last=5)]
        ids = [f"<cut-{number}@home.example>" for number in range(len(cuts))]
        for cut, message_id in zip(cuts, ids, strict=True):
            line.cut = cut
            desk.save(message_id)
    assert desk.copies(ids) == [1] * len(ids)
