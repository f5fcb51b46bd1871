"""Applications as cases: for the planner, for export, and back from a file."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Event, Interview, Person
from core.models.base import new_uid
from core.playbook import values
from core.playbook.values import Case, StepMark
from core.snapshot import SavedRound, Snapshot
from core.use_cases import (
    applications,
    checked,
    events,
    hunt,
    notes,
    own_words,
    people,
    saved_notes,
    settings,
)
from core.use_cases.history import recorded
from core.use_cases.loading import Loaded, case_of, load_one
from core.use_cases.marking import plan_with_marks
from core.use_cases.replacing import Standing
from core.use_cases.replanning import replan_neighbours
from core.use_cases.rows import event_row, people_of
from core.use_cases.weekly_marks import bring_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """An application that came back. `replaced`: one of the same uid was there before."""

    application_id: int
    company: str
    replaced: bool


def to_case(session: WorkSession, application_id: int, now: Now) -> Case:
    """An application as the planner reads it; `Gone` when there is none of this number."""
    session.flush()
    return case_of(session, load_one(session, application_id), now)


def snapshot(session: WorkSession, application_id: int, now: Now) -> Snapshot:
    """Everything about one application, so that `restore` brings it back as it is."""
    session.flush()
    loaded = load_one(session, application_id)
    return Snapshot(
        case=case_of(session, loaded, now),
        uid=loaded.application.uid,
        aliases=tuple(loaded.application.aliases),
        created_at=loaded.application.created_at,
        topics=saved_notes.saved_topics(session, loaded, now),
        rounds=_saved_rounds(loaded),
        news=tuple(kept.news for kept in notes.news(session, application_id, now)),
        draft=saved_notes.latest_draft(session, application_id),
        me=saved_notes.own_details(session),
        cv_employers=own_words.own_words(session, now).cv_employers,
    )


def snapshot_all(session: WorkSession, now: Now) -> tuple[Snapshot, ...]:
    """Every application, in the order in which they were added."""
    ids = session.scalars(select(Application.id).order_by(Application.id)).all()
    return tuple(snapshot(session, application_id, now) for application_id in ids)


def restore_all(
    session: WorkSession, snapshots: Sequence[Snapshot], hunt_marks: tuple[StepMark, ...], now: Now
) -> tuple[Restored, ...]:
    """Bring back a whole export; an empty Afterword takes its settings and its zone, too."""
    with recorded(session, _label(snapshots), now):
        _restore_zone(session, snapshots, now)
        if session.scalar(select(Application.id).limit(1)) is None:
            _restore_settings(session, snapshots, now)
        bring_back(session, hunt_marks, now)
        return restore(session, snapshots, now)


def _restore_zone(session: WorkSession, snapshots: Sequence[Snapshot], now: Now) -> None:
    """Where private tasks were planned, they are planned again, if that is not settled here."""
    zones = {saved.case.zone for saved in snapshots}
    if len(zones) == 1:
        settings.settle_home_zone(session, replace(now, zone=zones.pop()))


def _restore_settings(session: WorkSession, snapshots: Sequence[Snapshot], now: Now) -> None:
    """Where all cases agree on the settings, and none was chosen here."""
    found = {saved.case.settings for saved in snapshots}
    current = settings.read(session).playbook
    if len(found) != 1 or current != values.Settings():
        return
    wanted = found.pop()
    for field in fields(values.Settings):
        value: str | int = getattr(wanted, field.name)
        if value != getattr(current, field.name):
            settings.change(session, field.name, value, now)


def restore(session: WorkSession, snapshots: Sequence[Snapshot], now: Now) -> tuple[Restored, ...]:
    """Bring applications back, all of them or none; one of the same uid is replaced, but for what
    no case holds: its messages, reflections and preparation.

    `DetailsError` when something in them cannot be stored. Undo takes all of it back.
    """
    with recorded(session, _label(snapshots), now):
        restored = tuple(_Restorer(session, saved, now).restore() for saved in snapshots)
        hunt.replan(session, now)
        for one in restored:
            replan_neighbours(session, one.application_id, now)
    return restored


def _label(snapshots: Sequence[Snapshot]) -> str:
    if len(snapshots) == 1:
        return f"Restored: {snapshots[0].case.company}"
    return f"Restored: {len(snapshots)} applications"


def _saved_rounds(loaded: Loaded) -> tuple[SavedRound, ...]:
    return tuple(
        SavedRound(
            interview=row.uid,
            calendar_uid=row.calendar_uid or "",
            calendar_sequence=row.calendar_sequence,
            notes=row.notes,
        )
        for row in loaded.interviews
        if row.calendar_uid or row.notes
    )


class _Restorer:
    """Writes one snapshot into rows. Names that another application uses are made new."""

    def __init__(self, session: WorkSession, saved: Snapshot, now: Now) -> None:
        self._session = session
        self._saved = saved
        self._now = now
        self._renamed: dict[str, str] = {}
        self._standing = Standing(session, saved.uid)

    def restore(self) -> Restored:
        case = self._saved.case
        rounds = [each.key for each in case.events if isinstance(each, values.Interview)]
        self._standing.clear([person.id for person in case.people], rounds)
        owner = self._application()
        self._people(owner.id)
        for event in case.events:
            self._event(owner.id, event)
        self._session.flush()
        marks = tuple(self._mark(mark) for mark in case.marks)
        plan_with_marks(self._session, owner.id, marks, case.now, self._now)
        self._written(owner.id)
        replaced = self._standing.application is not None
        return Restored(application_id=owner.id, company=owner.company, replaced=replaced)

    def _written(self, owner: int) -> None:
        """What messages are written with, and the draft, which finds its step again."""
        saved, session = self._saved, self._session
        saved_notes.restore_own_details(session, saved, self._now)
        saved_notes.restore_notes(session, owner, saved)
        if saved.draft is not None:
            named = self._named(saved.draft.to)
            saved_notes.restore_draft(session, owner, saved.draft, named, self._now)

    def _application(self) -> Application:
        case, saved = self._saved.case, self._saved
        details = applications.ApplicationDetails(
            company=case.company,
            role=case.role,
            aliases=saved.aliases,
            zone=case.application_zone,
            country=case.country,
            via_recruiter_only=case.via_recruiter_only,
            no_contact_wished=case.no_contact_wished,
            fast_decision=case.fast_decision,
        )
        there = self._standing.application
        if there is not None:
            applications.rewrite(there, details, self._now)
            there.created_at = saved.created_at or there.created_at
            return there
        row = applications.row_for(details, saved.created_at or self._now.instant, self._now)
        if saved.uid:
            row.uid = saved.uid
        self._session.add(row)
        self._session.flush()
        return row

    def _people(self, owner: int) -> None:
        topics = {topic.person: topic.text for topic in self._saved.topics if topic.person}
        for person in self._saved.case.people:
            details = _details(person, topics.get(person.id, ""))
            there = self._standing.people.get(person.id)
            if there is not None:
                people.rewrite(there, details)
                continue
            row = people.row_for(details)
            row.application_id = owner
            row.uid = self._free(person.id, _taken(self._session, Person, person.id))
            self._session.add(row)
        self._session.flush()

    def _event(self, owner: int, event: values.Event) -> None:
        if isinstance(event, values.Interview):
            self._round(owner, event)
            return
        tidy = events.checked_event(event)
        row = event_row(tidy, self._now.zone)
        if isinstance(tidy, values.Promise | values.WrongName) and tidy.key:
            row.uid = self._free(tidy.key, _taken(self._session, Event, tidy.key))
        row.application_id = owner
        row.people = events.people_named(self._session, owner, self._named(people_of(tidy)))
        self._session.add(row)

    def _round(self, owner: int, event: values.Interview) -> None:
        checked.zone(event.zone, "zone")
        row = self._standing.rounds.get(event.key)
        if row is not None:
            met = events.people_named(self._session, owner, self._named(event.people))
            self._standing.write_round(row, event, met)
        else:
            key = self._free(event.key, _taken(self._session, Interview, event.key))
            named = replace(event, key=key, people=self._named(event.people))
            row = events.store_round(self._session, owner, named)
        for kept in self._saved.rounds:
            if kept.interview == event.key:
                row.calendar_uid = kept.calendar_uid or None
                row.calendar_sequence = kept.calendar_sequence
                row.notes = checked.note(kept.notes, "notes", "The note")

    def _free(self, name: str, taken: bool) -> str:
        """`name`, or a new one where another application has it."""
        if name and not taken:
            return name
        self._renamed[name] = new_uid()
        return self._renamed[name]

    def _named(self, uids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._renamed.get(uid, uid) for uid in uids)

    def _mark(self, mark: values.StepMark) -> values.StepMark:
        key = mark.key
        for old, new in self._renamed.items():
            key = key and f"/{key}/".replace(f"/{old}/", f"/{new}/")[1:-1]
        person = self._renamed.get(mark.person or "", mark.person or "")
        return replace(mark, key=key, person=person or None)


def _taken(
    session: WorkSession,
    kind: type[Person] | type[Interview] | type[Event],
    uid: str,
) -> bool:
    return session.scalar(select(kind.id).where(kind.uid == uid)) is not None


def _details(person: values.Person, topic: str) -> people.PersonDetails:
    return people.PersonDetails(
        name=person.name,
        part=person.part,
        title=person.title,
        surname=person.surname,
        job=person.job,
        email=person.email,
        phone=person.phone,
        confirmed=person.confirmed,
        prefers=person.prefers,
        consent=person.consent,
        informed=person.informed,
        gone=person.gone,
        topic=topic,
    )
