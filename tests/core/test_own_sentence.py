"""The sentence to oneself: of the reflection finished last, as it was typed last."""

from contextlib import closing
from datetime import timedelta

from core.agenda import connect
from core.clock import Now
from core.database import Database
from core.models import ReflectionAnswer
from core.own_sentence import OwnSentence, read_own_sentence
from core.use_cases import settings
from tests.core.own_words import reflect

KIND = "You were calm, and you asked what they need."


def sentence(database: Database) -> OwnSentence | None:
    with closing(connect(database.file)) as connection:
        return read_own_sentence(connection)


def test_without_a_finished_reflection_there_is_none(database: Database, now: Now) -> None:
    assert sentence(database) is None
    reflect(database, now, "a", KIND, finished=False)
    assert sentence(database) is None


def test_the_last_words_of_the_last_reflection_count(database: Database, now: Now) -> None:
    reflect(database, now, "bb", "First words.", "Later words.", days=2)
    reflect(database, now, "a", KIND)

    found = sentence(database)

    assert found is not None
    assert (found.text, found.reflection) == ("Later words.", "bb")
    assert found.at == now.instant + timedelta(days=2)


def test_what_is_hidden_gives_way_to_the_one_before(database: Database, now: Now) -> None:
    reflect(database, now, "a", KIND)
    reflect(database, now, "bb", "Not today.", days=1)
    with database.session() as session:
        settings.change(session, "hidden_sentence", "bb", now)

    found = sentence(database)

    assert found is not None
    assert found.text == KIND


def test_an_answer_that_cannot_be_read_shows_nothing(database: Database, now: Now) -> None:
    reflect(database, now, "a", KIND)
    with database.session() as session:
        for row in session.query(ReflectionAnswer):
            row.json = "[1"
    assert sentence(database) is None
