"""One authority for all mail servers, and the servers that are slow to start."""

from collections.abc import Iterator

import pytest

from tests.core.exchange.dovecot import USERS, DraftServer, dovecot
from tests.core.exchange.servers import Authority

UNUSED = (f"user{number}" for number in range(USERS))


@pytest.fixture(scope="session")
def authority() -> Authority:
    return Authority()


@pytest.fixture(scope="session")
def imap(authority: Authority) -> Iterator[DraftServer]:
    """Its folder for drafts is marked as such, and has a German name."""
    with dovecot(authority, "Entwürfe") as server:
        yield server


@pytest.fixture
def user() -> str:
    """A user whose mailbox is empty."""
    return next(UNUSED)


@pytest.fixture(scope="session")
def bare_imap(authority: Authority) -> Iterator[DraftServer]:
    """It marks no folder, and has only the inbox at first."""
    with dovecot(authority) as server:
        yield server
