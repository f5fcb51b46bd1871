"""Loading the reader of whole sentences."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core import meaning_files
from core.checks.lists import WordlistError


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    meaning_files.standard_reader.cache_clear()
    yield
    meaning_files.standard_reader.cache_clear()


@pytest.mark.parametrize("content", [None, b"", b"PK no archive", b"\x93NUMPY"])
def test_a_damaged_installation_is_told_in_a_sentence(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "meaning"
    folder.mkdir()
    (folder / "pieces.txt").write_text("[CLS]\n[SEP]\n[UNK]\n", encoding="utf-8")
    if content is not None:
        (folder / "encoder.npz").write_bytes(content)
    monkeypatch.setattr(meaning_files, "resource", lambda name: tmp_path / name)
    with pytest.raises(WordlistError, match=r"^meaning cannot be read: "):
        meaning_files.standard_reader()
