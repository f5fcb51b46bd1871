"""An invitation file says when, where and with whom; a bad one says why it cannot."""

from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from core.exchange.invitations import InvitationError, Method, read_invitations
from core.playbook.values import Mode
from tests.core.exchange.calendars import (
    CUSTOM,
    EVENT,
    NOW,
    calendar,
    changed,
    mail,
    read,
    read_one,
)

WALL = datetime.fromisoformat


def refusal(content: bytes) -> str:
    with pytest.raises(InvitationError) as caught:
        read(content)
    assert caught.value.sentence.startswith("invite.ics ")
    return caught.value.sentence


def test_an_invitation_says_when_where_and_with_whom() -> None:
    invitation = read_one(calendar())
    assert invitation.method is Method.REQUEST
    assert (invitation.uid, invitation.sequence) == ("one@acme.example", 0)
    assert (invitation.start, invitation.end) == (
        WALL("2026-05-20T14:00"),
        WALL("2026-05-20T15:00"),
    )
    assert invitation.zone == "Europe/Berlin"
    assert invitation.location == "Hauptstraße 1, Berlin"
    assert invitation.organizer is not None
    assert invitation.organizer.name == "van der Berg, Anna-Maria"
    assert [person.name for person in invitation.attendees] == ["Paul Moreau"]
    assert invitation.stamp == datetime(2026, 5, 1, 8, tzinfo=UTC)
    assert (invitation.company, invitation.role) == ("Acme GmbH", "Data Engineer")
    assert invitation.mode is Mode.ONSITE
    assert invitation.notes == ()


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("w. europe standard time", "Europe/Berlin"),
        ("Eastern Standard Time", "America/New_York"),
        ("/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"),
        ("/citadel.org/20070227_1/America/Argentina/Ushuaia", "America/Argentina/Ushuaia"),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome"', "Europe/Amsterdam"),
        ("europe/berlin", "Europe/Berlin"),
        ("GMT", "UTC"),
    ],
)
def test_zones_are_known_by_many_names(written: str, zone: str) -> None:
    start = f"DTSTART;TZID={written}:20260520T140000"
    invitation = read_one(calendar(changed(DTSTART=start, DTEND="")))
    assert (invitation.zone, invitation.start) == (zone, WALL("2026-05-20T14:00"))


def test_a_time_in_utc_is_told_in_the_users_zone() -> None:
    invitation = read_one(calendar(changed(DTSTART="DTSTART:20260520T120000Z", DTEND="")))
    assert (invitation.zone, invitation.start) == ("Europe/Oslo", WALL("2026-05-20T14:00"))


def test_a_time_with_no_zone_is_the_users_and_says_so() -> None:
    invitation = read_one(calendar(changed(DTSTART="DTSTART:20260520T140000", DTEND="")))
    assert invitation.zone == "Europe/Oslo"
    assert "names no time zone" in invitation.notes[0]


def test_a_calendars_own_zone_is_for_times_that_name_none() -> None:
    event = changed(DTSTART="DTSTART:20260520T140000", DTEND="")
    invitation = read_one(calendar(event, head="X-WR-TIMEZONE:Asia/Tokyo"))
    assert invitation.zone == "Asia/Tokyo"


def test_an_unknown_zone_asks() -> None:
    start = "DTSTART;TZID=Middle Earth:20260520T140000"
    invitation = read_one(calendar(changed(DTSTART=start, DTEND="")))
    assert (invitation.zone, invitation.zone_name) == (None, "Middle Earth")


@pytest.mark.parametrize(
    ("day", "hour"), [("20260520", 20), ("20261201", 20), ("20260310", 19), ("20261028", 19)]
)
def test_a_zone_that_only_the_file_knows_keeps_the_instant(day: str, hour: int) -> None:
    start = f"DTSTART;TZID=Customized Time Zone:{day}T140000"
    event = changed(DTSTART=start, DTEND="")
    invitation = read_one(calendar(CUSTOM.format(rule="YEARLY"), event))
    assert invitation.zone == "Europe/Oslo"
    assert invitation.start.hour == hour
    assert "changed into yours" in invitation.notes[0]


@pytest.mark.parametrize("rule", ["SECONDLY", "MINUTELY", "DAILY", "NONSENSE"])
def test_a_zone_with_rules_that_could_hang_is_not_used(rule: str) -> None:
    start = "DTSTART;TZID=Customized Time Zone:20260520T140000"
    event = changed(DTSTART=start, DTEND="")
    assert read_one(calendar(CUSTOM.format(rule=rule), event)).zone is None


def test_a_zone_of_hours_and_minutes_is_used() -> None:
    rule = "YEARLY;INTERVAL=1;BYHOUR=2;BYMINUTE=0"
    start = "DTSTART;TZID=Customized Time Zone:20260520T140000"
    event = changed(DTSTART=start, DTEND="")
    assert read_one(calendar(CUSTOM.format(rule=rule), event)).start.hour == 20


def test_what_one_file_calls_a_zone_says_nothing_about_the_next() -> None:
    start = "DTSTART;TZID=Customized Time Zone:20260520T140000"
    event = changed(DTSTART=start, DTEND="")
    here = CUSTOM.format(rule="YEARLY")
    there = here.replace("-0400", "+0900").replace("-0500", "+0900")
    hours = [read_one(calendar(zone, event)).start.hour for zone in (here, there)]
    assert hours == [20, 7]
    assert read_one(calendar(event)).zone is None


def test_a_real_zones_name_beside_a_definition_counts() -> None:
    located = CUSTOM.format(rule="YEARLY").replace(
        "BEGIN:ST", "X-LIC-LOCATION:Asia/Tokyo\nBEGIN:ST"
    )
    start = "DTSTART;TZID=Customized Time Zone:20260520T140000"
    invitation = read_one(calendar(located, changed(DTSTART=start, DTEND="")))
    assert (invitation.zone, invitation.start.hour) == ("Asia/Tokyo", 14)


def test_utc_is_utc_also_where_a_zone_is_named() -> None:
    start = "DTSTART;TZID=Europe/Berlin:20260520T120000Z"
    invitation = read_one(calendar(changed(DTSTART=start, DTEND="")))
    assert (invitation.zone, invitation.start.hour) == ("Europe/Oslo", 14)


def test_an_end_in_another_zone_is_told_in_the_zone_of_the_start() -> None:
    end = "DTEND;TZID=America/New_York:20260520T093000"
    assert read_one(calendar(changed(DTEND=end))).end == WALL("2026-05-20T15:30")


def test_a_length_is_elapsed_time_also_when_the_clocks_change() -> None:
    start = "DTSTART;TZID=Europe/Berlin:20260329T010000"
    event = changed(DTSTART=start, DTEND="DURATION:PT2H")
    assert read_one(calendar(event)).end == WALL("2026-03-29T04:00")


def test_without_an_end_an_hour_is_taken_and_said() -> None:
    invitation = read_one(calendar(changed(DTEND="")))
    assert invitation.end - invitation.start == timedelta(hours=1)
    assert "one hour" in invitation.notes[0]


def test_a_whole_day_is_told_as_one() -> None:
    event = changed(DTSTART="DTSTART;VALUE=DATE:20260520", DTEND="")
    assert read_one(calendar(event)).all_day


@pytest.mark.parametrize(
    ("head", "status"), [("METHOD:CANCEL", ""), ("METHOD:REQUEST", "STATUS:CANCELLED")]
)
def test_a_cancellation_is_known(head: str, status: str) -> None:
    assert read_one(calendar(changed(STATUS=status), head=head)).cancelled


def test_the_newest_of_two_versions_counts() -> None:
    later = changed(SEQUENCE="SEQUENCE:3", LOCATION="LOCATION:Hamburg")
    assert read_one(calendar(later, EVENT)).location == "Hamburg"


def test_several_events_are_several_invitations_in_order() -> None:
    second = EVENT.replace("one@", "two@").replace("20260520", "20260518")
    assert [each.uid[:3] for each in read(calendar(EVENT, second))] == ["two", "one"]


@pytest.mark.parametrize(
    "broken",
    [
        'ORGANIZER;CN=a"b:mailto:c@d.example',
        "SEQUENCE:many",
        "EXDATE:20260520T140000,",
        "RRULE;VALUE=BINARY:%%%",
        "DTSTAMP:soon",
        "ATTENDEE;;;CN",
        "CONFERENCE;TZID=a,b:https://acme.example",
        "SUMMARY;ENCODING=BASE64;VALUE=BINARY:%",
        "no colon at all",
    ],
)
def test_a_broken_line_does_not_cost_the_event(broken: str) -> None:
    invitation = read_one(calendar(changed(X=broken)))
    assert (invitation.start, invitation.location) == (
        WALL("2026-05-20T14:00"),
        "Hauptstraße 1, Berlin",
    )


def test_alarms_and_tasks_are_left_unread() -> None:
    alarm = "BEGIN:VALARM\nTRIGGER:%\nSUMMARY:Wake up\nDTSTART:x\nEND:VALARM"
    task = "BEGIN:VTODO\nDUE:%\nSUMMARY:Iron the shirt\nEND:VTODO"
    invitation = read_one(calendar(task, changed(X=alarm)))
    assert invitation.company == "Acme GmbH"


def test_an_attached_document_is_left_unread() -> None:
    document = f"ATTACH;ENCODING=BASE64;VALUE=BINARY:{'QUJD' * 1_000_000}"
    assert read_one(calendar(changed(ATTACH=document))) == read_one(calendar())


@pytest.mark.parametrize(
    ("summary", "company"),
    [
        ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Interview with M=C3=BCller", "Müller"),
        ("SUMMARY:Interview with Mül\n ler", "Müller"),
        ("SUMMARY;LANGUAGE=en:Interview with Müller\\, Söhne", "Müller"),
    ],
)
def test_text_is_read_however_it_is_written(summary: str, company: str) -> None:
    whole = calendar(changed(SUMMARY=summary))
    encoded = [whole, whole.decode().encode("utf-16"), whole.decode().encode("cp1252")]
    assert {read_one(each).company for each in encoded} == {company}


def test_an_event_that_cannot_be_read_is_named_beside_the_others() -> None:
    broken = EVENT.replace("one@", "two@").replace(
        "DTEND;TZID=Europe/Berlin:20260520T15", "DTEND:19"
    )
    invitation = read_one(calendar(EVENT, broken))
    assert "was left out" in invitation.notes[0]


@pytest.mark.parametrize(
    ("location", "description", "mode", "link"),
    [
        ("https://acme.zoom.us/j/123", "", Mode.VIDEO, "https://acme.zoom.us/j/123"),
        ("Microsoft Teams Meeting", "Join: https://teams.microsoft.com/l/meetup-join/x?a=b>",
         Mode.VIDEO, "https://teams.microsoft.com/l/meetup-join/x?a=b"),
        ("", "Dial https://meet.google.com/abc-defg-hij.", Mode.VIDEO,
         "https://meet.google.com/abc-defg-hij"),
        ("Phone: +47 22 33 44 55", "", Mode.PHONE, ""),
        ("+47 22 33 44 55", "", Mode.PHONE, ""),
        ("Torget 2, Bergen", "or by https://x.zoom.us/j/9", Mode.ONSITE, "https://x.zoom.us/j/9"),
    ],
)  # fmt: skip
def test_place_and_text_tell_the_kind_of_interview(
    location: str, description: str, mode: Mode, link: str
) -> None:
    event = changed(LOCATION=f"LOCATION:{location}", DESCRIPTION=f"DESCRIPTION:{description}")
    invitation = read_one(calendar(event))
    assert (invitation.mode, invitation.link) == (mode, link)


@pytest.mark.parametrize(
    ("summary", "company", "role", "number"),
    [
        ("Interview with ACME", "ACME", "", None),
        ("Acme – Interview – Data Engineer", "Acme", "Data Engineer", None),
        ("2nd interview - Senior Developer (Globex)", "Globex", "Senior Developer", 2),
        ("Interview with Paul Moreau", "Acme", "", None),
        ("Vorstellungsgespräch bei Müller & Söhne als Buchhalterin", "Müller & Söhne",
         "Buchhalterin", None),
        ("Einladung: Zweitgespräch Data Scientist bei Siemens AG", "Siemens AG",
         "Data Scientist", 2),
        ("Lumen & Ash: first interview, Content Designer", "Lumen & Ash", "Content Designer", 1),
        ("Lunch with friends", "Acme", "", None),
    ],
)  # fmt: skip
def test_the_title_tells_employer_role_and_round(
    summary: str, company: str, role: str, number: int | None
) -> None:
    invitation = read_one(calendar(changed(SUMMARY=f"SUMMARY:{summary}")))
    assert (invitation.company, invitation.role, invitation.round) == (company, role, number)


def test_emoji_and_names_from_right_to_left_are_kept() -> None:
    summary = "SUMMARY:Interview at \u05e9\u05dc\u05d5\u05dd 🎉"
    assert read_one(calendar(changed(SUMMARY=summary))).company == "\u05e9\u05dc\u05d5\u05dd 🎉"


def test_nothing_in_a_file_steers_a_terminal() -> None:
    organizer = "ORGANIZER;CN=Anna\x1b]0;x\x07:mailto:anna@acme.example"
    event = changed(SUMMARY="SUMMARY:Interview at \x1b[31mAcme\x9b\x00", ORGANIZER=organizer)
    invitation = read_one(calendar(event))
    told = repr((invitation.summary, invitation.company, invitation.organizer))
    assert "\\x" not in told


def test_a_very_long_text_is_shortened() -> None:
    event = changed(
        SUMMARY=f"SUMMARY:{'x' * 100_000}",
        LOCATION=f"LOCATION:{'y' * 100_000}",
        DESCRIPTION=f"DESCRIPTION:{'z ' * 50_000}",
    )
    invitation = read_one(calendar(event))
    assert len(invitation.summary) == 1_000
    assert len(invitation.location) == 500


def test_a_calendar_that_quotes_a_mail_is_a_calendar() -> None:
    text = "DESCRIPTION:You wrote\n From: anna@acme.example\n To: me@home.example\n Date: today"
    assert read_one(calendar(changed(DESCRIPTION=text))).uid == "one@acme.example"


# ------------------------------------------------------------------ mails


@pytest.mark.parametrize(
    ("kind", "name"),
    [("text/calendar", "invite.ics"), ("application/octet-stream", "Invite.ICS")],
)
def test_an_invitation_is_found_in_a_mail(kind: str, name: str) -> None:
    assert read_one(mail((calendar(), kind, name))) == read_one(calendar())


def test_an_invitation_that_stands_twice_in_a_mail_is_one() -> None:
    twice = mail(
        (calendar(), "text/calendar", "a.ics"), (calendar(), "application/ics", "invite.ics")
    )
    assert len(read(twice)) == 1


def test_an_invitation_in_a_forwarded_mail_is_found() -> None:
    outer = EmailMessage()
    outer["From"] = "friend@home.example"
    outer["Subject"] = "Fwd: Interview"
    outer.set_content("Look")
    inner = EmailMessage()
    inner["From"] = "anna@acme.example"
    inner.set_content("Dear you")
    inner.add_attachment(calendar(), maintype="text", subtype="calendar", filename="invite.ics")
    outer.add_attachment(inner)
    assert read_one(bytes(outer)).uid == "one@acme.example"


def test_a_mail_tells_when_it_was_sent_where_the_calendar_does_not() -> None:
    content = calendar(changed(DTSTAMP=""))
    invitation = read_one(mail((content, "text/calendar", "a.ics")))
    assert invitation.stamp == datetime(2026, 5, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"   \n", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "is no calendar file"),
        (b"Dear all,\nnothing here.\n", "is no calendar file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Outlook"),
        (mail(), "without an invitation"),
        (mail((b"x", "application/ms-tnef", "winmail.dat")), "winmail.dat"),
        (mail((b"x", "text/calendar", "a.ics")), "is no calendar file"),
        (calendar("BEGIN:VTODO\nEND:VTODO"), "without an event"),
        (calendar(head="METHOD:REPLY"), "is an answer"),
        (calendar(changed(DTSTART="")), "no start"),
        (calendar(changed(DTSTART="DTSTART:tomorrow")), "no date"),
        (calendar(changed(DTSTART="DTSTART:20261345T990000")), "no date"),
        (calendar(changed(DTSTART="DTSTART:00010101T000000Z")), "cannot be meant"),
        (calendar(changed(DTEND="DTEND;TZID=Europe/Berlin:20260520T130000")), "ends before"),
        (calendar(changed(DTEND="DTEND;TZID=Europe/Berlin:20270520T130000")), "than a month"),
        (calendar(changed(DTEND="DURATION:P9999999W")), "than a month"),
        (calendar(changed(DTEND="DURATION:an hour")), "cannot be read"),
    ],
)
def test_what_is_no_invitation_is_refused_with_a_reason(content: bytes, said: str) -> None:
    sentence = refusal(content)
    assert said in sentence
    assert "Nothing was stored" in sentence


def test_missing_huge_and_odd_files_are_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.ics"
    huge.write_bytes(b"BEGIN:VCALENDAR\n" + b"x" * 10_000_001)
    for path, said in (
        (tmp_path / "none.ics", "is not there"),
        (tmp_path, "is a folder"),
        (huge, "larger than 10 MB"),
        (tmp_path / ("x" * 300), "cannot be read"),
        (tmp_path / "a\x00b", "is not there"),
    ):
        with pytest.raises(InvitationError, match=said):
            read_invitations(path, NOW)
