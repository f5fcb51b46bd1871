"""Every kind of message, begun from a full case: what is stored is said, and only the rest is a gap."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from core.checks.gaps import find_gaps
from core.clock import Now
from core.database import Database
from core.drafting.kinds import KINDS
from core.drafting.letters import Filled
from core.drafting.templates import Templates
from core.drafting.values import News, Tone
from core.models import Step
from core.paths import Paths
from core.playbook import values
from core.playbook.rulebook import Playbook
from core.playbook.values import Consent, Part, PromiseItem, Promiser, ReplyKind, StepState
from core.refusal import DetailsError
from core.template_store import load_templates
from core.use_cases import events, interviews, messages, notes, people, settings
from core.use_cases.drafts import TO_OTHERS, UNSAID
from core.use_cases.messages import Composing, Wish
from core.use_cases.offers_elsewhere import answer_due_elsewhere
from core.use_cases.people import NamedPerson, PersonDetails
from tests.core.letters import compose
from tests.core.stories import ACME, ANNA, add_interview, later, wall

SAID = {
    "me_name": "Mia Sørensen",
    "me_phone": "+47 22 33 44 55",
}
LUMEN = replace(ACME, company="Lumen", role="Analyst", people=(NamedPerson(name="Eva Holm"),))
REFEREE = PersonDetails(
    name="Ruth Adeyemi", part=Part.REFEREE, email="ruth@x.example", consent=Consent.YES
)


@pytest.fixture
def full(database: Database, paths: Paths, playbook: Playbook, now: Now) -> Iterator[Database]:
    """An application of which everything is known that the window asks for."""

    def templates() -> Templates:
        return load_templates(paths.templates).templates

    database.close()
    opened = Database.open(paths, playbook, templates=templates)
    add_interview(opened, now)
    with opened.session() as session:
        for name, value in SAID.items():
            settings.change(session, name, value, now)
        known = PersonDetails(
            name=ANNA.name,
            part=Part.INTERVIEWER,
            title="Dr.",
            email=ANNA.email,
            confirmed=True,
            topic="moving the warehouse to Airflow",
        )
        people.edit(session, 1, known, now)
        people.add(session, 1, REFEREE, now)
        for text in ("ten years with pipelines", "calm hand-overs", "clear words"):
            notes.add_strength(session, 1, text, now)
        news = News(title="The new data centre", published=date(2026, 3, 20), source="x")
        notes.add_news(session, 1, news, now)
    yield opened
    opened.close()


def happen(database: Database, now: Now, *found: values.Event, owner: int = 1) -> None:
    with database.session() as session:
        for event in found:
            events.record(session, owner, event, now)


def begun(database: Database, kind: str, now: Now, owner: int = 1) -> Composing:
    with database.session() as session:
        draft = messages.begin_for(session, owner, kind, (), now)
    return compose(database, draft, now)


def gaps(shown: Composing | Filled) -> list[str]:
    """What stands in brackets, subject first."""
    subject, body = (
        (shown.subject, shown.body)
        if isinstance(shown, Filled)
        else (shown.draft.subject, shown.draft.body)
    )
    text = f"{subject}\n{body}"
    return [text[span.start : span.end] for span in find_gaps(text)]


def lay_out(database: Database, kind: str, now: Now) -> Now:
    """What must have happened before such a message; gives the moment of writing."""
    after = later(now, "2026-03-30 10:00")
    at = after.instant - timedelta(hours=1)
    match kind:
        case "M3":
            slip = values.WrongName(
                key="", at=at, zone=now.zone, person=None, correct="van der Berg"
            )
            happen(database, after, slip)
        case "M4":
            reply = values.Reply(at=at, reply=ReplyKind.DATE, decision_date=date(2026, 4, 9))
            happen(database, after, reply)
        case "M6":
            reply = values.Reply(at=at, reply=ReplyKind.DATE, decision_date=date(2026, 4, 1))
            happen(database, after, reply)
            return later(now, "2026-04-03 10:00")
        case "M7" | "M8":
            promise = values.Promise(
                key="",
                by=Promiser.ME,
                what="the list of references",
                at=at,
                due=date(2026, 4, 2),
                item=PromiseItem.REFERENCES,
            )
            happen(database, after, promise)
        case "M9" | "M10":
            happen(database, after, values.Rejection(at=at))
        case "M13" | "M15" | "M16":
            happen(database, after, values.Offer(at=at, deadline=date(2026, 4, 7)))
        case "M14":
            with database.session() as session:
                other = interviews.add(session, LUMEN, now).application_id
            offer = values.Offer(at=at, deadline=date(2026, 4, 7))
            happen(database, after, offer, owner=other)
        case "M17":
            with database.session() as session:
                again = replace(
                    ACME,
                    start=wall("2026-04-08 10:00"),
                    end=wall("2026-04-08 11:00"),
                    place="12 Harbour Street",
                    invited_at=at,
                    round=2,
                )
                interviews.add(session, again, after)
    return after


ONLY_THE_WRITER_KNOWS = {
    "M12": ["[something of value to them]"],
    "M15": ["[the first day]", "[the pay as agreed]"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_stored_is_said(full: Database, now: Now, kind: str) -> None:
    after = lay_out(full, kind, now)
    shown = begun(full, kind, after)
    assert gaps(shown) == ONLY_THE_WRITER_KNOWS.get(kind, [])
    for tone in Tone:
        with full.reading() as session:
            anew = messages.wording(session, shown.draft_id, Wish(tone=tone), after)
        assert gaps(anew) == ONLY_THE_WRITER_KNOWS.get(kind, []), tone


def test_the_date_of_an_offer_elsewhere_is_told_to_the_employer_one_prefers(
    full: Database, now: Now
) -> None:
    shown = begun(full, "M14", lay_out(full, "M14", now))
    assert "my answer to them is due on 7 April." in " ".join(shown.draft.body.split())


@pytest.mark.parametrize(
    "ended",
    [values.Decline, values.Acceptance, values.Rejection],
)
def test_an_offer_that_is_answered_tells_no_date(
    full: Database, now: Now, ended: type[values.Decline]
) -> None:
    after = lay_out(full, "M14", now)
    happen(full, after, ended(at=after.instant), owner=2)
    assert "[the date of your answer]" in gaps(begun(full, "M14", after))


def test_neither_a_date_that_has_passed_nor_one_without_a_day_is_told(
    full: Database, now: Now
) -> None:
    after = lay_out(full, "M14", now)
    past = later(now, "2026-04-08 10:00")
    assert "[the date of your answer]" in gaps(begun(full, "M14", past))
    happen(full, past, values.Offer(at=past.instant, deadline=date(2026, 4, 20)), owner=2)
    with full.reading() as session:
        assert answer_due_elsewhere(session, 1, past) == date(2026, 4, 20)
        assert answer_due_elsewhere(session, 2, past) is None
    assert after.instant < past.instant


def test_asking_for_more_time_for_ones_own_offer_asks_for_a_date_and_a_reason(
    full: Database, now: Now
) -> None:
    after = lay_out(full, "M14", now)
    happen(full, after, values.Offer(at=after.instant, deadline=date(2026, 4, 6)))
    shown = begun(full, "M14", after)
    assert gaps(shown) == ["[your reason, in one sentence]", "[the date of your answer]"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_step_asks_for_opens_as_full(full: Database, now: Now, kind: str) -> None:
    """Begun from the steps that are planned then, as Today does."""
    after = lay_out(full, kind, now)
    with full.session() as session:
        asked = session.scalars(select(Step).where(Step.state == StepState.OPEN)).all()
        own = (step for step in asked if step.rule not in TO_OTHERS)
        written = [step.id for step in own if step.message or step.rule in UNSAID]
        begun = [messages.begin(session, step, after) for step in written]
    assert begun
    for draft in begun:
        shown = compose(full, draft, after)
        alone = ONLY_THE_WRITER_KNOWS.get(shown.draft.kind, [])
        if shown.step_title == "Ask for more time, if you need it":
            alone = ["[your reason, in one sentence]", "[the date of your answer]"]
        assert gaps(shown) == alone, (shown.step_title, shown.draft.body)


def test_what_goes_to_other_employers_is_never_written_to_the_one_with_the_offer(
    full: Database, now: Now
) -> None:
    after = lay_out(full, "M14", now)
    with full.session() as session:
        steps = {step.rule: step for step in session.scalars(select(Step)).all()}
        with pytest.raises(DetailsError, match="another employer"):
            messages.begin(session, steps["O2"].id, after)
        draft = messages.begin_for(session, 2, "M14", (), after)
    assert compose(full, draft, after).step_title == "Ask for more time, if you need it"
