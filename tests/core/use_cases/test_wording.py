"""First words: a draft opens with a letter, and a wrong name is put right inside it."""

import pytest

from core.clock import Now
from core.database import Database
from core.drafting.values import Tone
from core.models import Person
from core.paths import Paths
from core.playbook import values
from core.playbook.values import Promiser
from core.refusal import Refusal
from core.template_store import save_template
from core.use_cases import events, history, messages, people, settings
from core.use_cases.messages import Wish
from core.use_cases.people import PersonDetails
from tests.core.letters import begin, compose, write
from tests.core.stories import add_interview, dump, later, states


def know_more(database: Database, now: Now) -> None:
    with database.session() as session:
        anna = session.get_one(Person, 1)
        details = PersonDetails(
            name=anna.name, part=anna.part, title=anna.title, topic="the move to Airflow"
        )
        people.edit(session, 1, details, now)
        settings.change(session, "me_name", "Ann Berg", now)


def wrong_name(database: Database, now: Now, correct: str = "Anne van der Berg") -> int:
    with database.session() as session:
        person = people.get(session, 1).uid
        slip = values.WrongName(
            key="", at=now.instant, zone=now.zone, person=person, correct=correct
        )
        events.record(session, 1, slip, now)
        return session.change_id or 0


def test_a_draft_opens_with_a_letter_from_what_is_known(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    know_more(lettered, now)
    draft = compose(lettered, begin(lettered, now), now).draft
    assert draft.subject == "Thank you – Engineer interview, 27 March"
    assert draft.body.startswith("Dear Dr. van der Berg")
    assert "the move to Airflow" in draft.body
    assert draft.body.endswith("Ann Berg")


def test_without_a_template_a_draft_opens_all_the_same(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    assert compose(database, draft, now).draft.body == ""
    with pytest.raises(Refusal, match="no template for this: Thank-you"):
        reword(database, draft, now, Wish())
    with pytest.raises(Refusal, match="no template"), database.reading() as session:
        messages.script(session, draft, now)


def reword(database: Database, draft: int, now: Now, wish: Wish) -> str:
    with database.reading() as session:
        return messages.wording(session, draft, wish, now).body


def test_another_tone_and_language_are_offered_and_nothing_is_stored(
    lettered: Database, now: Now
) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    before = dump(lettered.file, without=())
    formal = reword(lettered, draft, now, Wish(tone=Tone.FORMAL))
    german = reword(lettered, draft, now, Wish(language="de"))
    assert formal != compose(lettered, draft, now).draft.body
    assert german.startswith("Guten Tag")
    assert dump(lettered.file, without=()) == before


def test_letters_begin_in_the_tone_and_language_that_are_set(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    with lettered.session() as session:
        settings.change(session, "tone", Tone.FORMAL, now)
        settings.change(session, "letter_language", "de", now)
    shown = compose(lettered, begin(lettered, now), now)
    assert shown.tone is Tone.FORMAL
    assert shown.draft.body.startswith("Guten Tag Dr. van der Berg")


def test_the_users_own_template_is_there_at_once(
    lettered: Database, paths: Paths, now: Now
) -> None:
    add_interview(lettered, now)
    own = "kind: M1\nname: mine\n\n== warm ==\nIt was good to talk about {{role}}.\n"
    save_template(paths.templates, "mine", own)
    draft = begin(lettered, now)
    assert "It was good to talk about Engineer." in reword(
        lettered, draft, now, Wish(template="mine")
    )
    with lettered.reading() as session:
        assert "mine" in {choice.name for choice in messages.choices(session, "M1", now)}


def test_a_letter_speaks_of_the_promise_that_its_step_keeps(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    made = values.Promise(key="p", by=Promiser.ME, what="code sample", at=now.instant)
    with lettered.session() as session:
        events.record(session, 1, made, now)
    assert "code sample" in compose(lettered, begin(lettered, now, "K1"), now).draft.body


def test_there_is_a_script_for_the_phone(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now, "F1")
    with lettered.reading() as session:
        script = messages.script(session, draft, now)
    assert len(script.points) > 2
    assert "Engineer" in script.voicemail


def test_a_wrong_name_is_put_right_inside_the_unsent_note_once(
    lettered: Database, now: Now
) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    own = "Dear Anna,\n\nthank you for your time.\n\nI liked the plant.\n\nAnn"
    write(lettered, draft, now, own)
    wrong_name(lettered, now)
    paragraphs = compose(lettered, draft, now).draft.body.split("\n\n")
    assert paragraphs[:2] == ["Dear Anna,", "thank you for your time."]
    assert "your name is Anne van der Berg" in paragraphs[2]
    assert paragraphs[3:] == ["I liked the plant.", "Ann"]
    assert "T2" not in states(lettered)
    wrong_name(lettered, now, "Anne-Maria van der Berg")
    body = compose(lettered, draft, now).draft.body
    assert body.count("your name is") == 1
    with lettered.reading() as session:
        kept = messages.versions(session, draft, now)
        assert messages.version_text(session, kept[0].id, now)[1] == own


def test_undoing_the_wrong_name_takes_the_clause_out_again(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    begin(lettered, now)
    before = dump(lettered.file)
    change = wrong_name(lettered, now)
    with lettered.session() as session:
        history.undo(session, change, now)
    assert dump(lettered.file) == before


def test_a_note_begun_after_the_slip_has_the_clause_and_no_second_one(
    lettered: Database, now: Now
) -> None:
    add_interview(lettered, now)
    wrong_name(lettered, now)
    draft = begin(lettered, now)
    wrong_name(lettered, now, "Anne-Maria van der Berg")
    assert compose(lettered, draft, now).draft.body.count("your name is") == 1


def test_after_the_note_was_sent_its_text_is_left_alone(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    draft = begin(lettered, now)
    with lettered.session() as session:
        messages.confirm_sent(session, draft, now.instant, now)
    before = compose(lettered, draft, now).draft.body
    moment = later(now, "2026-03-27 17:00")
    wrong_name(lettered, moment)
    assert compose(lettered, draft, moment).draft.body == before
    shown = compose(lettered, begin(lettered, moment, "T2"), moment)
    assert "I am sorry" in shown.draft.body
    assert shown.draft.kind == "M3"


def test_the_note_to_another_person_has_no_clause(lettered: Database, now: Now) -> None:
    add_interview(lettered, now)
    with lettered.session() as session:
        paul = people.add(session, 1, PersonDetails(name="Paul Moreau"), now)
        draft = messages.begin_for(session, 1, "M1", (paul,), now)
    before = compose(lettered, draft, now).draft.body
    wrong_name(lettered, now)
    assert compose(lettered, draft, now).draft.body == before
