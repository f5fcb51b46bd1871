"""One request for a feed, and what its answer's head says."""

import re

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import (
    QNetworkProxy,
    QNetworkProxyFactory,
    QNetworkProxyQuery,
    QNetworkRequest,
)
from PySide6.QtNetwork import QNetworkReply as Reply

from core.news.addresses import LONGEST_ADDRESS, Address
from core.news.values import Known

LONGEST_HEADER = 500
PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPTED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
    "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1"
)
_UNSENDABLE = re.compile(r"[^\x21-\x7e ]")


def request_of(address: Address, number: str | None, known: Known) -> QNetworkRequest:
    """A conditional request to `address`. `number`: where its name leads, as it was judged.

    The connection is made to that number and to no other, whatever the name means by then; the
    certificate has to be the name's.
    """
    host = address.host if number is None else number
    shown = f"[{host}]" if ":" in host else host
    url = QUrl(f"{address.scheme}://{shown}{address.port_shown}{address.target}")
    request = QNetworkRequest(url)
    request.setPeerVerifyName(address.host)
    headers = {
        "Host": address.authority,
        "User-Agent": "Afterword (reads feeds, every few hours)",
        "Accept": _ACCEPTED,
        "Accept-Language": "*",
        "If-None-Match": known.etag,
        "If-Modified-Since": known.modified,
    }
    for name, value in headers.items():
        if value:
            request.setRawHeader(name.encode(), _UNSENDABLE.sub("", value).encode())
    attribute, manual = QNetworkRequest.Attribute, QNetworkRequest.LoadControl.Manual
    for control in (
        attribute.CookieLoadControlAttribute,
        attribute.CookieSaveControlAttribute,
        attribute.AuthenticationReuseAttribute,
    ):
        request.setAttribute(control, manual)
    # The second version of HTTP would name the number in place of the host.
    request.setAttribute(attribute.Http2AllowedAttribute, False)
    return request


def proxy_for(address: Address) -> QNetworkProxy | None:
    """The proxy through which the system wants this asked; None: directly."""
    found = QNetworkProxyFactory.proxyForQuery(QNetworkProxyQuery(QUrl(address.url)))
    kinds = QNetworkProxy.ProxyType
    direct = not found or found[0].type() in {kinds.NoProxy, kinds.DefaultProxy}
    return None if direct else found[0]


def status_of(reply: Reply) -> int:
    """The status of the answer; 0 where none came."""
    found: object = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    return found if isinstance(found, int) else 0


def header_of(reply: Reply, name: str) -> str:
    """A header of the answer, without what cannot be sent back; empty: none, or a huge one."""
    told = bytes(reply.rawHeader(name).data())
    if len(told) > LONGEST_HEADER:
        return ""
    return _UNSENDABLE.sub("", told.decode("latin-1")).strip()


def location_of(reply: Reply) -> str:
    """Where the answer sends us on, as it is written: in UTF-8 where it is not plain."""
    told = bytes(reply.rawHeader("Location").data())[: LONGEST_ADDRESS + 1]
    return told.decode("utf-8", errors="replace").strip()
