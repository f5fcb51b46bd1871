"""The language of the word lists."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.checks.contractions import spread
from core.checks.patterns import PatternError, PhraseTrie


def matches(pattern: str, text: str) -> list[str]:
    trie = PhraseTrie({"hear": frozenset(["hear", "learn"])})
    trie.add(pattern, 7)
    words = [part for word in text.split() for part in spread(word)]
    return [" ".join(words[first:behind]) for first, behind, _ in trie.matches(words)]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("need this job", "I NEED this job now", ["need this job"]),
        ("i'm begging", "I am begging", ["i am begging"]),
        ("i am begging", "I’m begging", ["i am begging"]),
        ("go-getter", "a go getter", ["go getter"]),
        ("any job/role", "any role or any job", ["any role", "any job"]),
        ("really? need", "really need", ["really need", "need"]),
        ("work (for free|at no pay)", "work at no pay", ["work at no pay"]),
        ("to <hear> from", "to learn from", ["to learn from"]),
        ("hear ... by", "hear from you all by noon", ["hear from you all by"]),
        ("hear ... by", "hear one two three four five six by", []),
        ("^ still", "still here still", ["still"]),
        ("deserve $", "what I deserve", ["deserve"]),
        ("deserve $", "I deserve it", []),
    ],
)
def test_a_pattern_finds(pattern: str, text: str, found: list[str]) -> None:
    assert matches(pattern, text) == found


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(one two", "bracket is not closed"),
        ("one)", "means nothing"),
        ("? one", "nothing before it"),
        ("one?", "cannot be missing"),
        ("... one", "cannot be missing"),
        ("<nobody>", "no group"),
        ("don't/never", "no single word"),
        ("x" * 2_000, "longer than"),
    ],
)
def test_a_pattern_that_cannot_be_read_says_why(pattern: str, reason: str) -> None:
    with pytest.raises(PatternError, match=reason):
        PhraseTrie({}).add(pattern, 0)


@given(st.lists(st.sampled_from(["a", "b", "c"]), max_size=30))
def test_every_match_lies_within_the_text(words: list[str]) -> None:
    trie = PhraseTrie({})
    for number, pattern in enumerate(["a ... b", "a (b|c a)? c", "^ a", "c $", "a/b c?"]):
        trie.add(pattern, number)
    for first, behind, number in trie.matches(words):
        assert 0 <= first < behind <= len(words)
        assert 0 <= number < 5


@given(st.text(alphabet="ab()|?/<>.^$ ", max_size=40))
def test_any_pattern_is_taken_or_refused(pattern: str) -> None:
    trie = PhraseTrie({"a": frozenset(["a"])})
    with suppress(PatternError):
        trie.add(pattern, 0)
    list(trie.matches(["a", "b", "a"]))


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("reply~ to me", "nobody replied to me", ["replied to me"]),
        ("tell~/stop~ us", "told us, stopping us", ["told us", "stopping us"]),
        ("# weeks", "after 6 weeks", ["6 weeks"]),
        ("decisi* soon", "a decision soon", ["decision soon"]),
        ("your mind", "make up your minds", ["your minds"]),
        ("need an answer", "need simply really an answer", ["need simply really an answer"]),
        ("need an answer", "need an answer really", ["need an answer"]),
    ],
)
def test_a_pattern_reaches_further_than_its_words(
    pattern: str, text: str, found: list[str]
) -> None:
    assert matches(pattern, text.replace(",", "")) == found
