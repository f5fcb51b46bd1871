"""Pages of an employer, such as those in professional networks; opened in the browser."""

from dataclasses import dataclass

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, CompanyLink
from core.news.addresses import Address, AddressRefused, typed_address
from core.refusal import DetailsError, Gone
from core.use_cases import checked
from core.use_cases.history import recorded

MOST_LINKS = 30
_NETWORKS = {
    "linkedin.com": "LinkedIn",
    "xing.com": "XING",
    "glassdoor.com": "Glassdoor",
    "kununu.com": "kununu",
    "github.com": "GitHub",
    "youtube.com": "YouTube",
    "bsky.app": "Bluesky",
    "crunchbase.com": "Crunchbase",
    "wikipedia.org": "Wikipedia",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLink:
    """A page of an employer."""

    id: int
    label: str
    url: str
    """http or https."""


def add(session: WorkSession, application_id: int, url: str, label: str, now: Now) -> int:
    """Note a page; without a label it is called as its network, or as its host. Returns its id."""
    if session.get(Application, application_id) is None:
        raise Gone("This application is no longer here. Nothing was stored.")
    address = _address(url)
    shown = checked.line(label, "label", "The name", 100) or network_of(address)
    known = links(session, application_id, now)
    if any(link.url == address.url for link in known):
        raise DetailsError("This page is there already.", "url")
    if len(known) >= MOST_LINKS:
        raise DetailsError(f"There are {len(known)} pages here. Remove one first.", "url")
    with recorded(session, f"Noted: {shown}", now):
        row = CompanyLink(application_id=application_id, label=shown, url=address.url)
        session.add(row)
        session.flush()
    return row.id


def remove(session: WorkSession, link_id: int, now: Now) -> None:
    """Forget a page; Undo brings it back."""
    row = session.get(CompanyLink, link_id)
    if row is None:
        raise Gone("This page is no longer here. Nothing was changed.")
    with recorded(session, f"Removed: {row.label}", now):
        session.execute(delete(CompanyLink).where(CompanyLink.id == link_id))


def links(session: WorkSession, application_id: int, now: Now) -> tuple[KeptLink, ...]:
    """The pages of an employer, in the order of noting."""
    query = select(CompanyLink).where(CompanyLink.application_id == application_id)
    rows = session.scalars(query.order_by(CompanyLink.id))
    return tuple(KeptLink(id=row.id, label=row.label, url=row.url) for row in rows)


def network_of(address: Address) -> str:
    """ "LinkedIn" for any of its pages; else the host."""
    host = address.host.removeprefix("www.")
    for end, name in _NETWORKS.items():
        if host == end or host.endswith(f".{end}"):
            return name
    return host


def _address(url: str) -> Address:
    """A page is only opened in the browser, and yet it has to be one. Nothing is fetched."""
    try:
        return typed_address(url)
    except AddressRefused as refused:
        said = refused.sentence.replace("Nothing was fetched", "Nothing was stored")
        raise DetailsError(said, "url") from refused
