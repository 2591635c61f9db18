"""Jobs that open a vault, for the worker. The core is loaded inside them, so the first window need not wait."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from intake.errors import Mishap
from ui.app_state import AppState
from ui.secret_text import wipe

if TYPE_CHECKING:
    from intake.actions.session import OpenVault


PRACTICE_PASSPHRASE = "practice"  # noqa: S105 - shown on the screen


def unlock_job(state: AppState, folder: Path, passphrase: bytearray) -> Callable[[], OpenVault]:
    """Open the vault in a folder. The passphrase is wiped, whatever happens."""
    return partial(_unlock, state, folder, passphrase)


def create_job(state: AppState, folder: Path, passphrase: bytearray) -> Callable[[], OpenVault]:
    """Make a vault and open it. The passphrase is wiped, whatever happens."""
    return partial(_create, state, folder, passphrase)


def recover_job(
    state: AppState, folder: Path, typed: tuple[str, ...], code: str, new: bytearray
) -> Callable[[], OpenVault]:
    """Open the vault with recovery words and set a new passphrase, which is wiped, whatever happens."""
    return partial(_recover, state, folder, typed, code, new)


def practice_job(state: AppState) -> Callable[[], OpenVault]:
    """Open the training vault."""
    return partial(_practise, state)


def return_to_practice_job(state: AppState, passphrase: bytearray) -> Callable[[], OpenVault]:
    """Open the training vault that was locked; its passphrase is no secret."""
    return partial(_return_to_practice, state, passphrase)


def has_vault(folder: Path) -> bool:
    """Whether there is a vault to open."""
    from intake.actions.vault.unlock_vault import vault_exists

    return vault_exists(folder)


def _unlock(state: AppState, folder: Path, passphrase: bytearray) -> OpenVault:
    from intake.actions.vault.unlock_vault import unlock_vault

    try:
        session = unlock_vault(folder, passphrase, state.content_at_hand(), state.clock, state.witnesses)
    finally:
        wipe(passphrase)
    state.vault_folder = folder
    return session


def _create(state: AppState, folder: Path, passphrase: bytearray) -> OpenVault:
    from intake.actions.vault.create_vault import create_vault

    try:
        session = create_vault(folder, passphrase, state.content_at_hand(), state.clock, state.witnesses)
    finally:
        wipe(passphrase)
    state.vault_folder = folder
    return session


def _recover(state: AppState, folder: Path, typed: tuple[str, ...], code: str, new: bytearray) -> OpenVault:
    from intake.actions.keys.recovery import recover_vault

    try:
        session = recover_vault(folder, typed, code, new, state.content_at_hand(), state.clock, state.witnesses)
    finally:
        wipe(new)
    state.vault_folder = folder
    return session


def _return_to_practice(state: AppState, passphrase: bytearray) -> OpenVault:
    said = bytes(passphrase)
    wipe(passphrase)
    if state.practice_at_rest is None or said != PRACTICE_PASSPHRASE.encode():
        raise Mishap(
            "wrong_passphrase",
            "This is not the passphrase.",
            "The invented reports are still there.",
            "In practice the passphrase is: {words}",
            words=PRACTICE_PASSPHRASE,
        )
    return state.practice_at_rest


def _practise(state: AppState) -> OpenVault:
    from intake.actions.vault.practise import open_practice

    return open_practice(state.content_at_hand(), state.clock)
