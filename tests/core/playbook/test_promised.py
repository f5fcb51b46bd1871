"""What a promise is about, where only its words tell."""

import pytest

from core.playbook.promised import item_named
from core.playbook.values import PromiseItem, Promiser


@pytest.mark.parametrize(
    ("what", "by", "item"),
    [
        ("reference list", "me", "references"),
        ("names of two referees", "me", "references"),
        ("References", "me", "references"),
        ("Referenzliste", "me", "references"),
        ("the reference design of the board", "me", "other"),
        ("the reference number", "me", "other"),
        ("work sample", "me", "other"),
        ("my decision about the date", "me", "other"),
        ("decision", "them", "decision"),
        ("will let you know by Friday", "them", "decision"),
        ("they get back to me", "them", "decision"),
        ("an answer", "them", "decision"),
        ("next steps", "them", "decision"),
        ("feedback", "them", "decision"),
        ("feedback on the sample", "them", "other"),
        ("the slides", "them", "other"),
        ("a list of references", "them", "other"),
    ],
)
def test_the_words_tell(what: str, by: str, item: str) -> None:
    assert item_named(what, Promiser(by)) is PromiseItem(item)
