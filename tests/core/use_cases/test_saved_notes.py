"""Drafts, news and notes survive a case file: saved, written, read and restored."""

from dataclasses import replace
from datetime import date

from core.clock import Now
from core.database import Database
from core.drafting.outgoing import AttachedFile
from core.drafting.values import Me, News
from core.exchange.case_values import CaseFile, ExportFile
from core.exchange.case_writer import write_export
from core.exchange.cases import read_export
from core.models import Person
from core.snapshot import Snapshot
from core.use_cases import cases, history, messages, notes, own_words, people, settings
from core.use_cases.people import PersonDetails
from tests.core.letters import begin, compose, text_of, write
from tests.core.stories import ACME, ANNA, PAUL, add_interview, dump, later

PLANT = News(title="A plant in Lyon", published=date(2026, 3, 20), source="the paper")
LOSS = News(title="A loss", negative=True)


def save(database: Database, now: Now) -> tuple[Snapshot, ...]:
    with database.reading() as session:
        return cases.snapshot_all(session, now)


def restore(database: Database, saved: tuple[Snapshot, ...], now: Now) -> None:
    with database.session() as session:
        cases.restore_all(session, saved, (), now)


def through_a_file(saved: tuple[Snapshot, ...]) -> tuple[CaseFile, ...]:
    """The cases as they are read from the file that they are written to."""
    export = ExportFile(cases=tuple(CaseFile.of(one) for one in saved))
    return read_export(write_export(export), "export.json").cases


def write_much(database: Database, now: Now) -> int:
    add_interview(database, now, replace(ACME, people=(ANNA, PAUL)))
    with database.session() as session:
        anna = session.get_one(Person, 1)
        card = PersonDetails(
            name=anna.name,
            part=anna.part,
            title=anna.title,
            email=anna.email,
            topic="Airflow\nthe plant",
        )
        people.edit(session, 1, card, now)
        notes.add_news(session, 1, PLANT, now)
        notes.add_news(session, 1, LOSS, now)
        notes.add_topic(session, 1, "the canteen", now)
        own_words.add_cv_employer(session, "Initech", now)
        settings.change(session, "me_name", "Ann Berg", now)
        settings.change(session, "me_signature", "Ann Berg\n+49 30 1234", now)
    draft = begin(database, now, "F1")
    text = replace(text_of(compose(database, draft, now)), subject="Engineer", ticks=("date",))
    with database.session() as session:
        messages.save(session, draft, replace(text, body="Dear Anna,\n\nwhen?"), now)
    return draft


def test_what_is_written_with_comes_back_through_a_file(
    database: Database, elsewhere: Database, now: Now
) -> None:
    write_much(database, now)
    saved = save(database, now)
    files = through_a_file(saved)
    assert [file.left_out for file in files] == [()]
    restore(elsewhere, tuple(file.snapshot for file in files), now)
    assert save(elsewhere, now) == saved
    with elsewhere.reading() as session:
        (draft,) = messages.open_drafts(session, now)
    shown = compose(elsewhere, draft.draft_id, now)
    assert (shown.draft.body, shown.draft.ticks) == ("Dear Anna,\n\nwhen?", ("date",))
    assert shown.step_title == compose(database, 1, now).step_title
    assert shown.situation.me == Me(name="Ann Berg", signature="Ann Berg\n+49 30 1234")
    assert shown.situation.news == (PLANT, LOSS)
    assert shown.situation.cv_employers == ("Initech",)
    assert [topic.text for topic in shown.situation.topics] == [
        "Airflow",
        "the plant",
        "the canteen",
    ]


def test_of_several_drafts_the_one_edited_last_is_saved(database: Database, now: Now) -> None:
    first = write_much(database, now)
    with database.session() as session:
        second = messages.begin_for(session, 1, "M12", (1,), later(now, "2026-03-27 17:00"))
    assert save(database, now)[0].draft == compose(database, second, now).draft
    write(database, first, later(now, "2026-03-27 18:00"), "Dear Anna")
    assert save(database, now)[0].draft == compose(database, first, now).draft
    for draft in (first, second):
        with database.session() as session:
            messages.confirm_sent(session, draft, now.instant, now)
    assert save(database, now)[0].draft is None


def test_what_has_no_place_is_named(database: Database, now: Now) -> None:
    add_interview(database, now, replace(ACME, people=(ANNA, PAUL)))
    with database.session() as session:
        draft = messages.begin_for(session, 1, "M2", (1, 2), now)
    file = AttachedFile(
        path="/cv.pdf", name="cv.pdf", mime="application/pdf", size=1, modified_ns=1
    )
    text = replace(text_of(compose(database, draft, now)), body="Dear", attachments=(file,))
    with database.session() as session:
        messages.save(session, draft, text, later(now, "2026-03-27 17:00"))
    (read,) = through_a_file(save(database, now))
    assert read.left_out == ("draft.attachments", "draft.siblings")


def test_the_users_own_name_here_is_not_overwritten(
    database: Database, elsewhere: Database, now: Now
) -> None:
    write_much(database, now)
    with elsewhere.session() as session:
        settings.change(session, "me_name", "Anne Berg", now)
        own_words.add_cv_employer(session, "Globex", now)
    restore(elsewhere, save(database, now), now)
    (saved,) = save(elsewhere, now)
    assert saved.me == Me(name="Anne Berg", signature="Ann Berg\n+49 30 1234")
    assert saved.cv_employers == ("Globex", "Initech")


def test_restoring_over_drafts_can_be_undone(database: Database, now: Now) -> None:
    write_much(database, now)
    saved = save(database, now)
    before = dump(database.file)
    restore(database, saved, now)
    assert save(database, now) == saved
    with database.session() as session:
        history.undo(session, history.last_change(session) or 0, now)
    assert dump(database.file) == before
