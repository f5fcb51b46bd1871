"""The weekly targets of the hunt: they belong to no application, and end at an acceptance."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from core.playbook.candidates import Candidate
from core.playbook.facts import Facts
from core.playbook.rulebook import Playbook
from core.playbook.settler import Settler
from core.playbook.values import Acceptance, Case, PlannedStep, StepMark
from core.playbook.windows import to_instant, to_wall


def plan_hunt(case: Case, playbook: Playbook) -> tuple[PlannedStep, ...]:
    """The targets of this Monday, or of the next one once this Monday is over.

    Only the zone, the settings, the marks of such steps and the acceptances of `case` are read.
    """
    own_marks = tuple(mark for mark in case.marks if mark.id == "N4")
    facts = Facts(replace(case, marks=own_marks))
    return Settler(facts).settle(_mondays(facts, playbook))


def _mondays(facts: Facts, playbook: Playbook) -> Iterator[Candidate]:
    case = facts.case
    if any(a.at <= case.now for a in facts.of(Acceptance)):
        return
    today = to_wall(case.now, case.zone).date()
    monday = today + timedelta(days=-today.weekday() % 7)
    days = {monday}.union(*(_weeks_meant(mark, today, case.zone) for mark in case.marks))
    for day in sorted(days):
        turn = to_instant(datetime.combine(day, time()), case.zone)
        yield Candidate(
            rule=playbook.steps["N4"],
            key=_key(day),
            trigger=turn,
            anchors={"turn": turn},
            known=turn,
        )


def _weeks_meant(mark: StepMark, today: date, zone: str) -> set[date]:
    """The Monday of a mark's week; and the one after it, where that is still ahead.

    A mark that names its Monday means that one, on whichever day it was made.
    """
    named = _named(mark.key)
    if named is not None and named > today:
        return {named}
    marked = named or to_wall(mark.at, zone).date()
    week = marked - timedelta(days=marked.weekday())
    following = week + timedelta(days=7)
    return {week, following} if following >= today else {week}


def _named(key: str | None) -> date | None:
    try:
        return date.fromisoformat((key or "").removeprefix("N4/"))
    except ValueError:
        return None


def _key(day: date) -> str:
    return f"N4/{day.isoformat()}"
