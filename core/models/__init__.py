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
from core.models.records import Change, Setting
from core.models.steps import Step

__all__ = [
    "AllowedWords",
    "Application",
    "Base",
    "Change",
    "CvEmployer",
    "DictionaryWord",
    "Event",
    "Interview",
    "Message",
    "MessageVersion",
    "NewsItem",
    "OutboxItem",
    "Override",
    "Person",
    "Received",
    "Recipient",
    "Setting",
    "Step",
    "StrengthItem",
    "TopicItem",
    "event_person",
    "interview_person",
]
