"""Messages: drafts and their versions, the outbox, replies, and notes for writing."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _spoken()
    _messages()
    _recipients()
    _versions()
    _outbox()
    _received()
    _overrides()
    _notes()
    _words()
    op.execute("PRAGMA user_version = 2")


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


def _owner(table: str, owner: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    return (
        sa.Column(f"{owner}_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            [f"{owner}_id"],
            [f"{owner}.id"],
            name=op.f(f"fk_{table}_{owner}_id_{owner}"),
            ondelete="CASCADE",
        ),
    )


def _index(table: str, column: str) -> None:
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _spoken() -> None:
    """What was said by a clock that had gone ahead is looked for at every claim."""
    op.create_index(
        "ix_step_reminded_at",
        "step",
        ["reminded_at"],
        sqlite_where=sa.text("reminded_at IS NOT NULL"),
    )


def _messages() -> None:
    op.create_table(
        "message",
        *_id("message"),
        *_uid("message"),
        *_owner("message", "application"),
        sa.Column("step_key", sa.String(120), nullable=False),
        sa.Column("panel", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(4), nullable=False),
        sa.Column("channel", sa.String(24), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("tone", sa.String(24), nullable=False),
        sa.Column("language", sa.String(24), nullable=True),
        sa.Column("ticks", sa.JSON(), nullable=False),
        sa.Column("attachments", sa.JSON(), nullable=False),
        sa.Column("ignored", sa.JSON(), nullable=False),
        sa.Column("clauses", sa.JSON(), nullable=False),
        sa.Column("begun", sa.DateTime(), nullable=False),
        sa.Column("edited_at", sa.DateTime(), nullable=False),
        sa.Column("send_at", sa.DateTime(), nullable=True),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("handed_to", sa.String(24), nullable=True),
        sa.Column("handed_over_at", sa.DateTime(), nullable=True),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sqlite_autoincrement=True,
    )
    _index("message", "application_id")
    op.create_index(
        "ix_message_open",
        "message",
        ["state"],
        sqlite_where=sa.text("state IN ('writing', 'handed over')"),
    )


def _recipients() -> None:
    op.create_table(
        "recipient",
        *_owner("recipient", "message"),
        *_owner("recipient", "person"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("message_id", "person_id", name=op.f("pk_recipient")),
    )
    _index("recipient", "person_id")


def _versions() -> None:
    op.create_table(
        "message_version",
        *_id("message_version"),
        *_owner("message_version", "message"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("message_version", "message_id")


def _outbox() -> None:
    op.create_table(
        "outbox_item",
        *_id("outbox_item"),
        *_owner("outbox_item", "message"),
        sa.Column("mail_id", sa.String(255), nullable=False),
        sa.Column("sender", sa.JSON(), nullable=False),
        sa.Column("recipients", sa.JSON(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("attachments", sa.JSON(), nullable=False),
        sa.Column("in_reply_to", sa.String(), nullable=False),
        sa.Column("queued_at", sa.DateTime(), nullable=False),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("not_before", sa.DateTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("committed", sa.Boolean(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.UniqueConstraint("mail_id", name=op.f("uq_outbox_item_mail_id")),
        sqlite_autoincrement=True,
    )
    _index("outbox_item", "message_id")
    op.create_index(
        "ix_outbox_item_unsettled",
        "outbox_item",
        ["state"],
        sqlite_where=sa.text("state <> 'sent'"),
    )


def _received() -> None:
    op.create_table(
        "received",
        *_id("received"),
        *_uid("received"),
        *_owner("received", "application"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("sender", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("mail_id", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("received", "application_id")


def _overrides() -> None:
    op.create_table(
        "override",
        *_id("override"),
        *_owner("override", "message"),
        sa.Column("check_number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("override", "message_id")


def _notes() -> None:
    op.create_table(
        "news",
        *_id("news"),
        *_owner("news", "application"),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("negative", sa.Boolean(), nullable=False),
        sqlite_autoincrement=True,
    )
    _index("news", "application_id")
    for table in ("topic", "strength"):
        op.create_table(
            table,
            *_id(table),
            *_owner(table, "application"),
            sa.Column("text", sa.String(), nullable=False),
            sqlite_autoincrement=True,
        )
        _index(table, "application_id")


def _words() -> None:
    op.create_table(
        "dictionary_word",
        sa.Column("word", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_dictionary_word")),
    )
    op.create_table(
        "allowed_words",
        sa.Column("check_number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("check_number", "words", name=op.f("pk_allowed_words")),
    )
    op.create_table(
        "cv_employer",
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_cv_employer")),
    )
