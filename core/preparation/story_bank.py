"""The bank of stories: what is complete, how long it takes, who heard it, and what is missing.

Six to eight stories of situation, task, action and result, told in one to two minutes, answer most
questions: common advice of career centres, not proven.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.preparation.values import Attendee, Known, Round, Story, Telling, in_round
from core.reflection.answers import StoryPart

FEWEST, MOST = 6, 8
"""So many stories are enough."""
SHORTEST, LONGEST = 60, 120
"""Seconds that a story takes when it is told well."""
WORDS_A_SECOND = 2.5
"""A calm pace: 150 words a minute."""
FOR_THE_DAY = 3
USUAL_TAGS = ("teamwork", "disagreement", "mistake", "leadership", "pressure", "initiative")
"""What employers ask about most; tags of questions that were really asked come before them."""


class Length(StrEnum):
    SHORT = "short"
    FITS = "fits"
    LONG = "long"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story, and what there is to say of it for one round."""

    story: Story
    missing: tuple[StoryPart, ...]
    seconds: int
    measured: bool
    """By the stop-watch; else reckoned from its words."""
    length: Length
    heard: tuple[Telling, ...] = ()
    """The latest first."""
    warning: str = ""
    """Who of this employer heard it before; empty: nobody."""

    @property
    def complete(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """All stories; `uncovered` are tags for which there is none."""

    stories: tuple[StoryView, ...] = ()
    uncovered: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def enough(self) -> bool:
        """Whether there are as many complete stories as it needs."""
        return sum(view.complete for view in self.stories) >= FEWEST


def missing_parts(story: Story) -> tuple[StoryPart, ...]:
    """The parts that say nothing yet, in their order."""
    return tuple(part for part in StoryPart if not part_of(story, part).strip())


def part_of(story: Story, part: StoryPart) -> str:
    """The words of one part."""
    return {
        StoryPart.SITUATION: story.situation,
        StoryPart.TASK: story.task,
        StoryPart.ACTION: story.action,
        StoryPart.RESULT: story.result,
    }[part]


def spoken_seconds(story: Story) -> int:
    """How long it takes: as measured, else reckoned from its words at a calm pace."""
    if story.seconds is not None:
        return story.seconds
    return round(sum(len(part_of(story, part).split()) for part in StoryPart) / WORDS_A_SECOND)


def length_of(seconds: int) -> Length:
    """Whether so many seconds are short, fitting (60 to 120) or long."""
    if seconds < SHORTEST:
        return Length.SHORT
    return Length.FITS if seconds <= LONGEST else Length.LONG


def bank(known: Known) -> Bank:
    """The bank as it looks before this round."""
    return bank_for(known.stories, known.tellings, known.round, known.people, known.asked_tags)


def bank_for(
    stories: Iterable[Story],
    tellings: Iterable[Telling],
    round_: Round | None = None,
    people: Sequence[Attendee] = (),
    asked_tags: Iterable[str] = (),
) -> Bank:
    """The bank; without a round, nobody is warned about."""
    told = tuple(tellings)
    views = tuple(_view(story, told, round_, people) for story in stories)
    covered = {tag.casefold() for view in views for tag in view.story.tags}
    wanted = dict.fromkeys(tag.casefold() for tag in (*asked_tags, *USUAL_TAGS) if tag.strip())
    return Bank(
        stories=views,
        uncovered=tuple(tag for tag in wanted if tag not in covered),
        sentence=_sentence(views),
    )


def for_the_day(known: Known, chosen: Iterable[str] = ()) -> tuple[StoryView, ...]:
    """Three stories to take along: those `chosen` by their keys, else those that fit best.

    New to this employer before told, complete before begun, of a fitting length; then each the
    one that adds most tags.
    """
    views = bank(known).stories
    keys = set(chosen)
    picked = tuple(view for view in views if view.story.key in keys)
    if picked:
        return picked[:FOR_THE_DAY]
    left, taken, tags = list(views), list[StoryView](), set[str]()
    while left and len(taken) < FOR_THE_DAY:
        best = max(left, key=_Fitness(frozenset(tags)))
        left.remove(best)
        taken.append(best)
        tags |= {tag.casefold() for tag in best.story.tags}
    return tuple(taken)


class _Fitness:
    """How well a story fits, given the tags that are taken already."""

    def __init__(self, taken: frozenset[str]) -> None:
        self._taken = taken

    def __call__(self, view: StoryView) -> tuple[bool, bool, bool, int]:
        new = {tag.casefold() for tag in view.story.tags} - self._taken
        return not view.warning, view.complete, view.length is Length.FITS, len(new)


def _view(
    story: Story, tellings: tuple[Telling, ...], round_: Round | None, people: Sequence[Attendee]
) -> StoryView:
    seconds = spoken_seconds(story)
    heard = tuple(sorted((t for t in tellings if t.story == story.key), key=_when, reverse=True))
    return StoryView(
        story=story,
        missing=missing_parts(story),
        seconds=seconds,
        measured=story.seconds is not None,
        length=length_of(seconds),
        heard=heard,
        warning=_warning(heard, round_, people) if round_ is not None else "",
    )


def _when(telling: Telling) -> float:
    return telling.at.timestamp()


def _warning(heard: tuple[Telling, ...], round_: Round, people: Sequence[Attendee]) -> str:
    before = [t for t in heard if _same_employer(t, round_) and t.round != round_.key]
    if not before:
        return ""
    coming = {person.key: person.name for person in people}
    met = next((coming[t.person] for t in before if t.person in coming), "")
    if met:
        return f"{met} heard this one before. Tell another, or say what came of it."
    when = in_round(before[0].round_number)
    return f"{round_.company} heard this one {when}. Tell another, or say what came of it."


def _same_employer(telling: Telling, round_: Round) -> bool:
    return telling.company.casefold() == round_.company.casefold()


def _sentence(views: tuple[StoryView, ...]) -> str:
    count = len(views)
    complete = sum(view.complete for view in views)
    if count > MOST:
        return f"{count} stories: {FEWEST} to {MOST} are enough. The others can rest."
    if complete >= FEWEST:
        return f"{complete} complete stories: that is enough for most questions."
    begun = count - complete
    more = f", {begun} begun" if begun else ""
    return f"{complete} of {FEWEST} complete{more}. One at a time is fine."
