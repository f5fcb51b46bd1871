"""Replies that are taken in: whose they are, what they tell, and one change that keeps them."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from core import reply_intake
from core.clock import Now
from core.database import Database
from core.drafting.replies import ReceivedReply
from core.drafting.templates import Templates
from core.exchange.replies import ReplyError
from core.paths import Paths
from core.playbook import values
from core.playbook.rulebook import Playbook
from core.playbook.values import ReplyKind, StepState
from core.reading.reply_kind import Suggestion
from core.refusal import DetailsError
from core.template_store import load_templates
from core.use_cases import applications, history, messages, replies
from core.use_cases.applications import TimelineEntry
from core.use_cases.replies import Told
from tests.core.letters import compose
from tests.core.stories import ACME, PAUL, add_interview, at, dump, later, states

MAIL = ReceivedReply(
    at=at("2026-03-28 09:30").instant,
    sender="Anna-Maria van der Berg",
    address="anna@acme.example",
    subject="AW: Re: Your application",
    body="We decide by 9 April.",
    mail_id="<1@acme.example>",
)
DATE = values.Reply(at=MAIL.at, reply=ReplyKind.DATE, decision_date=date(2026, 4, 9))
LUMEN = replace(
    ACME,
    company="Lumen & Ash GmbH",
    role="Analyst",
    people=(replace(PAUL, email="paul@post.example"),),
)


@pytest.fixture
def after(now: Now) -> Now:
    """The Saturday after the interview."""
    return later(now, "2026-03-28 10:00")


@pytest.fixture
def database(paths: Paths, playbook: Playbook, empty_file: Path) -> Iterator[Database]:
    """The database, with the templates that came with the program."""

    def templates() -> Templates:
        return load_templates(paths.templates).templates

    paths.prepare()
    shutil.copy(empty_file, paths.database)
    opened = Database.open(paths, playbook, templates=templates)
    yield opened
    opened.close()


def take(database: Database, event: Told | None, now: Now, reply: ReceivedReply = MAIL) -> int:
    with database.session() as session:
        return replies.take_in(session, 1, reply, event, now)


def timeline(database: Database, now: Now) -> list[TimelineEntry]:
    with database.reading() as session:
        return [*applications.detail(session, 1, now).timeline]


def likely(database: Database, now: Now, head: str, body: str = "Thank you.") -> tuple[int, ...]:
    """Where a mail with these header lines would go."""
    text = f"MIME-Version: 1.0\nTo: me@home.example\n{head}\n\n{body}\n"
    with database.reading() as session:
        return reply_intake.look_at_text(session, text, now).likely


def test_what_it_means_is_noted_with_it_as_one_change(
    database: Database, now: Now, after: Now
) -> None:
    add_interview(database, now)
    before = dump(database.file)
    kept = take(database, DATE, after)
    assert "F3" in {rule for rule, state in states(database).items() if state is StepState.OPEN}

    with database.session() as session:
        label = history.undo(session, history.last_change(session) or 0, after)

    assert label == "Kept: a reply from Anna-Maria van der Berg. They named a date"
    assert dump(database.file) == before
    assert kept == 1


def test_mail_and_meaning_stand_in_one_line(database: Database, now: Now, after: Now) -> None:
    add_interview(database, now)
    kept = take(database, DATE, after)
    (line,) = [entry for entry in timeline(database, after) if entry.reply_id]
    assert (line.kind, line.title, line.reply_id) == ("event", "They named a date", kept)
    assert line.note == (
        "Their date is 9 April 2026. Anna-Maria van der Berg: “AW: Re: Your application”"
    )


def test_a_mail_without_a_meaning_has_a_line_of_its_own(
    database: Database, now: Now, after: Now
) -> None:
    add_interview(database, now)
    take(database, None, after)
    take(database, None, after, ReceivedReply(at=MAIL.at, body="Hello\n\nthere"))
    lines = [entry for entry in timeline(database, after) if entry.reply_id]
    assert [(each.kind, each.title, each.note) for each in lines] == [
        ("reply", "They wrote", "“Hello there”"),
        ("reply", "Anna-Maria van der Berg wrote", "“AW: Re: Your application”"),
    ]


def test_the_same_mail_is_refused_but_its_meaning_can_be_told_later(
    database: Database, now: Now, after: Now
) -> None:
    add_interview(database, now)
    take(database, None, after)
    take(database, DATE, after)
    with pytest.raises(DetailsError, match="kept there already"):
        take(database, DATE, after)
    assert len([entry for entry in timeline(database, after) if entry.reply_id]) == 1


def test_a_clock_ahead_is_put_right_in_both(database: Database, now: Now, after: Now) -> None:
    add_interview(database, now)
    ahead = at("2027-01-01 09:00").instant
    take(database, replace(DATE, at=ahead), after, replace(MAIL, at=ahead))
    (line,) = [entry for entry in timeline(database, after) if entry.reply_id]
    assert line.at == after.instant


def test_it_belongs_where_sender_domain_name_or_words_say(database: Database, now: Now) -> None:
    add_interview(database, now)
    add_interview(database, now, LUMEN)
    assert likely(database, now, "From: x <anna@acme.example>\nSubject: Lumen & Ash") == (1,)
    assert likely(database, now, "From: hr@acme.example\nSubject: Hello") == (1,)
    assert likely(database, now, "From: hr@post.example\nSubject: Acme") == (2,)
    assert likely(database, now, "From: jobs@mail.lumenash.example\nSubject: Hello") == (2,)
    assert likely(database, now, "From: Lumen & Ash <x@gmail.com>\nSubject: Hello") == (2,)
    assert likely(database, now, "From: x@gmail.com\nSubject: Hi", "Greetings, Acme") == (1,)
    assert likely(database, now, "From: x@gmail.com\nSubject: Hi", "Acme or Lumen & Ash") == ()
    assert likely(database, now, "From: x@gmail.com\nSubject: Hi", "Acmeist") == ()


def test_of_one_employer_the_role_decides(database: Database, now: Now) -> None:
    add_interview(database, now)
    add_interview(database, now, replace(ACME, role="Analyst"))
    assert likely(database, now, "From: x@acme.example\nSubject: Engineer") == (1, 2)
    assert likely(database, now, "From: x@acme.example\nSubject: Hello") == (2, 1)


def test_the_page_that_is_open_counts_where_it_fits() -> None:
    courtesy = Suggestion(ReplyKind.COURTESY)
    offered = reply_intake.Offered(reply=MAIL, suggestion=courtesy, likely=(2, 1))
    assert offered.home(1) == 1
    assert offered.home(7) == 2
    assert offered.home(None) == 2
    assert replace(offered, likely=()).home(7) == 7


def test_files_are_read_and_refused_with_a_sentence(
    database: Database, now: Now, tmp_path: Path
) -> None:
    add_interview(database, now)
    good, bad = tmp_path / "good.eml", tmp_path / "bad.eml"
    good.write_text("From: anna@acme.example\nTo: me@x.example\n\nWe decide by 9 April.\n")
    bad.write_bytes(b"\x00\x01" * 500)
    with database.reading() as session:
        offered = reply_intake.look(session, good, now)
        with pytest.raises(ReplyError, match=r"bad\.eml is no mail"):
            reply_intake.look(session, bad, now)
    assert (offered.likely, offered.suggestion.decision_date) == ((1,), date(2026, 4, 9))


def test_an_answer_keeps_the_subject_of_what_it_answers(
    database: Database, now: Now, after: Now
) -> None:
    add_interview(database, now)
    take(database, values.Rejection(at=MAIL.at), after)
    with database.session() as session:
        answer = messages.begin_for(session, 1, "M10", (1,), after)
        thanks = messages.begin_for(session, 1, "M1", (1,), after)
        anew = messages.wording(session, answer, messages.Wish(), after)
    shown = compose(database, answer, after)
    assert (shown.draft.subject, anew.subject) == ("Re: Your application",) * 2
    assert shown.answers == "<1@acme.example>"
    assert compose(database, thanks, after).answers == ""


def test_the_mail_of_the_reader_is_answered_before_a_later_one(
    database: Database, now: Now, after: Now
) -> None:
    add_interview(database, now)
    take(database, None, after)
    robot = replace(MAIL, at=after.instant, address="noreply@x.example", mail_id="<2@x.example>")
    take(database, None, after, robot)
    with database.session() as session:
        draft = messages.begin_for(session, 1, "M10", (1,), after)
    assert compose(database, draft, after).answers == "<1@acme.example>"
