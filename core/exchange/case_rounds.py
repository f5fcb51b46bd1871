"""Reading the interviews of a case, and what the user did to its steps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from core.exchange.case_people import Surroundings
from core.exchange.nodes import LONG_TEXT, Fields, Node
from core.playbook.values import Event, Interview, Mode, StepMark
from core.snapshot import SavedRound

STEP_IDS = (
    *("P1", "P2", "P3", "P4", "C1", "C2", "T1", "T2", "K1", "G1", "G2", "G3", "G4"),
    *("N1", "N2", "N3", "N4", "F1", "F2", "F3", "F4", "Q1", "B1", "X1", "X2", "X3"),
    *("O1", "O2", "O3", "O4", "O5", "W1"),
)
MOST_ROUNDS = 99
LONGEST_WAY = 7 * 24 * 60
LONGEST_INTERVIEW = timedelta(days=31)


def read_interview(
    node: Node, around: Surroundings, earlier: Mapping[str, Event]
) -> tuple[Interview, SavedRound | None]:
    """A round, which may move an `earlier` one of the same key, and what is kept beside it."""
    fields = node.fields(
        *("kind", "round", "mode", "start", "end", "zone", "people", "travel_minutes"),
        *("place", "invited_at", "called_off", "key"),
        *("calendar_uid", "calendar_sequence", "notes"),
    )
    number = fields["round"].integer(1, MOST_ROUNDS) if "round" in fields else 1
    key = fields.text("key") or f"round:{number}"
    moved = earlier.get(key)
    start, end, zone = _read_times(fields)
    travel = fields["travel_minutes"].integer(0, LONGEST_WAY) if "travel_minutes" in fields else 0
    interview = Interview(
        key=key,
        round=number,
        mode=fields.word("mode", Mode.ONSITE),
        start=start,
        end=end,
        zone=zone,
        people=around.persons(fields, "people"),
        travel_minutes=travel,
        place=fields.text("place", LONG_TEXT),
        invited_at=fields.instant("invited_at"),
        called_off=fields.instant("called_off"),
    )
    if isinstance(moved, Interview):
        interview = _keep_unsaid(moved, interview, fields)
    return interview, _read_kept(fields, key)


def _read_times(fields: Fields) -> tuple[datetime, datetime, str]:
    zone = fields["zone"].zone()
    start, end = fields["start"].wall_time(zone), fields["end"].wall_time(zone)
    if end < start:
        raise fields["end"].error("lies before the start. Correct one of the two.")
    if end - start > LONGEST_INTERVIEW:
        raise fields["end"].error("lies more than a month after the start. Correct one of the two.")
    return start, end, zone


def _keep_unsaid(before: Interview, after: Interview, fields: Fields) -> Interview:
    """A moved round keeps what its new entry does not speak of."""
    if "people" not in fields:
        after = replace(after, people=before.people)
    if "travel_minutes" not in fields:
        after = replace(after, travel_minutes=before.travel_minutes)
    if "place" not in fields:
        after = replace(after, place=before.place)
    if "invited_at" not in fields:
        after = replace(after, invited_at=before.invited_at)
    return after if "mode" in fields else replace(after, mode=before.mode)


def _read_kept(fields: Fields, key: str) -> SavedRound | None:
    if not any(name in fields for name in ("calendar_uid", "calendar_sequence", "notes")):
        return None
    sequence = fields.get("calendar_sequence")
    return SavedRound(
        interview=key,
        calendar_uid=fields.text("calendar_uid", LONG_TEXT),
        calendar_sequence=sequence.integer(0, 2**31) if sequence else 0,
        notes=fields.text("notes", LONG_TEXT),
    )


def read_step(node: Node, around: Surroundings) -> StepMark:
    """What the user did to a step by hand."""
    choices = ("done", "skipped", "snoozed_until", "due")
    fields = node.fields("kind", "id", "person", "at", "key", "title", *choices)
    given = [name for name in choices if name in fields]
    if len(given) != 1:
        raise node.error("must have exactly one of: done, skipped, snoozed_until, due.")
    return StepMark(
        id=fields["id"].one_of(STEP_IDS),
        at=fields["at"].instant(),
        person=around.maybe_person(fields),
        key=fields.text("key") or None,
        done=_read_done(fields),
        skipped=_read_skipped(fields),
        snoozed_until=fields["snoozed_until"].instant() if "snoozed_until" in fields else None,
        due=fields["due"].instant() if "due" in fields else None,
        title=fields.text("title", LONG_TEXT),
    )


def _read_done(fields: Fields) -> bool:
    if "done" not in fields:
        return False
    if not fields["done"].flag():
        raise fields["done"].error("can only be true; leave the whole entry out otherwise.")
    return True


def _read_skipped(fields: Fields) -> bool | str:
    node = fields.get("skipped")
    if node is None:
        return False
    if isinstance(node.value, str):
        return node.text(LONG_TEXT)
    if node.value is not True:
        raise node.error("must be true, or the reason in words.")
    return True
