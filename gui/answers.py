"""What comes back from the Desk's worker, on its way to the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from weakref import WeakMethod

from PySide6.QtCore import QObject
from shiboken6 import isValid

from gui.desk import Changed

if TYPE_CHECKING:
    from gui.desk import Desk

UNEXPECTED = (
    "Something unexpected came in between. Nothing was changed, and everything stored before "
    "is safe. The log has the details."
)


class Answer(Protocol):
    """An answer on its way to the window's thread."""

    def deliver(self, desk: Desk) -> None: ...


@dataclass(frozen=True, slots=True)
class Bound:
    """A bound method held weakly, so that waiting for an answer keeps no window alive."""

    method: Callable[[], Callable[..., object] | None]

    @classmethod
    def to(cls, then: Callable[..., object] | None) -> Bound | None:
        if then is None:
            return None
        return cls(WeakMethod(then) if hasattr(then, "__self__") else lambda: then)

    def call(self, value: object) -> bool:
        """Call it, if its object still lives."""
        method = self.method()
        if method is None:
            return False
        owner = getattr(method, "__self__", None)
        if isinstance(owner, QObject) and not isValid(owner):
            return False
        method(value)
        return True


@dataclass(frozen=True, slots=True)
class Result:
    value: object
    then: Bound | None
    changed: Changed | None = None

    def deliver(self, desk: Desk) -> None:
        if self.changed is not None:
            desk.took_note()
        if self.then is not None:
            self.then.call(self.value)
        if self.changed is not None:
            desk.changed.emit(self.changed)


@dataclass(frozen=True, slots=True)
class Refused:
    """A use case said no, or broke."""

    error: Exception
    otherwise: Bound | None

    def deliver(self, desk: Desk) -> None:
        if self.otherwise is None or not self.otherwise.call(self.error):
            desk.failed.emit(sentence_of(self.error))


@dataclass(frozen=True, slots=True)
class Warmed:
    """The database is open in full; or it could not be, which whoever asks next is told."""

    def deliver(self, desk: Desk) -> None:
        desk.warmed.emit()


@dataclass(frozen=True, slots=True)
class Opened:
    def deliver(self, desk: Desk) -> None:
        desk.ready.emit()
        desk.changed.emit(Changed())


@dataclass(frozen=True, slots=True)
class Closed:
    """The database could not be opened at all."""

    sentence: str

    def deliver(self, desk: Desk) -> None:
        desk.refused.emit(self.sentence)


def sentence_of(error: Exception) -> str:
    """What to show for an error: its own sentence, or that something unexpected happened."""
    sentence = getattr(error, "sentence", None)
    return sentence if isinstance(sentence, str) else UNEXPECTED
