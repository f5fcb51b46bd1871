"""The case file: the one reader and the one writer of its JSON.

`docs/case-file.md` describes the format. A file is taken whole or not at all: the first thing in
it that is wrong raises a `CaseError` that names the place and the nearest right word.
"""

from dataclasses import replace
from datetime import datetime

from core.drafting.kinds import KINDS
from core.drafting.values import Draft, Me, News, Sibling, Topic
from core.exchange.case_events import read_events
from core.exchange.case_people import Surroundings
from core.exchange.case_rounds import read_step
from core.exchange.case_values import FORMAT, VERSION, CaseFile, ExportFile
from core.exchange.nodes import (
    LONG_TEXT,
    CaseError,
    Document,
    Fields,
    Node,
)
from core.playbook.values import Case, Channel, Consent, Other, Part, Person, Settings
from core.settings import CHOICES, QUIET_HOURS

_CHOICES = {
    name: CHOICES[name]
    for name in (
        *("thank_you_within", "thank_you_earliest", "follow_up_after"),
        *("nudge_after_decision", "friday", "thank_you_notes"),
    )
}


def read_case(text: str, source: str, now: datetime | None = None) -> CaseFile:
    """One case. Raises `CaseError`.

    `source` is the file's name, for errors; `now` (UTC) stands in where the case names no moment.
    """
    root = Document(source, text).root()
    if isinstance(root.value, dict) and "format" in root.value and "cases" in root.value:
        cases = _read_envelope(root, now).cases
        if len(cases) != 1:
            raise root.error(f"the file holds {len(cases)} cases; this takes a file with one.")
        return cases[0]
    return _read_case(root, now)


def read_export(text: str, source: str, now: datetime | None = None) -> ExportFile:
    """All cases of an export. Raises `CaseError`."""
    return _read_envelope(Document(source, text).root(), now)


def _read_envelope(root: Node, now: datetime | None) -> ExportFile:
    if isinstance(root.value, dict) and "format" not in root.value:
        what = "is no export: it has no key “format”. A single case is read by “plan”."
        raise CaseError(root.document.source, (), None, what)
    fields = root.fields("format", "version", "cases", "hunt")
    fields["format"].one_of((FORMAT,))
    version = fields["version"].integer(1, 2**31)
    if version > VERSION:
        what = f"is {version}; this Afterword reads version {VERSION}. Install a newer Afterword."
        raise fields["version"].error(what)
    cases = tuple(_read_case(node, now) for node in fields["cases"].items())
    _refuse_twins(fields["cases"].items(), tuple(case.uid for case in cases), "uid")
    nowhere = Surroundings((), "UTC", "UTC")
    hunt = tuple(read_step(node, nowhere) for node in fields.items("hunt"))
    return ExportFile(cases=cases, hunt=hunt)


def _read_case(node: Node, now: datetime | None) -> CaseFile:
    fields = node.fields(
        *("now", "zone", "settings", "application", "people", "events", "topics", "news"),
        *("others", "cv_employers", "draft", "me"),
    )
    application = fields["application"].fields(
        *("company", "aliases", "role", "zone", "country"),
        *("via_recruiter_only", "no_contact_wished", "fast_decision", "uid", "created_at"),
    )
    zone, application_zone = _read_zones(fields, application)
    people = _read_people(fields.items("people"))
    around = Surroundings(tuple(person.id for person in people), zone, application_zone)
    read = read_events(fields.items("events"), around)
    case = _read_facts(fields, application, around, now)
    case = replace(case, people=people, events=read.events, marks=read.marks)
    return CaseFile(
        case=case,
        uid=application.text("uid"),
        aliases=tuple(item.name() for item in application.items("aliases")),
        created_at=application.instant("created_at"),
        me=_read_me(fields.get("me")),
        topics=tuple(_read_topic(item, around) for item in fields.items("topics")),
        news=tuple(_read_news(item) for item in fields.items("news")),
        cv_employers=tuple(item.name() for item in fields.items("cv_employers")),
        draft=_read_draft(fields.get("draft"), around),
        rounds=read.rounds,
    )


def _read_facts(
    fields: Fields, application: Fields, around: Surroundings, now: datetime | None
) -> Case:
    """The case without its people and what happened."""
    return Case(
        now=fields.instant("now") or now or fields["now"].instant(),
        zone=around.zone,
        company=application["company"].name(),
        role=application.text("role"),
        application_zone=around.application_zone,
        country=application.text("country"),
        via_recruiter_only=application.flag("via_recruiter_only"),
        no_contact_wished=application.flag("no_contact_wished"),
        fast_decision=application.flag("fast_decision"),
        settings=_read_settings(fields),
        others=_read_others(fields),
    )


def _read_zones(fields: Fields, application: Fields) -> tuple[str, str]:
    """The user's zone and the recipient's; either stands for the other, and UTC for both."""
    own, theirs = fields.get("zone"), application.get("zone")
    zone = own.zone() if own else theirs.zone() if theirs else "UTC"
    return zone, theirs.zone() if theirs else zone


def _read_settings(fields: Fields) -> Settings:
    node = fields.get("settings")
    if node is None:
        return Settings()
    given = node.fields(*_CHOICES, "follow_ups", "quiet_hours", "arrive_early")
    default = Settings()
    chosen = {name: given[name].one_of(words) for name, words in _CHOICES.items() if name in given}
    follow_ups, early = given.get("follow_ups"), given.get("arrive_early")
    return Settings(
        **chosen,
        follow_ups=follow_ups.integer(1, 3) if follow_ups else default.follow_ups,
        quiet_hours=_read_quiet_hours(given.get("quiet_hours"), default.quiet_hours),
        arrive_early=early.integer(0, 240) if early else default.arrive_early,
    )


def _read_quiet_hours(node: Node | None, default: str) -> str:
    if node is None:
        return default
    if not QUIET_HOURS.fullmatch(node.text()):
        raise node.error("must look like 21:00-08:00.")
    return node.text()


def _read_people(nodes: tuple[Node, ...]) -> tuple[Person, ...]:
    people = tuple(_read_person(node) for node in nodes)
    _refuse_twins(nodes, tuple(person.id for person in people), "id")
    return people


def _refuse_twins(nodes: tuple[Node, ...], ids: tuple[str, ...], key: str) -> None:
    for index, identity in enumerate(ids):
        if identity and identity in ids[:index]:
            path = (*nodes[index].path, *(("application",) if key == "uid" else ()), key)
            raise nodes[index].document.error(path, "is used twice; each needs its own.")


def _read_person(node: Node) -> Person:
    fields = node.fields(
        *("id", "name", "title", "surname", "job", "part", "email", "phone", "confirmed"),
        *("prefers", "consent", "informed", "gone"),
    )
    return Person(
        id=fields["id"].name(),
        name=fields["name"].name(),
        part=fields.word("part", Part.CONTACT),
        title=fields.text("title"),
        surname=fields.text("surname"),
        job=fields.text("job"),
        email=fields.text("email"),
        phone=fields.text("phone"),
        confirmed=fields.flag("confirmed", True),
        prefers=fields.word("prefers", Channel.EMAIL),
        consent=fields.word("consent", Consent.NOT_ASKED),
        informed=fields.flag("informed"),
        gone=fields.flag("gone"),
    )


def _read_others(fields: Fields) -> tuple[Other, ...] | None:
    return (
        tuple(_read_other(node) for node in fields.items("others")) if "others" in fields else None
    )


def _read_other(node: Node) -> Other:
    fields = node.fields("company", "aliases", "people")
    return Other(
        company=fields["company"].name(),
        aliases=tuple(item.name() for item in fields.items("aliases")),
        people=tuple(item.name() for item in fields.items("people")),
    )


def _read_me(node: Node | None) -> Me | None:
    if node is None:
        return None
    fields = node.fields("name", "phone", "signature")
    return Me(
        name=fields.text("name"),
        phone=fields.text("phone"),
        signature=fields.text("signature", LONG_TEXT),
    )


def _read_topic(node: Node, around: Surroundings) -> Topic:
    fields = node.fields("person", "text")
    return Topic(text=fields["text"].text(LONG_TEXT), person=around.maybe_person(fields))


def _read_news(node: Node) -> News:
    fields = node.fields("title", "date", "source", "negative")
    day = fields.get("date")
    return News(
        title=fields["title"].text(LONG_TEXT),
        published=day.day() if day else None,
        source=fields.text("source", LONG_TEXT),
        negative=fields.flag("negative"),
    )


def _read_draft(node: Node | None, around: Surroundings) -> Draft | None:
    if node is None:
        return None
    fields = node.fields(
        *("kind", "channel", "to", "subject", "body", "attachments", "begun", "send_at"),
        *("language", "ticks", "siblings"),
    )
    return Draft(
        kind=fields["kind"].one_of(tuple(KINDS)),
        channel=fields.word("channel", Channel.EMAIL),
        to=around.persons(fields, "to"),
        subject=fields.text("subject", LONG_TEXT),
        body=fields.text("body", LONG_TEXT),
        attachments=tuple(item.name() for item in fields.items("attachments")),
        begun=fields.instant("begun"),
        send_at=fields.instant("send_at"),
        language=fields.text("language") or None,
        ticks=tuple(item.name() for item in fields.items("ticks")),
        siblings=tuple(_read_sibling(item, around) for item in fields.items("siblings")),
    )


def _read_sibling(node: Node, around: Surroundings) -> Sibling:
    fields = node.fields("to", "body")
    to = fields["to"]
    people = (around.person(to),) if isinstance(to.value, str) else around.persons(fields, "to")
    return Sibling(to=people, body=fields.text("body", LONG_TEXT))


__all__ = ["CaseError", "CaseFile", "read_case", "read_export"]
