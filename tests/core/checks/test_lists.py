"""Word lists as data: the standard ones, a user's own, and mistakes in them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from core.checks.lists import WordlistError, WordName, read_wordlists
from core.checks.phrases import find_phrases
from core.wordlist_files import load_wordlists, standard_wordlists


def found(own: str, text: str, folder: Path) -> list[str]:
    file = folder / "wordlists.toml"
    file.write_text(own, encoding="utf-8")
    hits = find_phrases(load_wordlists(file), text)
    return [text[hit.span.start : hit.span.end] for hit in hits]


def test_the_standard_lists_are_read_without_a_file_of_ones_own(tmp_path: Path) -> None:
    assert load_wordlists(tmp_path / "none.toml") is standard_wordlists()
    assert "NHS" in standard_wordlists().words[WordName.ACRONYMS]


def test_phrases_of_ones_own_are_looked_for_too(tmp_path: Path) -> None:
    own = '[casual]\nphrases = ["servus"]\n'
    assert found(own, "Servus from Graz, and thx.", tmp_path) == ["Servus", "thx"]


def test_ones_own_excuses_hold_for_the_standard_phrases(tmp_path: Path) -> None:
    own = '[casual]\nunless = ["thx 1138"]\n'
    assert found(own, "We showed THX 1138 in May.", tmp_path) == []


def test_a_phrase_of_ones_own_can_have_its_innocent_readings(tmp_path: Path) -> None:
    own = '[[casual.special]]\nfind = ["grand"]\nunless = ["grand piano"]\ninstead = "good"\n'
    assert found(own, "The grand piano is here, which is grand.", tmp_path) == ["grand"]


@pytest.mark.parametrize(
    ("own", "says"),
    [
        (
            '[casul]\nphrases = ["x"]',
            'wordlists.toml, casul: "casul" means nothing here. Did you mean "casual"?',
        ),
        ('[casual]\nphrase = ["x"]', 'Did you mean "phrases"?'),
        ('[casual]\nphrases = "x"', "phrases is a list"),
        ("[casual]\nphrases = [1]", "every row of phrases is a text"),
        ('[casual]\nphrases = ["(x"]', '"(x" cannot be read: a bracket is not closed.'),
        ('[[casual.special]]\nunless = ["x"]', '"find" is missing'),
        ('[[casual.special]]\nfind = ["x"]\nwho = "you"', 'who can only be "me"'),
        (
            '[[casual.special]]\nfind = ["x"]\nnegation = "yes"',
            'negation is "excuses" or "ignored"',
        ),
        ("casual = 1", "a table is expected"),
        ("[casual", "cannot be read"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_remedy(own: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(WordlistError) as refused:
        found(own, "x", tmp_path)
    assert says in str(refused.value)


def test_a_file_too_large_to_be_a_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WordlistError, match="larger than a word list"):
        found("#" * 600_000, "x", tmp_path)


def test_nothing_but_tables_of_texts_is_needed() -> None:
    standard: Mapping[str, Mapping[str, object]] = {"casual": {"phrases": ["hey"]}}
    (hit,) = find_phrases(read_wordlists(standard), "Well, hey.")
    assert (hit.span.start, hit.span.end) == (6, 9)
