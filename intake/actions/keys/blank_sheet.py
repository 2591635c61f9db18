"""A blank sheet to print, for recovery words written by hand."""

from __future__ import annotations

from pathlib import Path

from intake.actions.session import OpenVault
from intake.export import blank_sheet
from intake.vault.slots.sheet_words import WORDS_OF_A_PAPER


def save_blank_sheet(session: OpenVault, folder: Path) -> str:
    """Save it into ``folder`` and return its file name. Raises Mishap when the disk will not take it."""
    content = session.content
    return blank_sheet.save_blank_sheet(content.referral.words, content.wordings(), WORDS_OF_A_PAPER, folder).name
