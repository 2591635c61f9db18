"""The versions of one policy: on no day do two of them hold."""

from __future__ import annotations

from datetime import date

from intake.actions.own_policies.kept import read_policies
from intake.actions.session import OpenVault
from intake.protections.model import Instrument
from intake.protections.own.compile import series
from intake.protections.own.merge import as_judged
from intake.protections.own.read import read_own
from intake.protections.own.record import OwnPolicy


def overlaps(session: OpenVault, policy: OwnPolicy) -> bool:
    """Whether another version in use holds on some of the days of this one."""
    begins, ends = _span(session, policy)
    for other in read_policies(session)[0]:
        if other.id != policy.id and other.is_active and series(other.id) == series(policy.id):
            other_begins, other_ends = _span(session, other)
            if begins <= other_ends and other_begins <= ends:
                return True
    return False


def _span(session: OpenVault, policy: OwnPolicy) -> tuple[date, date]:
    found: Instrument | None = read_own(policy.id, policy.file.encode(), session.shipped.protections).instrument
    if found is None:
        return date.min, date.max
    judged = as_judged(found, policy)
    begins, ends = judged.in_force_from, judged.in_force_until
    return begins.earliest if begins else date.min, ends.latest if ends else date.max
