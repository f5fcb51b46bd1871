"""Templates on disk: the program's own, and the user's laid over them."""

from pathlib import Path

import pytest

from core.drafting.grammar import TemplateError
from core.drafting.kinds import KINDS
from core.drafting.templates import Choice
from core.exchange.text_file import FileError
from core.template_store import load_templates, own_files, save_template, shipped_text

OWN = "kind: M1\n\n== plain ==\nThank you for {{topic}}.\n"


def test_every_kind_has_templates_of_the_program() -> None:
    templates = load_templates().templates
    assert all(templates.available(kind) for kind in KINDS)


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    shelf = load_templates(tmp_path / "templates")
    assert shelf.refused == ()
    assert not any(choice.own for kind in KINDS for choice in shelf.templates.available(kind))


def test_ones_own_is_kept_and_found_again(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    file = save_template(folder, "Short thanks", OWN)
    assert own_files(folder) == [file]
    letter = load_templates(folder).templates.find(Choice(kind="M1"))
    assert letter.choice.own
    assert letter.source == "Short thanks.txt"


def test_a_template_with_a_mistake_is_not_kept_and_the_old_one_stays(tmp_path: Path) -> None:
    file = save_template(tmp_path, "mine.txt", OWN)
    with pytest.raises(TemplateError, match=r"mine\.txt, line 4: “topc” is not known here"):
        save_template(tmp_path, "mine", OWN.replace("topic", "topc"))
    assert file.read_text(encoding="utf-8") == OWN


@pytest.mark.parametrize("name", ["", " ", "../evil", "a/b", ".hidden", "x" * 200, "a\0b"])
def test_a_name_that_is_no_name_of_a_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileError):
        save_template(tmp_path, name, OWN)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_cannot_be_used_is_named_and_the_programs_own_stands_in(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_text(OWN.replace("topic", "topic.__class__"), encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "huge.txt").write_bytes(b"x" * 1_000_001)
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "notes.md").write_text("not a template", encoding="utf-8")
    save_template(tmp_path, "good", OWN)
    shelf = load_templates(tmp_path)
    assert len(shelf.refused) == 4
    assert any(s.startswith("bad.txt, line 4: ") for s in shelf.refused)
    assert shelf.templates.find(Choice(kind="M1")).source == "good.txt"
    assert not shelf.templates.find(Choice(kind="M4")).choice.own


def test_an_own_one_begins_with_the_text_of_the_programs() -> None:
    letter = load_templates().templates.find(Choice(kind="M4", language="de"))
    assert shipped_text(letter).startswith("# Eine Woche nach dem Gespräch")
