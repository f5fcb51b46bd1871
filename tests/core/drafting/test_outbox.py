"""The outbox: what becomes of a message, whatever happens on its way."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.drafting import outbox
from core.drafting.outbox import (
    LATE,
    MOST_ATTEMPTS,
    Delivered,
    Entry,
    NotPossible,
    NotSent,
    Outcome,
    Refused,
    Stage,
    State,
    Unknown,
)

NOW = datetime(2026, 3, 27, 16, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def on_its_way(now: datetime = NOW) -> Entry:
    return outbox.sending(outbox.queued(now, now), now)


def test_a_message_waits_ten_seconds_for_undo() -> None:
    entry = outbox.queued(NOW)
    assert not outbox.is_due(entry, NOW + timedelta(seconds=9))
    assert outbox.is_due(entry, NOW + timedelta(seconds=10))
    taken_back = outbox.held(entry)
    assert taken_back.state is State.HELD
    assert not outbox.is_due(taken_back, NOW + MINUTE)


def test_a_message_waits_for_its_slot() -> None:
    monday = NOW + timedelta(days=3)
    entry = outbox.queued(NOW, monday)
    assert not outbox.is_due(entry, monday - MINUTE)
    assert outbox.is_due(entry, monday)


def test_a_missed_slot_asks() -> None:
    entry = outbox.queued(NOW, NOW + MINUTE)
    assert not outbox.is_missed(entry, NOW + LATE)
    assert outbox.is_missed(entry, NOW + LATE + 2 * MINUTE)
    kept = outbox.missed(entry)
    assert (kept.state, "Send it now" in kept.sentence) == (State.HELD, True)
    assert outbox.is_due(outbox.released(kept, NOW, NOW), NOW)


def test_a_delivered_message_is_never_sent_again() -> None:
    sent = outbox.settled(on_its_way(), Delivered("250 ok"), NOW)
    assert (sent.state, sent.settled_at) == (State.SENT, NOW)
    with pytest.raises(NotPossible):
        outbox.sending(sent, NOW + MINUTE)
    with pytest.raises(NotPossible):
        outbox.released(sent, NOW)


def test_what_was_not_taken_is_tried_again_a_few_times_ever_more_slowly() -> None:
    entry, now, pauses = outbox.queued(NOW, NOW), NOW, []
    while entry.state is State.QUEUED:
        entry = outbox.settled(outbox.sending(entry, now), NotSent("Not reached."), now)
        pauses.append(entry.not_before - now)
        now = max(now, entry.not_before)
    assert entry.state is State.FAILED
    assert entry.sentence == "Not reached."
    assert entry.attempts == MOST_ATTEMPTS
    assert pauses[:-1] == sorted(pauses[:-1])
    assert outbox.is_due(outbox.released(entry, now, now), now)


def test_a_refusal_for_now_is_tried_again_and_one_for_good_is_not() -> None:
    later = outbox.settled(on_its_way(), Refused("Later.", permanent=False), NOW)
    never = outbox.settled(on_its_way(), Refused("No.", permanent=True), NOW)
    assert (later.state, later.not_before) == (State.QUEUED, NOW + MINUTE)
    assert (never.state, never.sentence) == (State.FAILED, "No.")


def test_a_cancelled_attempt_is_held() -> None:
    entry = outbox.settled(on_its_way(), NotSent("Cancelled.", cancelled=True), NOW)
    assert entry.state is State.HELD


def test_an_unknown_end_is_asked_about_and_never_tried_by_itself() -> None:
    entry = outbox.settled(on_its_way(), Unknown("It may have gone."), NOW)
    assert (entry.state, outbox.is_due(entry, NOW + timedelta(days=9))) == (State.UNKNOWN, False)
    assert outbox.answered(entry, NOW, arrived=True).state is State.SENT
    assert outbox.answered(entry, NOW, arrived=False).state is State.QUEUED


def test_a_program_that_was_ended_concludes_from_what_it_had_stored() -> None:
    uploading = outbox.reached(on_its_way(), Stage.UPLOADING)
    confirming = outbox.reached(uploading, Stage.CONFIRMING)
    assert outbox.recovered(uploading, NOW).state is State.QUEUED
    assert outbox.recovered(confirming, NOW).state is State.UNKNOWN
    assert outbox.recovered(outbox.queued(NOW), NOW) == outbox.queued(NOW)


def test_nothing_is_taken_back_while_it_leaves() -> None:
    with pytest.raises(NotPossible):
        outbox.held(on_its_way())


outcomes = st.one_of(
    st.just(Delivered()),
    st.just(Unknown("?")),
    st.builds(NotSent, st.just("x"), st.booleans()),
    st.builds(Refused, st.just("x"), st.booleans()),
)


@given(st.lists(outcomes, max_size=12))
def test_whatever_happens_a_taken_message_is_not_offered_again(ends: list[Outcome]) -> None:
    entry, now = outbox.queued(NOW, NOW), NOW
    for end in ends:
        now += timedelta(hours=2)
        if not outbox.is_due(entry, now):
            break
        entry = outbox.settled(outbox.sending(entry, now), end, now)
        if isinstance(end, Delivered | Unknown):
            assert not outbox.is_due(entry, now + timedelta(days=999))
