"""What is said of the endpoint that helps with wording: where a text goes, and how safe that is."""

from __future__ import annotations

from core.drafting.helper import Endpoint, Helper, endpoint_of
from core.exchange.helper_answer import UNTOUCHED
from core.exchange.helper_refusals import IN_SETTINGS

ON_THIS_MACHINE = "It stays on this machine."
NEAR = "It leaves this machine unencrypted, and stays on your own network."
FAR = "It leaves this machine, encrypted. Whoever runs the model can read it."
NEAR_SAFE = "It leaves this machine, encrypted, and stays on your own network."


def way_words(endpoint: Endpoint) -> str:
    """How far a text goes to this endpoint."""
    if endpoint.on_this_machine:
        return ON_THIS_MACHINE
    if endpoint.near:
        return NEAR_SAFE if endpoint.scheme == "https" else NEAR
    return FAR


def goes_to(helper: Helper) -> str:
    """Where a text goes, how far that is, and all that goes along."""
    endpoint = endpoint_of(helper.address)
    along = [f"the model's name, “{helper.model}”"] if helper.model else []
    along += ["your key"] if helper.with_key else []
    goes = "go" if len(along) > 1 else "goes"
    only = (
        f"With it {goes} {', and '.join(along)}, and no more." if along else "Nothing goes with it."
    )
    return f"This goes to {endpoint.address}. {way_words(endpoint)} {only}"


def in_settings(sentence: str) -> str:
    """The same where no draft is open, and the settings are."""
    return sentence.replace(f" {UNTOUCHED}", "").replace(f" {IN_SETTINGS}", " above")
