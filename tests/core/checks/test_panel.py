"""The people of a panel compare their notes."""

from dataclasses import replace

from core.checks.finding import Level
from core.drafting.values import Sibling
from tests.core.checks.desk import BODY, DRAFT, saying, told


def beside(body: str) -> list[str]:
    draft = replace(DRAFT, kind="M2", siblings=(Sibling(to=("paul",), body=body),))
    return [dict(finding.arguments)["name"] for finding in told(draft).of(30)]


def test_a_cloned_note_is_noticed_whoever_it_greets() -> None:
    assert beside(BODY.replace("Dr. van der Berg", "Paul")) == ["Paul Moreau"]


def test_notes_may_share_their_frame() -> None:
    other = BODY[: BODY.index("At Initech")] + (
        "Your question about the night shift stayed with me: I had never thought of the trucks that"
        " wait for a report which nobody reads before nine. I would ask the drivers first, and then"
        " cut the report in two."
    )
    assert beside(other) == []


def test_short_notes_can_hardly_differ() -> None:
    draft = saying("Dear Paul,\n\nThank you.\n\nSam", kind="M2")
    draft = replace(draft, siblings=(Sibling(to=("anna",), body="Thank you."),))
    assert told(draft).of(30) == []


def test_it_is_no_more_than_a_warning() -> None:
    draft = replace(DRAFT, kind="M2", siblings=(Sibling(to=("paul",), body=BODY),))
    assert told(draft).one(30).level is Level.SHOULD
