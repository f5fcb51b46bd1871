"""The endpoint that helps with wording. Its key lies in the system's keyring."""

from sqlalchemy import select

from core.clock import Now
from core.database import WorkSession
from core.drafting.helper import Helper, endpoint_of
from core.models import Setting
from core.refusal import DetailsError
from core.use_cases import checked
from core.use_cases.history import recorded

PREFIX = "helper_"
_NAMES = ("address", "model", "with_key")


def helper(session: WorkSession, now: Now) -> Helper | None:
    """The endpoint as it was named; None while there is none: then nothing is offered.

    What this version would not ask counts as none.
    """
    rows = session.scalars(select(Setting).where(Setting.name.startswith(PREFIX, autoescape=True)))
    stored = {row.name.removeprefix(PREFIX): row.value for row in rows}
    if not _can_be_asked(stored.get("address", "")):
        return None
    return Helper(
        address=stored["address"],
        model=stored.get("model", ""),
        with_key=stored.get("with_key") == "yes",
    )


def change_helper(session: WorkSession, wanted: Helper | None, now: Now) -> None:
    """Name an endpoint, or forget it (None). `DetailsError` when it cannot be used."""
    stored = {} if wanted is None else _stored(wanted)
    label = "Drafting help switched off" if wanted is None else "Drafting help changed"
    with recorded(session, label, now):
        for name in _NAMES:
            row = session.get(Setting, PREFIX + name)
            value = stored.get(name, "")
            if row is not None and not value:
                session.delete(row)
            elif row is not None:
                row.value = value
            elif value:
                session.add(Setting(name=PREFIX + name, value=value))
        session.flush()


def _can_be_asked(address: str) -> bool:
    try:
        return bool(endpoint_of(address).address)
    except DetailsError:
        return False


def _stored(wanted: Helper) -> dict[str, str]:
    return {
        "address": endpoint_of(checked.line(wanted.address, "address", "The address")).address,
        "model": checked.line(wanted.model, "model", "The model's name"),
        "with_key": "yes" if wanted.with_key else "",
    }
