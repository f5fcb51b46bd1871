"""The stored data of the benchmarks: a long job hunt, planned by the playbook itself.

A thousand applications over two years; the last twenty are alive, the others are over and their
steps done. More steps than the playbook plans are added as steps done long ago.
"""

import random
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, insert, or_, select, update

from core.clock import Now
from core.content import load_playbook
from core.database import Database, WorkSession
from core.models import Application, Event, Interview, Person, Step
from core.paths import Paths
from core.playbook.values import Clock, Mode, Part, PromiseItem, Promiser, StepState
from core.use_cases import settings
from core.use_cases.replanning import replan_all

APPLICATIONS = 1_000
ALIVE = 20
ZONE = "Europe/Berlin"
COMPANIES = ("Halvorsen Maritime", "Lumen & Ash", "Nordlicht GmbH", "Acme", "Peralta y Hijos")
ROLES = ("Data engineer", "Captain's clerk", "Product designer", "Site lead", "Editor")
NAMES = ("Ingrid van der Berg", "Amara Nwosu", "Paul Moreau", "Wu Mei-Ling", "José Peralta")
REMINDER_TITLE = "Measured reminder"
NO_QUIET_HOURS = "00:00-00:00"
"""So that the figures are the same at night."""
BATCH = 5_000


def now() -> Now:
    """The present moment, in the zone of the data."""
    return Now(datetime.now(UTC).replace(microsecond=0), ZONE)


def build(folder: Path, steps: int) -> None:
    """Make a data folder with a thousand planned applications and that many steps in all."""
    paths = Paths.under(folder)
    paths.prepare()
    moment = now()
    database = Database.open(paths, load_playbook())
    try:
        with database.session() as session:
            session.add_all(_applications(moment))
        with database.session() as session:
            replan_all(session, moment)
        with database.session() as session:
            _finish_the_old(session, moment.instant)
            _fill_up(session, steps, moment.instant)
    finally:
        database.close()


def copy_of(source: Path, target: Path, steps: int) -> None:
    """The same data with more old steps."""
    shutil.copytree(source, target)
    database = Database.open(Paths.under(target), load_playbook())
    try:
        with database.session() as session:
            _fill_up(session, steps, now().instant)
    finally:
        database.close()


def plan_reminders(folder: Path, first: datetime, spacing: timedelta, count: int) -> None:
    """Add open steps that come due one after another; their titles carry their number."""
    database = Database.open(Paths.under(folder), load_playbook())
    try:
        with database.session() as session:
            settings.change(session, "quiet_hours", NO_QUIET_HOURS, now=now())
            session.execute(update(Step).values(remind_at=None))
            instants = (first + spacing * number for number in range(count))
            session.execute(
                insert(Step),
                [_reminder(number, instant) for number, instant in enumerate(instants)],
            )
    finally:
        database.close()


def _applications(moment: Now) -> Iterator[Application]:
    chance = random.Random(7)
    for number in range(APPLICATIONS):
        alive = number >= APPLICATIONS - ALIVE
        age = timedelta(days=chance.uniform(-5, 12) if alive else chance.uniform(40, 700))
        yield _application(number, moment.instant - age, chance)


def _application(number: int, start: datetime, chance: random.Random) -> Application:
    people = [
        Person(name=f"{name} {number}", part=Part.INTERVIEWER, title="Dr.", email="x@y.example")
        for name in chance.sample(NAMES, 2)
    ]
    start = start.replace(minute=0, second=0)
    interview = Interview(
        mode=Mode.ONSITE, start=start, end=start + timedelta(hours=1), zone=ZONE,
        place="Bergen", travel_minutes=35, people=people,
    )  # fmt: skip
    row = Application(
        company=f"{chance.choice(COMPANIES)} {number}",
        role=chance.choice(ROLES),
        zone=ZONE,
        country="DE",
        created_at=start - timedelta(days=7),
    )
    row.people, row.interviews = people, [interview]
    row.events = [_promise(start + timedelta(hours=1))]
    return row


def _promise(at: datetime) -> Event:
    return Event(
        kind="promise",
        at=at,
        zone=ZONE,
        text="a work sample",
        by=Promiser.ME,
        item=PromiseItem.OTHER,
        moment_at=at + timedelta(days=3),
    )


def _finish_the_old(session: WorkSession, moment: datetime) -> None:
    """Whoever is so far did their steps, but for those of the last day."""
    over = Step.application_id <= APPLICATIONS - ALIVE
    session.execute(
        update(Step)
        .where(
            Step.state.in_((StepState.OPEN, StepState.MISSED)),
            or_(over, Step.due < moment - timedelta(days=1)),
        )
        .values(state=StepState.DONE, closed_at=Step.best, by_hand=True, remind_at=None)
    )


def _fill_up(session: WorkSession, steps: int, moment: datetime) -> None:
    missing = steps - (session.scalar(select(func.count(Step.id))) or 0)
    first = session.scalar(select(func.max(Step.id))) or 0
    rows = [_old_step(first + number, moment) for number in range(missing)]
    for start in range(0, len(rows), BATCH):
        session.execute(insert(Step), rows[start : start + BATCH])


def _old_step(number: int, moment: datetime) -> dict[str, object]:
    best = moment - timedelta(hours=200 + number % 9_000)
    return {
        "application_id": 1 + number % (APPLICATIONS - ALIVE),
        "key": f"old:{number}",
        "rule": "K1",
        "title": f"Send the promised sample {number}",
        "why": "Every promise kept.",
        "clock": Clock.HARD,
        "opens": best - timedelta(days=1),
        "best": best,
        "due": best + timedelta(days=1),
        "state": StepState.DONE,
        "closed_at": best,
        "by_hand": True,
    }


def _reminder(number: int, instant: datetime) -> dict[str, object]:
    return {
        "application_id": None,  # a plan that does not know them would cancel them
        "key": f"measured:{number}",
        "rule": "K1",
        "title": f"{REMINDER_TITLE} {number}",
        "why": "It is measured.",
        "clock": Clock.HARD,
        "opens": instant - timedelta(days=1),
        "best": instant,
        "due": instant + timedelta(days=1),
        "state": StepState.OPEN,
        "remind_at": instant,
    }
