"""The list of mail providers: readable, and of use for any address."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.content import resource
from core.drafting.outgoing import Security, Server
from core.exchange.mail.providers import ProvidersError, guess_account, guess_again, read_providers


def test_the_list_is_sound_and_no_domain_has_two_providers() -> None:
    providers = read_providers(resource("mail_providers.toml"))
    domains = [domain for each in providers for domain in each.domains]
    assert len(providers) >= 15
    assert len(domains) == len(set(domains))


def test_a_known_provider_is_found_by_the_address() -> None:
    guess = guess_account(" Mia@GMail.com ", "Mia")
    assert guess.provider == "Gmail"
    assert "app password" in guess.note
    assert guess.account.user == "Mia@GMail.com"
    assert guess.account.outgoing == Server(host="smtp.gmail.com", port=465, security=Security.TLS)


def test_any_other_address_gets_the_usual_names() -> None:
    guess = guess_account("mia@home.example")
    assert (guess.provider, guess.note) == ("", "")
    assert guess.account.outgoing == Server(
        host="smtp.home.example", port=465, security=Security.TLS
    )
    assert guess.account.incoming == Server(
        host="imap.home.example", port=993, security=Security.TLS
    )


def test_another_address_gets_its_own_servers_and_what_was_set_by_hand_stays() -> None:
    own = Server(host="relay.example", port=587, security=Security.STARTTLS)
    before = replace(guess_account("mia@home.example", "Mia").account, outgoing=own)
    moved = guess_again(before, "mia@gmail.com")
    assert moved.provider == "Gmail"
    assert (moved.account.name, moved.account.user) == ("Mia", "mia@gmail.com")
    assert moved.account.outgoing == own
    assert moved.account.incoming is not None
    assert moved.account.incoming.host == "imap.gmail.com"


GOOD = """[[providers]]
name = "A"
domains = ["a.example"]
outgoing = "smtp.a.example:465 tls"
incoming = "imap.a.example:993 tls"
"""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("name", "nmae", "own.toml: provider 1: “nmae” is not known here."),
        ('name = "A"', "name = 5", "provider 1: “name” is missing, or is no text."),
        ('["a.example"]', "[]", "“domains” is a list of domains in small letters."),
        ('["a.example"]', '["A.example"]', "“domains” is a list"),
        (":465 tls", ":465", "“outgoing” looks like “smtp.example.org:465 tls”."),
        (":993 tls", ":99999 tls", "“incoming” looks like"),
        ("[[providers]]", "[providers]", "it holds a list “providers”, and nothing else."),
        ("[[providers]]", "[[", "own.toml cannot be read"),
    ],
)
def test_a_mistake_in_the_list_is_named(tmp_path: Path, before: str, after: str, said: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(GOOD, encoding="utf-8")
    assert read_providers(file)[0].name == "A"
    file.write_text(GOOD.replace(before, after), encoding="utf-8")
    with pytest.raises(ProvidersError) as raised:
        read_providers(file)
    assert said in str(raised.value)
