"""Cases made up at random: any events, at any time of a year, in any order."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from core.playbook import values
from core.playbook.values import Case, Event, Interview, Moment, Settings, StepMark

ZONES = (
    *("Europe/Berlin", "America/New_York", "Australia/Sydney", "Australia/Lord_Howe"),
    *("Asia/Riyadh", "Asia/Kolkata", "Pacific/Chatham", "UTC"),
)
COUNTRIES = ("DE", "US", "AU", "SA", "IL", "JP", "", "ZZ")
HAND_CLOSED = ("P1", "C1", "T1", "K1", "G1", "G2", "G3", "F1", "F2", "N1", "N2", "X1", "O1", "W1")
STEP_IDS = (*HAND_CLOSED, "P3", "C2", "T2", "F3", "F4", "X2", "X3", "O4", "G4", "B1")
FIRST = datetime(2026, 2, 20, 13, tzinfo=UTC)
"""Before the spring changes of most zones, and Sydney's autumn."""


def quarters_up_to(days: int) -> st.SearchStrategy[datetime]:
    """Quarters of an hour: so few that things often happen close together, or at once."""
    most = days * 24 * 4
    return st.integers(0, most).map(lambda number: FIRST + timedelta(minutes=15 * number))


instants = quarters_up_to(100) | st.integers(0, 12).map(lambda n: FIRST + timedelta(days=n))
presents = quarters_up_to(400)
days = st.integers(0, 120).map(lambda number: FIRST.date() + timedelta(days=number))
moments: st.SearchStrategy[Moment] = days | instants
zones = st.sampled_from(ZONES)
quiet_hours = st.sampled_from(["21:00-08:00", "23:00-06:00", "10:00-16:00", "00:00-00:00"])

people = st.just(
    (
        values.Person(id="anna", name="Anna Berg", part=values.Part.INTERVIEWER),
        values.Person(id="bob", name="Bob Lang", part=values.Part.INTERVIEWER, title="Dr."),
        values.Person(id="rita", name="Rita Klein", part=values.Part.RECRUITER),
        values.Person(id="paul", name="Paul Moreau", part=values.Part.REFEREE),
        values.Person(
            id="ines", name="Ines Weber", part=values.Part.REFEREE, consent=values.Consent.YES
        ),
    )
)
person_ids = st.sampled_from(["anna", "bob", "rita", "paul", "ines"])
addressees = st.lists(person_ids, max_size=3, unique=True).map(tuple)

settings = st.builds(
    Settings,
    thank_you_within=st.sampled_from(["12h", "24h", "48h"]),
    thank_you_earliest=st.sampled_from(["0h", "2h", "6h"]),
    follow_up_after=st.sampled_from(["5bd", "7d", "10bd"]),
    follow_ups=st.integers(1, 3),
    nudge_after_decision=st.sampled_from(["1bd", "2bd", "5bd"]),
    friday=st.sampled_from(["evening", "monday"]),
    quiet_hours=quiet_hours,
    thank_you_notes=st.sampled_from(["full", "short", "off"]),
    arrive_early=st.integers(0, 60),
)


@st.composite
def interviews(draw: st.DrawFn) -> tuple[Interview, ...]:
    """One to three rounds, each after the one before, or at any time."""
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        start = draw(instants)
        found.append(
            Interview(
                key=f"round:{number}",
                round=number,
                mode=draw(st.sampled_from(values.Mode)),
                start=start,
                end=start + timedelta(minutes=draw(st.integers(0, 240))),
                zone=draw(zones),
                people=draw(addressees),
                travel_minutes=draw(st.integers(0, 200)),
                invited_at=draw(st.none() | instants),
                called_off=draw(st.none() | st.none() | instants),
            )
        )
    return tuple(found)


happenings: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        values.Sent,
        message=st.integers(1, 17).map(lambda number: f"M{number}"),
        at=instants,
        to=addressees,
    ),
    st.builds(
        values.Reply,
        at=instants,
        reply=st.sampled_from(values.ReplyKind),
        decision_date=st.none() | moments,
    ),
    st.builds(values.Arrived, at=instants),
    st.builds(values.Late, at=instants),
    st.builds(values.Incident, at=instants),
    st.builds(values.Reflection, at=instants, path=st.sampled_from(values.ReflectionPath)),
    st.builds(values.Rejection, at=instants),
    st.builds(values.Offer, at=instants, deadline=st.none() | moments),
    st.builds(values.Acceptance, at=instants),
    st.builds(values.Decline, at=instants),
    st.builds(values.Withdrawal, at=instants),
    st.builds(values.OnHold, at=instants, until=st.none() | moments),
    st.builds(values.Linked, at=instants, person=st.none() | person_ids),
    st.builds(values.Contact, at=instants, answered=st.booleans()),
)


@st.composite
def keyed_events(draw: st.DrawFn) -> tuple[Event, ...]:
    """Promises and slips: each has a key of its own."""
    promises = tuple(
        values.Promise(
            key=f"promise:{number}",
            by=draw(st.sampled_from(values.Promiser)),
            what="something",
            at=draw(instants),
            due=draw(st.none() | moments),
            item=draw(st.sampled_from(values.PromiseItem)),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    slips = tuple(
        values.WrongName(
            key=f"slip:{number}",
            at=draw(instants),
            zone=draw(zones),
            person=draw(st.none() | person_ids),
        )
        for number in range(draw(st.integers(0, 2)))
    )
    return (*promises, *slips)


done_marks = st.builds(StepMark, id=st.sampled_from(HAND_CLOSED), at=instants, done=st.just(True))
other_marks = st.one_of(
    st.builds(StepMark, id=st.sampled_from(STEP_IDS), at=instants, snoozed_until=instants),
    st.builds(StepMark, id=st.sampled_from(STEP_IDS), at=instants, due=instants),
    st.builds(StepMark, id=st.sampled_from(STEP_IDS), at=instants, skipped=st.just(True)),
)


@st.composite
def cases(
    draw: st.DrawFn, marks: st.SearchStrategy[StepMark] | None = done_marks | other_marks
) -> Case:
    """A whole case; with no marks of the user's where `marks` is None."""
    recorded: Sequence[Event] = draw(st.lists(happenings, max_size=8))
    return Case(
        now=draw(presents),
        zone=draw(zones),
        company="Acme GmbH",
        role="Data Engineer",
        application_zone=draw(zones),
        country=draw(st.sampled_from(COUNTRIES)),
        via_recruiter_only=draw(st.booleans()),
        no_contact_wished=draw(st.booleans()),
        fast_decision=draw(st.booleans()),
        settings=draw(settings),
        people=draw(people),
        events=(*draw(interviews()), *draw(keyed_events()), *recorded),
        marks=tuple(draw(st.lists(marks, max_size=4))) if marks is not None else (),
        others=draw(st.none() | st.just(()) | st.just((values.Other(company="Globex"),))),
    )


unmarked_cases = cases(marks=None)
