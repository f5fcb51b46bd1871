"""A draft is read as its reader sees it."""

import pytest

from core.checks.letter import Letter, read_letter
from core.drafting.values import Draft, Me, Situation
from tests.core.checks.desk import situation


def read(body: str, signature: str = "") -> Letter:
    base = situation()
    where = Situation(case=base.case, me=Me(name="Sam Lee", signature=signature))
    return read_letter(Draft(kind="M1", body=body), where)


def parts(body: str) -> tuple[str, list[str], str]:
    letter = read(body)
    return (
        letter.salutation.text if letter.salutation else "",
        [part.text for part in letter.paragraphs],
        letter.closing.text if letter.closing else "",
    )


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("Dear Anna,", "\n\nIt was good."),
        ("Dear Dr. van der Berg,", " it was good."),
        ("Dear Ms Smith, Mr Jones and Dr. Li,", "\nIt was good."),
        ("Sehr geehrte Frau Dr. Weber,\nsehr geehrter Herr Klein,", "\n\nes war gut."),
        ("Good morning, Dr. Li,", "\n\nIt was good."),
        ("Estimada Sra. García Márquez:", "\n\nFue bueno."),
        ("Madame, Monsieur,", "\n\nC'était bien."),
        ("Hi Anna!", " It was good."),
        ("Anna,", "\n\nIt was good."),
        ("Hello", "\n\nIt was good."),
        ("To whom it may concern:", "\n\nIt was good."),
    ],
)
def test_a_salutation_is_found_in_any_of_its_forms(head: str, rest: str) -> None:
    assert parts(head + rest)[0] == head


@pytest.mark.parametrize(
    "body",
    ["Thank you, Anna. It was good.", "Deary me, what a day.", "Highlights of the day: many.", ""],
)
def test_a_sentence_is_no_salutation(body: str) -> None:
    assert read(body).salutation is None


@pytest.mark.parametrize(
    "foot",
    [
        "Kind regards,\nSam Lee",
        "Mit freundlichen Grüßen\nSam Lee\n+49 30 1234",
        "Best,\nSam",
        "Thank you again,\n\nBest wishes\nSam Lee",
        "Sam",
        "Un cordial saludo,\nSam Lee",
    ],
)
def test_a_closing_is_not_of_the_letter(foot: str) -> None:
    assert parts(f"Dear Anna,\n\nIt was good.\n\n{foot}") == ("Dear Anna,", ["It was good."], foot)


def test_a_closing_may_share_the_last_line() -> None:
    assert parts("Hi Anna, we met at the fair. Best, Sam")[2] == "Best, Sam"


def test_the_signature_of_the_settings_closes_the_letter() -> None:
    letter = read("Dear Anna,\n\nGood.\n\nYours ever\nS. Lee, welder", "S. Lee, welder")
    assert letter.closing is not None
    assert "S. Lee, welder" in letter.closing.text


def test_a_letter_answered_below_is_nobody_s_word_here() -> None:
    letter = read("Dear Anna,\n\nYes.\n\nSam\n\nOn Mon, 3 May 2026, Anna wrote:\n> Is it [name]?")
    assert letter.answered is not None
    assert letter.word_count == 1
    assert letter.quotes(letter.body.index("[name]"), letter.body.index("[name]") + 6)


def test_words_are_counted_as_a_person_counts_them() -> None:
    letter = read("Dear Anna,\n\nThe hand-over – of R&D – took 24/7 effort.\n> old words\n\nSam")
    assert letter.word_count == 7


def test_words_stand_where_they_say() -> None:
    letter = read("Dear Anna,\n\nIt’s “O’Brien’s”, naïve\tcafé.\n\nSam")
    for word in letter.own_words:
        assert letter.body[word.start : word.end] == word.text


@pytest.mark.parametrize(
    ("sentence", "asks"),
    [
        ("When do you decide?", True),
        ("I would be glad to know when you decide.", True),
        ("I wonder whether you have decided.", True),
        ("I would be grateful for an update.", True),
        ("Mich würde interessieren, wann Sie entscheiden.", True),
        ("Je serais heureux de savoir quand vous déciderez.", True),
        ("Me gustaría saber cuándo deciden.", True),
        ("Let me know if you need anything.", False),
        ("I look forward to your decision.", False),
    ],
)
def test_an_indirect_question_is_a_question(sentence: str, asks: bool) -> None:
    assert [each.question for each in read(f"Dear Anna,\n\n{sentence}\n\nSam").sentences] == [asks]


def test_a_title_ends_no_sentence() -> None:
    letter = read("Dear Anna,\n\nI met Dr. Li and Prof. Wu at no. 7. It was good.\n\nSam")
    assert [each.text for each in letter.sentences] == [
        "I met Dr. Li and Prof. Wu at no. 7.",
        "It was good.",
    ]
