"""Replies from mail files and from the clipboard, good and hostile."""

import time
from contextlib import suppress
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.clock import Now
from core.exchange.replies import (
    ReplyError,
    pasted_reply,
    read_reply,
    read_reply_content,
    suggested,
)
from core.playbook.values import ReplyKind
from core.reading.reply_kind import Decision

NOW = Now(datetime(2026, 4, 1, 9, 0, tzinfo=UTC), "Europe/Berlin")


def mail(
    body: str = "Dear Mia,\n\nwe decide by 14 April.\n\nAnna\n", **headers: str
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Müller, Anna" <anna@acme.example>'
    message["To"] = "mia@home.example"
    message["Subject"] = "Re: Thank you – Data Engineer"
    message["Date"] = "Tue, 31 Mar 2026 23:30:00 +0100"
    message["Message-ID"] = "<reply@acme.example>"
    message["In-Reply-To"] = "<0123456789abcdef@home.example>"
    for name, value in headers.items():
        del message[name]
        message[name] = value
    message.set_content(body)
    return message


def read(message: EmailMessage | bytes) -> str:
    content = message if isinstance(message, bytes) else message.as_bytes()
    return read_reply_content(content, "reply.eml", NOW).body


def test_a_reply_is_read_with_who_when_and_what_it_answers(tmp_path: Path) -> None:
    quoted = "\nOn Fri, 27 Mar 2026, Mia Sørensen <mia@home.example> wrote:\n> Dear Anna\n"
    message = mail()
    message.set_content(message.get_content() + quoted)
    file = tmp_path / "reply.eml"
    file.write_bytes(message.as_bytes())
    reply = read_reply(file, NOW)
    assert reply.body == "Dear Mia,\n\nwe decide by 14 April.\n\nAnna"
    assert (reply.sender, reply.address) == ("Müller, Anna", "anna@acme.example")
    assert reply.subject == "Re: Thank you – Data Engineer"
    assert reply.at == datetime(2026, 3, 31, 22, 30, tzinfo=UTC)
    assert reply.mail_id == "<reply@acme.example>"
    assert reply.in_reply_to == "<0123456789abcdef@home.example>"


def test_what_it_is_gets_suggested_in_the_users_day() -> None:
    reply = read_reply_content(mail("We will let you know tomorrow.").as_bytes(), "a.eml", NOW)
    suggestion = suggested(reply, NOW)
    assert suggestion.kind is ReplyKind.DATE
    assert suggestion.decision_date == datetime(2026, 4, 2, tzinfo=UTC).date()
    rejected = pasted_reply("We regret to inform you that the position has been filled.", NOW)
    assert suggested(rejected, NOW).decision is Decision.REJECTION


def test_html_is_read_where_there_is_no_plain_text() -> None:
    message = mail()
    message.set_content("<p>Dear Mia,</p><p>yes.</p><blockquote>old</blockquote>", subtype="html")
    assert read(message) == "Dear Mia,\n\nyes."


def test_the_plain_text_counts_more_than_html_and_attachments_not_at_all() -> None:
    message = mail("the words\n")
    message.add_alternative("<p>other words</p>", subtype="html")
    message.add_attachment("a file", filename="a.txt")
    assert read(message) == "the words"


def test_a_thread_is_found_by_its_references() -> None:
    message = mail(References="<a@x.example> <b@x.example>")
    del message["In-Reply-To"]
    reply = read_reply_content(message.as_bytes(), "a.eml", NOW)
    assert reply.in_reply_to == "<b@x.example>"


@pytest.mark.parametrize(
    "charset", ["iso-8859-1", "windows-1252", "no-such-charset", "idna", "hex"]
)
def test_any_charset_is_read(charset: str) -> None:
    content = (
        f"From: a@b.example\nTo: c@d.example\nContent-Type: text/plain; charset={charset}\n\n"
    ).encode() + b"Gr\xfc\xdfe"
    assert read(content).startswith("Gr")


def test_words_alone_are_a_reply_of_now() -> None:
    reply = pasted_reply("Thanks!\r\n> old\n", NOW)
    assert (reply.body, reply.at, reply.address) == ("Thanks!", NOW.instant, "")


def test_a_pasted_mail_is_read_as_a_mail() -> None:
    assert pasted_reply(mail().as_string(), NOW).address == "anna@acme.example"


def test_a_forwarded_head_in_a_mail_program_is_only_words() -> None:
    text = "From: Anna\nSubject: Hello\n\nWe decide soon."
    assert "We decide soon." in pasted_reply(text, NOW).body


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "reply.eml is no mail."),
        (b"%PDF-1.7", "reply.eml is no mail."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Outlook's own format"),
        (b"From: a@b.example\nTo: c@d.example\n\n \n", "without words in it"),
    ],
)
def test_what_is_no_reply_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(ReplyError) as raised:
        read(content)
    assert said in raised.value.sentence
    assert raised.value.sentence.endswith("Nothing was stored.")


def test_nothing_pasted_and_nothing_there(tmp_path: Path) -> None:
    for text in ("", " \n\u202e\x00"):
        with pytest.raises(ReplyError, match="no words"):
            pasted_reply(text, NOW)
    with pytest.raises(ReplyError, match="is not there"):
        read_reply(tmp_path / "gone.eml", NOW)


def test_what_hides_or_steers_is_left_out() -> None:
    content = (
        b"From: =?utf-8?b?QW4NCkJjYzogeOKArm5h?= <anna@acme.example>\nTo: c@d.example\n"
        b"Subject: =?utf-8?q?a=1B[31m=0Ab?=\nDate: never\nMessage-ID: nothing\n\nyes\x1b[2J\x00no\n"
    )
    reply = read_reply_content(content, "a.eml", NOW)
    assert reply.sender == "An Bcc: xna"
    assert reply.subject == "a[31m b"
    assert reply.body == "yes[2Jno"
    assert (reply.at, reply.mail_id) == (NOW.instant, "")


HEAD = b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n"
HOSTILE = {
    "nested": HEAD + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(20_000)
    ),
    "forwarded without end": HEAD + b"Content-Type: message/rfc822\n\n" * 30_000,
    "many parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\n\n" * 300_000,
    "a long subject": HEAD + b"Subject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nhello",
    "a long sender": HEAD.replace(b"a@b", b'"' + b"(" * 100_000 + b'" <a@b') + b"\nhello",
    "many references": HEAD + b"References: " + b"<a@b> " * 500_000 + b"\n\nhello",
    "html of openings": HEAD + b"Content-Type: text/html\n\n" + b"<!--" * 1_000_000,
    "html of styles": HEAD + b"Content-Type: text/html\n\nx" + b"<style>" * 1_000_000,
    "one line": HEAD + b"\n" + b"On a wrote " * 1_000_000,
    "many introductions": HEAD + b"\n" + b"On a\n" * 1_000_000,
    "many senders": HEAD + b"\n" + b"From: a\n" * 1_000_000,
    "blanks": HEAD + b"\n" + b" " * 5_000_000 + b"x",
    "bad base64": HEAD + b"Content-Transfer-Encoding: base64\n\n" + b"=A" * 2_000_000,
    "bad quoted printable": HEAD + b"Content-Transfer-Encoding: quoted-printable\n\n" + b"=" * 5_000_000,
    "uuencoded": HEAD + b"Content-Transfer-Encoding: x-uuencode\n\nbegin 666 a\n" + b"~" * 100_000,
    "dates": HEAD + b"\n" + b"we decide 1.1.1.1.1.1/2/3/4 " * 200_000,
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_reply_is_answered_soon(kind: str) -> None:
    began = time.monotonic()
    with suppress(ReplyError):
        suggested(read_reply_content(HOSTILE[kind], "a.eml", NOW), NOW)
    assert time.monotonic() - began < 10


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_reply_is_read_or_refused(data: st.DataObject) -> None:
    whole = mail().as_bytes()
    at = data.draw(st.integers(0, len(whole)))
    put = data.draw(st.binary(max_size=20))
    with suppress(ReplyError):
        read(whole[:at] + put + whole[at + data.draw(st.integers(0, 40)) :])


@settings(max_examples=200)
@given(st.text(max_size=300))
def test_any_pasted_text_is_read_or_refused(text: str) -> None:
    with suppress(ReplyError):
        suggested(pasted_reply(text, NOW), NOW)
