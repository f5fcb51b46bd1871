"""The words of the reflection's page: its sentence, and each answer in a few words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from core.clock import Now
from core.playbook.kinds import Promiser
from core.reflection import answers as a
from core.reflection.answered import filled_rows, row_text
from core.reflection.conclusions import ConclusionKind, if_then
from core.reflection.flow import Progress
from core.reflection.form import Question
from gui import words

if TYPE_CHECKING:
    from core.use_cases.reflections import ReflectionShown

KINDS = {
    ConclusionKind.KNOWLEDGE: "Look something up",
    ConclusionKind.STORY: "Work on a story",
    ConclusionKind.QUESTION_DRILL: "Rehearse an answer",
    ConclusionKind.DELIVERY: "Practise how to say it",
    ConclusionKind.LOGISTICS: "See to things around it",
}
VIEW_PARTS = (
    ("strength", "A strength they heard"),
    ("situation", "The moment"),
    ("behaviour", "What you did or said"),
    ("impact", "What it did to them"),
    ("suggestion", "A suggestion"),
    ("question", "A question to you"),
    ("rest", "Besides"),
)
"""The parts of a friend's view, by the names of its fields."""
LONGEST = 120


def page_sentence(shown: ReflectionShown, now: Now) -> str:
    """ "Halvorsen Maritime, second round, by video, yesterday 14:00"."""
    when = f"{words.past_day(shown.start, now)} {words.clock_time(shown.start, now.zone)}"
    again = "a second look" if shown.sitting > 1 else ""
    parts = (shown.company, _lower(shown.round), when, again)
    return ", ".join(part for part in parts if part)


def section_words(first: Progress, last: Progress) -> str:
    """ "Questions 5 to 7 of 30": a whole section at a time."""
    if first.number == last.number:
        return first.words
    return f"Questions {first.number} to {last.number} of {first.of}"


def answers_title(count: int) -> str:
    """ "Your seven answers"."""
    number = words.count(count).lower() if count > 1 else "one"
    return "Your answer" if count == 1 else f"Your {number} answers"


def short_of(question: Question, answer: a.Answer | None, now: Now) -> str:
    """An answer in a few words, for the list beside the form; empty: nothing yet."""
    if answer is None:
        return ""
    readings = (_of_rows(answer, now), _of_words(answer), _of_numbers(question, answer))
    return _one_line(next(filter(None, (*readings, _of_choices(question, answer))), ""))


def _of_rows(answer: a.Answer, now: Now) -> str:
    match answer:
        case a.ContactsAnswer():
            return _counted(len(filled_rows(answer)), "person", "people")
        case a.PromisesAnswer(rows=rows):
            return _and_more([_promise(row, now) for row in rows if row.text.strip()])
        case a.TaggedListAnswer() | a.ListAnswer():
            return _and_more([row_text(row) for row in filled_rows(answer)])
        case a.FriendsAnswer(rows=rows):
            return _and_more([_told(row) for row in rows if row.text.strip()])
        case a.EachAnswer(choices=choices):
            return _counted(len(choices), "answered", "answered")
        case _:
            return ""


def _of_words(answer: a.Answer) -> str:
    match answer:
        case a.TextAnswer(text=text):
            return text
        case a.IfThenAnswer(cue=cue, action=action):
            return if_then(answer) if action.strip() else cue
        case a.PickAnswer(text=text, row=row):
            return text or ("picked" if row else "")
        case a.DateAnswer(day=date() as day):
            return words.day_and_month(day)
        case _:
            return ""


def _of_numbers(question: Question, answer: a.Answer) -> str:
    match answer:
        case a.NumberAnswer(value=int(value)):
            return f"{value} of 10, my estimate"
        case a.SlidersAnswer(before=before, during=during, after=after):
            named = (("before", before), ("during", during), ("after", after))
            return ", ".join(f"{name} {value}" for name, value in named if value is not None)
        case a.RatingsAnswer(ratings=ratings) if ratings:
            return f"{len(ratings)} of {len(question.options)} rated"
        case a.ScoreAnswer(value=value, text=text):
            return ": ".join(filter(None, (f"{value} of 5" if value else "", text)))
        case _:
            return ""


def _of_choices(question: Question, answer: a.Answer) -> str:
    match answer:
        case a.ChoiceAnswer(choice=choice):
            return next((one.label for one in question.options if one.value == choice), "")
        case a.PartsAnswer(rows=rows):
            return _counted(len(rows), "answer looked at", "answers looked at")
        case a.WrongNameAnswer(used=True, correct=correct):
            return f"Yes: {correct}" if correct else "Yes"
        case a.WrongNameAnswer(used=False):
            return "No"
        case _:
            return ""


def _told(row: a.FriendRow) -> str:
    return f"{row.friend}: {row.text}" if row.friend else row.text


def _promise(row: a.PromiseRow, now: Now) -> str:
    by = "" if row.by is Promiser.ME else "they: "
    due = f", by {words.moment_day(row.due, now)}" if row.due else ""
    return f"{by}{row.text}{due}"


def _and_more(told: list[str]) -> str:
    if not told:
        return ""
    return told[0] if len(told) == 1 else f"{_one_line(told[0])} and {len(told) - 1} more"


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}" if number else ""


def _one_line(text: str) -> str:
    return " ".join(text[:LONGEST].split())


def _lower(title: str) -> str:
    return title[:1].lower() + title[1:]
