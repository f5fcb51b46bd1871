"""Which question comes next, how far one is, and what is missing before it may end.

Answers are never touched here: a path only chooses which questions are asked, so changing it at
any question loses nothing.
"""

from dataclasses import dataclass

from core.playbook.kinds import ReflectionPath
from core.reflection.answered import entries
from core.reflection.answers import Answers, ListAnswer, TaggedListAnswer, TextAnswer
from core.reflection.form import Form, Question, Section
from core.reflection.kinds import OF_ROWS

_NUMBERS = dict(
    enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=2)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far one is. `time_left` is empty after a rejection: nobody is timed then."""

    number: int
    """Of the question, from 1."""
    of: int
    seconds_left: int
    words: str
    time_left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A question that needs more, and a kind sentence saying why."""

    question: Question
    sentence: str


def asked(
    form: Form, path: ReflectionPath, answers: Answers, *, gentle: bool = False
) -> tuple[Question, ...]:
    """The questions of a path, in their order; `gentle` after a rejection.

    A question about each row of an earlier answer is asked once there are rows.
    """
    return tuple(one for one in form.questions if _is_asked(one, path, answers, gentle))


def sections_asked(
    form: Form, path: ReflectionPath, answers: Answers, *, gentle: bool = False
) -> tuple[Section, ...]:
    """The sections of a path with the questions that it asks, for a whole section at a time."""
    sections = []
    for section in form.sections:
        questions = tuple(q for q in section.questions if _is_asked(q, path, answers, gentle))
        if questions:
            sections.append(Section(id=section.id, title=section.title, questions=questions))
    return tuple(sections)


def next_question(
    form: Form,
    path: ReflectionPath,
    answers: Answers,
    after: str | None,
    *,
    gentle: bool = False,
) -> Question | None:
    """The question after that one, which need not be of this path; the first one after None.

    None where there is no other.
    """
    order = _order(form)
    place = -1 if after is None else order.get(after, -1)
    questions = asked(form, path, answers, gentle=gentle)
    return next((one for one in questions if order[one.id] > place), None)


def question_before(
    form: Form, path: ReflectionPath, answers: Answers, before: str, *, gentle: bool = False
) -> Question | None:
    """The question before that one; None where it is the first."""
    order = _order(form)
    place = order.get(before, 0)
    questions = asked(form, path, answers, gentle=gentle)
    return next((one for one in reversed(questions) if order[one.id] < place), None)


def resume_at(
    form: Form,
    path: ReflectionPath,
    answers: Answers,
    left: str | None,
    *,
    gentle: bool = False,
) -> Question:
    """Where to go on: the question where one left, else the next one of this path, else its last.

    The same holds for a change of path in the middle.
    """
    questions = asked(form, path, answers, gentle=gentle)
    same = next((one for one in questions if one.id == left), None)
    following = next_question(form, path, answers, left, gentle=gentle)
    return same or following or questions[-1]


def progress(
    form: Form, path: ReflectionPath, answers: Answers, at: str, *, gentle: bool = False
) -> Progress:
    """How far the question `at` is along its path; one that is not on it counts as the next."""
    questions = asked(form, path, answers, gentle=gentle)
    current = resume_at(form, path, answers, at, gentle=gentle)
    number = questions.index(current) + 1
    seconds = sum(question.seconds for question in questions[number - 1 :])
    return Progress(
        number=number,
        of=len(questions),
        seconds_left=seconds,
        words=f"Question {number} of {len(questions)}",
        time_left="" if gentle else time_left(seconds),
    )


def time_left(seconds: int) -> str:
    """ "about a minute and a half left": nobody is timed by the second."""
    halves = round(seconds / 30)
    if halves <= 1:
        return "about half a minute left"
    minutes, half = divmod(halves, 2)
    if minutes == 1:
        return "about a minute and a half left" if half else "about a minute left"
    if minutes < 5 and half:
        return f"about {_NUMBERS[minutes]} and a half minutes left"
    whole = round(seconds / 60)
    return f"about {_NUMBERS.get(whole, str(whole))} minutes left"


def missing(
    form: Form, path: ReflectionPath, answers: Answers, *, gentle: bool = False
) -> tuple[Missing, ...]:
    """What is needed before the reflection may end; nothing: it may."""
    found = []
    for question in asked(form, path, answers, gentle=gentle):
        least = question.least.on(path, gentle=gentle)
        sentence = _what_is_missing(question, answers, least)
        if sentence:
            found.append(Missing(question=question, sentence=sentence))
    return tuple(found)


def _what_is_missing(question: Question, answers: Answers, least: int) -> str:
    answer = answers.get(question.id)
    given = entries(answer)
    if given < least:
        return f"{_more(least - given)} {question.kindly}" if given else question.kindly
    if least and isinstance(answer, TextAnswer):
        short = question.least_characters - len(answer.text.strip())
        return f"A few words more are enough. {question.kindly}" if short > 0 else ""
    return ""


def _more(more: int) -> str:
    return "One more is enough." if more == 1 else f"{_NUMBERS[more].capitalize()} more are enough."


def _is_asked(question: Question, path: ReflectionPath, answers: Answers, gentle: bool) -> bool:
    if path is ReflectionPath.SHORT and not question.short:
        return False
    if gentle and not question.gentle:
        return False
    return question.kind not in OF_ROWS or bool(rows_of(question, answers))


def rows_of(question: Question, answers: Answers) -> tuple[tuple[str, str], ...]:
    """The rows of the earlier answer that a question speaks of: their keys and words."""
    match answers.get(question.source_question or ""):
        case (TaggedListAnswer() | ListAnswer()) as source:
            return tuple((row.key, row.text) for row in source.rows if row.text.strip())
        case _:
            return ()


def _order(form: Form) -> dict[str, int]:
    return {question.id: place for place, question in enumerate(form.questions)}
