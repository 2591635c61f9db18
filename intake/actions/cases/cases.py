"""The list of reports, and a new one."""

from __future__ import annotations

from intake.actions.keys.recovery import require_way_back
from intake.actions.session import OpenVault
from intake.vault.case_store import CaseLine

__all__ = ["CaseLine", "list_cases", "start_case"]


def list_cases(session: OpenVault) -> tuple[CaseLine, ...]:
    """Every report of this vault, the last one worked on first."""
    return session.store.cases()


def start_case(session: OpenVault) -> CaseLine:
    """Begin a report: a random id and a random short label, nothing else.

    Raises Mishap ``way_back_first``, ``way_back_by_supervisor``: the first report of a vault waits for a way back in.
    """
    require_way_back(session)
    case = session.store.new_case(session.clock.today())
    return CaseLine(case.id, case.label, case.opened_on, case.opened_on)
