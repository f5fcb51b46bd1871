"""What a case file holds beside the case itself: notes for writing, and a draft."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from core.drafting.values import Draft, Me, News, Topic
from core.playbook.values import Case, StepMark
from core.snapshot import SavedRound, SavedTopic, Snapshot

FORMAT = "afterword"
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """One case of a file: what the planner reads, and what only messages and export need."""

    case: Case
    uid: str = ""
    aliases: tuple[str, ...] = ()
    created_at: datetime | None = None
    me: Me | None = None
    topics: tuple[Topic, ...] = ()
    news: tuple[News, ...] = ()
    cv_employers: tuple[str, ...] = ()
    draft: Draft | None = None
    rounds: tuple[SavedRound, ...] = ()

    @classmethod
    def of(cls, saved: Snapshot) -> Self:
        """What an application is written as."""
        return cls(
            case=saved.case,
            uid=saved.uid,
            aliases=saved.aliases,
            created_at=saved.created_at,
            topics=tuple(Topic(text=topic.text, person=topic.person) for topic in saved.topics),
            rounds=saved.rounds,
            news=saved.news,
            cv_employers=saved.cv_employers,
            me=saved.me,
            draft=saved.draft,
        )

    @property
    def snapshot(self) -> Snapshot:
        """What the database keeps of it; several topics of one person become one text."""
        topics: dict[str, list[str]] = {}
        for topic in self.topics:
            if topic.person is not None:
                topics.setdefault(topic.person, []).append(topic.text)
        of_nobody = [topic.text for topic in self.topics if topic.person is None]
        return Snapshot(
            case=self.case,
            uid=self.uid,
            aliases=self.aliases,
            created_at=self.created_at,
            topics=(
                *(SavedTopic(person=who, text="\n".join(texts)) for who, texts in topics.items()),
                *(SavedTopic(person=None, text=text) for text in of_nobody),
            ),
            rounds=self.rounds,
            news=self.news,
            cv_employers=self.cv_employers,
            me=self.me,
            draft=self.draft,
        )

    @property
    def left_out(self) -> tuple[str, ...]:
        """What of it the database does not keep, in the words of the format."""
        beside = {
            "others": self.case.others,
            "draft.attachments": self.draft and self.draft.attachments,
            "draft.siblings": self.draft and self.draft.siblings,
        }
        return tuple(name for name, value in beside.items() if value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    """All cases of a file, and what the user did to the weekly targets, which belong to none."""

    cases: tuple[CaseFile, ...]
    hunt: tuple[StepMark, ...] = ()
