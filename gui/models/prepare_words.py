"""The words of the preparation: rounds, facts, stories, what was said, and the weeks. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from core.clock import Now
from core.preparation.checklist_values import Checklist, Item, ItemState, Section
from core.preparation.hunt_week import Effort, EffortView, WeekView
from core.preparation.story_bank import Length, StoryView
from core.preparation.values import Fact, Statement, Subject, Telling
from core.reflection.answers import StoryPart
from gui import words
from gui.widgets.check_list import CheckGroup, CheckItem

if TYPE_CHECKING:
    from core.use_cases.preparation import RoundAhead

COMPANY, STORIES, QUESTIONS, TOLD, DAY = "company", "stories", "questions", "told", "day"
APPLICATION = "application"
"""No part of the page: that of the application, with the people's cards."""

LEADS_TO = {
    Section.PEOPLE: ("Open their cards", APPLICATION),
    Section.ROLE: ("Open the ad and your proofs", COMPANY),
    Section.FACTS: ("Open the company", COMPANY),
    Section.STORIES: ("Open your stories", STORIES),
    Section.DOUBTS: ("Note a proof", COMPANY),
    Section.CONSISTENCY: ("Open what you told them", TOLD),
    Section.QUESTIONS: ("Open your questions", QUESTIONS),
}
"""Where the items of a group are dealt with."""

SUBJECTS = (
    (Subject.SALARY, "Salary"),
    (Subject.AVAILABILITY, "When I can start"),
    (Subject.NOTICE, "My notice"),
    (Subject.OTHER, "Something else"),
)

PARTS = {
    StoryPart.SITUATION: "situation",
    StoryPart.TASK: "task",
    StoryPart.ACTION: "action",
    StoryPart.RESULT: "result",
}

EFFORTS = {
    Effort.APPLICATIONS: "Tailored applications",
    Effort.CONTACTS: "People contacted",
    Effort.RESEARCH: "Research",
}


def round_choices(rounds: Sequence[RoundAhead], now: Now) -> tuple[str, ...]:
    """ "Halvorsen Maritime, second round"; with its day where two would read the same."""
    names = [round_words(each) for each in rounds]
    return tuple(
        f"{name}, {words.day(each.start, now)}" if names.count(name) > 1 else name
        for name, each in zip(names, rounds, strict=True)
    )


def round_words(round_: RoundAhead) -> str:
    """ "Halvorsen Maritime, second round"; "…, no next round yet" between two rounds."""
    if round_.over:
        return f"{round_.company}, no next round yet"
    return f"{round_.company}, {words.round_name(round_.number).lower()}"


def headline(round_: RoundAhead, list_: Checklist, now: Now, *, named: bool) -> str:
    """When it is and what is prepared; `named`: also which round, where nothing else says it."""
    if round_.over:
        company = f"{round_.company}: no" if named else "No"
        return f"{company} next round is planned yet. What you prepare now is kept for it."
    when = words.exact_short(round_.start, now, round_.zone)
    when = f"{round_words(round_)}: {when}" if named else when[:1].upper() + when[1:]
    if list_.done == list_.total:
        return f"{when}. Everything is prepared."
    return f"{when}. {list_.done} of {list_.total} prepared; it need not be all."


def check_groups(list_: Checklist) -> tuple[CheckGroup, ...]:
    """The checklist as its rows show it."""
    return tuple(
        CheckGroup(title=group.title, items=tuple(_check_item(item) for item in group.items))
        for group in list_.groups
    )


def _check_item(item: Item) -> CheckItem:
    return CheckItem(
        key=item.key,
        words=item.words,
        why=item.why,
        progress=item.progress,
        done=item.done,
        shown=item.state is ItemState.BY_ITSELF,
        goes_to="" if item.own else LEADS_TO.get(item.section, ("", ""))[0],
        removable=item.own,
    )


def fact_lines(fact: Fact, now: Now) -> tuple[str, ...]:
    """Source and date, then the use."""
    dated = words.day_and_month(fact.dated) + f" {fact.dated.year}" if fact.dated else ""
    origin = " · ".join(part for part in (fact.source, dated) if part)
    use = f"For: {fact.used_for}" if fact.used_for else ""
    return tuple(line for line in (origin, use) if line)


def said_line(statement: Statement, now: Now) -> str:
    """ "to Tomas Okafor, in the first round"; the day where neither is known."""
    whom = f"to {statement.name}" if statement.name else ""
    when = (
        f"in the {words.round_name(statement.round_number).lower()}"
        if statement.round_number
        else f"noted {words.past_day(statement.at, now)}"
    )
    line = ", ".join(part for part in (whom, when) if part)
    return line[:1].upper() + line[1:]


def story_lines(view: StoryView) -> tuple[str, ...]:
    """Parts and length, tags, and who heard it."""
    tags = ", ".join(view.story.tags)
    return tuple(line for line in (_state(view), tags, heard_line(view.heard)) if line)


def _state(view: StoryView) -> str:
    length = {Length.SHORT: "short", Length.FITS: "a good length", Length.LONG: "long"}[view.length]
    how = "measured" if view.measured else "as written"
    spoken = f"{view.seconds // 60}:{view.seconds % 60:02} {how}, {length}"
    if not view.missing:
        return f"Complete · {spoken}"
    return f"Still missing: {words.listed([PARTS[part] for part in view.missing])} · {spoken}"


def heard_line(heard: tuple[Telling, ...]) -> str:
    """ "Heard by Halvorsen Maritime, first round (Tomas Okafor)"."""
    if not heard:
        return ""
    told = [heard_by(telling) for telling in heard[:3]]
    more = len(heard) - len(told)
    return f"Heard by {'; '.join(told)}{f'; and {more} more' if more else ''}"


def heard_by(telling: Telling) -> str:
    """ "Halvorsen Maritime, first round (Tomas Okafor)"; nobody named: everybody there."""
    place = f"{telling.company}, {words.round_name(telling.round_number).lower()}"
    return f"{place} ({telling.name})" if telling.name else place


def week_title(week: WeekView, this_week: date) -> str:
    """ "This week", "Last week", else from Monday to Sunday."""
    days = (this_week - week.monday).days
    near = {0: "This week", 7: "Last week"}.get(days)
    return near or week_days(week)


def week_days(week: WeekView) -> str:
    """ "11 May – 17 May"."""
    return f"{words.day_and_month(week.monday)} – {words.day_and_month(week.sunday)}"


def effort_count(effort: EffortView) -> str:
    """ "2 of 3"; research in hours: "1 h 30 min of 4 h"."""
    if effort.effort is Effort.RESEARCH:
        done, target = hours(effort.done), hours(effort.target)
    else:
        done, target = str(effort.done), str(effort.target)
    return f"{done} of {target}" if effort.target else done


def hours(minutes: int) -> str:
    """ "1 h 30 min", "45 min", "4 h"."""
    whole, rest = divmod(minutes, 60)
    if not whole:
        return f"{rest} min"
    return f"{whole} h {rest} min" if rest else f"{whole} h"


def week_line(week: WeekView) -> str:
    """An earlier week in a line."""
    told = (f"{EFFORTS[each.effort]} {effort_count(each)}" for each in week.efforts)
    return " · ".join(told)
