"""Words that the user wants left alone, and employers that may be named anywhere."""

import pytest

from core.clock import Now
from core.database import Database
from core.refusal import DetailsError
from core.use_cases import history, own_words
from core.use_cases.situations import situation
from tests.core.stories import add_interview


def test_words_are_left_alone_by_that_check_in_every_message(database: Database, now: Now) -> None:
    stored = add_interview(database, now)
    with database.session() as session:
        own_words.leave_alone(session, 22, "Team player", now)

    with database.reading() as session:
        known = situation(session, stored.application_id, now)
    assert (22, "team player") in known.allowed


def test_a_spelling_is_learned_for_good_and_can_be_unlearned(database: Database, now: Now) -> None:
    stored = add_interview(database, now)
    with database.session() as session:
        own_words.leave_alone(session, 15, "Brinemoor", now)
    with database.reading() as session:
        assert "Brinemoor" in situation(session, stored.application_id, now).dictionary

    with database.session() as undoing:
        change = history.last_change(undoing)
        assert change is not None
        history.undo(undoing, change, now)

    with database.reading() as session:
        assert own_words.own_words(session, now).dictionary == ()


def test_a_name_is_kept_once_and_can_be_removed(database: Database, now: Now) -> None:
    with database.session() as session:
        for name in ("Initech", " Globex ", "Globex"):
            own_words.add_cv_employer(session, name, now)
        own_words.remove_cv_employer(session, "Initech", now)

    with database.reading() as session:
        assert own_words.own_words(session, now).cv_employers == ("Globex",)


def test_a_list_that_is_full_takes_no_more_and_says_so(
    database: Database, now: Now, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_words, "MOST_WORDS", 1)
    with database.session() as session:
        own_words.add_word(session, "Kubernetes", now)

    with pytest.raises(DetailsError, match="no more fit"), database.session() as session:
        own_words.add_word(session, "Airflow", now)

    with database.reading() as session:
        assert own_words.own_words(session, now).dictionary == ("Kubernetes",)


def test_a_word_without_end_is_refused(database: Database, now: Now) -> None:
    with pytest.raises(DetailsError, match="100 fit"), database.session() as session:
        own_words.add_word(session, "a" * 101, now)
