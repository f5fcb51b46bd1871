"""Whether now is a good time to send, in words and with the better moment. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from core.checks.finding import Finding
from core.clock import Now
from gui import words

TIMING = 27
SCHEDULE = "schedule"
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class When:
    """What the foot of the composer says."""

    headline: str
    detail: str
    good: bool
    hold: str = ""
    """On the button that takes the better moment; empty: there is none."""
    slot: datetime | None = None


def when_of(
    findings: tuple[Finding, ...],
    send_at: datetime | None,
    zone: str,
    now: Now,
    *,
    sends: bool = True,
) -> When:
    """What to say of the moment; `zone` is the recipient's. `sends`: it leaves from here, by itself."""
    slot = slot_of(findings)
    if send_at is not None and send_at > now.instant:
        detail = "Too early or late there" if slot is not None else _there(send_at, zone)
        moment = _day_and_time(send_at, zone, now)
        return When(f"Goes {moment}" if sends else f"Kept for {moment}", detail, slot is None)
    here = f"It is {_there(now.instant, zone)}"
    if slot is None:
        return When("Now is a good time", here, good=True)
    return When("Better a little later", here, False, f"Hold to {_weekday_time(slot, zone)}", slot)


def next_morning(now: Now, zone: str, *, any_day: bool) -> datetime:
    """When the next morning's mail is welcome in `zone`: thanks on `any_day` from 8, all else on a
    day from Monday to Friday from 9. The checks know of holidays.
    """
    there = words.local(now.instant, zone)
    opening = there.replace(hour=8 if any_day else 9, minute=0, second=0, microsecond=0)
    morning = opening + timedelta(days=1)
    while not any_day and morning.weekday() >= SATURDAY:
        morning += timedelta(days=1)
    return morning


def slot_of(findings: tuple[Finding, ...]) -> datetime | None:
    """The better moment that the check of timing names."""
    for finding in findings:
        for fix in finding.fixes:
            if finding.check == TIMING and fix.act == SCHEDULE and fix.argument:
                return datetime.fromisoformat(fix.argument)
    return None


def _there(instant: datetime, zone: str) -> str:
    """ "Tuesday, 09:40 in Oslo"."""
    return f"{_weekday(instant, zone)}, {words.clock_time(instant, zone)} {words.in_place(zone)}"


def _weekday_time(instant: datetime, zone: str) -> str:
    return f"{_weekday(instant, zone)} {words.clock_time(instant, zone)}"


def _day_and_time(instant: datetime, zone: str, now: Now) -> str:
    day = words.day(instant, now)
    time = words.both_clocks(instant, now.zone, zone)
    return f"{day} at {time}" if day in ("today", "tomorrow") else f"{day}, {time}"


def _weekday(instant: datetime, zone: str) -> str:
    return words.long_day(words.local(instant, zone).date()).split()[0].rstrip(",")
