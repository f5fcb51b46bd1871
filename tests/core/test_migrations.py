"""The tables: made by migrations alone, equal to the models, and kept through every upgrade."""

import ast
import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, select

from core.clock import Now
from core.database import Database
from core.form_store import shipped_form
from core.models import Base, Feed, FeedEntry
from core.paths import Paths
from core.playbook.rulebook import Playbook
from core.playbook.values import ReflectionPath
from core.reflection.answers import ListAnswer, ListRow, NumberAnswer
from core.schema import APPLICATION_ID, SCHEMA_VERSION
from core.use_cases import (
    applications,
    cases,
    hunt_week,
    messages,
    preparation,
    reflections,
    replies,
    steps,
)
from tests.core.stories import at, dump, today

STORED = sorted((Path(__file__).parent / "data").glob("version-*.sql"))
MIGRATIONS = Path(__file__).parents[2] / "core" / "migrations"


def made_by_models(file: Path) -> None:
    engine = create_engine(f"sqlite:///{file}")
    Base.metadata.create_all(engine)
    engine.dispose()


def definitions(file: Path) -> dict[str, str]:
    """Every table and index by name, without the freedom that blanks and quotes leave."""
    query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'view'"
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(query).fetchall()
    return {name: _plain(sql) for name, sql in rows if name != "alembic_version"}


def _plain(sql: str) -> str:
    head, _, body = re.sub(r"\s+", " ", sql.replace('"', "")).partition("(")
    parts = re.split(r", (?![^(]*\))", body)
    return head + "(" + ", ".join(sorted(part.strip(" )") for part in parts))


def test_migrations_and_models_make_the_same_tables(database: Database, tmp_path: Path) -> None:
    made_by_models(tmp_path / "models.sqlite3")
    assert definitions(database.file) == definitions(tmp_path / "models.sqlite3")


def test_alembic_finds_nothing_to_migrate(database: Database) -> None:
    engine = create_engine(f"sqlite:///{database.file}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_every_migration_sets_its_number_and_the_last_is_the_schemas() -> None:
    scripts = list(ScriptDirectory(str(MIGRATIONS)).walk_revisions())
    assert [int(script.revision) for script in reversed(scripts)] == list(
        range(1, SCHEMA_VERSION + 1)
    )
    for script in scripts:
        source = Path(script.path).read_text(encoding="utf-8")
        assert f"PRAGMA user_version = {int(script.revision)}" in source


def test_migrations_are_frozen() -> None:
    for file in (MIGRATIONS / "versions").glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            assert not [name for name in names if name.startswith(("core", "gui"))], file.name


def test_there_is_a_stored_file_of_every_version() -> None:
    assert [file.stem for file in STORED] == [
        f"version-{number}" for number in range(1, SCHEMA_VERSION + 1)
    ]


@pytest.mark.parametrize("script", STORED, ids=lambda script: script.stem)
def test_a_stored_file_of_each_version_opens_with_everything_in_it(
    script: Path, paths: Paths, playbook: Playbook, now: Now, tmp_path: Path
) -> None:
    paths.prepare()
    version = int(script.stem.removeprefix("version-"))
    sent = 1 if version >= 2 else 0
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.executescript(script.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
    database = Database.open(paths, playbook)
    made_by_models(tmp_path / "models.sqlite3")
    assert definitions(database.file) == definitions(tmp_path / "models.sqlite3")
    assert len(list(paths.backups.iterdir())) == (0 if version == SCHEMA_VERSION else 1)
    with database.session() as session:
        steps.claim_due(session, now)
    with database.reading() as session:
        companies = [row.company for row in applications.overview(session, now)]
        assert sorted(companies) == ["Halvorsen Maritime", "Lumen & Ash", "مؤسسة النور"]
        whole = applications.detail(session, 1, now)
        assert len(whole.people) == 2
        kept = {"reply"} if version >= 2 else set()
        shown = {entry.kind.value for entry in whole.timeline}
        assert shown == {"interview", "event", "step"} | kept
        assert len(cases.to_case(session, 1, now).events) == 4 + sent
    assert today(database, now).done_today
    database.close()


def opened(paths: Paths, playbook: Playbook, version: int) -> Database:
    """The stored file of a version, as it is opened today."""
    paths.prepare()
    stored = Path(__file__).parent / "data" / f"version-{version}.sql"
    with closing(sqlite3.connect(paths.database)) as connection:
        connection.executescript(stored.read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")
    return Database.open(paths, playbook)


def test_messages_of_a_stored_file_are_there_to_go_on_with(
    paths: Paths, playbook: Playbook, now: Now
) -> None:
    database = opened(paths, playbook, 2)
    with database.reading() as session:
        drafts = messages.open_drafts(session, now)
        assert {draft.company for draft in drafts} == {"Halvorsen Maritime", "Lumen & Ash"}
        (asked,) = messages.awaiting_answer(session, now)
        shown = messages.compose(session, 1, now)
        assert len(messages.versions(session, 1, now)) == 1
        assert len(replies.replies(session, 1, now)) == 1
    assert (asked.company, shown.draft.body) == (
        "Lumen & Ash",
        "Dear Dr. Halvorsen,\n\nthank you for yesterday.",
    )
    known = shown.situation
    assert (len(known.news), known.cv_employers) == (1, ("Initech",))
    database.close()


def test_a_reflection_of_a_stored_file_is_gone_on_with_and_finished(
    paths: Paths, playbook: Playbook
) -> None:
    database = opened(paths, playbook, 3)
    evening = at("2026-03-28 20:00")
    with database.session() as session:
        shown = reflections.start(session, 1, ReflectionPath.FULL, shipped_form(), evening)
        assert (shown.path, shown.at_question) == (ReflectionPath.SHORT, "Q12")
        assert shown.answers["Q9"] == NumberAnswer(value=7)
        (before,) = reflections.versions(session, shown.id, "Q9", evening)
        assert before.answer == NumberAnswer(value=6)
        assert [kept.view.friend for kept in shown.views] == ["Noor"]
        assert [each.text for each in shown.conclusions] == ["Pause before the answer"]
        well = ListAnswer(rows=(ListRow(key="w", text="I listened"),))
        reflections.save_answer(session, shown.id, "Q10", well, evening)
    with database.session() as session:
        reflections.finish(session, shown.id, evening)
        assert len(reflections.past(session, evening)) == 1
        assert len(reflections.open_conclusions(session, None, evening)) == 1
    database.close()


def test_the_preparation_of_a_stored_file_is_there_to_go_on_with(
    paths: Paths, playbook: Playbook
) -> None:
    database = opened(paths, playbook, 3)
    before = at("2026-03-27 09:00")
    with database.reading() as session:
        known = preparation.preparation(session, 1, before).known
        week = hunt_week.hunt(session, date(2026, 3, 23), before).week
        (feed,) = session.scalars(select(Feed))
        (entry,) = session.scalars(select(FeedEntry))
    assert [fact.value for fact in known.facts] == ["Electric ferries"]
    assert [story.title for story in known.stories] == ["The late crane"]
    assert [question.text for question in known.questions] == ["How do you plan dry docks?"]
    assert [proof.demand for proof in known.proofs] == ["Planning under pressure"]
    assert [said.text for said in known.statements] == ["62,000 to 66,000"]
    assert (len(known.tellings), len(known.ticks)) == (1, 1)
    assert [effort.done for effort in week.efforts] == [2, 1, 90]
    assert (feed.title, entry.mood) == ("Halvorsen news", "good")
    database.close()


def test_a_stored_file_holds_no_secret_of_a_machine() -> None:
    for script in STORED:
        assert "/home/" not in script.read_text(encoding="utf-8")


def test_a_dump_and_its_file_hold_the_same(database: Database) -> None:
    assert any("CREATE VIEW agenda" in line for line in dump(database.file))
