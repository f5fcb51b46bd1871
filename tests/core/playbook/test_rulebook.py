"""The playbook is data: what is wrong in it is named by its place and the nearest right word."""

import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content import LARGEST_PLAYBOOK, load_playbook
from core.playbook.offsets import OffsetError, parse_amount, parse_offset
from core.playbook.rulebook import PlaybookError, merge, read_playbook
from core.playbook.values import Clock
from tests.core.playbook.situations import EVERY_STEP


def own_file(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "playbook.toml"
    file.write_text(text, encoding="utf-8")
    return file


def refusal(tmp_path: Path, text: str) -> str:
    with pytest.raises(PlaybookError) as caught:
        load_playbook(own_file(tmp_path, text))
    return str(caught.value)


def test_the_standard_playbook_has_every_step() -> None:
    assert set(load_playbook().steps) == EVERY_STEP


def test_no_step_says_its_id_or_message() -> None:
    for rule in load_playbook().steps.values():
        for one in (rule, *rule.variants.values()):
            assert not re.search(r"\b[A-Z]\d\b|\bM\d+\b|!", one.title + one.why)


def test_a_file_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert load_playbook(tmp_path / "playbook.toml") == load_playbook()


def test_an_own_file_needs_only_the_lines_that_differ(tmp_path: Path) -> None:
    text = '[figures]\nbuffer_minutes = 25\n[steps.F1]\ntitle = "Ask them"\nenabled = false\n'
    own, standard = load_playbook(own_file(tmp_path, text)), load_playbook()
    assert own.buffer_minutes == 25
    assert own.steps["F1"].title == "Ask them"
    assert not own.steps["F1"].enabled
    assert own.steps["F1"].due == standard.steps["F1"].due
    assert own.steps["F2"] == standard.steps["F2"]


def test_a_variant_follows_its_own_rule(tmp_path: Path) -> None:
    own = load_playbook(own_file(tmp_path, '[steps.P3]\nwhy = "Be calm."\n'))
    assert own.steps["P3"].why == "Be calm."
    assert own.steps["P3"].variant("video").why == "Be in the waiting room five minutes early."
    assert own.steps["P3"].variant("none such") is own.steps["P3"]


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ('[steps.F1]\ndeu = "end + 7d"', "steps.F1.deu", 'did you mean "due"?'),
        ('[stepss.F1]\ndue = "end"', "stepss", 'did you mean "steps"?'),
        ('[steps.F1]\ndue = "ende + 7d"', "steps.F1.due", 'did you mean "end"?'),
        ('[steps.F1]\ndue = "end + 7 weeks"', "steps.F1.due", "end + 24h"),
        ('[steps.F1]\ndue = "end + 99999d"', "steps.F1.due", "is not a moment such as"),
        (
            f'[steps.F1]\ndue = "end{" - 9999bd" * 5}"',
            "steps.F1.due",
            "is not a moment such as",
        ),
        ('[steps.F1]\ndue = "end at 25:00"', "steps.F1.due", "not a time of day"),
        ('[steps.F1]\ndue = "end + {follow_up}"', "steps.F1.due", 'did you mean "follow_up_after"'),
        ('[steps.F2]\ndue = ["end", "previuos + 7d"]', "steps.F2.due", 'did you mean "previous"?'),
        ("[steps.F1]\ndue = 7", "steps.F1.due", "a text of 1 to 500 characters"),
        ('[steps.F1]\nclock = "rol"', "steps.F1.clock", 'did you mean "roll"?'),
        ('[steps.F1]\naction = "wirte"', "steps.F1.action", 'did you mean "write"?'),
        ('[steps.F1]\nmessage = "M18"', "steps.F1.message", '"M18" is not known here'),
        ('[steps.F1]\ndone_by = ["M18"]', "steps.F1.done_by", 'did you mean "M8"?'),
        ('[steps.P3]\ndone_by = ["arived"]', "steps.P3.done_by", 'did you mean "arrived"?'),
        ('[steps.P3.variants.vidoe]\ndue = "end"', "steps.P3.variants.vidoe", '"video"'),
        ('[steps.F1]\nenabled = "no"', "steps.F1.enabled", "true or false"),
        ('[steps.F1]\ncancelled_by = ["ofer"]', "steps.F1.cancelled_by", 'did you mean "offer"?'),
        ('[steps.F1]\ncancelled_by = "offer"', "steps.F1.cancelled_by", "a list of texts"),
        ('[steps.F1]\ntitle = "Ask {persn}"', "steps.F1.title", 'did you mean "person"?'),
        ('[steps.F1]\ntitle = "Ask {person"', "steps.F1.title", "brace is not closed"),
        ('[steps.F1]\ntitle = ""', "steps.F1.title", "1 to 500 characters"),
        ('[steps.F9]\ntitle = "New"', "steps.F9", 'unknown key "F9"'),
        ('[steps.F1]\ndue = "deadline - 1d"', "steps.F1.due", '"deadline" is not known here'),
        ('[steps.F1]\ndue = "own_due"', "steps.F1.due", '"own_due" is not known here'),
        ('[steps.K1]\nbest = "promised"', "steps.K1.best", '"promised" is not known here'),
        ('[steps.Q1]\ndue = "nudge + 14d"', "steps.Q1.due", 'give "undated" too'),
        ('[steps.T1]\ntitle = "Thank {person:>9}"', "steps.T1.title", "nothing but a word"),
        ('[steps.T1]\ntitle = "Thank {person!r}"', "steps.T1.title", "nothing but a word"),
        ("[steps]\nF1 = 3", "steps.F1", "a table is needed"),
        ("steps = 3", "steps", "a table is needed"),
        ('[steps.P3.variants.video]\ndeu = "end"', "steps.P3.variants.video.deu", '"due"'),
        ("[figures]\nbuffer_minutes = 0", "figures.buffer_minutes", "whole number from 1 to 9999"),
        ("[figures]\nbuffer_minutes = true", "figures.buffer_minutes", "whole number"),
        ("[figures]\nin_touch_days = []", "figures.in_touch_days", "a list of whole numbers"),
        ("[figures]\nin_touch_days = [30, -1]", "figures.in_touch_days", "whole number"),
        ("[figures]\nbufer_minutes = 3", "figures.bufer_minutes", 'did you mean "buffer_minutes"'),
    ],
)
def test_a_mistake_is_named_by_its_place(
    tmp_path: Path, text: str, place: str, remedy: str
) -> None:
    said = refusal(tmp_path, text)
    assert said.startswith(f"playbook.toml, {place}: ")
    assert remedy in said


def test_a_file_that_is_no_toml_says_where(tmp_path: Path) -> None:
    assert "line 2" in refusal(tmp_path, "[steps.F1]\ndue = = 3\n")


def test_a_file_that_is_no_text_or_far_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "playbook.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PlaybookError, match="cannot be read"):
        load_playbook(file)
    file.write_bytes(b"#" * (LARGEST_PLAYBOOK + 1))
    with pytest.raises(PlaybookError, match="larger"):
        load_playbook(file)


def test_merging_leaves_both_tables_as_they_were() -> None:
    standard: dict[str, object] = {"a": {"b": 1, "c": 2}, "d": 3}
    own: dict[str, object] = {"a": {"b": 9}, "e": 4}
    assert merge(standard, own) == {"a": {"b": 9, "c": 2}, "d": 3, "e": 4}
    assert standard == {"a": {"b": 1, "c": 2}, "d": 3}


JSON_LIKE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["steps", "figures", "more"]), JSON_LIKE))
def test_any_table_is_read_or_refused_by_name(data: dict[str, object]) -> None:
    with pytest.raises(PlaybookError, match=r"^own\.toml"):
        read_playbook(data, "own.toml")


@given(st.text(max_size=40))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    with suppress(OffsetError):
        assert parse_offset(text).anchor


def test_a_moment_is_read_part_by_part() -> None:
    offset = parse_offset("start - 1d + {follow_up_after} at 18:00")
    assert offset.anchor == "start"
    assert [(term.sign, term.count, term.unit, term.setting) for term in offset.terms] == [
        (-1, 1, "d", ""),
        (1, 0, "", "follow_up_after"),
    ]
    assert offset.at is not None
    assert offset.at.hour == 18


@pytest.mark.parametrize("text", ["", "7", "d", "7 days", "-7d", "7w"])
def test_amounts_that_are_none(text: str) -> None:
    with pytest.raises(OffsetError):
        parse_amount(text)


def test_the_clocks_are_those_of_the_domain() -> None:
    clocks = {name: rule.clock for name, rule in load_playbook().steps.items()}
    roll = {name for name, clock in clocks.items() if clock is Clock.ROLL}
    hard = {name for name, clock in clocks.items() if clock is Clock.HARD}
    assert roll == {"F1", "F2", "F3", "F4", "X1", "X2", "X3", "O2"}
    assert hard == {
        *("P3", "P4", "T1", "T2", "K1", "G2", "G3", "B1"),
        *("O1", "O3", "O4", "O5", "W1"),
    }
    assert clocks["Q1"] is Clock.NONE
