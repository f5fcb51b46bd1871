"""Files that mean harm, and files that mean nothing: answered soon, with a sentence."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.exchange.invitations import InvitationError
from tests.core.exchange.calendars import CUSTOM, EVENT, calendar, changed, mail, read


def nested_mail(depth: int) -> bytes:
    head = b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n"
    levels = (
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
        for level in range(depth)
    )
    return head + b"".join(levels) + b"Content-Type: text/plain\n\nhello\n"


NEVER = "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31"
IN_CUSTOM = changed(DTSTART="DTSTART;TZID=Customized Time Zone:20260520T140000", DTEND="")
CUSTOM_FEBRUARY = CUSTOM.format(rule="YEARLY;BYMONTHDAY=31").replace("BYMONTH=3", "BYMONTH=2")
PART = """BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=2
END:STANDARD
"""


HOSTILE = {
    "deeply nested mail": nested_mail(150),
    "more nested mail": nested_mail(20_000),
    "forwarded without end": b"From: a@b.example\nTo: c@d.example\n"
    + b"Content-Type: message/rfc822\n\n" * 30_000,
    "many parts": b"From: a@b.example\nTo: x@y.example\nContent-Type: multipart/mixed;"
    b" boundary=b\n\n" + b"--b\n\n\n" * 300_000,
    "a header of megabytes": b"From: a@b.example\nTo: x@y.example\nContent-Type: text/calendar"
    + b'; a="b' * 300_000 + b"\n\nhello",
    "many lines": calendar() + b"X:y\r\n" * 1_500_000,
    "many folds": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:" + b"\n x" * 2_500_000,
    "many events": calendar(*(EVENT.replace("one@", f"{n}@") for n in range(5_000))),
    "many attendees": calendar(changed(X="ATTENDEE;CN=a:mailto:b@c.example\n" * 30_000)),
    "many components": b"BEGIN:VCALENDAR\n" + b"BEGIN:VTIMEZONE\n" * 40_000,
    "quotes without end": calendar(changed(ATTENDEE='ATTENDEE;CN="' * 20_000)),
    "parameters without end": calendar(changed(DTSTART="DTSTART" + ";A=b" * 60_000 + ":x")),
    "one line": b"BEGIN:VCALENDAR:" + b"A" * 9_000_000,
    "links": calendar(changed(DESCRIPTION="DESCRIPTION:" + "https://" * 30_000)),
    "blanks": calendar(changed(LOCATION="LOCATION:" + " " * 240_000 + "x")),
    "a title of marks": calendar(changed(SUMMARY="SUMMARY:" + "Re: [x] " * 10_000)),
    "many left-out days": calendar(
        changed(RRULE="RRULE:FREQ=DAILY", EXDATE="EXDATE:" + "20260520T140000," * 10_000)
    ),
    "rules that never come true": calendar(
        *(EVENT.replace("one@", f"{n}@").replace("DTSTAMP", f"{NEVER}\nDTSTAMP") for n in range(99))
    ),
    "zones that never change": calendar(
        *(CUSTOM_FEBRUARY.replace("Customized", f"{n}") for n in range(50)),
        *(IN_CUSTOM.replace("Customized", f"{n}") for n in range(3)),
    ),
    "zones by the second": calendar(CUSTOM.format(rule="SECONDLY") * 40, IN_CUSTOM),
    "zones of many rules": calendar(
        CUSTOM.format(rule="YEARLY").replace("BEGIN:DAYLIGHT", f"{PART * 1_000}BEGIN:DAYLIGHT"), IN_CUSTOM
    ),
    "more events than any": calendar(*(EVENT.replace("one@", f"{n}@") for n in range(501))),
    "open components": b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nBEGIN:VALARM\n" * 40_000,
    "endless ends": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + b"END:VEVENT\n" * 100_000,
    "many added times": calendar(
        changed(RDATE="RDATE:" + ",".join(f"2026{m:02}{d:02}T140000Z" for m in range(1, 13)
                                           for d in range(1, 29)) + ",20260520T140000Z" * 9_000)
    ),
    "a bomb of zeros": bytes(9_900_000),
}  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_answered_soon(kind: str) -> None:
    began = time.monotonic()
    try:
        read(HOSTILE[kind])
    except InvitationError as error:
        said = error.sentence
    else:
        said = "invite.ics was read"
    assert said.startswith("invite.ics")
    assert time.monotonic() - began < 10


# ------------------------------------------------------------------ anything at all

names = st.sampled_from(
    [
        *("DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RECURRENCE-ID", "SUMMARY", "UID"),
        *("LOCATION", "ORGANIZER", "ATTENDEE", "SEQUENCE", "STATUS", "DTSTAMP", "DESCRIPTION"),
    ]
)
values = st.text(max_size=60) | st.sampled_from(
    [
        *("20260520T140000", "20260520T140000Z", "20260520", "PT1H", "P1W", "P"),
        *("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,-1FR;UNTIL=20270101", "mailto:a@b.example"),
        *("99999999", "00000000T000000", "21991231T235959", "19700101T000000"),
    ]
)
parameters = st.sampled_from(["", ";TZID=Europe/Berlin", ";VALUE=DATE", ";CN=A", ";TZID=Foo", ";X"])


ODD = [
    b"charset*0*=utf-8''%ff",
    b"charset=unknown",
    b"Content-Transfer-Encoding: base64\n",
    b"boundary=",
    b"=?utf-8?q?=ff?=",
    b"\n\n",
]


@settings(max_examples=300)
@given(st.lists(st.tuples(names, parameters, values), max_size=12))
def test_any_event_is_read_or_refused(lines: list[tuple[str, str, str]]) -> None:
    event = "\n".join(
        ("BEGIN:VEVENT", *(f"{name}{more}:{value}" for name, more, value in lines), "END:VEVENT")
    )
    answered(calendar(event))


@settings(max_examples=200)
@given(st.binary(max_size=400), st.sampled_from([b"", b"BEGIN:VCALENDAR\n", b"From: a\nTo: b\n"]))
def test_any_bytes_are_read_or_refused(content: bytes, start: bytes) -> None:
    answered(start + content)


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_invitation_is_read_or_refused(data: st.DataObject) -> None:
    whole = calendar(CUSTOM.format(rule="YEARLY"), changed(RRULE="RRULE:FREQ=MONTHLY;BYDAY=2TU"))
    at = data.draw(st.integers(0, len(whole)))
    length = data.draw(st.integers(0, 40))
    put = data.draw(st.binary(max_size=10))
    damaged = whole[:at] + put + whole[at + length :]
    answered(damaged)
    answered(mail((damaged, "text/calendar", "invite.ics")))


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_mail_is_read_or_refused(data: st.DataObject) -> None:
    whole = mail((calendar(), "text/calendar", "invite.ics"))
    at = data.draw(st.integers(0, len(whole)))
    put = data.draw(st.binary(max_size=10) | st.sampled_from(ODD))
    answered(whole[:at] + put + whole[at + data.draw(st.integers(0, 40)) :])


def answered(content: bytes) -> None:
    with suppress(InvitationError):
        assert all(each.start <= each.end for each in read(content))
