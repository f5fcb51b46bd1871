"""A draft on its way over a real mail server: the account, the keyring in memory, the postman."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from keyring.backends.SecretService import Keyring as SecretService
from keyring.errors import KeyringLocked
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from sqlalchemy import select

from core.drafting.outgoing import Account, Security, Server
from core.drafting.stages import Stage
from core.models import OutboxItem
from core.use_cases import people
from core.use_cases.messages import Composing
from gui.compose import actions
from gui.compose.postman import Postman
from tests.core.exchange.servers import HOST, USER, Authority, Mailroom, Manners, mailroom
from tests.gui.pages.world import World

TOMAS = "tomas@halvorsen.example"
LONG = 20_000


class Kept(SecretService):
    """A desktop's keyring, in memory."""

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked
        return self.secrets.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password


@dataclass(slots=True)
class Story:
    """A draft of a world, its postman, and the server to which its account leads."""

    qtbot: QtBot
    world: World
    postman: Postman
    keyring: Kept
    owner: QObject
    draft: int = 0

    @property
    def letter(self) -> Composing:
        with self.world.database.reading() as session:
            return actions.compose(session, self.draft, self.world.now())

    def queue(self) -> None:
        """Press "Send"."""
        self.world.write(actions.queue, self.draft, None, ())

    def pass_seconds(self, seconds: float) -> None:
        self.world.instant += timedelta(seconds=seconds)
        self.postman.look()

    def end(self) -> None:
        """The program ends: what was on its way to the window is lost."""
        self.postman.stop()
        delete(self.postman)

    def start_anew(self) -> None:
        self.postman = Postman(self.world, self.owner)
        self.postman.look()

    def until_committed(self) -> None:
        """Until it is stored that the last bytes may leave."""
        self.qtbot.waitUntil(self._is_committed, timeout=LONG)

    def until_heard(self, room: Mailroom, command: str) -> None:
        """Until all that belongs to a command has reached the server."""
        self.qtbot.waitUntil(lambda: command in room.heard, timeout=LONG)

    def _is_committed(self) -> bool:
        with self.world.database.reading() as session:
            return bool(session.scalar(select(OutboxItem.committed)))

    def until(self, stage: Stage) -> None:
        self.qtbot.waitUntil(lambda: self.letter.stage is stage, timeout=LONG)

    def until_tried(self) -> None:
        """An attempt came to nothing, and it waits for the next one, with a sentence."""
        self.qtbot.waitUntil(lambda: self.letter.problem != "", timeout=LONG)


def thank_you(world: World, application: int, name: str, address: str) -> int:
    """The thank-you to one of the people who were there, whose address is known."""
    detail = world.detail(application)
    (card,) = (each for each in detail.people if name.endswith(each.name))
    step = next(each for each in detail.timeline if each.title == f"Thank {name}")
    known = people.PersonDetails(name=card.name, email=address)
    assert step.step_id is not None
    with world.database.session() as session:
        people.edit(session, card.id, known, world.now())
        return actions.begin(session, step.step_id, world.now())


@contextmanager
def server(
    story: Story, authority: Authority, tmp_path: Path, manners: Manners | None = None
) -> Iterator[Mailroom]:
    """A mail server, which is set up as the account."""
    with mailroom(authority.server(), manners=manners) as room:
        set_up(story, authority, tmp_path, room.port)
        yield room
        story.postman.stop()


def set_up(story: Story, authority: Authority, tmp_path: Path, port: int) -> None:
    root = authority.write_root(tmp_path / "root.pem")
    outgoing = Server(host=HOST, port=port, security=Security.TLS)
    account = Account(
        address=USER, name="Mia Sørensen", user=USER, outgoing=outgoing, certificates=str(root)
    )
    story.world.write(actions.change_account, account)
