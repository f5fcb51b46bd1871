"""How long a thank-you note is where the reader lives."""

from core.drafting.kinds import KINDS
from core.drafting.particulars import Profile
from core.playbook.kinds import Settings

SHORT_NOTE = (40, 100)
"""Words of a thank-you note of the short profile."""


def profile_of(settings: Settings) -> Profile:
    """The profile that the settings ask for; where notes are not usual, a short one does."""
    return Profile.FULL if settings.thank_you_notes == "full" else Profile.SHORT


def word_range(kind: str, profile: Profile) -> tuple[int, int]:
    """The fewest and the most words of a message of this kind, salutation and signature aside."""
    rules = KINDS[kind]
    if rules.thank_you and profile is Profile.SHORT:
        return SHORT_NOTE
    return rules.shortest, rules.longest
