"""What the user wants left alone in every message, and the employers that may be named in any."""

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import AllowedWords, CvEmployer, DictionaryWord
from core.refusal import DetailsError
from core.use_cases import checked
from core.use_cases.history import recorded

SPELLING = 15
MOST_WORDS = 5_000
LONGEST_WORD = 100


def leave_alone(session: WorkSession, check: int, words: str, now: Now) -> None:
    """Never again speak of these words: a misspelling is learned, else the check lets them be."""
    tidy = checked.required(words, "words", "The words")[:LONGEST_WORD]
    with recorded(session, f"Never again: “{tidy}”", now):
        if check == SPELLING:
            _learn(session, tidy)
        elif session.get(AllowedWords, (check, tidy.casefold())) is None:
            session.add(AllowedWords(check_number=check, words=tidy.casefold()))


def dictionary(session: WorkSession, now: Now) -> tuple[str, ...]:
    """The words that the user spells so on purpose, in their order."""
    return tuple(session.scalars(select(DictionaryWord.word).order_by(DictionaryWord.word)))


def change_dictionary(session: WorkSession, words: tuple[str, ...], now: Now) -> None:
    """Let the dictionary hold these words and no others."""
    wanted = _tidy(words)
    with recorded(session, "Your own words changed", now):
        for row in session.scalars(select(DictionaryWord)).all():
            if row.word not in wanted:
                session.delete(row)
        for word in wanted:
            _learn(session, word)


def earlier_employers(session: WorkSession, now: Now) -> tuple[str, ...]:
    """The employers of the user's CV."""
    return tuple(session.scalars(select(CvEmployer.name).order_by(CvEmployer.name)))


def change_earlier_employers(session: WorkSession, names: tuple[str, ...], now: Now) -> None:
    """Let these and no others be the employers that may be named in any message."""
    wanted = _tidy(names)
    with recorded(session, "Earlier employers changed", now):
        for row in session.scalars(select(CvEmployer)).all():
            if row.name not in wanted:
                session.delete(row)
        for name in wanted:
            if session.get(CvEmployer, name) is None:
                session.add(CvEmployer(name=name))


def _learn(session: WorkSession, word: str) -> None:
    if session.get(DictionaryWord, word) is None:
        session.add(DictionaryWord(word=word))


def _tidy(words: tuple[str, ...]) -> tuple[str, ...]:
    tidy = dict.fromkeys(checked.line(word, "words", "A word") for word in words)
    kept = tuple(word[:LONGEST_WORD] for word in tidy if word)
    if len(kept) > MOST_WORDS:
        raise DetailsError(f"At most {MOST_WORDS:,} words fit. Nothing was stored.", "words")
    return kept
