"""A reflection is finished again, or taken back: nothing doubles, nothing of the user is lost."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import (
    CompanyFact,
    Consequence,
    Event,
    Person,
    StrengthItem,
    TopicItem,
)
from core.playbook.values import Promiser, ReflectionPath, StepState
from core.reflection.answers import (
    Answer,
    ContactRow,
    ListAnswer,
    ListRow,
    PromiseRow,
    TextAnswer,
    WrongNameAnswer,
)
from core.reflection.friends import FriendView
from core.use_cases import events, history, people, reflections
from core.use_cases.people import PersonDetails
from core.use_cases.reflections import Adopted
from tests.core.deeds import DEEDS
from tests.core.reflection.generated import answers_to
from tests.core.stories import Fresh, add_interview, at, dump, later, states
from tests.core.use_cases.finishing_stage import (
    EVERYTHING,
    FULL,
    KIND,
    REQUIRED,
    SHORT,
    answer,
    cards,
    counted,
    finish,
    met,
    met_in,
    promised,
    promises,
    thought_back,
)


def test_finishing_twice_is_finishing_once(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    before = dump(database.file)
    assert finish(database, later(now, "2026-03-27 17:00")) is None
    assert dump(database.file) == before


def test_undo_brings_back_exactly_what_was_there(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        reflections.start(session, 1, SHORT, shipped_form(), now)
    answer(database, now, {**REQUIRED, **EVERYTHING})
    before = dump(database.file)
    change = finish(database, now)
    assert change is not None
    assert dump(database.file) != before
    count = counted(database)
    with database.session() as session:
        assert history.undo(session, change, now) == "Thought back on Acme"
    assert dump(database.file) == before
    finish(database, now)
    assert counted(database) == count
    assert states(database)["C2"] is StepState.DONE


def test_changed_words_change_the_thing_instead_of_making_another(
    database: Database, now: Now
) -> None:
    thought_back(database, now, **EVERYTHING)
    count = counted(database)
    changed: dict[str, Answer] = {
        "Q1": met(
            ContactRow(key="a", name="Anna-Maria van der Berg", topic="the wave tank"),
            ContactRow(key="b", name="Mia Holmen", role="Boatbuilder", topic="oak"),
            ContactRow(key="c", topic="the old hall"),
        ),
        "Q3": promised(
            PromiseRow(key="p", text="two samples", due=date(2026, 4, 2)),
            PromiseRow(key="d", by=Promiser.THEM, text="a decision", due=date(2026, 4, 9)),
        ),
        "Q12": TextAnswer(text="Pause before I answer"),
        "Q4": ListAnswer(rows=(ListRow(key="f", text="eight people"),)),
        "Q10": ListAnswer(rows=(ListRow(key="w", text="calm answers about tides"),)),
    }
    answer(database, later(now, "2026-03-27 18:00"), changed)
    finish(database, later(now, "2026-03-27 18:01"))
    assert counted(database) == count
    assert cards(database) == {
        "Anna-Maria van der Berg": ("", "the wave tank"),
        "Mia Holmen": ("Boatbuilder", "oak"),
    }
    with database.reading() as session:
        assert promises(session) == [
            (Promiser.ME, "two samples", date(2026, 4, 2)),
            (Promiser.THEM, "a decision", date(2026, 4, 9)),
        ]
        assert list(session.scalars(select(CompanyFact.value))) == ["eight people"]
        assert list(session.scalars(select(StrengthItem.text))) == ["calm answers about tides"]
        assert list(session.scalars(select(TopicItem.text))) == ["the old hall"]


def test_what_is_taken_out_of_the_answers_goes_again(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    nothing: dict[str, Answer] = {
        "Q1": met(),
        "Q3": promised(),
        "Q4": ListAnswer(),
        "Q19": WrongNameAnswer(used=False),
    }
    answer(database, later(now, "2026-03-27 18:00"), nothing)
    finish(database, later(now, "2026-03-27 18:01"))
    assert cards(database) == {"Anna-Maria van der Berg": ("", "")}
    assert met_in(database) == {"Anna-Maria van der Berg"}
    with database.reading() as session:
        assert promises(session) == []
        assert session.scalars(select(CompanyFact)).all() == []
        assert session.scalars(select(TopicItem)).all() == []
        kept = set(session.scalars(select(Consequence.key)))
    assert {key.split("/")[1] for key in kept} == {"Q10"}


def test_what_the_user_has_changed_since_stays(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    with database.session() as session:
        mia = session.scalars(select(Person).where(Person.name == "Mia Holm")).one()
        details = PersonDetails(
            name="Mia Holm",
            part=mia.part,
            job="Shipwright",
            email="mia@acme.example",
            topic="oak, and ash\nher kayak",
        )
        people.edit(session, mia.id, details, now)
        fact = session.scalars(select(CompanyFact)).one()
        fact.value = "six people, two of them new"
    nothing: dict[str, Answer] = {"Q1": met(), "Q4": ListAnswer()}
    answer(database, later(now, "2026-03-27 18:00"), nothing)
    finish(database, later(now, "2026-03-27 18:01"))
    assert cards(database)["Mia Holm"] == ("Shipwright", "her kayak")
    with database.reading() as session:
        assert list(session.scalars(select(CompanyFact.value))) == ["six people, two of them new"]


def test_what_the_user_has_removed_stays_away(database: Database, now: Now) -> None:
    thought_back(database, now, **EVERYTHING)
    with database.session() as session:
        promise = session.scalars(select(Event).where(Event.text == "a sample")).one()
        events.remove(session, promise.id, now)
        mia = session.scalars(select(Person).where(Person.name == "Mia Holm")).one()
        people.remove(session, mia.id, now)
    answer(database, later(now, "2026-03-27 18:00"), {"Q12": TextAnswer(text="Pause")})
    finish(database, later(now, "2026-03-27 18:01"))
    assert "Mia Holm" not in cards(database)
    with database.reading() as session:
        assert [text for _, text, _ in promises(session)] == ["the decision"]


def test_the_second_sitting_adds_to_the_first_and_doubles_nothing(
    database: Database, now: Now
) -> None:
    thought_back(database, now, **EVERYTHING)
    count = counted(database)
    tomorrow = later(now, "2026-03-28 10:00")
    with database.session() as session:
        second = reflections.start_again(session, 1, SHORT, shipped_form(), tomorrow)
    rows = (PromiseRow(key="p", text="a sample"), PromiseRow(key="n", text="a drawing"))
    answer(database, tomorrow, {"Q3": promised(*rows)}, second.id)
    finish(database, tomorrow, second.id)
    with database.reading() as session:
        assert [text for _, text, _ in promises(session)] == ["a sample", "a drawing"]
    assert counted(database)[0] == count[0]
    assert counted(database)[2:5] == count[2:5]


def test_what_it_was_finished_with_is_known_after_days_of_second_thoughts(
    database: Database, now: Now
) -> None:
    thought_back(database, now, **EVERYTHING)
    for day in range(1, 6):
        for hour in range(10, 20):
            moment = later(now, f"2026-04-0{day} {hour}:00")
            row = PromiseRow(key="p", text=f"a sample of {day}, {hour}")
            answer(database, moment, {"Q3": promised(row)})
    with database.reading() as session:
        assert len(reflections.versions(session, 1, "Q3", now)) < 30
    finish(database, later(now, "2026-04-06 10:00"))
    with database.reading() as session:
        assert [text for _, text, _ in promises(session)] == ["a sample of 5, 19"]


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_after_a_reflection_is_undone_exactly(
    database: Database, now: Now, deed: str
) -> None:
    anna = met(
        ContactRow(key="a", name="van der Berg", topic="tides"), ContactRow(key="c", topic="oak")
    )
    thought_back(database, now, **{**EVERYTHING, "Q1": anna})
    with database.session() as session:
        reflections.add_view(session, 1, FriendView(key="", strength="You listen."), now)
        found = reflections.proposed(session, 1, now).proposals
        reflections.conclude(session, 1, [Adopted(proposal=each) for each in found], now)
    before = dump(database.file)
    DEEDS[deed](database, now)
    with database.session() as session:
        latest = history.last_change(session)
        assert latest is not None
        history.undo(session, latest, now)
    assert dump(database.file) == before


FORM = shipped_form().form


@settings(max_examples=40)
@given(
    st.lists(answers_to(FORM), min_size=1, max_size=2),
    answers_to(FORM),
    st.sampled_from([SHORT, FULL]),
)
def test_whatever_is_answered_finishing_twice_is_once_and_undo_takes_all_back(
    fresh: Fresh,
    given_answers: list[dict[str, Answer]],
    next_day: dict[str, Answer],
    path: ReflectionPath,
) -> None:
    moment = at("2026-03-27 16:00")
    enough = ListAnswer(rows=tuple(ListRow(key=f"k{n}", text=f"a thing {n}") for n in range(3)))
    with fresh() as database:
        add_interview(database, moment)
        with database.session() as session:
            reflections.start(session, 1, path, shipped_form(), moment)
        for number, answers in enumerate(given_answers):
            moment = at(f"2026-03-27 1{7 + number}:00")
            answer(database, moment, {**answers, "Q10": enough, "Q26": KIND})
            before = dump(database.file)
            change = finish(database, moment)
            after = dump(database.file)
            finish(database, moment)
            assert dump(database.file) == after
            assert number or change is not None
            if change is None:  # the same was answered again
                continue
            with database.session() as session:
                history.undo(session, change, moment)
            assert dump(database.file) == before
            finish(database, moment)
            assert without_ids(dump(database.file)) == without_ids(after)
        tomorrow = at("2026-03-28 10:00")
        with database.session() as session:
            second = reflections.start_again(session, 1, path, shipped_form(), tomorrow)
        answer(database, tomorrow, {**next_day, "Q10": enough, "Q26": KIND}, second.id)
        before = dump(database.file)
        change = finish(database, tomorrow, second.id)
        assert change is not None
        assert finish(database, tomorrow, second.id) is None
        with database.session() as session:
            history.undo(session, change, tomorrow)
        assert dump(database.file) == before


def without_ids(rows: list[str]) -> list[str]:
    """Rows without numbers: a row made anew has another one."""
    return sorted(re.sub(r"[0-9a-f]{32}|\b\d+\b", "", row) for row in rows)
