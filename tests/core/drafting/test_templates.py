"""Files of templates: how they are written, and what is said about a mistake in one."""

import re

import pytest

from core.content import resource
from core.drafting.filling import values_of
from core.drafting.grammar import TemplateError
from core.drafting.kinds import KINDS
from core.drafting.known import Known
from core.drafting.particulars import Profile
from core.drafting.templates import Choice, Form, Templates, read_templates
from core.drafting.values import Tone
from core.drafting.vocabulary import VOCABULARY
from tests.core.drafting.cases import request, situation

FILE = """# My own
kind: M1, M2
language: de
subject: Danke, {{role}}

== warm, short ==
vielen Dank für das Gespräch
am {{interview.date}}.

or:

es war eine Freude.

Bis bald.

== formal ==
Danke.
"""


def test_a_file_holds_letters_of_one_language_for_one_kind_or_several() -> None:
    letters = read_templates(FILE, "mine.txt")
    choices = {(c.kind, c.tone, c.profile) for c in (letter.choice for letter in letters)}
    warm, formal = (Tone.WARM, Profile.SHORT), (Tone.FORMAL, Profile.FULL)
    assert choices == {("M1", *warm), ("M2", *warm), ("M1", *formal), ("M2", *formal)}
    assert {letter.choice.language for letter in letters} == {"de"}
    first, second = letters[0].paragraphs
    assert (len(first), len(second)) == (2, 1)
    assert letters[0].subject is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kind: M1", "line 1: no letter in it"),
        ("language: en\n== warm ==\nHello.", "line 1: it does not say its kind"),
        ("kind: M18\n== warm ==\nHello.", "line 1: “M18” is no kind of message"),
        ("kind: M1\nlanguage: xx\n== warm ==\nHello.", "line 2: no letters are written in “xx”"),
        ("kind: M1\nHello there\n== warm ==\nHello.", "line 2: “Hello there” is not known before"),
        (
            "kind: M1\n== wram ==\nHello.",
            "line 2: “wram” is not known in a heading. Did you mean “warm”",
        ),
        ("kind: M1\n== warm ==\n\n", "line 2: a letter with nothing in it"),
        ("kind: M1\n== warm ==\nor:\n\nHello.", "line 3: “or:” stands between two paragraphs"),
        ("kind: M1\n== warm ==\nHello.\n\nor:\n", "line 2: “or:” has no paragraph after it"),
        ("kind: M1\n== warm ==\nHello.\n\nI like {{topik}}.", "line 5: “topik” is not known here"),
        ("kind: M1\nsubject: {{rule}}\n== warm ==\nHello.", "line 2: “rule” is not known here"),
        (
            "kind: M1\n== warm ==\n{{#topic}}One.\n\nTwo.{{/topic}}",
            "line 3: the section {{#topic}}",
        ),
        ("kind: M1\n== warm ==\n" + "Hello.\n\n" * 3000, "longer than 20,000 characters"),
        ("kind: M1\n" + "== warm ==\nHello.\n" * 51, "line 1: more than 50 letters"),
        ("x" * 1_000_001, "line 1: far longer than a file of templates"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_remedy(text: str, said: str) -> None:
    with pytest.raises(TemplateError) as refused:
        read_templates(text, "mine.txt")
    assert refused.value.sentence.startswith("mine.txt, line ")
    assert said in refused.value.sentence


def test_ones_own_template_takes_the_place_of_the_programs() -> None:
    shipped = read_templates("kind: M1\n== warm ==\nHello.", "shipped.txt")
    own = read_templates("kind: M1\n== warm ==\nGood day.", "mine.txt", own=True)
    templates = Templates([*shipped, *own])
    assert templates.available("M1") == (Choice(kind="M1", tone=Tone.WARM, own=True),)
    assert templates.find(Choice(kind="M1", tone=Tone.WARM)).source == "mine.txt"


def test_one_with_a_name_stands_beside_the_others() -> None:
    shipped = read_templates("kind: M1\n== plain ==\nHello.", "shipped.txt")
    own = read_templates("kind: M1\nname: coffee\n== plain ==\nHello.", "mine.txt", own=True)
    templates = Templates([*shipped, *own])
    assert [choice.name for choice in templates.available("M1")] == ["", "coffee"]
    assert templates.find(Choice(kind="M1")).source == "shipped.txt"
    assert templates.find(Choice(kind="M1", name="coffee")).source == "mine.txt"
    assert templates.find(Choice(kind="M1", name="gone")).source == "shipped.txt"


def test_the_nearest_is_found_in_its_language_before_english() -> None:
    texts = ("kind: M1\nlanguage: fr\n== plain ==\nMerci.", "kind: M1\n== warm, short ==\nHello.")
    templates = Templates(letter for text in texts for letter in read_templates(text, "a.txt"))
    french = templates.find(Choice(kind="M1", language="fr", tone=Tone.FORMAL)).choice
    assert (french.language, french.tone) == ("fr", Tone.PLAIN)
    german = templates.find(Choice(kind="M1", language="de")).choice
    assert (german.language, german.tone, german.profile) == ("en", Tone.WARM, Profile.SHORT)
    with pytest.raises(KeyError):
        templates.find(Choice(kind="M1", form=Form.PHONE))


def test_the_page_about_templates_names_everything_that_one_can_name() -> None:
    page = (resource("").parent / "docs" / "templates.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z]+(?:\.[a-z]+)*)`", page))
    assert named >= {*VOCABULARY.blanks, *VOCABULARY.flags}


def test_no_path_is_known_that_nothing_fills() -> None:
    filled: set[str] = set()
    for kind in KINDS:
        filled |= set(values_of(Known(request(kind), situation(kind))))
    spoken_of = {"decision.date", "offer.undated", "points.third"}
    spoken_of |= {"outcome.rejected", "outcome.declined", "promised.other", "name.wrong"}
    assert {*VOCABULARY.blanks, *VOCABULARY.flags} - filled <= spoken_of
    assert filled <= {*VOCABULARY.blanks, *VOCABULARY.flags}
