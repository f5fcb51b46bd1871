"""What a message says, and what it leaves out."""

from dataclasses import replace
from datetime import date

import pytest

from core.checks.check import check
from core.checks.finding import Level
from core.drafting.values import News, Situation, Topic
from core.meaning.heard import Heard, Marks, spoken
from core.playbook.values import Channel, Promise, PromiseItem, Promiser, Settings
from tests.core.checks.desk import (
    BODY,
    DRAFT,
    KNOWLEDGE,
    adding,
    berlin,
    saying,
    situation,
    told,
)

THANKS = replace(
    DRAFT,
    kind="M1",
    subject="Thank you – Data Engineer interview, 27 March",
    body="""Dear Dr. van der Berg,

Thank you for the talk about the Data Engineer role today. What you said about the move from cron \
to Airflow has stayed with me: one job at a time, and never on a Friday. At Initech I moved forty \
nightly jobs that way without losing a run, and I would like to help you with the next hundred. \
The view from your roof I will keep in mind as well.

Kind regards,
Sam Lee""",
)


def decision(due: date) -> Promise:
    return Promise(
        key="d",
        by=Promiser.THEM,
        what="decision",
        at=berlin("03-27 15:00"),
        due=due,
        item=PromiseItem.DECISION,
    )


def without(*sentences: str) -> str:
    body = BODY
    for sentence in sentences:
        assert sentence in body
        body = body.replace(sentence, "")
    return body


def test_good_letters_are_left_alone() -> None:
    assert told().findings == ()
    assert told(THANKS, situation(now="03-27 17:30")).findings == ()


# -- 6: which interview


def test_a_letter_says_which_interview_it_means() -> None:
    bare = saying(BODY.replace("the Data Engineer role and ", ""), subject="My interview")
    assert told(bare).one(6).level is Level.SHOULD


@pytest.mark.parametrize(
    "named", ["Acme", "the engineering position", "ACME GmbH", "data engineers"]
)
def test_role_or_company_in_any_form_is_enough(named: str) -> None:
    body = BODY.replace("the Data Engineer role", named)
    assert told(saying(body, subject="My interview")).of(6) == []


@pytest.mark.parametrize(
    ("company", "text", "enough"),
    [
        ("Restaurant Havtorn", "the evening at Havtorn", True),
        ("Restaurant Havtorn", "the evening at the restaurant", False),
        ("Constructora Huascarán", "the wall at Huascarán", True),
        ("Lone Mesa Logistics", "what you do in Logistics", False),
        ("Hotel Central", "your place, so Central", False),
        ("Hotel-Restaurant Alpenblick", "the kitchen of Alpenblick", True),
        ("Garage Capital", "the day at Garage", True),
        ("Bank Austria", "a life in Austria", False),
        ("Green Energy", "a life with Energy", False),
    ],
)
def test_of_a_house_s_name_the_word_that_tells_it_apart_is_enough(
    company: str, text: str, enough: bool
) -> None:
    body = BODY.replace("the Data Engineer role", text).replace("Acme", "they")
    found = told(saying(body, subject="My interview"), situation(company=company))
    assert (found.of(6) == []) is enough


# -- 8: could be sent to anyone

GENERAL = THANKS.body.replace(
    "What you said about the move from cron to Airflow has stayed with me: one job at a time, "
    "and never on a Friday. ",
    "It was a pleasure to hear more about the company and what you do. ",
)


def test_thanks_that_fit_anyone_are_noticed() -> None:
    where = situation(now="03-27 17:30")
    assert told(replace(THANKS, body=GENERAL), where).one(8).level is Level.SHOULD


def test_a_tick_says_that_it_is_personal() -> None:
    draft = replace(THANKS, body=GENERAL, ticks=("personal",))
    assert told(draft, situation(now="03-27 17:30")).of(8) == []


def test_a_topic_taken_up_is_personal_in_whatever_words() -> None:
    where = situation(now="03-27 17:30")
    topics = (Topic(text="a spine should open at any page", person="anna"),)
    body = GENERAL.replace("The view", "That the spine opens at every page I liked. The view")
    personal = Situation(case=where.case, topics=topics)
    assert told(replace(THANKS, body=body), personal).of(8) == []


# -- 9: must-have parts

STRENGTH = BODY[BODY.index("At Initech") : BODY.index("When do")]


@pytest.mark.parametrize(
    ("part", "gone"),
    [
        ("strength", STRENGTH),
        ("material", " I am happy to send anything else that helps."),
    ],
)
def test_a_missing_part_is_named(part: str, gone: str) -> None:
    finding = told(saying(without(gone))).one(9)
    assert (finding.level, finding.variant) == (Level.SHOULD, part)
    assert finding.fixes[0].argument == part
    assert told(saying(without(gone), ticks=(part,))).of(9) == []


def test_a_sentence_in_unusual_words_may_be_the_part() -> None:
    odd = BODY.replace(
        "I am still very interested, and I was glad to read about your new plant in Lyon.",
        "The smell of the machine room follows me everywhere these days.",
    )
    assert told(saying(odd)).of(9) == []


@pytest.mark.parametrize(
    "pay", ["The salary is as we agreed.", "At £31,000 a year I am content.", "Grade E9 is right."]
)
def test_pay_is_named_in_many_ways(pay: str) -> None:
    body = BODY.replace("When do you expect to decide?", f"Thank you. {pay} I start on 1 May.")
    assert told(saying(body, kind="M15")).of(9) == []


def test_no_part_is_missed_in_a_language_without_words_for_it() -> None:
    italian = saying(
        "Gentile Dott.ssa van der Berg,\n\nScrivo per il posto di Data Engineer e il colloquio del"
        " 27 marzo. Quando prevede di decidere?\n\nCordiali saluti,\nSam Lee",
    )
    assert told(italian).of(9) == []


# -- 10 and 11: when they decide


def test_a_follow_up_asks_when_they_decide() -> None:
    found = told(saying(without("When do you expect to decide? ")))
    (fix,) = found.one(10).fixes
    assert 10 not in found.mended(fix).checks


@pytest.mark.parametrize(
    "question",
    [
        "Could you tell me about your timeline?",
        "I would be glad to know when you decide.",
        "What are the next steps?",
        "When might I hear from you?",
        "Is there any news?",
    ],
)
def test_it_may_ask_in_other_words(question: str) -> None:
    body = BODY.replace("When do you expect to decide?", question)
    assert told(saying(body)).of(10) == []


def test_nothing_is_asked_that_was_told() -> None:
    known = situation(decision(date(2026, 4, 10)))
    found = told(DRAFT, known)
    finding = found.one(11)
    assert (finding.level, finding.text) == (Level.SHOULD, "When do you expect to decide?")
    assert 11 not in found.mended(finding.fixes[0]).checks
    assert 10 not in found.checks


@pytest.mark.parametrize(
    "sentence", ["Is 10 April still realistic?", "What are the next steps?", "May I call you?"]
)
def test_other_questions_are_fair_while_a_date_stands(sentence: str) -> None:
    body = BODY.replace("When do you expect to decide?", sentence)
    assert told(saying(body), situation(decision(date(2026, 4, 10)))).of(11) == []


def test_a_date_that_has_passed_may_be_asked_for_anew() -> None:
    assert told(DRAFT, situation(decision(date(2026, 4, 1)))).of(11) == []


# -- 12 and 13: news


def test_a_follow_up_without_recent_news_gets_a_hint() -> None:
    where = situation()
    old = (News(title="Acme opens a plant", published=date(2026, 1, 1)),)
    assert told(DRAFT, replace(where, news=old)).one(12).level is Level.HINT


def test_unhappy_news_is_not_mentioned() -> None:
    sad = (*situation().news, News(title="Acme announces 200 layoffs in Kiel", negative=True))
    where = replace(situation(), news=sad)
    finding = told(adding("I was sorry about the layoffs you had."), where).one(13)
    assert finding.level is Level.SHOULD
    assert told(adding("I was glad of the calm in your house."), where).of(13) == []


@pytest.mark.parametrize(
    ("sentence", "told_of"),
    [
        ("I was sorry to read about the job cuts in Kiel.", True),
        ("The redundancies in Kiel will have kept you busy.", True),
        ("The ferry from Kiel was on time.", False),
        ("I worked on the closure of landfills.", False),
        ("We had a fine day in Kiel.", False),
    ],
)
def test_unhappy_news_is_known_in_other_words_by_its_place(sentence: str, told_of: bool) -> None:
    sad = (News(title="Acme announces 200 layoffs in Kiel", negative=True),)
    where = replace(situation(), news=sad)
    assert bool(told(adding(sentence), where).of(13)) is told_of


def test_a_sad_word_without_sad_news_is_the_trade_s() -> None:
    assert told(adding("I study hearing loss.")).of(13) == []


# -- 14: length


def test_length_is_a_hint_near_the_range_and_a_warning_far_from_it() -> None:
    assert told(adding("The same is true. " * 15)).one(14).level is Level.HINT
    assert told(adding("The same is true. " * 40)).one(14).level is Level.SHOULD
    short = told(saying("Dear Dr. van der Berg,\n\nHello.\n\nKind regards,\nSam Lee")).one(14)
    assert (short.level, short.variant) == (Level.SHOULD, "short")


def test_a_short_note_is_right_where_short_notes_are_usual() -> None:
    brief = replace(THANKS, body=THANKS.body.replace(" The view from your roof", "\n\nThe roof"))
    where = situation(now="03-27 17:30", settings=Settings(thank_you_notes="short"))
    assert told(brief, where).of(14) == []


def test_a_note_on_a_network_has_two_hundred_characters() -> None:
    note = saying("Dear Anna-Maria, " + "we met. " * 24, kind="M11", channel=Channel.LINKEDIN)
    finding = told(note).one(14)
    assert (finding.level, finding.variant) == (Level.MUST, "characters")


def test_what_has_no_blanks_between_its_words_is_not_counted() -> None:
    assert told(saying("Dear Dr. van der Berg,\n\n" + "面接の機会をいただき" * 30)).of(14) == []


def test_a_phone_script_has_no_words_to_count() -> None:
    assert told(saying("Hello.", channel=Channel.PHONE)).of(14) == []


ASKED = "Whichever way the wind blows, a line from you would help me to plan."


def asking(mark: float) -> set[int]:
    draft = saying(BODY.replace("When do you expect to decide?", ASKED))
    heard = Heard({spoken(ASKED): Marks(manners={}, parts={"decision": mark})})
    return {one.check for one in check(draft, situation(), KNOWLEDGE, heard=heard).findings}


def test_a_question_in_unknown_words_is_known_by_the_meaning_of_its_sentence() -> None:
    assert 10 in asking(0.49)
    assert 10 not in asking(0.5)
