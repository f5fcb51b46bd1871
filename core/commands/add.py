"""`add FILE…`: invitations become interviews, each file wholly or not at all."""

from pathlib import Path

from core.clock import Now
from core.commands.opening import opened
from core.commands.outcome import Outcome
from core.database import Database, DatabaseRefused
from core.exchange.invitations import Invitation, InvitationError, read_invitations
from core.intake import take
from core.paths import Paths
from core.playbook.rulebook import PlaybookError
from core.refusal import Refusal

MOST_AT_ONCE = 10
"""Events of one file that are taken without a choice."""


def add_files(paths: Paths, files: list[Path], now: Now) -> Outcome:
    """Store the invitations of files: a sentence for each, and one for each that is refused.

    A file that is refused keeps none of the others out.
    """
    lines: list[str] = []
    errors: list[str] = []
    readable: list[tuple[Path, tuple[Invitation, ...]]] = []
    for file in files:
        try:
            readable.append((file, _read(file, now)))
        except InvitationError as error:
            errors.append(error.sentence)
    if not readable:
        return Outcome(errors=tuple(errors))
    try:
        with opened(paths) as database:
            for file, invitations in readable:
                try:
                    lines.append(_store(database, file, invitations, now))
                except Refusal as error:
                    errors.append(f"{file.name}: {error.sentence}")
    except (DatabaseRefused, PlaybookError) as error:
        errors.append(str(error))
    return Outcome(lines=tuple(lines), errors=tuple(errors))


def _read(file: Path, now: Now) -> tuple[Invitation, ...]:
    found = tuple(each for each in read_invitations(file, now) if not each.later)
    if len(found) > MOST_AT_ONCE:
        what = f"{file.name} holds {len(found)} events. Nothing was stored."
        raise InvitationError(f"{what} Open it in the window, and choose the interview.")
    return found


def _store(database: Database, file: Path, invitations: tuple[Invitation, ...], now: Now) -> str:
    sentences: list[str] = []
    with database.session() as session:
        for invitation in invitations:
            taken = take(session, invitation, now)
            sentences.extend((taken.sentence, *taken.notes))
    return f"{file.name}: {' '.join(dict.fromkeys(sentences))}"
