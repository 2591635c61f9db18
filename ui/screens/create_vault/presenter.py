"""What the create screen asks of the core, as jobs for the worker."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.actions.vault.passphrases import Strength


def judge(text: str) -> Strength:
    """How strong a passphrase is, in words."""
    from intake.actions.vault.passphrases import passphrase_strength

    return passphrase_strength(text)


def suggest() -> str:
    """A passphrase of ordinary words that nobody can guess."""
    from intake.actions.vault.passphrases import suggest_passphrase

    return suggest_passphrase()
