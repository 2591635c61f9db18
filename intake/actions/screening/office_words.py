"""The words of the office as they are kept, at hand for readers that may not ask the vault."""

from __future__ import annotations

from intake.actions.session import OpenVault

SETTING = "lens.local_words"
"""Where they lie in the vault."""


def take_in_office_words(session: OpenVault) -> None:
    """Remember the text of them; whoever needs the words reads it. For the worker that owns the vault."""
    session.office_words = session.store.setting(SETTING) or ""
