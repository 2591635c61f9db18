"""After how many minutes without a touch the program locks itself."""

from __future__ import annotations

from intake.actions.session import OpenVault
from intake.errors import Defect

IDLE_MINUTES_OFFERED = (1, 2, 5, 10, 15)
USUAL_IDLE_MINUTES = 5
_IDLE_MINUTES = "lock.idle_minutes"


def read_idle_minutes(session: OpenVault) -> int:
    """What is set in this vault; the usual time while nothing that we offer is set."""
    kept = session.store.setting(_IDLE_MINUTES) or ""
    return next((minutes for minutes in IDLE_MINUTES_OFFERED if str(minutes) == kept), USUAL_IDLE_MINUTES)


def save_idle_minutes(session: OpenVault, minutes: int) -> int:
    """Keep one of the times offered, and return it. Raises Mishap for trouble with the disk."""
    if minutes not in IDLE_MINUTES_OFFERED:
        raise Defect("an idle time that is not offered")
    session.store.put_setting(_IDLE_MINUTES, str(minutes))
    return minutes
