"""Writing cases as JSON: what `core.exchange.cases` reads, with nothing that is a default."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.drafting.values import Draft, News, Topic
from core.exchange.case_values import FORMAT, VERSION, CaseFile, ExportFile
from core.playbook.values import (
    Acceptance,
    Arrived,
    Case,
    Contact,
    Decline,
    Event,
    Incident,
    Interview,
    Late,
    Linked,
    Offer,
    OnHold,
    Other,
    Person,
    Promise,
    Reflection,
    Rejection,
    Reply,
    Sent,
    Settings,
    StepMark,
    Withdrawal,
    WrongName,
)
from core.snapshot import SavedRound

Json = dict[str, object]


def write_case(case: CaseFile) -> str:
    """One case as a file of its own."""
    return _as_text(_case(case))


def write_export(export: ExportFile) -> str:
    """All cases as one export."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "cases": [_case(case) for case in export.cases],
    }
    return _as_text(content | _given(hunt=[_mark(mark) for mark in export.hunt]))


def _as_text(content: Json) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _case(file: CaseFile) -> Json:
    case = file.case
    rounds = {kept.interview: kept for kept in file.rounds}
    events = [_event(event, rounds, case.zone) for event in case.events]
    return _given(
        now=_instant(case.now),
        zone=case.zone,
        settings=_settings(case.settings),
        application=_application(file),
        people=[_person(person) for person in case.people],
        events=events + [_mark(mark) for mark in case.marks],
        topics=[_topic(topic) for topic in file.topics],
        news=[_news(news) for news in file.news],
        cv_employers=list(file.cv_employers),
        me=_fields(file.me, "name", "phone", "signature") if file.me else None,
        draft=_draft(file.draft) if file.draft else None,
    ) | ({} if case.others is None else {"others": _others(case.others)})


def _others(others: tuple[Other, ...]) -> list[Json]:
    return [_fields(other, "company", "aliases", "people") for other in others]


def _application(file: CaseFile) -> Json:
    case: Case = file.case
    return _given(
        company=case.company,
        aliases=list(file.aliases),
        role=case.role,
        zone=case.application_zone,
        country=case.country,
        via_recruiter_only=case.via_recruiter_only,
        no_contact_wished=case.no_contact_wished,
        fast_decision=case.fast_decision,
        uid=file.uid,
        created_at=_instant(file.created_at),
    )


def _settings(settings: Settings) -> Json:
    """Only what differs from the defaults."""
    usual = Settings()
    changed: Json = {}
    for field in fields(Settings):
        value: object = getattr(settings, field.name)
        if value != getattr(usual, field.name):
            changed[field.name] = value
    return changed


def _person(person: Person) -> Json:
    written = _fields(
        person,
        *("id", "name", "title", "surname", "job", "part", "email", "phone"),
        *("prefers", "consent", "informed", "gone"),
    )
    return written if person.confirmed else written | {"confirmed": False}


def _event(event: Event, rounds: dict[str, SavedRound], zone: str) -> Json:
    if isinstance(event, Interview):
        return _interview(event, rounds.get(event.key))
    kind, names = _KINDS[type(event)]
    written = {"kind": kind} | _given(at=_instant(event.at)) | _fields(event, *names)
    if isinstance(event, WrongName) and event.zone != zone:
        written["zone"] = event.zone
    return written | (_key(event.key) if isinstance(event, Promise | WrongName) else {})


def _interview(event: Interview, kept: SavedRound | None) -> Json:
    times = {"start": _wall(event.start, event.zone), "end": _wall(event.end, event.zone)}
    return (
        {"kind": "interview"}
        | _fields(event, "round", "mode")
        | times
        | _fields(event, "zone", "people", "travel_minutes", "place", "invited_at", "called_off")
        | _key(event.key)
        | (_fields(kept, "calendar_uid", "calendar_sequence", "notes") if kept else {})
    )


def _mark(mark: StepMark) -> Json:
    names = ("id", "person", "at", "key", "done", "skipped", "snoozed_until", "due", "title")
    return {"kind": "step"} | _fields(mark, *names)


def _topic(topic: Topic) -> Json:
    return {"text": topic.text} | _fields(topic, "person")


def _news(news: News) -> Json:
    day = _given(date=_plain(news.published))
    return {"title": news.title} | day | _fields(news, "source", "negative")


def _draft(draft: Draft) -> Json:
    written = _fields(
        draft,
        *("kind", "channel", "to", "subject", "body", "attachments", "begun", "send_at"),
        *("language", "ticks"),
    )
    siblings = [{"to": list(sibling.to), "body": sibling.body} for sibling in draft.siblings]
    return written | _given(siblings=siblings)


def _key(key: str) -> Json:
    """Always written: a key that the next reader had to make up could be another's."""
    return {"key": key} if key else {}


def _given(**values: object) -> Json:
    """Leaves out what the reader would take anyway."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, 0)}


def _instant(instant: datetime | None) -> str | None:
    if instant is None:
        return None
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _wall(instant: datetime, zone: str) -> str:
    """The wall-clock time; in the second of two equal hours with its offset."""
    local = instant.astimezone(ZoneInfo(zone))
    return local.isoformat() if local.fold else local.replace(tzinfo=None).isoformat()


def _fields(record: object, *names: str) -> Json:
    """Fields that are called the same in the file."""
    return _given(**{name: _plain(getattr(record, name)) for name in names})


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return _instant(value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


_KINDS: dict[type[Event], tuple[str, tuple[str, ...]]] = {
    Promise: ("promise", ("by", "what", "due", "item")),
    Sent: ("sent", ("message", "to", "channel")),
    Reply: ("reply", ("reply", "decision_date")),
    WrongName: ("wrong_name", ("person", "correct")),
    Arrived: ("arrived", ()),
    Late: ("late", ()),
    Incident: ("incident", ("what",)),
    Reflection: ("reflection", ("path",)),
    Rejection: ("rejection", ()),
    Offer: ("offer", ("deadline",)),
    Acceptance: ("acceptance", ()),
    Decline: ("decline", ()),
    Withdrawal: ("withdrawal", ()),
    OnHold: ("on_hold", ("until",)),
    Linked: ("linked", ("person",)),
    Contact: ("contact", ("person", "answered")),
}
"""The file's word for each kind of event, and its fields beside `at`."""
