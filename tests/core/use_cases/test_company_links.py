"""Pages of an employer: noted, named, removed."""

import pytest

from core.clock import Now
from core.database import Database
from core.refusal import DetailsError, Gone
from core.use_cases import company_links
from tests.core.feeding import do, news
from tests.core.stories import add_interview, dump


@pytest.mark.parametrize(
    ("url", "label", "shown_as", "kept"),
    [
        (
            "https://www.linkedin.com/company/acme",
            "",
            "LinkedIn",
            "https://www.linkedin.com/company/acme",
        ),
        ("de.linkedin.com/company/acme", "", "LinkedIn", "https://de.linkedin.com/company/acme"),
        ("notlinkedin.com/acme", "", "notlinkedin.com", "https://notlinkedin.com/acme"),
        ("acme.example", "  Their\u202e blog ", "Their blog", "https://acme.example/"),
    ],
)
def test_a_page_is_called_by_its_network(
    database: Database, now: Now, url: str, label: str, shown_as: str, kept: str
) -> None:
    add_interview(database, now)
    before = dump(database.file)
    do(database, lambda session: company_links.add(session, 1, url, label, now))
    (link,) = news(database, now).links
    assert (link.label, link.url) == (shown_as, kept)
    do(database, lambda session: company_links.remove(session, link.id, now))
    assert dump(database.file) == before


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "file:///etc/passwd", "a b"])
def test_what_is_no_page_is_refused(database: Database, now: Now, url: str) -> None:
    add_interview(database, now)
    with database.session() as session, pytest.raises(DetailsError) as refused:
        company_links.add(session, 1, url, "", now)
    assert refused.value.field == "url"


def test_a_page_is_noted_once_and_there_is_an_end(database: Database, now: Now) -> None:
    add_interview(database, now)
    with database.session() as session:
        for number in range(company_links.MOST_LINKS):
            company_links.add(session, 1, f"a.example/{number}", "", now)
        with pytest.raises(DetailsError, match="already"):
            company_links.add(session, 1, "https://A.example/0", "", now)
        with pytest.raises(DetailsError, match="Remove one"):
            company_links.add(session, 1, "a.example/x", "", now)
        with pytest.raises(Gone):
            company_links.remove(session, 999, now)
        with pytest.raises(Gone):
            company_links.add(session, 9, "a.example/x", "", now)
