"""One question to the endpoint that helps with wording, and its answer as it comes.

TLS is verified, redirections are not followed, no cookie is kept, and whoever hangs, babbles or sends
rubbish ends in a sentence. On the own network no proxy stands between.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
    QSslError,
)

from core.drafting.helper import Endpoint, Helper, endpoint_of
from core.exchange.helper_answer import LARGEST_ERROR, Answer, HelperTrouble, question
from core.exchange.helper_refusals import Fault, answer_sentence, fault_sentence
from core.refusal import DetailsError
from gui.answers import sentence_of
from gui.errands import Errands
from gui.helper_errands import kept_key

BUFFER = 65_536
"""Bytes that are taken from the network before they are read."""
_HEADERS = {
    "Content-Type": "application/json",
    "Accept": "text/event-stream, application/json",
    "Accept-Encoding": "identity",
    "Accept-Language": "*",
    "User-Agent": "Afterword",
}
_Error = QNetworkReply.NetworkError
_FAULTS = {
    _Error.ConnectionRefusedError: Fault.NOBODY,
    _Error.HostNotFoundError: Fault.NO_SUCH_HOST,
    _Error.SslHandshakeFailedError: Fault.UNENCRYPTED,
    _Error.RemoteHostClosedError: Fault.BROKEN_OFF,
    _Error.TimeoutError: Fault.SILENT,
}


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, in milliseconds. A model on a small machine loads for minutes."""

    silent: int = 180_000
    """Until the next byte."""
    whole: int = 900_000


class HelperLine(QObject):
    """`ask` one question at a time; it ends with `finished` or `troubled`, or by `stop` with neither."""

    grew = Signal(str)
    """The suggestion so far."""
    finished = Signal(str)
    """All has come; carries what the reader should know of it, or nothing."""
    troubled = Signal(str)
    """A sentence; what `grew` told last is all there is."""

    def __init__(self, parent: QObject, patience: Patience | None = None) -> None:
        super().__init__(parent)
        self._network: QNetworkAccessManager | None = None
        self._errands = Errands(self)
        self._reply: QNetworkReply | None = None
        self._wanted: tuple[Helper, str] | None = None
        self._endpoint: Endpoint | None = None
        self._answer = Answer()
        self._refusal = b""
        self._unverified = False
        self._silence = self._timer((patience or Patience()).silent)
        self._whole = self._timer((patience or Patience()).whole)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether an answer is waited for."""
        return self._wanted is not None

    def ask(self, helper: Helper, text: str) -> None:
        """Send this text, and nothing else; the key is asked of the keyring first, if there is one."""
        self.stop()
        self._wanted = (helper, text)
        if helper.with_key or helper.address.startswith("https:"):
            work = partial(_prepared, helper)
            self._errands.run(work, then=self._send_with, otherwise=self._no_key)
        else:
            self._send("")

    def stop(self) -> None:
        """Give it up: nothing more is told."""
        self._wanted = None
        self._silence.stop()
        self._whole.stop()
        self._reply = None
        network, self._network = self._network, None
        if network is not None:
            # Hangs up, too. At once, under the interpreter's lock, it can wait for its thread in vain.
            network.deleteLater()

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self._wait_no_longer)
        return timer

    def _send_with(self, found: tuple[Helper, str]) -> None:
        """A key goes to the endpoint that it belongs to, and to no other that is asked meanwhile."""
        helper, key = found
        if self._wanted is not None and self._reply is None and self._wanted[0] is helper:
            self._send(key)

    def _no_key(self, error: Exception) -> None:
        if self._wanted is not None and self._reply is None:
            self._fail(sentence_of(error))

    def _send(self, key: str) -> None:
        if self._wanted is None:
            return
        helper, text = self._wanted
        try:
            endpoint = self._endpoint = endpoint_of(helper.address)
        except DetailsError as error:
            self._fail(error.sentence)
            return
        self._answer, self._refusal, self._unverified = Answer(), b"", False
        network = self._network = QNetworkAccessManager(self)  # each question has its own line
        network.setRedirectPolicy(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
        if endpoint.near:
            network.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        reply = self._reply = network.post(_request(endpoint, key), question(helper.model, text))
        reply.setReadBufferSize(BUFFER)
        reply.readyRead.connect(self._read)
        reply.sslErrors.connect(self._doubt)
        reply.finished.connect(self._end)
        self._silence.start()
        self._whole.start()

    def _read(self) -> None:
        reply = self._reply
        if reply is None:
            return
        self._silence.start()
        piece = bytes(reply.readAll().data())
        if not _is_good(_status(reply)):
            self._refusal += piece[: LARGEST_ERROR - len(self._refusal)]
            if len(self._refusal) >= LARGEST_ERROR:
                self._end()
            return
        before = self._answer.text
        try:
            self._answer.take(piece)
        except HelperTrouble as trouble:
            self._tell_growth(before)
            self._fail(trouble.sentence)
            return
        self._tell_growth(before)
        if self._answer.over:
            self._finish()

    def _tell_growth(self, before: str) -> None:
        if self._answer.text != before:
            self.grew.emit(self._answer.text)

    def _doubt(self, _errors: list[QSslError]) -> None:
        """What is not trusted is not asked: the network ends the talk by itself."""
        self._unverified = True

    def _end(self) -> None:
        """The line has ended, by whomever."""
        reply = self._reply
        if reply is None or self._endpoint is None or self._wanted is None:
            return
        if reply.bytesAvailable():
            self._read()
            if self._reply is None:
                return
        status, error = _status(reply), reply.error()
        if status and not _is_good(status):
            with_key = self._wanted[0].with_key
            sentence = answer_sentence(status, self._refusal, self._endpoint, with_key=with_key)
            self._fail(sentence)
        elif error is not _Error.NoError:
            self._fail(fault_sentence(self._fault(error, status), self._endpoint))
        else:
            self._finish()

    def _fault(self, error: QNetworkReply.NetworkError, status: int) -> Fault:
        if self._unverified:
            return Fault.UNVERIFIED
        fault = _FAULTS.get(error, Fault.OTHER)
        return Fault.OTHER if fault is Fault.BROKEN_OFF and not status else fault

    def _finish(self) -> None:
        before = self._answer.text
        try:
            self._answer.end()
        except HelperTrouble as trouble:
            self._tell_growth(before)
            self._fail(trouble.sentence)
            return
        self._tell_growth(before)
        self.stop()
        self.finished.emit(self._answer.note)

    def _wait_no_longer(self) -> None:
        if self._endpoint is not None:
            self._fail(fault_sentence(Fault.SILENT, self._endpoint))

    def _fail(self, sentence: str) -> None:
        self.stop()
        self.troubled.emit(sentence)


def _prepared(helper: Helper) -> tuple[Helper, str]:
    """Everything that may take a while before a question leaves; gives the key, or nothing."""
    if helper.address.startswith("https:"):
        _load_authorities()
    return helper, kept_key(helper.address) if helper.with_key else ""


def _load_authorities() -> None:
    """Whom this machine trusts is read at the first encrypted question: a fifth of a second.

    A question to nobody reads it, too. It never leaves, and lets the window go on meanwhile.
    """
    network = QNetworkAccessManager()
    network.post(QNetworkRequest(QUrl("https:///")), b"")


def _request(endpoint: Endpoint, key: str) -> QNetworkRequest:
    request = QNetworkRequest(QUrl(endpoint.question_url))
    for name, value in _HEADERS.items():
        request.setRawHeader(name.encode(), value.encode())
    if key:
        request.setRawHeader(b"Authorization", f"Bearer {key}".encode())
    attribute, manual = QNetworkRequest.Attribute, QNetworkRequest.LoadControl.Manual
    for control in (
        attribute.CookieLoadControlAttribute,
        attribute.CookieSaveControlAttribute,
        attribute.AuthenticationReuseAttribute,
    ):
        request.setAttribute(control, manual)
    request.setAttribute(attribute.Http2AllowedAttribute, False)
    return request


def _status(reply: QNetworkReply) -> int:
    """The status of the answer; 0 where none came."""
    found: object = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    return found if isinstance(found, int) else 0


def _is_good(status: int) -> bool:
    return 200 <= status < 300
