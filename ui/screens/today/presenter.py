"""What the home screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.actions.cases.cases import CaseLine
    from intake.actions.session import OpenVault


def arrive(session: OpenVault) -> tuple[CaseLine, ...]:
    """Remember that home was last, and list the reports."""
    from intake.actions.cases.cases import list_cases
    from intake.actions.cases.resume import leave_case

    leave_case(session)
    return list_cases(session)


def begin(session: OpenVault) -> CaseLine:
    """A new report."""
    from intake.actions.cases.cases import start_case

    return start_case(session)


def needs_recovery_words(session: OpenVault) -> bool:
    """Whether nobody has made recovery words and tried them; never for practice."""
    from intake.actions.keys.recovery import way_back

    state = way_back(session)
    return state is not None and state.rehearsed_on is None
