"""Change one's own passphrase."""

from __future__ import annotations

from intake.actions.session import OpenVault
from intake.actions.vault.passphrases import refuse_weak
from intake.vault.slots import staff_keys
from intake.vault.slots.calibrate import calibrate_cost


def change_passphrase(session: OpenVault, old: bytearray, new: bytearray) -> None:
    """From now on ``new`` opens the vault for me and ``old`` does not. The caller wipes both.

    Raises Mishap: weak_passphrase, wrong_passphrase, passphrase_taken, disk_full; then the old one opens as before.
    """
    refuse_weak(new, "The passphrase you have now still opens the vault.")
    staff_keys.change_passphrase(session.store, old, new, calibrate_cost())
