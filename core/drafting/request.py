"""What the writer asks for: a kind of message, to whom, and how it is to speak."""

from dataclasses import dataclass, field

from core.drafting.particulars import Particulars, Profile
from core.drafting.values import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A message to be drafted. People, rounds and promises are named as in the case."""

    kind: str
    to: tuple[str, ...] = ()
    tone: Tone = Tone.PLAIN
    profile: Profile = Profile.FULL
    language: str = "en"
    name: str = ""
    """Of one of the user's own templates; empty: the one for this tone and profile."""
    interview: str | None = None
    """The round it is about; None: the latest one that the readers took part in."""
    promise: str | None = None
    """The promise it keeps; None: the first of the writer's that is due."""
    particulars: Particulars = field(default_factory=Particulars)
