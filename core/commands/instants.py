"""Instants as all JSON of the command line has them."""

from datetime import UTC, datetime


def show_instant(instant: datetime | None) -> str | None:
    """UTC, whole seconds, `Z`."""
    return None if instant is None else instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
