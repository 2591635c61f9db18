"""What the home screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from pathlib import Path
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


@dataclass(frozen=True, slots=True)
class CopyReminder:
    """Whether to remind of a copy: the day of the last one, and where the next one goes. Both None: none was made."""

    is_due: bool
    last_on: date | None = None
    place: Path | None = field(default=None, repr=False)


def copy_reminder(session: OpenVault) -> CopyReminder:
    """Due when there is something to lose and the last copy is old or there is none; never for practice."""
    from intake.actions.cases.cases import list_cases
    from intake.actions.copies.copies import list_copies

    if session.is_practice or session.store.is_in_memory or not list_cases(session):
        return CopyReminder(is_due=False)
    copies = list_copies(session)
    return CopyReminder(copies.is_due, copies.made[0].made_on if copies.made else None, copies.last_place)


def copy_now(session: OpenVault, place: Path) -> int:
    """Make a copy where the last one went, and return how many reports it holds."""
    from intake.actions.copies.copies import make_copy

    return make_copy(session, place).case_count


def day_the_clock_misses(session: OpenVault) -> date | None:
    """The newest day in the vault where the clock of this computer says an earlier one."""
    from intake.actions.vault.clock_check import day_the_clock_misses as missed

    return missed(session)


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
