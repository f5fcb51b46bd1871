"""What is still to leave, known without SQLAlchemy."""

from contextlib import closing

from core.agenda import connect
from core.clock import Now
from core.database import Database
from core.drafting.outbox import UNDO, Stage, Unknown
from core.drafting.stages import HandedTo
from core.unsent import Unsent, read_unsent
from core.use_cases import departures, messages
from tests.core.letters import begin, set_up
from tests.core.stories import add_interview


def unsent(database: Database) -> Unsent:
    with closing(connect(database.file)) as connection:
        return read_unsent(connection)


def test_a_database_at_rest_tells_when_the_next_message_leaves(
    database: Database, now: Now
) -> None:
    add_interview(database, now)
    set_up(database, now)
    assert unsent(database) == Unsent(leaves_at=None, sending=False, questions=0)
    draft = begin(database, now)
    with database.session() as session:
        messages.queue(session, draft, None, now)
    assert unsent(database).leaves_at == now.instant + UNDO


def test_and_what_is_to_be_asked(database: Database, now: Now) -> None:
    add_interview(database, now)
    set_up(database, now)
    draft, other = begin(database, now), begin(database, now, "F1")
    with database.session() as session:
        messages.queue(session, draft, now.instant, now)
        messages.handed_over(session, other, HandedTo.CLIPBOARD, now)
        departure = departures.next_outgoing(session, now)
    assert departure is not None
    assert unsent(database) == Unsent(leaves_at=None, sending=True, questions=1)
    with database.session() as session:
        departures.reached(session, departure.item_id, Stage.CONFIRMING, now)
        departures.settle(session, departure.item_id, Unknown("No answer came."), now)
    assert unsent(database) == Unsent(leaves_at=None, sending=False, questions=2)
