"""Read the log of actions: what was done on which day, and whether the log is whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from intake.actions.keys.supervisor import require_supervisor
from intake.actions.session import OpenVault


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line: the class of action, the staff code if any, the day, and a random token for the report."""

    action: str
    staff_code: str = field(repr=False)
    on: date
    token: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Log:
    """The lines, the newest first. ``fault`` is empty, changed, missing, cut_off or start; then where and when."""

    lines: tuple[LogLine, ...]
    fault: str = ""
    fault_number: int = 0
    fault_on: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every line is there as it was written."""
        return not self.fault


def read_log(session: OpenVault) -> Log:
    """Read and check the whole log. Raises Mishap supervisor_needed."""
    require_supervisor(session)
    check = session.store.verify_log()
    lines = tuple(LogLine(one.action, one.staff_code, one.on, one.token) for one in session.store.log_entries())
    return Log(lines[::-1], str(check.fault or ""), check.number, check.on)
