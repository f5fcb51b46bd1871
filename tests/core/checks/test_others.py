"""What belongs to another application never stands in this one's letter."""

from dataclasses import replace

import pytest

from core.checks.finding import Field, Level
from core.playbook.values import Other, Part, Person
from tests.core.checks.desk import ANNA, DRAFT, Told, adding, greeted, situation, told

GLOBEX = Other(company="Globex Corporation", aliases=("GBX",), people=("Hank Scorpio",))


def with_others(sentence: str, *others: Other) -> Told:
    return told(adding(sentence), situation(others=others or (GLOBEX,)))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("I would love to join Globex.", "Globex"),
        ("Globex Corporation is where I see myself.", "Globex Corporation"),
        ("I like what GBX does.", "GBX"),
        ("Please greet Hank Scorpio.", "Hank Scorpio"),
        ("See jobs.globex.com for it.", "globex"),
        ("GLOBEX is great.", "GLOBEX"),
        ("Globex’s plans are fine.", "Globex"),
    ],
)
def test_a_foreign_name_must_go(sentence: str, words: str) -> None:
    finding = with_others(sentence).one(5)
    assert (finding.level, finding.text) == (Level.MUST, words)


def test_the_own_company_takes_its_place() -> None:
    found = with_others("I would love to join Globex.")
    (fix,) = found.one(5).fixes
    assert fix.text == "Acme GmbH"
    assert 5 not in found.mended(fix).checks


@pytest.mark.parametrize(
    ("company", "sentence"),
    [
        ("Target", "I set a target, and every target was met."),
        ("Target", "Target dates were kept."),
        ("Apple", "An apple a day. Apple trees line the road."),
        ("Square", "The square was full, and Square Mile too."),
        ("Orange", "I grew up in Orange County."),
        ("Ford", "I had a Ford Foundation grant."),
        ("Zoom", "Thank you for the Zoom call, and for the one on Zoom before."),
        ("Slack", "We use Slack channels at work."),
        ("LinkedIn", "I found you on LinkedIn."),
        ("Monday", "We spoke on Monday."),
        ("Initech", "At Initech I learned it."),
        ("Acme", "I like Acme."),
        ("Lee Partners", "Sam Lee is my name."),
    ],
)
def test_everyday_words_and_names_of_one_s_own_are_left_alone(company: str, sentence: str) -> None:
    assert with_others(sentence, Other(company=company)).of(5) == []


@pytest.mark.parametrize(
    ("company", "sentence"),
    [
        ("Target", "I would like to work at Target."),
        ("Apple", "I admire what Apple does."),
        ("Zoom", "I have always wanted to join Zoom."),
        ("Slack", "It would be good to be at Slack."),
    ],
)
def test_an_everyday_word_is_found_where_it_is_the_company(company: str, sentence: str) -> None:
    assert with_others(sentence, Other(company=company)).one(5).text == company


def test_a_person_who_bears_the_company_s_name_is_no_company() -> None:
    ford = Person(id="anna", name="Eve Ford", title="Ms", part=Part.INTERVIEWER)
    where = situation(people=(ford,), others=(Other(company="Ford"),))
    assert told(greeted("Dear Ms Ford,"), where).of(5) == []


def test_a_contact_of_both_applications_may_be_named() -> None:
    where = situation(people=(ANNA,), others=(Other(company="Globex", people=(ANNA.name,)),))
    assert told(greeted("Dear Anna-Maria van der Berg,"), where).of(5) == []


def test_the_other_s_contact_is_not_greeted() -> None:
    found = told(greeted("Dear Hank,"), situation(others=(GLOBEX,)))
    assert found.one(5).text == "Hank"
    assert found.one(1).text == "Hank"


def test_the_subject_is_read_too() -> None:
    found = told(replace(DRAFT, subject="Data Engineer at Globex"), situation(others=(GLOBEX,)))
    assert (found.one(5).field, found.one(5).text) == (Field.SUBJECT, "Globex")


@pytest.mark.parametrize("name", ["cv_globex.pdf", "GlobexCV.pdf", "out/Globex Corporation.pdf"])
def test_a_file_s_name_gives_it_away(name: str) -> None:
    found = told(replace(DRAFT, attachments=(name,)), situation(others=(GLOBEX,)))
    assert (found.one(5).field, found.one(5).span) == (Field.ATTACHMENTS, None)


@pytest.mark.parametrize("name", ["target-list.pdf", "cv.pdf", "acme.pdf"])
def test_other_files_do_not(name: str) -> None:
    where = situation(others=(GLOBEX, Other(company="Target")))
    assert told(replace(DRAFT, attachments=(name,)), where).of(5) == []
