"""Sending over a real SMTP server: what is taken, what is refused, and what is said about it."""

import email
import ssl
import threading
from email import policy

import pytest

from core.drafting.outbox import Delivered, NotSent, Outcome, Refused, Stage, Unknown
from core.drafting.outgoing import Account, AttachedBytes, Mailbox, Outgoing, Security, Server
from core.exchange.mail.connection import Conditions, Patience
from core.exchange.mail.letter import build
from core.exchange.mail.sending import send
from tests.core.exchange.dovecot import free_port
from tests.core.exchange.letters import ANNA, PAUL, letter
from tests.core.exchange.servers import (
    HOST,
    PASSWORD,
    USER,
    Authority,
    Mailroom,
    Manners,
    content,
    mailroom,
)

KEPT = "Nothing was sent, and your draft is kept."
SOON = Patience(connect=5, answer=0.3, verdict=0.3, parting=0.1)


def account(port: int, security: Security = Security.TLS, host: str = HOST) -> Account:
    server = Server(host=host, port=port, security=security)
    return Account(address=USER, name="Mia Sørensen", user=USER, outgoing=server)


def deliver(
    room: Mailroom,
    authority: Authority,
    *,
    outgoing: Outgoing | None = None,
    security: Security = Security.TLS,
    password: str = PASSWORD,
    patience: Patience | None = None,
) -> Outcome:
    conditions = Conditions(context=authority.client(), patience=patience or Patience())
    return send(build(outgoing or letter()), account(room.port, security), password, conditions)


def refused(outcome: Outcome) -> Refused:
    assert isinstance(outcome, Refused), outcome
    assert outcome.sentence.endswith(KEPT)
    return outcome


def not_sent(outcome: Outcome) -> NotSent:
    assert isinstance(outcome, NotSent), outcome
    assert outcome.sentence.endswith(KEPT)
    return outcome


# ---------------------------------------------------------------- the good way


@pytest.mark.parametrize("security", Security)
def test_a_letter_arrives_as_it_was_written(authority: Authority, security: Security) -> None:
    file = AttachedBytes(name="Müller.bin", mime="application/x-bin", content=bytes(range(256)))
    body = "Dear Anna,\n.\n.hidden dot\n\nGrüße\n"
    outgoing = letter(to=(ANNA, PAUL), body=body, attachments=(file,))
    starttls = security is Security.STARTTLS
    with mailroom(authority.server(), starttls=starttls) as room:
        outcome = deliver(room, authority, outgoing=outgoing, security=security)
        assert isinstance(outcome, Delivered)
        (taken,) = room.messages
    assert taken.rcpt_tos == [ANNA.address, PAUL.address]
    assert taken.mail_from == USER
    read = email.message_from_bytes(content(taken), policy=policy.default)
    text = read.get_body(("plain",))
    assert text is not None
    assert text.get_content().replace("\r\n", "\n") == body
    assert read["Subject"] == outgoing.subject
    (attached,) = read.iter_attachments()
    assert attached.get_payload(decode=True) == bytes(range(256))
    assert attached.get_filename() == "Müller.bin"
    assert content(taken) == build(outgoing).content


def test_a_large_letter_arrives_whole(authority: Authority) -> None:
    file = AttachedBytes(name="a.bin", mime="application/x-bin", content=b".\r\n" * 2_000_000)
    with mailroom(authority.server()) as room:
        assert isinstance(deliver(room, authority, outgoing=letter(attachments=(file,))), Delivered)
        assert content(room.messages[0]) == build(letter(attachments=(file,))).content


def test_each_stage_is_told_before_it_begins(authority: Authority) -> None:
    told: list[Stage] = []
    with mailroom(authority.server()) as room:
        conditions = Conditions(context=authority.client(), progress=told.append)
        send(build(letter()), account(room.port), PASSWORD, conditions)
    assert told == list(Stage)


def test_an_address_beyond_ascii_goes_where_the_server_can_take_it(authority: Authority) -> None:
    outgoing = letter(to=(Mailbox(address="jürgen@acme.example", name="Jürgen"),))
    with mailroom(authority.server()) as room:
        assert isinstance(deliver(room, authority, outgoing=outgoing), Delivered)
        assert room.messages[0].rcpt_tos == ["jürgen@acme.example"]
    with mailroom(authority.server(), utf8=False) as room:
        said = refused(deliver(room, authority, outgoing=outgoing))
        assert said.permanent
        assert "cannot send to or from jürgen@acme.example" in said.sentence


# ---------------------------------------------------------------- what the server refuses


def test_a_wrong_password_is_told(authority: Authority) -> None:
    with mailroom(authority.server()) as room:
        said = refused(deliver(room, authority, password="wrong"))
    assert said.permanent
    assert "did not accept user and password" in said.sentence
    assert not room.messages


def test_a_grey_listing_server_is_tried_again_later(authority: Authority) -> None:
    manners = Manners(answers={ANNA.address: "451 4.7.1 Greylisted, try again"})
    with mailroom(authority.server(), manners=manners) as room:
        said = refused(deliver(room, authority))
        assert not said.permanent
        assert "Greylisted" in said.sentence
        manners.answers.clear()
        assert isinstance(deliver(room, authority), Delivered)
        assert len(room.messages) == 1


def test_one_refused_recipient_refuses_the_message_for_all(authority: Authority) -> None:
    manners = Manners(answers={PAUL.address: "550 No such user"})
    with mailroom(authority.server(), manners=manners) as room:
        said = refused(deliver(room, authority, outgoing=letter(to=(ANNA, PAUL))))
    assert said.permanent
    assert (
        f"does not take messages to {PAUL.address}. The server said: “No such user”"
        in said.sentence
    )
    assert not room.messages


@pytest.mark.parametrize(("answer", "permanent"), [("554 Spam", True), ("452 Full", False)])
def test_a_no_after_the_dot_is_a_no(authority: Authority, answer: str, permanent: bool) -> None:
    with mailroom(authority.server(), manners=Manners(answers={"DATA": answer})) as room:
        assert refused(deliver(room, authority)).permanent is permanent


def test_a_no_to_the_sender_names_the_sender(authority: Authority) -> None:
    manners = Manners(answers={"MAIL": "553 not yours\x1b[31m\u202e"})
    with mailroom(authority.server(), manners=manners) as room:
        said = refused(deliver(room, authority)).sentence
    assert f"does not send for {USER}" in said
    assert "\x1b" not in said


def test_a_letter_larger_than_the_server_takes_is_not_begun(authority: Authority) -> None:
    with mailroom(authority.server(), size=300) as room:
        said = refused(deliver(room, authority))
    assert "takes at most 0.0 MB" in said.sentence


# ---------------------------------------------------------------- who must not be trusted


def test_a_certificate_for_another_name_ends_it(authority: Authority) -> None:
    with mailroom(authority.server("other.example")) as room:
        said = not_sent(deliver(room, authority)).sentence
    assert "is made out to another name" in said
    assert "Your password was not given away." in said


@pytest.mark.parametrize("security", Security)
def test_a_certificate_of_a_stranger_ends_it(authority: Authority, security: Security) -> None:
    strange = Authority()
    with mailroom(strange.server(), starttls=security is Security.STARTTLS) as room:
        assert "is not trusted" in not_sent(deliver(room, authority, security=security)).sentence
        assert not room.messages


def test_a_server_without_encryption_gets_no_password(authority: Authority) -> None:
    with mailroom(None) as room:
        said = not_sent(deliver(room, authority, security=Security.STARTTLS)).sentence
        assert "does not offer encryption" in said
        said = not_sent(deliver(room, authority, security=Security.TLS, patience=SOON)).sentence
    assert not room.messages


def test_the_wrong_encryption_is_told(authority: Authority) -> None:
    with mailroom(authority.server(), starttls=True) as room:
        said = not_sent(deliver(room, authority, security=Security.TLS)).sentence
    assert "does not encrypt as expected" in said


def test_a_server_of_ones_own_is_trusted_by_its_certificate(
    authority: Authority, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = authority.write_root(tmp_path_factory.mktemp("ca") / "root.pem")
    with mailroom(authority.server()) as room:
        server = Server(host=HOST, port=room.port, security=Security.TLS)
        own = Account(address=USER, user=USER, outgoing=server, certificates=str(root))
        assert isinstance(send(build(letter()), own, PASSWORD), Delivered)
        bad = Account(address=USER, user=USER, outgoing=server, certificates="/nowhere")
        assert "cannot be read" in not_sent(send(build(letter()), bad, PASSWORD)).sentence


# ---------------------------------------------------------------- who does not answer


def test_nobody_there(authority: Authority) -> None:
    conditions = Conditions(context=authority.client(), patience=SOON)
    nobody = send(build(letter()), account(free_port()), PASSWORD, conditions)
    assert "does not answer on port" in not_sent(nobody).sentence
    for host in ("no-such-host.invalid", "a..b", "x" * 70 + ".example", "bad\x00name"):
        odd = send(build(letter()), account(25, host=host), PASSWORD, conditions)
        not_sent(odd)


@pytest.mark.parametrize("stage", ["MAIL", ANNA.address])
def test_a_server_that_hangs_is_left_and_has_nothing(authority: Authority, stage: str) -> None:
    with mailroom(authority.server(), manners=Manners(silent_at=stage)) as room:
        said = not_sent(deliver(room, authority, patience=SOON)).sentence
        assert "did not answer in time" in said
        assert not room.messages


def test_a_server_that_hangs_after_the_dot_may_have_it(authority: Authority) -> None:
    with mailroom(authority.server(), manners=Manners(silent_at="DATA")) as room:
        outcome = deliver(room, authority, patience=SOON)
    assert isinstance(outcome, Unknown)
    assert "It may have arrived." in outcome.sentence


@pytest.mark.parametrize("where", ["before storing", "after storing"])
def test_a_line_lost_after_the_dot_is_unknown(authority: Authority, where: str) -> None:
    with mailroom(authority.server(), manners=Manners(drops_at=where)) as room:
        assert isinstance(deliver(room, authority), Unknown)


# ---------------------------------------------------------------- cancelling


@pytest.mark.parametrize("stage", list(Stage)[1:-1])
def test_cancelling_before_the_dot_sends_nothing(authority: Authority, stage: Stage) -> None:
    cancelled = threading.Event()

    def cancel_at(reached: Stage) -> None:
        if reached is stage:
            cancelled.set()

    with mailroom(authority.server()) as room:
        conditions = Conditions(
            context=authority.client(), cancelled=cancelled.is_set, progress=cancel_at
        )
        outcome = not_sent(send(build(letter()), account(room.port), PASSWORD, conditions))
        assert outcome.cancelled
        assert room.holds(letter().message_id) == 0


def test_cancelling_wakes_a_waiting_line(authority: Authority) -> None:
    cancelled = threading.Event()
    with mailroom(authority.server(), manners=Manners(silent_at="MAIL")) as room:
        conditions = Conditions(context=authority.client(), cancelled=cancelled.is_set)
        timer = threading.Timer(0.2, cancelled.set)
        timer.start()
        outcome = not_sent(send(build(letter()), account(room.port), PASSWORD, conditions))
        timer.join()
    assert outcome.cancelled


def test_cancelling_as_the_dot_leaves_still_hears_the_answer(authority: Authority) -> None:
    cancelled = threading.Event()

    def cancel_at(reached: Stage) -> None:
        if reached is Stage.CONFIRMING:
            cancelled.set()

    with mailroom(authority.server()) as room:
        conditions = Conditions(
            context=authority.client(), cancelled=cancelled.is_set, progress=cancel_at
        )
        outcome = send(build(letter()), account(room.port), PASSWORD, conditions)
        assert isinstance(outcome, Delivered)
        assert room.holds(letter().message_id) == 1


def test_what_cannot_be_stored_before_the_dot_stops_it(authority: Authority) -> None:
    def full(reached: Stage) -> None:
        if reached is Stage.CONFIRMING:
            raise OSError("the disk is full")

    with mailroom(authority.server()) as room:
        conditions = Conditions(context=authority.client(), progress=full)
        with pytest.raises(OSError, match="full"):
            send(build(letter()), account(room.port), PASSWORD, conditions)
        assert room.holds(letter().message_id) == 0


def test_an_account_without_a_server_says_so(authority: Authority) -> None:
    assert (
        "no server for sending"
        in not_sent(send(build(letter()), Account(address=USER), PASSWORD)).sentence
    )


def test_certificates_are_verified_without_being_asked() -> None:
    context = Conditions().tls(Account(address=USER))
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
