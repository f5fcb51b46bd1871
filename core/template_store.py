"""Reading and keeping templates: those that came with the program, and the user's own over them."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from core.content import resource
from core.drafting.grammar import TemplateError
from core.drafting.templates import Letter, Templates, read_templates
from core.exchange.text_file import FileError, read_text, write_text
from core.refusal import Refusal

LARGEST_FILE = 1_000_000
"""Bytes; a larger file holds no templates."""
MOST_FILES = 200
"""Of the user's own; more are not read."""
SUFFIX = ".txt"

_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All templates that can be used, and a sentence for each of the user's files that cannot."""

    templates: Templates
    refused: tuple[str, ...] = ()


def load_templates(own_folder: Path | None = None) -> Shelf:
    """The templates of the program, with those of the user's folder laid over them.

    A file of the user's that cannot be read is left out and named in `refused`; the program's
    own template stands in its place.
    """
    letters = list(_shipped())
    refused: list[str] = []
    files = own_files(own_folder) if own_folder is not None else []
    for file in files[:MOST_FILES]:
        try:
            letters.extend(read_templates(read_text(file, LARGEST_FILE), file.name, own=True))
        except Refusal as error:
            refused.append(error.sentence)
    if len(files) > MOST_FILES:
        refused.append(f"Only the first {MOST_FILES} of your template files are read.")
    return Shelf(templates=Templates(letters, refused), refused=tuple(refused))


def own_files(folder: Path) -> list[Path]:
    """The user's template files, in the order of their names."""
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == SUFFIX)
    except OSError:
        return []


def save_template(folder: Path, name: str, text: str) -> Path:
    """Keep a file of the user's own templates, after reading it as it will be read.

    Raises `TemplateError` where it cannot be used, and `FileError` where it cannot be written;
    in both cases what was there before is as it was.
    """
    plain = name.isprintable() and Path(name).name == name and not name.startswith(".")
    if not name.strip() or len(name) > _LONGEST_NAME or not plain:
        raise FileError(f"“{name[:_LONGEST_NAME]}” is no name for a file. Choose another one.")
    file = folder / f"{name.removesuffix(SUFFIX)}{SUFFIX}"
    if len(text.encode()) > LARGEST_FILE:
        raise TemplateError("larger than 1 MB. Nothing was stored. Shorten it.", 1, file.name)
    read_templates(text, file.name, own=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{folder} cannot be made ({error.strerror}).") from error
    write_text(file, text)
    return file


def shipped_text(letter: Letter) -> str:
    """The text of the program's file in which a letter stands, to begin an own one with."""
    folder = resource("templates") / letter.choice.language
    return read_text(folder / letter.source, LARGEST_FILE)


@lru_cache(maxsize=1)
def _shipped() -> tuple[Letter, ...]:
    files = sorted(resource("templates").glob(f"*/*{SUFFIX}"))
    return tuple(
        letter
        for file in files
        for letter in read_templates(read_text(file, LARGEST_FILE), file.name)
    )
