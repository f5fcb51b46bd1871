"""Why an endpoint gave no suggestion, in sentences: by what it answered, or why it did not."""

from enum import StrEnum

from core.drafting.helper import Endpoint
from core.exchange.helper_answer import BROKEN_OFF, TOO_MUCH, UNTOUCHED, reason_in

IN_SETTINGS = "in Settings, Drafting help"


class Fault(StrEnum):
    """What became of the line to it."""

    NOBODY = "{origin} takes no call. {untouched} Start the model there, or look at its address {settings}."
    NO_SUCH_HOST = (
        "{host} was not found. {untouched} Look at your network, and at the address {settings}."
    )
    UNVERIFIED = (
        "{host} could not prove that it is {host}: its certificate is not trusted here. Nothing was "
        "sent. {untouched}"
    )
    UNENCRYPTED = (
        "{host} does not encrypt as expected. Nothing was sent. {untouched} Look at its address "
        "{settings}."
    )
    SILENT = "{host} said nothing for too long, so the call was ended. {untouched} Try again."
    BROKEN_OFF = BROKEN_OFF
    TOO_MUCH = TOO_MUCH
    OTHER = "The line to {host} did not hold. {untouched} Try again."


def fault_sentence(fault: Fault, endpoint: Endpoint) -> str:
    """What to say of a line that did not hold."""
    return fault.value.format(
        origin=endpoint.origin, host=endpoint.host, untouched=UNTOUCHED, settings=IN_SETTINGS
    )


def answer_sentence(status: int, body: bytes, endpoint: Endpoint, *, with_key: bool) -> str:
    """What to say of an answer that says no, by its HTTP status."""
    reason = "" if 300 <= status < 400 else reason_in(body)
    said = f" It said: “{reason}”." if reason else ""
    what, remedy = _judged(status, with_key=with_key)
    return f"{endpoint.host} {what}.{said} {UNTOUCHED} {remedy}."


def _judged(status: int, *, with_key: bool) -> tuple[str, str]:
    """What the host did, and what to do."""
    if 300 <= status < 400:
        return (
            "points to another place, which was not asked",
            f"Enter the right address {IN_SETTINGS}",
        )
    if status >= 500:
        return f"has trouble of its own ({status})", "Try again later"
    keys = "does not accept your key" if with_key else "wants a key", f"Enter it {IN_SETTINGS}"
    places = "has no such model, or none at this address", f"Look at both {IN_SETTINGS}"
    told = {
        401: keys,
        403: keys,
        404: places,
        405: places,
        413: ("does not take so long a text", "Shorten it"),
        429: ("has had enough questions for now", "Try again later"),
    }
    other = f"did not take the question ({status})", f"Look at the model {IN_SETTINGS}"
    return told.get(status, other)
