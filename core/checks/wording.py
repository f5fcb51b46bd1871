"""The words for findings, in English: a title, one line of why, and the label of each fix.

Used by the window and by the command line alike. Titles and reasons are filled with the finding's
arguments; a `|` after a check's number is one of its variants.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.checks.finding import Finding, Fix


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    why: str


def _table(rows: Mapping[str, tuple[str, str]]) -> Mapping[str, _Words]:
    return MappingProxyType({key: _Words(*words) for key, words in rows.items()})


_WORDS = _table(
    {
        "1": (
            "The card says {right}",
            "You wrote {wrote}. A right name is the first thing they notice.",
        ),
        "1|diacritics": (
            "The card says {right}",
            "You wrote {wrote}. The marks belong to the name.",
        ),
        "1|case": ("The card says {right}", "You wrote {wrote}. A name begins with its capital."),
        "1|swapped": ("First and last name look swapped", "The card says {card}."),
        "1|short": (
            "The card says {right}",
            "You wrote {wrote}. If they go by it, put it on the card.",
        ),
        "1|other person": ("{wrote} is somebody else here", "This goes to {card}."),
        "2|title": ("Use {right}", "You wrote {wrote}. The card has another title."),
        "2|first name": ("Use {right}", "A title goes with the surname."),
        "2|no title": ("Use {right}", "A surname alone sounds curt, and the card has a title."),
        "3": (
            "Confirm how {name} is written",
            "A business card, a signature or a profile tells for sure.",
        ),
        "4": ("You know the name", "{right} is warmer, and shows that you remember."),
        "5": ("{name} belongs to another application", "This one is for {company}."),
        "5|person": (
            "{name} belongs to another application",
            "You met them at {other}, not at {company}.",
        ),
        "5|file": (
            "{name} belongs to another application",
            "The file {file} bears the name. Attach the one for {company}.",
        ),
        "6": ("Say which interview", "They hold several: name {application}."),
        "7": ("Fill this gap", "{gap} still waits for your words."),
        "8": (
            "This could be sent to anyone",
            "Add one thing that they said, or tick it if it is there.",
        ),
        "9": (
            "Missing: {part}",
            "A message of this kind needs it. Tick it if it is there in other words.",
        ),
        "10": (
            "Ask when they decide",
            "You have no date from them, and a calm question is welcome.",
        ),
        "11": ("They told you: {day}", "Asking again reads as if you had not listened."),
        "12": (
            "Recent news shows interest",
            "No news of {company} from the last 60 days is saved.",
        ),
        "13": ("An unhappy topic", "“{news}” is nothing they like to be reminded of."),
        "14|short": ("{count} words; {range} fits", "A few more make it whole."),
        "14|long": ("{count} words; {range} fits", "Shorter is read to the end."),
        "14|characters": (
            "{count} characters; {most} is the limit",
            "LinkedIn takes no more in a note.",
        ),
        "15": ("Check “{words}”", "It may be misspelled."),
        "16": (
            "This draws attention to it",
            "Small slips weigh less than we fear. Add something good instead.",
        ),
        "17|none": ("Say sorry once", "A wrong name is worth one plain apology."),
        "17|more": ("One apology is enough", "Own it once, put it right, and stop."),
        "17|name": ("Write the right name: {name}", "The correction has to say it."),
        "18": ("This sounds pressed", "“{words}”: calm words carry further."),
        "19": ("Reads as pressure", "“{words}” asks for something they do not owe."),
        "20": ("Too casual here", "“{words}” belongs among friends."),
        "21": ("One “!” at most", "Your words are warm enough without it."),
        "22": ("Say it concretely", "“{words}” stands in many letters."),
        "23": (
            "Not needed for this decision",
            "It is yours to tell or to keep. Here it can only get in the way.",
        ),
        "24": ("No file is attached", "The text says “{words}”."),
        "24|unmentioned": ("Mention {file}", "The text does not say that it is there."),
        "25|network": ("Use {better}", "A private network is for friends."),
        "25|mailbox": ("Use an address at work", "{address} looks private."),
        "25|recruiter": ("Write to {better}", "All contact goes through the recruiter."),
        "25|preference": ("Use {better}", "{name} prefers it."),
        "26|thanked": ("{name} has your thanks", "One thank-you each is right."),
        "26|cap": (
            "You have asked often enough",
            "{count} status messages have gone to {company}. Wait for their word.",
        ),
        "26|soon": (
            "Wait until {day}",
            "Leave five business days before you ask, or ask again.",
        ),
        "27": ("Schedule {slot}", "It is {now} in {place}. It is read best within their day."),
        "27|closed": ("Schedule {slot}", "It is no business day in {place}."),
        "28|reply": ("The situation changed", "They replied on {day}, after you began this."),
        "28|rejection": ("The situation changed", "They said no on {day}, after you began this."),
        "28|offer": ("The situation changed", "They made an offer on {day}, after you began this."),
        "28|invitation": (
            "The situation changed",
            "They invited you on {day}, after you began this.",
        ),
        "29": ("Tell {referee} first", "A call should not come as a surprise."),
        "30": ("Too alike", "{share} % of it stands in the note to {name} too. They compare."),
        "31|empty": ("Write a subject", "It is the first thing they read."),
        "31|long": ("Shorten the subject", "{count} characters; after 60 many programs cut it."),
    }
)
CHECK_NAMES: Mapping[int, str] = MappingProxyType(
    {
        1: "Names as their cards have them",
        2: "Titles as their cards have them",
        3: "Whether a name is confirmed",
        4: "A greeting by name",
        5: "Names from another application",
        6: "Which of several interviews",
        7: "Gaps that wait for your words",
        8: "Something that only they have told you",
        9: "What a message of its kind needs",
        10: "Asking when they decide",
        11: "Asking for what they have told",
        12: "Recent news of the employer",
        13: "Unhappy topics",
        14: "Length",
        15: "Spelling and grammar",
        16: "Drawing attention to small slips",
        17: "One apology, and the right name",
        18: "Words that sound pressed",
        19: "Words that put pressure on them",
        20: "Casual words",
        21: "Exclamation marks",
        22: "Phrases that stand in many letters",
        23: "Private matters",
        24: "Files that the text speaks of",
        25: "The right address and channel",
        26: "Too many messages, or too soon",
        27: "The hour at which it is read",
        28: "News since you began to write",
        29: "Telling your referees first",
        30: "Messages that are too alike",
        31: "The subject",
    }
)
"""What each check looks at, by its number: for the list in which it is switched on or off."""

_PARTS = MappingProxyType(
    {
        "role": "the role",
        "value": "what you bring",
        "date": "the day of the interview",
        "interest": "your interest",
        "strength": "one strength",
        "material": "an offer of material",
        "way out": "an easy way to say no",
        "timing": "the timing",
        "file": "the file",
        "employer": "the employer",
        "call": "who may call",
        "when": "when they may call",
        "points": "points to mention",
        "outcome": "how it ended",
        "positive": "one good thing",
        "future": "your interest in the future",
        "why": "why you write",
        "reason": "the reason",
        "benefit": "something of value to them",
        "joy": "your joy",
        "written terms": "the terms in writing",
        "reply by": "the day of your answer",
        "exact date": "an exact date",
        "start": "the first day",
        "pay": "the pay",
        "clear no": "a clear no",
        "good wishes": "good wishes",
        "time": "day and time",
        "place": "the place",
    }
)
"""The names of parts on screen, where they are not those of the data."""

_ACTS = MappingProxyType(
    {
        "schedule": "Schedule {text}",
        "attach": "Attach a file…",
        "open card": "Open the card of {text}",
        "channel": "Use {argument}",
        "tick": "It is there",
        "recipient": "Write to {text}",
    }
)


def title(finding: Finding) -> str:
    """What a finding is about, in a few words."""
    return _filled(_words(finding).title, finding)


def why(finding: Finding) -> str:
    """Why it matters, in one line."""
    return _filled(_words(finding).why, finding)


def fix_label(fix: Fix) -> str:
    """The words of a fix's button, named by its result: Use “van der Berg”."""
    if fix.act:
        argument = _channel(fix.argument) if fix.act == "channel" else fix.argument
        return _ACTS[fix.act].format(text=fix.text or argument, argument=argument)
    if fix.text:
        return f"Use “{fix.text}”"
    return "Take it out"


def part_name(part: str) -> str:
    """A part that a message must have, as a person calls it."""
    return _PARTS.get(part, part)


def _words(finding: Finding) -> _Words:
    of_variant = _WORDS.get(f"{finding.check}|{finding.variant}")
    if of_variant is not None:
        return of_variant
    plain = _WORDS.get(str(finding.check))
    return plain or next(w for key, w in _WORDS.items() if key.startswith(f"{finding.check}|"))


def _filled(sentence: str, finding: Finding) -> str:
    known = _Arguments(finding)
    return sentence.format_map(known)


class _Arguments(dict[str, str]):
    """The arguments of a finding as they are said; one that is missing leaves nothing."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.arguments)
        self.setdefault("words", finding.text or "")
        if "part" in self:
            self["part"] = part_name(self["part"])
        if "better" in self and finding.variant != "recruiter":
            self["better"] = _channel(self["better"])

    def __missing__(self, key: str) -> str:
        return ""


def _channel(name: str) -> str:
    return {"email": "e-mail", "linkedin": "LinkedIn", "phone": "the phone"}.get(name, name)
