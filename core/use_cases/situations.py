"""Everything known when a message is written or checked, as one value."""

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting.values import Me, Situation, Strength, Topic
from core.models import (
    AllowedWords,
    Application,
    CvEmployer,
    DictionaryWord,
    Person,
)
from core.playbook.values import Other
from core.use_cases import notes
from core.use_cases.loading import Loaded, case_of, load_one, preferences_in


def situation(session: WorkSession, application_id: int, now: Now) -> Situation:
    """What is known of an application; `Gone` when there is none of this number."""
    session.flush()
    return situation_of(session, load_one(session, application_id), now)


def situation_of(session: WorkSession, loaded: Loaded, now: Now) -> Situation:
    """The same of an application that is loaded already."""
    application, preferences = loaded.application, preferences_in(session)
    others = other_employers(session, application)
    return Situation(
        case=replace(case_of(session, loaded, now), others=others),
        aliases=tuple(application.aliases),
        me=Me(
            name=preferences.me_name,
            phone=preferences.me_phone,
            signature=preferences.me_signature,
        ),
        topics=(
            *_topics_of_people(loaded.people),
            *(Topic(text=topic.text) for topic in notes.topics(session, application.id, now)),
        ),
        strengths=tuple(
            Strength(text=kept.text) for kept in notes.strengths(session, application.id, now)
        ),
        news=tuple(kept.news for kept in notes.news(session, application.id, now)),
        cv_employers=tuple(session.scalars(select(CvEmployer.name).order_by(CvEmployer.name))),
        dictionary=frozenset(session.scalars(select(DictionaryWord.word))),
        allowed=frozenset(
            (row.check_number, row.words) for row in session.scalars(select(AllowedWords))
        ),
        switched_off=preferences.checks_off,
    )


def other_employers(session: WorkSession, application: Application) -> tuple[Other, ...]:
    """The employers of all other applications, with the people met there.

    Another role at the same employer is no other one: its names may stand in any text.
    """
    own = {name.casefold() for name in (application.company, *application.aliases)}
    people: dict[int, list[str]] = defaultdict(list)
    named = select(Person.application_id, Person.name).order_by(Person.id)
    for owner, name in session.execute(named):
        people[owner].append(name)
    rows = session.execute(
        select(Application.id, Application.company, Application.aliases)
        .where(Application.id != application.id)
        .order_by(Application.id)
    )
    return tuple(
        Other(company=company, aliases=tuple(aliases), people=tuple(people[owner]))
        for owner, company, aliases in rows
        if company.casefold() not in own
    )


def _topics_of_people(people: list[Person]) -> tuple[Topic, ...]:
    """A card holds one topic a line."""
    return tuple(
        Topic(text=line.strip(), person=person.uid)
        for person in people
        for line in person.topic.splitlines()
        if line.strip()
    )
