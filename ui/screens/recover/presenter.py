"""What the recover screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.actions.keys.recovery import RecoveryForm


def form_of(folder: Path) -> RecoveryForm:
    """How many papers this vault asks for, and whose passphrase it would be."""
    from intake.actions.keys.recovery import recovery_form

    return recovery_form(folder)


def suggest() -> str:
    """A passphrase of ordinary words that nobody can guess."""
    from intake.actions.vault.passphrases import suggest_passphrase

    return suggest_passphrase()
