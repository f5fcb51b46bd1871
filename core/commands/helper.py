"""What `doctor` says of the help with wording: nothing, unless the user has named an endpoint for it."""

import socket
import sqlite3
from contextlib import closing

from core.commands.finding import Finding
from core.drafting.helper import Endpoint, endpoint_of
from core.paths import Paths
from core.refusal import DetailsError
from core.schema import open_read_only

SUBJECT = "Drafting help"
PATIENCE_SECONDS = 2.0


def drafting_help(paths: Paths) -> list[Finding]:
    """One finding, or none. A program on this machine is called, and told nothing; others are not."""
    endpoint = _endpoint(paths)
    if endpoint is None:
        return []
    state = f"asks {endpoint.address}, and only when you say so."
    if endpoint.on_this_machine and not _answers(endpoint):
        return [Finding(SUBJECT, state, "Nobody answers there just now: start the model.")]
    return [Finding(SUBJECT, state)]


def _endpoint(paths: Paths) -> Endpoint | None:
    """What is wrong with the database, another line says."""
    if not paths.database.exists():
        return None
    query = "SELECT value FROM setting WHERE name = 'helper_address'"
    try:
        with closing(open_read_only(paths.database)) as connection:
            row = connection.execute(query).fetchone()
        return endpoint_of(str(row[0])) if row else None
    except (sqlite3.Error, DetailsError):
        return None


def _answers(endpoint: Endpoint) -> bool:
    try:
        address = (endpoint.host, endpoint.port)
        socket.create_connection(address, PATIENCE_SECONDS).close()
    except OSError:
        return False
    return True
