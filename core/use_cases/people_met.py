"""Those whom the user met, as the reflection names them: their cards, and what they spoke about."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import delete, exists, select

from core.database import WorkSession
from core.models import (
    Interview,
    Person,
    Recipient,
    TopicItem,
    event_person,
    interview_person,
)
from core.playbook.values import Channel, Consent, Part
from core.reflection.consequences import Consequences, MetPerson, NotedTopic
from core.reflection.person_names import name_parts
from core.use_cases import checked
from core.use_cases.ledger import Ledger, Shelf, keep_in_line
from core.use_cases.people import NamedPerson, meet
from core.use_cases.reflection_shown import card_of

CARD = "/card"
"""After the key of a row: the card that it means, known before or new."""
MET = "/met"
"""After the key of a row: the card that was joined to the interview because of it."""


def keep_people(
    ledger: Ledger, interview: Interview, prefix: str, old: Consequences, new: Consequences
) -> None:
    """Cards for all who were met; known ones are completed, and all are joined to the interview.

    Whose row is gone leaves the interview again, if this row had brought them there; a card that
    was made for it goes too, while nothing else is known of them.
    """
    before, after = _named(old), _named(new)
    said = {topic.key: _line(topic) for topic in old.topics}
    for key in _rows(ledger, f"{prefix}/Q1/"):
        if key not in after or _is_another(ledger, interview, after[key], before.get(key)):
            _let_go(ledger, interview, key, before.get(key), said.get(f"{key}/topic", ""))
    for key, person in after.items():
        _keep_person(ledger, interview, person, before.get(key))


def cards_at(session: WorkSession, interview: Interview) -> list[Person]:
    """The cards of whom a name may mean: not those of referees and friends who were not there."""
    session.flush()
    there = select(interview_person.c.person_id).where(
        interview_person.c.interview_id == interview.id
    )
    query = select(Person).where(
        Person.application_id == interview.application_id,
        Person.part.not_in((Part.REFEREE, Part.FRIEND)) | Person.id.in_(there),
    )
    return list(session.scalars(query.order_by(Person.id)))


def card_for(ledger: Ledger, key: str | None) -> Person | None:
    """The card that a row of Q1 means; None where it is gone, or for no row."""
    return ledger.find(f"{key}{CARD}", Person) if key is not None else None


def keep_topics(ledger: Ledger, application_id: int, old: Consequences, new: Consequences) -> None:
    """What was spoken about: a line of the card of whoever said it, else the application's own."""
    session = ledger.session
    before = {topic.key: topic for topic in old.topics if _line(topic)}
    after = {topic.key: topic for topic in new.topics if _line(topic)}
    homes = {key: card_for(ledger, topic.person) for key, topic in after.items()}
    for key, topic in before.items():
        card = ledger.find(key, Person)
        if card is not None and homes.get(key) is not card:
            _take_line(card, _line(topic))
            ledger.forget(key)
    for key, topic in after.items():
        card = homes[key]
        if card is not None:
            _keep_line(ledger, card, topic, before.get(key))

    def make(_key: str, text: str) -> TopicItem:
        row = TopicItem(text=text)
        row.application_id = application_id
        session.add(row)
        return row

    shelf = Shelf(TopicItem, _text, make, _set_text)
    keep_in_line(ledger, shelf, _nobodys(ledger, before), _nobodys_now(after, homes))


# ------------------------------------------------------------------ cards


def _named(found: Consequences) -> dict[str, MetPerson]:
    """The people met, tidied, by the keys of their rows."""
    tidied = (
        replace(
            person,
            name=checked.line(person.name, "Q1", "A name"),
            role=checked.line(person.role, "Q1", "A role"),
        )
        for person in found.people
    )
    return {person.key: person for person in tidied if person.name}


def _is_another(
    ledger: Ledger, interview: Interview, person: MetPerson, before: MetPerson | None
) -> bool:
    """Whether a row speaks of somebody else by now."""
    noted = card_for(ledger, person.key)
    return noted is not None and _card_meant(ledger, interview, person, before) is not noted


def _keep_person(
    ledger: Ledger, interview: Interview, person: MetPerson, before: MetPerson | None
) -> None:
    card = _card_meant(ledger, interview, person, before)
    if card is not None:
        _complete(card, person, before)
    elif ledger.knows(f"{person.key}{CARD}") and before is not None and person.name == before.name:
        return
    else:
        known = _ids(ledger.session, interview.application_id)
        named = NamedPerson(name=person.name, job=person.role)
        card = meet(ledger.session, interview.application_id, [named])[0]
        if card.id not in known:
            ledger.note(person.key, Person.__tablename__, card.id)
    ledger.note(f"{person.key}{CARD}", Person.__tablename__, card.id)
    _join(ledger, interview, person.key, card)


def _card_meant(
    ledger: Ledger, interview: Interview, person: MetPerson, before: MetPerson | None
) -> Person | None:
    """The card that a row means by now; None where it needs a new one."""
    session = ledger.session
    noted = card_for(ledger, person.key)
    if noted is not None and before is not None and person.name == before.name:
        return noted
    if person.known is not None:
        query = select(Person).where(
            Person.uid == person.known, Person.application_id == interview.application_id
        )
        known = session.scalars(query).one_or_none()
        if known is not None:  # it may have gone just now, with the row that had brought it
            return known
    if noted is not None and ledger.find(person.key, Person) is noted:
        return noted
    offered = card_of(person.key.rpartition("/")[2])
    shown = noted or (session.get(Person, offered) if offered is not None else None)
    if shown is not None and shown.application_id == interview.application_id:
        return shown if _words(shown.name) <= _words(person.name) else None
    return None


def _complete(card: Person, person: MetPerson, before: MetPerson | None) -> None:
    """Fill the gaps of a card; what stands there stays, unless this row had put it there."""
    fuller = _words(card.name) < _words(person.name) and not card.confirmed
    if fuller or (before is not None and card.name == before.name):
        _set(card, "name", person.name)
    if person.role and card.job in ("", before.role if before is not None else ""):
        _set(card, "job", person.role)


def _join(ledger: Ledger, interview: Interview, key: str, card: Person) -> None:
    session = ledger.session
    ids = {"interview_id": interview.id, "person_id": card.id}
    session.flush()
    here = select(interview_person).filter_by(**ids)
    if session.execute(here).first() is None and not ledger.knows(f"{key}{MET}"):
        session.execute(interview_person.insert().values(**ids))
        ledger.note(f"{key}{MET}", Person.__tablename__, card.id)


def _let_go(
    ledger: Ledger, interview: Interview, key: str, before: MetPerson | None, topic: str
) -> None:
    """Undo what a row of Q1 did: its topic, its place in the interview, the card made for it."""
    session = ledger.session
    topical = ledger.find(f"{key}/topic", Person)
    if topical is not None:
        _take_line(topical, topic)
        ledger.forget(f"{key}/topic")
    joined = ledger.find(f"{key}{MET}", Person)
    if joined is not None:
        session.execute(
            delete(interview_person).where(
                interview_person.c.interview_id == interview.id,
                interview_person.c.person_id == joined.id,
            )
        )
    made = ledger.find(key, Person)
    session.flush()
    if made is not None and before is not None and _bare(session, made, before):
        session.execute(delete(Person).where(Person.id == made.id))
        session.expire_all()
    for noted in (key, f"{key}{CARD}", f"{key}{MET}"):
        ledger.forget(noted)
    session.flush()


def _bare(session: WorkSession, card: Person, before: MetPerson) -> bool:
    """Whether nothing is known of a card but what its row said."""
    plain = (card.name, card.job, card.title, card.surname, card.email, card.phone, card.topic)
    said = (before.name, before.role, "", "", "", "", "")
    marks = (card.part, card.prefers, card.consent, card.confirmed, card.informed, card.gone)
    new = (Part.INTERVIEWER, Channel.EMAIL, Consent.NOT_ASKED, False, False, False)
    named = (
        exists().where(event_person.c.person_id == card.id),
        exists().where(interview_person.c.person_id == card.id),
        exists().where(Recipient.person_id == card.id),
    )
    return plain == said and marks == new and not any(session.execute(select(*named)).one())


def _rows(ledger: Ledger, start: str) -> list[str]:
    """The keys of the rows of Q1 that had a card."""
    return [key.removesuffix(CARD) for key in ledger.keys(start) if key.endswith(CARD)]


def _ids(session: WorkSession, application_id: int) -> set[int]:
    return set(session.scalars(select(Person.id).where(Person.application_id == application_id)))


def _words(name: str) -> frozenset[str]:
    return frozenset(part.casefold() for part in name_parts(name))


# ------------------------------------------------------------------ topics


def _keep_line(ledger: Ledger, card: Person, topic: NotedTopic, before: NotedTopic | None) -> None:
    """A card holds one topic a line; the newest stands first, for it is the first to be used."""
    line = _line(topic)
    lines = card.topic.splitlines()
    was = _line(before) if before is not None and ledger.find(topic.key, Person) is card else None
    if line not in lines and was in lines:
        lines[lines.index(was)] = line
    elif line not in lines and was != line:
        lines.insert(0, line)
    _set(card, "topic", "\n".join(lines))
    ledger.note(topic.key, Person.__tablename__, card.id)


def _take_line(card: Person, line: str) -> None:
    lines = card.topic.splitlines()
    if line in lines:
        lines.remove(line)
        card.topic = "\n".join(lines)


def _line(topic: NotedTopic) -> str:
    return checked.line(topic.text, "Q1", "A topic", checked.LONG)


def _nobodys(ledger: Ledger, topics: Mapping[str, NotedTopic]) -> dict[str, str]:
    """The topics that were stored as the application's own."""
    return {key: _line(topic) for key, topic in topics.items() if ledger.find(key, Person) is None}


def _nobodys_now(
    topics: Mapping[str, NotedTopic], homes: Mapping[str, Person | None]
) -> dict[str, str]:
    return {key: _line(topic) for key, topic in topics.items() if homes[key] is None}


def _text(row: TopicItem) -> str:
    return row.text


def _set_text(row: TopicItem, text: str) -> None:
    row.text = text


def _set(row: Person, name: str, value: str) -> None:
    """Sets what differs only."""
    if getattr(row, name) != value:
        setattr(row, name, value)
