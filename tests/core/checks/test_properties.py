"""Whatever is typed: no check stumbles, every span covers its text, and every fix helps."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks.check import check
from core.checks.finding import Field, Finding
from core.drafting.kinds import KINDS
from core.drafting.values import Draft
from core.playbook.values import Channel, Other
from tests.core.checks.desk import ANNA, BODY, DRAFT, KNOWLEDGE, PAUL, apply, situation, told

SITUATION = situation(others=(Other(company="Globex", people=("Hank Scorpio",)),))
PIECES = st.sampled_from(
    [
        *("Dear Dr. van der Berg,", "Dear Susan,", "Hi Anna,", "Dear Sir or Madam,", "Globex"),
        *("\n", "\n\n", " ", "[name]", "{role}", "XXX", "___", "Please find it attached.", "!"),
        *("When do you decide?", "“", "”", "'", "> old", "On Mon, Anna wrote:", "Kind regards,"),
        *("\u202e", "\x00", "\ufeff", "e\u0301", "🙂", "面接", "Sam Lee", "I am desperate", "ASAP"),
        *("your lawsuit", "Dr.", "…", "\r\n", "\u2028", "]", "[", "<", ">", "Mr. Paul", "thanks"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join), st.just(BODY))
DRAFTS = st.builds(
    Draft,
    kind=st.sampled_from(sorted(KINDS)),
    channel=st.sampled_from(sorted(Channel)),
    to=st.sampled_from([(), ("anna",), ("anna", "paul"), ("nobody",)]),
    subject=TEXTS,
    body=TEXTS,
    attachments=st.lists(st.text(max_size=30), max_size=2).map(tuple),
)


def texts(draft: Draft) -> dict[Field, str]:
    return {Field.BODY: draft.body, Field.SUBJECT: draft.subject}


@settings(max_examples=150, deadline=None)
@given(draft=DRAFTS)
def test_every_span_covers_its_text(draft: Draft) -> None:
    for finding in check(draft, SITUATION, KNOWLEDGE).findings:
        if finding.span is None:
            assert finding.text is None
            continue
        whole = texts(draft)[finding.field]
        assert 0 <= finding.span.start < finding.span.end <= len(whole)
        assert finding.text == whole[finding.span.start : finding.span.end]


@settings(max_examples=100, deadline=None)
@given(draft=DRAFTS)
def test_every_edit_lies_within_its_text_and_apart_from_the_others(draft: Draft) -> None:
    for finding in check(draft, SITUATION, KNOWLEDGE).findings:
        for fix in finding.fixes:
            assert bool(fix.edits) != bool(fix.act)
            before = dict.fromkeys(texts(draft), 0)
            for edit in sorted(fix.edits, key=lambda one: one.span.start):
                assert before[edit.field] <= edit.span.start <= edit.span.end
                assert edit.span.end <= len(texts(draft)[edit.field])
                before[edit.field] = edit.span.end


@settings(max_examples=100, deadline=None)
@given(draft=DRAFTS)
def test_the_same_draft_is_always_told_the_same(draft: Draft) -> None:
    assert check(draft, SITUATION, KNOWLEDGE) == check(draft, SITUATION, KNOWLEDGE)


SALUTATIONS = st.sampled_from(
    [
        *("Dear Dr. van den Berg,", "Hi Anna,", "Dear Ms van der Berg,", "Dear Dr. Anna-Maria,"),
        *("Dear Sir or Madam,", "Hello,", "Dear Susan,", "Dear van der Berg,", "dear anna-maria,"),
    ]
)
FAULTS = st.lists(
    st.sampled_from(
        [
            *(
                "I like Globex.",
                "It is at [company].",
                "I like {role} work.",
                "My name: [your name].",
            ),
            *("By when will you decide?", "I could start on [date]."),
        ]
    ),
    max_size=4,
    unique=True,
).map(" ".join)
OWN = frozenset({1, 2, 4, 5, 7, 10, 11, 31})


@settings(max_examples=80, deadline=None)
@given(salutation=SALUTATIONS, faults=FAULTS, subject=st.sampled_from(["", "x" * 70, "Globex"]))
def test_a_fix_takes_its_finding_away(salutation: str, faults: str, subject: str) -> None:
    body = BODY.replace("Dear Dr. van der Berg,", salutation).replace("helps.", f"helps. {faults}")
    draft = replace(DRAFT, body=body, subject=subject)
    for finding in told(draft, SITUATION).findings:
        if finding.check in OWN:
            for fix in (fix for fix in finding.fixes if fix.edits):
                mended = apply(draft, fix.edits)
                assert same(finding) not in {same(f) for f in told(mended, SITUATION).findings}


def same(finding: Finding) -> tuple[int, Field, str | None, int]:
    """What makes a finding the same as one in a changed text, if it is no farther on."""
    return finding.check, finding.field, finding.text, finding.span.start if finding.span else -1


LENGTH = 60_000
HOSTILE = [
    (unit * (LENGTH // len(unit))) + end
    for unit, end in (
        *(("'", ""), ("._", ""), (".", "x"), ("_", ""), (" ", ""), ("\n", ""), (">\nx\n", "")),
        *(("»", ""), ("'a ", ""), ("Dear ", ""), ("[", ""), ("[a", ""), ("{", ""), ("<a", "")),
        *(("a\u0301", ""), ("best regards ", ""), ("Mr. Paul, ", ""), ("Dear Anna, dear ", "")),
        *(("https://", ""), ("at ", ""), ("\u202e", ""), ("x", ""), ("0", ""), ("[company] ", "")),
        *(("Globex ", ""), ("attached ", ""), ("By when will you decide? ", ""), ("“", "”")),
    )
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    """Each would hold the suite up if reading it took time by the square of its length."""
    found = check(replace(DRAFT, body=text, subject=text[:5_000]), SITUATION, KNOWLEDGE)
    assert found.words >= 0


def test_people_of_the_case_are_never_taken_for_others() -> None:
    both = situation(others=(Other(company="Globex", people=(ANNA.name, PAUL.name)),))
    assert told(DRAFT, both).of(5) == []
