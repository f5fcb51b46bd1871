"""A question goes to a real server on this machine, and whatever it does ends in words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QSslCertificate, QSslConfiguration
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from core.drafting.helper import Helper
from core.exchange.helper_answer import CUT_SHORT, LARGEST_ANSWER
from gui.compose.helper_line import HelperLine, Patience
from tests import model_server as model
from tests.core.exchange.servers import Authority
from tests.keyrings import Pocket, pocket
from tests.model_server import Behaviour

TEXT = "Suggest a better wording.\n\nDear Dr. van der Berg, größere Grüße 🙂"
SHORT_PATIENCE = 300


class Asked:
    """One question, followed to its end."""

    def __init__(self, qtbot: QtBot, line: HelperLine) -> None:
        self.qtbot = qtbot
        self.line = line
        self.grown = QSignalSpy(line.grew)
        self.finished = QSignalSpy(line.finished)
        self.troubled = QSignalSpy(line.troubled)

    def ask(self, address: str, *, with_key: bool = False) -> None:
        self.line.ask(Helper(address=address, model="small", with_key=with_key), TEXT)

    def wait(self) -> str:
        """How it ended: the sentence, or the note."""
        self.qtbot.waitUntil(
            lambda: self.finished.count() + self.troubled.count() > 0, timeout=20_000
        )
        assert self.finished.count() + self.troubled.count() == 1
        assert not self.line.busy
        ending = self.finished if self.finished.count() else self.troubled
        return str(ending.at(0)[0])

    @property
    def text(self) -> str:
        count = self.grown.count()
        return str(self.grown.at(count - 1)[0]) if count else ""


@pytest.fixture
def asked(qtbot: QtBot, qapp: QObject) -> Iterator[Asked]:
    owner = QObject()
    yield Asked(qtbot, HelperLine(owner))
    owner.deleteLater()


@pytest.fixture
def hasty(qtbot: QtBot, qapp: QObject) -> Iterator[Asked]:
    """Waits for nobody."""
    owner = QObject()
    yield Asked(qtbot, HelperLine(owner, Patience(silent=SHORT_PATIENCE)))
    owner.deleteLater()


@pytest.fixture
def ring() -> Iterator[Pocket]:
    with pocket() as own:
        yield own


def outcome(asked: Asked, behaviour: Behaviour, *, with_key: bool = False) -> str:
    with model.model_server(behaviour) as server:
        asked.ask(server.address, with_key=with_key)
        return asked.wait()


def test_only_the_text_and_the_models_name_are_sent(asked: Asked) -> None:
    with model.model_server(model.says("Dear Dr. van der Berg,")) as server:
        asked.ask(server.address)
        assert asked.wait() == ""
    (request,) = server.received
    assert request.first_line == "POST /v1/chat/completions HTTP/1.1"
    assert request.text == TEXT
    assert set(request.headers) == {
        *("host", "content-type", "accept", "accept-encoding", "accept-language"),
        *("user-agent", "content-length", "connection"),
    }
    assert request.headers["user-agent"] == "Afterword"
    assert asked.text == "Dear Dr. van der Berg,"


def test_a_slow_answer_is_shown_as_it_grows(asked: Asked, qtbot: QtBot) -> None:
    with model.model_server(model.says_slowly("Dear", " Berg")) as server:
        asked.ask(server.address)
        qtbot.waitUntil(lambda: asked.text == "Dear")
        assert asked.line.busy
        server.go_on.set()
        assert asked.wait() == ""
    assert asked.text == "Dear Berg"


def test_an_answer_in_one_piece_will_do(asked: Asked) -> None:
    body = b'{"choices": [{"message": {"content": "Dear Berg"}, "finish_reason": "length"}]}'
    assert outcome(asked, model.replies("200 OK", body)) == CUT_SHORT
    assert asked.text == "Dear Berg"


def test_the_end_counts_though_the_line_stays_open(asked: Asked) -> None:
    told = model.STREAM_HEAD + model.event("Dear Berg") + model.DONE
    assert outcome(asked, model.hangs_after(told)) == ""
    assert asked.text == "Dear Berg"


def test_stopping_hangs_up_and_nothing_more_is_told(asked: Asked) -> None:
    with model.model_server(model.hangs_after(model.STREAM_HEAD + model.event("Dear"))) as server:
        asked.ask(server.address)
        asked.qtbot.waitUntil(lambda: asked.text == "Dear")
        asked.line.stop()
        asked.qtbot.waitUntil(server.gone.is_set)
    assert (asked.finished.count(), asked.troubled.count()) == (0, 0)
    assert not asked.line.busy


@pytest.mark.parametrize(
    "told",
    [b"", model.STREAM_HEAD, model.STREAM_HEAD + model.event("Dear"), b"HTTP/1.1 500 No\r\n"],
)
def test_a_server_that_hangs_is_not_waited_for_for_ever(hasty: Asked, told: bytes) -> None:
    said = outcome(hasty, model.hangs_after(told))
    assert said.startswith("127.0.0.1 said nothing for too long")


def test_a_server_that_dribbles_is_not_waited_for_for_ever(qtbot: QtBot, qapp: QObject) -> None:
    owner = QObject()
    asked = Asked(qtbot, HelperLine(owner, Patience(whole=SHORT_PATIENCE)))
    assert "for too long" in outcome(asked, model.hangs_after(model.STREAM_HEAD))
    owner.deleteLater()


def test_where_nobody_listens_it_is_said(asked: Asked) -> None:
    with model.model_server(model.hangs) as server:
        address = server.address
    asked.ask(address)
    assert "takes no call. Your draft is as it was. Start the model there" in asked.wait()


def test_a_name_that_nobody_has_is_told(asked: Asked) -> None:
    asked.ask("https://nobody.invalid/v1")
    assert asked.wait().startswith("nobody.invalid was not found")


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (model.sends(b""), "did not hold"),
        (model.sends(model.STREAM_HEAD), "no answer of a model"),
        (model.sends(model.STREAM_HEAD + model.event("Dear")), "broke off before its end"),
        (model.sends(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{"), "broke off"),
        (model.sends(b"\x00\xff\x13rubbish\r\n\r\n"), "did not hold"),
        (model.sends(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), "did not hold"),
        (model.replies("200 OK", b"<html>Welcome</html>"), "no answer of a model"),
        (model.replies("200 OK", b"\x1f\x8b\x08\x00", "Content-Encoding: gzip"), "no answer"),
        (model.replies("204 No Content", b""), "no answer of a model"),
        (model.replies("401 No", b'{"error": {"message": "Who are you?"}}'), "“Who are you?”"),
        (model.replies("401 No", b"", 'WWW-Authenticate: Basic realm="x"'), "wants a key"),
        (model.replies("404 No", b'{"error": "model \\"small\\" not found"}'), "no such model"),
        (model.replies("429 No", b""), "Try again later"),
        (model.replies("500 Oh", b"<html>" + b"x" * 200_000), "trouble of its own (500)"),
        (model.floods(b"HTTP/1.1 500 Oh\r\n\r\n", b"x" * 65_536), "trouble of its own (500)"),
        (model.floods(model.STREAM_HEAD, b": x\n\n" * 10_000), "had no end"),
        (model.floods(model.STREAM_HEAD, b"data: " + b"x" * 65_536), "had no end"),
        (model.floods(model.STREAM_HEAD, model.event("word " * 500)), "had no end"),
        (model.replies("200 OK", b'{"a":"' + b"x" * LARGEST_ANSWER), "had no end"),
    ],
)
def test_whatever_a_server_does_ends_in_a_sentence(
    asked: Asked, behaviour: Behaviour, said: str
) -> None:
    told = outcome(asked, behaviour)
    assert said in told
    assert "Your draft is as it was." in told


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 There", "308 There"])
def test_nothing_is_sent_where_a_server_points_to(asked: Asked, status: str) -> None:
    with model.model_server(model.says("Never asked")) as other:
        there = f"Location: {other.address}/chat/completions"
        assert "points to another place" in outcome(asked, model.replies(status, b"", there))
        assert other.received == []


def test_a_cookie_is_not_kept(asked: Asked) -> None:
    body = b'{"choices": [{"message": {"content": "Yes"}, "finish_reason": "stop"}]}'
    with model.model_server(model.replies("200 OK", body, "Set-Cookie: who=mira")) as server:
        asked.ask(server.address)
        asked.wait()
        again = Asked(asked.qtbot, asked.line)
        again.ask(server.address)
        again.wait()
    assert len(server.received) == 2
    assert "cookie" not in server.received[1].headers


def test_the_key_of_this_address_goes_along(asked: Asked, ring: Pocket) -> None:
    with model.model_server(model.says("Yes")) as server:
        ring.kept["Afterword", server.address] = "sk-12"
        ring.kept["Afterword", "https://other.example/v1"] = "sk-99"
        asked.ask(server.address, with_key=True)
        assert asked.wait() == ""
    assert server.received[0].headers["authorization"] == "Bearer sk-12"


def test_without_its_key_nothing_is_sent(asked: Asked, ring: Pocket) -> None:
    with model.model_server(model.says("Yes")) as server:
        asked.ask(server.address, with_key=True)
        assert "no longer holds the key" in asked.wait()
        ring.locked = True
        later = Asked(asked.qtbot, asked.line)
        later.ask(server.address, with_key=True)
        assert "is locked. Unlock it" in later.wait()
    assert server.received == []


def test_a_key_that_comes_late_goes_nowhere(asked: Asked, ring: Pocket, qtbot: QtBot) -> None:
    with (
        model.model_server(model.says("Yes")) as first,
        model.model_server(model.says("Yes")) as second,
    ):
        ring.kept["Afterword", first.address] = "sk-first"
        ring.kept["Afterword", second.address] = "sk-second"
        asked.ask(first.address, with_key=True)
        asked.ask(second.address, with_key=True)
        assert asked.wait() == ""
        assert first.received == []
        assert second.received[0].headers["authorization"] == "Bearer sk-second"


# ---------------------------------------------------------------- encryption


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def trusted(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authority]:
    """An authority that this machine trusts, for a while."""
    file = authority.write_root(tmp_path_factory.mktemp("root") / "root.pem")
    before = QSslConfiguration.defaultConfiguration()
    trusting = QSslConfiguration(before)
    trusting.addCaCertificates(QSslCertificate.fromPath(str(file)))
    QSslConfiguration.setDefaultConfiguration(trusting)
    yield authority
    QSslConfiguration.setDefaultConfiguration(before)


def test_an_encrypted_endpoint_is_asked(asked: Asked, trusted: Authority) -> None:
    with model.model_server(model.says("Dear Berg"), trusted.server()) as server:
        asked.ask(f"https://127.0.0.1:{server.port}/v1")
        assert asked.wait() == ""
    assert asked.text == "Dear Berg"


def test_a_certificate_that_nobody_vouches_for_gets_nothing(
    asked: Asked, authority: Authority
) -> None:
    with model.model_server(model.says("Yes"), authority.server()) as server:
        asked.ask(f"https://127.0.0.1:{server.port}/v1")
        assert "its certificate is not trusted here. Nothing was sent" in asked.wait()
    assert server.received == []


def test_a_certificate_of_another_name_gets_nothing(asked: Asked, trusted: Authority) -> None:
    with model.model_server(model.says("Yes"), trusted.server("mail.example")) as server:
        asked.ask(f"https://127.0.0.1:{server.port}/v1")
        assert "its certificate is not trusted here" in asked.wait()
    assert server.received == []


def test_a_server_that_does_not_encrypt_gets_nothing(asked: Asked) -> None:
    with model.model_server(model.says("Yes")) as server:
        asked.ask(f"https://127.0.0.1:{server.port}/v1")
        assert "does not encrypt as expected. Nothing was sent" in asked.wait()
    assert server.received == []
