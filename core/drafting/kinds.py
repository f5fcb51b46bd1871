"""The seventeen kinds of message: what each is called, how long it is, and what it counts as."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageKind:
    """One kind. `shortest` and `longest` count the words of the body, salutation and signature
    aside; a kind of `most_characters` counts characters instead.
    """

    id: str
    name: str
    """As a person calls it, in the window."""
    single: str = ""
    """What one message of it is called, where that is another name."""
    shortest: int
    longest: int
    must_have: tuple[str, ...] = ()
    """The parts that it must have; each is a name in `resources/wordlists/parts.toml`."""
    thank_you: bool = False
    """Thanks after an interview: one to each person, and it may go out in the evening."""
    status_contact: bool = False
    """Counts against the cap of two for one employer and interview."""
    most_characters: int | None = None
    apology: bool = False
    """An apology belongs into it."""
    subject: str = ""
    """The pattern of its subject, as a template; empty where it has none."""
    phone: bool = False
    """May be said on the phone instead: there is a script for it."""

    @property
    def noun(self) -> str:
        """What one message of this kind is called."""
        return self.single or self.name


_DATE = "{{#interview.date}}%s{{interview.date}}{{/interview.date}}"
_THANKS = "Thank you – {{role}} interview" + _DATE % ", "
_INTERVIEW = "{{role}} – interview" + _DATE % " on "

_KINDS = (
    MessageKind(
        id="M1",
        name="Thank-you",
        subject=_THANKS,
        shortest=60,
        longest=180,
        thank_you=True,
        must_have=("thanks", "role", "topic", "value"),
    ),
    MessageKind(
        id="M2",
        name="Thank-you to each of a panel",
        single="Thank-you",
        subject=_THANKS,
        shortest=60,
        longest=150,
        thank_you=True,
        must_have=("thanks", "role", "topic", "value"),
    ),
    MessageKind(
        id="M3",
        name="Correction of a name",
        subject="Correction – with apologies",
        shortest=20,
        longest=60,
        apology=True,
        must_have=("correct name", "apology"),
    ),
    MessageKind(
        id="M4",
        name="Follow-up",
        subject=_INTERVIEW,
        phone=True,
        shortest=50,
        longest=125,
        status_contact=True,
        must_have=("role", "date", "interest", "strength", "question", "material"),
    ),
    MessageKind(
        id="M5",
        name="Last follow-up",
        subject=f"Re: {_INTERVIEW}",
        phone=True,
        shortest=40,
        longest=90,
        status_contact=True,
        must_have=("role", "interest", "question", "way out"),
    ),
    MessageKind(
        id="M6",
        name="The date has passed",
        subject="{{role}} – timing",
        shortest=40,
        longest=80,
        status_contact=True,
        must_have=("timing", "question"),
    ),
    MessageKind(
        id="M7",
        name="What I promised",
        subject=(
            "{{#promised.references}}References{{#me.name}} – {{me.name}}{{/me.name}}, {{role}}"
            "{{/promised.references}}{{#promised.other}}{{promised.title}} – {{role}}{{/promised.other}}"
        ),
        shortest=30,
        longest=80,
        apology=True,
        must_have=("file", "what it is"),
    ),
    MessageKind(
        id="M8",
        name="Heads-up to a referee",
        subject="Possible reference call – {{company}}",
        shortest=80,
        longest=160,
        must_have=("employer", "role", "call", "when", "points", "material", "way out"),
    ),
    MessageKind(
        id="M9",
        name="Thanks to a referee",
        subject="Thank you – and news",
        shortest=30,
        longest=90,
        must_have=("outcome", "thanks"),
    ),
    MessageKind(
        id="M10",
        name="Answer to a rejection",
        subject="Re: {{role}}",
        shortest=50,
        longest=110,
        must_have=("thanks", "positive", "future"),
    ),
    MessageKind(
        id="M11",
        name="LinkedIn note",
        shortest=0,
        longest=0,
        most_characters=200,
        must_have=("where we met", "why"),
    ),
    MessageKind(
        id="M12",
        name="Keep in touch",
        subject="{{contact.reason}}",
        shortest=40,
        longest=100,
        must_have=("reason", "benefit"),
    ),
    MessageKind(
        id="M13",
        name="Thanks for an offer",
        subject="Re: offer – {{role}}",
        shortest=40,
        longest=90,
        must_have=("joy", "written terms", "reply by"),
    ),
    MessageKind(
        id="M14",
        name="More time",
        subject="{{role}} – timing of my reply",
        shortest=60,
        longest=120,
        must_have=("thanks", "reason", "exact date"),
    ),
    MessageKind(
        id="M15",
        name="Acceptance",
        subject="Acceptance – {{role}}",
        shortest=60,
        longest=130,
        must_have=("role", "start", "pay", "thanks"),
    ),
    MessageKind(
        id="M16",
        name="Decline or withdrawal",
        subject="Withdrawal – {{role}}{{#me.name}} – {{me.name}}{{/me.name}}",
        shortest=50,
        longest=100,
        must_have=("clear no", "thanks", "good wishes"),
    ),
    MessageKind(
        id="M17",
        name="Answer to an invitation",
        subject="Re: invitation",
        shortest=30,
        longest=70,
        must_have=("time", "place", "who attends"),
    ),
)

KINDS = MappingProxyType({kind.id: kind for kind in _KINDS})
"""All kinds by their id."""
