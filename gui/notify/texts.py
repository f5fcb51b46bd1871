"""What reminders say: a title of up to 40 characters, a body of up to 90.

Texts come from people, so control characters go, and long ones end in "…" at a word.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.kinds import Mode
from gui import words
from gui.notify.protocol import Answer, Notice, Urgency

if TYPE_CHECKING:
    from core.use_cases.steps import Reminder

TITLE_LENGTH = 40
BODY_LENGTH = 90
COMPANY_LENGTH = 36
LEAVE_BY = "P3"
ON_THE_WAY = frozenset({LEAVE_BY, "P4"})
"""The steps of the way to an interview: nothing is more urgent, and none of them waits an hour."""
JOIN_WITHIN = timedelta(minutes=6)
"""From when on before a video call there is nothing left to test."""
GROUP_KEY = "group"
TEST_KEY = "test"
REFUSAL_KEY = "refusal"


@dataclass(frozen=True, slots=True)
class Words:
    """Title and body of a notice."""

    title: str
    body: str


def notice_of(reminder: "Reminder", now: Now, *, private: bool) -> Notice:
    """The notice for one step."""
    said = Words("A step is due", "Open Afterword to see it.") if private else _say(reminder, now)
    urgent = reminder.rule in ON_THE_WAY and not reminder.missed
    return Notice(
        key=f"step-{reminder.step_id}",
        title=shorten(said.title, TITLE_LENGTH),
        body=shorten(said.body, BODY_LENGTH),
        urgency=Urgency.CRITICAL if urgent else Urgency.NORMAL,
        answers=(Answer.OPEN,) if reminder.missed else (Answer.DONE, Answer.SNOOZE, Answer.OPEN),
    )


def group_notice(reminders: Sequence["Reminder"], *, away: bool, private: bool) -> Notice:
    """One notice for several steps; `away`: they came due while nobody could be told."""
    count = len(reminders)
    title = f"While you were away: {count} steps" if away else f"{count} steps are due"
    body = "Open Afterword to see them." if private else _group_body(reminders)
    return Notice(
        key=GROUP_KEY,
        title=title,
        body=shorten(body, BODY_LENGTH),
        answers=(Answer.OPEN,),
    )


def try_out_notice() -> Notice:
    """The notice by which the user tries out whether notices show."""
    return Notice(
        key=TEST_KEY,
        title="This is how a reminder looks",
        body="Try its buttons: Done, Snooze and Open. Nothing is changed by them.",
    )


def refusal_notice(reason: Exception) -> Notice:
    """What to say when an answer could not be stored."""
    sentence = getattr(reason, "sentence", "")
    return Notice(
        key=REFUSAL_KEY,
        title="Not yet",
        body=shorten(str(sentence), BODY_LENGTH) or "It is still open. Afterword says why.",
        answers=(Answer.OPEN,),
    )


def snooze_length(rule: str) -> timedelta:
    """How long the notice's Snooze button waits: an hour, or five minutes on the way."""
    return timedelta(minutes=5) if rule in ON_THE_WAY else timedelta(hours=1)


def shorten(text: str, limit: int) -> str:
    """The text on one line, at most `limit` characters; a longer one ends in "…" at a word."""
    line = " ".join("".join(map(_printable, text)).split())
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    at_word = cut.rpartition(" ")[0]
    kept = at_word if len(at_word) > limit // 2 else _whole_characters(line, limit - 1)
    return kept.rstrip(" ,;:.–-") + "…"


def _say(reminder: "Reminder", now: Now) -> Words:
    if reminder.missed:
        company = f"{_company(reminder)}. " if reminder.company else ""
        return Words(reminder.title, f"{company}Its time has passed. Nothing more to do here.")
    say = _SAYINGS.get(reminder.rule)
    found = say(reminder, now) if say is not None else None
    return found or Words(reminder.title, _company_and_why(reminder))


def _thanks(reminder: "Reminder", now: Now) -> Words:
    if reminder.due < now.instant:
        body = f"{_company(reminder)}. Still welcome, also now; no excuses needed."
    else:
        body = f"{_company(reminder)}. Best sent {_by(reminder, now)}; a few warm lines do."
    return Words(reminder.title, body)


def _leave(reminder: "Reminder", now: Now) -> Words | None:
    start = reminder.interview_start
    if start is None:
        return None
    clocks = words.both_clocks(start, now.zone, reminder.zone)
    at = f"{_company(reminder)} at {clocks}."
    if reminder.mode is Mode.VIDEO and start - now.instant <= JOIN_WITHIN:
        return Words("Join now", f"{at} Step into the waiting room.")
    if not reminder.travel_minutes:
        return Words(reminder.title, f"{at} {reminder.why}")
    spare = int((start - reminder.due) / timedelta(minutes=1)) - reminder.travel_minutes
    way = f"{reminder.travel_minutes} minutes on the way, {spare} to spare."
    return Words(f"Leave by {_leave_clocks(reminder, now)}", f"{at} {way}")


def _leave_clocks(reminder: "Reminder", now: Now) -> str:
    """ "13:00"; "22:00, 13:00 in Oslo" where their clock shows another time."""
    own = words.clock_time(reminder.due, now.zone)
    if words.same_clock(reminder.due, now.zone, reminder.zone):
        return own
    theirs = words.clock_time(reminder.due, reminder.zone)
    return f"{own}, {theirs} {words.in_place(reminder.zone)}"


def _reflection(reminder: "Reminder", now: Now) -> Words:
    body = f"Note what went well at {_company(reminder)} while it is fresh."
    return Words("Three quiet minutes", body)


def _referee(reminder: "Reminder", now: Now) -> Words | None:
    if not reminder.person:
        return None
    body = f"They should hear about {_company(reminder)} before your list goes out."
    return Words(f"Tell {reminder.person}", body)


def _follow_up(reminder: "Reminder", now: Now) -> Words:
    body = f"A while since {_company(reminder)}. A short, calm question is welcome."
    return Words("A good day to follow up", body)


def _correction(reminder: "Reminder", now: Now) -> Words:
    whom = f" to {shorten(reminder.person, 30)}" if reminder.person else ""
    return Words("Correct the name now", f"A short note{whom} puts it right. It takes a minute.")


def _invitation(reminder: "Reminder", now: Now) -> Words:
    start = reminder.interview_start
    when = f" for {words.exact_short(start, now, reminder.zone)}" if start else ""
    return Words("Answer the invitation", f"{_company(reminder)} waits for your yes{when}.")


_SAYINGS: Mapping[str, Callable[["Reminder", Now], Words | None]] = {
    "T1": _thanks,
    LEAVE_BY: _leave,
    "C2": _reflection,
    "G2": _referee,
    "F1": _follow_up,
    "T2": _correction,
    "B1": _invitation,
}


def _group_body(reminders: Sequence["Reminder"]) -> str:
    ahead = sorted((one for one in reminders if not one.missed), key=_due)
    if not ahead:
        return "Their time has passed. They are kept with their applications."
    return f"Nothing is lost. Start with this one: {ahead[0].title}"


def _due(reminder: "Reminder") -> float:
    return reminder.due.timestamp()


def _by(reminder: "Reminder", now: Now) -> str:
    there = words.local(reminder.due, now.zone).date()
    if there == words.local(now.instant, now.zone).date():
        return f"by {words.clock_time(reminder.due, now.zone)}"
    return f"by {words.exact_short(reminder.due, now)}"


def _company(reminder: "Reminder") -> str:
    return shorten(reminder.company, COMPANY_LENGTH)


def _company_and_why(reminder: "Reminder") -> str:
    return f"{_company(reminder)}. {reminder.why}" if reminder.company else reminder.why


def _printable(char: str) -> str:
    return " " if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") else char


def _whole_characters(line: str, length: int) -> str:
    """The start of the line, not cut inside a character of several code points."""
    while length > 1 and (unicodedata.combining(line[length]) or line[length] in "\u200d\ufe0f"):
        length -= 1
    return line[:length]
