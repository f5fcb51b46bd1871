"""One question to one server for a feed, followed to where it leads, and how it ends.

What is asked is judged by `core.news.addresses`: names are looked up first, their numbers judged,
and the connection is made to a number that was judged. What remains: behind a proxy it is the proxy
that looks names up, so there only what the address itself tells is judged.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import (
    QNetworkAccessManager,
    QNetworkProxy,
    QNetworkReply,
    QNetworkRequest,
    QSslError,
)

from core.news.addresses import (
    MOST_REDIRECTS,
    Address,
    AddressRefused,
    Number,
    Reach,
    leads_inside,
    may_ask,
    reach_of,
    read_address,
    redirected,
)
from core.news.values import Answer, Heard, Known
from gui.news import requests
from gui.news.lookup import Lookup

LARGEST = 2_000_000
"""Bytes, unpacked."""
BUFFER = 65_536
MOST_NUMBERS = 3
"""Of one name that are tried in turn."""
_Error = QNetworkReply.NetworkError
_UNREACHED = frozenset(
    {_Error.ConnectionRefusedError, _Error.TimeoutError, _Error.UnknownNetworkError}
)
_OFFLINE = frozenset(
    {
        *(_Error.HostNotFoundError, _Error.TemporaryNetworkFailureError),
        *(_Error.NetworkSessionFailedError, _Error.UnknownNetworkError),
    }
)


@dataclass(frozen=True, slots=True)
class Ways:
    """What differs in tests: how long is waited, and how far a number leads."""

    whole_ms: int = 20_000
    reach: Callable[[Number], Reach] = reach_of


class FeedLine(QObject):
    """`ask` one question at a time; it ends with `answered`, or by `stop` with nothing."""

    answered = Signal(object)
    """An `Answer`."""

    def __init__(
        self, parent: QObject, lookup: Lookup | None = None, ways: Ways | None = None
    ) -> None:
        super().__init__(parent)
        self._ways = ways or Ways()
        self._lookup = lookup or Lookup(self)
        self._lookup.found.connect(self._judge)
        self._network: QNetworkAccessManager | None = None
        self._reply: QNetworkReply | None = None
        self._known: Known | None = None
        self._typed = self._address = Address(scheme="http", host="", port=80, target="/")
        self._numbers: list[str] = []
        self._redirects = 0
        self._moved = False
        self._content = bytearray()
        self._doubted = False
        self._whole = QTimer(self)
        self._whole.setSingleShot(True)
        self._whole.setInterval(self._ways.whole_ms)
        self._whole.timeout.connect(self._wait_no_longer)

    @property
    def busy(self) -> bool:
        """Whether an answer is waited for."""
        return self._known is not None

    def ask(self, known: Known) -> None:
        """Ask for what the user follows; its address counts as typed by the user."""
        self.stop()
        self._known, self._redirects, self._moved = known, 0, True
        self._network = QNetworkAccessManager(self)
        self._network.setRedirectPolicy(QNetworkRequest.RedirectPolicy.ManualRedirectPolicy)
        self._whole.start()
        try:
            self._typed = read_address(known.url)
        except AddressRefused as refused:
            self._end(Heard.TROUBLE, refused.sentence)
            return
        self._go_to(self._typed)

    def stop(self) -> None:
        """Give it up: nothing more is told."""
        self._known = None
        self._whole.stop()
        self._lookup.stop()
        self._hang_up()
        network, self._network = self._network, None
        if network is not None:
            network.deleteLater()

    def _hang_up(self) -> None:
        reply, self._reply = self._reply, None
        if reply is not None:
            reply.abort()
            reply.deleteLater()

    # ------------------------------------------------------------ where to

    def _go_to(self, address: Address) -> None:
        self._address = address
        if address.number is not None:
            self._judge([address.host])
        elif self._proxied():
            self._send(None)
        else:
            self._lookup.ask(address.host)

    def _proxied(self) -> bool:
        """Whether a proxy stands between. On the own network none does."""
        network, address = self._network, self._address
        if network is None:
            return False
        local = address.reach is not Reach.PUBLIC
        proxy = None if local else requests.proxy_for(address)
        network.setProxy(proxy or QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        return proxy is not None

    def _judge(self, numbers: list[str]) -> None:
        """The numbers that the name stands for: those that may be asked are tried in turn."""
        if not self.busy:
            return
        if not numbers:
            self._end(Heard.OFFLINE, self._nobody())
            return
        allowed = [number for number in numbers if self._allowed(number)]
        if not allowed:
            self._end(Heard.TROUBLE, leads_inside(self._address).sentence)
            return
        proxied = self._proxied()
        self._numbers = allowed[:MOST_NUMBERS]
        self._send(None if proxied else self._numbers.pop(0))

    def _allowed(self, number: str) -> bool:
        try:
            found = ipaddress.ip_address(number)
        except ValueError:  # with the name of a network card
            return False
        return may_ask(self._address, self._ways.reach(found), self._typed)

    # ------------------------------------------------------------ question and answer

    def _send(self, number: str | None) -> None:
        if self._network is None or self._known is None:
            return
        self._content.clear()
        self._doubted = False
        request = requests.request_of(self._address, number, self._known)
        reply = self._reply = self._network.get(request)
        reply.setReadBufferSize(BUFFER)
        reply.readyRead.connect(self._read)
        reply.sslErrors.connect(self._doubt)
        reply.finished.connect(self._on_finished)

    def _read(self) -> None:
        reply = self._reply
        if reply is None:
            return
        self._content += bytes(reply.readAll().data())
        if len(self._content) > LARGEST:
            size = f"{LARGEST // 1_000_000} MB"
            self._end(Heard.TROUBLE, f"{self._host} sends more than {size}. No feed is so large.")

    def _doubt(self, _errors: list[QSslError]) -> None:
        """What is not trusted is not asked: the network ends the talk by itself."""
        self._doubted = True

    def _on_finished(self) -> None:
        reply = self._reply
        if reply is None:
            return
        self._read()
        if self._reply is None:
            return
        status, error = requests.status_of(reply), reply.error()
        if not status:
            self._not_reached(error)
        elif status in requests.REDIRECTS and reply.hasRawHeader("Location"):
            self._follow(reply, status)
        elif 200 <= status < 300 and error is not _Error.NoError:
            self._end(
                Heard.TROUBLE, f"{self._host} broke off in the middle. It is tried again later."
            )
        else:
            self._conclude(reply, status)

    def _not_reached(self, error: QNetworkReply.NetworkError) -> None:
        if self._doubted:
            self._end(Heard.TROUBLE, f"{self._host} could not prove who it is. It was not read.")
        elif error in _UNREACHED and self._numbers:
            self._hang_up()
            self._send(self._numbers.pop(0))
        elif error in _OFFLINE:
            self._end(Heard.OFFLINE, self._nobody())
        else:
            self._end(Heard.TROUBLE, f"{self._host} does not answer as a website does.")

    def _follow(self, reply: QNetworkReply, status: int) -> None:
        self._redirects += 1
        self._moved = self._moved and status in requests.PERMANENT
        location = requests.location_of(reply)
        self._hang_up()
        if self._redirects > MOST_REDIRECTS:
            self._end(Heard.TROUBLE, f"{self._host} sends us round in circles. It was not read.")
            return
        try:
            self._go_to(redirected(self._address, location, self._typed))
        except AddressRefused as refused:
            self._end(Heard.TROUBLE, refused.sentence)

    def _conclude(self, reply: QNetworkReply, status: int) -> None:
        if 200 <= status < 300:
            self._end(Heard.ANSWERED, "", reply)
        elif status == 304:
            self._end(Heard.UNCHANGED, "", reply)
        elif status == 410:
            self._end(Heard.GONE, f"{self._host} says that this feed has ended.")
        elif status in {429, 503}:
            self._end(Heard.LATER, f"{self._host} asks to be left alone for a while.", reply)
        elif status == 404:
            self._end(Heard.TROUBLE, f"{self._host} has nothing at this address.")
        else:
            self._end(Heard.TROUBLE, f"{self._host} does not give this feed out ({status}).")

    def _wait_no_longer(self) -> None:
        self._end(Heard.TROUBLE, f"{self._host} took too long. It is tried again later.")

    def _end(self, heard: Heard, sentence: str, reply: QNetworkReply | None = None) -> None:
        known = self._known
        if known is None:
            return
        arrived = heard in {Heard.ANSWERED, Heard.UNCHANGED}
        moved = self._address.url if arrived and self._redirects and self._moved else ""
        answer = Answer(
            heard=heard,
            url=self._address.url or known.url,
            moved=moved,
            content=bytes(self._content) if heard is Heard.ANSWERED else b"",
            content_type=_header(reply, "Content-Type"),
            etag=_header(reply, "ETag"),
            modified=_header(reply, "Last-Modified"),
            retry_after=_header(reply, "Retry-After"),
            sentence=sentence,
        )
        self.stop()
        self.answered.emit(answer)

    def _nobody(self) -> str:
        return f"Nobody answers at {self._host}. Are you online, and is the address right?"

    @property
    def _host(self) -> str:
        return self._address.host or "The server"


def _header(reply: QNetworkReply | None, name: str) -> str:
    return "" if reply is None else requests.header_of(reply, name)
