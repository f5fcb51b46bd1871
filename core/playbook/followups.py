"""Waiting for the employer's answer: which question is still fair, and when.

After a round, what the employer said last decides: nothing yet (two follow-ups), a decision date
(one question once it has passed), a vague answer or a hold (one question later). Every question
takes one of a few slots; an extra one is fair only when the employer names a new date.
"""

from collections.abc import Iterator
from datetime import datetime

from core.playbook.candidates import Candidate
from core.playbook.facts import DECISIONS, Ending, Facts, NamedDate, stamp
from core.playbook.rounds import called_off
from core.playbook.rulebook import Playbook
from core.playbook.settler import Settler
from core.playbook.values import Interview, OnHold, Reply, ReplyKind, Sent, StepMark
from core.playbook.windows import as_instant, passed

_QUESTIONS = frozenset({"F1", "F2", "F3", "F4"})
_STATUS_MESSAGES = frozenset({"M4", "M5", "M6"})
"""The messages that count against the cap of status contacts."""

_Turn = NamedDate | Reply | OnHold | Sent | StepMark
"""Something that changes what may be asked: news from the employer, or what the user did."""


def follow_up_steps(facts: Facts, playbook: Playbook, settler: Settler) -> Iterator[Candidate]:
    """The questions of every round, and the day on which a case without news folds away."""
    for interview in facts.interviews:
        waiting = _Waiting(facts, playbook, settler, interview)
        waiting.walk()
        yield from waiting.asked_for
        if facts.next_round(interview) is None:
            yield waiting.quiet()


class _Waiting:
    """Walks through what happened after one round."""

    def __init__(
        self, facts: Facts, playbook: Playbook, settler: Settler, interview: Interview
    ) -> None:
        self._facts = facts
        self._playbook = playbook
        self._settler = settler
        self._interview = interview
        self._slots = facts.case.settings.follow_ups
        self._used = 0
        self._open: list[Candidate] = []
        self._stands: NamedDate | None = None
        self._held_until: datetime | None = None
        self._over = self._end_of_waiting()
        self.asked_for: list[Candidate] = []

    # -- the walk

    def walk(self) -> None:
        self._begin()
        for turn in self._turns():
            match turn:
                case NamedDate():
                    self._date_named(turn)
                case Reply():
                    self._replied(turn)
                case OnHold():
                    self._put_on_hold(turn)
                case Sent():
                    self._asked(turn.at)
                case StepMark():
                    self._marked(turn)
        if self._over is not None:
            self._close(self._over)
        if self._facts.case.no_contact_wished:
            self._open.clear()
            self.asked_for.clear()

    def _turns(self) -> list[_Turn]:
        """Everything from the end of this round to the end of its waiting, in order of time."""
        facts = self._facts
        marks = [m for m in facts.case.marks if m.id in _QUESTIONS and (m.done or m.skipped)]
        ticked = {mark.at for mark in marks if mark.done}
        sent = [m for m in facts.of(Sent) if m.message in _STATUS_MESSAGES and m.at not in ticked]
        replies = [r for r in facts.of(Reply) if _is_news(r)]
        turns: list[_Turn] = [
            *sorted(marks, key=lambda m: (m.at, repr(m))),
            *sent,
            *facts.named_dates,
            *replies,
            *facts.of(OnHold),
        ]
        within = (t for t in turns if t.at > self._interview.end and self._waits_at(t.at))
        return sorted(within, key=lambda turn: turn.at)

    def _waits_at(self, at: datetime) -> bool:
        if self._over is None:
            return True
        following = self._facts.next_round(self._interview)
        if self._over.kind == "next_round" and following is not None:
            return at < (self._facts.invitation(following) or following.start)
        return at <= self._over.at

    def _end_of_waiting(self) -> Ending | None:
        """What came first: they decided, called it off, or arranged the next round."""
        facts, interview = self._facts, self._interview
        endings = (
            called_off(facts, interview),
            facts.ending(DECISIONS, interview.invited_at),
            self._next_round(),
        )
        return min((e for e in endings if e is not None), key=lambda e: e.at, default=None)

    def _next_round(self) -> Ending | None:
        following = self._facts.next_round(self._interview)
        if following is None:
            return None
        invited = self._facts.invitation(following)
        if invited is None:
            return Ending("next_round", self._interview.end, "the next round is arranged")
        return Ending("next_round", invited, f"they invited you on {self._facts.day(invited)}")

    # -- what each turn does

    def _begin(self) -> None:
        before = self._facts.previous_round(self._interview)
        known = [
            n
            for n in self._facts.named_dates
            if n.at <= self._interview.end
            and (before is None or n.at > before.end)
            and passed(n.decision, self._zone) > self._interview.end
        ]
        if known:
            self._plan_decision_question(known[-1])
        else:
            self._plan_chain()

    def _plan_chain(self) -> None:
        """The first follow-up, and the next ones counted from it."""
        for number in range(1, self._slots + 1):
            rule = "F1" if number == 1 else "F2"
            step = self._candidate(rule, f"{rule}/{self._interview.key}" + _suffix(number))
            if number > 1:
                step.anchors["previous"] = self._reckoned(self._open[-1])
            self._open.append(step)
            self.asked_for.append(step)

    def _marked(self, mark: StepMark) -> None:
        """A step closed by hand: done counts as a question asked, skipped as none."""
        number = next((n for n, step in enumerate(self._open) if _means(mark, step)), None)
        if number is not None and mark.done:
            self._asked(mark.at, number)
        elif number is not None:
            self._open.pop(number)

    def _asked(self, at: datetime, number: int = 0) -> None:
        """A question went out: it answers to the step in turn, and the next counts from it."""
        self._used += 1
        if not self._open:
            return
        self._open.pop(number).done = at
        previous = at
        for step in self._open[number:]:
            step.anchors["previous"] = previous
            previous = self._reckoned(step)

    def _date_named(self, named: NamedDate) -> None:
        self._cancel(f"they named {self._facts.day(named.decision)}", named.at)
        self._plan_decision_question(named)

    def _plan_decision_question(self, named: NamedDate) -> None:
        """Once the date has passed, one question; an extra one, since they named the date anew."""
        self._stands, self._held_until = named, None
        step = self._candidate("F3", f"F3/{self._interview.key}/{stamp(named.at)}")
        step.anchors["decision_passed"] = passed(named.decision, self._zone)
        step.trigger = max(named.at, self._interview.end)
        step.words["date"] = self._facts.day(named.decision)
        self._plan(step)

    def _replied(self, reply: Reply) -> None:
        words = f"they replied on {self._facts.day(reply.at)}"
        if reply.reply is ReplyKind.VAGUE and self._date_ahead(reply.at):
            return
        self._held_until = None
        self._cancel(words, reply.at)
        if reply.reply is ReplyKind.DECISION or self._used >= self._slots:
            return
        step = self._candidate("F4", f"F4/{self._interview.key}/{stamp(reply.at)}")
        step.anchors["reply"] = reply.at
        step.trigger = reply.at
        self._plan(step)

    def _date_ahead(self, at: datetime) -> bool:
        return self._stands is not None and passed(self._stands.decision, self._zone) > at

    def _put_on_hold(self, hold: OnHold) -> None:
        self._cancel(f"they put it on hold on {self._facts.day(hold.at)}", hold.at)
        self._stands = None
        self._held_until = as_instant(hold.until, self._zone) if hold.until else None
        if self._used >= self._slots:
            return
        step = self._candidate("F4", f"F4/{self._interview.key}/{stamp(hold.at)}", "hold")
        step.anchors["reply"] = hold.at
        if self._held_until is not None:
            step.anchors["until"] = self._held_until
        step.trigger = hold.at
        self._plan(step)

    def _cancel(self, reason: str, at: datetime) -> None:
        for step in self._open:
            step.ended = Ending("reply", at, reason)
        self._open.clear()

    def _close(self, ending: Ending) -> None:
        for step in self._open:
            step.ended = ending
        self._open.clear()

    # -- making steps

    @property
    def _zone(self) -> str:
        return self._facts.case.application_zone

    def _plan(self, step: Candidate) -> None:
        self._open.append(step)
        self.asked_for.append(step)

    def _candidate(self, rule: str, key: str, variant: str = "") -> Candidate:
        return Candidate(
            rule=self._playbook.steps[rule].variant(variant),
            key=key,
            trigger=self._interview.end,
            anchors={"end": self._interview.end},
            known=self._interview.invited_at,
            interview=self._interview.key,
            words={"company": self._facts.case.company, "role": self._facts.case.role},
        )

    def _reckoned(self, step: Candidate) -> datetime:
        """When an unsent follow-up is expected to go: its due, as moved by hand."""
        moved = [
            (m.at, m.due)
            for m in self._facts.case.marks
            if m.due and _means(m, step) and (m.key or self._in_this_round(m.at))
        ]
        return self._settler.window(step, max(moved)[1] if moved else None).due

    def _in_this_round(self, at: datetime) -> bool:
        before = self._facts.previous_round(self._interview)
        return self._waits_at(at) and (before is None or at > self._interview.end)

    def quiet(self) -> Candidate:
        """The day on which the case folds away.

        It comes after the last question, asked or still to come, and after what they named: the
        date of their decision, or until when it is on hold.
        """
        step = self._candidate("Q1", f"Q1/{self._interview.key}")
        step.folds = True
        open_dues = [self._settler.window(s).due for s in self._open]
        asked = [s.done for s in self.asked_for if s.done is not None]
        named = [self._held_until] if self._held_until else []
        if self._stands is not None:
            named.append(passed(self._stands.decision, self._zone))
        if open_dues or asked or named:
            step.anchors["nudge"] = max([*open_dues, *asked, *named])
        late = self._late_reply(self._settler.window(step).due)
        if late is not None:
            step.anchors["nudge"] = max(late, step.anchors.get("nudge", late))
        step.ended = called_off(self._facts, self._interview)
        return step

    def _late_reply(self, quiet: datetime) -> datetime | None:
        """A reply after the case had gone quiet opens it again."""
        late = [r.at for r in self._facts.of(Reply) if r.at >= quiet]
        return late[-1] if late else None


def _is_news(reply: Reply) -> bool:
    """A courtesy changes nothing; a reply with a date counts as the date that it names."""
    if reply.reply is ReplyKind.DATE:
        return reply.decision_date is None
    return reply.reply is not ReplyKind.COURTESY


def _suffix(number: int) -> str:
    return f"/{number}" if number > 2 else ""


def _means(mark: StepMark, step: Candidate) -> bool:
    return mark.key == step.key or (mark.key is None and mark.id == step.rule.id)
