"""Which application a company's name means: people and calendars write it with or without its
legal form."""

import re

from sqlalchemy import select

from core.database import WorkSession
from core.models import Application

_FORMS = re.compile(
    r"ab|ag|aps|asa?|bv|bvba|co|company|corp|corporation|e[gv]|gbr|gmbh|inc|incorporated|kft|kg|"
    r"kgaa|kk|limited|llc|llp|lp|ltd|mbh|nv|ohg|ou|oyj?|plc|pte|pty|sa|sarl|sas|se|sl|spa|sp|srl|"
    r"sro|ug|&|\+|and|und|z|oo"
)


def bare_name(company: str) -> str:
    """A company's name for comparing: without case, points, and the legal forms at its end."""
    words = re.sub(r"[.,()]", "", company.casefold()).split()
    while len(words) > 1 and _FORMS.fullmatch(words[-1]):
        words.pop()
    return " ".join(words)


def find_application(session: WorkSession, company: str, role: str) -> Application | None:
    """The newest application of this company (or of an alias of it) and role; any, if no role.

    A name that is written the same goes before one that differs in its legal form.
    """
    exact, bare, wanted = company.casefold(), bare_name(company), role.casefold()
    alike: Application | None = None
    for row in session.scalars(select(Application).order_by(Application.id.desc())):
        if wanted not in ("", row.role.casefold()):
            continue
        names = (row.company, *row.aliases)
        if exact in [name.casefold() for name in names]:
            return row
        if alike is None and bare and bare in [bare_name(name) for name in names]:
            alike = row
    return alike


def stored_company(session: WorkSession, guessed: str) -> str:
    """The company that begins with the word of a guess; empty where there is none, or several."""
    word = _first_word(guessed)
    rows = session.execute(select(Application.company, Application.aliases))
    found = {
        bare_name(row.company): row.company
        for row in rows
        if word and word in [_first_word(name) for name in (row.company, *row.aliases)]
    }
    return next(iter(found.values())) if len(found) == 1 else ""


def _first_word(company: str) -> str:
    words = re.split(r"[\s-]+", company.casefold().strip())
    return words[0].strip(".,()")
