"""The form of reflections on disk: the one that came with the program, and the user's own over it."""

import json
import re
import tomllib
from functools import lru_cache
from pathlib import Path

from core.content import resource
from core.exchange.text_file import read_text
from core.reflection.form_reading import FormError, laid_over, read_form
from core.reflection.loaded_form import LoadedForm, stored_form
from core.refusal import Refusal

__all__ = ["FORM_FILE", "LARGEST_FORM", "LoadedForm", "load_form", "shipped_form", "stored_form"]

LARGEST_FORM = 500_000
"""Bytes; a larger file is no form."""
FORM_FILE = "reflection.toml"
"""The name of the form's file, of the program's and of the user's own."""


def load_form(own_file: Path | None = None, last_good: LoadedForm | None = None) -> LoadedForm:
    """The form to use now: the program's, with the user's own file laid over it if there is one.

    An own file with a mistake is named in `refused`, with the place; `last_good` stays in use, or
    the program's own form where there is none.
    """
    if own_file is None or not own_file.exists():
        return shipped_form()
    try:
        return _with_own(read_text(own_file, LARGEST_FORM), own_file.name)
    except Refusal as error:
        kept = last_good or shipped_form()
        return LoadedForm(form=kept.form, text=kept.text, refused=error.sentence)


@lru_cache(maxsize=1)
def shipped_form() -> LoadedForm:
    """The form as the application brings it; read once."""
    data = _shipped_data()
    return LoadedForm(form=read_form(data, FORM_FILE), text=_kept(data))


def _with_own(text: str, name: str) -> LoadedForm:
    data = laid_over(_shipped_data(), _parsed(text, name))
    try:
        return LoadedForm(form=read_form(data, name), text=_kept(data))
    except FormError as error:
        line = _line_of(text, error.place)
        raise FormError(error.place, error.problem, name, line) from error


@lru_cache(maxsize=1)
def _shipped_data() -> dict[str, object]:
    file = resource("forms") / FORM_FILE
    return _parsed(read_text(file, LARGEST_FORM), file.name)


def _parsed(text: str, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problem = f"it cannot be read ({_reason(error)}). Put that right."
        raise FormError("", problem, name) from error


def _reason(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    reason = str(error)
    return f"{reason[:1].lower()}{reason[1:200]}"


def _kept(data: dict[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, default=str)


def _line_of(text: str, place: str) -> int | None:
    """The line of the last part of a place that the user's own file names."""
    found = None
    lines = text.splitlines()
    start = 0
    for part in place.split("."):
        name = re.compile(rf'(^|[\s.{{\[,"])"?{re.escape(part)}"?\s*(=|\]|\.)')
        at = next((n for n in range(start, len(lines)) if name.search(lines[n])), None)
        if at is not None:
            found = start = at
    return None if found is None else found + 1
