"""What `doctor` found of one thing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: what was looked at, how it is, and what to do where that is not well."""

    subject: str
    state: str
    remedy: str = ""

    def line(self) -> str:
        mark = "•" if self.remedy else "✓"
        return f"{mark} {self.subject}: {self.state}" + (f" {self.remedy}" if self.remedy else "")
