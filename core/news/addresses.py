"""Which addresses may be asked for news, and where a server may send us on.

Decided here, and nowhere else:

- Only http and https, on port 80, 443 or one above 1023; no user name in the address.
- A public name or number is asked; one of the local network only where the user typed it, and then
  only that host at that port. What no address of a machine is (multicast, 0.0.0.0, link-local,
  where clouds keep their metadata) is never asked.
- A name says nothing about where it leads. Each number that it stands for is judged, and the
  connection is made to a number that was judged (see `gui.news.line`), so a name that changes
  its meaning in between gains nothing.
- At most five redirects. Each is judged as if it were new. From https none leads back to http:
  what was read unseen stays so.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import quote, urljoin, urlsplit

from core.refusal import Refusal

MOST_REDIRECTS = 5
LONGEST_ADDRESS = 2_000

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d+(?:/|$))")
_KEPT_IN_PATH = "/%:@!$&'()*+,;=~-._"
_LOCAL_ENDS = (
    *("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp"),
    *("private", "home.arpa"),
)
_METADATA = frozenset(
    ipaddress.ip_address(each) for each in ("fd00:ec2::254", "100.100.100.200", "192.0.0.192")
)
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_IPV4_IN_IPV6 = ipaddress.ip_network("::/96")

Number = ipaddress.IPv4Address | ipaddress.IPv6Address


class AddressRefused(Refusal):
    """An address that is not asked. The sentence says why, and what to type instead."""


class Reach(IntEnum):
    """How far an address leads."""

    NEVER = 0
    LOCAL = 1
    PUBLIC = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An http or https address in its one form: small letters, ASCII, no fragment."""

    scheme: str
    host: str
    port: int
    target: str
    """Path and query."""

    @property
    def url(self) -> str:
        """In full."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}{self.port_shown}{self.target}"

    @property
    def authority(self) -> str:
        """What a request names as its host."""
        return (f"[{self.host}]" if ":" in self.host else self.host) + self.port_shown

    @property
    def number(self) -> Number | None:
        """The host, where it is a number and no name."""
        return _number(self.host)

    @property
    def reach(self) -> Reach:
        """How far it leads, as far as its writing tells. A public name may yet lead inside."""
        number = self.number
        if number is not None:
            return reach_of(number)
        local = "." not in self.host or self.host.endswith(tuple(f".{end}" for end in _LOCAL_ENDS))
        return Reach.LOCAL if local else Reach.PUBLIC

    @property
    def port_shown(self) -> str:
        """ ":8080"; empty where it is the usual one."""
        return "" if self.port == _DEFAULT_PORTS[self.scheme] else f":{self.port}"


def typed_address(text: str) -> Address:
    """What the user typed or pasted, with https where nothing is said. Raises `AddressRefused`."""
    tidy = text.strip()
    if not tidy:
        raise AddressRefused("Type the address of a feed, or of the company's news page.")
    lower = tidy.lower()
    if lower.startswith(("feed:http://", "feed:https://")):
        tidy = tidy[len("feed:") :]
    elif lower.startswith("feed://"):
        tidy = "https://" + tidy[len("feed://") :]
    elif _SCHEME.match(tidy) is None:
        tidy = "https://" + tidy.removeprefix("//")
    address = read_address(tidy)
    if address.reach is Reach.NEVER:
        raise AddressRefused(f"{address.host} is no address of a website. Nothing was fetched.")
    return address


def read_address(text: str) -> Address:
    """An address in full. Raises `AddressRefused` where it is none that could be asked."""
    if len(text) > LONGEST_ADDRESS:
        raise AddressRefused("This address is too long. Nothing was fetched. Look at it again.")
    if re.search(r"[\x00-\x20\x7f\\]", text):
        raise AddressRefused(
            "An address has no blanks and no backslashes. Nothing was fetched. Look at it again."
        )
    try:
        parts = urlsplit(text)
        scheme, name, port = parts.scheme.lower(), parts.hostname or "", parts.port
    except ValueError:
        raise _unreadable() from None
    if scheme not in _DEFAULT_PORTS:
        raise AddressRefused(
            "A feed's address begins with https:// or http://. Nothing was fetched."
        )
    if "@" in parts.netloc:
        raise AddressRefused(
            "This address holds a user name. Nothing was fetched. Type it without the name."
        )
    path = quote(parts.path or "/", safe=_KEPT_IN_PATH)
    query = f"?{quote(parts.query, safe=_KEPT_IN_PATH + '?')}" if parts.query else ""
    return Address(
        scheme=scheme,
        host=_host(name),
        port=_allowed_port(_DEFAULT_PORTS[scheme] if port is None else port),
        target=path + query,
    )


def redirected(came_from: Address, location: str, typed: Address) -> Address:
    """Where a server sends us on. Raises `AddressRefused` where we do not go."""
    try:
        wanted = read_address(urljoin(came_from.url, location.strip()))
    except ValueError:
        raise _unreadable() from None
    if came_from.scheme == "https" and wanted.scheme == "http":
        raise AddressRefused(
            f"{came_from.host} leads to an address that is not encrypted. It was not followed."
        )
    if not may_ask(wanted, wanted.reach, typed):
        raise leads_inside(came_from)
    return wanted


def may_ask(address: Address, reach: Reach, typed: Address) -> bool:
    """Whether an address whose number has this `reach` is asked, when the user typed `typed`."""
    if reach is not Reach.LOCAL:
        return reach is Reach.PUBLIC
    same = (address.host, address.port) == (typed.host, typed.port)
    return same and typed.reach is Reach.LOCAL


def leads_inside(address: Address) -> AddressRefused:
    """The refusal of what leads from outside into the local network."""
    return AddressRefused(
        f"{address.host} leads into a local network, so it was not followed. "
        "To follow a feed of your own network, type its address there."
    )


def reach_of(number: Number) -> Reach:
    """How far a number leads. One that carries another inside leads as far as that one."""
    inner = _carried(number)
    if inner is not None:
        return reach_of(inner)
    if number in _METADATA or number.is_unspecified or number.is_multicast or number.is_link_local:
        return Reach.NEVER
    if number.is_loopback:
        return Reach.LOCAL
    if number.is_reserved or (number.version == 4 and int(number) >> 24 == 0):
        return Reach.NEVER
    site = number.version == 6 and number.is_site_local
    return Reach.PUBLIC if number.is_global and not site else Reach.LOCAL


def _carried(number: Number) -> ipaddress.IPv4Address | None:
    """The IPv4 number inside an IPv6 one: mapped, translated, tunnelled."""
    if isinstance(number, ipaddress.IPv4Address):
        return None
    if number.ipv4_mapped is not None:
        return number.ipv4_mapped
    if number.sixtofour is not None:
        return number.sixtofour
    if number in _TRANSLATED or (number in _IPV4_IN_IPV6 and int(number) > 1):
        return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return None


def _host(name: str) -> str:
    """A host in its one form. A number in whatever writing becomes the number it is."""
    if ":" in name:
        try:
            return str(ipaddress.IPv6Address(name)) if "%" not in name else _no_host()
        except ValueError:
            raise _unreadable() from None
    try:
        plain = name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        raise _unreadable() from None
    plain = plain.lower().rstrip(".")
    if not plain or len(plain) > 253 or not _HOST.fullmatch(plain):
        raise _unreadable()
    last = plain.rsplit(".", 1)[-1]
    if last.isdecimal() or re.fullmatch(r"0x[0-9a-f]*", last):
        return _ipv4(plain)
    return plain


def _ipv4(text: str) -> str:
    """An IPv4 number as old programs take it: in one to four parts, decimal, octal or hex."""
    try:
        *first, last = [_part(part) for part in text.split(".")]
    except ValueError:
        raise _unreadable() from None
    fits = len(first) < 4 and all(value < 256 for value in first)
    if not fits or last >= 1 << (8 * (4 - len(first))):
        raise _unreadable()
    whole = sum(value << (24 - 8 * place) for place, value in enumerate(first))
    return str(ipaddress.IPv4Address(whole + last))


def _part(text: str) -> int:
    if text.startswith("0x"):
        return int(text[2:] or "0", 16)
    return int(text, 8 if len(text) > 1 and text.startswith("0") else 10)


def _number(host: str) -> Number | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _allowed_port(port: int) -> int:
    if port in _DEFAULT_PORTS.values() or port > 1023:
        return port
    raise AddressRefused(f"Port {port} is not where websites answer. Nothing was fetched.")


def _no_host() -> str:
    raise _unreadable()


def _unreadable() -> AddressRefused:
    return AddressRefused(
        "This is no address that could be asked. Nothing was fetched. "
        "It looks like https://company.example/news/feed.xml."
    )
