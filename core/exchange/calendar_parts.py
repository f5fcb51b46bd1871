"""Looking into a component that the library has read: nothing here raises."""

import quopri
import re
from collections.abc import Iterator

from icalendar import Component

ODD = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError, OSError)
"""What the library raises for values that it did not expect."""

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that steer a terminal."""


def first(component: Component, name: str) -> object:
    """A property's value, the first of several; None where there is none."""
    return next(values_of(component, name), None)


def values_of(component: Component, name: str) -> Iterator[object]:
    """A property's values in their order."""
    value = component.get(name)
    yield from value if isinstance(value, list) else () if value is None else (value,)


def text_of(component: Component, name: str) -> str:
    """A property as text without its escapes; empty where it is none."""
    value = first(component, name)
    if not isinstance(value, str):
        return ""
    if parameter(value, "ENCODING").upper() == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
    return CONTROL.sub("", value).strip()


def parameter(value: object, name: str) -> str:
    """A parameter of a property's value; empty where it has none."""
    given = getattr(value, "params", {}).get(name, "")
    return ",".join(given) if isinstance(given, list) else str(given)
