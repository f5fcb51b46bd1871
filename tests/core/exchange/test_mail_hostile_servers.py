"""Servers that mean no good: whatever they say, sending ends soon and in a sentence."""

import time

import pytest

from core.drafting.outbox import NotSent, Refused
from core.drafting.outgoing import Account, Security, Server
from core.exchange.mail.connection import Conditions, Patience
from core.exchange.mail.drafts import save_draft
from core.exchange.mail.letter import build
from core.exchange.mail.sending import send
from tests.core.exchange.letters import letter
from tests.core.exchange.servers import HOST, PASSWORD, USER, Authority, babbler

SOON = Patience(connect=5, answer=1.0, verdict=1.0, parting=0.1)
NOTHING_MORE = b""

BABBLE = {
    "lines without end": (b"", b"220-and another thing\r\n" * 1_000, 0.0),
    "a line without end": (b"220 ", b"x" * 65_536, 0.0),
    "a letter now and then": (b"220 ", b"x", 0.05),
    "no words": (b"", NOTHING_MORE, 0.05),
    "no numbers": (b"hello\r\n", b"hello\r\n", 0.01),
    "bytes": (bytes(range(256)), bytes(range(256)), 0.01),
    "IMAP without end": (b"* OK ready\r\n", b"* OK more\r\n" * 1_000, 0.0),
    "a literal of gigabytes": (b"* OK {9999999999}\r\n", b"x" * 65_536, 0.0),
    "a literal that is too long": (b"* OK {9000000}\r\n", b"x" * 65_536, 0.0),
    "good-bye at once": (b"* BYE no\r\n", NOTHING_MORE, 0.05),
    "already known": (b"* PREAUTH ready\r\n", b"* OK\r\n", 0.05),
    "abilities without end": (b"* OK hi\r\n* CAPABILITY " + b"A=B " * 100_000 + b"\r\n", b"* X\r\n", 0.01),
    "tags without sense": (b"* OK hi\r\n", b"ZZZZ1 OK done\r\n+ go on\r\n", 0.01),
    "esmtp without sense": (b"220 hi\r\n", b"250-SIZE 99999999999999999999\r\n250 AUTH\r\n", 0.01),
}  # fmt: skip


@pytest.mark.parametrize("kind", BABBLE)
def test_sending_to_such_a_server_ends_soon(authority: Authority, kind: str) -> None:
    conditions = Conditions(context=authority.client(), patience=SOON)
    began = time.monotonic()
    with babbler(authority.server(), *BABBLE[kind]) as port:
        server = Server(host=HOST, port=port, security=Security.TLS)
        account = Account(address=USER, user=USER, outgoing=server)
        outcome = send(build(letter()), account, PASSWORD, conditions)
    assert isinstance(outcome, NotSent | Refused)
    assert outcome.sentence.endswith("Nothing was sent, and your draft is kept.")
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("kind", BABBLE)
def test_saving_to_such_a_server_ends_soon(authority: Authority, kind: str) -> None:
    conditions = Conditions(context=authority.client(), patience=SOON)
    began = time.monotonic()
    with babbler(authority.server(), *BABBLE[kind]) as port:
        server = Server(host=HOST, port=port, security=Security.TLS)
        account = Account(address=USER, user=USER, incoming=server)
        outcome = save_draft(build(letter()), letter().date, account, PASSWORD, conditions)
    assert isinstance(outcome, NotSent | Refused)
    assert outcome.sentence.endswith("Nothing was saved there, and your draft is kept here.")
    assert time.monotonic() - began < 10
