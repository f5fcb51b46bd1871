"""The playbook as data: what `resources/playbook.toml` says, checked and typed.

A mistake is named by its place ("steps.F1.due") and the nearest thing that would be right.
"""

import difflib
import string
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from core.playbook.anchors import ANCHORS_OF, OF_VARIANTS, Anchors
from core.playbook.offsets import Offset, OffsetError, parse_offset
from core.playbook.values import Clock, Settings

_AT_ONCE = Offset("trigger")

CANCELLERS = frozenset(
    [
        *("rejection", "offer", "acceptance", "decline", "withdrawal"),
        *("next_round", "reply", "hold", "called_off"),
    ]
)
ACTIONS = frozenset(["open", "write", "call", "link", "arrived", "reflect", "prepare", "week"])
WORDS = frozenset(
    ["person", "people", "company", "role", "what", "date", "referee", "round", "other", "topic"]
)
_SETTING_NAMES = frozenset(
    {"thank_you_within", "thank_you_earliest", "follow_up_after", "nudge_after_decision"}
)
MESSAGES = tuple(f"M{number}" for number in range(1, 18))
DONE_BY = frozenset(
    [*MESSAGES, "arrived", "reflection", "reflection full", "linked", "contact", "acceptance"]
)
VARIANTS = frozenset(["way", "video", "phone", "fast", "hold", "update", "decline"])
"""The situations in which a step is another: the names that the families ask for."""


class PlaybookError(ValueError):
    """The playbook cannot be used; the message names the file, the place and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRule:
    """One row of the playbook.

    `due` is the latest of its offsets, `undated` takes its place when what it counts from is not
    known; `not_after` and `not_before` bound it where their anchors are known.
    """

    id: str
    title: str
    why: str
    clock: Clock
    action: str = "open"
    message: str | None = None
    opens: Offset = _AT_ONCE
    best: Offset = _AT_ONCE
    due: tuple[Offset, ...] = ()
    undated: Offset | None = None
    not_after: Offset | None = None
    not_before: Offset | None = None
    expires: Offset | None = None
    remind: tuple[Offset, ...] = ()
    done_by: tuple[str, ...] = ()
    cancelled_by: tuple[str, ...] = ()
    enabled: bool = True
    variants: Mapping[str, "StepRule"] = field(default_factory=dict)

    def variant(self, name: str) -> "StepRule":
        """The rule as it is in a situation (by video, on hold), else the rule itself."""
        return self.variants.get(name, self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """All rules by id, and the figures that are no offsets."""

    steps: Mapping[str, StepRule]
    buffer_minutes: int
    """The least time to spare on the way to an interview."""
    buffer_percent: int
    """The time to spare on the way, as a share of the travel time."""
    correction_hours: int
    """Waking hours in which a wrong name is put right."""
    in_touch_days: tuple[int, ...]
    """Days between contacts after a rejection; the last one repeats."""
    in_touch_quiet_days: int
    """Days between contacts once two in a row went unanswered."""


_FIGURES = {f.name for f in fields(Playbook)} - {"steps"}
_RULE_KEYS = {f.name for f in fields(StepRule)} - {"id"}


def merge(standard: Mapping[str, object], own: Mapping[str, object]) -> dict[str, object]:
    """The standard playbook with the user's own values laid over it, table by table."""
    merged = dict(standard)
    for key, value in own.items():
        below = merged.get(key)
        if isinstance(value, Mapping) and isinstance(below, Mapping):
            merged[key] = merge(below, value)
        else:
            merged[key] = value
    return merged


def fingerprint(playbook: Playbook) -> str:
    """Tells two playbooks apart, also from one start to the next; no secret, only a difference."""
    text = repr(playbook).encode()
    return f"{len(text)}-{zlib.crc32(text):08x}"


def read_playbook(data: Mapping[str, object], source: str) -> Playbook:
    """Check a playbook read from TOML. `source` names the file in errors.

    Raises `PlaybookError` with the place and the nearest right word.
    """
    reader = _Reader(source)
    reader.check_keys(data, {"figures", "steps"}, "")
    figures = reader.table(data.get("figures"), "figures")
    reader.check_keys(figures, _FIGURES, "figures")
    steps = reader.table(data.get("steps"), "steps")
    reader.check_keys(steps, ANCHORS_OF, "steps")
    return Playbook(
        steps={name: reader.rule(name, row) for name, row in steps.items()},
        buffer_minutes=reader.number(figures, "buffer_minutes"),
        buffer_percent=reader.number(figures, "buffer_percent"),
        correction_hours=reader.number(figures, "correction_hours"),
        in_touch_days=reader.numbers(figures, "in_touch_days"),
        in_touch_quiet_days=reader.number(figures, "in_touch_quiet_days"),
    )


def settings_for_offsets(settings: Settings) -> dict[str, str]:
    """The settings that offsets may name, as amounts."""
    return {name: str(getattr(settings, name)) for name in _SETTING_NAMES}


class _Reader:
    """Reads tables and names the place of what is wrong."""

    def __init__(self, source: str) -> None:
        self._source = source

    def fail(self, place: str, problem: str) -> PlaybookError:
        where = f"{self._source}, {place}" if place else self._source
        return PlaybookError(f"{where}: {problem}")

    def check_keys(self, table: Mapping[str, object], known: Iterable[str], place: str) -> None:
        for key in table:
            if key not in known:
                path = f"{place}.{key}" if place else key
                raise self.fail(path, f'unknown key "{key}"{_nearest(key, known)}')

    def table(self, value: object, place: str) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            raise self.fail(place, "a table is needed here")
        return value

    def number(self, table: Mapping[str, object], key: str) -> int:
        value = table.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 10_000:
            raise self.fail(f"figures.{key}", "a whole number from 1 to 9999 is needed")
        return value

    def numbers(self, table: Mapping[str, object], key: str) -> tuple[int, ...]:
        value = table.get(key)
        if not isinstance(value, list) or not value:
            raise self.fail(f"figures.{key}", "a list of whole numbers is needed")
        return tuple(self.number({key: one}, key) for one in value)

    def rule(self, name: str, row: object) -> StepRule:
        place = f"steps.{name}"
        table = self.table(row, place)
        self.check_keys(table, _RULE_KEYS, place)
        for key in ("title", "why", "clock", "due"):
            if key not in table:
                raise self.fail(place, f'"{key}" is missing')
        rule = self._filled(StepRule(id=name, title="", why="", clock=Clock.NONE), table, place)
        self._check_anchors(rule, place, ANCHORS_OF[name])
        variants = self.table(table.get("variants", {}), f"{place}.variants")
        self.check_keys(variants, VARIANTS, f"{place}.variants")
        return replace(
            rule,
            variants={
                key: self._variant(rule, key, value, f"{place}.variants.{key}")
                for key, value in variants.items()
            },
        )

    def _variant(self, rule: StepRule, name: str, value: object, place: str) -> StepRule:
        table = self.table(value, place)
        self.check_keys(table, _RULE_KEYS - {"variants"}, place)
        variant = self._filled(rule, table, place)
        self._check_anchors(variant, place, OF_VARIANTS.get(name, ANCHORS_OF[rule.id]))
        return variant

    def _check_anchors(self, rule: StepRule, place: str, known: Anchors) -> None:
        """Each offset counts from a moment that this step knows."""
        free = [("opens", rule.opens), ("best", rule.best), ("expires", rule.expires)]
        for key, offset in (*free, *(("remind", one) for one in rule.remind)):
            if offset is not None:
                self._one_of(offset.anchor, known.always | {"own_due"}, f"{place}.{key}")
        bounds = (("not_after", rule.not_after), ("not_before", rule.not_before))
        for key, offset in (*(("due", one) for one in rule.due), *bounds):
            if offset is not None:
                self._one_of(offset.anchor, known.all, f"{place}.{key}")
        if rule.undated is not None:
            self._one_of(rule.undated.anchor, known.always, f"{place}.undated")
        elif not any(offset.anchor in known.always for offset in rule.due):
            raise self.fail(f"{place}.due", 'this is not always known; give "undated" too')

    def _filled(self, rule: StepRule, table: Mapping[str, object], place: str) -> StepRule:
        changes: dict[str, Any] = {}  # each value has been read as its key's own type
        for key, value in table.items():
            if key != "variants":
                changes[key] = self._value(key, value, f"{place}.{key}")
        return replace(rule, **changes)

    def _value(self, key: str, value: object, place: str) -> object:
        """The value of one key of a rule, read by what the key holds."""
        if key in {"due", "remind"}:
            return tuple(self._offset(one, place) for one in _as_list(value))
        return self._readers.get(key, self._offset)(value, place)

    @property
    def _readers(self) -> Mapping[str, Callable[[object, str], object]]:
        return {
            "title": self._words,
            "why": self._words,
            "clock": self._clock,
            "action": self._action,
            "enabled": self._truth,
            "message": self._message,
            "done_by": self._done_by,
            "cancelled_by": self._cancellers,
        }

    def _clock(self, value: object, place: str) -> Clock:
        return Clock(self._one_of(value, [clock.value for clock in Clock], place))

    def _action(self, value: object, place: str) -> str:
        return self._one_of(value, ACTIONS, place)

    def _done_by(self, value: object, place: str) -> tuple[str, ...]:
        return tuple(self._one_of(n, DONE_BY, place) for n in self._texts(value, place))

    def _cancellers(self, value: object, place: str) -> tuple[str, ...]:
        return tuple(self._one_of(n, CANCELLERS, place) for n in self._texts(value, place))

    def _offset(self, value: object, place: str) -> Offset:
        try:
            offset = parse_offset(self._text(value, place))
        except OffsetError as error:
            raise self.fail(place, str(error)) from None
        for term in offset.terms:
            if term.setting:
                self._one_of(term.setting, _SETTING_NAMES, place)
        return offset

    def _words(self, value: object, place: str) -> str:
        text = self._text(value, place)
        try:
            fields = [field for field in string.Formatter().parse(text) if field[1] is not None]
        except ValueError:
            raise self.fail(place, "a brace is not closed") from None
        for _, name, layout, conversion in fields:
            if layout or conversion:
                raise self.fail(place, "nothing but a word may stand in braces")
            self._one_of(name, WORDS, place)
        return text

    def _text(self, value: object, place: str) -> str:
        if not isinstance(value, str) or not value.strip() or len(value) > 500:
            raise self.fail(place, "a text of 1 to 500 characters is needed")
        return value

    def _texts(self, value: object, place: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self.fail(place, "a list of texts is needed")
        return tuple(self._text(one, place) for one in value)

    def _truth(self, value: object, place: str) -> bool:
        if not isinstance(value, bool):
            raise self.fail(place, "true or false is needed")
        return value

    def _message(self, value: object, place: str) -> str:
        return self._one_of(self._text(value, place), MESSAGES, place)

    def _one_of(self, value: object, known: Iterable[str], place: str) -> str:
        if not isinstance(value, str) or value not in known:
            raise self.fail(place, f'"{value}" is not known here{_nearest(str(value), known)}')
        return value


def _as_list(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _nearest(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""
