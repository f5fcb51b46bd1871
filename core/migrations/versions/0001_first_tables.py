"""The first tables, and the view `agenda` from which Today is read."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

AGENDA = """
CREATE VIEW agenda AS
SELECT
    step.id AS id,
    step.application_id AS application_id,
    coalesce(application.company, '') AS company,
    coalesce(application.role, '') AS role,
    coalesce(application.zone, 'UTC') AS zone,
    coalesce(person.name, '') AS person,
    step.rule AS rule,
    step.title AS title,
    step.why AS why,
    step.action AS action,
    step.message AS message,
    step.clock AS clock,
    step.opens AS opens,
    step.best AS best,
    coalesce(step.snoozed_until, step.best) AS show_at,
    step.due AS due,
    step.expires AS expires,
    step.snoozed_until AS snoozed_until,
    step.state AS state,
    step.reason AS reason,
    step.closed_at AS closed_at,
    step.remind_at AS remind_at,
    step.reminded_at AS reminded_at,
    interview.start AS interview_start,
    interview.travel_minutes AS travel_minutes
FROM step
LEFT JOIN application ON application.id = step.application_id
LEFT JOIN person ON person.id = step.person_id
LEFT JOIN interview ON interview.id = step.interview_id
"""


def upgrade() -> None:
    _applications()
    _people()
    _interviews()
    _events()
    _steps()
    _records()
    op.execute(AGENDA)
    op.execute(f"PRAGMA application_id = {0x41667764}")
    op.execute("PRAGMA user_version = 1")


def _owner(table: str) -> tuple[sa.Column[int], sa.ForeignKeyConstraint]:
    name = op.f(f"fk_{table}_application_id_application")
    return (
        sa.Column("application_id", sa.Integer(), nullable=table == "step"),
        sa.ForeignKeyConstraint(
            ["application_id"], ["application.id"], name=name, ondelete="CASCADE"
        ),
    )


def _identity(table: str) -> tuple[sa.Column[int], sa.Column[str], sa.Constraint, sa.Constraint]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("uid", name=op.f(f"uq_{table}_uid")),
    )


def _applications() -> None:
    op.create_table(
        "application",
        *_identity("application"),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("via_recruiter_only", sa.Boolean(), nullable=False),
        sa.Column("no_contact_wished", sa.Boolean(), nullable=False),
        sa.Column("fast_decision", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sqlite_autoincrement=True,
    )


def _people() -> None:
    op.create_table(
        "person",
        *_identity("person"),
        *_owner("person"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("part", sa.String(24), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("surname", sa.String(), nullable=False),
        sa.Column("job", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), nullable=False),
        sa.Column("prefers", sa.String(24), nullable=False),
        sa.Column("consent", sa.String(24), nullable=False),
        sa.Column("informed", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_person_application_id"), "person", ["application_id"])


def _interviews() -> None:
    op.create_table(
        "interview",
        *_identity("interview"),
        *_owner("interview"),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("mode", sa.String(24), nullable=False),
        sa.Column("start", sa.DateTime(), nullable=False),
        sa.Column("end", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("travel_minutes", sa.Integer(), nullable=False),
        sa.Column("invited_at", sa.DateTime(), nullable=True),
        sa.Column("called_off", sa.DateTime(), nullable=True),
        sa.Column("calendar_uid", sa.String(), nullable=True),
        sa.Column("calendar_sequence", sa.Integer(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    for column in ("application_id", "calendar_uid", "start"):
        op.create_index(op.f(f"ix_interview_{column}"), "interview", [column])
    _meeting("interview")


def _events() -> None:
    op.create_table(
        "event",
        *_identity("event"),
        *_owner("event"),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("moment_at", sa.DateTime(), nullable=True),
        sa.Column("moment_on", sa.Date(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("by", sa.String(24), nullable=True),
        sa.Column("item", sa.String(24), nullable=True),
        sa.Column("reply", sa.String(24), nullable=True),
        sa.Column("message", sa.String(4), nullable=True),
        sa.Column("channel", sa.String(24), nullable=True),
        sa.Column("path", sa.String(24), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_event_application_id_at", "event", ["application_id", "at"])
    _meeting("event")


def _meeting(thing: str) -> None:
    """The table that says which people took part in an interview or an event."""
    table = f"{thing}_person"
    op.create_table(
        table,
        sa.Column(f"{thing}_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(f"{thing}_id", "person_id", name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(
            [f"{thing}_id"],
            [f"{thing}.id"],
            name=op.f(f"fk_{table}_{thing}_id_{thing}"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f(f"fk_{table}_person_id_person"),
            ondelete="CASCADE",
        ),
    )
    op.create_index(op.f(f"ix_{table}_person_id"), table, ["person_id"])


def _steps() -> None:
    op.create_table("step", *_step_columns(), *_step_constraints(), sqlite_autoincrement=True)
    op.create_index(op.f("ix_step_person_id"), "step", ["person_id"])
    op.create_index(op.f("ix_step_interview_id"), "step", ["interview_id"])
    for name, column, which in (
        ("ix_step_remind_at", "remind_at", "remind_at IS NOT NULL"),
        ("ix_step_closed_at", "closed_at", "closed_at IS NOT NULL"),
        ("ix_step_open_best", "best", "state = 'open'"),
        ("ix_step_open_expires", "expires", "state = 'open'"),
    ):
        op.create_index(name, "step", [column], sqlite_where=sa.text(which))


def _step_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("rule", sa.String(4), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("interview_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("message", sa.String(4), nullable=True),
        sa.Column("clock", sa.String(24), nullable=False),
        sa.Column("opens", sa.DateTime(), nullable=False),
        sa.Column("best", sa.DateTime(), nullable=False),
        sa.Column("due", sa.DateTime(), nullable=False),
        sa.Column("expires", sa.DateTime(), nullable=True),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("moved", sa.Boolean(), nullable=False),
        sa.Column("snoozed_until", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("marked_at", sa.DateTime(), nullable=True),
        sa.Column("remind_at", sa.DateTime(), nullable=True),
        sa.Column("reminded_at", sa.DateTime(), nullable=True),
    )


def _step_constraints() -> tuple[sa.Column[int] | sa.Constraint, ...]:
    return (
        *_owner("step"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
        sa.UniqueConstraint("application_id", "key", name=op.f("uq_step_application_id_key")),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_step_person_id_person"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["interview_id"],
            ["interview.id"],
            name=op.f("fk_step_interview_id_interview"),
            ondelete="SET NULL",
        ),
    )


def _records() -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
    )
