"""Files from the world go through `add`: each is taken or refused with a reason, and soon."""

import logging
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path
from types import FrameType

import pytest

from core.clock import Now
from core.commands.add import add_files
from core.commands.outcome import Outcome
from core.exchange.invitations import Invitation, InvitationError, read_content
from core.paths import Paths
from tests.core.exchange.registry import RealFile, cache_folder, fetch, real_files

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")
LOG = logging.getLogger(__name__)
LONGEST_SECONDS = 60.0
REQUIRED = 40


@pytest.fixture(scope="module")
def files() -> list[RealFile]:
    folder = cache_folder()
    fetch(folder)
    return list(real_files(folder))


@contextmanager
def at_most(seconds: float, what: str) -> Iterator[None]:
    """Ends a hang where the platform can, so that it shows as a failure with a name."""

    def give_up(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"{what} took more than {seconds} s")

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_each_file_is_taken_or_refused_with_a_reason(
    files: list[RealFile], paths: Paths, tmp_path: Path
) -> None:
    taken, refused = 0, 0
    for number, real in enumerate(files):
        file = tmp_path / str(number) / real.name
        file.parent.mkdir()
        file.write_bytes(real.content)
        with at_most(LONGEST_SECONDS, real.origin):
            outcome = add_files(paths, [file], NOW)
        assert_said_once(outcome, real)
        taken += len(outcome.lines)
        refused += len(outcome.errors)
    LOG.info("%d taken, %d refused", taken, refused)
    assert taken + refused == len(files) >= REQUIRED
    assert taken >= len(files) // 3


def assert_said_once(outcome: Outcome, real: RealFile) -> None:
    said = (*outcome.lines, *outcome.errors)
    assert len(said) == 1, real.origin
    assert said[0].startswith(real.name), real.origin
    assert "Traceback" not in said[0]
    assert "\n" not in said[0]
    assert outcome.status == (2 if outcome.errors else 0)


def test_an_invitation_in_a_mail_says_what_it_says_alone(files: list[RealFile]) -> None:
    calendars = [real for real in files if real.name.endswith(".ics")]
    for real in calendars:
        message = EmailMessage()
        message["From"] = "anna@acme.example"
        message["To"] = "me@home.example"
        message["Subject"] = "Invitation"
        message.set_content("See the attachment.")
        message.add_attachment(
            real.content, maintype="text", subtype="calendar", filename="invite.ics"
        )
        with at_most(LONGEST_SECONDS, real.origin):
            assert read(bytes(message), real.name) == read(real.content, real.name), real.origin


def read(content: bytes, name: str) -> tuple[Invitation, ...] | str:
    try:
        return read_content(content, name, NOW)
    except InvitationError as error:
        return error.sentence
