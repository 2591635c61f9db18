"""Make a new vault."""

from __future__ import annotations

from pathlib import Path

from intake.actions.session import OpenVault
from intake.actions.vault.unlock_vault import log_opening
from intake.clock import Clock
from intake.content import Content
from intake.errors import Mishap
from intake.vault.passphrase_strength import passphrase_strength
from intake.vault.vault_folder import create_vault_folder


def create_vault(folder: Path, passphrase: bytearray, content: Content, clock: Clock) -> OpenVault:
    """Create and open a vault. Raises Mishap ``weak_passphrase`` when it could be guessed."""
    if not passphrase_strength(passphrase.decode("utf-8")).good_enough:
        raise Mishap(
            "weak_passphrase",
            "This passphrase could be guessed.",
            "No vault was made.",
            "Use more words, or take the one we suggest.",
        )
    session = OpenVault(create_vault_folder(folder, passphrase, clock), content, clock)
    log_opening(session)
    return session
