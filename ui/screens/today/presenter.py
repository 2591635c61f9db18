"""What the home screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from dataclasses import dataclass
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


def needs_recovery_words(session: OpenVault) -> bool:
    """Whether nobody has made recovery words and tried them; never for practice."""
    from intake.actions.keys.recovery import way_back

    state = way_back(session)
    return state is not None and state.rehearsed_on is None
