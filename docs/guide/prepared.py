"""An invented second round, half prepared, for the pictures of the guide."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from core.clock import Now
from core.database import Database, WorkSession
from core.models import Person, Reflection, ReflectionAnswer
from core.playbook.values import ReflectionPath
from core.preparation.checklist_values import Section
from core.preparation.day_sheet import SPOKEN, WAY
from core.preparation.hunt_week import Effort
from core.preparation.values import FactTopic, Subject
from core.reflection.answers import (
    Answers,
    EachAnswer,
    ListAnswer,
    ListRow,
    PickAnswer,
    RowChoice,
    TaggedListAnswer,
    TaggedRow,
    TextAnswer,
)
from core.reflection.answers_json import answer_to_json
from core.use_cases import (
    company_facts,
    evidence,
    hunt_week,
    interviews,
    own_questions,
    preparation,
    stories,
    told_them,
)
from core.use_cases.company_facts import FactDetails
from core.use_cases.evidence import ProofDetails
from core.use_cases.interviews import InterviewDetails
from core.use_cases.people import NamedPerson
from core.use_cases.stories import StoryDetails
from core.use_cases.told_them import SaidDetails

ZONE = "Europe/Oslo"
PEOPLE = (
    NamedPerson(name="Ingrid van der Berg", title="Dr.", job="Head of Planning"),
    NamedPerson(name="Tomas Okafor", job="Team Lead"),
)
QUESTIONS = (
    "When will you decide, and who else is part of it?",
    "What would a good first year look like?",
    "Which nights of the winter are the hardest to plan?",
)
FACTS = (
    FactDetails(
        topic=FactTopic.PRODUCTS,
        value="Ferries and night freight for 14 ports; praised for being on time in winter",
        source="annual report, page 12",
        dated=date(2026, 3, 2),
        used_for="my question about winter nights",
    ),
    FactDetails(
        topic=FactTopic.NEWS,
        value="A second quay in Stavanger opens in autumn",
        source="their press page",
        dated=date(2026, 4, 28),
    ),
    FactDetails(topic=FactTopic.COMPETITORS, value="Nordhav and Kystline"),
    FactDetails(
        topic=FactTopic.TEAM,
        value="Six people, two of them at night; the planner before was promoted",
        source="Dr. van der Berg",
    ),
)
STORIES = (
    StoryDetails(
        title="The late ship at Florø",
        situation="A ship was four hours late, and two crews were at the end of their shift.",
        task="I had to plan the night anew, in ten minutes.",
        action="I called both crews and the port, moved two calls, and told everybody why.",
        result="She left on time, and both crews slept.",
        tags=("pressure", "planning"),
        seconds=94,
    ),
    StoryDetails(
        title="The crew that did not speak",
        situation="Two watch leaders no longer spoke to one another.",
        task="I needed one plan from both.",
        tags=("disagreement", "teamwork"),
    ),
    StoryDetails(
        title="My wrong tide table",
        situation="I had planned with the tides of the week before.",
        task="The pilot was on his way.",
        action="I called him first, then my manager, and had a new plan when he asked for it.",
        result="Half an hour lost, and since then two people check the tables.",
        tags=("mistake",),
        seconds=71,
    ),
)
ANSWERS: Answers = {
    "Q2": TaggedListAnswer(
        rows=(
            TaggedRow(key="a", text="Why did you leave your last place?", tags=("motivation",)),
            TaggedRow(key="b", text="How do you plan a week of nights?", tags=("planning",)),
        )
    ),
    "Q5": ListAnswer(rows=(ListRow(key="c", text="I keep calm when the plan falls apart"),)),
    "Q6": EachAnswer(choices=(RowChoice(row="c", choice="partly"),)),
    "Q11": PickAnswer(row="b", text="planning under pressure"),
    "Q13": PickAnswer(row="a", text="I had no short answer"),
    "Q20": TextAnswer(text="Whether I can lead a night shift"),
    "Q26": TextAnswer(text="You were honest, and that is worth more than a smooth answer."),
}


def build(database: Database, now: Now) -> int:
    """Two rounds at one employer: one a week ago, and one in eight days that is half prepared.

    Returns the interview that is prepared.
    """
    with database.session() as session:
        first = _interview(session, now, -7)
        second = _interview(session, now, 8)
        owner = first.application_id
        _reflect(session, owner, first.interview_id, now)
        for fact in FACTS:
            company_facts.add(session, owner, fact, now)
        keys = [stories.add(session, story, now) for story in STORIES]
        stories.told(session, keys[0], first.interview_id, None, now)
        for proof in (
            ProofDetails(demand="Three years of shift planning", proof="Four years at the lock"),
            ProofDetails(demand="Calm under pressure", story=keys[0]),
            ProofDetails(demand="Norwegian, B2"),
        ):
            evidence.add(session, owner, proof, now)
        for question in QUESTIONS:
            own_questions.add(session, owner, question, now)
        _tell(session, owner, first.interview_id, now)
        _count(session, now)
        _write(session, second.interview_id, now)
    return second.interview_id


def _interview(session: WorkSession, now: Now, days: int) -> interviews.Stored:
    day = (now.instant + timedelta(days=days)).date()
    start = datetime.combine(day, time(14))
    details = InterviewDetails(
        company="Halvorsen Maritime",
        role="Operations Planner",
        start=start,
        end=start + timedelta(hours=1, minutes=30),
        zone=ZONE,
        country="NO",
        place="Bryggen 12, Bergen",
        travel_minutes=35,
        people=PEOPLE,
    )
    return interviews.add(session, details, now)


def _reflect(session: WorkSession, owner: int, interview_id: int, now: Now) -> None:
    row = Reflection(
        application_id=owner,
        interview_id=interview_id,
        form_text="",
        path=ReflectionPath.FULL,
        begun_at=now.instant,
    )
    session.add(row)
    session.flush()
    session.add_all(
        ReflectionAnswer(
            reflection_id=row.id, question=question, at=now.instant, json=answer_to_json(answer)
        )
        for question, answer in ANSWERS.items()
    )


def _tell(session: WorkSession, owner: int, interview_id: int, now: Now) -> None:
    for subject, text in (
        (Subject.SALARY, "620 000 to 650 000, with the night shifts"),
        (Subject.AVAILABILITY, "from 1 August"),
    ):
        details = SaidDetails(subject=subject, text=text, interview_id=interview_id)
        told_them.add(session, owner, details, now)


def _count(session: WorkSession, now: Now) -> None:
    monday = now.instant.date() - timedelta(days=now.instant.weekday())
    for weeks, applications, contacts, minutes in ((0, 2, 1, 150), (1, 3, 2, 240), (2, 1, 3, 90)):
        week = monday - timedelta(weeks=weeks)
        hunt_week.add(session, week, Effort.APPLICATIONS, applications, now)
        hunt_week.add(session, week, Effort.CONTACTS, contacts, now)
        hunt_week.add(session, week, Effort.RESEARCH, minutes, now)


def _write(session: WorkSession, interview_id: int, now: Now) -> None:
    ingrid = session.get_one(Person, 1)
    ingrid.topic, ingrid.confirmed = "the plan for 4 a.m.", True
    words = {
        WAY: "Bus 3 from the station to Bryggen, then five minutes along the quay",
        f"{SPOKEN}{ingrid.uid}": "fan der BERG",
    }
    preparation.write_day(session, interview_id, words, (), now)
    preparation.tick(session, interview_id, "logistics/agenda", True, now)
    preparation.tick(session, interview_id, "offer/notice", True, now)
    preparation.add_item(session, interview_id, Section.LOGISTICS, "Iron the blue shirt", now)
