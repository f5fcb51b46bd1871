"""The words of an answer, apart from what it quotes, and HTML as text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.html_text import text_of_html
from core.reading.quoted import own_words

OWN = "Dear Mia,\n\nwe decide next week.\n\nAnna"
INTRODUCTIONS = (
    "On Fri, 27 Mar 2026 at 17:30, Mia Sørensen <mia@home.example> wrote:\n> Dear Anna",
    "On Fri, 27 Mar 2026 at 17:30, Mia Sørensen\n<mia@home.example> wrote:\n\n> Dear Anna",
    "Am 27.03.2026 um 17:30 schrieb Mia Sørensen:\n> Liebe Anna",
    "Le ven. 27 mars 2026 à 17:30, Mia <mia@home.example> a écrit :\n> Chère Anna",
    "El vie, 27 mar 2026 a las 17:30, Mia escribió:\n> Querida Anna",
    "-----Original Message-----\nFrom: Mia\nSent: Friday\n\nDear Anna",
    "-----Ursprüngliche Nachricht-----\nVon: Mia\n\nLiebe Anna",
    "________________________________\nFrom: Mia <mia@home.example>\nSent: Friday\nTo: Anna\n\nDear Anna",
    "Von: Mia\nGesendet: Freitag\nAn: Anna\nBetreff: Danke\n\nLiebe Anna",
    "De : Mia\nEnvoyé : vendredi\nÀ : Anna\n\nChère Anna",
    "> Dear Anna,\n> thank you",
)


@pytest.mark.parametrize("quoted", INTRODUCTIONS)
def test_what_is_quoted_is_left_out(quoted: str) -> None:
    own = own_words(f"{OWN}\n\n{quoted}\n")
    assert own.rstrip("_\n ") == OWN


def test_answers_between_quoted_lines_are_kept() -> None:
    text = "On Friday Mia wrote:\n> When do you decide?\n\nOn 14 April.\n\n> Thanks\n\nAnna"
    assert own_words(text) == "On 14 April.\n\nAnna"


def test_a_mail_of_nothing_but_quotation_stays() -> None:
    assert own_words("> Dear Anna\n> thanks") == "> Dear Anna\n> thanks"


@pytest.mark.parametrize("text", ["From: here on we decide.", "On Friday we wrote a plan: yes."])
def test_ordinary_words_begin_no_quotation(text: str) -> None:
    assert own_words(f"{text}\nMore.") == f"{text}\nMore."


def test_html_becomes_the_words_that_are_seen() -> None:
    source = (
        "<html><head><title>x</title><style>p{}</style></head><body><p>Dear&nbsp;Mia,</p>"
        "<p>we <b>decide</b> on 14&nbsp;April &amp; write.<br>Anna</p><!-- no > --><script>x<y</script>"
        "<blockquote>old <blockquote>older</blockquote> words</blockquote><div>Tel. 1 < 2</div>"
    )
    words = [line for line in text_of_html(source).split("\n") if line]
    assert words == ["Dear Mia,", "we decide on 14 April & write.", "Anna", "Tel. 1 < 2"]


@pytest.mark.parametrize(
    "bomb",
    ["<", "<!--", "<style>", "<blockquote>", "<div", "&amp;", "<p>", "</p>", "<a b='", ">\n"],
)
def test_hostile_text_is_read_soon(bomb: str) -> None:
    began = time.monotonic()
    text_of_html(bomb * 50_000)
    own_words(bomb * 50_000)
    own_words(("On " + bomb * 30 + " wrote\n") * 5_000)
    assert time.monotonic() - began < 10


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(text_of_html(text), str)
    assert bool(own_words(text)) == bool(text.strip())
