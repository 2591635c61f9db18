"""Write down what was done: the class of action, the day, the staff code, and nothing else."""

from __future__ import annotations

from datetime import date

from intake.actions.session import OpenVault
from intake.errors import Mishap
from intake.vault.audit.entry import Action
from intake.vault.store import VaultStore


def log(session: OpenVault, action: Action, *, staff_code: str | None = None) -> None:
    """Add one line, by whoever unlocked or by the person of this code. What cannot be written stops nothing."""
    log_in(session.store, action, session.clock.today(), staff_code=staff_code)


def log_in(store: VaultStore, action: Action, on: date, *, staff_code: str | None = None) -> None:
    """The same where nothing but the vault is open.

    A full disk or a broken page of the log must stop nothing that is done already. Then it goes
    unwritten; a log that is broken says so when it is read.
    """
    code = store.opened_by.code if staff_code is None else staff_code
    try:
        store.write_log(action, on, staff_code=code)
    except Mishap as mishap:
        if mishap.code not in {"disk_full", "vault_damaged"}:
            raise
