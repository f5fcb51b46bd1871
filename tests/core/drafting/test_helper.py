"""The address of an endpoint: what a person may type, and what is never asked unencrypted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.drafting.helper import endpoint_of
from core.refusal import DetailsError


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        ("  localhost:11434 ", "http://localhost:11434/v1"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1"),
        ("http://127.0.0.1:8080/v1/chat/completions", "http://127.0.0.1:8080/v1"),
        ("[::1]:1234", "http://[::1]:1234/v1"),
        ("192.168.1.20:11434", "http://192.168.1.20:11434/v1"),
        ("http://[fd00::5]:8000", "http://[fd00::5]:8000/v1"),
        ("api.example", "https://api.example/v1"),
        ("HTTPS://API.example:443/openai/v1", "https://api.example/openai/v1"),
        ("https://api.example:8443", "https://api.example:8443/v1"),
    ],
)
def test_what_people_type_becomes_one_address(typed: str, stored: str) -> None:
    found = endpoint_of(typed)
    assert found.address == stored
    assert found.question_url == f"{stored}/chat/completions"
    assert endpoint_of(found.address) == found


@pytest.mark.parametrize(
    "typed",
    [
        "http://api.example/v1",
        "http://8.8.8.8",
        "http://169.254.169.254",
        "http://172.32.0.1",
        "http://192.168.1.20.evil.example",
        "http://localhost.evil.example",
        "http://127.1",
        "http://0x7f000001",
        "http://[::ffff:8.8.8.8]",
        "http://nas.local",
    ],
)
def test_nothing_leaves_the_own_network_unencrypted(typed: str) -> None:
    with pytest.raises(DetailsError, match="begins with https://") as refused:
        endpoint_of(typed)
    assert refused.value.field == "address"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "what?",
        "ftp://localhost",
        "file:///etc/passwd",
        "http://mia:secret@localhost",
        "http://localhost?key=secret",
        "http://localhost#here",
        "http://localhost:99999",
        "http://localhost:0",
        "http://[::1",
        "https://[fe80::1%25eth0]",
        "https://api.example/../v1",
        "https://api.example/v1 /x",
        "https://bücher.example",
        "http://localhost\\@api.example",
    ],
)
def test_what_is_no_address_is_refused_with_one_that_is(typed: str) -> None:
    with pytest.raises(DetailsError, match=r"looks like http://localhost:11434/v1"):
        endpoint_of(typed)


def test_it_is_told_how_far_a_question_goes() -> None:
    assert endpoint_of("http://localhost:11434").on_this_machine
    near = endpoint_of("http://192.168.1.20:11434")
    assert near.near
    assert not near.on_this_machine
    assert not endpoint_of("https://api.example").near


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(typed: str) -> None:
    try:
        found = endpoint_of(typed)
    except DetailsError:
        return
    assert found.scheme == "https" or found.near
    assert endpoint_of(found.address) == found
