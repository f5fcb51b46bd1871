"""A form in use, and the text by which a reflection keeps the form that it was answered with."""

import json
from dataclasses import dataclass

from core.reflection.form import Form
from core.reflection.form_reading import FormError, read_form


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedForm:
    """A form that can be used. `text` keeps it for reflections that were answered with it."""

    form: Form
    text: str
    refused: str = ""
    """A sentence where the user's own file cannot be used; the last good form is in use then."""


def stored_form(text: str) -> Form:
    """The form of which `LoadedForm.text` was kept. Raises `FormError`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormError("", "it is not the form that was kept.", "A stored form") from error
    if not isinstance(data, dict):
        raise FormError("", "it is not the form that was kept.", "A stored form")
    return read_form(data, "A stored form")
