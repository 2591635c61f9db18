"""What only a supervisor may do."""

from __future__ import annotations

from intake.actions.session import OpenVault
from intake.vault.keys import StaffRole
from intake.vault.slots.key_mishaps import supervisor_needed


def is_supervisor(session: OpenVault) -> bool:
    """Whether the person who unlocked is a supervisor."""
    return session.role is StaffRole.SUPERVISOR


def require_supervisor(session: OpenVault) -> None:
    """Raises Mishap ``supervisor_needed`` for everybody else."""
    if not is_supervisor(session):
        raise supervisor_needed()
