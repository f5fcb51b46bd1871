"""The moment in which something runs. Only the composition roots read the real clock."""

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Now:
    """The present instant (UTC) and the user's own IANA zone, as passed to every use case."""

    instant: datetime
    zone: str

    def __post_init__(self) -> None:
        if self.instant.tzinfo is None:
            raise ValueError("the present instant must be aware")


def read_clock(zone: str | None = None) -> Now:
    """The machine's present moment; `zone` overrides the system's own zone."""
    return Now(datetime.now(UTC), zone or system_zone())


def system_zone() -> str:
    """The IANA name of the system's zone, or UTC where the system names none."""
    import tzlocal

    try:
        return tzlocal.get_localzone_name() or "UTC"
    except (LookupError, ValueError):
        return "UTC"
