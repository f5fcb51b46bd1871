"""Where the user is in the form, and which questions stand on the page together. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.clock import Now
from core.playbook.kinds import ReflectionPath
from core.reflection import flow
from core.reflection.answered import is_answered
from core.reflection.answers import Answers
from core.reflection.flow import Progress
from core.reflection.form import Form, Question, Section
from gui.models.reflect_words import section_words, short_of
from gui.widgets.answers_list import AnswerRow, Mark


class Course:
    """The questions of one form on one path, with the answers as they are now."""

    def __init__(self, form: Form, path: ReflectionPath, answers: Answers, *, gentle: bool) -> None:
        self.form = form
        self.path = path
        self.answers = answers
        self.gentle = gentle

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that are asked."""
        return flow.asked(self.form, self.path, self.answers, gentle=self.gentle)

    def resume(self, left: str) -> Question:
        """Where to go on from the question that was left."""
        return flow.resume_at(self.form, self.path, self.answers, left or None, gentle=self.gentle)

    def first_open(self, left: str) -> Question:
        """The first question without an answer; where there is none, where to go on."""
        unanswered = (one for one in self.questions if not is_answered(self.answers.get(one.id)))
        return next(unanswered, None) or self.resume(left)

    def together(self, at: Question, *, whole: bool) -> tuple[Question, ...]:
        """The questions that stand on the page: that one, or its whole section."""
        section = self.section_of(at)
        return section.questions if whole and section is not None else (at,)

    def section_of(self, question: Question) -> Section | None:
        """The section with the questions that are asked of it."""
        sections = flow.sections_asked(self.form, self.path, self.answers, gentle=self.gentle)
        return next((one for one in sections if one.id == question.section), None)

    def after(self, shown: Sequence[Question]) -> Question | None:
        """The question after those on the page."""
        last = shown[-1].id
        return flow.next_question(self.form, self.path, self.answers, last, gentle=self.gentle)

    def before(self, shown: Sequence[Question], *, whole: bool) -> Question | None:
        """The question before those on the page; the first of its section, where it is whole."""
        found = flow.question_before(
            self.form, self.path, self.answers, shown[0].id, gentle=self.gentle
        )
        if found is None or not whole:
            return found
        return self.together(found, whole=True)[0]

    def progress(self, question: Question) -> Progress:
        """How far that question is."""
        return flow.progress(self.form, self.path, self.answers, question.id, gentle=self.gentle)

    def progress_words(self, shown: Sequence[Question]) -> str:
        """ "Question 4 of 7", "Questions 5 to 7 of 30"."""
        return section_words(self.progress(shown[0]), self.progress(shown[-1]))

    def missing(self) -> tuple[flow.Missing, ...]:
        """What is needed before it may end."""
        return flow.missing(self.form, self.path, self.answers, gentle=self.gentle)

    def rows(self, shown: Sequence[Question], now: Now) -> list[AnswerRow]:
        """The list beside the form; with the sections' names where they are many."""
        here = {question.id for question in shown}
        sections = flow.sections_asked(self.form, self.path, self.answers, gentle=self.gentle)
        rows = []
        for section in sections:
            if self.path is ReflectionPath.FULL and not self.gentle:
                rows.append(AnswerRow(key="", title=section.title, mark=Mark.HEADING))
            rows += [
                self._row(question, question.id in here, now) for question in section.questions
            ]
        return rows

    def _row(self, question: Question, here: bool, now: Now) -> AnswerRow:
        answer = self.answers.get(question.id)
        done = is_answered(answer)
        mark = Mark.CURRENT if here else Mark.DONE if done else Mark.OPEN
        summary = "" if here else short_of(question, answer, now)
        return AnswerRow(key=question.id, title=question.title, summary=summary, mark=mark)
