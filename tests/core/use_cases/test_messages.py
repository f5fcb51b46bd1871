"""Messages: begun from a step, written, kept, found again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from core.clock import Now
from core.database import Database
from core.drafting.outgoing import AttachedFile
from core.drafting.stages import Stage
from core.drafting.values import Ignored, Tone
from core.models import Change, Step
from core.playbook.values import Channel, Part
from core.refusal import DetailsError, Gone
from core.use_cases import history, messages, people
from core.use_cases.messages import DraftText
from core.use_cases.people import PersonDetails
from tests.core.letters import begin, compose, text_of, write
from tests.core.stories import ACME, ANNA, PAUL, add_interview, later, states, step_id

CV = AttachedFile(
    path="/files/cv.pdf", name="cv.pdf", mime="application/pdf", size=1200, modified_ns=10**18
)
PANEL = replace(ACME, people=(ANNA, PAUL))


def test_a_thank_you_is_begun_for_the_person_of_its_step(database: Database, now: Now) -> None:
    add_interview(database, now)
    shown = compose(database, begin(database, now), now)
    assert [card.name for card in shown.recipients] == ["Anna-Maria van der Berg"]
    assert shown.draft.to == (shown.recipients[0].uid,)
    assert (shown.draft.kind, shown.draft.channel) == ("M1", Channel.EMAIL)
    assert (shown.company, shown.role, shown.stage) == ("Acme", "Engineer", Stage.WRITING)
    assert shown.step_title == "Thank Dr. van der Berg"
    assert shown.situation.case.company == "Acme"
    assert shown.panel == ()


def test_a_draft_is_gone_on_with_not_begun_twice(database: Database, now: Now) -> None:
    add_interview(database, now)
    first = begin(database, now)
    assert begin(database, later(now, "2026-03-28 09:00")) == first
    with database.session() as session:
        assert messages.begin_for(session, 1, "M1", (1,), now) == first


def test_each_of_a_panel_gets_a_note_of_their_own(database: Database, now: Now) -> None:
    add_interview(database, now, PANEL)
    with database.session() as session:
        first = messages.begin_for(session, 1, "M2", (1, 2), now)
    write(database, first, now, "Dear Anna")
    shown = compose(database, first, now)
    assert [(note.name, note.draft_id is not None) for note in shown.panel] == [
        ("Anna-Maria van der Berg", True),
        ("Paul Moreau", True),
    ]
    other = compose(database, shown.panel[1].draft_id or 0, now)
    assert (shown.draft.kind, other.draft.kind) == ("M2", "M2")
    assert [sibling.body for sibling in other.draft.siblings] == ["Dear Anna"]


def test_a_panel_shows_whose_note_is_not_begun(database: Database, now: Now) -> None:
    add_interview(database, now, PANEL)
    with database.reading() as session:
        query = select(Step.person_id, Step.id).where(Step.rule == "T1")
        steps = dict(session.execute(query).all())
    with database.session() as session:
        draft = messages.begin(session, steps[2], now)
    begun, waiting = compose(database, draft, now).panel
    assert (begun.name, begun.draft_id) == ("Paul Moreau", draft)
    assert (waiting.name, waiting.draft_id, waiting.step_id) == (
        "Anna-Maria van der Berg",
        None,
        steps[1],
    )


def test_a_follow_up_goes_to_the_recruiter_if_there_is_one(database: Database, now: Now) -> None:
    add_interview(database, now, PANEL)
    with database.session() as session:
        recruiter = people.add(session, 1, PersonDetails(name="Rita", part=Part.RECRUITER), now)
    shown = compose(database, begin(database, now, "F1"), now)
    assert [card.id for card in shown.recipients] == [recruiter]
    assert {card.name for card in shown.people} > {"Rita", "Paul Moreau"}


def test_a_step_without_words_begins_nothing(database: Database, now: Now) -> None:
    add_interview(database, now)
    with pytest.raises(DetailsError, match="needs no message"):
        begin(database, now, "N1")


def test_a_message_to_a_person_of_another_application_is_refused(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, company="Lumen & Ash"))
    draft = begin(database, now)
    with pytest.raises(Gone), database.session() as session:
        messages.begin_for(session, 1, "M12", (2,), now)
    text = replace(text_of(compose(database, draft, now)), to=(2,))
    with pytest.raises(Gone), database.session() as session:
        messages.save(session, draft, text, now)


def test_typing_goes_on_when_a_recipient_was_removed_meanwhile(
    database: Database, now: Now
) -> None:
    add_interview(database, now, PANEL)
    draft = begin_with(database, now)
    text = replace(text_of(compose(database, draft, now)), body="Dear both", to=(1, 2))
    with database.session() as session:
        people.remove(session, 1, now)
    with database.session() as session:
        messages.save(session, draft, text, now)
    shown = compose(database, draft, now)
    assert (shown.draft.body, [card.id for card in shown.recipients]) == ("Dear both", [2])


def test_everything_that_is_typed_comes_back(database: Database, now: Now) -> None:
    add_interview(database, now, PANEL)
    draft = begin_with(database, now)
    text = DraftText(
        subject="Thank you – Engineer interview",
        body="Dear Dr. van der Berg,\n\n  thank you. ",
        to=(2, 1),
        channel=Channel.LETTER,
        tone=Tone.FORMAL,
        language="en",
        ticks=("personal",),
        attachments=(CV,),
        send_at=now.instant + timedelta(hours=2),
    )
    with database.session() as session:
        messages.save(session, draft, text, now)
    shown = compose(database, draft, now)
    assert (shown.draft.subject, shown.draft.body) == (text.subject, text.body)
    assert [card.id for card in shown.recipients] == [2, 1]
    assert (shown.draft.channel, shown.tone) == (Channel.LETTER, Tone.FORMAL)
    assert (shown.draft.language, shown.draft.ticks) == ("en", ("personal",))
    assert shown.attachments == text.attachments
    assert shown.draft.send_at == text.send_at


def begin_with(database: Database, now: Now) -> int:
    with database.session() as session:
        return messages.begin_for(session, 1, "M12", (1,), now)


def changes(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count(Change.id))) or 0


def test_typing_fills_no_history(database: Database, now: Now) -> None:
    add_interview(database, now)
    before = changes(database)
    draft = begin(database, now)
    for number in range(5):
        write(database, draft, now, "Dear Anna" + "!" * number)
    assert changes(database) == before


def test_what_steers_a_terminal_or_turns_a_text_is_not_kept(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    write(database, draft, now, "Dear \u202eAnna\x1b[2J\r\nthank you ")
    assert compose(database, draft, now).draft.body == "Dear Anna[2J\nthank you "


def test_a_text_longer_than_any_letter_is_refused_and_the_draft_kept(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    write(database, draft, now, "Dear Anna")
    with pytest.raises(DetailsError, match="1,000,000 characters"):
        write(database, draft, now, "x" * 1_000_000)
    assert compose(database, draft, now).draft.body == "Dear Anna"


def test_one_version_a_minute_is_kept_of_typing(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    for second in range(0, 180, 10):
        moment = replace(now, instant=now.instant + timedelta(seconds=second))
        write(database, draft, moment, f"Dear Anna, {second}")
    with database.reading() as session:
        kept = messages.versions(session, draft, now)
        starts = [version.start for version in kept]
        assert starts == ["Dear Anna, 120", "Dear Anna, 60", "Dear Anna, 0"]
        assert messages.version_text(session, kept[0].id, now) == ("", "Dear Anna, 120")


def test_much_that_is_taken_away_at_once_is_kept(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    for body in ("short", "long " * 100, "gone"):
        write(database, draft, now, body)
    with database.reading() as session:
        latest = messages.versions(session, draft, now)[0]
    assert latest.words == 100
    with database.session() as session:
        messages.take_version(session, latest.id, later(now, "2026-03-27 17:00"))
    assert compose(database, draft, now).draft.body == "long " * 100
    with database.reading() as session:
        assert messages.versions(session, draft, now)[0].start == "gone"


def test_a_text_is_kept_before_another_one_takes_its_place_and_once_only(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    for body in ("one " * 100, "two " * 100):
        write(database, draft, now, body)
        with database.session() as session:
            messages.keep_version(session, draft, now)
    write(database, draft, now, "short")
    with database.reading() as session:
        kept = messages.versions(session, draft, now)
    assert [version.start[:3] for version in kept] == ["two", "one"]


def test_a_draft_thrown_away_is_in_no_list_and_comes_back(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    write(database, draft, now, "Dear Anna")
    with database.session() as session:
        messages.discard(session, draft, now)
        change = session.change_id or 0
        assert messages.open_drafts(session, now) == ()
    with database.session() as session:
        assert history.undo(session, change, now) == "Thrown away: Thank-you"
    with database.reading() as session:
        (found,) = messages.open_drafts(session, now)
    assert (found.draft_id, found.company, found.people) == (
        draft,
        "Acme",
        ("Anna-Maria van der Berg",),
    )


def test_a_finding_is_left_alone_and_heeded_again(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    with database.session() as session:
        messages.ignore(session, draft, Ignored(check=15, words="Gruyère"), now)
        messages.ignore(session, draft, Ignored(check=15, words="gruyère"), now)
    assert compose(database, draft, now).ignored == (Ignored(check=15, words="gruyère"),)
    with database.session() as session:
        messages.heed(session, draft, Ignored(check=15, words="Gruyère"), now)
    assert compose(database, draft, now).ignored == ()


def test_the_draft_of_a_step_stays_with_it_over_undo(database: Database, now: Now) -> None:
    add_interview(database, now)
    draft = begin(database, now)
    with database.session() as session:
        people.add(session, 1, PersonDetails(name="Paul Moreau"), now)
    assert compose(database, draft, now).step_id == step_id(database, "T1")
    assert "T1" in states(database)
