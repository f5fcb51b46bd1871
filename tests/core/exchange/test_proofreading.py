"""Proofreading with the real libraries: what is marked, what is left alone, and hostile text."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks.letter import read_letter
from core.checks.spelling import Issue, IssueKind, check_language
from core.drafting.kinds import KINDS
from core.drafting.letters import fill
from core.drafting.values import Draft, Situation
from core.exchange.english import LONGEST_TOKEN
from core.exchange.proofreading import Proofreader
from tests.core.checks.desk import KNOWLEDGE, adding, apply, saying, situation
from tests.core.drafting.cases import TEMPLATES, asked
from tests.core.drafting.cases import situation as full


@pytest.fixture(scope="module")
def proofreader() -> Iterator[Proofreader]:
    reader = Proofreader()
    reader.warm_up()
    yield reader
    reader.close()


def issues(
    reader: Proofreader, sentence: str, where: Situation | None = None, language: str = "en"
) -> tuple[Issue, ...]:
    where = where or situation()
    letter = read_letter(adding(sentence, language=language), where)
    return reader.proofread(letter, where, KNOWLEDGE.lists)


@pytest.mark.parametrize(
    ("sentence", "marked", "right"),
    [
        ("I recieved your note.", "recieved", "received"),
        ("We spoke about teh line.", "teh", "the"),
        ("I would be glad of the oportunity.", "oportunity", "opportunity"),
        ("She have ten years of practice.", "have", "has"),
        ("It was an useful talk.", "an", "a"),
        ("I could of started at once.", "could of", "could have"),
        ("We met on on Friday.", "on on", "on"),
        ("I will come aswell.", "aswell", "as well"),
        ("Its a pleasure to write to you.", "Its", "It's"),
        ("You was very kind to me.", "was", "were"),
        ("I ask you no to call.", "no to", "not to"),
        ("I liked were we sat.", "were", "where"),
        ("They are to expensive, so we waited.", "to", "too"),
        ("I can start on monday.", "monday", "Monday"),
        ("I learned german in Graz.", "german", "German"),
        ("It was a honour to meet you.", "a", "an"),
    ],
)
def test_a_mistake_is_marked_exactly_with_its_remedy(
    proofreader: Proofreader, sentence: str, marked: str, right: str
) -> None:
    found = {issue.text: issue.suggestions for issue in issues(proofreader, sentence)}
    assert right in found[marked]


@pytest.mark.parametrize(
    "sentence",
    [
        "I realise that the colour of the programme was organised by the labour centre.",
        "I realize that the color of the program was organized by the labor center.",
        "Katarzyna Brzęczyszczykiewicz showed me the sourdough roastery in Łódź.",
        "We saw varifocals, tabards and a telehandler before the sintering.",
        "The cartulary, the zebrafish and the townland were new to me.",
        "Write to me at sam.lee@acme.example or see https://acme.example/qwxz for more.",
        "The A380 and the 3D model came at 10am; that that was possible, we had had no idea.",
        "HACCP, NEBOSH and TIG are known to me.",
        "The foreman called it “definately good” on the label.",
        "My thanks also to Mr. Laine and to Ms. Lund for the coffee.",
        "Here is the supplier that you asked for: Kroll in Essen.",
        "Is there anything new about the post?",
        "I said no to the first design, and as a 52-year-old I come at 11 a.m.",
        "The tank has reached its limit and needs a valve.",
        "My self-esteem is none of the questions, and one of the best is yours.",
        "The numbers were all over the place.",
        "If you are too busy this month, just say so. Her assistant let slip that you may be.",
        "The example that I gave you was the wrong one.",
        "I am sure that you will see reason in your kind way.",
        "Whom shall I meet in the little one of the two rooms?",
    ],
)
def test_what_a_writer_would_defend_is_left_alone(proofreader: Proofreader, sentence: str) -> None:
    assert issues(proofreader, sentence) == ()


def test_words_of_the_case_and_of_the_dictionary_are_right(proofreader: Proofreader) -> None:
    sentence = "We spoke about the recieved wisdom."
    assert len(issues(proofreader, sentence)) == 1
    own = replace(situation(), dictionary=frozenset({"recieved"}))
    assert issues(proofreader, sentence, own) == ()
    assert issues(proofreader, sentence, situation(role="Recieved Pronunciation Coach")) == ()


def test_a_remedy_is_one_click(proofreader: Proofreader) -> None:
    draft, where = adding("I recieved it."), situation()
    letter = read_letter(draft, where)
    found = proofreader.proofread(letter, where, KNOWLEDGE.lists)
    (finding,) = check_language(letter, where, KNOWLEDGE.lists, found)
    assert "I received it." in apply(draft, finding.fixes[0].edits).body


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("I look forward to hear from you.", "forward to hearing"),
        ("The yard has it's own crane.", "its own"),
        ("Thank you for you're patience.", "your patience"),
        ("I would not like to loose the thread.", "lose"),
        ("It was to much for one morning.", "too much"),
        ("I have send you the list.", "have sent"),
        ("Please sent me the terms.", "please send"),
        ("We did not knew the reason.", "did not know"),
        ("I would like to thanks you.", "would like to thank"),
        ("Please except my thanks.", "accept my"),
        ("There is many good reasons.", "there are many"),
        ("I am quiet sure about it.", "quite"),
    ],
)
def test_slips_of_learners_are_known_without_any_library(sentence: str, right: str) -> None:
    where = situation()
    letter = read_letter(adding(sentence), where)
    (finding,) = check_language(letter, where, KNOWLEDGE.lists, ())
    assert finding.fixes[0].text.casefold() == right


@pytest.mark.parametrize(
    "sentence",
    [
        "In the quiet, good light of the morning we could read.",
        "I learned to proof the dough overnight.",
        "The first week pointed the way, and I listen to advice.",
        "We ran up to now without a stop.",
        "The plan is to slow the line, and this points to a worn pump.",
        "This year's harvest is small shops' bread and butter.",
        "Those of you are support staff; I did not found the club.",
        "A little brake fluid was lost on the long brake rod.",
        "Many thanks for your answer.",
        "What I said about the project; what I did for it.",
        "The children's ward is on the left.",
    ],
)
def test_what_only_looks_like_such_a_slip_is_left_alone(sentence: str) -> None:
    where = situation()
    letter = read_letter(adding(sentence), where)
    assert [one.text for one in check_language(letter, where, KNOWLEDGE.lists, ())] == []


def test_many_threads_may_ask_at_once(proofreader: Proofreader) -> None:
    sentences = [f"I recieved note {number} of the oportunity." for number in range(12)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        found = list(pool.map(lambda sentence: issues(proofreader, sentence), sentences))
    assert [[issue.text for issue in each] for each in found] == [["recieved", "oportunity"]] * 12


@pytest.mark.parametrize(
    "body",
    [
        "x" * 100_000,
        "é" * 5_000 + " teh " + "\u0301" * 5_000,
        "word " * 20_000,
        "(" * 3_000 + "“" * 3_000,
        "a\u202eb\x00c\ud7ff " * 500,
    ],
)
def test_hostile_text_never_reaches_the_library_whole(proofreader: Proofreader, body: str) -> None:
    where = situation()
    letter = read_letter(saying(body, language="en"), where)
    for issue in proofreader.proofread(letter, where, KNOWLEDGE.lists):
        assert issue.text == body[issue.span.start : issue.span.end]
        assert len(issue.text) <= 2 * LONGEST_TOKEN or issue.kind is IssueKind.REPEATED


@settings(max_examples=40, deadline=None)
@given(body=st.text(max_size=300))
def test_any_text_is_read_and_its_places_are_right(proofreader: Proofreader, body: str) -> None:
    where = situation()
    letter = read_letter(saying(body, language="en"), where)
    for issue in proofreader.proofread(letter, where, KNOWLEDGE.lists):
        whole = letter.draft.subject if issue.field.value == "subject" else body
        assert issue.text == whole[issue.span.start : issue.span.end]


def test_another_language_is_read_with_a_dictionary_found_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "de_DE.aff").write_text("SET UTF-8\nTRY enisratdhu\n", encoding="utf-8")
    words = ["vielen", "dank", "für", "das", "gespräch", "heute", "und", "die", "auskunft"]
    dictionary = "\n".join([str(len(words) + 1), *words, "Gespräch"])
    (tmp_path / "de_DE.dic").write_text(dictionary + "\n", encoding="utf-8")
    reader = Proofreader((tmp_path,))
    where = situation()
    letter = read_letter(
        saying("Vielen Dank für das Gesprächh und die Auskunftt", language="de"), where
    )
    try:
        assert reader.knows("de")
        assert [i.text for i in reader.proofread(letter, where, KNOWLEDGE.lists)] == [
            "Gesprächh",
            "Auskunftt",
        ]
    finally:
        reader.close()


def test_a_language_with_no_dictionary_is_not_read(tmp_path: Path) -> None:
    reader = Proofreader((tmp_path,))
    try:
        assert not reader.knows("fr")
        assert issues(reader, "Merci boucoup pour tout.", language="fr") == ()
    finally:
        reader.close()


def test_the_letters_of_the_program_itself_are_proofread_without_a_word(
    proofreader: Proofreader,
) -> None:
    known = full("M1", "03-27 16:30")
    for kind in KINDS:
        for choice in TEMPLATES.available(kind):
            drafted = fill(TEMPLATES, asked(choice), known)
            draft = Draft(kind=kind, subject=drafted.subject, body=drafted.body, language="en")
            marked = proofreader.proofread(read_letter(draft, known), known, KNOWLEDGE.lists)
            assert choice.language != "en" or marked == ()


def test_how_people_do_a_thing_is_no_how_to(proofreader: Proofreader) -> None:
    sentence = "It told me much about how people at\nAcme treat each other."
    assert issues(proofreader, sentence) == ()
