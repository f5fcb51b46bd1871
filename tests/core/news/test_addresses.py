"""Which addresses are asked for news, however they are written."""

import ipaddress
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.news.addresses import (
    AddressRefused,
    Reach,
    may_ask,
    reach_of,
    read_address,
    redirected,
    typed_address,
)

PUBLIC = typed_address("https://news.example/feed.xml")
AT_HOME = typed_address("http://192.168.1.5:8080/feed")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("acme.example/news", "https://acme.example/news"),
        ("  https://Acme.Example  ", "https://acme.example/"),
        ("http://acme.example:80/a?b=c d".replace(" ", "%20"), "http://acme.example/a?b=c%20d"),
        ("feed://acme.example/rss", "https://acme.example/rss"),
        ("feed:http://acme.example/rss", "http://acme.example/rss"),
        ("//acme.example/rss", "https://acme.example/rss"),
        ("nas.local:8080/rss", "https://nas.local:8080/rss"),
        ("https://acme.example./rss#top", "https://acme.example/rss"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://[2606:4700:0::1]:8443/x", "https://[2606:4700::1]:8443/x"),
    ],
)
def test_an_address_has_one_form(typed: str, asked: str) -> None:
    assert typed_address(typed).url == asked


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "Type the address"),
        ("acme news", "no blanks"),
        ("https://acme.example\\@10.0.0.1/", "no backslashes"),
        ("https://me:secret@acme.example/", "user name"),
        ("ftp://acme.example/", "begins with https:// or http://"),
        ("javascript:alert(1)", "begins with https:// or http://"),
        ("file:///etc/passwd", "begins with https:// or http://"),
        ("https://", "no address"),
        ("https://[::1", "no address"),
        ("https://[fe80::1%25eth0]/", "no address"),
        ("https://acme.example:99999/", "no address"),
        ("https://acme.example:25/", "Port 25"),
        ("https://a..b/", "no address"),
        ("https://256.1.1.1/", "no address"),
        ("https://1.2.3.4.5/", "no address"),
        ("https://0x/", "no address of a website"),
        ("https://169.254.169.254/latest", "no address of a website"),
        ("https://224.0.0.1/", "no address of a website"),
        ("https://[::]/", "no address of a website"),
        ("https://acme.example/" + "a" * 2_000, "too long"),
    ],
)
def test_what_is_no_address_is_refused_with_a_sentence(typed: str, why: str) -> None:
    with pytest.raises(AddressRefused) as refused:
        typed_address(typed)
    assert why in refused.value.sentence


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.1", "127.0.0.1."),
        *("localhost", "LOCALHOST.", "a.localhost", "nas.local", "intranet", "x.home.arpa"),
        *("10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.0.1", "100.64.0.1", "127.255.0.9"),
        *("[::1]", "[::ffff:127.0.0.1]", "[::ffff:a00:1]", "[fc00::1]", "[fd12:3456::1]"),
        *("[64:ff9b::a00:1]", "[2002:a00:1::]", "[::7f00:1]", "[fec0::1]"),
        *("１２７.0.0.1", "127。0。0。1", "ⓛocalhost"),
    ],
)
def test_the_local_network_is_told_however_it_is_written(host: str) -> None:
    assert read_address(f"http://{host}/").reach is Reach.LOCAL
    with pytest.raises(AddressRefused, match="local network"):
        redirected(PUBLIC_PLAIN, f"http://{host}/", PUBLIC_PLAIN)


PUBLIC_PLAIN = typed_address("http://news.example/feed.xml")


@pytest.mark.parametrize(
    "host",
    [
        *("169.254.169.254", "0xa9fea9fe", "0.0.0", "0", "255.255.255.255", "240.0.0.1"),
        *("[::]", "[fe80::1]", "[ff02::1]", "[::ffff:169.254.169.254]", "[fd00:ec2::254]"),
    ],
)
def test_what_no_machine_has_is_never_asked(host: str) -> None:
    address = read_address(f"http://{host}/")
    assert address.reach is Reach.NEVER
    assert not may_ask(address, address.reach, address)


@pytest.mark.parametrize("host", ["1.1.1.1", "93.184.216.34", "[2606:4700::1]", "172.32.0.1"])
def test_numbers_of_the_world_are_public(host: str) -> None:
    assert read_address(f"http://{host}/").reach is Reach.PUBLIC


def test_the_local_network_is_asked_only_where_the_user_typed_it() -> None:
    assert may_ask(AT_HOME, Reach.LOCAL, AT_HOME)
    assert redirected(AT_HOME, "/new", AT_HOME).url == "http://192.168.1.5:8080/new"
    assert redirected(AT_HOME, "https://news.example/", AT_HOME).host == "news.example"
    for elsewhere in ("http://192.168.1.5:6310/", "http://192.168.1.1:8080/", "http://127.0.0.1/"):
        with pytest.raises(AddressRefused, match="local network"):
            redirected(AT_HOME, elsewhere, AT_HOME)


def test_a_public_name_that_stands_for_a_local_number_is_not_asked() -> None:
    assert not may_ask(PUBLIC, Reach.LOCAL, PUBLIC)
    assert may_ask(PUBLIC, Reach.PUBLIC, PUBLIC)


def test_redirects_are_relative_to_where_they_come_from_and_stay_encrypted() -> None:
    assert redirected(PUBLIC, "../atom", PUBLIC).url == "https://news.example/atom"
    assert redirected(PUBLIC_PLAIN, "//other.example/x", PUBLIC).url == "http://other.example/x"
    with pytest.raises(AddressRefused, match="not encrypted"):
        redirected(PUBLIC, "http://news.example/feed.xml", PUBLIC)
    for odd in ("file:///etc/passwd", "data:text/xml,x", "http://[", "https://a:b@c.example/"):
        with pytest.raises(AddressRefused):
            redirected(PUBLIC, odd, PUBLIC)


@given(st.ip_addresses(v=4))
def test_a_number_leads_as_far_in_every_writing(number: ipaddress.IPv4Address) -> None:
    reach = reach_of(number)
    whole = int(number)
    writings = (
        str(whole),
        hex(whole),
        ".".join(oct(part).replace("0o", "0") for part in number.packed),
        f"{number.packed[0]}.{whole & 0xFFFFFF}",
        f"[::ffff:{number}]",
        f"[64:ff9b::{number}]",
    )
    for writing in writings:
        assert read_address(f"http://{writing}/").reach is reach, writing


@given(st.text(max_size=60) | st.from_regex(r"https?://[^ ]{0,40}", fullmatch=True))
def test_any_text_becomes_an_address_in_one_form_or_is_refused(text: str) -> None:
    with suppress(AddressRefused):
        address = typed_address(text)
        assert address.url.isascii()
        assert read_address(address.url) == address
