"""Answers do something: cards, topics, promises, a wrong name, facts, strengths, advice."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from core.drafting.particulars import StrengthSource
from core.form_store import shipped_form
from core.playbook.kinds import PromiseItem, Promiser
from core.playbook.values import Person
from core.reflection.answers import (
    Answer,
    Answers,
    ChoiceAnswer,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    ListRow,
    PickAnswer,
    PromiseRow,
    PromisesAnswer,
    WrongNameAnswer,
)
from core.reflection.consequences import (
    Occasion,
    Stance,
    apology_advice,
    consequences,
    known_person,
)
from tests.core.reflection.generated import answers_to

ENDED = datetime(2026, 5, 11, 13, tzinfo=UTC)
NOTICED = datetime(2026, 5, 11, 15, tzinfo=UTC)
BERG = Person(id="p1", name="Anna van der Berg", title="Dr.", surname="van der Berg")
OKAFOR = Person(id="p2", name="Chidi Okafor")
OCCASION = Occasion(
    reflection="r7", ended=ENDED, noticed=NOTICED, zone="Europe/Oslo", people=(BERG, OKAFOR)
)


def met(*rows: ContactRow) -> Answers:
    return {"Q1": ContactsAnswer(rows=rows)}


def test_people_met_become_cards_and_known_ones_are_found() -> None:
    answers = met(
        ContactRow(key="a", name=" Dr. Berg ", role="Head  of design", topic="the tide model"),
        ContactRow(key="b", name="Mia Holm"),
        ContactRow(key="c", topic="the new hall"),
        ContactRow(key="d"),
    )
    found = consequences(answers, OCCASION)
    assert [(p.key, p.name, p.role, p.known) for p in found.people] == [
        ("r7/Q1/a", "Dr. Berg", "Head of design", "p1"),
        ("r7/Q1/b", "Mia Holm", "", None),
    ]
    assert [(t.text, t.person) for t in found.topics] == [
        ("the tide model", "r7/Q1/a"),
        ("the new hall", None),
    ]


@pytest.mark.parametrize(
    ("name", "card"),
    [
        ("Anna van der Berg", "p1"),
        ("anna", "p1"),
        ("Prof. Okafor", "p2"),
        ("Anna Okafor", None),
        ("", None),
        ("Dr.", None),
    ],
)
def test_a_name_means_the_one_card_that_it_fits(name: str, card: str | None) -> None:
    assert known_person(name, OCCASION.people) == card


def test_a_name_that_fits_two_cards_means_neither_unless_it_is_the_whole_name() -> None:
    people = (Person(id="1", name="Anna"), Person(id="2", name="Anna Berg"))
    assert known_person("anna", people) == "1"
    assert known_person("Anna", (*people[1:], Person(id="3", name="Anna Lee"))) is None


def test_promises_become_steps_by_what_they_are_about() -> None:
    rows = (
        PromiseRow(key="a", text="send the list of references", due=date(2026, 5, 14)),
        PromiseRow(key="b", text=" the route\nsample "),
        PromiseRow(key="c", by=Promiser.THEM, text="a decision", due=date(2026, 5, 22)),
        PromiseRow(key="d", by=Promiser.THEM, text="travel costs", item=PromiseItem.OTHER),
        PromiseRow(key="e", text="  "),
    )
    promises = consequences({"Q3": PromisesAnswer(rows=rows)}, OCCASION).promises
    assert [(p.key, p.what, p.by, p.item, p.due) for p in promises] == [
        (
            "r7/Q3/a",
            "send the list of references",
            Promiser.ME,
            PromiseItem.REFERENCES,
            date(2026, 5, 14),
        ),
        ("r7/Q3/b", "the route sample", Promiser.ME, PromiseItem.OTHER, None),
        ("r7/Q3/c", "a decision", Promiser.THEM, PromiseItem.DECISION, date(2026, 5, 22)),
        ("r7/Q3/d", "travel costs", Promiser.THEM, PromiseItem.OTHER, None),
    ]
    assert {p.at for p in promises} == {ENDED}


def test_what_the_user_says_it_is_about_counts_more_than_the_words() -> None:
    row = PromiseRow(key="a", text="my two referees", item=PromiseItem.OTHER)
    (promise,) = consequences({"Q3": PromisesAnswer(rows=(row,))}, OCCASION).promises
    assert promise.item is PromiseItem.OTHER


def test_a_wrong_name_is_put_right() -> None:
    used = WrongNameAnswer(used=True, whom="Dr. Bergman", correct="Anna van der Berg")
    found = consequences({"Q19": used}, OCCASION).wrong_name
    assert found is not None
    assert (found.key, found.at, found.zone) == ("r7/Q19", NOTICED, "Europe/Oslo")
    assert (found.person, found.correct) == ("p1", "Anna van der Berg")


@pytest.mark.parametrize("used", [None, False])
def test_no_wrong_name_no_correction(used: bool | None) -> None:
    assert consequences({"Q19": WrongNameAnswer(used=used)}, OCCASION).wrong_name is None


def test_facts_and_strengths_are_noted() -> None:
    answers: Answers = {
        "Q4": ListAnswer(rows=(ListRow(key="x", text=" two designers left "),)),
        "Q10": ListAnswer(
            rows=(
                ListRow(key="a", text="clear drawings"),
                ListRow(key="b", text="I asked for a second to think, and was clear."),
            )
        ),
        "Q11": PickAnswer(row="q", text="Ten years with kilns."),
    }
    found = consequences(answers, OCCASION)
    assert [(fact.key, fact.text) for fact in found.facts] == [("r7/Q4/x", "two designers left")]
    assert [(one.key, one.strength.text) for one in found.strengths] == [
        ("r7/Q11", "Ten years with kilns"),
        ("r7/Q10/a", "clear drawings"),
    ]
    assert {one.strength.source for one in found.strengths} == {StrengthSource.REFLECTION}


@pytest.mark.parametrize(
    ("answers", "stance"),
    [
        ({}, None),
        ({"Q18": ChoiceAnswer()}, None),
        ({"Q18": ChoiceAnswer(choice="unlikely")}, Stance.LEAVE),
        ({"Q18": ChoiceAnswer(choice="unsure")}, Stance.LEAVE),
        ({"Q18": ChoiceAnswer(choice="yes")}, Stance.ADD),
        (
            {"Q18": ChoiceAnswer(choice="unlikely"), "Q19": WrongNameAnswer(used=True)},
            Stance.APOLOGISE,
        ),
    ],
)
def test_only_a_real_slip_wants_an_apology(answers: Answers, stance: Stance | None) -> None:
    advice = apology_advice(answers)
    assert (advice.stance if advice else None) is stance


def test_advice_says_where_the_evidence_is_thin() -> None:
    advice = apology_advice({"Q18": ChoiceAnswer(choice="unlikely")})
    assert advice is not None
    assert "in the laboratory, not in hiring" in advice.words


@given(answers=answers_to(shipped_form().form))
def test_the_same_answers_do_the_same_under_keys_of_their_own(answers: dict[str, Answer]) -> None:
    found = consequences(answers, OCCASION)
    assert consequences(dict(reversed(answers.items())), OCCASION) == found
    kept = (found.people, found.topics, found.promises, found.facts, found.strengths)
    keys = [one.key for family in kept for one in family]
    assert len(set(keys)) == len(keys)
    assert all(key.startswith("r7/") for key in keys)
