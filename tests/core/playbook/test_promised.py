"""What a promise is about, where only its words tell."""

import pytest

from core.playbook.promised import item_named, thing_named
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


@pytest.mark.parametrize(
    ("what", "thing"),
    [
        ("the route sample", "the route sample"),
        ("send the route sample", "the route sample"),
        ("Send them two references", "two references"),
        ("I'll send over my slides", "my slides"),
        ("to send you the code", "the code"),
        ("sending the code", "the code"),
        ("the sender's list", "the sender's list"),
        ("send", "send"),
        ("sendmail settings", "sendmail settings"),
    ],
)
def test_the_thing_stands_alone_where_the_title_says_send(what: str, thing: str) -> None:
    assert thing_named(what) == thing
