"""A year of looking for work: fifty interviews, noted as the user notes them, by the use cases.

The same year every time. Reflections are written as rows, with the earlier versions that typing
leaves behind.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from core.clock import Now
from core.database import Database, WorkSession
from core.models import Conclusion, FriendsView, Reflection, ReflectionAnswer, Step
from core.playbook import values
from core.playbook.values import Promiser, ReflectionPath, ReplyKind, StepState
from core.reflection import answers as a
from core.reflection.answers_json import answer_to_json
from core.reflection.conclusions import ConclusionKind
from core.use_cases import events, interviews, steps
from core.use_cases.interviews import InterviewDetails
from core.use_cases.people import NamedPerson

ZONE = "Europe/Oslo"
BEGIN = datetime(2025, 5, 5, 12, tzinfo=UTC)
END = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), ZONE)
INTERVIEWS = 50
VERSIONS = 6
"""Earlier texts that are kept of each answer."""
COMPANIES = (
    *("Halvorsen Maritime", "Lumen & Ash", "Nordlicht", "Peralta", "Orsini Vetro", "Brightwater"),
    *("Kestrel Rail", "Fjordkraft", "Marula Foods", "Tidewell", "Copper Lane", "Aster Clinics"),
    *("Bluebell Press", "Ravnsborg", "Oakmere", "Sundial Homes", "Tern & Tide", "Vesper Labs"),
    *("Willow Freight", "Harrow Mills", "Juniper Bank", "Larkfield", "Moss & Stone", "Northgate"),
    *("Pinewood Care", "Quayside", "Saltmarsh Energy", "Thornbury", "Umber Studio", "Wharf Six"),
)
ITEMS = ("punctuality", "opening", "listening", "clarity", "examples", "presence", "closing")
TAGS = ("conflict at work", "why us", "salary", "leading people", "a gap in the CV")
CAUSES = ("nerves", "structure", "knowledge", "preparation", "unclear question")
STRENGTHS = ("Calm under hard questions", "Clear examples", "Listens before answering")
FRIENDS = ("Amara", "Jon", "Li")
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Round:
    """An interview that was noted, and when it ended."""

    application: int
    interview: int
    number: int
    end: datetime


def build(database: Database, count: int = INTERVIEWS, *, reflected: bool = True) -> None:
    """Live through the last `count` interviews of the year, one after another."""
    chance = random.Random(50)
    left, number = count, 0
    while left > 0:
        start = BEGIN + DAY * (7 * (INTERVIEWS - left))
        rounds = min(left, chance.choice((1, 1, 2, 3)))
        left -= _apply(database, chance, number, start, rounds, reflected=reflected)
        number += 1
    with database.session() as session:
        steps.claim_due(session, END)


def _apply(
    database: Database,
    chance: random.Random,
    number: int,
    start: datetime,
    rounds: int,
    *,
    reflected: bool,
) -> int:
    """One application with so many rounds, a week apart; gives how many there were."""
    company = COMPANIES[number % len(COMPANIES)]
    for place in range(rounds):
        with database.session() as session:
            round_ = _meet(session, company, place + 1, start + 7 * DAY * place)
        with database.session() as session:
            _afterwards(session, chance, round_)
        if reflected:
            with database.session() as session:
                _think(session, chance, round_)
        with database.session() as session:
            _hear(session, chance, round_, last=place + 1 == rounds)
    return rounds


def _meet(session: WorkSession, company: str, number: int, start: datetime) -> _Round:
    wall = start.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)
    details = InterviewDetails(
        company=company,
        role="Planner",
        start=wall,
        end=wall + timedelta(hours=1),
        zone=ZONE,
        country="NO",
        round=number,
        people=(NamedPerson(name="Ingrid van der Berg"), NamedPerson(name="Tomas Okafor")),
    )
    stored = interviews.add(session, details, Now(start - 2 * DAY, ZONE))
    end = start + timedelta(hours=1)
    return _Round(stored.application_id, stored.interview_id, number, end)


def _afterwards(session: WorkSession, chance: random.Random, round_: _Round) -> None:
    """Thanks and promises: mostly in time, sometimes late, sometimes never."""
    if chance.random() < 0.4:
        at = round_.end
        due = (at + 3 * DAY).date()
        promise = values.Promise(key="", by=Promiser.ME, what="a plan", at=at, due=due)
        events.record(session, round_.application, promise, Now(at, ZONE))
        _do(session, chance, round_, "K1", at + 2 * DAY, late=3 * DAY)
    _do(session, chance, round_, "T1", round_.end + timedelta(hours=5), late=2 * DAY)


def _do(
    session: WorkSession,
    chance: random.Random,
    round_: _Round,
    rule: str,
    at: datetime,
    *,
    late: timedelta,
) -> None:
    open_ones = select(Step.id).where(
        Step.application_id == round_.application, Step.rule == rule, Step.state == StepState.OPEN
    )
    for step in session.scalars(open_ones).all():
        luck = chance.random()
        if luck < 0.9:
            steps.done(session, step, Now(at if luck < 0.75 else at + late, ZONE))


def _hear(session: WorkSession, chance: random.Random, round_: _Round, *, last: bool) -> None:
    """Courtesy, then an answer: another round, an offer, a no, or nothing at all."""
    days = chance.randint(2, 6) if not last else chance.randint(3, 20)
    at = round_.end + days * DAY
    if chance.random() < 0.3:
        kind = values.Reply(at=round_.end + timedelta(hours=20), reply=ReplyKind.COURTESY)
        events.record(session, round_.application, kind, Now(kind.at, ZONE))
    if days > 7:
        _do(session, chance, round_, "F1", round_.end + 7 * DAY, late=2 * DAY)
    answer = _answer(chance, round_, at, last=last)
    if answer is not None and at <= END.instant:
        events.record(session, round_.application, answer, Now(at, ZONE))


def _answer(
    chance: random.Random, round_: _Round, at: datetime, *, last: bool
) -> values.Reply | values.Offer | values.Rejection | values.Withdrawal | None:
    luck = chance.random()
    if not last:
        return values.Reply(at=at, reply=ReplyKind.DECISION)
    if round_.number > 1 and luck < 0.35:
        return values.Offer(at=at)
    if luck < 0.75:
        return values.Rejection(at=at)
    return values.Withdrawal(at=at) if luck < 0.85 else None


# ------------------------------------------------------------------ thinking back


def _think(session: WorkSession, chance: random.Random, round_: _Round) -> None:
    if chance.random() > 0.9:
        return
    progress = (round_.end - BEGIN) / (365 * DAY)
    first = _reflection(session, round_, 1, round_.end + timedelta(hours=3))
    for question, answer in _answers(chance, progress):
        _write(session, first, question, answer)
    if chance.random() < 0.4:
        second = _reflection(session, round_, 2, round_.end + DAY)
        _write(session, second, "Q9", a.NumberAnswer(value=chance.randint(5, 9)))
        _write(session, second, "Q14", _ratings(chance, progress))
    for number in range(chance.randint(0, 3)):
        session.add(_conclusion(chance, first, number, round_.end))
    if chance.random() < 0.4:
        friend, strength = chance.choice(FRIENDS), chance.choice(STRENGTHS)
        view = FriendsView(
            reflection_id=first.id, friend=friend, strength=strength, received_at=round_.end + DAY
        )
        session.add(view)


def _reflection(session: WorkSession, round_: _Round, sitting: int, at: datetime) -> Reflection:
    row = Reflection(
        application_id=round_.application,
        interview_id=round_.interview,
        sitting=sitting,
        form_text="{}",
        path=ReflectionPath.FULL,
        begun_at=at,
        finished_at=at + timedelta(minutes=15),
    )
    session.add(row)
    session.flush()
    return row


def _answers(chance: random.Random, progress: float) -> Iterator[tuple[str, a.Answer]]:
    tags = tuple(chance.sample(TAGS, chance.randint(0, 2)))
    questions = (a.TaggedRow(key="a", text="Tell me of a hard one.", tags=tags),)
    yield "Q2", a.TaggedListAnswer(rows=questions)
    yield "Q9", a.NumberAnswer(value=min(10, round(4 + 3 * progress + chance.uniform(-2, 2))))
    yield "Q13", a.PickAnswer(row="a")
    yield "Q14", _ratings(chance, progress)
    if chance.random() < 0.7:
        yield "Q17", a.ChoiceAnswer(choice=chance.choice(CAUSES[: chance.randint(1, 5)]))
    if chance.random() < 0.3:
        told = a.FriendRow(key="f", friend=chance.choice(FRIENDS), text=chance.choice(STRENGTHS))
        yield "Q22", a.FriendsAnswer(rows=(told,))


def _ratings(chance: random.Random, progress: float) -> a.RatingsAnswer:
    """Listening gets better over the year; the closing has room."""
    base = dict.fromkeys(ITEMS, 3.6) | {"listening": 2.6 + 2 * progress, "closing": 2.4}
    return a.RatingsAnswer(
        ratings=tuple(
            a.Rating(item=item, value=max(1, min(5, round(mean + chance.uniform(-1, 1)))))
            for item, mean in base.items()
            if chance.random() < 0.9
        )
    )


def _write(session: WorkSession, reflection: Reflection, question: str, answer: a.Answer) -> None:
    """The answer, after its earlier versions."""
    earlier = answer_to_json(a.TextAnswer(text="first words"))
    for number in range(VERSIONS + 1):
        row = ReflectionAnswer(
            reflection_id=reflection.id,
            question=question,
            at=reflection.begun_at + timedelta(seconds=10 * number),
            json=earlier if number < VERSIONS else answer_to_json(answer),
        )
        session.add(row)


def _conclusion(
    chance: random.Random, reflection: Reflection, number: int, end: datetime
) -> Conclusion:
    done = end + DAY * chance.randint(1, 12) if chance.random() < 0.7 else None
    return Conclusion(
        reflection_id=reflection.id,
        key=str(number),
        kind=ConclusionKind.STORY,
        text="Tell the story of the harbour in a minute",
        due=end + 7 * DAY,
        adopted_at=end,
        done_at=done,
    )
