"""A usual invitation, and how the tests change it."""

from datetime import UTC, datetime
from email.message import EmailMessage

from core.clock import Now
from core.exchange.invitations import Invitation, read_content

NOW = Now(datetime(2026, 5, 12, 7, 40, tzinfo=UTC), "Europe/Oslo")

EVENT = """BEGIN:VEVENT
UID:one@acme.example
DTSTAMP:20260501T080000Z
DTSTART;TZID=Europe/Berlin:20260520T140000
DTEND;TZID=Europe/Berlin:20260520T150000
SUMMARY:Interview: Data Engineer at Acme GmbH
LOCATION:Hauptstraße 1\\, Berlin
ORGANIZER;CN="van der Berg, Anna-Maria":mailto:anna@acme.example
ATTENDEE;CN=Paul Moreau:mailto:paul@acme.example
ATTENDEE;CN=Room 5;CUTYPE=ROOM:mailto:room5@acme.example
END:VEVENT"""


def calendar(*events: str, head: str = "METHOD:REQUEST") -> bytes:
    lines = "\n".join(("BEGIN:VCALENDAR", head, *(events or (EVENT,)), "END:VCALENDAR"))
    return lines.replace("\n", "\r\n").encode()


def changed(**properties: str) -> str:
    """The usual event with some of its lines changed; an empty text removes one."""
    lines = []
    for line in EVENT.split("\n"):
        name = line.replace(";", ":").split(":")[0]
        lines.append(properties.pop(name) if name in properties else line)
    return "\n".join(line for line in (*lines[:-1], *properties.values(), lines[-1]) if line)


def read(content: bytes) -> tuple[Invitation, ...]:
    return read_content(content, "invite.ics", NOW)


def read_one(content: bytes) -> Invitation:
    (invitation,) = read(content)
    return invitation


CUSTOM = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ={rule};BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def mail(*parts: tuple[bytes, str, str]) -> bytes:
    message = EmailMessage()
    message["From"] = "anna@acme.example"
    message["To"] = "me@home.example"
    message["Subject"] = "Interview"
    message["Date"] = "Fri, 01 May 2026 10:00:00 +0200"
    message.set_content("Dear you, here is the invitation.")
    for content, kind, name in parts:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return bytes(message)
