"""Letters to send in the stories about mail."""

from datetime import datetime
from zoneinfo import ZoneInfo

from core.drafting.outgoing import Attachment, Mailbox, Outgoing

ME = Mailbox(address="mia@home.example", name="Mia Sørensen")
ANNA = Mailbox(address="anna@acme.example", name="Anna-Maria van der Berg")
PAUL = Mailbox(address="paul@acme.example", name="Paul Müller")


def letter(
    *,
    to: tuple[Mailbox, ...] = (ANNA,),
    subject: str = "Thank you – Data Engineer interview, 27 March",
    body: str = "Dear Ms van der Berg,\n\nthank you for the talk about Airflow. Grüße\n\nMia\n",
    attachments: tuple[Attachment, ...] = (),
    sender: Mailbox = ME,
    message_id: str = "<0123456789abcdef@home.example>",
    draft: bool = False,
    in_reply_to: str = "",
    references: tuple[str, ...] = (),
) -> Outgoing:
    return Outgoing(
        sender=sender,
        to=to,
        subject=subject,
        body=body,
        date=datetime(2026, 3, 27, 17, 30, tzinfo=ZoneInfo("Europe/Berlin")),
        message_id=message_id,
        attachments=attachments,
        draft=draft,
        in_reply_to=in_reply_to,
        references=references,
    )
