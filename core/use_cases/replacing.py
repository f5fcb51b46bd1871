"""An application that is restored over itself: what the file holds takes the place of what is
stored, and what it does not hold (messages, reflections, preparation) stays where it hangs.
"""

from collections.abc import Sequence

from sqlalchemy import delete, select

from core.database import WorkSession
from core.models import Application, Event, Interview, Person, Step, interview_person
from core.playbook import values


class Standing:
    """The rows of an application that are there already, by their uids. Empty for a new one."""

    def __init__(self, session: WorkSession, uid: str) -> None:
        self._session = session
        query = select(Application).where(Application.uid == uid)
        self.application = session.scalars(query).first() if uid else None
        self.people: dict[str, Person] = {}
        self.rounds: dict[str, Interview] = {}
        if self.application is not None:
            owner = self.application.id
            people = select(Person).where(Person.application_id == owner)
            rounds = select(Interview).where(Interview.application_id == owner)
            self.people = {row.uid: row for row in session.scalars(people)}
            self.rounds = {row.uid: row for row in session.scalars(rounds)}

    def clear(self, people: Sequence[str], rounds: Sequence[str]) -> None:
        """Take away what happened, what is planned, and the people and rounds that are not named."""
        if self.application is None:
            return
        session, owner = self._session, self.application.id
        session.execute(delete(Event).where(Event.application_id == owner))
        session.execute(delete(Step).where(Step.application_id == owner))
        for gone, person in list(self.people.items()):
            if gone not in people:
                session.execute(delete(Person).where(Person.id == person.id))
                del self.people[gone]
        for gone, round_ in list(self.rounds.items()):
            if gone not in rounds:
                session.execute(delete(Interview).where(Interview.id == round_.id))
                del self.rounds[gone]
        session.expire_all()

    def write_round(
        self, row: Interview, event: values.Interview, people: Sequence[Person]
    ) -> None:
        """Let a round that is there be as a value describes it."""
        session = self._session
        row.round, row.mode = event.round, event.mode
        row.start, row.end, row.zone = event.start, event.end, event.zone
        row.place, row.travel_minutes = event.place, event.travel_minutes
        row.invited_at, row.called_off = event.invited_at, event.called_off
        row.calendar_uid, row.calendar_sequence, row.notes = None, 0, ""
        session.execute(delete(interview_person).where(interview_person.c.interview_id == row.id))
        for person in people:
            session.execute(
                interview_person.insert().values(interview_id=row.id, person_id=person.id)
            )
