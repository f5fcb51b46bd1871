"""What a server sent, read as a feed or as a page that names feeds."""

import json
from datetime import UTC, datetime

import pytest

from core.exchange.feeds import FeedError, read_feed
from core.news.values import EntryRead, FeedKind, FeedLink, FeedRead, PageRead

BASE = "https://acme.example/news/"


def rss(*items: str, head: str = "<title>Acme news</title>", before: str = "") -> str:
    return f'{before}<rss version="2.0"><channel>{head}{"".join(items)}</channel></rss>'


def item(title: str = "", **parts: str) -> str:
    inside = "".join(f"<{name}>{text}</{name}>" for name, text in parts.items())
    return f"<item><title>{title}</title>{inside}</item>"


def read(text: str, content_type: str = "") -> FeedRead:
    told = read_feed(text.encode(), content_type, BASE)
    assert isinstance(told, FeedRead)
    return told


def first(text: str) -> EntryRead:
    return read(text).entries[0]


def test_an_entry_is_plain_words_with_its_instant_in_utc() -> None:
    feed = read(
        rss(
            item(
                "Acme &amp;amp; Lumen open a &lt;b&gt;plant&lt;/b&gt;",
                link="2026/plant",
                guid="https://acme.example/plant-1",
                pubDate="Tue, 12 May 2026 11:40:00 +0200",
                description="<![CDATA[<p>In&nbsp;Lyon.</p><script>alert(1)</script><p>Soon</p>]]>",
            )
        )
    )
    assert feed == FeedRead(
        title="Acme news",
        kind=FeedKind.RSS,
        entries=(
            EntryRead(
                guid="https://acme.example/plant-1",
                title="Acme & Lumen open a plant",
                link="https://acme.example/news/2026/plant",
                published=datetime(2026, 5, 12, 9, 40, tzinfo=UTC),
                summary="In Lyon. Soon",
            ),
        ),
    )


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "https://a:b@c.example/",
        "//[",
    ],
)
def test_only_links_that_a_browser_may_open_are_kept(link: str) -> None:
    assert first(rss(item("News", link=link))).link == ""


def test_what_no_reader_sees_is_left_out() -> None:
    entry = first(rss(item("Good\u202e news\u200b\u2066\x01 &#x202e;today", guid="a\u202eb")))
    assert entry.title == "Good news today"
    assert "\u202e" not in entry.guid


def test_a_stray_sign_or_an_open_tag_does_not_lose_the_feed() -> None:
    feed = read(rss(item("Lumen & Ash"), item("Br<br>eak"), item("&nbsp;Third&copy;")))
    assert len(feed.entries) == 3


def test_the_newest_come_first_and_an_undated_one_stays_where_it_was() -> None:
    titles = (("new", "12"), ("undated", ""), ("old", "10"), ("newest", "14"))
    entries = (
        item(title, pubDate=f"{day} May 2026 10:00:00 GMT" if day else "") for title, day in titles
    )
    assert [entry.title for entry in read(rss(*entries)).entries] == [
        "newest",
        "new",
        "undated",
        "old",
    ]


@pytest.mark.parametrize("moment", ["yesterday", "32 May 2026", "0001-01-01T00:00:00Z", "9" * 50])
def test_a_time_that_cannot_be_is_no_time(moment: str) -> None:
    assert first(rss(item("News", pubDate=moment))).published is None


def test_an_entry_without_a_title_is_named_by_its_words_and_an_empty_one_is_none() -> None:
    words = "Acme moves to Lyon. " * 20
    feed = read(rss(item("", description=words), item(""), item("", link="https://a.example/x")))
    assert [entry.title[:20] for entry in feed.entries] == [
        "Acme moves to Lyon.…"[:20].replace("…", " "),
        "https://a.example/x",
    ]
    assert len(feed.entries[0].title) <= 120


def test_an_entry_told_twice_is_one() -> None:
    feed = read(rss(item("One", guid="1"), item("One again", guid="1"), item("Two", link="/2")))
    assert [entry.title for entry in feed.entries] == ["One", "Two"]


def test_a_long_guid_still_tells_entries_apart() -> None:
    feed = read(rss(item("One", guid="x" * 5_000 + "1"), item("Two", guid="x" * 5_000 + "2")))
    assert len({entry.guid for entry in feed.entries}) == 2
    assert all(len(entry.guid) <= 200 for entry in feed.entries)


def test_a_doctype_that_defines_nothing_does_no_harm() -> None:
    old = '<?xml version="1.0"?>\n<!-- made by hand --><!DOCTYPE rss PUBLIC "-//N//DTD 0.91" "http://n.example/r.dtd">'
    assert first(rss(item("News"), before=old)).title == "News"


# ------------------------------------------------------------------ encodings


@pytest.mark.parametrize(
    ("declared", "content_type", "encoding"),
    [
        ("", "", "utf-8"),
        ("utf-8", "", "utf-8-sig"),
        ("", "", "utf-16"),
        ("utf-16", "text/xml; charset=utf-16", "utf-16-le"),
        ("iso-8859-1", "", "latin-1"),
        ("", 'application/rss+xml; charset="ISO-8859-1"', "latin-1"),
        ("windows-1252", "", "cp1252"),
        # What is said is wrong:
        ("iso-8859-1", "", "utf-8"),
        ("utf-8", "text/xml; charset=us-ascii", "utf-8"),
        ("utf-8", "", "latin-1"),
        ("utf-16", "", "utf-8"),
        ("nonsense", "text/xml; charset=also-nonsense", "utf-8"),
        ("rot13", "", "utf-8"),
    ],
)
def test_the_encoding_that_fits_is_found(declared: str, content_type: str, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    content = (head + rss(item("Møre og Romsdal"))).encode(encoding)
    told = read_feed(content, content_type, BASE)
    assert isinstance(told, FeedRead)
    assert told.entries[0].title == "Møre og Romsdal"


def test_one_broken_sign_spoils_no_other() -> None:
    content = (
        rss(item("Møre ✂ og Romsdal ære være"), item("a")).encode().replace("✂".encode(), b"\xff")
    )
    told = read_feed(content, "", BASE)
    assert isinstance(told, FeedRead)
    assert told.entries[0].title == "Møre \ufffd og Romsdal ære være"


def test_markup_cannot_hide_in_an_odd_encoding() -> None:
    content = b'<?xml version="1.0" encoding="utf-7"?>' + rss(item("+ADw-b+AD4-")).encode()
    told = read_feed(content, "text/xml; charset=utf-7", BASE)
    assert isinstance(told, FeedRead)
    assert told.entries[0].title == "+ADw-b+AD4-"


# ------------------------------------------------------------------ JSON Feed


def json_feed(**changes: object) -> str:
    whole: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Acme",
        "items": [{"id": 7, "url": "/7", "title": "Seven", "content_text": "a < b"}],
    }
    return json.dumps({**whole, **changes})


def test_a_json_feed_is_read() -> None:
    assert read(json_feed()) == FeedRead(
        title="Acme",
        kind=FeedKind.JSON,
        entries=(
            EntryRead(guid="7", title="Seven", link="https://acme.example/7", summary="a < b"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{", "not valid JSON"),
        ("{}", "no feed"),
        (json_feed(version="2"), "no feed"),
        (json_feed(version=1), "no feed"),
        (json_feed(items={}), "no list"),
        (json_feed(items=None), "no list"),
        (json_feed(version="https://jsonfeed.org/version/1", items=[float("nan")]), "number"),
        ('{"a":' * 200_000, "nested too deeply"),
    ],
)
def test_json_that_is_no_feed_is_refused(text: str, why: str) -> None:
    with pytest.raises(FeedError) as refused:
        read_feed(text.encode(), "application/feed+json", BASE)
    assert why in refused.value.sentence


@pytest.mark.parametrize(
    "entry", [1, None, [], {}, {"id": []}, {"title": {}, "url": 3, "content_html": False}]
)
def test_an_odd_item_is_left_out(entry: object) -> None:
    assert read(json_feed(items=[entry, {"id": "1", "title": "One"}])).entries == (
        EntryRead(guid="1", title="One"),
    )


# ------------------------------------------------------------------ pages

PAGE = """<!-- hello --><!DOCTYPE html><html><head><title>Acme</title>
<link rel="stylesheet" type="text/css" href="/x.css">
<LINK REL="alternate" TYPE="application/rss+xml" TITLE="Acme&#x202e; news" HREF="/feed.xml">
<link rel="alternate feed" type="application/atom+xml; charset=utf-8" href="https://b.example/atom">
<link rel="alternate" type="application/feed+json" href="feed.json">
<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="again">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
<link rel="alternate" type="application/rss+xml">
<link rel="alternate" hreflang="de" href="/de">
</head><body>News</body></html>"""


def test_a_page_names_its_feeds_once_each() -> None:
    assert read_feed(PAGE.encode(), "text/html", BASE) == PageRead(
        feeds=(
            FeedLink(title="Acme news", url="https://acme.example/feed.xml"),
            FeedLink(title="", url="https://b.example/atom"),
            FeedLink(title="", url="https://acme.example/news/feed.json"),
        )
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "nothing at this address"),
        (b"  \r\n ", "nothing at this address"),
        (b"Not found", "no feed at this address"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no feed at this address"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "no feed at this address"),
        (b"%PDF-1.7\n" + bytes(range(128, 256)) * 40, "no feed at this address"),
    ],
)
def test_what_is_neither_feed_nor_page_is_refused(content: bytes, why: str) -> None:
    with pytest.raises(FeedError) as refused:
        read_feed(content, "application/rss+xml", BASE)
    assert why in refused.value.sentence


def test_the_content_type_does_not_matter() -> None:
    for kind in ("text/html", "text/plain", "image/png", "application/json", "x" * 5_000, ";;=;"):
        assert read(rss(item("News")), kind).entries[0].title == "News"
