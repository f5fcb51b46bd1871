"""First words for a message, from the templates and what is known of its application."""

from dataclasses import dataclass, field, replace

from core.clock import Now
from core.database import WorkSession
from core.drafting.grammar import TemplateError
from core.drafting.kinds import KINDS
from core.drafting.letters import Filled, PhoneScript, fill, fill_script
from core.drafting.particulars import Particulars
from core.drafting.profiles import profile_of
from core.drafting.request import Request
from core.drafting.templates import Choice
from core.drafting.values import Situation, Tone
from core.models import Interview, Message, Step
from core.playbook.values import Offer
from core.refusal import Refusal
from core.use_cases.answering import answering_subject
from core.use_cases.loading import preferences_in
from core.use_cases.message_rows import message_row, people_in_order, step_of
from core.use_cases.offers_elsewhere import answer_due_elsewhere
from core.use_cases.situations import situation

OF_A_PROMISE = frozenset({"K1", "G3"})


_NONE = "There is no template for this: {}. Write it freely; your draft is kept."


class NoWording(Refusal):
    """There is no template for a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a message is to be worded anew. `tone` None: as it is; `language` empty: as set."""

    tone: Tone | None = None
    language: str = ""
    template: str = ""
    """The name of one of the user's own."""
    particulars: Particulars = field(default_factory=Particulars)


def choices(session: WorkSession, kind: str, now: Now) -> tuple[Choice, ...]:
    """The templates that there are for a kind of message."""
    return session.templates().available(kind)


def left_out(session: WorkSession, now: Now) -> tuple[str, ...]:
    """A sentence for each of the user's own files of templates that cannot be used."""
    return session.templates().left_out


def wording(session: WorkSession, draft_id: int, wish: Wish, now: Now) -> Filled:
    """A message worded anew. Nothing is stored: the composer shows it, and saves what is taken.

    Raises `NoWording`, and `TemplateError` for a template that cannot be used.
    """
    request, known = _asked(session, draft_id, wish, now)
    try:
        filled = fill(session.templates(), request, known)
    except KeyError:
        raise NoWording(_NONE.format(KINDS[request.kind].name)) from None
    return _in_thread(session, message_row(session, draft_id), filled)


def script(session: WorkSession, draft_id: int, now: Now) -> PhoneScript:
    """What to say on the phone instead. Raises as `wording` does, for what is only written too."""
    request, known = _asked(session, draft_id, Wish(), now)
    try:
        return fill_script(session.templates(), request, known)
    except KeyError:
        raise NoWording(_NONE.format(KINDS[request.kind].name)) from None


def first_words(
    session: WorkSession, row: Message, to: tuple[str, ...], known: Situation
) -> Filled | None:
    """How a new draft begins; None where no template can be used: then it begins empty."""
    try:
        filled = fill(session.templates(), request_for(session, row, to, known, Wish()), known)
    except (KeyError, TemplateError):
        return None
    return _in_thread(session, row, filled)


def request_for(
    session: WorkSession, row: Message, to: tuple[str, ...], known: Situation, wish: Wish
) -> Request:
    """What is asked of the templates for a message."""
    step = step_of(session, row)
    interview = session.get(Interview, step.interview_id) if step and step.interview_id else None
    return Request(
        kind=row.kind,
        to=to,
        tone=wish.tone or row.tone,
        profile=profile_of(known.case.settings),
        language=wish.language or row.language or preferences_in(session).letter_language,
        name=wish.template,
        interview=interview.uid if interview is not None else None,
        promise=_promise(step),
        particulars=_particulars(session, row, known, wish.particulars),
    )


def _particulars(
    session: WorkSession, row: Message, known: Situation, given: Particulars
) -> Particulars:
    """What is given, and what another application tells: an offer there waits for an answer."""
    elsewhere = row.kind == "M14" and not any(isinstance(e, Offer) for e in known.case.events)
    if not elsewhere or given.answer_by is not None:
        return given
    moment = Now(known.case.now, known.case.zone)
    return replace(given, answer_by=answer_due_elsewhere(session, row.application_id, moment))


def _in_thread(session: WorkSession, row: Message, filled: Filled) -> Filled:
    """An answer keeps the subject of the mail that it answers."""
    subject = answering_subject(session, row)
    return replace(filled, subject=subject) if subject else filled


def _asked(session: WorkSession, draft_id: int, wish: Wish, now: Now) -> tuple[Request, Situation]:
    row = message_row(session, draft_id)
    known = situation(session, row.application_id, now)
    to = tuple(person.uid for person in people_in_order(session, [row])[row.id])
    return request_for(session, row, to, known, wish), known


def _promise(step: Step | None) -> str | None:
    """The promise that a step keeps stands in its key."""
    if step is None or step.rule not in OF_A_PROMISE:
        return None
    return step.key.partition("/")[2]
