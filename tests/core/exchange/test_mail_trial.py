"""“Test this account” against real servers: each thing is told, in order."""

from dataclasses import replace

import pytest

from core.drafting.outgoing import Account, Security, Server
from core.exchange.mail.connection import Conditions
from core.exchange.mail.trial import DRAFTS, FOLDER, SENDER, SENDING, Tried, try_account
from tests.core.exchange.dovecot import DraftServer
from tests.core.exchange.servers import HOST, PASSWORD, USER, Authority, Manners, mailroom


def account(smtp: int, imap: int, security: Security = Security.TLS) -> Account:
    return Account(
        address=USER,
        user=USER,
        outgoing=Server(host=HOST, port=smtp, security=security),
        incoming=Server(host=HOST, port=imap, security=security),
    )


def outcome(tried: tuple[Tried, ...]) -> list[tuple[str, bool]]:
    return [(each.what, each.ok) for each in tried]


@pytest.mark.parametrize("security", Security)
def test_a_good_account_passes_and_nothing_is_sent(
    authority: Authority, imap: DraftServer, security: Security
) -> None:
    port = imap.tls if security is Security.TLS else imap.starttls
    starttls = security is Security.STARTTLS
    with mailroom(authority.server(), starttls=starttls) as room:
        own = account(room.port, port, security)
        tried = try_account(own, PASSWORD, Conditions(context=authority.client()))
        assert room.messages == []
    assert outcome(tried) == [(SENDING, True), (SENDER, True), (DRAFTS, True), (FOLDER, True)]
    assert tried[-1].sentence == "Drafts are saved in “Entwürfe”."


def test_a_wrong_password_is_told_by_both_servers(authority: Authority, imap: DraftServer) -> None:
    with mailroom(authority.server()) as room:
        own = account(room.port, imap.tls)
        tried = try_account(own, "wrong", Conditions(context=authority.client()))
    assert outcome(tried) == [(SENDING, False), (DRAFTS, False)]
    assert all("did not accept user and password" in each.sentence for each in tried)


def test_what_works_is_told_beside_what_does_not(
    authority: Authority, bare_imap: DraftServer
) -> None:
    manners = Manners(answers={"MAIL": "550 not your address"})
    with mailroom(authority.server(), manners=manners) as room:
        own = account(room.port, bare_imap.tls)
        tried = try_account(own, PASSWORD, Conditions(context=authority.client()))
    assert outcome(tried) == [(SENDING, True), (SENDER, False), (DRAFTS, True), (FOLDER, False)]
    assert "not your address" in tried[1].sentence


def test_an_account_that_only_sends_is_asked_no_more(authority: Authority) -> None:
    with mailroom(authority.server()) as room:
        own = replace(account(room.port, 1), incoming=None)
        tried = try_account(own, PASSWORD, Conditions(context=authority.client()))
    assert outcome(tried) == [(SENDING, True), (SENDER, True)]
    (nothing,) = try_account(Account(address=USER), "")
    assert not nothing.ok
