"""The forms of verbs, as the word lists need them."""

import pytest

from core.checks.inflections import inflections


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("reply", {"reply", "replies", "replied", "replying"}),
        ("decide", {"decide", "decides", "decided", "deciding"}),
        ("stop", {"stop", "stops", "stopped", "stopping"}),
        ("agree", {"agree", "agrees", "agreed", "agreeing"}),
        ("lie", {"lie", "lies", "lied", "lying"}),
        ("tell", {"tell", "tells", "told", "telling"}),
        ("get", {"get", "gets", "got", "gotten", "getting"}),
        ("go", {"go", "goes", "went", "gone", "going"}),
    ],
)
def test_a_verb_has_its_forms(verb: str, forms: set[str]) -> None:
    assert inflections(verb) == forms
