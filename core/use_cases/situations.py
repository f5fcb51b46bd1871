"""Everything known when a message is written or checked, as one value."""

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting.values import Me, News, Situation, Topic
from core.models import (
    AllowedWords,
    Application,
    CvEmployer,
    DictionaryWord,
    NewsItem,
    Person,
    TopicItem,
)
from core.playbook.values import Other
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
        topics=(*_topics_of_people(loaded.people), *topics_of_nobody(session, application.id)),
        news=news_of(session, application.id),
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


def news_of(session: WorkSession, application_id: int) -> tuple[News, ...]:
    """What was noted of an employer, the latest first."""
    query = select(NewsItem).where(NewsItem.application_id == application_id)
    return tuple(
        News(title=row.title, published=row.published, source=row.source, negative=row.negative)
        for row in session.scalars(
            query.order_by(NewsItem.published.desc().nulls_last(), NewsItem.id)
        )
    )


def topics_of_nobody(session: WorkSession, application_id: int) -> tuple[Topic, ...]:
    """What was spoken about and was no one person's own."""
    query = select(TopicItem.text).where(TopicItem.application_id == application_id)
    return tuple(Topic(text=text) for text in session.scalars(query.order_by(TopicItem.id)))


def _topics_of_people(people: list[Person]) -> tuple[Topic, ...]:
    """A card holds one topic a line."""
    return tuple(
        Topic(text=line.strip(), person=person.uid)
        for person in people
        for line in person.topic.splitlines()
        if line.strip()
    )
