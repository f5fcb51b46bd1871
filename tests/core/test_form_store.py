"""The form on disk: the user's own over the program's, and the last good one in use."""

import os
from pathlib import Path

import pytest

from core.form_store import LARGEST_FORM, load_form, shipped_form, stored_form
from core.reflection.form_reading import FormError

OWN = '[questions.Q10]\nwords = "What was good?"\n'


def own_file(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "reflection.toml"
    file.write_text(text, encoding="utf-8")
    return file


def words_of(text: str, question: str) -> str:
    found = stored_form(text).find(question)
    assert found is not None
    return found.words


def test_no_own_file_means_the_programs_form(tmp_path: Path) -> None:
    assert load_form(tmp_path / "reflection.toml") == load_form() == shipped_form()


def test_an_own_file_is_laid_over(tmp_path: Path) -> None:
    loaded = load_form(own_file(tmp_path, OWN))
    assert loaded.refused == ""
    assert words_of(loaded.text, "Q10") == "What was good?"
    assert loaded.form.version != shipped_form().form.version


def test_a_file_that_is_too_large_says_how_large_it_may_be(tmp_path: Path) -> None:
    loaded = load_form(own_file(tmp_path, "#" * (LARGEST_FORM + 1)))
    assert loaded.refused == "reflection.toml is larger than 500 kB. Nothing was stored."
    assert loaded.form == shipped_form().form


def test_an_old_form_stays_readable_when_the_file_changes(tmp_path: Path) -> None:
    file = own_file(tmp_path, OWN)
    old = load_form(file)
    own_file(tmp_path, OWN.replace("good", "fine"))
    assert load_form(file).form.version != old.form.version
    assert stored_form(old.text) == old.form


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (OWN + "\n[questions.Q7]\nkind = 'list'\n", "reflection.toml, line 5, questions.Q7.kind: "),
        (
            OWN + "\n[questions.Q12]\nshort = 'yes'\n",
            "reflection.toml, line 5, questions.Q12.short",
        ),
        ("[questions]\nQ26 = { enabled = false }\n", "reflection.toml, line 2, questions.Q26: "),
        ("[questions.Q10\nwords = 3", "reflection.toml: it cannot be read (expected"),
        ("a = " + "[" * 5_000, "reflection.toml: it cannot be read ("),
        ("\0", "reflection.toml: it cannot be read ("),
    ],
)
def test_a_mistake_names_its_line_and_the_last_good_form_stays(
    tmp_path: Path, text: str, place: str
) -> None:
    good = load_form(own_file(tmp_path, OWN))
    bad = own_file(tmp_path, text)
    loaded = load_form(bad, good)
    assert loaded.refused.startswith(place)
    assert loaded.refused.endswith("The form in use stays as it was.")
    assert (loaded.form, loaded.text) == (good.form, good.text)
    assert load_form(bad).form == shipped_form().form


@pytest.mark.parametrize("content", [b"\xff\xfe", b"#" * (LARGEST_FORM + 1)])
def test_what_is_no_form_at_all_is_refused_in_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "reflection.toml"
    file.write_bytes(content)
    loaded = load_form(file)
    assert loaded.refused.startswith("reflection.toml is ")
    assert loaded.form == shipped_form().form


def test_a_folder_or_a_pipe_in_its_place_hurts_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    for name in ("folder.toml", "pipe.toml"):
        loaded = load_form(tmp_path / name)
        assert loaded.refused.startswith(name)
        assert loaded.form == shipped_form().form


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1}', "[" * 100_000])
def test_a_stored_form_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(FormError):
        stored_form(text)
