"""Reading a form from data, as TOML gives it: checked, typed, mistakes named by their place."""

import difflib
import json
import zlib
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields

from core.playbook.rulebook import merge
from core.reflection.form import Form, Least, Option, Question, Section
from core.reflection.kinds import (
    FIXED_KINDS,
    FIXED_OPTIONS,
    NEVER_LEFT_OUT,
    WITH_OPTIONS,
    WITH_ROWS,
    WITH_SOURCE,
    AnswerKind,
    Evidence,
)
from core.refusal import Refusal

LONGEST_TEXT = 500
MOST_QUESTIONS = 100
LONGEST_ID = 20

_REQUIRED = ("section", "kind", "title", "words", "ease", "why", "evidence")
_KEYS = frozenset(
    [
        *_REQUIRED,
        *("source", "short", "gentle", "least", "least_characters", "kindly"),
        *("ease_full", "seconds", "options", "of", "low", "high", "enabled"),
    ]
)
_PATHS = frozenset(field.name for field in fields(Least))
_RATED = WITH_OPTIONS | {AnswerKind.RATINGS}


class FormError(Refusal):
    """A form that cannot be used. `place` is the way to the mistake, such as "questions.Q7.kind"."""

    def __init__(self, place: str, problem: str, source: str, line: int | None = None) -> None:
        self.place = place
        self.problem = problem
        where = f"{source}, line {line}" if line else source
        named = f"{where}, {place}" if place else where
        super().__init__(f"{named}: {problem} The form in use stays as it was.")


def laid_over(shipped: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """The form with a user's own lines laid over it, table by table.

    Options are one thing: who gives them gives all of them.
    """
    merged = merge(shipped, own)
    questions, changes = merged.get("questions"), own.get("questions")
    if isinstance(questions, dict) and isinstance(changes, Mapping):
        for name, change in changes.items():
            if isinstance(change, Mapping) and "options" in change:
                questions[name]["options"] = change["options"]
    return merged


def read_form(data: Mapping[str, object], source: str) -> Form:
    """Check a form. `source` names the file in errors. Raises `FormError`."""
    reader = _Reader(source)
    reader.only(data, {"version", "sections", "questions"}, "")
    version = reader.number(data.get("version"), "version", 1, 9_999)
    sections = reader.table(data.get("sections"), "sections")
    rows = reader.table(data.get("questions"), "questions")
    if len(rows) > MOST_QUESTIONS:
        raise reader.error("questions", f"more than {MOST_QUESTIONS} are more than one can answer.")
    questions = [reader.question(name, row, sections) for name, row in rows.items() if _on(row)]
    form = Form(
        version=f"{version}-{_fingerprint(data)}",
        sections=tuple(
            Section(
                id=name,
                title=reader.title_of(row, f"sections.{name}"),
                questions=tuple(one for one in questions if one.section == name),
            )
            for name, row in sections.items()
        ),
    )
    reader.check_whole(form, left_out=rows.keys() - {one.id for one in questions})
    return form


def _on(row: object) -> bool:
    return not (isinstance(row, Mapping) and row.get("enabled") is False)


def _fingerprint(data: Mapping[str, object]) -> str:
    """Tells two forms apart; no secret, only a difference."""
    return f"{zlib.crc32(json.dumps(data, default=str).encode()):08x}"


class _Reader:
    """Reads tables and names the place of what is wrong."""

    def __init__(self, source: str) -> None:
        self._source = source

    def error(self, place: str, problem: str) -> FormError:
        return FormError(place, problem, self._source)

    def only(self, table: Mapping[str, object], known: Iterable[str], place: str) -> None:
        for key in table:
            if key not in known:
                path = f"{place}.{key}" if place else key
                raise self.error(path, f"“{key[:60]}” is no key that is known.{_near(key, known)}")

    def table(self, value: object, place: str) -> Mapping[str, object]:
        if not isinstance(value, Mapping) or not value:
            raise self.error(place, "a table with something in it is needed here.")
        return value

    def title_of(self, row: object, place: str) -> str:
        table = self.table(row, place)
        self.only(table, {"title"}, place)
        return self.text(table.get("title"), f"{place}.title")

    def question(self, name: str, row: object, sections: Mapping[str, object]) -> Question:
        place = f"questions.{name}"
        table = self.table(row, place)
        self._check_name(name, place)
        self.only(table, _KEYS, place)
        for key in _REQUIRED:
            if key not in table:
                raise self.error(place, f"“{key}” is missing. Every question has one.")
        kind = AnswerKind(self.one_of(table["kind"], list(AnswerKind), f"{place}.kind"))
        return Question(
            id=name,
            section=self.one_of(table["section"], sections, f"{place}.section"),
            kind=kind,
            evidence=Evidence(
                self.one_of(table["evidence"], list(Evidence), f"{place}.evidence"),
            ),
            title=self.text(table["title"], f"{place}.title"),
            words=self.text(table["words"], f"{place}.words"),
            ease=self.text(table["ease"], f"{place}.ease"),
            why=self.text(table["why"], f"{place}.why"),
            ease_full=self._free(table, "ease_full", place),
            source=self._free(table, "source", place),
            kindly=self._free(table, "kindly", place),
            low=self._free(table, "low", place),
            high=self._free(table, "high", place),
            short=self._flag(table, "short", place),
            gentle=self._flag(table, "gentle", place),
            least=self._least(table, place),
            least_characters=self._count(table, "least_characters", place, 0, 1_000),
            seconds=self._count(table, "seconds", place, 30, 3_600),
            options=self._options(table, kind, place),
            source_question=self._source_question(table, kind, place),
        )

    def check_whole(self, form: Form, left_out: AbstractSet[str]) -> None:
        """What only all questions together tell."""
        questions = form.questions
        for name in sorted(NEVER_LEFT_OUT - {one.id for one in questions}):
            why = "it stays: a reflection ends with a strength and a kind sentence."
            raise self.error(f"questions.{name}", why)
        before: dict[str, AnswerKind] = {}
        for one in questions:
            if one.source_question in left_out:
                why = f"“{one.id}” asks about what is answered here. Leave that one out, too."
                raise self.error(f"questions.{one.source_question}.enabled", why)
            self._check_question(one, before)
            before[one.id] = one.kind

    def _check_question(self, one: Question, before: Mapping[str, AnswerKind]) -> None:
        place = f"questions.{one.id}"
        expected = FIXED_KINDS.get(one.id, one.kind)
        if one.kind is not expected:
            why = f"what follows from it needs “{expected}”. Ask another thing under a name of your own."
            raise self.error(f"{place}.kind", why)
        if one.id in NEVER_LEFT_OUT and not (one.short and one.gentle and min(_all(one.least)) > 0):
            raise self.error(place, "it is asked on every path, and needs at least one entry.")
        if any(_all(one.least)) and not one.kindly:
            raise self.error(place, "“kindly” is missing: say why it does not end without this.")
        of = one.source_question
        if of is not None and before.get(of) not in WITH_ROWS:
            raise self.error(
                f"{place}.of", f"“{of}” is no list that is asked before this question."
            )
        missing = sorted(FIXED_OPTIONS.get(one.id, frozenset()) - {o.value for o in one.options})
        if missing:
            raise self.error(f"{place}.options", f"“{missing[0]}” is missing: it is acted on.")

    def _check_name(self, name: str, place: str) -> None:
        if not (name.isascii() and name.replace("-", "").isalnum() and len(name) <= LONGEST_ID):
            raise self.error(place, f"a name is 1 to {LONGEST_ID} letters, digits and hyphens.")

    def _options(
        self, table: Mapping[str, object], kind: AnswerKind, place: str
    ) -> tuple[Option, ...]:
        where = f"{place}.options"
        if kind not in _RATED:
            if "options" in table:
                raise self.error(where, f"a question of the kind “{kind}” has no options.")
            return ()
        given = self.table(table.get("options"), where)
        if len(given) > 20:
            raise self.error(where, "twenty options are the most.")
        return tuple(
            Option(value=self.text(value, where), label=self.text(label, f"{where}.{value}"))
            for value, label in given.items()
        )

    def _source_question(
        self, table: Mapping[str, object], kind: AnswerKind, place: str
    ) -> str | None:
        if (kind in WITH_SOURCE) != ("of" in table):
            needed = "needs “of”" if kind in WITH_SOURCE else "has no “of”"
            raise self.error(f"{place}.of", f"a question of the kind “{kind}” {needed}.")
        return self.text(table["of"], f"{place}.of") if "of" in table else None

    def _least(self, table: Mapping[str, object], place: str) -> Least:
        if "least" not in table:
            return Least()
        least = self.table(table["least"], f"{place}.least")
        self.only(least, _PATHS, f"{place}.least")
        counts = {
            path: self.number(least.get(path, 0), f"{place}.least.{path}", 0, 10) for path in _PATHS
        }
        return Least(short=counts["short"], full=counts["full"], gentle=counts["gentle"])

    def _free(self, table: Mapping[str, object], key: str, place: str) -> str:
        return self.text(table[key], f"{place}.{key}") if key in table else ""

    def _flag(self, table: Mapping[str, object], key: str, place: str) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            raise self.error(f"{place}.{key}", "true or false is needed.")
        return value

    def _count(
        self, table: Mapping[str, object], key: str, place: str, usual: int, most: int
    ) -> int:
        return self.number(table.get(key, usual), f"{place}.{key}", 0, most)

    def number(self, value: object, place: str, least: int, most: int) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise self.error(place, f"a whole number from {least} to {most} is needed.")
        return value

    def text(self, value: object, place: str) -> str:
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TEXT:
            raise self.error(place, f"a text of 1 to {LONGEST_TEXT} characters is needed.")
        return value

    def one_of(self, value: object, known: Iterable[str], place: str) -> str:
        if not isinstance(value, str) or value not in known:
            said = str(value)[:60]
            raise self.error(place, f"“{said}” is not known here.{_near(said, known)}")
        return value


def _all(least: Least) -> tuple[int, int, int]:
    return (least.short, least.full, least.gentle)


def _near(word: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(word[:60], list(known), n=1)
    return f" Did you mean “{close[0]}”?" if close else ""
