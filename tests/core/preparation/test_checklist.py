"""The checklist of a round: what stands on it, what ticks itself, what the last round hands on."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from core.playbook.kinds import Mode
from core.preparation.checklist import checklist
from core.preparation.checklist_values import Item, ItemState, Section
from core.preparation.values import (
    Fact,
    FactTopic,
    Known,
    Proof,
    Question,
    Statement,
    Subject,
    Telling,
    Tick,
    Unfinished,
)
from tests.core.preparation.known import BEFORE, INGRID, NOTHING, SECOND, whole_story

AT = datetime(2026, 5, 1, tzinfo=UTC)


def items(known: Known, section: Section) -> dict[str, Item]:
    groups = [group for group in checklist(known).groups if group.section is section]
    return {item.key: item for group in groups for item in group.items}


def words(known: Known, section: Section) -> list[str]:
    return [item.words for item in items(known, section).values()]


def test_a_first_round_of_which_nothing_is_known_has_all_groups_but_what_needs_a_past() -> None:
    sections = [group.section for group in checklist(NOTHING).groups]
    assert sections == [
        Section.LOGISTICS,
        Section.ROLE,
        Section.FACTS,
        Section.STORIES,
        Section.CONSISTENCY,
        Section.QUESTIONS,
        Section.OFFER,
    ]
    assert checklist(NOTHING).done == 0


def test_what_the_data_show_is_done_by_itself() -> None:
    known = replace(
        NOTHING,
        round=replace(SECOND, place="Bryggen 1, Bergen", travel_minutes=35, confirmed=True),
        people=(replace(INGRID, confirmed=True),),
        facts=(Fact(key="f", topic=FactTopic.CULTURE, value="They sail together on Fridays"),),
        proofs=(Proof(key="d", demand="Planning", proof="Ten years of it"),),
        questions=tuple(Question(key=str(n), text="What comes first?") for n in range(5)),
    )
    done = {item.key for item in checklist(known).items if item.state is ItemState.BY_ITSELF}
    assert done == {
        "logistics/confirmed",
        "logistics/attend",
        "logistics/way",
        "people/p1/spelling",
        "role/d",
        "facts/culture",
        "questions/enough",
    }


def test_logistics_follow_the_kind_of_interview() -> None:
    video = replace(NOTHING, round=replace(SECOND, mode=Mode.VIDEO, place="https://meet.example"))
    phone = replace(NOTHING, round=replace(SECOND, mode=Mode.PHONE))
    onsite = replace(NOTHING, people=(INGRID, replace(INGRID, key="p2")))
    assert "logistics/cvs" in items(onsite, Section.LOGISTICS)
    assert items(onsite, Section.LOGISTICS)["logistics/cvs"].words == "Pack spare CVs: 3"
    assert items(video, Section.LOGISTICS)["logistics/link"].done
    assert "logistics/way" not in items(video, Section.LOGISTICS)
    assert "logistics/quiet" in items(phone, Section.LOGISTICS)


def test_five_questions_of_ones_own_and_how_many_there_are_so_far() -> None:
    three = tuple(Question(key=str(n), text="What comes first?") for n in range(3))
    asked = Question(key="x", text="Who is on the team?", asked="r1")
    item = items(replace(NOTHING, questions=(*three, asked)), Section.QUESTIONS)
    assert item["questions/enough"].progress == "3 of 5 so far"
    assert not item["questions/enough"].done
    when = Question(key="w", text="When will you decide?")
    assert items(replace(NOTHING, questions=(when,)), Section.QUESTIONS)["questions/decision"].done


def test_what_was_not_asked_last_time_comes_first_in_a_later_round() -> None:
    left = (Question(key="a", text="Who was here before?"), Question(key="b", text="Why now?"))
    known = replace(NOTHING, questions=left)
    assert "questions/left" in items(known, Section.QUESTIONS)
    assert "Who was here before?" in items(known, Section.QUESTIONS)["questions/left"].why
    first = replace(known, round=replace(SECOND, number=1))
    assert "questions/left" not in items(first, Section.QUESTIONS)


def test_the_last_reflection_hands_on_the_hardest_question_and_what_did_not_land() -> None:
    known = replace(NOTHING, before=BEFORE)
    assert words(known, Section.CARRIED) == [
        "Rehearse an answer to “Why did you leave?”",
        "Open with this: “I keep calm at night”",
        "Open with this: “I learn fast”",
    ]


def test_a_doubt_is_answered_once_a_proof_for_it_is_noted() -> None:
    known = replace(NOTHING, before=BEFORE)
    (doubt,) = items(known, Section.DOUBTS).values()
    assert doubt.words == "Answer their doubt with evidence: “Whether I can lead a night shift”"
    assert not doubt.done
    proof = Proof(key="d", demand="Lead a night shift", proof="Four years at the lock")
    (doubt,) = items(replace(known, proofs=(proof,)), Section.DOUBTS).values()
    assert doubt.state is ItemState.BY_ITSELF
    unrelated = Proof(key="d", demand="Speak Norwegian", proof="B2")
    (doubt,) = items(replace(known, proofs=(unrelated,)), Section.DOUBTS).values()
    assert not doubt.done


def test_the_strongest_answer_wants_a_new_example_of_the_same_strength() -> None:
    item = items(replace(NOTHING, before=BEFORE), Section.STORIES)["strength/f1"]
    assert item.words == "Show the same strength by a new example: “planning under pressure”"
    assert item.why == "It was your best answer, to “How do you plan a week?”."


def test_what_each_person_spoke_about_is_gone_on_from_once() -> None:
    on_card = replace(INGRID, topic="the 4 a.m. plan")
    found = words(replace(NOTHING, before=BEFORE, people=(on_card,)), Section.PEOPLE)
    assert words(replace(NOTHING, before=BEFORE, people=(INGRID,)), Section.PEOPLE) == found
    assert found == [
        "Check name and title of Dr. Ingrid van der Berg",
        "Go on from what Dr. van der Berg spoke about: “the 4 a.m. plan”",
        "Go on from what Tomas Okafor spoke about: “the new berth”",
    ]


def test_unfinished_conclusions_head_the_list_the_most_urgent_first() -> None:
    later = Unfinished(
        key="c2", text="Rehearse the opening", company="Halvorsen Maritime", due=AT.replace(day=9)
    )
    sooner = Unfinished(key="c1", text="Leave earlier", company="Lumen & Ash", due=AT)
    known = replace(NOTHING, before=BEFORE, unfinished=(later, sooner))
    first = checklist(known).groups[0]
    assert first.section is Section.CARRIED
    assert [item.words for item in first.items[:2]] == ["Leave earlier", "Rehearse the opening"]
    assert first.items[0].why == "You concluded it after Lumen & Ash."


def test_what_is_an_unfinished_conclusion_already_does_not_stand_there_twice() -> None:
    drill = Unfinished(
        key="c",
        text="Rehearse it",
        company="Halvorsen Maritime",
        due=AT,
        reflection="f1",
        proposal="Q13",
    )
    known = replace(NOTHING, before=BEFORE, unfinished=(drill,))
    assert "Rehearse an answer to “Why did you leave?”" not in words(known, Section.CARRIED)
    rehearsed = replace(NOTHING, before=replace(BEFORE, concluded={"Q13": True}))
    assert items(rehearsed, Section.CARRIED)["hardest/f1"].state is ItemState.BY_ITSELF


def test_consistency_repeats_what_was_said_to_whom_and_warns_of_stories_told_here() -> None:
    said = Statement(
        key="s",
        subject=Subject.SALARY,
        text="620 000 and up",
        at=AT,
        name="Tomas Okafor",
        round_number=1,
    )
    heard = Telling(story="x", round="r1", company="halvorsen maritime", round_number=1, at=AT)
    known = replace(NOTHING, statements=(said,), stories=(whole_story("x"),), tellings=(heard,))
    found = items(known, Section.CONSISTENCY)
    assert found["said/s"].words == "Say the same about salary: “620 000 and up”"
    assert found["said/s"].why == "You said it to Tomas Okafor in the first round."
    assert "said/salary" not in found
    assert "said/availability" in found
    assert found["said/story/x"].words == "Have another story than “Story x”"


def test_ticks_and_own_items_stand_where_they_belong() -> None:
    ticks = (
        Tick(key="logistics/agenda", done=True),
        Tick(key="own/1", section="logistics", text="Iron the blue shirt"),
        Tick(key="own/2", section="offer", text="Ask Mum about the move", done=True),
        Tick(key="sheet/way", text="Bus 3"),
    )
    known = replace(NOTHING, ticks=ticks)
    assert items(known, Section.LOGISTICS)["logistics/agenda"].state is ItemState.TICKED
    own = items(known, Section.LOGISTICS)["own/1"]
    assert (own.own, own.done) == (True, False)
    assert items(known, Section.OFFER)["own/2"].done
    assert not any("Bus 3" in item.words for item in checklist(known).items)


def test_old_news_says_since_when_it_is_old() -> None:
    old = Fact(key="n", topic=FactTopic.NEWS, value="A new quay", dated=date(2026, 1, 3))
    item = items(replace(NOTHING, facts=(old,)), Section.FACTS)["facts/news"]
    assert (item.done, item.progress) == (False, "The latest is of 3 January 2026: look again")


TEXTS = st.text(max_size=30)


@given(
    st.lists(st.builds(Question, key=TEXTS, text=TEXTS, asked=st.none() | st.just("r1"))),
    st.lists(st.builds(Proof, key=TEXTS, demand=TEXTS, proof=TEXTS), max_size=4),
    st.lists(
        st.builds(
            Tick,
            key=st.sampled_from(["logistics/agenda", "offer/range", "own/1", "own/2", "gone"]),
            section=st.sampled_from([section.value for section in Section]),
            text=TEXTS,
            done=st.booleans(),
        ),
        max_size=5,
        unique_by=lambda tick: tick.key,
    ),
)
def test_a_tick_changes_nothing_but_its_own_item(
    questions: list[Question], proofs: list[Proof], ticks: list[Tick]
) -> None:
    proofs = list({proof.key: proof for proof in proofs}.values())
    known = replace(
        NOTHING, questions=tuple(questions), proofs=tuple(proofs), before=BEFORE, ticks=tuple(ticks)
    )
    list_ = checklist(known)
    keys = [item.key for item in list_.items]
    assert len(keys) == len(set(keys))
    assert list_.total == len(keys)
    assert list_.done == sum(item.done for item in list_.items)
    without = checklist(replace(known, ticks=tuple(replace(t, done=False) for t in ticks)))
    ticked = {tick.key for tick in ticks if tick.done}
    for now, before in zip(list_.items, without.items, strict=True):
        same = replace(now, state=before.state)
        assert same == before
        assert now.done == (before.done or now.key in ticked)
