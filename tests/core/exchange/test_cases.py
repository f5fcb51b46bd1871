"""The case file says what happened; a mistake in it is named by its place."""

import json
from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exchange.case_rounds import STEP_IDS
from core.exchange.cases import CaseError, read_case, read_export
from core.playbook.values import (
    Channel,
    Interview,
    Mode,
    Promise,
    PromiseItem,
    Reply,
    ReplyKind,
    StepMark,
    WrongName,
)

Json = dict[str, object]

INTERVIEW: Json = {
    "kind": "interview",
    "round": 1,
    "mode": "onsite",
    "start": "2026-03-27T14:00:00",
    "end": "2026-03-27T15:00:00",
    "zone": "Europe/Berlin",
    "people": ["anna"],
    "travel_minutes": 40,
}
AT = "2026-03-27T15:00:00+01:00"
AT_UTC = datetime(2026, 3, 27, 14, tzinfo=UTC)


def case(*events: Json, **changes: object) -> str:
    content: Json = {
        "now": "2026-03-28T09:00:00+01:00",
        "zone": "Europe/Berlin",
        "application": {"company": "Acme GmbH", "aliases": ["Acme"], "role": "Data Engineer"},
        "people": [{"id": "anna", "name": "Anna-Maria van der Berg", "part": "interviewer"}],
        "events": [INTERVIEW, *events],
    }
    return json.dumps(content | changes, indent=1)


def refusal(text: str) -> CaseError:
    with pytest.raises(CaseError) as caught:
        read_case(text, "case.json")
    return caught.value


def test_an_interview_is_read_as_wall_time_in_its_own_zone() -> None:
    read = read_case(case(zone="America/New_York"), "case.json").case
    interview = read.events[0]
    assert isinstance(interview, Interview)
    assert interview.start == datetime(2026, 3, 27, 13, tzinfo=UTC)
    assert interview.mode is Mode.ONSITE
    assert interview.people == ("anna",)
    assert interview.travel_minutes == 40
    assert read.zone == "America/New_York"
    assert read.now == datetime(2026, 3, 28, 8, tzinfo=UTC)


def test_the_recipients_zone_is_the_users_where_none_is_named() -> None:
    assert read_case(case(), "case.json").case.application_zone == "Europe/Berlin"


def test_the_same_round_again_moves_it_and_keeps_what_it_does_not_mention() -> None:
    moved: Json = {
        "kind": "interview",
        "round": 1,
        "start": "2026-04-01T09:00:00",
        "end": "2026-04-01T10:00:00",
        "zone": "Europe/Berlin",
    }
    events = read_case(case(moved), "case.json").case.events
    assert len(events) == 1
    interview = events[0]
    assert isinstance(interview, Interview)
    assert interview.start == datetime(2026, 4, 1, 7, tzinfo=UTC)
    assert interview.people == ("anna",)
    assert interview.travel_minutes == 40


def test_an_hour_that_comes_twice_is_the_first_one_unless_the_offset_says_otherwise() -> None:
    twice = INTERVIEW | {"start": "2026-10-25T02:30:00", "end": "2026-10-25T04:00:00"}
    second = twice | {"start": "2026-10-25T02:30:00+01:00"}
    starts = [
        event.start
        for version in (twice, second)
        for event in read_case(case(events=[version]), "case.json").case.events
        if isinstance(event, Interview)
    ]
    assert starts == [
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ]


def test_an_offset_that_the_zone_does_not_have_is_refused() -> None:
    error = refusal(case(events=[INTERVIEW | {"start": "2026-03-27T14:00:00+05:00"}]))
    assert error.path == "events[0].start"


@pytest.mark.parametrize(
    ("by", "what", "item"),
    [
        ("me", "reference list", PromiseItem.REFERENCES),
        ("me", "names of two referees", PromiseItem.REFERENCES),
        ("me", "a link to the reference implementation", PromiseItem.OTHER),
        ("me", "a decision about the date", PromiseItem.OTHER),
        ("them", "decision", PromiseItem.DECISION),
        ("them", "to let me know by Friday", PromiseItem.DECISION),
        ("them", "travel money", PromiseItem.OTHER),
    ],
)
def test_the_words_of_a_promise_tell_what_it_is_about(
    by: str, what: str, item: PromiseItem
) -> None:
    event: Json = {"kind": "promise", "by": by, "what": what, "at": AT, "due": "2026-03-31"}
    promise = read_case(case(event), "case.json").case.events[1]
    assert isinstance(promise, Promise)
    assert (promise.item, promise.due) == (item, date(2026, 3, 31))


def test_every_kind_of_event_is_read() -> None:
    at = {"at": AT}
    kinds: list[Json] = [
        {"kind": "promise", "by": "me", "what": "a sample", **at},
        {"kind": "sent", "message": "M1", "to": ["anna"], "channel": "phone", **at},
        {"kind": "reply", "reply": "date", "decision_date": "2026-04-10", **at},
        {"kind": "wrong_name", "person": "anna", "correct": "Anna-Maria", **at},
        {"kind": "arrived", **at},
        {"kind": "late", **at},
        {"kind": "incident", "what": "the wrong attachment", **at},
        {"kind": "reflection", "path": "full", **at},
        {"kind": "rejection", **at},
        {"kind": "offer", "deadline": "2026-04-20T12:00:00Z", **at},
        {"kind": "acceptance", **at},
        {"kind": "decline", **at},
        {"kind": "withdrawal", **at},
        {"kind": "on_hold", "until": "2026-06-01", **at},
        {"kind": "linked", "person": "anna", **at},
        {"kind": "contact", "person": "anna", "answered": True, **at},
    ]
    events = read_case(case(*kinds), "case.json").case.events
    assert len(events) == 1 + len(kinds)
    reply, wrong = events[3], events[4]
    assert isinstance(reply, Reply)
    assert (reply.reply, reply.decision_date) == (ReplyKind.DATE, date(2026, 4, 10))
    assert isinstance(wrong, WrongName)
    assert wrong.zone == "Europe/Berlin"


def test_what_the_user_did_to_a_step_becomes_a_mark() -> None:
    steps: list[Json] = [
        {"kind": "step", "id": "T1", "person": "anna", "at": AT, "done": True},
        {"kind": "step", "id": "N1", "at": AT, "skipped": "no company page"},
        {"kind": "step", "id": "F1", "at": AT, "snoozed_until": "2026-04-04T08:00:00Z"},
        {"kind": "step", "id": "K1", "at": AT, "due": "2026-04-04T08:00:00Z"},
    ]
    marks = read_case(case(*steps), "case.json").case.marks
    assert marks[0] == StepMark(id="T1", person="anna", at=AT_UTC, done=True)
    assert marks[1].skipped == "no company page"
    assert marks[2].snoozed_until == marks[3].due == datetime(2026, 4, 4, 8, tzinfo=UTC)


def test_notes_and_a_draft_are_kept_for_writing() -> None:
    read = read_case(
        case(
            topics=[{"person": "anna", "text": "from cron to Airflow"}],
            news=[{"title": "A plant in Lyon", "date": "2026-03-20", "negative": False}],
            cv_employers=["Initech"],
            me={"name": "Ada", "signature": "Ada\nBerlin"},
            draft={"kind": "M4", "to": ["anna"], "siblings": [{"to": "anna", "body": "Hello"}]},
        ),
        "case.json",
    )
    assert read.topics[0].person == "anna"
    assert read.news[0].published == date(2026, 3, 20)
    assert read.me is not None
    assert read.me.signature == "Ada\nBerlin"
    assert read.draft is not None
    assert (read.draft.kind, read.draft.channel) == ("M4", Channel.EMAIL)
    assert read.draft.siblings[0].to == ("anna",)


@pytest.mark.parametrize(
    ("broken", "path", "said"),
    [
        (case({"knd": "reply", "at": AT}), "events[1].knd", "Did you mean kind?"),
        (case(evnts=[]), "evnts", "Did you mean events?"),
        (case({"kind": "replay", "at": AT}), "events[1].kind", "Did you mean reply?"),
        (case({"kind": "arrived"}), "events[1].at", "is missing"),
        (case({"kind": "arrived", "at": 5}), "events[1].at", "must be a text"),
        (case({"kind": "arrived", "at": "2026-03-27T15:00:00"}), "events[1].at", "offset"),
        (case({"kind": "arrived", "at": "2026-02-30T15:00:00Z"}), "events[1].at", "no such day"),
        (case({"kind": "arrived", "at": "9999-12-31T23:00:00Z"}), "events[1].at", "years"),
        (case({"kind": "linked", "at": AT, "person": "ana"}), "events[1].person", "mean anna?"),
        (case({"kind": "sent", "at": AT, "message": "M99"}), "events[1].message", "one of"),
        (case({"kind": "step", "id": "T9", "at": AT, "done": True}), "events[1].id", "one of"),
        (case({"kind": "step", "id": "T1", "at": AT}), "events[1]", "exactly one of"),
        (case({"kind": "step", "id": "T1", "at": AT, "done": False}), "events[1].done", "true"),
        (case(zone="Europe/Berln"), "zone", "Did you mean Europe/Berlin?"),
        (case(zone="../../etc/passwd"), "zone", "no time zone"),
        (case(settings={"follow_up_after": "7bd"}), "settings.follow_up_after", "7d"),
        (case(settings={"follow_ups": True}), "settings.follow_ups", "whole number"),
        (case(settings={"follow_ups": 4}), "settings.follow_ups", "between 1 and 3"),
        (case(settings={"quiet_hours": "21-8"}), "settings.quiet_hours", "21:00-08:00"),
        (case(application={"company": " "}), "application.company", "empty"),
        (case(application={"company": "x" * 501}), "application.company", "500"),
        (case(people=[{"id": "a", "name": "A"}] * 2), "people[1].id", "twice"),
        (case(people={}), "people", "must be a list"),
        (case(events=[INTERVIEW | {"end": "2026-03-27T13:00:00"}]), "events[0].end", "start"),
        (case(events=[INTERVIEW | {"mode": "teleport"}]), "events[0].mode", "one of"),
        (case(events=[7]), "events[0]", "must be an object"),
        (case(draft={"kind": "M4", "to": ["bob"]}), "draft.to[0]", "no person"),
    ],
)
def test_a_mistake_is_named_by_its_place(broken: str, path: str, said: str) -> None:
    error = refusal(broken)
    assert error.path == path
    assert said in error.sentence
    assert error.line is not None
    assert error.sentence.startswith(f"case.json, line {error.line}: {path} ")


def test_the_line_is_the_one_an_editor_shows() -> None:
    text = case(zone="Nowhere")
    line = next(number for number, each in enumerate(text.splitlines(), 1) if "Nowhere" in each)
    assert refusal(text).line == line


def test_a_key_given_twice_is_refused() -> None:
    text = case().replace('"zone"', '"now": "2026-03-28T09:00:00Z", "zone"', 1)
    assert "twice" in refusal(text).sentence


@pytest.mark.parametrize("first", ["sample", "promise:2"])
def test_two_promises_of_one_key_are_refused(first: str) -> None:
    promised: Json = {"kind": "promise", "by": "me", "what": "the sample", "at": AT}
    second = promised | {"key": first} if first == "sample" else promised
    error = refusal(case(promised | {"key": first}, second))
    assert error.sentence.endswith("events[2].key is used twice; each needs its own.")


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{", '{"now": NaN}', "[" * 100_000, '{"now": ' + "9" * 5000 + "}"]
)
def test_what_is_no_case_is_refused_with_a_sentence(text: str) -> None:
    assert refusal(text).sentence.startswith("case.json")


def test_an_export_of_a_newer_version_says_so() -> None:
    text = json.dumps({"format": "afterword", "version": 2, "cases": []})
    with pytest.raises(CaseError, match="newer Afterword"):
        read_export(text, "export.json")


def test_a_single_case_is_no_export() -> None:
    with pytest.raises(CaseError, match="is no export"):
        read_export(case(), "case.json")


def test_all_step_ids_are_known() -> None:
    assert len(STEP_IDS) == len(set(STEP_IDS)) == 32


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(
    st.sampled_from(["now", "zone", "settings", "application", "people", "events", "draft", "me"]),
    json_values,
)
def test_any_value_anywhere_is_taken_or_refused(key: str, value: object) -> None:
    with suppress(CaseError):
        read_case(case(**{key: value}), "case.json")


@given(st.text())
def test_any_text_is_taken_or_refused(text: str) -> None:
    with pytest.raises(CaseError):
        read_case(text, "case.json")


@given(
    st.sampled_from(["arrived", "promise", "reply", "interview", "step", "sent", "offer"]),
    st.dictionaries(
        st.sampled_from(
            ["at", "by", "what", "due", "start", "end", "zone", "people", "to", "round", "skipped"]
        ),
        json_values | st.sampled_from([AT, "2026-03-31", "Europe/Berlin"]),
    ),
)
def test_any_event_is_taken_or_refused(kind: str, fields: Json) -> None:
    with suppress(CaseError):
        read_case(case({"kind": kind, **fields}), "case.json")
