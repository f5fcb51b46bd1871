"""The rows of the insights, read one interview at a time and counted on one's fingers."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks import year
from core.reflection.answers import (
    Answer,
    ChoiceAnswer,
    FriendsAnswer,
    NumberAnswer,
    PickAnswer,
    RatingsAnswer,
    TaggedListAnswer,
)
from core.reflection.answers_json import answer_from_json
from core.reflection.records import Outcome

NOW = year.END.instant
DAY = timedelta(days=1)

Row = dict[str, object]


class Plain:
    """Reads rows one interview at a time, and counts on its fingers."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def all(self, query: str, *arguments: object) -> list[Row]:
        with closing(sqlite3.connect(self.file)) as connection:
            cursor = connection.execute(query, arguments)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def over(self) -> list[Row]:
        """The interviews that took place, in their order."""
        query = "SELECT * FROM interview WHERE called_off IS NULL ORDER BY start, uid"
        return [row for row in self.all(query) if instant(row["end"]) <= NOW]

    def events(self, interview: Row) -> list[Row]:
        query = "SELECT * FROM event WHERE application_id = ? ORDER BY at"
        return self.all(query, interview["application_id"])

    def following(self, interview: Row) -> Row | None:
        query = """SELECT * FROM interview WHERE application_id = ? AND start > ?
            AND called_off IS NULL ORDER BY start"""
        return next(iter(self.all(query, interview["application_id"], interview["start"])), None)

    def outcome(self, interview: Row) -> Outcome:
        if self.following(interview) is not None:
            return Outcome.WENT_ON
        kinds = [
            event["kind"]
            for event in self.events(interview)
            if instant(event["at"]) >= instant(interview["start"])
        ]
        if "offer" in kinds:
            return Outcome.WENT_ON
        query = "SELECT * FROM step WHERE rule = 'Q1' AND state = 'done' AND interview_id = ?"
        silent = bool(self.all(query, interview["id"]))
        over = "rejection" in kinds or "withdrawal" in kinds or silent
        return Outcome.ENDED if over else Outcome.OPEN

    def answer(self, interview: Row, question: str, sitting: int) -> Answer | None:
        """The last version of an answer in one sitting."""
        versions = self.all(
            """SELECT json FROM reflection_answer JOIN reflection ON reflection.id = reflection_id
                WHERE interview_id = ? AND sitting = ? AND question = ?
                ORDER BY at, reflection_answer.id""",
            interview["id"],
            sitting,
            question,
        )
        return answer_from_json(str(versions[-1]["json"])) if versions else None

    def latest(self, interview: Row, question: str) -> Answer | None:
        return self.answer(interview, question, 2) or self.answer(interview, question, 1)

    def estimate(self, interview: Row) -> int | None:
        for sitting in (1, 2):
            answer = self.answer(interview, "Q9", sitting)
            if isinstance(answer, NumberAnswer):
                return answer.value
        return None

    def ratings(self, interview: Row) -> dict[str, int]:
        answer = self.latest(interview, "Q14")
        ratings = answer.ratings if isinstance(answer, RatingsAnswer) else ()
        return {rating.item: rating.value for rating in ratings}

    def hard_tags(self, interview: Row) -> set[str]:
        hardest, questions = self.latest(interview, "Q13"), self.latest(interview, "Q2")
        if not isinstance(hardest, PickAnswer) or not isinstance(questions, TaggedListAnswer):
            return set()
        return {tag.lower() for row in questions.rows if row.key == hardest.row for tag in row.tags}

    def cause(self, interview: Row) -> str | None:
        answer = self.latest(interview, "Q17")
        return answer.choice if isinstance(answer, ChoiceAnswer) else None

    def answered(self, interview: Row) -> float | None:
        """Days until they said more than thanks."""
        following = self.following(interview)
        times = [
            instant(event["at"])
            for event in self.events(interview)
            if event["kind"] in ("rejection", "offer", "on_hold")
            or (event["kind"] == "reply" and event["reply"] != "courtesy")
        ]
        if following is not None and following["invited_at"] is not None:
            times.append(instant(following["invited_at"]))
        end = instant(interview["end"])
        times = [time for time in times if time >= end]
        if following is not None:
            times = [time for time in times if time < instant(following["start"])]
        return (min(times) - end) / DAY if times else None

    def steps(self, interview: Row, rule: str) -> list[Row]:
        """The steps of a rule that belong to this interview; promises by when they were made."""
        if rule != "K1":
            query = "SELECT * FROM step WHERE rule = ? AND interview_id = ?"
            return self.all(query, rule, interview["id"])
        found = []
        for event in self.events(interview):
            begun = [
                row
                for row in self.over()
                if row["application_id"] == interview["application_id"]
                and instant(row["start"]) <= instant(event["at"])
            ]
            if event["kind"] == "promise" and begun[-1]["id"] == interview["id"]:
                found += self.all("SELECT * FROM step WHERE key = ?", f"K1/{event['uid']}")
        return found

    def strengths(self, interview: Row) -> list[tuple[str, str]]:
        told = self.latest(interview, "Q22")
        said = [(r.text, r.friend) for r in told.rows] if isinstance(told, FriendsAnswer) else []
        views = self.all(
            """SELECT strength, friend FROM friends_view JOIN reflection
                ON reflection.id = reflection_id WHERE interview_id = ?""",
            interview["id"],
        )
        return said + [(str(row["strength"]), str(row["friend"])) for row in views]

    def conclusions(self, interview: Row) -> list[datetime | None]:
        found = self.all(
            """SELECT done_at FROM conclusion JOIN reflection ON reflection.id = reflection_id
                WHERE interview_id = ?""",
            interview["id"],
        )
        return [None if row["done_at"] is None else instant(row["done_at"]) for row in found]


def instant(stored: object) -> datetime:
    return datetime.fromisoformat(str(stored)).replace(tzinfo=UTC)


def in_time_until(step: Row) -> datetime:
    """A follow-up is in time all day long."""
    due = instant(step["due"])
    if step["clock"] != "roll":
        return due
    closing = due.astimezone(ZoneInfo(year.ZONE)).replace(hour=17, minute=0, second=0)
    return max(due, closing)


def was_late(step: Row) -> bool:
    """Whether its time was over while it was still asked for, and not done."""
    until = NOW if step["closed_at"] is None else instant(step["closed_at"])
    return step["state"] != "skipped" and until > in_time_until(step)
