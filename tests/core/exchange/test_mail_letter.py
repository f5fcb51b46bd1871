"""A letter as bytes: what another program reads in it, and what is never written."""

import email
import os
import re
from email import policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.drafting.outgoing import AttachedBytes, Mailbox, Outgoing, message_id
from core.exchange.mail.addresses import LetterError
from core.exchange.mail.attachments import LARGEST_TOTAL, attach
from core.exchange.mail.letter import as_html, build
from core.exchange.mail.mailto import LONGEST_LINK, mailto
from tests.core.exchange.letters import ANNA, ME, PAUL, letter


def read_back(outgoing: Outgoing) -> EmailMessage:
    """The letter as the standard library's own parser reads it."""
    return email.message_from_bytes(build(outgoing).content, policy=policy.default)


def text_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def refusal(outgoing: Outgoing) -> str:
    with pytest.raises(LetterError) as raised:
        build(outgoing)
    return raised.value.sentence


# ---------------------------------------------------------------- what is read back


def test_a_mail_program_reads_what_was_written() -> None:
    message = read_back(letter(to=(ANNA, PAUL)))
    assert message["Subject"] == "Thank you – Data Engineer interview, 27 March"
    assert message["From"].addresses[0].display_name == "Mia Sørensen"
    assert [each.addr_spec for each in message["To"].addresses] == [ANNA.address, PAUL.address]
    assert [each.display_name for each in message["To"].addresses] == [ANNA.name, PAUL.name]
    assert message["Date"] == "Fri, 27 Mar 2026 17:30:00 +0100"
    assert message["Message-ID"] == "<0123456789abcdef@home.example>"
    assert message["MIME-Version"] == "1.0"
    assert text_of(message) == letter().body
    assert message.defects == []


def test_only_a_draft_for_a_mail_program_is_marked_unsent() -> None:
    assert read_back(letter(draft=True))["X-Unsent"] == "1"
    assert "X-Unsent" not in read_back(letter())


def test_a_draft_may_leave_sender_and_recipient_to_the_mail_program() -> None:
    message = read_back(letter(sender=Mailbox(address=""), to=(), draft=True))
    assert (message["From"], message["To"]) == (None, None)
    assert message["Subject"] == letter().subject
    assert "address" in refusal(letter(sender=Mailbox(address="")))


def test_an_answer_stays_in_its_thread() -> None:
    ids = tuple(f"<{number}@acme.example>" for number in range(40))
    message = read_back(letter(in_reply_to=ids[-1], references=ids))
    assert message["In-Reply-To"] == "<39@acme.example>"
    assert str(message["References"]).split() == list(ids[-20:])


def test_an_odd_id_of_another_program_is_left_out() -> None:
    message = read_back(letter(in_reply_to="<a>\r\nBcc: x@y.example", references=("nothing", "")))
    assert not {"In-Reply-To", "References", "Bcc"}.intersection(message.keys())


def test_attachments_arrive_byte_for_byte(tmp_path: Path) -> None:
    content = bytes(range(256)) * 40 + b"\r\n.\r\n\n.\n"
    file = tmp_path / "Lebenslauf Müller.pdf"
    file.write_bytes(content)
    note = AttachedBytes(name="note.txt", mime="text/plain", content="Grüße\n".encode())
    message = read_back(letter(attachments=(attach(file), note)))
    first, second = message.iter_attachments()
    assert message.get_content_type() == "multipart/mixed"
    assert (first.get_filename(), first.get_content_type()) == (file.name, "application/pdf")
    assert first.get_payload(decode=True) == content
    assert second.get_filename() == "note.txt"
    assert second.get_payload(decode=True) == "Grüße\n".encode()
    assert text_of(message) == letter().body


def test_lines_end_as_servers_want_and_none_is_too_long() -> None:
    words = "x" * 5_000 + " " + "ü" * 5_000
    content = build(letter(body=f".\n..\nFrom me\n{words}\r\nend \n")).content
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert text_of(read_back(letter(body=f".\n..\nFrom me\n{words}\r\nend \n"))) == (
        f".\n..\nFrom me\n{words}\nend \n"
    )


def test_a_megabyte_of_text_is_written_and_read() -> None:
    body = ("Grüße an alle. " * 70_000)[:999_999] + "\n"
    assert text_of(read_back(letter(body=body))) == body
    assert "Shorten it" in refusal(letter(body="x" * 1_000_001))


def test_a_domain_in_any_script_is_written_for_servers() -> None:
    sealed = build(letter(to=(Mailbox(address="jobs@Bücher-straße.example"),)))
    assert sealed.recipients == ("jobs@xn--bcher-strae-46a18a.example",)
    assert not sealed.beyond_ascii


def test_an_address_beyond_ascii_asks_for_a_server_that_can_take_it() -> None:
    sealed = build(letter(to=(Mailbox(address="jürgen@acme.example", name="Jürgen"),)))
    assert sealed.beyond_ascii
    assert "jürgen@acme.example".encode() in sealed.content


line = st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), max_size=300).map(
    str.strip
)


@given(line, line, line)
def test_any_name_subject_and_file_name_is_read_back(name: str, subject: str, file: str) -> None:
    note = AttachedBytes(name=file, mime="text/plain", content=b"x")
    recipient = Mailbox(address=ANNA.address, name=name)
    message = read_back(letter(to=(recipient, PAUL), subject=subject, attachments=(note,)))
    assert [each.addr_spec for each in message["To"].addresses] == [ANNA.address, PAUL.address]
    assert squeezed(message["To"].addresses[0].display_name) == squeezed(name)
    assert squeezed(message["Subject"]) == squeezed(subject)
    (attachment,) = message.iter_attachments()
    assert squeezed(attachment.get_filename() or "") == squeezed(last_part(file))


def squeezed(text: str) -> str:
    """Programs differ in how many blanks they keep."""
    return re.sub(r"\s+", "", text)


def last_part(name: str) -> str:
    return re.split(r"[/\\]", name)[-1] or "attachment"


@given(st.text(max_size=400))
def test_any_text_is_read_back_without_what_nobody_sees(body: str) -> None:
    content = build(letter(body=body)).content
    assert content.count(b"\r\n\r\n") >= 1
    assert text_of(read_back(letter(body=body))).endswith("\n")


# ---------------------------------------------------------------- what is never written

INJECTIONS = (
    "Hello\r\nBcc: thief@evil.example",
    "Hello\nBcc: thief@evil.example",
    "Hello\rBcc: thief@evil.example",
    "Hello\x0bBcc: x",
    "Hello\u2028Bcc: x",
    "Hello\x85Bcc: x",
    "Hello\x00",
    "Hello\x1b[31m",
    "invoice\u202efdp.exe",
    "\u2066Hello",
    "\ud800",
)


@pytest.mark.parametrize("text", INJECTIONS)
def test_what_could_write_headers_is_refused_everywhere(text: str) -> None:
    note = AttachedBytes(name=text, mime="text/plain", content=b"x")
    for said in (
        refusal(letter(subject=text)),
        refusal(letter(to=(Mailbox(address=ANNA.address, name=text),))),
        refusal(letter(sender=Mailbox(address=ME.address, name=text))),
        refusal(letter(attachments=(note,))),
        refusal(letter(to=(Mailbox(address=f"{text}@acme.example"),))),
        refusal(letter(to=(Mailbox(address=f"anna@{text}.example"),))),
    ):
        assert "Nothing was sent, and your draft is kept." in said
        assert "\n" not in said
    with pytest.raises(LetterError):
        mailto(letter(subject=text))


@pytest.mark.parametrize(
    "address",
    [
        *("", "anna", "@acme.example", "anna@", "a b@c.example", "a@b..example", ".a@b.example"),
        *("a@b.example, c@d.example", "<a@b.example>", "a@b@c.example", "a@-b.example"),
        *("a@" + "b" * 64 + ".example", "a" * 65 + "@b.example", "a@b.example>\r\nRCPT TO:<c@d.e"),
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    assert "is no e-mail address" in refusal(letter(to=(Mailbox(address=address),)))


def test_what_encodes_itself_is_shown_as_it_is() -> None:
    trick = "=?utf-8?q?Boss?="
    message = read_back(letter(subject=trick, to=(Mailbox(address=ANNA.address, name=trick),)))
    assert message["Subject"] == trick
    assert message["To"].addresses[0].display_name == trick


def test_the_body_loses_what_steers_or_turns_it() -> None:
    assert text_of(read_back(letter(body="a\x00b\x1b[1m\u202ec\r\nd"))) == "ab[1mc\nd\n"


def test_a_message_to_nobody_is_refused() -> None:
    assert refusal(letter(to=())).startswith("The message has no recipient.")


# ---------------------------------------------------------------- files that change


def test_a_file_that_is_gone_or_changed_holds_the_message_back(tmp_path: Path) -> None:
    file = tmp_path / "cv.pdf"
    file.write_bytes(b"one")
    attached = attach(file)
    file.write_bytes(b"two and more")
    assert refusal(letter(attachments=(attached,))).startswith("cv.pdf has changed since")
    file.write_bytes(b"one")
    os.utime(file, ns=(attached.modified_ns, attached.modified_ns + 1))
    assert refusal(letter(attachments=(attached,))).startswith("cv.pdf has changed since")
    os.utime(file, ns=(attached.modified_ns, attached.modified_ns))
    assert build(letter(attachments=(attached,))).content
    file.unlink()
    assert refusal(letter(attachments=(attached,))).startswith("cv.pdf is no longer where it was")


def test_large_attachments_are_refused_when_attached_and_when_sent(tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    with file.open("wb") as sparse:
        sparse.truncate(LARGEST_TOTAL + 1)
    with pytest.raises(LetterError, match="larger than 25 MB"):
        attach(file)
    half = AttachedBytes(name="a", mime="text/plain", content=bytes(LARGEST_TOTAL // 2 + 1))
    assert "larger than 25 MB together" in refusal(letter(attachments=(half, half)))


def test_only_files_are_attached(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing", Path("a\x00b")):
        with pytest.raises(LetterError):
            attach(path)


def test_a_strange_type_becomes_a_plain_file() -> None:
    for mime in ("multipart/mixed", "message/rfc822", "a\r\nBcc: x", "", "text"):
        note = AttachedBytes(name="a", mime=mime, content=b"From: x\n\ny")
        (part,) = read_back(letter(attachments=(note,))).iter_attachments()
        assert part.get_content_type() == "application/octet-stream"


# ---------------------------------------------------------------- links, rich text, ids


def test_a_short_message_is_a_link() -> None:
    link = mailto(letter(to=(ANNA, PAUL)))
    assert link is not None
    parts = urlsplit(link)
    fields = parse_qs(parts.query, strict_parsing=True)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "anna@acme.example,paul@acme.example")
    assert fields["subject"] == [letter().subject]
    assert fields["body"] == [letter().body.rstrip("\n").replace("\n", "\r\n")]
    assert "%0D%0A" in link
    assert "+" not in link


def test_a_link_says_what_it_answers_and_lets_nothing_else_in() -> None:
    link = mailto(letter(in_reply_to="<a&body=x@acme.example>")) or ""
    assert parse_qs(urlsplit(link).query)["in-reply-to"] == ["<a&body=x@acme.example>"]
    for odd in ("", "<a>\r\nBcc: x@y.example", "nothing"):
        assert "in-reply-to" not in (mailto(letter(in_reply_to=odd)) or "")


def test_a_long_message_or_one_with_a_file_is_no_link() -> None:
    note = AttachedBytes(name="a", mime="text/plain", content=b"x")
    assert mailto(letter(attachments=(note,))) is None
    assert mailto(letter(body="ü" * 300)) is None
    link = mailto(letter(body="x" * 1_600))
    assert link is not None
    assert len(link) <= LONGEST_LINK


def test_rich_text_says_the_same_and_nothing_more() -> None:
    assert as_html("Dear <b>Anna</b>,\n\nHello & thanks\nMia\n") == (
        "<p>Dear &lt;b&gt;Anna&lt;/b&gt;,</p>\n<p>Hello &amp; thanks<br>\nMia</p>"
    )
    assert as_html("") == ""


def test_an_id_is_the_same_for_the_same_message() -> None:
    assert message_id("ab12", "mia@Home.example") == "<ab12@home.example>"
    assert message_id("ab12", "nobody") == "<ab12@afterword.invalid>"
    assert message_id("ab12", "x@bücher.example") == "<ab12@afterword.invalid>"
