"""What goes wrong on the way to a mail server, in words for people."""

import socket
import ssl

from core.drafting.outgoing import Server
from core.plain_text import without_hidden
from core.refusal import Refusal

LONGEST_ANSWER = 200
"""Characters of a server's own words that are shown."""
_OTHER_NAME = frozenset({62, 64})
_TOO_OLD = 10
"""OpenSSL's numbers for what is wrong with a certificate: made out to another name or address, and
expired."""


_LOST = "The connection to {host} was lost. Try again later."
_WORDS: tuple[tuple[tuple[type[Exception], ...], str], ...] = (
    (
        (socket.gaierror, UnicodeError),
        "{host} was not found. Check your connection, and the server's name in the account.",
    ),
    (
        (ConnectionRefusedError,),
        "{host} does not answer on port {port}. Check the port in the account.",
    ),
    ((TimeoutError,), "{host} did not answer in time. Try again later."),
    ((ssl.SSLEOFError, ssl.SSLZeroReturnError), _LOST),
    (
        (ssl.SSLError, ValueError),
        "{host} does not encrypt as expected on port {port}. Check both in the account.",
    ),
)
"""The first kind that fits counts."""


class Trouble(Refusal):
    """A server that could not be used. The sentence does not yet say what became of the message."""

    def __init__(
        self,
        sentence: str,
        *,
        refused: bool = False,
        permanent: bool = False,
        cancelled: bool = False,
    ) -> None:
        """`refused`: the server said no; `permanent`: it will say no again."""
        super().__init__(sentence)
        self.refused = refused
        self.permanent = permanent
        self.cancelled = cancelled


def trouble_of(error: Exception | None, server: Server) -> Trouble:
    """The trouble behind an error of the network or of encryption."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _untrusted(error, server.host)
    fitting = (words for kinds, words in _WORDS if isinstance(error, kinds))
    words = next(fitting, _LOST)
    return Trouble(words.format(host=server.host, port=server.port))


def refused(what: str, code: int, answer: str) -> Trouble:
    """The server's no to one step: `what` says to which."""
    said = f" The server said: “{answer}”" if answer else ""
    return Trouble(f"{what}{said}", refused=True, permanent=code >= 500)


def spoken(answer: bytes) -> str:
    """A server's own words as one short line. They come from outside: nothing in them steers."""
    text = " ".join(without_hidden(answer.decode("utf-8", "replace")).split())
    return text if len(text) <= LONGEST_ANSWER else f"{text[:LONGEST_ANSWER]}…"


def _untrusted(error: ssl.SSLCertVerificationError, host: str) -> Trouble:
    code = error.verify_code
    if code in _OTHER_NAME:
        what = f"The certificate of {host} is made out to another name. Check the server's name."
    elif code == _TOO_OLD:
        what = f"The certificate of {host} has expired. Ask its provider, or try again later."
    else:
        what = f"The certificate of {host} is not trusted. Check the server's name."
    return Trouble(f"{what} Your password was not given away.")
