"""What is kept beside the plan of an application: topics, news and a draft, saved and restored."""

from collections import Counter

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting.stages import OPEN_STATES, MessageState
from core.drafting.values import Draft, Me, Sibling
from core.models import CvEmployer, Message, NewsItem, TopicItem
from core.snapshot import SavedTopic, Snapshot
from core.use_cases import checked, notes, settings
from core.use_cases.autosave import replace_body
from core.use_cases.drafts import fitting_step, panel_of_step
from core.use_cases.loading import Loaded, load_one, preferences_in
from core.use_cases.message_rows import (
    draft_value,
    in_outbox,
    panel_of,
    people_in_order,
    set_recipients,
)


def saved_topics(session: WorkSession, loaded: Loaded, now: Now) -> tuple[SavedTopic, ...]:
    """Each person's topics as one text, then what was nobody's own."""
    of_nobody = notes.topics(session, loaded.application.id, now)
    return (
        *(SavedTopic(person=each.uid, text=each.topic) for each in loaded.people if each.topic),
        *(SavedTopic(person=None, text=topic.text) for topic in of_nobody),
    )


def latest_draft(session: WorkSession, application_id: int) -> Draft | None:
    """The open message that was edited last, with the panel's other notes."""
    query = select(Message).where(
        Message.application_id == application_id, Message.state.in_(OPEN_STATES)
    )
    latest = query.order_by(Message.edited_at.desc(), Message.id.desc()).limit(1)
    row = session.scalars(latest).first()
    if row is None:
        return None
    others = panel_of(session, row)
    people = people_in_order(session, [row, *others])
    siblings = [
        Sibling(to=tuple(each.uid for each in people[other.id]), body=other.body)
        for other in others
    ]
    return draft_value(row, people[row.id], siblings)


def own_details(session: WorkSession) -> Me | None:
    """The user, where any of it is known."""
    known = preferences_in(session)
    me = Me(name=known.me_name, phone=known.me_phone, signature=known.me_signature)
    return me if me != Me() else None


def restore_own_details(session: WorkSession, saved: Snapshot, now: Now) -> None:
    """The user's own details where none are known here, and earlier employers beside those here."""
    known, me = preferences_in(session), saved.me or Me()
    for name, here, wanted in (
        ("me_name", known.me_name, checked.line(me.name, "me", "Your name", 200)),
        ("me_phone", known.me_phone, checked.line(me.phone, "me", "Your number", 200)),
        ("me_signature", known.me_signature, checked.note(me.signature, "me", "It", 4_000)),
    ):
        if wanted and not here:
            settings.change(session, name, wanted, now)
    for employer in saved.cv_employers:
        tidy = checked.line(employer, "cv_employers", "The employer")
        if tidy:
            session.merge(CvEmployer(name=tidy))


def restore_notes(session: WorkSession, owner: int, saved: Snapshot) -> None:
    """News, and topics that were nobody's own: just those that were saved."""
    topics = Counter(
        checked.note(topic.text, "topics", "The topic")
        for topic in saved.topics
        if topic.person is None
    )
    for row in session.scalars(select(TopicItem).where(TopicItem.application_id == owner)):
        if topics[row.text] > 0:
            topics[row.text] -= 1
        else:
            session.delete(row)
    for text in topics.elements():
        topic = TopicItem(text=text)
        topic.application_id = owner
        session.add(topic)
    _restore_news(session, owner, saved)


def _restore_news(session: WorkSession, owner: int, saved: Snapshot) -> None:
    wanted = Counter(notes.news_value(notes.news_row(news)) for news in saved.news)
    for row in session.scalars(select(NewsItem).where(NewsItem.application_id == owner)):
        news = notes.news_value(row)
        if wanted[news] > 0:
            wanted[news] -= 1
        else:
            session.delete(row)
    for news in wanted.elements():
        item = notes.news_row(news)
        item.application_id = owner
        session.add(item)


def restore_draft(
    session: WorkSession, owner: int, draft: Draft, named: tuple[str, ...], now: Now
) -> None:
    """The draft of an application whose steps are planned; `named`: its people's uids here.

    One of this kind to the same people that is being written here gets its words; what stood there
    is kept as an earlier text.
    """
    loaded = load_one(session, owner)
    by_uid = {person.uid: person for person in loaded.people}
    people = [by_uid[uid] for uid in named if uid in by_uid]
    there = _same_draft(session, owner, draft.kind, {person.id for person in people})
    if there is not None:
        _write_over(session, there, draft, now)
        return
    step = fitting_step(loaded, draft.kind, people)
    begun = min(draft.begun or now.instant, now.instant)
    row = Message(
        application_id=owner,
        step_key=step.key if step is not None else "",
        panel=panel_of_step(session, step) if step is not None else "",
        kind=draft.kind,
        channel=draft.channel,
        subject=checked.line(draft.subject, "draft", "The subject", checked.LONG),
        body=checked.typed(draft.body, "draft", "The message"),
        tone=preferences_in(session).tone,
        language=draft.language,
        ticks=list(draft.ticks),
        begun=begun,
        edited_at=begun,
        send_at=draft.send_at,
    )
    session.add(row)
    session.flush()
    set_recipients(session, row, [person.id for person in people])


def _same_draft(session: WorkSession, owner: int, kind: str, people: set[int]) -> Message | None:
    query = select(Message).where(
        Message.application_id == owner,
        Message.kind == kind,
        Message.state == MessageState.WRITING,
    )
    rows = list(session.scalars(query.order_by(Message.id.desc())))
    to = people_in_order(session, rows)
    same = (row for row in rows if {person.id for person in to[row.id]} == people)
    return next((row for row in same if in_outbox(session, row.id) is None), None)


def _write_over(session: WorkSession, row: Message, draft: Draft, now: Now) -> None:
    subject = checked.line(draft.subject, "draft", "The subject", checked.LONG)
    body = checked.typed(draft.body, "draft", "The message")
    if (row.subject, row.body) != (subject, body):
        replace_body(session, row, body, now)
        row.subject = subject
    row.channel, row.language, row.send_at = draft.channel, draft.language, draft.send_at
    row.ticks = list(draft.ticks)
