"""The parts of an entry, made plain: text without markup, links that a browser may open, instants."""

import calendar
import hashlib
import re
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

from core.news.values import EntryRead
from core.plain_text import one_line
from core.reading.html_text import text_of_html

MOST_ENTRIES = 500
LONGEST_TITLE = 300
LONGEST_SUMMARY = 600
LONGEST_LINK = 2_000
LONGEST_GUID = 200
_LONGEST_MARKUP = 100_000
_YEARS = range(1990, 2101)
_ENDING_MARKS = re.compile("[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\u061c]")
"""What is seen by nobody, or turns the direction: joiners between letters are meant, these not."""


def plain(text: object, longest: int, *, markup: bool = True) -> str:
    """A text in one line, without markup and without what no reader sees."""
    if not isinstance(text, str):
        return ""
    shown = text[:_LONGEST_MARKUP]
    if markup and ("<" in shown or "&" in shown):
        shown = text_of_html(shown)
    return one_line(_ENDING_MARKS.sub("", shown), longest)


def web_link(link: object, base: str) -> str:
    """An absolute http or https address; empty where it is another one, or none."""
    if not isinstance(link, str) or not link.strip() or len(link) > LONGEST_LINK:
        return ""
    try:
        parts = urlsplit(urljoin(base, link.strip()))
        whole = parts.geturl()
    except ValueError:
        return ""
    fine = parts.scheme in {"http", "https"} and parts.hostname and "@" not in parts.netloc
    tidy = one_line(whole, LONGEST_LINK + 1)
    return tidy if fine and tidy == whole and " " not in whole else ""


def instant(moment: object) -> datetime | None:
    """The instant of a time in UTC as parsers give it (`time.struct_time`), in UTC."""
    if not isinstance(moment, time.struct_time):
        return None
    try:
        found = datetime.fromtimestamp(calendar.timegm(moment), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return found if found.year in _YEARS else None


def written_instant(text: object) -> datetime | None:
    """The instant of a time written with its zone, such as "2026-05-12T09:40:00Z"."""
    if not isinstance(text, str) or len(text) > 40:
        return None
    try:
        found = datetime.fromisoformat(text.strip())
        if found.tzinfo is None:
            return None
        found = found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if found.year in _YEARS else None


def entry(
    *, guid: object, title: str, link: str, published: datetime | None, summary: str
) -> EntryRead | None:
    """An entry of these parts; None where there is nothing to show of it."""
    shown = title or one_line(summary, 120) or link
    if not shown:
        return None
    known = guid.strip() if isinstance(guid, str) else ""
    return EntryRead(
        guid=_guid(known or link or f"{title} {published}"),
        title=shown,
        link=link,
        published=published,
        summary="" if summary == shown else summary,
    )


def newest(entries: Iterable[EntryRead | None]) -> tuple[EntryRead, ...]:
    """The newest, newest first; undated ones keep their place after those that came before them."""
    seen: set[str] = set()
    dated: list[tuple[datetime, EntryRead]] = []
    latest = datetime.max.replace(tzinfo=UTC)
    for each in entries:
        if each is None or each.guid in seen:
            continue
        seen.add(each.guid)
        latest = each.published or latest
        dated.append((latest, each))
    dated.sort(key=_moment, reverse=True)
    return tuple(each for _, each in dated[:MOST_ENTRIES])


def _moment(dated: tuple[datetime, EntryRead]) -> datetime:
    return dated[0]


def _guid(text: str) -> str:
    tidy = one_line(text, LONGEST_GUID)
    return tidy if tidy == text else hashlib.sha256(text.encode()).hexdigest()
