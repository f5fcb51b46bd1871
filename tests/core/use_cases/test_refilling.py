"""What the reflection knows goes into the thank-you, while it holds the program's own words."""

from collections.abc import Mapping

from core.clock import Now
from core.database import Database
from core.drafting.stages import MessageState
from core.form_store import shipped_form
from core.models import Message
from core.playbook.values import ReflectionPath
from core.reflection.answers import (
    Answer,
    ContactRow,
    ContactsAnswer,
    ListAnswer,
    ListRow,
    TextAnswer,
    WrongNameAnswer,
)
from core.use_cases import history, messages, reflections
from tests.core.letters import begin, compose, write
from tests.core.stories import add_interview, dump, later

TOPIC: Mapping[str, Answer] = {
    "Q1": ContactsAnswer(rows=(ContactRow(key="a", name="van der Berg", topic="the tide model"),))
}
NOBODYS: Mapping[str, Answer] = {
    "Q1": ContactsAnswer(rows=(ContactRow(key="c", topic="the new hall"),))
}
ENOUGH: Mapping[str, Answer] = {
    "Q10": ListAnswer(rows=(ListRow(key="w", text="I was calm"),)),
    "Q26": TextAnswer(text="You were calm, and you asked good questions."),
}


def think_back(database: Database, now: Now, answers: Mapping[str, Answer]) -> int | None:
    with database.session() as session:
        begun = reflections.start(session, 1, ReflectionPath.SHORT, shipped_form(), now)
        for question, answer in {**ENOUGH, **answers}.items():
            reflections.save_answer(session, begun.id, question, answer, now)
    with database.session() as session:
        reflections.finish(session, begun.id, now)
        return session.change_id


def body(database: Database, draft: int, now: Now) -> str:
    return compose(database, draft, now).draft.body


def test_a_thank_you_begun_after_it_speaks_of_the_topic(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    think_back(lettered, now, TOPIC)
    assert "the tide model" in body(lettered, begin(lettered, now), now)


def test_it_speaks_of_a_topic_that_was_nobodys_own(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    think_back(lettered, now, NOBODYS)
    assert "the new hall" in body(lettered, begin(lettered, now), now)


def test_a_thank_you_that_waits_untouched_is_filled_anew(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    before = body(lettered, draft, now)
    change = think_back(lettered, later(now, "2026-03-27 16:10"), TOPIC)
    assert "the tide model" in body(lettered, draft, now)
    with lettered.reading() as session:
        kept = messages.versions(session, draft, now)
        assert messages.version_text(session, kept[0].id, now)[1] == before
    assert change is not None
    with lettered.session() as session:
        history.undo(session, change, now)
    assert body(lettered, draft, now) == before


def test_it_is_filled_anew_as_often_as_the_topic_changes(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    think_back(lettered, later(now, "2026-03-27 16:10"), TOPIC)
    row = ContactRow(key="a", name="van der Berg", topic="the wave tank")
    think_back(lettered, later(now, "2026-03-27 16:20"), {"Q1": ContactsAnswer(rows=(row,))})
    assert "the wave tank" in body(lettered, draft, now)
    assert "the tide model" not in body(lettered, draft, now)


def test_what_the_user_wrote_is_left_alone(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    own = body(lettered, draft, now).replace("Dear", "Good evening,")
    write(lettered, draft, later(now, "2026-03-27 16:05"), own)
    think_back(lettered, later(now, "2026-03-27 16:10"), TOPIC)
    assert body(lettered, draft, now) == own


def test_what_was_sent_is_left_alone(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    before = body(lettered, draft, now)
    with lettered.session() as session:
        messages.confirm_sent(session, draft, now.instant, now)
        assert session.get_one(Message, draft).state is MessageState.SENT
    think_back(lettered, later(now, "2026-03-27 16:10"), TOPIC)
    assert body(lettered, draft, now) == before


def test_a_wrong_name_is_put_right_once_beside_the_topic(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    slip = WrongNameAnswer(used=True, whom="Anna", correct="Anneke van der Berg")
    think_back(lettered, later(now, "2026-03-27 16:10"), {**TOPIC, "Q19": slip})
    text = body(lettered, draft, now)
    assert "the tide model" in text
    assert text.count("your name is Anneke van der Berg") == 1


def test_a_wrong_name_is_put_right_in_what_the_user_wrote(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    write(lettered, draft, now, "Dear Anna,\n\nthank you.\n\nAnn")
    slip = WrongNameAnswer(used=True, whom="Anna", correct="Anneke van der Berg")
    moment = later(now, "2026-03-27 16:10")
    change = think_back(lettered, moment, {"Q19": slip})
    assert body(lettered, draft, now).count("your name is Anneke van der Berg") == 1
    before = dump(lettered.file)
    think_back(lettered, moment, {"Q19": slip})
    assert dump(lettered.file) == before
    assert change is not None
