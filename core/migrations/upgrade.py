"""Brings a database to the newest tables. Loaded only when there is something to migrate."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, NullPool, create_engine, event
from sqlalchemy.engine import make_url

from core.schema import SCHEMA_VERSION


def upgrade(database: Path, revision: str = "head") -> None:
    """Run what is missing in one transaction, all or nothing.

    Another process that does the same is waited for. Foreign keys stay off meanwhile, since
    SQLite would delete the rows of child tables when a table is made anew; they are checked
    before the end instead.
    """
    url = make_url("sqlite://").set(database=str(database))
    engine = create_engine(
        url, poolclass=NullPool, connect_args={"isolation_level": None, "timeout": 30}
    )
    event.listen(engine, "begin", _begin_alone)
    with engine.begin() as connection:
        if _version(connection) < SCHEMA_VERSION:
            command.upgrade(_configuration(connection), revision)
            _check_references(connection)


def _begin_alone(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _configuration(connection: Connection) -> Config:
    configuration = Config()
    configuration.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    configuration.attributes["connection"] = connection
    return configuration


def _version(connection: Connection) -> int:
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _check_references(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise ValueError("the migration would leave rows without their owner")
