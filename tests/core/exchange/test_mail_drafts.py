"""Drafts over a real IMAP server: saved where they belong, once."""

import email
import imaplib
import threading
import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.drafting.outbox import NotSent, Refused, Stage
from core.drafting.outgoing import Account, Security, Server
from core.exchange.mail.connection import Conditions
from core.exchange.mail.drafts import Saved, Saving, save_draft
from core.exchange.mail.folders import (
    Folder,
    decode_name,
    drafts_among,
    encode_name,
    quoted,
    read_folder,
)
from core.exchange.mail.letter import build
from tests.core.exchange.dovecot import DraftServer, kept, signed_in
from tests.core.exchange.letters import letter
from tests.core.exchange.servers import HOST, PASSWORD, Authority


def account(server: DraftServer, user: str, security: Security = Security.TLS) -> Account:
    port = server.tls if security is Security.TLS else server.starttls
    incoming = Server(host=HOST, port=port, security=security)
    return Account(address="mia@home.example", user=user, incoming=incoming)


def save(own: Account, authority: Authority, password: str = PASSWORD) -> Saving:
    conditions = Conditions(context=authority.client())
    return save_draft(build(letter()), letter().date, own, password, conditions)


@pytest.mark.parametrize("security", Security)
def test_a_draft_lies_where_drafts_belong(
    imap: DraftServer, authority: Authority, user: str, security: Security
) -> None:
    assert save(account(imap, user, security), authority) == Saved("Entwürfe", before=False)
    head, content = kept(imap, user, authority, "Entwürfe")
    assert content == build(letter()).content
    assert b"\\Draft" in head
    when = imaplib.Internaldate2tuple(head)
    assert when is not None
    assert time.mktime(when) == letter().date.timestamp()
    assert email.message_from_bytes(content)["Message-ID"] == letter().message_id


def test_a_draft_is_saved_once(imap: DraftServer, authority: Authority, user: str) -> None:
    own = account(imap, user)
    assert save(own, authority) == Saved("Entwürfe", before=False)
    assert save(own, authority) == Saved("Entwürfe", before=True)
    assert len(kept(imap, user, authority, "Entwürfe")) == 2


def test_a_wrong_password_is_told(imap: DraftServer, authority: Authority, user: str) -> None:
    said = save(account(imap, user), authority, "wrong")
    assert isinstance(said, Refused)
    assert "did not accept user and password" in said.sentence
    assert said.sentence.endswith("Nothing was saved there, and your draft is kept here.")


@pytest.mark.parametrize("security", Security)
def test_a_stranger_gets_no_password(imap: DraftServer, user: str, security: Security) -> None:
    said = save(account(imap, user, security), Authority())
    assert isinstance(said, NotSent)
    assert "is not trusted" in said.sentence


def test_a_server_that_marks_no_folder_is_asked_for_usual_names(
    bare_imap: DraftServer, authority: Authority, user: str
) -> None:
    own = account(bare_imap, user)
    said = save(own, authority)
    assert isinstance(said, Refused)
    assert "no folder that is known to be for drafts. Name one in Settings." in said.sentence
    with signed_in(bare_imap, user, authority) as client:
        client.create(quoted("Mail/Brouillons"))
    assert save(own, authority) == Saved("Mail/Brouillons", before=False)


def test_the_user_may_name_the_folder(
    bare_imap: DraftServer, authority: Authority, user: str
) -> None:
    own = replace(account(bare_imap, user), drafts_folder='Bewerbung "neu" & 下書き')
    said = save(own, authority)
    assert isinstance(said, Refused)
    assert "has no folder “Bewerbung" in said.sentence
    with signed_in(bare_imap, user, authority) as client:
        client.create(quoted(encode_name(own.drafts_folder)))
    assert save(own, authority) == Saved(own.drafts_folder, before=False)


def test_cancelling_saves_nothing(imap: DraftServer, authority: Authority, user: str) -> None:
    cancelled = threading.Event()

    def cancel_at(reached: Stage) -> None:
        if reached is Stage.UPLOADING:
            cancelled.set()

    conditions = Conditions(
        context=authority.client(), cancelled=cancelled.is_set, progress=cancel_at
    )
    own = account(imap, user)
    said = save_draft(build(letter()), letter().date, own, PASSWORD, conditions)
    assert isinstance(said, NotSent)
    assert said.cancelled
    assert kept(imap, user, authority, "Entwürfe") == []


def test_an_account_without_a_server_says_so() -> None:
    said = save_draft(build(letter()), letter().date, Account(address="a@b.example"), "")
    assert isinstance(said, NotSent)
    assert "no server for drafts" in said.sentence


# ---------------------------------------------------------------- names of folders


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_name_is_read_as_it_was_written(name: str) -> None:
    assert encode_name(name).isascii()
    assert decode_name(encode_name(name)) == name


@given(st.text(st.characters(max_codepoint=127), max_size=40))
def test_any_wire_name_is_read(wire: str) -> None:
    assert isinstance(decode_name(wire), str)


@pytest.mark.parametrize(
    ("listed", "name"),
    [
        (rb'(\HasNoChildren \Drafts) "/" "Entw&APw-rfe"', "Entwürfe"),
        (rb'() "/" Drafts', "Drafts"),
        (rb'() NIL "a \"b\" \\ c"', 'a "b" \\ c'),
        ((rb'() "." {6}', b'a\\b"c.'), 'a\\b"c.'),
        (rb'(\Noselect) "\\" "[Gmail]"', "[Gmail]"),
    ],
)
def test_each_way_to_list_a_folder_is_read(listed: object, name: str) -> None:
    folder = read_folder(listed)
    assert folder is not None
    assert folder.name == name


@pytest.mark.parametrize(
    "listed",
    [None, b"", b")", b'() "/" ', (b'() "/" {3}', b"a\r\n"), (b"(", b"x"), b'() "/" "\xff"', 5],
)
def test_what_is_no_folder_is_left_out(listed: object) -> None:
    assert read_folder(listed) is None


def test_the_marked_folder_counts_more_than_a_name() -> None:
    def folder(name: str, *flags: str) -> Folder:
        return Folder(name, name, frozenset(flags), name.rpartition(".")[2])

    named, marked = folder("INBOX.Drafts"), folder("Later", "\\drafts")
    closed = folder("Drafts", "\\noselect")
    assert drafts_among([named, marked]) == marked
    assert drafts_among([closed, named]) == named
    assert drafts_among([closed]) is None
    assert drafts_among([named, marked], "INBOX.Drafts") == named
    assert drafts_among([named, marked], "Other") is None
