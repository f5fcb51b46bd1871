"""Reading a file as a whole, with limits, and sentences for what can go wrong."""

from contextlib import suppress
from pathlib import Path

from core.paths import make_private
from core.refusal import Refusal


class FileError(Refusal):
    """A file that cannot be read. The sentence names it and says what to do."""


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of a regular file of at most `limit` bytes. Raises `FileError`."""
    try:
        if path.is_dir():
            raise FileError(f"{path.name} is a folder. Name the files in it instead.")
        if not path.is_file():
            missing = "is no ordinary file" if path.exists() else "is not there"
            raise FileError(f"{path.name} {missing}. Nothing was stored. Check its name.")
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, FileError):
            raise
        reason = getattr(error, "strerror", None) or "its name is not possible here"
        what = f"{path.name} cannot be read ({reason}). Nothing was stored."
        raise FileError(what) from error
    if len(content) > limit:
        size = f"{limit // 1_000_000} MB" if limit >= 1_000_000 else f"{limit // 1_000} kB"
        raise FileError(f"{path.name} is larger than {size}. Nothing was stored.")
    return content


def read_text(path: Path, limit: int) -> str:
    """The same as UTF-8 text. Raises `FileError`."""
    try:
        return read_bytes(path, limit).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"{path.name} is not UTF-8 text. Nothing was stored. Save it again as UTF-8."
        raise FileError(what) from error


def write_text(path: Path, text: str) -> None:
    """Write a file that only its owner can read, wholly or not at all. Raises `FileError`."""
    unfinished = path.with_name(path.name + ".part")
    try:
        make_private(unfinished)
        unfinished.write_text(text, encoding="utf-8", newline="\n")
        unfinished.replace(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not possible here"
        what = f"{path} cannot be written ({reason}). What was there is as it was."
        raise FileError(what) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
