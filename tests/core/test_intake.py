"""What an invitation says is kept, what was guessed is said, and only who is met is thanked."""

import pytest
from sqlalchemy import select

from core import intake
from core.database import Database
from core.exchange.invitations import Invitation
from core.intake import Taken
from core.models import Application, Interview, Step
from core.use_cases import interviews
from core.use_cases.interviews import InterviewDetails
from tests.core.exchange.calendars import NOW, calendar, changed, mail, read_one
from tests.core.stories import wall

ME = "ATTENDEE;CN=Me;RSVP=TRUE:mailto:me@home.example"


def take(database: Database, invitation: Invitation) -> Taken:
    with database.session() as session:
        return intake.take(session, invitation, NOW)


def stored_notes(database: Database, taken: Taken) -> str:
    with database.reading() as session:
        query = select(Interview.notes).where(Interview.id == taken.interview_id)
        return session.scalars(query).one()


def companies(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Application.company).order_by(Application.id)))


def thanked(database: Database) -> list[str]:
    with database.reading() as session:
        return sorted(session.scalars(select(Step.title).where(Step.rule == "T1")))


# ------------------------------------------------------------------ words


def test_a_title_that_names_neither_company_nor_role_is_kept_whole(database: Database) -> None:
    title = "מהנדסת תוכנה 🎉 أفق للتقنية"
    event = changed(SUMMARY=f"SUMMARY:{title}", DESCRIPTION="DESCRIPTION:Bring your papers.")
    taken = take(database, read_one(calendar(event)))
    assert stored_notes(database, taken) == f"{title}\n\nBring your papers."
    assert "The employer was guessed; correct it if it is another." in taken.notes
    assert "Its title is kept in the interview's notes." in taken.notes


def test_a_title_that_is_understood_is_not_kept_twice(database: Database) -> None:
    taken = take(database, read_one(calendar()))
    assert stored_notes(database, taken) == ""
    assert taken.notes == ("How long is the way? Add it to the interview.",)


@pytest.mark.parametrize("name", ["SUMMARY", "LOCATION"])
def test_a_text_that_does_not_fit_its_place_is_kept_and_said(database: Database, name: str) -> None:
    text = "Interview at Acme " + "x" * 50_000
    taken = take(database, read_one(calendar(changed(**{name: f"{name}:{text}"}))))
    assert text in stored_notes(database, taken)
    assert any("is too long and was cut; the notes hold it" in note for note in taken.notes)


def test_a_title_longer_than_all_notes_is_cut_and_said(database: Database) -> None:
    event = changed(SUMMARY="SUMMARY:" + "Interview " * 10_000)
    taken = take(database, read_one(calendar(event)))
    assert "Its text is longer than the notes can hold; the end was cut." in taken.notes
    assert len(stored_notes(database, taken)) > 90_000


# ------------------------------------------------------------------ companies


def details(company: str, role: str = "") -> InterviewDetails:
    return InterviewDetails(
        company=company,
        role=role,
        start=wall("2026-05-04 10:00"),
        end=wall("2026-05-04 11:00"),
        zone="Europe/Berlin",
    )


def test_a_guess_from_an_address_finds_the_application(database: Database) -> None:
    with database.session() as session:
        interviews.add(session, details("Nordlicht Energie GmbH", "Planner"), NOW)
    event = changed(
        SUMMARY="SUMMARY:Let us talk again",
        ORGANIZER="ORGANIZER;CN=Ida Holm:mailto:ida@nordlicht.example",
    )
    taken = take(database, read_one(calendar(event)))
    assert companies(database) == ["Nordlicht Energie GmbH"]
    assert "The employer was guessed; correct it if it is another." in taken.notes


def test_a_guess_that_fits_two_companies_takes_neither(database: Database) -> None:
    with database.session() as session:
        interviews.add(session, details("Nordlicht Energie GmbH"), NOW)
        interviews.add(session, details("Nordlicht Verlag"), NOW)
    event = changed(
        SUMMARY="SUMMARY:Let us talk again",
        ORGANIZER="ORGANIZER;CN=Ida Holm:mailto:ida@nordlicht.example",
    )
    take(database, read_one(calendar(event)))
    assert companies(database) == ["Nordlicht Energie GmbH", "Nordlicht Verlag", "Nordlicht"]


@pytest.mark.parametrize("written", ["Acme", "acme ag", "Acme GmbH & Co. KG", "ACME Inc."])
def test_a_legal_form_makes_no_second_application(database: Database, written: str) -> None:
    with database.session() as session:
        first = interviews.add(session, details("Acme GmbH"), NOW)
        again = interviews.add(session, details(written), NOW)
    assert again.application_id == first.application_id


# ------------------------------------------------------------------ people


def test_who_only_sends_the_invitation_is_no_interviewer(database: Database) -> None:
    take(database, read_one(calendar()))
    assert thanked(database) == ["Thank Paul Moreau"]


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        ("CHAIR", ["Thank Paul Moreau"]),
        ("REQ-PARTICIPANT", ["Thank Anna-Maria van der Berg", "Thank Paul Moreau"]),
    ],
)
def test_an_organizer_who_attends_is_one(database: Database, role: str, titles: list[str]) -> None:
    anna = f'ATTENDEE;CN="van der Berg, Anna-Maria";ROLE={role}:mailto:anna@acme.example'
    take(database, read_one(calendar(changed(MORE=anna))))
    assert thanked(database) == titles


def test_the_user_is_not_thanked(database: Database) -> None:
    """In one's own house: an application for another post there."""
    event = changed(MORE=ME.replace("home.example", "acme.example"))
    take(database, read_one(calendar(event)))
    assert thanked(database) == ["Thank Paul Moreau"]


def test_whom_the_mail_went_to_is_not_thanked(database: Database) -> None:
    event = changed(MORE=ME.replace(";RSVP=TRUE", "").replace("home.example", "acme.example"))
    content = mail((calendar(event), "text/calendar", "invite.ics"))
    content = content.replace(b"To: me@home.example", b"To: Me <me@acme.example>")
    take(database, read_one(content))
    assert thanked(database) == ["Thank Paul Moreau"]


def test_where_nobody_is_named_all_are_thanked(database: Database) -> None:
    take(database, read_one(calendar(changed(ATTENDEE=""))))
    assert thanked(database) == ["Thank your interviewers"]


# ------------------------------------------------------------------ the way


def test_a_way_that_is_not_known_is_not_counted_in_silence(database: Database) -> None:
    take(database, read_one(calendar()))
    with database.reading() as session:
        leave = session.scalars(select(Step).where(Step.rule == "P3")).one()
    assert leave.title == "Leave by 13:35, plus the way"
    assert "not counted yet" in leave.why
