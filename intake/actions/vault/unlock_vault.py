"""Open a vault with its passphrase."""

from __future__ import annotations

from pathlib import Path

from intake.actions.own_policies.kept import take_in_own_policies
from intake.actions.screening.office_words import take_in_office_words
from intake.actions.session import OpenVault
from intake.actions.vault.write_log import log
from intake.clock import Clock
from intake.content import Content
from intake.vault.audit.entry import Action
from intake.vault.keys import DEFAULT_COST
from intake.vault.vault_folder import holds_vault, open_vault_folder


def vault_exists(folder: Path) -> bool:
    """Whether this folder looks like a vault of ours."""
    return holds_vault(folder)


def unlock_vault(
    folder: Path, passphrase: bytearray, content: Content, clock: Clock, witnesses: Path | None = None
) -> OpenVault:
    """Open a vault. Raises a Mishap that tells a wrong passphrase, damage, a newer format and use elsewhere apart.

    ``witnesses`` is where this computer remembers how far a vault had come.
    A passphrase that is guarded less well than new ones are is guarded as well as they are from now on.
    """
    session = OpenVault(open_vault_folder(folder, passphrase, DEFAULT_COST, witnesses), content, clock)
    try:
        take_in_own_policies(session)
        take_in_office_words(session)
        log(session, Action.OPENED)
    except BaseException:
        session.store.close()
        raise
    return session
