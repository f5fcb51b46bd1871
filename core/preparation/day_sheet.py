"""The one page for the day: what one looks at in the train, and five minutes before."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.playbook.kinds import Mode
from core.preparation import carried
from core.preparation.company_facts import TOPICS, is_stale
from core.preparation.story_bank import for_the_day
from core.preparation.values import Attendee, Fact, Known, Question, Round

WAY, OPENING, WORDS, LATE = "sheet/way", "sheet/opening", "sheet/words", "sheet/late"
"""Keys of what the user writes for the day: how to get there, the opening, a sentence, a number."""
SPOKEN = "sheet/spoken/"
"""With a person's key: how the name is spoken."""
STORY = "sheet/story/"
"""With a story's key: it is taken along."""
LONGEST = 160
"""Characters of one line."""
LONGEST_WORDS = 240
"""Characters of what is written for the day: the way, the opening, the sentence to oneself."""
MOST_QUESTIONS, MOST_FACTS, MOST_PEOPLE = 6, 6, 6


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPerson:
    name: str
    job: str = ""
    topic: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetStory:
    """A story in two lines; `warning`: somebody there heard it."""

    title: str
    gist: str = ""
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet:
    """Everything on the page. Instants are UTC; empty: not known, and left out."""

    company: str
    role: str
    round_number: int
    mode: Mode
    start: datetime
    end: datetime
    zone: str
    leave_at: datetime | None = None
    """When to leave; of a video call, when to open it."""
    place: str = ""
    way: str = ""
    people: tuple[SheetPerson, ...] = ()
    more_people: int = 0
    opening: str = ""
    stories: tuple[SheetStory, ...] = ()
    questions: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    """What about, and what."""
    words: str = ""
    """The sentence to oneself."""
    late_number: str = ""
    late_name: str = ""


def day_sheet(known: Known, leave_at: datetime | None = None) -> DaySheet:
    """The page, filled from what is known; what the user wrote for it comes first."""
    round_, written = known.round, {tick.key: tick.text.strip() for tick in known.ticks}
    opening = written.get(OPENING) or next(iter(carried.opening_messages(known.before)), "")
    name, number = _whom_to_call(known, written.get(LATE, ""))
    shown = known.people[:MOST_PEOPLE]
    return DaySheet(
        company=round_.company,
        role=round_.role,
        round_number=round_.number,
        mode=round_.mode,
        start=round_.start,
        end=round_.end,
        zone=round_.zone,
        leave_at=leave_at or _leave(round_),
        place=shortened(round_.place),
        way=shortened(written.get(WAY, ""), LONGEST_WORDS),
        people=tuple(_person(each, written) for each in shown),
        more_people=len(known.people) - len(shown),
        opening=shortened(opening, LONGEST_WORDS),
        stories=_stories(known),
        questions=tuple(shortened(q.text) for q in _ahead(known)[:MOST_QUESTIONS]),
        facts=_facts(known),
        words=shortened(written.get(WORDS) or carried.own_sentence(known.before), LONGEST_WORDS),
        late_number=number,
        late_name=name,
    )


def shortened(text: str, limit: int = LONGEST) -> str:
    """A text in one line, cut after a whole word where it is too long."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    whole = cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut
    return f"{whole.rstrip(' ,;:.')}…"


def _leave(round_: Round) -> datetime | None:
    """The usual moment, where no step names another: the way, a buffer, ten minutes at the door."""
    if round_.mode is not Mode.ONSITE:
        return round_.start - timedelta(minutes=15)
    if round_.travel_minutes <= 0:
        return None
    buffer = max(15.0, round_.travel_minutes * 0.25)
    return round_.start - timedelta(minutes=round_.travel_minutes + buffer + 10)


def _person(person: Attendee, written: dict[str, str]) -> SheetPerson:
    return SheetPerson(
        name=shortened(person.full_name or person.name, 80),
        job=shortened(person.job, 80),
        topic=shortened(person.topic, 120),
        spoken=shortened(written.get(f"{SPOKEN}{person.key}", ""), 60),
    )


def _stories(known: Known) -> tuple[SheetStory, ...]:
    chosen = [t.key.removeprefix(STORY) for t in known.ticks if t.key.startswith(STORY) and t.done]
    return tuple(
        SheetStory(
            title=shortened(view.story.title, 90),
            gist=shortened(view.story.result or view.story.action or view.story.situation),
            warning=view.warning,
        )
        for view in for_the_day(known, chosen)
    )


def _facts(known: Known) -> tuple[tuple[str, str], ...]:
    """One of each topic first, those with a use before the others; no old news."""
    fresh = [fact for fact in known.facts if not is_stale(fact, known.today)]
    topics = list(TOPICS)
    firsts: dict[str, Fact] = {}
    for fact in sorted(fresh, key=_useful_first):
        firsts.setdefault(fact.topic, fact)
    shown = sorted(firsts.values(), key=_useful_first)[:MOST_FACTS]
    in_order = sorted(shown, key=lambda fact: topics.index(fact.topic))
    return tuple((TOPICS[fact.topic].title, shortened(fact.value)) for fact in in_order)


def _useful_first(fact: Fact) -> tuple[bool, int, str]:
    return not fact.used_for.strip(), -fact.dated.toordinal() if fact.dated else 0, fact.key


def _ahead(known: Known) -> list[Question]:
    return [question for question in known.questions if question.asked is None]


def _whom_to_call(known: Known, written: str) -> tuple[str, str]:
    if written:
        return "", shortened(written, 60)
    for person in (*known.people, *known.others):
        if person.phone.strip():
            return person.full_name or person.name, person.phone.strip()
    return "", ""
