"""What is written is stored as it is typed, together with earlier versions of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from core.clock import Now
from core.database import WorkSession
from core.drafting.outgoing import AttachedFile
from core.drafting.stages import MessageState
from core.drafting.values import Ignored, Tone
from core.drafting.versions import BETWEEN_VERSIONS, superfluous
from core.models import Message, MessageVersion
from core.playbook.values import Channel
from core.refusal import DetailsError, Gone
from core.use_cases import checked
from core.use_cases.message_rows import in_outbox, message_row, set_recipients

MUCH = 200
"""Characters that are not taken away without a version of what stood there."""

MOST_ATTACHMENTS = 50

NO_LONGER_WRITTEN = "This message was sent already. Its text stays as it was sent."
ON_ITS_WAY = "This message is on its way. Take it back to change it, if there is still time."


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """Everything of a draft that the user changes. `to` holds ids of contact cards."""

    subject: str
    body: str
    to: tuple[int, ...]
    channel: Channel = Channel.EMAIL
    tone: Tone = Tone.WARM
    language: str | None = None
    """None: detected."""
    ticks: tuple[str, ...] = ()
    attachments: tuple[AttachedFile, ...] = ()
    send_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier text: when it was written, and how it begins."""

    id: int
    at: datetime
    subject: str
    start: str
    """The first 200 characters of its body."""
    words: int


def save(session: WorkSession, draft_id: int, text: DraftText, now: Now) -> None:
    """Store a draft as it is now; called at every pause in typing. It is no change to undo.

    `DetailsError` for what cannot be stored, and `Gone` for what is sent or on its way.
    """
    row = _written(session, draft_id)
    subject = checked.line(text.subject, "subject", "The subject")
    body = checked.typed(text.body, "body", "The message")
    if len(text.attachments) > MOST_ATTACHMENTS:
        raise DetailsError(f"At most {MOST_ATTACHMENTS} files fit. Nothing was stored.", "files")
    set_recipients(session, row, text.to)
    _write(session, row, subject, body, now)
    row.channel = text.channel
    row.tone = text.tone
    row.language = text.language
    if tuple(row.ticks) != text.ticks:
        row.ticks = list(text.ticks)
    if row.attachments != text.attachments:
        row.attachments = text.attachments
    row.send_at = text.send_at


def ignore(session: WorkSession, draft_id: int, finding: Ignored, now: Now) -> None:
    """Leave a finding alone in this one message."""
    row = message_row(session, draft_id)
    tidy = Ignored(check=finding.check, words=finding.words.casefold())
    if tidy not in row.ignored:
        row.ignored = (*row.ignored, tidy)


def heed(session: WorkSession, draft_id: int, finding: Ignored, now: Now) -> None:
    """Take `ignore` back."""
    row = message_row(session, draft_id)
    tidy = Ignored(check=finding.check, words=finding.words.casefold())
    row.ignored = tuple(kept for kept in row.ignored if kept != tidy)


def versions(session: WorkSession, draft_id: int, now: Now) -> tuple[Version, ...]:
    """The earlier texts of a message, the latest first."""
    query = select(MessageVersion).where(MessageVersion.message_id == draft_id)
    return tuple(
        Version(
            id=row.id,
            at=row.at,
            subject=row.subject,
            start=row.body[:200],
            words=len(row.body.split()),
        )
        for row in session.scalars(
            query.order_by(MessageVersion.at.desc(), MessageVersion.id.desc())
        )
    )


def version_text(session: WorkSession, version_id: int, now: Now) -> tuple[str, str]:
    """Subject and body of an earlier text."""
    row = _version(session, version_id)
    return row.subject, row.body


def take_version(session: WorkSession, version_id: int, now: Now) -> None:
    """Make an earlier text the present one; the present one becomes an earlier one."""
    version = _version(session, version_id)
    row = _written(session, version.message_id)
    if (row.subject, row.body) != (version.subject, version.body):
        _keep(session, row, now)
        row.subject, row.body, row.edited_at = version.subject, version.body, now.instant


def keep_version(session: WorkSession, draft_id: int, now: Now) -> None:
    """Keep the present text as a version before another one comes into its place."""
    row = _written(session, draft_id)
    if row.subject or row.body:
        _keep(session, row, now)


def replace_body(session: WorkSession, row: Message, body: str, now: Now) -> None:
    """Put another body in place for the user; what stood there is kept as a version."""
    _keep(session, row, now)
    row.body, row.edited_at = body, now.instant


def _written(session: WorkSession, draft_id: int) -> Message:
    """The row of a message that may be changed."""
    row = message_row(session, draft_id)
    if row.state is MessageState.SENT:
        raise Gone(NO_LONGER_WRITTEN)
    if in_outbox(session, draft_id) is not None:
        raise Gone(ON_ITS_WAY)
    return row


def _write(session: WorkSession, row: Message, subject: str, body: str, now: Now) -> None:
    if (row.subject, row.body) == (subject, body):
        return
    if (row.subject or row.body) and _worth_keeping(session, row, body):
        _keep(session, row, now)
    row.subject, row.body, row.edited_at = subject, body, now.instant


def _worth_keeping(session: WorkSession, row: Message, body: str) -> bool:
    if len(row.body) - len(body) >= MUCH:
        return True
    latest = session.scalar(
        select(MessageVersion.at)
        .where(MessageVersion.message_id == row.id)
        .order_by(MessageVersion.at.desc())
        .limit(1)
    )
    return latest is None or row.edited_at - latest >= BETWEEN_VERSIONS


def _keep(session: WorkSession, row: Message, now: Now) -> None:
    """Keep the present text as a version, once, and thin out what is old."""
    latest = session.scalar(
        select(MessageVersion)
        .where(MessageVersion.message_id == row.id)
        .order_by(MessageVersion.at.desc(), MessageVersion.id.desc())
        .limit(1)
    )
    if latest is not None and (latest.subject, latest.body) == (row.subject, row.body):
        return
    session.add(
        MessageVersion(message_id=row.id, at=row.edited_at, subject=row.subject, body=row.body)
    )
    session.flush()
    query = select(MessageVersion.id, MessageVersion.at).where(MessageVersion.message_id == row.id)
    stored = [(number, at) for number, at in session.execute(query.order_by(MessageVersion.at))]
    surplus = superfluous(stored, now.instant)
    if surplus:
        session.execute(delete(MessageVersion).where(MessageVersion.id.in_(surplus)))


def _version(session: WorkSession, version_id: int) -> MessageVersion:
    row = session.get(MessageVersion, version_id)
    if row is None:
        raise Gone("This earlier text is no longer here. Nothing was changed.")
    return row
