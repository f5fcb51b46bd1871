"""What follows from a reflection besides people: promises, a wrong name, facts and strengths."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sqlalchemy import delete, select

from core.clock import Now
from core.models import CompanyFact, Event, Interview, Person, StrengthItem, event_person
from core.playbook import values
from core.playbook.facts import MONTHS
from core.playbook.windows import to_wall
from core.preparation.values import FactTopic
from core.reflection.consequences import Consequences
from core.stored_events import event_value
from core.use_cases import checked
from core.use_cases.events import checked_event, people_named
from core.use_cases.ledger import Ledger, Shelf, keep_in_line
from core.use_cases.rows import Happened, event_row, people_of


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where consequences are kept: the ledger, and the interview that they come from."""

    ledger: Ledger
    interview: Interview
    now: Now


def keep_promises(keeping: Keeping, old: Consequences, new: Consequences) -> None:
    """Promises become events under the keys of their rows, so that their steps stay the same."""
    before, after = _promises(old), _promises(new)
    _find_again(keeping, [*before, *after])
    shelf = Shelf(Event, _promise_in(keeping), _event_maker(keeping), _write_promise)
    keep_in_line(keeping.ledger, shelf, before, after)


def keep_wrong_name(
    keeping: Keeping, old: Consequences, new: Consequences
) -> values.WrongName | None:
    """A wrong name becomes an event, and the card bears the right one. Returns it where it is new.

    A card keeps the right name also when the row goes.
    """
    session = keeping.ledger.session
    before, after = _slip(old), _slip(new)
    _find_again(keeping, [*before, *after])

    def read(row: Event) -> values.WrongName:
        query = (
            select(Person.uid)
            .join(event_person, event_person.c.person_id == Person.id)
            .where(event_person.c.event_id == row.id)
        )
        person = session.scalars(query).first()
        said = next(iter((*before.values(), *after.values())))
        return replace(said, person=person, correct=row.text)

    def write(row: Event, slip: values.WrongName) -> None:
        row.text = slip.correct
        session.execute(delete(event_person).where(event_person.c.event_id == row.id))
        for person in people_named(session, row.application_id, people_of(slip)):
            session.execute(event_person.insert().values(event_id=row.id, person_id=person.id))

    shelf = Shelf(Event, read, _event_maker(keeping), write)
    made = keep_in_line(keeping.ledger, shelf, before, after)
    for key, slip in after.items():
        _correct_card(keeping, slip, before.get(key), is_new=bool(made))
    return next(iter(after.values()), None) if made else None


def keep_facts(keeping: Keeping, old: Consequences, new: Consequences) -> None:
    """What was learned becomes facts about the employer, with the interview as their source."""
    ledger, interview = keeping.ledger, keeping.interview
    day = to_wall(interview.start, interview.zone).date()

    def make(_key: str, words: str) -> CompanyFact:
        row = CompanyFact(
            application_id=interview.application_id,
            topic=FactTopic.TEAM.value,
            value=words,
            source=f"The interview of {day.day} {MONTHS[day.month - 1]} {day.year}",
            dated=day,
            noted_at=keeping.now.instant,
        )
        ledger.session.add(row)
        return row

    def read(row: CompanyFact) -> str:
        return row.value

    def write(row: CompanyFact, words: str) -> None:
        row.value = words

    keep_in_line(ledger, Shelf(CompanyFact, read, make, write), _facts(old), _facts(new))


def keep_strengths(keeping: Keeping, old: Consequences, new: Consequences) -> None:
    """What went best becomes a strength for letters, unless it is one already."""
    ledger, owner = keeping.ledger, keeping.interview.application_id

    def make(_key: str, words: str) -> StrengthItem | None:
        query = select(StrengthItem.text).where(StrengthItem.application_id == owner)
        if words.casefold() in {text.casefold() for text in ledger.session.scalars(query)}:
            return None
        row = StrengthItem(text=words)
        row.application_id = owner
        ledger.session.add(row)
        return row

    def read(row: StrengthItem) -> str:
        return row.text

    def write(row: StrengthItem, words: str) -> None:
        row.text = words

    keep_in_line(ledger, Shelf(StrengthItem, read, make, write), _strengths(old), _strengths(new))


# ------------------------------------------------------------------ as they are compared


def _promises(found: Consequences) -> dict[str, values.Promise]:
    tidied = (checked_event(promise) for promise in found.promises)
    return {each.key: each for each in tidied if isinstance(each, values.Promise) and each.what}


def _slip(found: Consequences) -> dict[str, values.WrongName]:
    tidied = [checked_event(found.wrong_name)] if found.wrong_name is not None else []
    return {each.key: each for each in tidied if isinstance(each, values.WrongName)}


def _facts(found: Consequences) -> dict[str, str]:
    tidied = {each.key: checked.note(each.text, "Q4", "What you learned") for each in found.facts}
    return {key: words for key, words in tidied.items() if words}


def _strengths(found: Consequences) -> dict[str, str]:
    tidied = {
        each.key: checked.line(each.strength.text, "Q10", "A strength") for each in found.strengths
    }
    return {key: words for key, words in tidied.items() if words}


# ------------------------------------------------------------------ events


def _find_again(keeping: Keeping, keys: Iterable[str]) -> None:
    """Events bear the keys of their rows: those that were restored are told by them."""
    session = keeping.ledger.session
    query = select(Event.uid, Event.id).where(
        Event.application_id == keeping.interview.application_id, Event.uid.in_(list(keys))
    )
    for key, number in session.execute(query):
        keeping.ledger.note(key, Event.__tablename__, number)


def _event_maker(keeping: Keeping) -> Callable[[str, Happened], Event]:
    session, owner = keeping.ledger.session, keeping.interview.application_id

    def make(_key: str, event: Happened) -> Event:
        row = event_row(event, keeping.now.zone)
        row.application_id = owner
        row.people = people_named(session, owner, people_of(event))
        session.add(row)
        return row

    return make


def _promise_in(keeping: Keeping) -> Callable[[Event], values.Promise]:
    ended = keeping.interview.end

    def read(row: Event) -> values.Promise:
        value = event_value(row, ())
        if not isinstance(value, values.Promise):
            raise TypeError(f"the event {row.id} is no promise")
        return replace(value, at=ended)

    return read


def _write_promise(row: Event, promise: values.Promise) -> None:
    fresh = event_row(promise, row.zone)
    row.by, row.text, row.item = fresh.by, fresh.text, fresh.item
    row.moment_at, row.moment_on = fresh.moment_at, fresh.moment_on


def _correct_card(
    keeping: Keeping, slip: values.WrongName, before: values.WrongName | None, *, is_new: bool
) -> None:
    if not slip.correct or slip.person is None:
        return
    owner = keeping.interview.application_id
    for card in people_named(keeping.ledger.session, owner, (slip.person,)):
        if is_new or (before is not None and card.name == before.correct):
            card.name, card.confirmed = slip.correct, True
