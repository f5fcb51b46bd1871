"""The bank of stories: parts, length, who heard which, and which to take along."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from core.preparation.story_bank import (
    LONGEST,
    SHORTEST,
    WORDS_A_SECOND,
    Length,
    bank,
    bank_for,
    for_the_day,
    length_of,
    missing_parts,
    spoken_seconds,
)
from core.preparation.values import Story, Telling
from core.reflection.answers import StoryPart
from tests.core.preparation.known import INGRID, NOTHING, SECOND, whole_story

AT = datetime(2026, 5, 1, tzinfo=UTC)


def telling(story: str, **more: str | None) -> Telling:
    return Telling(
        story=story,
        round=more.get("round") or "r1",
        company=more.get("company") or SECOND.company,
        round_number=1,
        at=AT,
        person=more.get("person"),
    )


def test_a_story_says_which_parts_are_missing() -> None:
    begun = Story(key="x", title="The late ship", situation="A ship was late", action=" ")
    assert missing_parts(begun) == (StoryPart.TASK, StoryPart.ACTION, StoryPart.RESULT)
    assert not missing_parts(whole_story("x"))


def test_its_length_is_reckoned_from_its_words_until_it_is_measured() -> None:
    long = replace(whole_story("x"), action="word " * 250)
    assert spoken_seconds(long) == round((4 + 5 + 250 + 4) / WORDS_A_SECOND)
    assert spoken_seconds(replace(long, seconds=72)) == 72


@given(st.integers(0, 1000))
def test_one_to_two_minutes_fit_both_ends_included(seconds: int) -> None:
    assert (length_of(seconds) is Length.FITS) == (SHORTEST <= seconds <= LONGEST)
    assert (length_of(seconds) is Length.SHORT) == (seconds < SHORTEST)


def test_this_employer_having_heard_it_is_a_warning_and_another_one_is_none() -> None:
    known = replace(NOTHING, stories=(whole_story("x"),), tellings=(telling("x"),))
    (view,) = bank(known).stories
    assert view.warning.startswith("Halvorsen Maritime heard this one in the first round.")
    elsewhere = replace(known, tellings=(telling("x", company="Lumen & Ash"),))
    (view,) = bank(elsewhere).stories
    assert (view.warning, len(view.heard)) == ("", 1)


def test_a_person_who_comes_again_is_named() -> None:
    heard = telling("x", person="p1")
    known = replace(NOTHING, people=(INGRID,), stories=(whole_story("x"),), tellings=(heard,))
    assert bank(known).stories[0].warning.startswith("Dr. van der Berg heard this one before.")


def test_what_is_told_in_this_very_round_is_no_warning() -> None:
    known = replace(NOTHING, stories=(whole_story("x"),), tellings=(telling("x", round="r2"),))
    assert not bank(known).stories[0].warning


def test_tags_that_were_asked_for_and_have_no_story_come_before_the_usual_ones() -> None:
    found = bank_for(
        (whole_story("x", tags=("Teamwork",)),), (), asked_tags=("Planning", "planning")
    )
    assert found.uncovered[0] == "planning"
    assert "teamwork" not in found.uncovered
    assert "mistake" in found.uncovered


def test_six_to_eight_complete_stories_are_enough() -> None:
    five = [whole_story(str(n)) for n in range(5)]
    begun = Story(key="b", title="Begun")
    assert bank_for([*five, begun], ()).sentence == (
        "5 of 6 complete, 1 begun. One at a time is fine."
    )
    assert not bank_for([*five, begun], ()).enough
    assert bank_for([*five, whole_story("6")], ()).enough
    nine = bank_for([whole_story(str(n)) for n in range(9)], ())
    assert nine.sentence.startswith("9 stories: 6 to 8 are enough.")


def test_three_for_the_day_are_new_to_them_complete_and_varied() -> None:
    stories = (
        whole_story("told", tags=("pressure",), seconds=90),
        Story(key="begun", title="Begun", tags=("mistake",)),
        whole_story("one", tags=("teamwork",), seconds=90),
        whole_story("same", tags=("teamwork",), seconds=90),
        whole_story("other", tags=("leadership",), seconds=90),
    )
    known = replace(NOTHING, stories=stories, tellings=(telling("told"),))
    assert [view.story.key for view in for_the_day(known)] == ["one", "other", "same"]
    chosen = for_the_day(known, ("told", "begun"))
    assert [view.story.key for view in chosen] == ["told", "begun"]


KEYS = st.sampled_from(["a", "b", "c", "d", "e"])


@given(st.lists(KEYS, unique=True), st.lists(KEYS, max_size=4), st.lists(KEYS, max_size=4))
def test_there_are_never_more_than_three_and_none_twice(
    stories: list[str], told: list[str], chosen: list[str]
) -> None:
    known = replace(
        NOTHING,
        stories=tuple(whole_story(key, tags=(key,)) for key in stories),
        tellings=tuple(telling(key) for key in told),
    )
    keys = [view.story.key for view in for_the_day(known, chosen)]
    assert len(keys) == len(set(keys)) <= 3
    picked = [key for key in stories if key in chosen]
    assert keys == picked[:3] if picked else len(keys) == min(3, len(stories))
