"""The one page for the day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from core.playbook.kinds import Mode
from core.preparation.day_sheet import (
    LATE,
    OPENING,
    SPOKEN,
    STORY,
    WAY,
    WORDS,
    day_sheet,
    shortened,
)
from core.preparation.values import Fact, FactTopic, Question, Tick
from tests.core.preparation.known import BEFORE, INGRID, NOTHING, SECOND, whole_story


def test_a_page_of_which_nothing_is_known_still_says_when_and_where() -> None:
    sheet = day_sheet(NOTHING)
    assert (sheet.company, sheet.start) == (SECOND.company, SECOND.start)
    assert (sheet.leave_at, sheet.people, sheet.stories, sheet.words) == (None, (), (), "")


def test_the_last_round_gives_the_opening_and_the_sentence_to_oneself() -> None:
    sheet = day_sheet(replace(NOTHING, before=BEFORE))
    assert sheet.opening == "I keep calm at night"
    assert sheet.words == "You were honest, and that is worth more than a smooth answer."


def test_what_the_user_wrote_for_the_day_comes_first() -> None:
    ticks = (
        Tick(key=OPENING, text="I look forward to this talk"),
        Tick(key=WORDS, text="Breathe."),
        Tick(key=WAY, text="Bus 3 to the quay,\nthen left"),
        Tick(key=LATE, text="+47 55 00 00 01"),
        Tick(key=f"{SPOKEN}p1", text="fan der BERG"),
    )
    reached = replace(INGRID, phone="+47 55 00 00 00")
    sheet = day_sheet(replace(NOTHING, before=BEFORE, people=(reached,), ticks=ticks))
    assert (sheet.opening, sheet.words) == ("I look forward to this talk", "Breathe.")
    assert sheet.way == "Bus 3 to the quay, then left"
    assert (sheet.late_name, sheet.late_number) == ("", "+47 55 00 00 01")
    assert sheet.people[0].spoken == "fan der BERG"


def test_whoever_has_a_number_is_called_when_one_is_late() -> None:
    reached = replace(INGRID, key="p2", full_name="Tomas Okafor", phone="+47 55 00 00 00")
    sheet = day_sheet(replace(NOTHING, people=(INGRID, reached)))
    assert (sheet.late_name, sheet.late_number) == ("Tomas Okafor", "+47 55 00 00 00")


def test_where_nobody_there_has_a_number_somebody_else_is_called() -> None:
    recruiter = replace(INGRID, key="p3", full_name="Amara Nwosu", phone="+47 55 00 00 02")
    sheet = day_sheet(replace(NOTHING, people=(INGRID,), others=(recruiter,)))
    assert (sheet.late_name, sheet.late_number) == ("Amara Nwosu", "+47 55 00 00 02")


def test_leaving_takes_the_way_a_quarter_more_and_ten_minutes() -> None:
    near = replace(NOTHING, round=replace(SECOND, travel_minutes=35))
    assert day_sheet(near).leave_at == SECOND.start - timedelta(minutes=35 + 15 + 10)
    far = replace(NOTHING, round=replace(SECOND, travel_minutes=120))
    assert day_sheet(far).leave_at == SECOND.start - timedelta(minutes=120 + 30 + 10)
    video = replace(NOTHING, round=replace(SECOND, mode=Mode.VIDEO))
    assert day_sheet(video).leave_at == SECOND.start - timedelta(minutes=15)
    named = datetime(2026, 5, 20, 10, tzinfo=UTC)
    assert day_sheet(near, named).leave_at == named


def test_one_fact_of_each_topic_and_no_old_news() -> None:
    facts = (
        Fact(key="a", topic=FactTopic.NEWS, value="Old", dated=date(2026, 1, 1)),
        Fact(key="b", topic=FactTopic.CULTURE, value="Sailing", used_for="a question"),
        Fact(key="c", topic=FactTopic.PRODUCTS, value="Ferries", dated=date(2020, 1, 1)),
        Fact(key="d", topic=FactTopic.PRODUCTS, value="Barges", dated=date(2026, 1, 1)),
    )
    sheet = day_sheet(replace(NOTHING, facts=facts))
    assert sheet.facts == (("Products and customers", "Barges"), ("Culture", "Sailing"))


def test_three_stories_those_that_were_chosen() -> None:
    stories = tuple(whole_story(key) for key in "abcd")
    known = replace(NOTHING, stories=stories)
    assert len(day_sheet(known).stories) == 3
    chosen = replace(known, ticks=(Tick(key=f"{STORY}d", done=True),))
    assert [story.title for story in day_sheet(chosen).stories] == ["Story d"]
    assert day_sheet(chosen).stories[0].gist == "She left on time"


def test_questions_already_asked_stay_at_home() -> None:
    asked = Question(key="a", text="Who is on the team?", asked="r1")
    ahead = Question(key="b", text="When will you decide?")
    assert day_sheet(replace(NOTHING, questions=(asked, ahead))).questions == (ahead.text,)


@given(st.text(), st.integers(10, 60))
def test_a_line_is_cut_after_a_word_and_never_too_long(text: str, limit: int) -> None:
    line = shortened(text, limit)
    assert len(line) <= limit
    assert "\n" not in line
    plain = " ".join(text.split())
    assert line == plain or line.endswith("…")


@given(st.integers(0, 40))
def test_the_page_stays_one_page_however_much_is_known(count: int) -> None:
    known = replace(
        NOTHING,
        before=BEFORE,
        people=tuple(replace(INGRID, key=str(n)) for n in range(count)),
        questions=tuple(Question(key=str(n), text="Why? " * 90) for n in range(count)),
        stories=tuple(whole_story(str(n)) for n in range(count)),
    )
    sheet = day_sheet(known)
    assert len(sheet.people) + sheet.more_people == count
    assert len(sheet.people) <= 6
    assert len(sheet.questions) <= 6
    assert len(sheet.stories) <= 3
    assert all(len(question) <= 160 for question in sheet.questions)
