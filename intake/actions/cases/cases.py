"""The list of reports, and a new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from intake.actions.cases.damaged import even_if_damaged
from intake.actions.keys.recovery import require_way_back
from intake.actions.session import OpenVault
from intake.vault.case_store import CaseLine

__all__ = ["CaseLine", "list_cases", "start_case"]


def list_cases(session: OpenVault) -> tuple[CaseLine, ...]:
    """Every report of this vault, the last one worked on first."""
    until, held = kept_until(session), held_since(session)
    return tuple(
        replace(line, kept_until=until.get(line.id), held_since=held.get(line.id)) for line in session.store.cases()
    )


def kept_until(session: OpenVault) -> Mapping[str, date]:
    """The reports that are kept until a day; none of them where the records are damaged just there."""
    found: dict[str, date] = {}
    with even_if_damaged():
        found.update(session.store.kept_until())
    return found


def held_since(session: OpenVault) -> Mapping[str, date]:
    """The reports on hold and since when; none of them where the records are damaged just there."""
    found: dict[str, date] = {}
    with even_if_damaged():
        found.update(session.store.held_since())
    return found


def start_case(session: OpenVault) -> CaseLine:
    """Begin a report: a random id and a random short label, nothing else.

    Raises Mishap ``way_back_first``, ``way_back_by_supervisor``: the first report of a vault waits for a way back in.
    """
    require_way_back(session)
    case = session.store.new_case(session.clock.today())
    return CaseLine(case.id, case.label, case.opened_on, case.opened_on)
