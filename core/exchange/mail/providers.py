"""Which servers an address probably has: known providers, else the usual names."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from core.content import resource
from core.drafting.outgoing import Account, Security, Server

LARGEST_FILE = 200_000
"""Bytes; a larger file is no list of providers."""
_SERVER = re.compile(r"([a-z0-9.-]{1,253}):([0-9]{1,5}) (tls|starttls)")
_KEYS = frozenset({"name", "domains", "outgoing", "incoming", "note"})


class ProvidersError(ValueError):
    """A list of providers that cannot be read; the message names the file and the place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    name: str
    domains: frozenset[str]
    outgoing: Server
    incoming: Server
    note: str = ""
    """What the user has to do there first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """An account to begin with, which the user may correct."""

    account: Account
    provider: str = ""
    """Empty: not known; the servers have the usual names."""
    note: str = ""


def guess_account(address: str, name: str = "") -> Guess:
    """The account that belongs to an address, as far as can be told without asking anybody."""
    own = address.strip()
    domain = own.rpartition("@")[2].lower()
    provider = next((each for each in _standard() if domain in each.domains), None)
    if provider is None:
        outgoing = Server(host=f"smtp.{domain}", port=465, security=Security.TLS)
        incoming = Server(host=f"imap.{domain}", port=993, security=Security.TLS)
    else:
        outgoing, incoming = provider.outgoing, provider.incoming
    account = Account(address=own, name=name, user=own, outgoing=outgoing, incoming=incoming)
    return Guess(
        account=account,
        provider=provider.name if provider else "",
        note=provider.note if provider else "",
    )


def guess_again(before: Account, address: str) -> Guess:
    """The same account with another address: what the user set otherwise than guessed stays."""
    old = guess_account(before.address).account
    guess = guess_account(address)
    new = guess.account
    account = replace(
        before,
        address=new.address,
        user=new.user if before.user == old.user else before.user,
        outgoing=new.outgoing if before.outgoing == old.outgoing else before.outgoing,
        incoming=new.incoming if before.incoming == old.incoming else before.incoming,
    )
    return replace(guess, account=account)


def read_providers(path: Path) -> tuple[Provider, ...]:
    """The providers that a file lists. Raises `ProvidersError`."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ProvidersError(f"{path.name}: larger than a list of providers can be (200 KB).")
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ProvidersError(f"{path.name} cannot be read: {error}") from error
    listed = data.get("providers")
    if set(data) != {"providers"} or not isinstance(listed, list):
        raise ProvidersError(f"{path.name}: it holds a list “providers”, and nothing else.")
    return tuple(
        _provider(each, f"{path.name}: provider {number}")
        for number, each in enumerate(listed, start=1)
    )


@lru_cache(maxsize=1)
def _standard() -> tuple[Provider, ...]:
    return read_providers(resource("mail_providers.toml"))


def _provider(data: object, place: str) -> Provider:
    if not isinstance(data, dict):
        raise ProvidersError(f"{place} is no table.")
    unknown = set(data) - _KEYS
    if unknown:
        raise ProvidersError(f"{place}: “{min(unknown)}” is not known here.")
    domains = data.get("domains")
    if not isinstance(domains, list) or not domains or not all(map(_is_domain, domains)):
        raise ProvidersError(f"{place}: “domains” is a list of domains in small letters.")
    return Provider(
        name=_text(data, "name", place),
        domains=frozenset(domains),
        outgoing=_server(data, "outgoing", place),
        incoming=_server(data, "incoming", place),
        note=_text(data, "note", place) if "note" in data else "",
    )


def _is_domain(text: object) -> bool:
    return isinstance(text, str) and re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", text) is not None


def _text(data: Mapping[str, object], key: str, place: str) -> str:
    text = data.get(key)
    if not isinstance(text, str) or not text.strip():
        raise ProvidersError(f"{place}: “{key}” is missing, or is no text.")
    return text


def _server(data: Mapping[str, object], key: str, place: str) -> Server:
    found = _SERVER.fullmatch(_text(data, key, place))
    if found is None or not 0 < int(found[2]) < 65_536:
        raise ProvidersError(f"{place}: “{key}” looks like “smtp.example.org:465 tls”.")
    return Server(host=found[1], port=int(found[2]), security=Security(found[3]))
