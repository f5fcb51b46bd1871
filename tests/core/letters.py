"""Words in which the tests of messages tell their stories."""

from dataclasses import replace

from core.clock import Now
from core.database import Database
from core.drafting.outgoing import Account, Security, Server
from core.use_cases import messages
from core.use_cases.account import change_account
from core.use_cases.messages import Composing, DraftText
from tests.core.stories import step_id

ACCOUNT = Account(
    address="ann@mail.example",
    name="Ann Berg",
    user="ann",
    outgoing=Server(host="smtp.mail.example", port=465, security=Security.TLS),
)


def begin(database: Database, now: Now, rule: str = "T1") -> int:
    """The draft of the one step of this rule."""
    with database.session() as session:
        return messages.begin(session, step_id(database, rule), now)


def compose(database: Database, draft: int, now: Now) -> Composing:
    with database.reading() as session:
        return messages.compose(session, draft, now)


def text_of(shown: Composing) -> DraftText:
    """What the composer would store of what it shows."""
    return DraftText(
        subject=shown.draft.subject,
        body=shown.draft.body,
        to=tuple(card.id for card in shown.recipients),
        channel=shown.draft.channel,
        tone=shown.tone,
        ticks=shown.draft.ticks,
        attachments=shown.attachments,
    )


def write(database: Database, draft: int, now: Now, body: str) -> None:
    text = replace(text_of(compose(database, draft, now)), body=body)
    with database.session() as session:
        messages.save(session, draft, text, now)


def set_up(database: Database, now: Now, account: Account = ACCOUNT) -> None:
    with database.session() as session:
        change_account(session, account, now)
