"""What the home screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.actions.cases.cases import CaseLine
    from intake.actions.session import OpenVault


@dataclass(frozen=True, slots=True)
class Reports:
    """The reports, and the id of the one that was open last, empty if none was.

    ``may_erase_several``: there are several, and a supervisor is at the desk.
    """

    lines: tuple[CaseLine, ...]
    case_id: str = ""
    may_erase_several: bool = False

    @property
    def row(self) -> int:
        """The row of the report that was open last, or the first."""
        return next((row for row, line in enumerate(self.lines) if line.id == self.case_id), 0)


def arrive(session: OpenVault) -> Reports:
    """Remember that home was last, and list the reports."""
    from intake.actions.cases.cases import list_cases
    from intake.actions.cases.resume import leave_case, resume_place
    from intake.actions.keys.supervisor import is_supervisor

    last = resume_place(session)
    leave_case(session)
    lines = list_cases(session)
    return Reports(lines, last.case_id if last else "", len(lines) > 1 and is_supervisor(session))


def begin(session: OpenVault) -> CaseLine:
    """A new report."""
    from intake.actions.cases.cases import start_case

    return start_case(session)


class Reminder(Enum):
    """What home has to say of the recovery words."""

    NOTHING = auto()
    MAKE = auto()
    ASK_FOR_THEM = auto()
    TRY = auto()
    TRY_AGAIN = auto()


def reminder(session: OpenVault) -> Reminder:
    """Words that nobody made or tried, or that were last tried more than three months ago; nothing for practice."""
    from intake.actions.keys.recovery import way_back
    from intake.actions.keys.supervisor import is_supervisor

    state = way_back(session)
    if state is None or not state.is_due:
        return Reminder.NOTHING
    if not state.is_made:
        return Reminder.MAKE if is_supervisor(session) else Reminder.ASK_FOR_THEM
    return Reminder.TRY if state.rehearsed_on is None else Reminder.TRY_AGAIN
