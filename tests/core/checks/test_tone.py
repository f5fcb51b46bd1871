"""The tone of a letter: what the checks must find, in whatever words, and what they leave alone."""

import pytest

from core.checks.finding import Level
from core.checks.letter import read_letter
from core.checks.lists import ListName
from core.checks.phrase import Phrase
from core.checks.tone import phrases_of
from core.drafting.values import Draft
from core.playbook.values import Other
from tests.core.checks.desk import KNOWLEDGE, adding, greeted, saying, situation, told
from tests.core.checks.sentences_left_alone import HONEST
from tests.core.checks.sentences_of_manner import APOLOGETIC, CASUAL, PRIVATE
from tests.core.checks.sentences_of_need import DESPERATE, PRESSING

WHERE = situation()
WEIGHED_ELSEWHERE = {ListName.SUPERLATIVE, ListName.CLICHE, ListName.GRAMMAR}
"""One of these is no fault by itself."""


def phrases(sentence: str) -> list[Phrase]:
    draft = Draft(kind="M1", body=f"Dear Anna,\n\n{sentence}\n\nKind regards,\nSam", language="en")
    return list(phrases_of(read_letter(draft, WHERE), WHERE, KNOWLEDGE.lists))


def lists_of(sentence: str) -> set[ListName]:
    return {phrase.list for phrase in phrases(sentence)}


@pytest.mark.parametrize("sentence", PRESSING)
def test_pressure_is_heard_in_every_phrasing(sentence: str) -> None:
    assert lists_of(sentence) & {ListName.DEADLINE, ListName.GUILT}


@pytest.mark.parametrize("sentence", DESPERATE)
def test_despair_is_heard_in_every_phrasing(sentence: str) -> None:
    assert lists_of(sentence) & {ListName.BEGGING, ListName.HARDSHIP}


@pytest.mark.parametrize("sentence", APOLOGETIC)
def test_a_needless_apology_is_heard_in_every_phrasing(sentence: str) -> None:
    assert ListName.APOLOGY in lists_of(sentence)


@pytest.mark.parametrize("sentence", CASUAL)
def test_words_for_friends_are_heard(sentence: str) -> None:
    assert ListName.CASUAL in lists_of(sentence)


@pytest.mark.parametrize("sentence", PRIVATE)
def test_private_matters_are_heard(sentence: str) -> None:
    assert ListName.PRIVATE in lists_of(sentence)


@pytest.mark.parametrize("sentence", HONEST)
def test_an_honest_sentence_is_left_alone(sentence: str) -> None:
    assert lists_of(sentence) <= WEIGHED_ELSEWHERE


def test_what_is_denied_is_not_said() -> None:
    assert ListName.BEGGING in lists_of("I am desperate for work.")
    assert lists_of("I am not desperate for work.") == set()
    assert lists_of("There is no need to apologise.") == set()


def test_a_negation_in_another_clause_denies_nothing() -> None:
    assert ListName.BEGGING in lists_of("I do not complain, but I am desperate.")


def test_what_is_said_of_others_is_not_said_of_the_writer() -> None:
    assert lists_of("The ward was desperate for nurses.") == set()
    assert ListName.BEGGING in lists_of("Desperate to hear from you.")


def test_quoted_words_are_somebody_elses() -> None:
    assert lists_of("The inspector called it “unacceptable” and went home.") == set()
    assert ListName.GUILT in lists_of("I find it unacceptable.")


def test_names_are_no_words() -> None:
    assert lists_of("I drove for Urgent Logistics in Leeds.") == set()
    assert lists_of("Before that I worked at Awesome in Leeds.") == set()
    assert (
        20
        not in told(
            adding("My friends at Awesome Foods send their greetings."),
            situation(others=(Other(company="Awesome Foods"),)),
        ).checks
    )


def test_of_two_phrases_in_one_place_the_graver_speaks() -> None:
    (phrase,) = phrases("It's me again, just checking in again.")[:1]
    assert phrase.list is ListName.BEGGING
    assert lists_of("Just checking in again.") == {ListName.BEGGING}


def test_pressure_must_be_mended_and_is_pointed_at_exactly() -> None:
    finding = told(adding("I expect a reply by Monday.")).one(19)
    assert finding.level is Level.MUST
    assert finding.text == "I expect a reply"
    assert finding.span is not None


def test_a_fix_takes_the_sentence_out_and_leaves_clean_blanks() -> None:
    before = told(adding("Why haven't you answered?"))
    after = before.mended(before.one(19).fixes[0])
    assert after.of(19) == []
    assert "  " not in after.draft.body
    assert "helps.\n\nKind regards" in after.draft.body


def test_private_words_are_advice_not_an_order() -> None:
    finding = told(adding("My husband would like the town, too.")).one(23)
    assert (finding.level, finding.text) == (Level.SHOULD, "My husband")


def test_one_worn_phrase_is_fine_and_two_are_a_hint() -> None:
    assert told(adding("I am a team player.")).of(22) == []
    found = told(adding("I am a team player and a go-getter.")).of(22)
    assert [(one.text, one.level) for one in found] == [
        ("team player", Level.HINT),
        ("go-getter", Level.HINT),
    ]


def test_a_greeting_is_read_too() -> None:
    assert told(greeted("Hey Dr. van der Berg,")).one(20).text == "Hey"


def test_other_languages_have_lists_of_their_own() -> None:
    french = saying(
        "Bonjour Madame,\n\nJ'étais tellement nerveux et vous m'avez promis une réponse."
    )
    lists = {
        phrase.list for phrase in phrases_of(read_letter(french, WHERE), WHERE, KNOWLEDGE.lists)
    }
    assert lists == {ListName.APOLOGY, ListName.GUILT}
