"""What the words of an invitation suggest: employer, role, kind of interview, round, link.

Guesses fill a form, or are named in a note; they never change anything that is stored.
"""

import re
from dataclasses import dataclass

from core.playbook.values import Mode

LONGEST_GUESS = 120

_LINK = re.compile(
    r"https://[^\s<>\"'\\]{0,200}?(?:zoom\.us|zoomgov\.com|teams\.microsoft\.com|teams\.live\.com|"
    r"meet\.google\.com|webex\.com|whereby\.com|gotomeeting\.com|meet\.goto\.com|goto\.com|"
    r"chime\.aws|bluejeans\.com|meet\.jit\.si|join\.skype\.com|hirevue\.com|"
    r"bigbluebutton|around\.co)[^\s<>\"'\\]{0,2000}",
    re.IGNORECASE,
)
_ANY_LINK = re.compile(r"https?://[^\s<>\"'\\]+", re.IGNORECASE)
_PHONE = re.compile(
    r"\b(phone|telephone|telefon|tel\.|call you|dial[- ]in|phone screen|anruf|appel|tel:)|"
    r"^\s*\+?[\d ()/.-]{7,}\s*$",
    re.IGNORECASE,
)
_VIDEO = re.compile(
    r"\b(video|zoom|teams|google meet|webex|skype|online|remote|hangouts|virtual)\b", re.IGNORECASE
)
_PREFIX = re.compile(
    r"^\s*((updated|canceled|cancelled|accepted|tentative|declined)?\s*"
    r"(invitation|invite|einladung|abgesagt|aktualisiert|canceled|cancelled|updated|re|fwd?|aw|wg)"
    r"(\s+event)?\s*[:_-]\s*|\[[^\]]{1,20}\]\s*)+",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(
    r"\b((phone|video|telephone|technical|on-?site|panel|final|initial|virtual|screening|hr|"
    r"recruiter|hiring manager|telefon|online)[\s-]+)*"
    r"(job\s+)?(interview|screening|screen|vorstellungsgespräch|bewerbungsgespräch|jobinterview|"
    r"kennenlerngespräch|entretien(?: d'embauche)?|entrevista|colloquio|sollicitatiegesprek)\b",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"\b(call|chat|conversation|meeting|talk|gespräch|kennenlern\w*|role|position|hiring|recruit\w*|"
    r"assessment|stelle|termin|kaffee|coffee)\b",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"\b(?:round|runde|stage)\s*#?(?P<after>[1-9])\b|"
    r"\b(?P<before>[1-9])(?:st|nd|rd|th|\.)?\s*(?:round|runde|interview|gespräch|stage)\b|"
    r"\b(?P<word>first|second|third|fourth|erstgespräch|zweitgespräch|zweites|drittes)\b",
    re.IGNORECASE,
)
_ROUND_WORDS = {
    "first": 1,
    "erstgespräch": 1,
    "second": 2,
    "zweitgespräch": 2,
    "zweites": 2,
    "third": 3,
    "drittes": 3,
    "fourth": 4,
}
_COMPANY = re.compile(
    r"(?:\s|^)(?:at|@|bei|chez|with|mit)\s+(?P<company>\S[^|–—,:;()]*?)"
    r"(?=\s+(?:for|as|für|als|-)\s|\s*[|–—,:;()]|\s*$)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:\s|^)(?:for|as|für|als|pour)\s+(?:the\s+|die\s+stelle\s+)?(?P<role>\S[^|–—,:;()]*?)"
    r"(?=\s+(?:at|@|bei|with|mit|role|position|-)(?:\s|$)|\s*[|–—,:;()]|\s*$)",
    re.IGNORECASE,
)
_ROLE_WORD = re.compile(
    r"\b(engineer\w*|developer|entwickler\w*|manager\w*|analyst\w*|designer\w*|scientist|consultant|"
    r"berater\w*|lead|officer|assistant\w*|assistenz|nurse|teacher|lehrer\w*|architect|architekt\w*|"
    r"specialist|administrator|director|associate|intern|internship|praktikum|werkstudent\w*|"
    r"accountant|researcher|technician|programmer|owner|head of \w+|postdoc|professor|editor|"
    r"ingenieur\w*|leiter\w*|referent\w*|sachbearbeiter\w*)\b",
    re.IGNORECASE,
)
_ROUND_MARK = re.compile(
    r"\b(round|runde|stage)\s*#?[1-9]\b|\b[1-9](st|nd|rd|th)\b|\b[1-9]\.(?=\s)|"
    r"\b(first|second|third|fourth|final|erst|zweit|dritt)(?=\s)|\b(round|runde)\b|"
    r"\b(erstgespräch|zweitgespräch|zweites|drittes)\b",
    re.IGNORECASE,
)
_NAMES_EMPLOYER = re.compile(f"{_INTERVIEW.pattern}|{_ROLE_WORD.pattern}", re.IGNORECASE)
_WHEN = re.compile(r"\s@\s[^@]*\d{4}.*$")
_PARTS = re.compile(r"\s+[-–—|/]\s+|\s*[|–—:;()]\s*|\s*[<>]{1,2}\s*|,\s")
_SHARED_HOSTS = frozenset(
    [
        "gmail",
        "googlemail",
        "outlook",
        "hotmail",
        "live",
        "yahoo",
        "gmx",
        "web",
        "icloud",
        "me",
        "aol",
        "proton",
        "protonmail",
        "posteo",
        "google",
        "calendar",
        "zoom",
        "calendly",
        "greenhouse",
        "lever",
        "ashbyhq",
        "workable",
        "smartrecruiters",
        "recruitee",
        "personio",
        "teamtailor",
        "bamboohr",
        "icims",
        "jobvite",
        "goodtime",
        "workday",
        "myworkday",
        "microsoft",
        "mailbox",
        "example",
        "test",
        "localhost",
        "host",
        "invalid",
        "linkedin",
        "indeed",
    ]
)
_SECOND_LEVEL = frozenset({"co", "com", "ac", "org", "net", "gov", "edu"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """Empty texts and None where the words say nothing."""

    company: str
    role: str
    round: int | None
    mode: Mode
    link: str


def guess(summary: str, location: str, description: str, domain: str, people: set[str]) -> Guess:
    """What an invitation is about.

    `domain` is the organizer's mail domain; `people` are the names of those who attend, so that
    "Interview with Anna Schmidt" names no employer.
    """
    title = _WHEN.sub("", _PREFIX.sub("", summary[:300])).strip()
    location = location[:1_000]
    company, role = _from_title(title, {name.lower() for name in people})
    link = find_link(location) or find_link(description)
    return Guess(
        company=(company or _company_of(domain, title))[:LONGEST_GUESS],
        role=role[:LONGEST_GUESS],
        round=_round_of(title),
        mode=_mode_of(title, location, description, link),
        link=link,
    )


def find_link(text: str) -> str:
    """The first link of a video call in a text; empty where there is none."""
    match = _LINK.search(text[:50_000])
    return match[0].rstrip(".,;)>") if match else ""


def _mode_of(title: str, location: str, description: str, link: str) -> Mode:
    if _VIDEO.search(location) or find_link(location):
        return Mode.VIDEO
    if _PHONE.search(location) or (_PHONE.search(title) and not location):
        return Mode.PHONE
    if location and not _ANY_LINK.match(location.strip()):
        return Mode.ONSITE
    if link or location or _VIDEO.search(title):
        return Mode.VIDEO
    return Mode.PHONE if _PHONE.search(description[:2_000]) else Mode.ONSITE


def _round_of(title: str) -> int | None:
    match = _ROUND.search(title)
    if match is None:
        return None
    digits = match["after"] or match["before"]
    return int(digits) if digits else _ROUND_WORDS[match["word"].lower()]


def _named(pattern: re.Pattern[str], group: str, title: str, people: set[str]) -> str:
    for match in pattern.finditer(title):
        named = match[group].strip(" .-")
        if named and named.lower() not in people:
            return named
    return ""


def _from_title(title: str, people: set[str]) -> tuple[str, str]:
    """Employer and role, where the title speaks of an interview at all."""
    if not any(pattern.search(title) for pattern in (_INTERVIEW, _TALK, _ROLE_WORD)):
        return "", ""
    company = _named(_COMPANY, "company", title, people)
    role = _named(_ROLE, "role", title, people)
    return _from_parts(title, company, role, people)


def _from_parts(title: str, company: str, role: str, people: set[str]) -> tuple[str, str]:
    """Fill what is missing from the parts of "Acme – Data Engineer – 2nd interview"."""
    for part in _PARTS.split(title):
        rest = _INTERVIEW.sub(" ", _ROUND_MARK.sub(" ", _COMPANY.sub(" ", _ROLE.sub(" ", part))))
        rest = " ".join(rest.split()).strip(" .,-()")
        if len(rest) < 2 or rest.lower() in people:
            continue
        if not role and _ROLE_WORD.search(rest):
            role = rest
        elif not company and rest != role and _NAMES_EMPLOYER.search(title):
            company = rest
    return company, role


def _company_of(domain: str, title: str) -> str:
    labels = domain.lower().split(".")[:-1]
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    if not labels or labels[-1] in _SHARED_HOSTS:
        return ""
    name = labels[-1]
    written = re.search(rf"\b{re.escape(name)}\b", title, re.IGNORECASE)
    return written[0] if written else name.replace("-", " ").title()


def is_shared_host(domain: str) -> bool:
    """Whether a mail domain is no employer's own: a mail provider's or a scheduling service's."""
    labels = domain.lower().split(".")[:-1]
    return not labels or labels[-1] in _SHARED_HOSTS
