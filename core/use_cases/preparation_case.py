"""Everything known about one round that is to be prepared, also from reflections before it."""

from collections import Counter
from dataclasses import replace
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from core.clock import Now
from core.database import WorkSession
from core.models import (
    Application,
    Conclusion,
    Interview,
    NewsItem,
    Person,
    Reflection,
    ReflectionAnswer,
    Step,
    interview_person,
)
from core.playbook.values import Part, StepState
from core.preparation import values
from core.preparation.values import Known, Tick
from core.reflection.answered import is_answered
from core.reflection.answers import Answer, TaggedListAnswer
from core.use_cases import preparation_rows as rows
from core.use_cases.reflection_rows import answers_of, read

CONCLUSION = "conclusion/"
"""What the keys of items begin with that stand for a conclusion."""
MOST_CONCLUSIONS = 12
MOST_ANSWERS = 400
"""So many answers are looked through for tags, the latest first."""


def known_of(session: WorkSession, interview: Interview, now: Now) -> Known:
    """Everything known about the round that is prepared; of one that is over, about the next one."""
    owner, between = interview.application_id, interview.end <= now.instant
    ticks = rows.ticks_of(session, interview)
    news = select(NewsItem.published).where(NewsItem.application_id == owner)
    return Known(
        round=_next_round(session, interview) if between else _round(session, interview),
        today=now.instant.astimezone(ZoneInfo(now.zone)).date(),
        people=() if between else attendees(session, interview.id),
        others=_others(session, interview),
        facts=rows.facts_of(session, owner),
        news=tuple(session.scalars(news)),
        stories=rows.all_stories(session),
        tellings=rows.all_tellings(session),
        questions=rows.questions_of(session, owner),
        proofs=rows.proofs_of(session, owner),
        statements=rows.statements_of(session, owner),
        before=_before(session, interview, between=between),
        unfinished=_unfinished(session, ticks),
        asked_tags=asked_tags(session),
        ticks=ticks,
        between=between,
    )


def attendees(session: WorkSession, interview_id: int) -> tuple[values.Attendee, ...]:
    """Who will be there, in the order of noting."""
    query = (
        select(Person)
        .join(interview_person, interview_person.c.person_id == Person.id)
        .where(interview_person.c.interview_id == interview_id)
        .order_by(Person.id)
    )
    return tuple(_attendee(row) for row in session.scalars(query))


def _others(session: WorkSession, interview: Interview) -> tuple[values.Attendee, ...]:
    """Who else of this employer can be reached by phone, recruiters first."""
    there = select(interview_person.c.person_id).where(
        interview_person.c.interview_id == interview.id
    )
    query = select(Person).where(
        Person.application_id == interview.application_id,
        Person.part.in_((Part.RECRUITER, Part.CONTACT, Part.INTERVIEWER)),
        Person.phone != "",
        ~Person.gone,
        Person.id.not_in(there),
    )
    found = session.scalars(query.order_by(Person.part != Part.RECRUITER, Person.id))
    return tuple(_attendee(row) for row in found)


def _attendee(row: Person) -> values.Attendee:
    return values.Attendee(
        key=row.uid,
        name=rows.spoken_name(row),
        full_name=" ".join(part for part in (row.title, row.name) if part),
        job=row.job,
        topic=row.topic,
        confirmed=row.confirmed,
        phone=row.phone,
    )


def asked_tags(session: WorkSession) -> tuple[str, ...]:
    """Tags of the questions that were asked in earlier interviews, the most frequent first."""
    query = (
        select(ReflectionAnswer)
        .where(ReflectionAnswer.question == "Q2")
        .order_by(ReflectionAnswer.id.desc())
        .limit(MOST_ANSWERS)
    )
    latest: dict[int, ReflectionAnswer] = {}
    for row in session.scalars(query):
        latest.setdefault(row.reflection_id, row)
    counts = Counter[str]()
    for row in latest.values():
        answer = read(row)
        if isinstance(answer, TaggedListAnswer):
            counts.update(tag.strip().casefold() for asked in answer.rows for tag in asked.tags)
    return tuple(tag for tag, _count in counts.most_common() if tag)


def _round(session: WorkSession, interview: Interview) -> values.Round:
    application = session.get_one(Application, interview.application_id)
    confirmed = select(Step.id).where(
        Step.interview_id == interview.id, Step.rule == "P1", Step.state == StepState.DONE
    )
    return values.Round(
        key=interview.uid,
        company=application.company,
        role=application.role,
        number=interview.round,
        mode=interview.mode,
        start=interview.start,
        end=interview.end,
        zone=interview.zone,
        place=interview.place,
        travel_minutes=interview.travel_minutes,
        confirmed=session.scalar(confirmed.limit(1)) is not None,
    )


# ------------------------------------------------------------------ from reflections


def _next_round(session: WorkSession, last: Interview) -> values.Round:
    """The round after the last one, of which nothing is planned yet; it has that one's times."""
    round_ = _round(session, last)
    return replace(
        round_, key="", number=round_.number + 1, place="", travel_minutes=0, confirmed=False
    )


def _before(session: WorkSession, interview: Interview, *, between: bool) -> values.Before | None:
    """The last reflection on an earlier round with this employer, or (`between`) on this one."""
    earlier = Interview.start <= interview.start if between else Interview.start < interview.start
    query = (
        select(Reflection, Interview)
        .join(Interview, Interview.id == Reflection.interview_id)
        .where(
            Reflection.application_id == interview.application_id,
            earlier,
        )
        .order_by(Interview.start.desc(), Reflection.sitting)
    )
    found = [(reflection, round_) for reflection, round_ in session.execute(query).all()]
    if not found:
        return None
    first, last = found[0]
    sittings = [reflection.id for reflection, round_ in found if round_.id == last.id]
    answers: dict[str, Answer] = {}
    for sitting in sittings:  # what a later one left open stays as the earlier one says
        said = answers_of(session, sitting).items()
        answers.update({question: answer for question, answer in said if is_answered(answer)})
    concluded = select(Conclusion).where(Conclusion.reflection_id.in_(sittings))
    return values.Before(
        key=first.uid,
        round_number=last.round,
        answers=answers,
        concluded={row.key: row.done_at is not None for row in session.scalars(concluded)},
    )


def _unfinished(session: WorkSession, ticks: tuple[Tick, ...]) -> tuple[values.Unfinished, ...]:
    """What is still to be done of all conclusions, and what this round's list showed as done."""
    shown = [tick.key.removeprefix(CONCLUSION) for tick in ticks if tick.key.startswith(CONCLUSION)]
    query = (
        select(Conclusion, Reflection.uid, Application.company)
        .join(Reflection, Reflection.id == Conclusion.reflection_id)
        .join(Application, Application.id == Reflection.application_id)
        .where(or_(Conclusion.done_at.is_(None), Conclusion.uid.in_(shown)))
        .order_by(Conclusion.due, Conclusion.id)
        .limit(MOST_CONCLUSIONS)
    )
    return tuple(
        values.Unfinished(
            key=row.uid,
            text=row.text,
            company=company,
            due=row.due,
            reflection=reflection,
            proposal=row.key,
        )
        for row, reflection, company in session.execute(query).all()
    )
