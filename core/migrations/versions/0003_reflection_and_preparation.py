"""Reflections and preparation: answers, conclusions, stories, facts, feeds, weekly targets."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _reflection()
    _reflection_answer()
    _consequence()
    _friends_view()
    _conclusion()
    _company_fact()
    _story()
    _story_telling()
    _own_question()
    _preparation_tick()
    _evidence()
    _said()
    _feed()
    _feed_entry()
    _company_link()
    _hunt_week()
    op.execute("PRAGMA user_version = 3")


def _id(table: str) -> tuple[sa.Column[int], sa.Constraint]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _uid(table: str) -> tuple[sa.Column[str], sa.Constraint]:
    return (
        sa.Column("uid", sa.String(64), nullable=False),
        sa.UniqueConstraint("uid", name=op.f(f"uq_{table}_uid")),
    )


def _owner(
    table: str, owner: str, *, column: str = "", nullable: bool = False, ondelete: str = "CASCADE"
) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    name = column or f"{owner}_id"
    return (
        sa.Column(name, sa.Integer(), nullable=nullable),
        sa.ForeignKeyConstraint(
            [name],
            [f"{owner}.id"],
            name=op.f(f"fk_{table}_{name}_{owner}"),
            ondelete=ondelete,
        ),
    )


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _reflection() -> None:
    op.create_table(
        "reflection",
        *_id("reflection"),
        *_uid("reflection"),
        *_owner("reflection", "application"),
        *_owner("reflection", "interview"),
        sa.Column("sitting", sa.Integer(), nullable=False),
        sa.Column("form_text", sa.String(), nullable=False),
        sa.Column("path", sa.String(24), nullable=False),
        sa.Column("gentle", sa.Boolean(), nullable=False),
        sa.Column("at_question", sa.String(24), nullable=True),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("finished_at", sa.DateTime(), nullable=True),
        sa.UniqueConstraint(
            "interview_id", "sitting", name=op.f("uq_reflection_interview_id_sitting")
        ),
        sqlite_autoincrement=True,
    )
    _index("reflection", "application_id")


def _reflection_answer() -> None:
    op.create_table(
        "reflection_answer",
        *_id("reflection_answer"),
        *_owner("reflection_answer", "reflection"),
        sa.Column("question", sa.String(24), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("json", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("reflection_answer", "reflection_id")


def _consequence() -> None:
    op.create_table(
        "consequence",
        *_owner("consequence", "reflection"),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("reflection_id", "key", name=op.f("pk_consequence")),
    )


def _friends_view() -> None:
    op.create_table(
        "friends_view",
        *_id("friends_view"),
        *_uid("friends_view"),
        *_owner("friends_view", "reflection"),
        sa.Column("friend", sa.String(), nullable=False),
        sa.Column("strength", sa.String(), nullable=False),
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("behaviour", sa.String(), nullable=False),
        sa.Column("impact", sa.String(), nullable=False),
        sa.Column("suggestion", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("rest", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("friends_view", "reflection_id")


def _conclusion() -> None:
    op.create_table(
        "conclusion",
        *_id("conclusion"),
        *_uid("conclusion"),
        *_owner("conclusion", "reflection"),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("due_by_hand", sa.Boolean(), nullable=False),
        sa.Column("ground_question", sa.String(24), nullable=False),
        sa.Column("ground_words", sa.String(), nullable=False),
        sa.Column("friend", sa.String(), nullable=False),
        sa.Column("from_friend", sa.Boolean(), nullable=False),
        sa.Column("adopted_at", sa.DateTime(), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.Column("kept", sa.Boolean(), nullable=True),
        sa.Column("kept_at", sa.DateTime(), nullable=True),
        sa.UniqueConstraint("reflection_id", "key", name=op.f("uq_conclusion_reflection_id_key")),
        sqlite_autoincrement=True,
    )


def _company_fact() -> None:
    op.create_table(
        "company_fact",
        *_id("company_fact"),
        *_uid("company_fact"),
        *_owner("company_fact", "application"),
        sa.Column("topic", sa.String(24), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=True),
        sa.Column("used_for", sa.String(), nullable=False),
        sa.Column("noted_at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("company_fact", "application_id")


def _story() -> None:
    op.create_table(
        "story",
        *_id("story"),
        *_uid("story"),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("situation", sa.String(), nullable=False),
        sa.Column("task", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )


def _story_telling() -> None:
    op.create_table(
        "story_telling",
        *_id("story_telling"),
        *_owner("story_telling", "story"),
        *_owner("story_telling", "interview"),
        *_owner("story_telling", "person", nullable=True),
        sa.Column("at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("story_telling", "interview_id")
    _index("story_telling", "person_id")
    _index("story_telling", "story_id")


def _own_question() -> None:
    op.create_table(
        "own_question",
        *_id("own_question"),
        *_uid("own_question"),
        *_owner("own_question", "application"),
        sa.Column("text", sa.String(), nullable=False),
        *_owner(
            "own_question",
            "interview",
            column="asked_interview_id",
            nullable=True,
            ondelete="SET NULL",
        ),
        sa.Column("answer", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("own_question", "application_id")
    _index("own_question", "asked_interview_id")


def _preparation_tick() -> None:
    op.create_table(
        "preparation_tick",
        *_id("preparation_tick"),
        *_owner("preparation_tick", "interview"),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("section", sa.String(24), nullable=False),
        sa.Column("done_at", sa.DateTime(), nullable=True),
        sa.UniqueConstraint(
            "interview_id", "key", name=op.f("uq_preparation_tick_interview_id_key")
        ),
        sqlite_autoincrement=True,
    )


def _evidence() -> None:
    op.create_table(
        "evidence",
        *_id("evidence"),
        *_uid("evidence"),
        *_owner("evidence", "application"),
        sa.Column("demand", sa.String(), nullable=False),
        sa.Column("proof", sa.String(), nullable=False),
        *_owner("evidence", "story", nullable=True, ondelete="SET NULL"),
        sqlite_autoincrement=True,
    )
    _index("evidence", "application_id")
    _index("evidence", "story_id")


def _said() -> None:
    op.create_table(
        "said",
        *_id("said"),
        *_uid("said"),
        *_owner("said", "application"),
        sa.Column("subject", sa.String(24), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        *_owner("said", "interview", nullable=True, ondelete="SET NULL"),
        *_owner("said", "person", nullable=True, ondelete="SET NULL"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("said", "application_id")
    _index("said", "interview_id")
    _index("said", "person_id")


def _feed() -> None:
    op.create_table(
        "feed",
        *_id("feed"),
        *_owner("feed", "application"),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=False),
        sa.Column("modified", sa.String(), nullable=False),
        sa.Column("next_at", sa.DateTime(), nullable=True),
        sa.Column("asked_at", sa.DateTime(), nullable=True),
        sa.Column("answered_at", sa.DateTime(), nullable=True),
        sa.Column("trouble", sa.String(), nullable=False),
        sa.UniqueConstraint("application_id", "url", name=op.f("uq_feed_application_id_url")),
        sqlite_autoincrement=True,
    )


def _feed_entry() -> None:
    op.create_table(
        "feed_entry",
        *_id("feed_entry"),
        *_owner("feed_entry", "feed"),
        sa.Column("guid", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("published", sa.DateTime(), nullable=True),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("found_at", sa.DateTime(), nullable=False),
        sa.Column("mood", sa.String(8), nullable=False),
        *_owner("feed_entry", "news", nullable=True, ondelete="SET NULL"),
        sa.UniqueConstraint("feed_id", "guid", name=op.f("uq_feed_entry_feed_id_guid")),
        sqlite_autoincrement=True,
    )
    _index("feed_entry", "news_id")


def _company_link() -> None:
    op.create_table(
        "company_link",
        *_id("company_link"),
        *_owner("company_link", "application"),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("company_link", "application_id")


def _hunt_week() -> None:
    op.create_table(
        "hunt_week",
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("applications", sa.Integer(), nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("research_minutes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("week", name=op.f("pk_hunt_week")),
    )
