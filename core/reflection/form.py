"""The form of a reflection as values: sections, questions, and what each of them needs."""

from dataclasses import dataclass

from core.playbook.kinds import ReflectionPath
from core.reflection.kinds import AnswerKind, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to choose or to rate: what is kept, and what is read."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Least:
    """How many entries a question needs before the reflection may finish; 0: none."""

    short: int = 0
    full: int = 0
    gentle: int = 0
    """After a rejection, on both paths."""

    def on(self, path: ReflectionPath, *, gentle: bool) -> int:
        """How many this path needs."""
        if gentle:
            return self.gentle
        return self.short if path is ReflectionPath.SHORT else self.full


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `id` is its own for ever, "Q1" to "Q30" or the user's own word."""

    id: str
    section: str
    """The id of its section."""
    kind: AnswerKind
    title: str
    """A few words for the list of answers: "Whom I met"."""
    words: str
    ease: str
    """One line that takes the weight off."""
    why: str
    """Why we ask, in a sentence that also says how sure that is."""
    evidence: Evidence
    ease_full: str = ""
    """The same for the fifteen-minute path, where it asks more."""
    source: str = ""
    """Where the evidence stands; empty where there is none."""
    short: bool = False
    """Whether the three-minute path asks it."""
    gentle: bool = False
    """Whether it is asked after a rejection."""
    least: Least = Least()
    least_characters: int = 0
    """How many characters a required text has at least."""
    kindly: str = ""
    """Why it does not end without this, in a kind sentence."""
    seconds: int = 30
    """How long an answer takes, more or less."""
    options: tuple[Option, ...] = ()
    source_question: str | None = None
    """The earlier question whose rows this one speaks of."""
    low: str = ""
    """What the lower end of a scale means."""
    high: str = ""

    def ease_on(self, path: ReflectionPath, *, gentle: bool = False) -> str:
        """The line that takes the weight off, on this path."""
        more = path is ReflectionPath.FULL and not gentle
        return self.ease_full if more and self.ease_full else self.ease


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of questions, in their order."""

    id: str
    title: str
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """All questions. `version` differs whenever any word of the form does."""

    version: str
    sections: tuple[Section, ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in their order."""
        return tuple(question for section in self.sections for question in section.questions)

    def find(self, question_id: str) -> Question | None:
        """The question with this id; None where this form does not ask it."""
        return next((one for one in self.questions if one.id == question_id), None)
