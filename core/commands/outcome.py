"""What a command has to say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Lines for the standard output, and sentences about what could not be read."""

    lines: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()

    @property
    def status(self) -> int:
        """The exit status: 2 where something could not be read, else 0."""
        return 2 if self.errors else 0


def refused(error: Exception | str) -> Outcome:
    """The outcome of a command that could do nothing, and says why."""
    return Outcome(errors=(str(error),))
