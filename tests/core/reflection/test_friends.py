"""What a friend gets to read, what comes back, and that nothing of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reflection.answers import (
    Answers,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    ListRow,
    PickAnswer,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)
from core.reflection.brief import brief, brief_text, initials
from core.reflection.friends import LONGEST_REPLY, ReplyTooLong, empty_reply, read_reply

ACCOUNT: Answers = {
    "Q1": ContactsAnswer(
        rows=(
            ContactRow(key="a", name="Dr. Anna van der Berg", role="Head of design"),
            ContactRow(key="b", name="Chidi Okafor", topic="secret plans"),
            ContactRow(key="c", topic="nobody's own"),
        )
    ),
    "Q2": TaggedListAnswer(rows=(TaggedRow(key="q", text="Why ships?", tags=("motive",)),)),
    "Q4": ListAnswer(rows=(ListRow(key="f", text="two designers left"),)),
    "Q10": ListAnswer(rows=(ListRow(key="g", text="I asked Anna van der Berg about the tides"),)),
    "Q11": PickAnswer(row="q", text="It was my own story."),
    "Q12": TextAnswer(text="Say Okafor's name right. Thank Mr Berg."),
    "Q26": TextAnswer(text="You did well, and you may rest now."),
}

PAGE = """\
An interview: Naval architect, second round

Thank you for reading this. What I would like to hear: first a strength, then one moment and what \
it did to you, then one suggestion and one question.

I met A. B., C. O.

The questions they asked
- Why ships?

What went well, and what I did for it
- I asked A. B. about the tides

My strongest answer
- “Why ships?” It was my own story.

What I would do differently
- Say O.'s name right. Thank Mr B.
"""


def test_the_page_says_this_and_no_more() -> None:
    assert brief_text(brief(ACCOUNT, "Naval architect, second round")) == PAGE


def test_people_of_the_application_are_initials_too_though_not_named_as_met() -> None:
    answers: Answers = {"Q12": TextAnswer(text="Mia Holm and Mia's boss were kind. So was Holm.")}
    (part,) = brief(answers, "", names=["Mia Holm", "", "Dr."]).parts
    assert part.lines == ("M. H. and M.'s boss were kind. So was H.",)


def test_an_empty_account_gives_an_empty_page() -> None:
    page = brief({}, "")
    assert (page.title, page.parts, page.interviewers) == ("An interview", (), ())


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Anna", "A."),
        ("anna berg", "A. B."),
        ("Prof. José Ortega y Gasset", "J. G."),
        ("李小龙", "李."),
        ("Anne-Marie O'Neil", "A. N."),
    ],
)
def test_initials(name: str, short: str) -> None:
    assert initials(name) == short


@given(name=st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True), around=st.text())
def test_no_name_of_an_interviewer_leaves(name: str, around: str) -> None:
    answers: Answers = {
        "Q1": ContactsAnswer(rows=(ContactRow(key="a", name=name),)),
        "Q12": TextAnswer(text=f"{around} {name} said, and {name.split()[1]} agreed"),
    }
    (part,) = brief(answers, "").parts
    said = part.lines[0].removeprefix(around.strip())
    assert not any(re.search(rf"\b{word}\b", said) for word in name.split())


# ------------------------------------------------------------------ what comes back


ANSWERED = """\
Your name: Amara

A strength you heard:
You stay calm.
Even when they push.

One moment, and its situation:
The tide question.

What did I do or say then:
You asked for a second.

What did it do to you as a listener:
I trusted you.

One suggestion:
Name one number.

One question to me:
Why ships?
"""


def test_the_empty_text_asks_for_the_strength_first() -> None:
    text = empty_reply()
    assert text.index("A strength") < text.index("situation") < text.index("One suggestion")
    read = read_reply(text, "v1")
    assert read.view.rest == ""
    assert [sentence.split(".")[0] for sentence in read.not_found] == [
        "No strength was found",
        "No suggestion was found",
    ]


def test_a_reply_is_read_whole() -> None:
    read = read_reply(ANSWERED, "v1")
    assert read.not_found == ()
    view = read.view
    assert (view.key, view.friend) == ("v1", "Amara")
    assert view.strength == "You stay calm.\nEven when they push."
    assert view.situation == "The tide question."
    assert view.behaviour == "You asked for a second."
    assert view.impact == "I trusted you."
    assert (view.suggestion, view.question) == ("Name one number.", "Why ships?")


@pytest.mark.parametrize(
    "edited",
    [
        "".join(f"> {line}\n" for line in ANSWERED.splitlines()),
        "".join(f">> {line}\r\n" for line in ANSWERED.splitlines()),
        ANSWERED.upper().replace("YOUR NAME: AMARA", "Your name: Amara"),
        ANSWERED.replace("A strength you heard:", "1. **A strength you heard:**"),
        ANSWERED.replace("A strength you heard:", "A strenght you herd:"),
        ANSWERED.replace("A strength you heard:\n", "Strength: "),
        ANSWERED.replace("One suggestion:", "## Suggestion :"),
    ],
)
def test_a_reply_that_was_edited_by_hand_is_read_too(edited: str) -> None:
    view = read_reply(edited, "v1").view
    assert view.friend == "Amara"
    assert view.strength.casefold() == "you stay calm.\neven when they push."
    assert view.suggestion.casefold() == "name one number."
    assert view.rest == ""


def test_lines_below_no_heading_are_kept() -> None:
    read = read_reply("Hi, here you are: love, A\n\n" + ANSWERED, "v1")
    assert read.view.rest == "Hi, here you are: love, A"
    assert read.not_found == ("Some lines stand below no heading. They are kept beside the rest.",)


def test_a_text_of_another_kind_is_kept_as_it_is() -> None:
    read = read_reply("You were great.\nCall me.", "v1")
    assert read.view.rest == "You were great.\nCall me."
    (sentence,) = read.not_found
    assert sentence.startswith("None of the headings were found in this text. It is kept")


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(ReplyTooLong, match="Nothing was changed"):
        read_reply("x" * (LONGEST_REPLY + 1), "v1")


def test_hostile_lines_are_read_at_once() -> None:
    for text in (">" * 200_000, "*" * 200_000, ": " * 100_000, "a:\n" * 60_000, " " * 200_000):
        assert read_reply(text, "v1").view.friend == ""


LINES = st.lists(
    st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), max_size=30)
    | st.sampled_from([line for line in ANSWERED.splitlines() if line.endswith(":")]),
    max_size=20,
)


@given(lines=LINES)
def test_whatever_comes_back_nothing_of_it_is_lost(lines: list[str]) -> None:
    view = read_reply("\n".join(lines), "v1").view
    kept = [view.friend, view.strength, view.situation, view.behaviour, view.impact]
    kept += [view.suggestion, view.question, view.rest]
    words = set(" ".join(kept).split())
    for line in lines:
        if ":" not in line and ">" not in line:
            assert set(line.split()) <= words | _opening_words()


def _opening_words() -> set[str]:
    return set(empty_reply().split())
