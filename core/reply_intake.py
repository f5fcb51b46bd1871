"""Taking replies in: what a mail or pasted text says, and to which application it belongs.

The second place, beside `core.intake`, where a read file meets what is stored. Nothing is stored here: the user
confirms what it is, and then `use_cases.replies.take_in` keeps it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting.replies import ReceivedReply
from core.exchange.guesses import is_shared_host
from core.exchange.replies import pasted_reply, read_reply, suggested
from core.models import Application, Person
from core.reading.reply_kind import Suggestion
from core.use_cases import replies
from core.use_cases.employers import bare_name

LOOKED_AT = 20_000
"""Characters of a reply in which employers are looked for."""
_SHORTEST_LABEL = 3
_WORD = re.compile(r"[^\W_]+")
_ITS_ADDRESS, _ITS_HOST, _ITS_DOMAIN, _NAMED_ABOVE, _NAMED = 16, 8, 4, 2, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """An application to which a reply can belong."""

    id: int
    company: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A reply that was read, and what is guessed of it."""

    reply: ReceivedReply
    suggestion: Suggestion
    likely: tuple[int, ...] = ()
    """The applications it most probably belongs to, the newest first; empty: nothing tells."""

    def home(self, beside: int | None) -> int | None:
        """The application to begin with; `beside` is the one that the user looks at."""
        if beside is not None and (beside in self.likely or not self.likely):
            return beside
        return next(iter(self.likely), None)


def homes(session: WorkSession, now: Now) -> tuple[Home, ...]:
    """All applications, the newest first."""
    rows = session.execute(
        select(Application.id, Application.company, Application.role).order_by(
            Application.id.desc()
        )
    )
    return tuple(Home(id=key, company=company, role=role) for key, company, role in rows)


def look(session: WorkSession, path: Path, now: Now) -> Offered:
    """The reply in a mail file. Raises `ReplyError`."""
    return _offered(session, read_reply(path, now), now)


def look_at_text(session: WorkSession, text: str, now: Now) -> Offered:
    """The reply in pasted text. Raises `ReplyError`."""
    return _offered(session, pasted_reply(text, now), now)


def _offered(session: WorkSession, reply: ReceivedReply, now: Now) -> Offered:
    return Offered(
        reply=reply, suggestion=suggested(reply, now), likely=_likely(session, reply, now)
    )


def _likely(session: WorkSession, reply: ReceivedReply, now: Now) -> tuple[int, ...]:
    """What it answers, else whatever fits best; nothing where two employers fit alike."""
    answered = replies.application_answered(session, reply, now)
    if answered is not None:
        return (answered,)
    rows = list(session.scalars(select(Application).order_by(Application.id.desc())))
    known = _Signs.of(session, reply)
    weights = {row.id: known.weight(row) for row in rows}
    best = max(weights.values(), default=0)
    found = [row for row in rows if best and weights[row.id] == best]
    if len({bare_name(row.company) for row in found}) > 1:
        return ()
    said = _plain(f"{reply.subject} {reply.body[:LOOKED_AT]}")
    found.sort(key=lambda row: not (row.role and _holds(said, row.role)))
    return tuple(row.id for row in found)


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a reply shows of where it comes from."""

    address: str
    host: str
    """The domain of the address; empty where anybody may have one there."""
    above: str
    text: str
    addresses: Mapping[int, frozenset[str]]
    """The addresses of each application's people."""

    @classmethod
    def of(cls, session: WorkSession, reply: ReceivedReply) -> "_Signs":
        address = reply.address.strip().casefold()
        host = address.partition("@")[2]
        return cls(
            address=address,
            host="" if not host or is_shared_host(host) else host,
            above=_plain(f"{reply.sender} {reply.subject}"),
            text=_plain(reply.body[:LOOKED_AT]),
            addresses=_addresses(session),
        )

    def weight(self, row: Application) -> int:
        """How surely it comes from there; 0: nothing speaks for it."""
        known = self.addresses.get(row.id, frozenset())
        if self.address and self.address in known:
            return _ITS_ADDRESS
        if self.host and self.host in {each.partition("@")[2] for each in known}:
            return _ITS_HOST
        names = [bare_name(name) for name in (row.company, *row.aliases) if bare_name(name)]
        if self.host and any(_is_of(self.host, name) for name in names):
            return _ITS_DOMAIN
        if any(_holds(self.above, name) for name in names):
            return _NAMED_ABOVE
        return _NAMED if any(_holds(self.text, name) for name in names) else 0


def _addresses(session: WorkSession) -> Mapping[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for owner, email in session.execute(select(Person.application_id, Person.email)):
        if email:
            found.setdefault(owner, set()).add(email.strip().casefold())
    return {owner: frozenset(emails) for owner, emails in found.items()}


def _is_of(host: str, name: str) -> bool:
    """ "mail.halvorsen-maritime.example" is of "halvorsen maritime", and so is "halvorsen.example"."""
    words = _plain(name).split()
    possible = {"".join(words), words[0]} if words else set()
    return any(label in possible for label in _labels(host))


def _labels(host: str) -> Iterator[str]:
    for label in host.split(".")[:-1]:
        plain = label.replace("-", "")
        if len(plain) >= _SHORTEST_LABEL:
            yield plain


def _holds(said: str, words: str) -> bool:
    """Whether whole words stand in a text, both as `_plain` writes them."""
    wanted = _plain(words).strip()
    return bool(wanted) and f" {wanted} " in said


def _plain(text: str) -> str:
    """The words alone, with a blank at each side."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
