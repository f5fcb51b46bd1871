"""When another employer waits for the user's answer: what a word to the one they prefer may say."""

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.models import Application, Event
from core.playbook.values import Moment
from core.playbook.windows import as_instant
from core.use_cases.loading import live_applications


def answer_due_elsewhere(session: WorkSession, application_id: int, now: Now) -> Moment | None:
    """The first date still ahead by which another employer asks for an answer to their offer.

    Of each employer the latest offer counts, and only while nothing has ended it.
    """
    live = live_applications().with_only_columns(Application.id)
    offers = (
        select(Event.application_id, Event.moment_on, Event.moment_at, Application.zone)
        .join(Application, Application.id == Event.application_id)
        .where(Event.kind == "offer", Event.application_id != application_id)
        .where(Event.application_id.in_(live))
        .order_by(Event.at, Event.id)
    )
    latest = {owner: (day or at, zone) for owner, day, at, zone in session.execute(offers)}
    ahead = {
        as_instant(moment, zone): moment for moment, zone in latest.values() if moment is not None
    }
    soonest = min((instant for instant in ahead if instant > now.instant), default=None)
    return ahead[soonest] if soonest is not None else None
