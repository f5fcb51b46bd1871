"""After an interview: a notification leads to three quiet minutes, by the keyboard alone."""

import sqlite3
import time
from contextlib import closing
from datetime import timedelta

from core.agenda import AgendaStep
from core.playbook.kinds import ReflectionPath, StepState
from core.reflection.answers import TextAnswer
from core.reflection.answers_json import answer_from_json
from core.use_cases import applications, messages, steps
from tests.desktop.afterword import Running, Storage
from tests.desktop.session import Session, until

COMPANY = "Nordkap Foods"
KIND = "You did well and the hard question was hard for everybody"
ASKED_BEFORE = (
    "Whom did you meet",
    "Which questions did they ask",
    "What did you promise",
    "What did you learn",
    "Which three messages",
)
LAST_SECOND = 1.0
SLACK = 2.0
"""Seconds that a key may take on its way through a busy desktop."""
LONG_ENOUGH = LAST_SECOND + SLACK + 2.0
"""Of typing, so that there are words that must have been kept."""


def test_three_quiet_minutes_from_the_notification_to_the_plan(
    session: Session, storage: Storage, afterword: Running
) -> None:
    storage.interview(COMPANY, person="Ingrid Holm", ended=timedelta(minutes=30))
    step = leave_only(storage, "C2", "T1")
    afterword.start("--hidden")
    session.tray_icon()
    storage.speak(step)
    session.notification("Three quiet minutes")
    session.press("Open")

    answer(session, "Whom did you meet", "the winter timetable")
    answer(session, "What did you promise", "the route sample")
    answer(session, "All in all, how did it go", "8")
    answer(session, "What went well, and what", "I asked for a moment to think")
    answer(session, "What is one thing you would", "Begin with the result")
    answer(session, "What would you say to a friend", KIND)
    wait_for(session, "If this happens again")
    session.type("I go blank")
    session.key("Return")
    session.type("ask for a moment")
    session.key("ctrl+Return")
    wait_for(session, "What you take along")
    session.key("ctrl+Return")
    wait_for(session, "That is done. The rest can wait.")

    assert storage.step(step.id).state is StepState.DONE
    detail = storage.write(applications.detail, step.application_id)
    planned = {entry.title for entry in detail.timeline if entry.state is StepState.OPEN}
    assert {"Send the route sample", "Turn what you learned into preparation"} <= planned
    thanks = next(one.step_id for one in detail.timeline if one.title == "Thank Ingrid Holm")
    draft = storage.write(messages.begin, thanks)
    assert "the winter timetable" in storage.write(messages.compose, draft).draft.body


def test_killed_in_mid_sentence_it_loses_no_more_than_the_last_second(
    session: Session, storage: Storage, afterword: Running
) -> None:
    storage.interview(COMPANY, person="Ingrid Holm", ended=timedelta(hours=30))
    step = leave_only(storage, "N2")
    afterword.start("--hidden")
    session.tray_icon()
    storage.speak(step)
    session.notification(step.title)
    session.press("Open")
    for question in ASKED_BEFORE:
        wait_for(session, question)
        session.key("alt+Right")
    wait_for(session, "What was different from what you expected")

    typed: list[float] = []
    while not typed or typed[-1] - typed[0] < LONG_ENOUGH:
        session.type(f"word{len(typed)} ")
        typed.append(time.monotonic())
    afterword.kill()
    killed = time.monotonic()

    safe = sum(moment < killed - LAST_SECOND - SLACK for moment in typed)
    kept = stored(storage)
    assert safe > 0
    assert "".join(f"word{number} " for number in range(len(typed))).startswith(kept)
    assert kept.count(" ") >= safe

    afterword.start("--hidden")
    session.tray_icon()
    storage.speak(step)
    session.notification(step.title, number=2)
    session.press("Open")
    wait_for(session, "What was different from what you expected")
    until(lambda: session.sees("word0 word1 word2"), "what was written")
    assert path_of(storage) is ReflectionPath.FULL


def wait_for(session: Session, words: str) -> None:
    """Waits until the window shows these words."""
    until(lambda: session.sees(words), words)


def answer(session: Session, question: str, words: str) -> None:
    """Waits for a question, answers it, and goes on, by the keyboard."""
    wait_for(session, question)
    session.type(words)
    session.key("ctrl+Return")


def leave_only(storage: Storage, rule: str, *others: str) -> AgendaStep:
    """Skips all steps but those of these rules; gives the one of the first."""
    for step in storage.steps():
        if step.rule not in (rule, *others) and step.state is StepState.OPEN:
            storage.write(steps.skip, step.id, "")
    return next(step for step in storage.steps() if step.rule == rule)


def stored(storage: Storage) -> str:
    """What is stored as the answer to the question that is typed at."""
    with closing(sqlite3.connect(storage.paths.database)) as connection:
        query = "SELECT json FROM reflection_answer WHERE question = 'Q7' ORDER BY at DESC, id DESC"
        row = connection.execute(query).fetchone()
    found = answer_from_json(row[0]) if row is not None else None
    return found.text if isinstance(found, TextAnswer) else ""


def path_of(storage: Storage) -> ReflectionPath:
    """Which path the reflection is on."""
    with closing(sqlite3.connect(storage.paths.database)) as connection:
        return ReflectionPath(connection.execute("SELECT path FROM reflection").fetchone()[0])
