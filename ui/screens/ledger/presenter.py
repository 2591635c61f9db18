"""What the ledger asks of the core, as jobs for the worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from intake.actions.ledger.who_has_what import Ledger
    from intake.actions.referral.save_summary import Refused, Saved
    from intake.actions.session import OpenVault

TOLD_US = "spoken"  # how a permission was taken back: by word of mouth, at this desk


def look(session: OpenVault, case_id: str) -> Ledger:
    """Everything that was shared of the report."""
    from intake.actions.ledger.who_has_what import who_has_what

    return who_has_what(session, case_id)


def take_back(session: OpenVault, case_id: str, release_id: str) -> Ledger:
    """End a permission at once, and look again."""
    from intake.actions.referral.sign_release import revoke_release

    revoke_release(session, case_id, release_id, TOLD_US)
    return look(session, case_id)


def has_happened(session: OpenVault, case_id: str, release_id: str) -> Ledger:
    """End a permission because its event has come, and look again."""
    from intake.actions.referral.sign_release import event_has_happened

    event_has_happened(session, case_id, release_id)
    return look(session, case_id)


def own_page_words(session: OpenVault, case_id: str, language: str, named: frozenset[str]) -> str:
    """What the person's own page says."""
    from intake.actions.ledger.own_page import own_page_text

    return own_page_text(session, case_id, language, named)


def save_own_page(
    session: OpenVault, case_id: str, language: str, named: frozenset[str], folder: Path
) -> Saved | Refused:
    """Write the person's own page."""
    from intake.actions.ledger.own_page import save_own_page as save

    return save(session, case_id, language, named, folder)
