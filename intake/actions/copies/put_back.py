"""Put a copy back from the screen: look at what would change, then do it. No vault need be open."""

from __future__ import annotations

from pathlib import Path

from intake.clock import Clock
from intake.errors import Mishap
from intake.vault.backup.compare import BeforeRestore, ReportThere, There, compare_before_restore
from intake.vault.backup.copy_mishaps import in_putting_back
from intake.vault.backup.restore import Restored, restore

__all__ = ["BeforeRestore", "ReportThere", "Restored", "There", "look_before", "put_back"]


def look_before(copy: Path, destination: Path, passphrase: bytearray) -> BeforeRestore:
    """Prove a copy and say what would change. The passphrase is wiped here. Raises Mishap; nothing was moved."""
    try:
        return compare_before_restore(copy, destination, passphrase)
    except Mishap as mishap:
        raise in_putting_back(mishap) from None
    finally:
        passphrase[:] = bytes(len(passphrase))


def put_back(copy: Path, destination: Path, passphrase: bytearray, clock: Clock) -> Restored:
    """Put a copy in place; what was there is kept beside it. The passphrase is wiped here. Raises Mishap."""
    try:
        return restore(copy, destination, passphrase, clock.today())
    except Mishap as mishap:
        raise in_putting_back(mishap) from None
    finally:
        passphrase[:] = bytes(len(passphrase))
