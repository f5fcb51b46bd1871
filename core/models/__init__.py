"""The tables. Importing this package maps all of them."""

from core.models.applications import Application, Event, Interview, event_person, interview_person
from core.models.base import Base
from core.models.people import Person
from core.models.records import Change, Setting
from core.models.steps import Step

__all__ = [
    "Application",
    "Base",
    "Change",
    "Event",
    "Interview",
    "Person",
    "Setting",
    "Step",
    "event_person",
    "interview_person",
]
