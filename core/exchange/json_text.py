"""Strict JSON with places: what a text says, and on which line a part of it stands."""

import json
import re

JsonPath = tuple[str | int, ...]
"""The way from the top of a document to one of its parts: keys and list positions."""

_SPACE = re.compile(r"[ \t\n\r]*")
_DEEPEST = 60


class JsonError(ValueError):
    """The text is no JSON, or JSON that means two things at once."""

    def __init__(self, reason: str, line: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


class JsonObject(dict[str, object]):
    """A JSON object that remembers a key which it was given twice."""

    repeated: str | None = None


def parse_json(text: str) -> object:
    """The value of a JSON text; numbers that JSON does not know (NaN) are refused.

    Raises `JsonError`.
    """
    try:
        value: object = json.loads(
            text, object_pairs_hook=_read_pairs, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise JsonError(f"it is not valid JSON ({error.msg})", error.lineno) from error
    except RecursionError as error:
        raise JsonError("it is nested too deeply", None) from error
    except ValueError as error:
        raise JsonError("it holds a number that cannot be read", None) from error
    if _depth_exceeds(value, _DEEPEST):
        raise JsonError("it is nested too deeply", None)
    return value


def line_of(text: str, path: JsonPath) -> int | None:
    """The line (from 1) on which the part at `path` stands; None where there is no such part."""
    decoder = json.JSONDecoder()
    position = _skip_space(text, 0)
    try:
        for part in path:
            found = _find_part(decoder, text, position, part)
            if found is None:
                return None
            position = found
    except (ValueError, IndexError, RecursionError):
        return None
    return text.count("\n", 0, position) + 1


def show_path(path: JsonPath) -> str:
    """A path as a reader writes it: `cases[0].events[2].kind`."""
    shown = ""
    for part in path:
        if isinstance(part, int):
            shown += f"[{part}]"
        else:
            shown += f".{part}" if shown else part
    return shown


def _read_pairs(pairs: list[tuple[str, object]]) -> JsonObject:
    result = JsonObject(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                result.repeated = key
                break
            seen.add(key)
    return result


def _refuse_constant(name: str) -> object:
    raise ValueError(name)


def _depth_exceeds(value: object, limit: int) -> bool:
    level: list[object] = [value]
    for _ in range(limit):
        level = [child for parent in level for child in _children(parent)]
        if not level:
            return False
    return True


def _children(value: object) -> list[object]:
    if isinstance(value, dict):
        return list(value.values())
    return list(value) if isinstance(value, list) else []


def _find_part(decoder: json.JSONDecoder, text: str, position: int, part: str | int) -> int | None:
    if isinstance(part, int):
        return _find_item(decoder, text, position, part)
    return _find_key(decoder, text, position, part)


def _find_item(decoder: json.JSONDecoder, text: str, position: int, wanted: int) -> int | None:
    if text[position] != "[":
        return None
    position = _skip_space(text, position + 1)
    for _ in range(wanted):
        _, end = decoder.raw_decode(text, position)
        position = _skip_space(text, _skip_space(text, end) + 1)
    return position


def _find_key(decoder: json.JSONDecoder, text: str, position: int, wanted: str) -> int | None:
    """The place of the value, on whose line the key stands too in any usual layout."""
    if text[position] != "{":
        return None
    found = None
    position = _skip_space(text, position + 1)
    while text[position] == '"':
        key, end = decoder.raw_decode(text, position)
        value_at = _skip_space(text, _skip_space(text, end) + 1)
        if key == wanted:
            found = value_at
        _, end = decoder.raw_decode(text, value_at)
        position = _skip_space(text, end)
        if text[position] != ",":
            break
        position = _skip_space(text, position + 1)
    return found


def _skip_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position
