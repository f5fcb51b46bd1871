"""Words that the user wants left alone, and employers that may be named anywhere."""

from core.clock import Now
from core.database import Database
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
        assert own_words.dictionary(session, now) == ()


def test_lists_hold_what_was_given_and_nothing_else(database: Database, now: Now) -> None:
    for names in (("Initech", "Globex", " "), ("Globex", "Hooli")):
        with database.session() as session:
            own_words.change_earlier_employers(session, names, now)
            own_words.change_dictionary(session, names, now)

    with database.reading() as session:
        assert own_words.earlier_employers(session, now) == ("Globex", "Hooli")
        assert own_words.dictionary(session, now) == ("Globex", "Hooli")
