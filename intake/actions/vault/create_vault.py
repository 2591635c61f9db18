"""Make a new vault."""

from __future__ import annotations

from pathlib import Path

from intake.actions.session import OpenVault
from intake.actions.vault.passphrases import refuse_weak
from intake.actions.vault.write_log import log
from intake.clock import Clock
from intake.content import Content
from intake.vault.audit.entry import Action
from intake.vault.slots.calibrate import calibrate_cost
from intake.vault.vault_folder import create_vault_folder


def create_vault(
    folder: Path, passphrase: bytearray, content: Content, clock: Clock, witnesses: Path | None = None
) -> OpenVault:
    """Create and open a vault, its cost measured on this machine. Raises Mishap ``weak_passphrase``."""
    refuse_weak(passphrase, "No vault was made.")
    session = OpenVault(create_vault_folder(folder, passphrase, clock, calibrate_cost(), witnesses), content, clock)
    log(session, Action.OPENED)
    return session
