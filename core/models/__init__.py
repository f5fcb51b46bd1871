"""The tables. Importing this package maps all of them."""

from core.models.applications import Application, Event, Interview, event_person, interview_person
from core.models.base import Base
from core.models.messages import (
    AllowedWords,
    CvEmployer,
    DictionaryWord,
    Message,
    MessageVersion,
    NewsItem,
    OutboxItem,
    Override,
    Received,
    Recipient,
    StrengthItem,
    TopicItem,
)
from core.models.people import Person
from core.models.preparation import (
    CompanyFact,
    CompanyLink,
    Evidence,
    Feed,
    FeedEntry,
    HuntWeek,
    OwnQuestion,
    PreparationTick,
    Said,
    Story,
    StoryTelling,
)
from core.models.records import Change, Setting
from core.models.reflections import (
    Conclusion,
    Consequence,
    FriendsView,
    Reflection,
    ReflectionAnswer,
)
from core.models.steps import Step

__all__ = [
    "AllowedWords",
    "Application",
    "Base",
    "Change",
    "CompanyFact",
    "CompanyLink",
    "Conclusion",
    "Consequence",
    "CvEmployer",
    "DictionaryWord",
    "Event",
    "Evidence",
    "Feed",
    "FeedEntry",
    "FriendsView",
    "HuntWeek",
    "Interview",
    "Message",
    "MessageVersion",
    "NewsItem",
    "OutboxItem",
    "Override",
    "OwnQuestion",
    "Person",
    "PreparationTick",
    "Received",
    "Recipient",
    "Reflection",
    "ReflectionAnswer",
    "Said",
    "Setting",
    "Step",
    "Story",
    "StoryTelling",
    "StrengthItem",
    "TopicItem",
    "event_person",
    "interview_person",
]
