"""Put a report on hold, so that no part of it can be erased, and end the hold."""

from __future__ import annotations

from intake.actions.session import OpenVault


def set_hold(session: OpenVault, case_id: str) -> None:
    """From now on nothing of this report is erased. A second time changes nothing."""
    session.store.put_hold(case_id, session.clock.today(), session.staff_code)


def release_hold(session: OpenVault, case_id: str) -> None:
    """End the hold. Where there is none, nothing changes."""
    session.store.release_hold(case_id, session.clock.today(), session.staff_code)
