"""Optional help with wording: an endpoint that the user named, and what may be asked of it.

Endpoints speak the interface that OpenAI made usual: `POST …/chat/completions`.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from core.refusal import DetailsError

USUAL_PATH = "/v1"
"""Where an address names no path, as the programs that run models serve it."""
_QUESTION = "/chat/completions"
_OWN_NAMES = ("localhost", "localhost.localdomain")
_PRIVATE: tuple[IPv4Network | IPv6Network, ...] = tuple(
    ip_network(block)
    for block in (
        "127.0.0.0/8",
        "::1/128",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "fc00::/7",
    )
)
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.ASCII)
_PATH = re.compile(r"(/(?!\.+(/|$))[A-Za-z0-9._~-]+)*", re.ASCII)
_LOOKS = "An address looks like http://localhost:11434/v1. Nothing was stored."
_BARE = (
    "What leaves this machine's own network is encrypted: an address there begins with https://. "
    "Nothing was stored."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """The endpoint as the user named it. Its key, if it has one, lies in the system's keyring."""

    address: str
    model: str
    with_key: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a question goes."""

    scheme: str
    host: str
    """As it stands in the address; of IPv6 without the brackets."""
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: whoever that is gets what is sent."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == _usual_port(self.scheme)
        return f"{self.scheme}://{host}" + ("" if usual else f":{self.port}")

    @property
    def address(self) -> str:
        """As it is stored and shown."""
        return self.origin + self.path

    @property
    def question_url(self) -> str:
        """The place that is asked."""
        return self.address + _QUESTION

    @property
    def on_this_machine(self) -> bool:
        """Whether nothing leaves this machine."""
        number = _number(self.host)
        return self.host in _OWN_NAMES or (number is not None and number.is_loopback)

    @property
    def near(self) -> bool:
        """Whether nothing leaves this machine's own network, as far as its address tells."""
        number = _number(self.host)
        own = number is not None and any(number in block for block in _PRIVATE)
        return self.on_this_machine or own


def endpoint_of(address: str) -> Endpoint:
    """Read an address that a person typed.

    Without a scheme it is http on the own network, else https; http to anywhere else is refused.
    Raises `DetailsError` for the field "address".
    """
    text = address.strip()
    if any(sign in text for sign in "?#@"):
        raise DetailsError(_LOOKS, "address")
    parts = _split(text if "://" in text else f"//{text}")
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise DetailsError(_LOOKS, "address") from None
    if not _is_plain(parts, host) or port == 0:
        raise DetailsError(_LOOKS, "address")
    scheme = parts.scheme or ("http" if Endpoint("http", host, 80, "").near else "https")
    path = parts.path.rstrip("/").removesuffix(_QUESTION) or USUAL_PATH
    found = Endpoint(scheme, host, port or _usual_port(scheme), path)
    if scheme == "http" and not found.near:
        raise DetailsError(_BARE, "address")
    return found


def _split(text: str) -> SplitResult:
    try:
        return urlsplit(text)
    except ValueError:
        raise DetailsError(_LOOKS, "address") from None


def _is_plain(parts: SplitResult, host: str) -> bool:
    """Whether its host and its path cannot be read two ways."""
    named = _number(host) is not None or _HOST.fullmatch(host) is not None
    path = _PATH.fullmatch(parts.path.rstrip("/")) is not None
    return parts.scheme in ("", "http", "https") and named and path


def _number(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host) if "%" not in host else None
    except ValueError:
        return None


def _usual_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
