"""A phrase, or a whole sentence, of a letter that counts against it."""

from dataclasses import dataclass

from core.checks.finding import Field, Finding, Fix, Level, Span
from core.checks.lists import ListName
from core.checks.mending import removing, replacing

_LONGEST_SHOWN = 60
"""Characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A listed phrase that counts. Spans are places in the text of its field."""

    list: ListName
    field: Field
    text: str
    span: Span
    sentence: Span
    instead: str | None
    own: bool = False
    """The user's own phrase: it counts wherever it stands."""

    def finding(
        self, check: int, level: Level, whole: str, arguments: tuple[tuple[str, str], ...] = ()
    ) -> Finding:
        """The finding that says so. `whole` is the text of the field."""
        return Finding(
            check=check,
            level=level,
            field=self.field,
            span=self.span,
            text=self.text,
            variant=self.list,
            arguments=(("words", self._shown), *arguments),
            fixes=(self._fix(whole),),
        )

    @property
    def _shown(self) -> str:
        """Its words as a finding quotes them: of a whole sentence, the beginning."""
        if len(self.text) <= _LONGEST_SHOWN:
            return self.text
        return f"{self.text[:_LONGEST_SHOWN].rsplit(' ', 1)[0]} …"

    def _fix(self, whole: str) -> Fix:
        if self.instead is None:
            return removing(self.field, whole, self.sentence)
        if not self.instead:
            return removing(self.field, whole, self.span)
        return replacing(self.field, whole, self.span, self.instead)
