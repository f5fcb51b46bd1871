"""The checklist of a round: filled from what is known, ticked by the user or by the data."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from core.preparation import carried, story_bank
from core.preparation.checklist_values import (
    TITLES,
    Checklist,
    Group,
    Item,
    ItemState,
    Section,
    seen,
)
from core.preparation.company_facts import by_topic
from core.preparation.logistics import logistics, offer_readiness
from core.preparation.values import Attendee, Known, Statement, Subject, Tick, in_round
from core.reflection.alike import alike

QUESTIONS = 5
"""So many questions of one's own at least."""

CONFIRMED = "logistics/confirmed"
"""The item that the step to confirm place and names asks for, too."""
ASKS_WHEN = "questions/decision"
OF_A_DAY = frozenset({Section.LOGISTICS, Section.PEOPLE})
"""What can be prepared only once a round is planned."""
OWN = "own/"
"""What the keys of the user's own items begin with."""


def checklist(known: Known) -> Checklist:
    """All groups in their order, each with its own items last. The same in, the same out."""
    ticked = {tick.key for tick in known.ticks if tick.done}
    groups = []
    for section, make in _MAKERS.items():
        if known.between and section in OF_A_DAY:
            continue
        items = (*make(known), *_own_items(known.ticks, section))
        if items:
            groups.append(
                Group(
                    section=section,
                    title=TITLES[section],
                    items=tuple(_with_tick(item, ticked) for item in items),
                )
            )
    return Checklist(groups=tuple(groups))


def is_packed(list_: Checklist) -> bool:
    """Whether what the day before asks for is done: place, time and way, and one question about
    their decision."""
    needed = [
        item for item in list_.items if item.section is Section.LOGISTICS or item.key == ASKS_WHEN
    ]
    return all(item.done for item in needed)


def _with_tick(item: Item, ticked: set[str]) -> Item:
    """A tick stands before what the data show, so that it can be taken back."""
    return replace(item, state=ItemState.TICKED) if item.key in ticked else item


def _own_items(ticks: Iterable[Tick], section: Section) -> Iterator[Item]:
    for tick in ticks:
        if tick.key.startswith(OWN) and tick.text.strip() and tick.section == section:
            yield Item(key=tick.key, section=section, words=tick.text, own=True)


def _people(known: Known) -> Iterator[Item]:
    told = dict(carried.topics_of(known))
    for person in known.people:
        names = [name for name in told if alike(name, person.full_name or person.name)]
        topics = [told.pop(name) for name in names]
        yield from _person(person, _line(person.topic) or "; ".join(topics))
    others = {name.casefold()[:80]: (name, topic) for name, topic in told.items()}
    for key, (name, topic) in others.items():
        yield _go_on(key, name, topic)


def _person(person: Attendee, topic: str) -> Iterator[Item]:
    yield Item(
        key=f"people/{person.key}/spelling",
        section=Section.PEOPLE,
        words=f"Check name and title of {person.full_name or person.name}",
        why="From a signature or the company’s page; and how it is spoken.",
        state=seen(person.confirmed),
    )
    if topic:
        yield _go_on(person.key, person.name, topic)
    else:
        yield Item(
            key=f"people/{person.key}/work",
            section=Section.PEOPLE,
            words=f"Look up what {person.name} works on",
            why="Their company page or a professional network, nothing private.",
        )


def _go_on(key: str, name: str, topic: str) -> Item:
    return Item(
        key=f"people/{key}/topic",
        section=Section.PEOPLE,
        words=f"Go on from what {name} spoke about: “{topic}”",
        why="Whoever was listened to remembers it.",
    )


def _role(known: Known) -> Iterator[Item]:
    if not known.proofs:
        yield Item(
            key="role/ad",
            section=Section.ROLE,
            words="Set each demand of the ad against a proof",
            why="What the ad asks for, they will ask for.",
        )
    for proof in known.proofs:
        yield Item(
            key=f"role/{proof.key}",
            section=Section.ROLE,
            words=f"Have a proof for “{proof.demand}”",
            state=seen(bool(proof.proof.strip() or proof.story)),
        )


def _facts(known: Known) -> Iterator[Item]:
    for topic in by_topic(known.facts, known.today, known.news):
        yield Item(
            key=f"facts/{topic.topic.value}",
            section=Section.FACTS,
            words=topic.title,
            why=topic.hint,
            progress=topic.note,
            state=seen(topic.enough),
        )


def _stories(known: Known) -> Iterator[Item]:
    bank = story_bank.bank(known)
    complete = sum(view.complete for view in bank.stories)
    yield Item(
        key="stories/enough",
        section=Section.STORIES,
        words=f"Have {story_bank.FEWEST} to {story_bank.MOST} stories ready",
        why="Situation, task, action, result: enough for most questions.",
        progress=_so_far(complete, story_bank.FEWEST),
        state=seen(bank.enough),
    )
    fitting = sum(view.measured and view.length is story_bank.Length.FITS for view in bank.stories)
    yield Item(
        key="stories/timed",
        section=Section.STORIES,
        words="Tell three of them to the stop-watch, in one to two minutes",
        why="Aloud it is always longer than in the head.",
        progress=_so_far(fitting, story_bank.FOR_THE_DAY),
        state=seen(fitting >= story_bank.FOR_THE_DAY),
    )
    yield from carried.same_strength(known)


def _consistency(known: Known) -> Iterator[Item]:
    told = {statement.subject for statement in known.statements}
    for statement in known.statements:
        yield Item(
            key=f"said/{statement.key}",
            section=Section.CONSISTENCY,
            words=f"{_SAY_AGAIN[statement.subject]}: “{_line(statement.text)}”",
            why=_told_whom(statement),
        )
    for subject, words in _UNKNOWN.items():
        if subject not in told:
            yield Item(
                key=f"said/{subject.value}",
                section=Section.CONSISTENCY,
                words=words,
                why="Note it under “Told them”; nothing said yet is an answer, too.",
            )
    for view in story_bank.bank(known).stories:
        if view.warning:
            yield Item(
                key=f"said/story/{view.story.key}",
                section=Section.CONSISTENCY,
                words=f"Have another story than “{view.story.title}”",
                why=view.warning,
            )


_SAY_AGAIN = {
    Subject.SALARY: "Say the same about salary",
    Subject.AVAILABILITY: "Say the same about when you can start",
    Subject.NOTICE: "Say the same about your notice",
    Subject.OTHER: "Say the same",
}
_UNKNOWN = {
    Subject.SALARY: "Remember what you said about salary",
    Subject.AVAILABILITY: "Remember what you said about when you can start",
}


def _told_whom(statement: Statement) -> str:
    whom = f"to {statement.name}" if statement.name else ""
    when = in_round(statement.round_number) if statement.round_number else ""
    told = " ".join(part for part in ("You said it", whom, when) if part)
    return f"{told}." if whom or when else ""


def _questions(known: Known) -> Iterator[Item]:
    ahead = [question for question in known.questions if question.asked is None]
    yield Item(
        key="questions/enough",
        section=Section.QUESTIONS,
        words=f"Have at least {QUESTIONS} questions of your own",
        why="Two or three will be answered before you ask.",
        progress=_so_far(len(ahead), QUESTIONS),
        state=seen(len(ahead) >= QUESTIONS),
    )
    yield Item(
        key=ASKS_WHEN,
        section=Section.QUESTIONS,
        words="One of them: when will you decide?",
        why="The date tells you when to write, and when you need not wonder.",
        state=seen(any(_asks_when(question.text) for question in ahead)),
    )
    if known.round.number > 1 and ahead:
        yield Item(
            key="questions/left",
            section=Section.QUESTIONS,
            words="Ask first what you did not come to ask last time",
            why=f"“{_line(ahead[0].text)}”" + (" and the others." if ahead[1:] else ""),
        )


def _asks_when(text: str) -> bool:
    return alike("decide decision next steps timeline", text) or "decid" in text.casefold()


_MAKERS: dict[Section, Callable[[Known], Iterator[Item]]] = {
    Section.CARRIED: carried.from_last_time,
    Section.LOGISTICS: logistics,
    Section.PEOPLE: _people,
    Section.ROLE: _role,
    Section.FACTS: _facts,
    Section.STORIES: _stories,
    Section.DOUBTS: carried.doubts,
    Section.CONSISTENCY: _consistency,
    Section.QUESTIONS: _questions,
    Section.OFFER: offer_readiness,
}


def _so_far(count: int, wanted: int) -> str:
    return "" if count >= wanted else f"{count} of {wanted} so far"


def _line(text: str) -> str:
    return "; ".join(line.strip() for line in text.splitlines() if line.strip())
