"""A text leaves with other names in it, and what comes back bears the own ones."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from core.drafting.stand_ins import StandIns
from core.drafting.values import Me, Situation
from core.playbook.values import Case, Other, Person

LETTER = """Dear Dr. van der Berg,

Thank you, Ingrid, for telling me how Halvorsen Maritime plans. Halvorsen's planners, and what I
saw at Brinemoor Ferries, are alike. Under the larch, Tomas asked about Globex, and Berger agreed.

Kind regards,
Mira Lindqvist
mira@home.example, +47 55 12 34 56, https://mira.example/cv."""

CASE = Case(
    now=datetime(2026, 5, 12, 7, 40, tzinfo=UTC),
    zone="Europe/Oslo",
    company="Halvorsen Maritime",
    people=(
        Person(id="ingrid", name="Ingrid van der Berg"),
        Person(id="tomas", name="Tomas Okafor"),
    ),
    others=(Other(company="Globex", people=("Hank Scorpio",)),),
)
KNOWN = Situation(
    case=CASE,
    aliases=("Halvorsen",),
    me=Me(name="Mira Lindqvist"),
    cv_employers=("Brinemoor Ferries",),
)


def test_nobody_can_be_told_from_what_leaves() -> None:
    told = StandIns(KNOWN, LETTER).hide(LETTER)
    own = (
        "Ingrid",
        "Halvorsen",
        "Brinemoor",
        "Tomas",
        "Globex",
        "Mira",
        "Lindqvist",
        "home.example",
    )
    assert not any(name in told for name in own)
    assert "van der " in told
    assert "Berger" in told
    assert "[contact 1], [contact 2], [contact 3]." in told
    assert "55 12" not in told


def test_a_name_that_the_text_says_itself_stands_for_nobody() -> None:
    told = StandIns(KNOWN, LETTER).hide(LETTER)
    assert "Larch" not in told
    assert "the larch" in told


def test_the_own_names_come_back_in_other_words() -> None:
    stand_ins = StandIns(KNOWN, LETTER)
    berg, ingrid = stand_ins.hide("Berg"), stand_ins.hide("Ingrid")
    back = stand_ins.reveal(f"Dear {berg}, dear {ingrid} – {ingrid}'s idea, at [contact 2].")
    assert back == "Dear Berg, dear Ingrid – Ingrid's idea, at +47 55 12 34 56."


def test_a_mark_that_stood_there_already_is_left_alone() -> None:
    text = "Write [contact 1] or mira@home.example"
    stand_ins = StandIns(KNOWN, text)
    assert stand_ins.hide(text) == "Write [contact 1] or [contact 2]"
    assert stand_ins.reveal(stand_ins.hide(text)) == text


PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Berg", "Ingrid", "Halvorsen", "Alder", "a@b.example", "[contact 1]", "'s"]
        ),
        st.sampled_from([" ", "\n", ", ", "-", "_", ""]),
        st.text(max_size=5),
    ),
    max_size=20,
)


@given(PIECES)
@example(["Berg", "-", "Alder"])
def test_to_hide_and_to_reveal_changes_nothing(pieces: list[str]) -> None:
    text = "".join(pieces)
    stand_ins = StandIns(KNOWN, text)
    assert stand_ins.reveal(stand_ins.hide(text)) == text


def test_there_are_names_for_everybody() -> None:
    crowd = tuple(Person(id=str(n), name=f"Name{chr(65 + n)}{chr(97 + n % 9)}") for n in range(50))
    text = " ".join(person.name for person in crowd).replace("Name", "Na")
    names = tuple(replace(person, name=person.name.replace("Name", "Na")) for person in crowd)
    stand_ins = StandIns(replace(KNOWN, case=replace(CASE, people=names)), text)
    told = stand_ins.hide(text).split()
    assert stand_ins.reveal(" ".join(told)) == text
    assert len(set(told)) == 50
