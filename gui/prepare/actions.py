"""What the page of preparation asks of the use cases. Each runs in the Desk's thread and imports
there, so that naming one costs the start nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.clock import Now

if TYPE_CHECKING:
    from datetime import date

    from core.database import WorkSession
    from core.preparation.checklist_values import Section
    from core.preparation.hunt_week import Effort
    from core.preparation.story_bank import Bank
    from core.use_cases.company_facts import FactDetails
    from core.use_cases.evidence import ProofDetails
    from core.use_cases.hearers import Hearers
    from core.use_cases.hunt_week import Hunt
    from core.use_cases.preparation import Preparation, RoundAhead
    from core.use_cases.stories import StoryDetails
    from core.use_cases.told_them import SaidDetails


def rounds_to_prepare(session: WorkSession, now: Now) -> tuple[RoundAhead, ...]:
    """The interviews that can be prepared, the next one first."""
    from core.use_cases import preparation

    return preparation.rounds_to_prepare(session, now)


def prepare(session: WorkSession, interview_id: int, now: Now) -> Preparation:
    """One round as it is prepared."""
    from core.use_cases import preparation

    return preparation.preparation(session, interview_id, now)


def prepared(
    session: WorkSession, interviews: Sequence[int], now: Now
) -> dict[int, tuple[int, int]]:
    """What is done, of how much, by the ids of the interviews."""
    from core.use_cases import preparation

    return preparation.prepared(session, interviews, now)


def tick(session: WorkSession, interview_id: int, key: str, done: bool, now: Now) -> None:
    """Tick an item, or open it again."""
    from core.use_cases import preparation

    preparation.tick(session, interview_id, key, done, now)


def add_item(session: WorkSession, interview_id: int, section: Section, text: str, now: Now) -> str:
    """Add an item of one's own."""
    from core.use_cases import preparation

    return preparation.add_item(session, interview_id, section, text, now)


def remove_item(session: WorkSession, interview_id: int, key: str, now: Now) -> None:
    """Remove an item of one's own."""
    from core.use_cases import preparation

    preparation.remove_item(session, interview_id, key, now)


def write_day(
    session: WorkSession,
    interview_id: int,
    written: dict[str, str],
    stories: Sequence[str],
    now: Now,
) -> None:
    """Keep what stands on the page for the day: words by their keys, and which stories."""
    from core.use_cases import preparation

    preparation.write_day(session, interview_id, written, stories, now)


def add_fact(session: WorkSession, application_id: int, details: FactDetails, now: Now) -> str:
    """Note a fact about the employer."""
    from core.use_cases import company_facts

    return company_facts.add(session, application_id, details, now)


def edit_fact(session: WorkSession, key: str, details: FactDetails, now: Now) -> None:
    """Change a fact."""
    from core.use_cases import company_facts

    company_facts.edit(session, key, details, now)


def remove_fact(session: WorkSession, key: str, now: Now) -> None:
    """Forget a fact."""
    from core.use_cases import company_facts

    company_facts.remove(session, key, now)


def add_proof(session: WorkSession, application_id: int, details: ProofDetails, now: Now) -> str:
    """Note a demand of the ad."""
    from core.use_cases import evidence

    return evidence.add(session, application_id, details, now)


def edit_proof(session: WorkSession, key: str, details: ProofDetails, now: Now) -> None:
    """Change a demand or its proof."""
    from core.use_cases import evidence

    evidence.edit(session, key, details, now)


def remove_proof(session: WorkSession, key: str, now: Now) -> None:
    """Forget a demand."""
    from core.use_cases import evidence

    evidence.remove(session, key, now)


def add_question(session: WorkSession, application_id: int, text: str, now: Now) -> str:
    """Note a question of one's own."""
    from core.use_cases import own_questions

    return own_questions.add(session, application_id, text, now)


def edit_question(session: WorkSession, key: str, text: str, now: Now) -> None:
    """Word a question otherwise."""
    from core.use_cases import own_questions

    own_questions.edit(session, key, text, now)


def question_asked(
    session: WorkSession, key: str, interview_id: int, answer: str, now: Now
) -> None:
    """Note that a question was asked, and the answer."""
    from core.use_cases import own_questions

    own_questions.asked(session, key, interview_id, answer, now)


def question_open(session: WorkSession, key: str, now: Now) -> None:
    """A question is still to be asked."""
    from core.use_cases import own_questions

    own_questions.not_asked(session, key, now)


def remove_question(session: WorkSession, key: str, now: Now) -> None:
    """Forget a question."""
    from core.use_cases import own_questions

    own_questions.remove(session, key, now)


def add_said(session: WorkSession, application_id: int, details: SaidDetails, now: Now) -> str:
    """Note what was told to the employer."""
    from core.use_cases import told_them

    return told_them.add(session, application_id, details, now)


def edit_said(session: WorkSession, key: str, details: SaidDetails, now: Now) -> None:
    """Change what was noted."""
    from core.use_cases import told_them

    told_them.edit(session, key, details, now)


def remove_said(session: WorkSession, key: str, now: Now) -> None:
    """Forget what was noted."""
    from core.use_cases import told_them

    told_them.remove(session, key, now)


def story_bank(session: WorkSession, now: Now) -> Bank:
    """All stories, with no round in mind."""
    from core.use_cases import stories

    return stories.bank(session, now)


def add_story(session: WorkSession, details: StoryDetails, now: Now) -> str:
    """Keep a new story."""
    from core.use_cases import stories

    return stories.add(session, details, now)


def edit_story(session: WorkSession, key: str, details: StoryDetails, now: Now) -> None:
    """Change a story."""
    from core.use_cases import stories

    stories.edit(session, key, details, now)


def measure_story(session: WorkSession, key: str, seconds: int, now: Now) -> None:
    """Keep how long a story took."""
    from core.use_cases import stories

    stories.measure(session, key, seconds, now)


def remove_story(session: WorkSession, key: str, now: Now) -> None:
    """Forget a story."""
    from core.use_cases import stories

    stories.remove(session, key, now)


def story_told(
    session: WorkSession, key: str, interview_id: int, person_id: int | None, now: Now
) -> None:
    """Note who heard a story."""
    from core.use_cases import stories

    stories.told(session, key, interview_id, person_id, now)


def story_not_told(session: WorkSession, key: str, round_key: str, now: Now) -> None:
    """Nobody heard it there after all."""
    from core.use_cases import stories

    stories.not_told(session, key, round_key, now)


def hearers(session: WorkSession, application_id: int | None, now: Now) -> tuple[Hearers, ...]:
    """Rounds and their people, of one application or of all, the latest first."""
    from core.use_cases import hearers as use_case

    return use_case.hearers(session, application_id, now)


def hunt(session: WorkSession, monday: date | None, now: Now) -> Hunt:
    """A week of the hunt."""
    from core.use_cases import hunt_week

    return hunt_week.hunt(session, monday, now)


def count_effort(session: WorkSession, monday: date, effort: Effort, amount: int, now: Now) -> None:
    """Count more or less of something in a week."""
    from core.use_cases import hunt_week

    hunt_week.add(session, monday, effort, amount, now)


def aim(session: WorkSession, effort: Effort, target: int, now: Now) -> None:
    """Aim at another number each week."""
    from core.use_cases import hunt_week

    hunt_week.aim(session, effort, target, now)
