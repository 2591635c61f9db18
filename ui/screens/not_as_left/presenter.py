"""What the screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.actions.session import OpenVault
    from intake.actions.vault.freshness import Finding


def look(session: OpenVault) -> tuple[Finding, ...]:
    """What was found."""
    from intake.actions.vault.freshness import read_freshness

    return read_freshness(session)


def go_on(session: OpenVault) -> None:
    """Take what is there for the right state."""
    from intake.actions.vault.freshness import go_on as go_on_with_it

    go_on_with_it(session)
