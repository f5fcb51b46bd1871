"""To whom, by which way, how often, and in which situation: checks 25, 26, 28 and 29."""

from collections.abc import Iterator
from datetime import date

from core.checks.contacts import earlier_contacts
from core.checks.finding import Field, Finding, Fix, Level
from core.checks.letter import Letter
from core.checks.mentions import content_words, shared
from core.checks.name_forms import tidy
from core.checks.names import recipients
from core.checks.parts import Parts, parts_of
from core.drafting.addressees import PRIVATE_NETWORKS
from core.drafting.days import day_words
from core.drafting.kinds import KINDS
from core.drafting.values import Situation
from core.playbook.facts import Facts
from core.playbook.values import (
    Channel,
    Consent,
    Interview,
    Offer,
    Part,
    Person,
    Rejection,
    Reply,
    ReplyKind,
)

_PROVIDERS = frozenset(
    [
        *("gmail.com", "googlemail.com", "hotmail.com", "outlook.com", "live.com", "msn.com"),
        *("yahoo.com", "yahoo.co.uk", "yahoo.fr", "yahoo.de", "ymail.com", "icloud.com", "me.com"),
        *("mac.com", "aol.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de"),
        *("freenet.de", "proton.me", "protonmail.com", "orange.fr", "wanadoo.fr", "free.fr"),
        *("laposte.net", "sfr.fr", "libero.it", "virgilio.it", "hotmail.fr", "hotmail.co.uk"),
        *("qq.com", "163.com", "mail.ru", "yandex.ru", "wp.pl", "o2.pl", "bluewin.ch", "posteo.de"),
    ]
)
"""Providers of private mail boxes."""
_AT_WORK = frozenset({Part.INTERVIEWER, Part.RECRUITER})
_OF_THE_EMPLOYER = frozenset({Part.INTERVIEWER, Part.CONTACT})


def check_recipients(letter: Letter, situation: Situation, parts: Parts) -> Iterator[Finding]:
    """Whether this message may go to these people, this way, now."""
    readers = recipients(letter, situation)
    yield from _channel(letter, situation, readers)
    yield from _cap(letter, situation)
    yield from _changed(letter, situation)
    yield from _references(letter, situation, parts)


# -- check 25


def _channel(
    letter: Letter, situation: Situation, readers: tuple[Person, ...]
) -> Iterator[Finding]:
    channel = letter.draft.channel
    if channel in PRIVATE_NETWORKS:
        better = _better(readers)
        yield _use(better, "network", (("channel", channel.value),))
        return
    for person in readers:
        if situation.case.via_recruiter_only and person.part in _OF_THE_EMPLOYER:
            yield _to_recruiter(situation, person)
        elif _is_private(person, channel):
            yield _use(Channel.OTHER, "mailbox", (("address", person.email), ("name", person.name)))
        elif _ignored(person, channel, letter.draft.kind):
            arguments = (("name", person.name), ("prefers", person.prefers.value))
            yield _use(person.prefers, "preference", arguments)


def _better(readers: tuple[Person, ...]) -> Channel:
    wished = [p.prefers for p in readers if p.prefers not in PRIVATE_NETWORKS]
    return wished[0] if wished else Channel.EMAIL


def _use(better: Channel, variant: str, arguments: tuple[tuple[str, str], ...]) -> Finding:
    """Another way is right; OTHER stands for another address."""
    fix = Fix(act="channel", argument=better.value)
    return Finding(
        check=25,
        level=Level.MUST,
        field=Field.CHANNEL,
        variant=variant,
        arguments=(("better", better.value), *arguments),
        fixes=(fix,) if better is not Channel.OTHER else (),
    )


def _to_recruiter(situation: Situation, person: Person) -> Finding:
    recruiter = next((p for p in situation.case.people if p.part is Part.RECRUITER), None)
    fixes = (Fix(act="recipient", argument=recruiter.id, text=recruiter.name),) if recruiter else ()
    return Finding(
        check=25,
        level=Level.MUST,
        field=Field.TO,
        variant="recruiter",
        arguments=(
            ("name", person.name),
            ("recruiter", recruiter.name if recruiter else ""),
            ("better", recruiter.name if recruiter else ""),
        ),
        fixes=fixes,
    )


def _is_private(person: Person, channel: Channel) -> bool:
    """Whether an e-mail would reach somebody's own mail box instead of the one at work."""
    provider = person.email.rpartition("@")[2].strip().casefold()
    return channel is Channel.EMAIL and person.part in _AT_WORK and provider in _PROVIDERS


def _ignored(person: Person, channel: Channel, kind: str) -> bool:
    """Whether they said how they wish to be reached, and it is another way."""
    stated = person.prefers not in {Channel.EMAIL, *PRIVATE_NETWORKS}
    by_its_nature = KINDS[kind].most_characters is not None if kind in KINDS else False
    return stated and channel is not person.prefers and not by_its_nature


# -- check 26


def _cap(letter: Letter, situation: Situation) -> Iterator[Finding]:
    contacts = earlier_contacts(letter.draft, situation)
    people = {person.id: person.name for person in situation.case.people}
    for who in contacts.thanked:
        arguments = (("name", people.get(who, who)),)
        yield Finding(
            check=26, level=Level.MUST, field=Field.TO, variant="thanked", arguments=arguments
        )
    if contacts.cap_reached:
        count = str(situation.case.settings.follow_ups)
        yield Finding(
            check=26,
            level=Level.MUST,
            field=Field.TO,
            variant="cap",
            arguments=(("count", count), ("company", situation.case.company)),
        )
    elif contacts.next_fair is not None:
        yield _too_soon(contacts.next_fair, situation)


def _too_soon(day: date, situation: Situation) -> Finding:
    words = day_words(day, situation.case.application_zone)
    return Finding(
        check=26,
        level=Level.SHOULD,
        field=Field.SEND_AT,
        variant="soon",
        arguments=(("day", words), ("date", day.isoformat())),
    )


# -- check 28


def _changed(letter: Letter, situation: Situation) -> Iterator[Finding]:
    begun, case = letter.draft.begun, situation.case
    if begun is None:
        return
    facts = Facts(case)
    news = [
        *((r.at, "reply") for r in facts.of(Reply) if r.reply is not ReplyKind.COURTESY),
        *((r.at, "rejection") for r in facts.of(Rejection)),
        *((o.at, "offer") for o in facts.of(Offer)),
        *((at, "invitation") for i in facts.of(Interview) if (at := i.invited_at) is not None),
    ]
    since = [(at, what) for at, what in news if begun < at <= case.now]
    if since:
        at, what = max(since)
        yield Finding(
            check=28,
            level=Level.MUST,
            variant=what,
            arguments=(("day", day_words(at, case.application_zone)),),
        )


# -- check 29


def _references(letter: Letter, situation: Situation, parts: Parts) -> Iterator[Finding]:
    if letter.draft.kind != "M7" or not _gives_references(letter, parts):
        return
    named = [p for p in _referees(situation) if _is_named(p, letter)]
    untold = [
        person
        for person in named or _referees(situation)
        if not person.informed and (named or person.consent is not Consent.NO)
    ]
    if untold:
        yield Finding(
            check=29,
            level=Level.MUST,
            field=Field.ATTACHMENTS,
            arguments=(("referee", _joined([person.name for person in untold])),),
            fixes=tuple(
                Fix(act="open card", argument=person.id, text=person.name) for person in untold
            ),
        )


def _joined(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _referees(situation: Situation) -> list[Person]:
    return [p for p in situation.case.people if p.part is Part.REFEREE]


def _gives_references(letter: Letter, parts: Parts) -> bool:
    files = " ".join(letter.draft.attachments).replace("_", " ")
    wanted = content_words("references referees referenzen")
    return "references" in parts_of(letter, parts) or bool(shared(wanted, files))


def _is_named(person: Person, letter: Letter) -> bool:
    return tidy(person.name).casefold() in tidy(letter.folded).casefold()
