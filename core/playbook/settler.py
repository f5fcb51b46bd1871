"""From a candidate to a planned step: its window, and how it stands.

All families of rules are settled in this one place, so that done, skipped, moved, snoozed,
cancelled and missed mean the same for every rule.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from core.playbook.business_days import BusinessCalendar
from core.playbook.candidates import Candidate
from core.playbook.facts import DECISIONS, Ending, Facts
from core.playbook.marks import assign_marks
from core.playbook.offsets import Offset, resolve
from core.playbook.rulebook import StepRule, settings_for_offsets
from core.playbook.values import Clock, PlannedStep, StepMark, StepState, Window
from core.playbook.windows import after_quiet, to_wall


class Settler:
    """Settles the candidates of one case."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._case = facts.case
        self._settings = settings_for_offsets(facts.case.settings)

    def settle(self, candidates: Iterable[Candidate]) -> tuple[PlannedStep, ...]:
        """All candidates as steps, and a step for every mark that no candidate answers to."""
        asked_for = [c for c in candidates if c.rule.enabled]
        marks, orphans = assign_marks(self._case.marks, asked_for)
        settled: dict[str, PlannedStep] = {}
        for candidate in sorted(asked_for, key=_needs_last):
            settled[candidate.key] = self._settle(candidate, marks.get(candidate.key, []), settled)
        kept = {step.key: step for step in map(_orphan, orphans)}
        return (*settled.values(), *kept.values())

    def window(self, candidate: Candidate, moved: datetime | None = None) -> Window:
        """The window of a candidate; `moved` is a due that the user set by hand."""
        rule, anchors = candidate.rule, dict(candidate.anchors)
        anchors["trigger"] = candidate.trigger
        due = moved or self._due(rule, anchors)
        anchors["own_due"] = due
        opens = min(self._at(rule.opens, anchors, rule.clock), due)
        best = min(max(self._at(rule.best, anchors, rule.clock), opens), due)
        if rule.clock is Clock.SELF:
            best = after_quiet(best, self._case.settings.quiet_hours, self._case.zone)
        expires = self._at(rule.expires, anchors, rule.clock) if rule.expires else None
        if expires is not None:
            expires = max(expires, due)
        if candidate.best is not None:
            best, opens = candidate.best, min(opens, candidate.best)
        return Window(opens=opens, best=best, due=due, expires=expires)

    def _due(self, rule: StepRule, anchors: Mapping[str, datetime]) -> datetime:
        known = [offset for offset in rule.due if offset.anchor in anchors]
        if not known and rule.undated is not None:
            known = [rule.undated]
        due = max(self._at(offset, anchors, rule.clock) for offset in known)
        if rule.not_after is not None and rule.not_after.anchor in anchors:
            due = min(due, self._at(rule.not_after, anchors, rule.clock))
        if rule.not_before is not None and rule.not_before.anchor in anchors:
            due = max(due, self._at(rule.not_before, anchors, rule.clock))
        return due

    def _at(self, offset: Offset, anchors: Mapping[str, datetime], clock: Clock) -> datetime:
        return resolve(offset, anchors, self._settings, clock, self._facts.place)

    def _settle(
        self, candidate: Candidate, marks: list[StepMark], settled: Mapping[str, PlannedStep]
    ) -> PlannedStep:
        moved = next((m.due for m in reversed(marks) if m.due is not None), None)
        window = self.window(candidate, moved)
        state, closed_at, reason = self._state(candidate, window, marks, settled)
        snoozed = _snoozed(marks) if state is StepState.OPEN else None
        if snoozed is not None:
            window = replace(window, best=snoozed)
        rule = candidate.rule
        words = _Words(candidate.words)
        return PlannedStep(
            key=candidate.key,
            id=rule.id,
            title=rule.title.format_map(words),
            why=rule.why.format_map(words) + self._roll_note(candidate, window),
            action=rule.action,
            clock=rule.clock,
            window=window,
            state=state,
            reason=reason,
            person=candidate.person,
            interview=candidate.interview,
            message=rule.message,
            moved=moved is not None,
            snoozed_until=snoozed,
            closed_at=closed_at,
            reminders=self._reminders(candidate, window),
        )

    def _state(
        self,
        candidate: Candidate,
        window: Window,
        marks: list[StepMark],
        settled: Mapping[str, PlannedStep],
    ) -> tuple[StepState, datetime | None, str]:
        """How it stands, since when, and why. What the user did comes before all else."""
        closing = next((m for m in reversed(marks) if m.done or m.skipped), None)
        ended = candidate.ended or self._ending(candidate)
        waits = _unmet(candidate, settled)
        done = _done(candidate, closing, ended)
        if done is not None and waits:
            return StepState.OPEN, None, waits
        if done is not None:
            return StepState.DONE, _after(done, candidate, settled), ""
        if closing is not None and closing.skipped:
            reason = closing.skipped if isinstance(closing.skipped, str) else ""
            return StepState.SKIPPED, closing.at, reason
        if candidate.skipped:
            return StepState.SKIPPED, candidate.trigger, candidate.skipped
        over = _over_by_itself(candidate, window)
        if ended is not None and (ended.at < over or self._case.now < over):
            return StepState.CANCELLED, ended.at, ended.reason
        return self._by_time(candidate, window, waits)

    def _by_time(
        self, candidate: Candidate, window: Window, waits: str
    ) -> tuple[StepState, datetime | None, str]:
        now = self._case.now
        if candidate.folds and window.due <= now:
            return StepState.DONE, window.due, ""
        if window.expires is not None and window.expires <= now:
            return StepState.MISSED, window.expires, ""
        return StepState.OPEN, None, waits

    def _ending(self, candidate: Candidate) -> Ending | None:
        kinds = tuple(k for k in candidate.rule.cancelled_by if k in DECISIONS)
        return self._facts.ending(kinds, candidate.known)

    def _reminders(self, candidate: Candidate, window: Window) -> tuple[datetime, ...]:
        """At the best moment, at the rule's own, and once more when a HARD deadline falls due."""
        if candidate.folds:
            return ()
        rule = candidate.rule
        anchors = {**candidate.anchors, "trigger": candidate.trigger, "own_due": window.due}
        moments = {window.best}
        moments |= {self._at(offset, anchors, rule.clock) for offset in rule.remind}
        if rule.clock is Clock.HARD:
            moments.add(window.due)
        return tuple(sorted(m for m in moments if m >= window.best))

    def _roll_note(self, candidate: Candidate, window: Window) -> str:
        """Says when a holiday moved the day: nothing moves without a word."""
        if candidate.rule.clock is not Clock.ROLL:
            return ""
        zone, country = self._facts.place.zone, self._facts.place.country
        calendar = BusinessCalendar(country)
        due = to_wall(window.due, zone).date()
        before = calendar.add(due, -1)
        gap = [date.fromordinal(n) for n in range(before.toordinal() + 1, due.toordinal())]
        names = [calendar.holiday_name(day) for day in gap if day.weekday() < 5]
        name = next((n for n in names if n), "")
        if not name or not self._moved_by_roll(candidate, window):
            return ""
        return f" Moved on: {name} is a holiday there."

    def _moved_by_roll(self, candidate: Candidate, window: Window) -> bool:
        anchors = {**candidate.anchors, "trigger": candidate.trigger}
        offsets = [o for o in candidate.rule.due if o.anchor in anchors]
        if not offsets:
            return False
        unrolled = max(self._at(offset, anchors, Clock.NONE) for offset in offsets)
        zone = self._facts.place.zone
        return to_wall(unrolled, zone).date() != to_wall(window.due, zone).date()


def _done(candidate: Candidate, closing: StepMark | None, ended: Ending | None) -> datetime | None:
    """When it was done: by hand at any time, by an event only while it was still asked for."""
    if closing is not None and closing.done:
        return min(closing.at, candidate.done or closing.at)
    skipped_first = closing is not None and closing.at <= (candidate.done or closing.at)
    if candidate.done is None or skipped_first:
        return None
    return candidate.done if ended is None or candidate.done <= ended.at else None


def _over_by_itself(candidate: Candidate, window: Window) -> datetime:
    """From when on nothing can cancel it any more: it is missed by then, or has folded away."""
    over = window.due if candidate.folds else window.expires
    return over or datetime.max.replace(tzinfo=UTC)


def _snoozed(marks: list[StepMark]) -> datetime | None:
    return next((m.snoozed_until for m in reversed(marks) if m.snoozed_until), None)


def _needs_last(candidate: Candidate) -> bool:
    return bool(candidate.needs)


def _unmet(candidate: Candidate, settled: Mapping[str, PlannedStep]) -> str:
    open_ones = [
        settled[key].title
        for key in candidate.needs
        if key in settled and settled[key].state is StepState.OPEN
    ]
    return f"First: {open_ones[0]}." if open_ones else ""


def _after(done: datetime, candidate: Candidate, settled: Mapping[str, PlannedStep]) -> datetime:
    """When it was really closed: not before what it needed was."""
    closings = [settled[key].closed_at for key in candidate.needs if key in settled]
    return max([done, *(at for at in closings if at is not None)])


def _orphan(mark: StepMark) -> PlannedStep:
    """What is kept of a step that the user closed, and whose trigger is gone."""
    return PlannedStep(
        key=mark.key or f"{mark.id}/{mark.person or ''}/{mark.at.isoformat()}",
        id=mark.id,
        title=mark.title or ("Done earlier" if mark.done else "Skipped earlier"),
        why="",
        action="open",
        clock=Clock.NONE,
        window=Window(opens=mark.at, best=mark.at, due=mark.at),
        state=StepState.DONE if mark.done else StepState.SKIPPED,
        reason=mark.skipped if isinstance(mark.skipped, str) else "",
        person=mark.person,
        closed_at=mark.at,
    )


class _Words(dict[str, str]):
    """Words that are not known leave no trace in a sentence."""

    def __missing__(self, key: str) -> str:
        return ""
