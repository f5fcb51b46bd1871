"""What the user told the checks: words to leave alone, checks to leave out, earlier employers."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import delete, func, select

from core.clock import Now
from core.database import WorkSession
from core.models import AllowedWords, CvEmployer, DictionaryWord, Override
from core.refusal import DetailsError
from core.use_cases import checked, settings
from core.use_cases.history import recorded
from core.use_cases.loading import preferences_in

SPELLING = 15
MOST_WORDS = 5_000
"""In each of the lists: what is checked against them stays quick."""
LONGEST_WORD = 100
"""Characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What the user told the checks, each list in its order."""

    dictionary: tuple[str, ...]
    """Words that are spelled so on purpose."""
    allowed: tuple[tuple[int, str], ...]
    """Checks by their number, and the words that each leaves alone."""
    cv_employers: tuple[str, ...]
    """Earlier employers, which may be named in any message."""
    overridden: Mapping[int, int]
    """How often the *must* of each check was overridden."""


def own_words(session: WorkSession, now: Now) -> OwnWords:
    """Everything that the user told the checks."""
    query = select(AllowedWords).order_by(AllowedWords.check_number, AllowedWords.words)
    counts = select(Override.check_number, func.count(Override.id)).group_by(Override.check_number)
    return OwnWords(
        dictionary=tuple(session.scalars(select(DictionaryWord.word).order_by("word"))),
        allowed=tuple((row.check_number, row.words) for row in session.scalars(query)),
        cv_employers=tuple(session.scalars(select(CvEmployer.name).order_by("name"))),
        overridden=dict(session.execute(counts).all()),
    )


def leave_alone(session: WorkSession, check: int, words: str, now: Now) -> None:
    """Never again speak of these words: a misspelling is learned, else the check lets them be."""
    if check == SPELLING:
        add_word(session, words, now)
    else:
        allow(session, check, words, now)


def add_word(session: WorkSession, word: str, now: Now) -> None:
    """Let a word count as spelled right."""
    tidy = _tidy(word, "word", "The word")
    _refuse_too_many(session, DictionaryWord, "word")
    with recorded(session, f"Added to your words: {tidy}", now):
        session.merge(DictionaryWord(word=tidy))


def remove_word(session: WorkSession, word: str, now: Now) -> None:
    """Let a word be checked again."""
    with recorded(session, f"Removed from your words: {word}", now):
        session.execute(delete(DictionaryWord).where(DictionaryWord.word == word))


def allow(session: WorkSession, check: int, words: str, now: Now) -> None:
    """Never let a check find these words again."""
    tidy = checked.required(words, "words", "The words").casefold()
    _refuse_too_many(session, AllowedWords, "words")
    with recorded(session, f"Left alone from now on: {tidy}", now):
        session.merge(AllowedWords(check_number=check, words=tidy))


def disallow(session: WorkSession, check: int, words: str, now: Now) -> None:
    """Let a check find these words again."""
    with recorded(session, f"Looked at again: {words}", now):
        session.execute(
            delete(AllowedWords).where(
                AllowedWords.check_number == check, AllowedWords.words == words.casefold()
            )
        )


def switch_check(session: WorkSession, check: int, on: bool, now: Now) -> None:
    """Switch a check on or off, for every message."""
    off = set(preferences_in(session).checks_off)
    off = off - {check} if on else off | {check}
    settings.change(session, "checks_off", " ".join(str(number) for number in sorted(off)), now)


def add_cv_employer(session: WorkSession, name: str, now: Now) -> None:
    """Let an earlier employer be named in any message."""
    tidy = _tidy(name, "employer", "The employer")
    _refuse_too_many(session, CvEmployer, "employer")
    with recorded(session, f"Added to your CV: {tidy}", now):
        session.merge(CvEmployer(name=tidy))


def remove_cv_employer(session: WorkSession, name: str, now: Now) -> None:
    """Forget an earlier employer."""
    with recorded(session, f"Removed from your CV: {name}", now):
        session.execute(delete(CvEmployer).where(CvEmployer.name == name))


def _tidy(text: str, field: str, words: str) -> str:
    return checked.line(checked.required(text, field, words), field, words, LONGEST_WORD)


def _refuse_too_many(
    session: WorkSession, kind: type[DictionaryWord | AllowedWords | CvEmployer], field: str
) -> None:
    count = session.scalar(select(func.count()).select_from(kind)) or 0
    if count >= MOST_WORDS:
        raise DetailsError(
            f"{MOST_WORDS:,} are kept already, and no more fit. Nothing was stored. "
            "Remove some that you no longer need.",
            field,
        )
