"""The mail account from which messages are sent. Its password lies in the system's keyring."""

from collections.abc import Mapping

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting.outgoing import Account, Security, Server
from core.models import Setting
from core.refusal import DetailsError
from core.use_cases import checked
from core.use_cases.history import recorded

PREFIX = "mail_"
_TEXTS = ("address", "name", "user", "drafts_folder", "certificates")
_SERVERS = ("outgoing", "incoming")


def account(session: WorkSession, now: Now) -> Account | None:
    """The account as it was set up; None while there is none."""
    rows = session.scalars(select(Setting).where(Setting.name.startswith(PREFIX, autoescape=True)))
    stored = {row.name.removeprefix(PREFIX): row.value for row in rows}
    if not stored.get("address"):
        return None
    return Account(
        address=stored["address"],
        name=stored.get("name", ""),
        user=stored.get("user", ""),
        outgoing=_server(stored, "outgoing"),
        incoming=_server(stored, "incoming"),
        drafts_folder=stored.get("drafts_folder", ""),
        certificates=stored.get("certificates", ""),
    )


def change_account(session: WorkSession, wanted: Account | None, now: Now) -> None:
    """Set the account up, or forget it (None). `DetailsError` when something does not fit."""
    stored = {} if wanted is None else _stored(wanted)
    label = "Mail account forgotten" if wanted is None else "Mail account changed"
    with recorded(session, label, now):
        for name in _names():
            row = session.get(Setting, PREFIX + name)
            value = stored.get(name, "")
            if row is not None and not value:
                session.delete(row)
            elif row is not None:
                row.value = value
            elif value:
                session.add(Setting(name=PREFIX + name, value=value))
        session.flush()


def _names() -> list[str]:
    parts = ("host", "port", "security")
    return [*_TEXTS, *(f"{server}_{part}" for server in _SERVERS for part in parts)]


def _stored(wanted: Account) -> dict[str, str]:
    texts = {
        "address": checked.required(wanted.address, "address", "The address"),
        "name": checked.line(wanted.name, "name", "The name"),
        "user": checked.line(wanted.user, "user", "The user"),
        "drafts_folder": checked.line(wanted.drafts_folder, "drafts_folder", "The folder"),
        "certificates": checked.line(wanted.certificates, "certificates", "The path", 4_000),
    }
    name, at, domain = texts["address"].partition("@")
    if not (name and at and domain) or " " in texts["address"]:
        raise DetailsError("An address looks like ann@mail.example. Nothing was stored.", "address")
    servers = (("outgoing", wanted.outgoing), ("incoming", wanted.incoming))
    for field, server in servers:
        if server is not None:
            texts |= _stored_server(server, field)
    return texts


def _stored_server(server: Server, field: str) -> dict[str, str]:
    host = checked.required(server.host, field, "The server")
    if " " in host or not 1 <= server.port <= 65_535:
        raise DetailsError(
            "A server looks like mail.example, and its port is from 1 to 65535. Nothing was stored.",
            field,
        )
    return {
        f"{field}_host": host,
        f"{field}_port": str(server.port),
        f"{field}_security": server.security.value,
    }


def _server(stored: Mapping[str, str], name: str) -> Server | None:
    """What this version cannot read counts as not set up."""
    host, port = stored.get(f"{name}_host", ""), stored.get(f"{name}_port", "")
    security = stored.get(f"{name}_security", "")
    if not host or not port.isdecimal() or security not in set(Security):
        return None
    return Server(host=host, port=int(port), security=Security(security))
