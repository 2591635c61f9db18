"""Make recovery words, try them, and come back in with them. Nothing live is touched before the new way is proven."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from intake.vault.key_file import KeyFile
from intake.vault.keys import DataKey, KdfCost, KeySlot, SlotOwner, StaffRole, wrap_key
from intake.vault.slots import key_mishaps
from intake.vault.slots.recovery_slot import (
    SECRET_BYTES,
    RecoverySlot,
    SheetFigures,
    unwrap_with_recovery,
    wrap_for_recovery,
)
from intake.vault.slots.seal import SEALED
from intake.vault.slots.sheet_words import make_papers, read_papers
from intake.vault.slots.staff_keys import keys_of, open_mine, read_staff_code, save_keys
from intake.vault.slots.unlocking import check_seal, opens_any, opens_with, save_proven, with_slot
from intake.vault.slots.wiping import wipe
from intake.vault.store import VaultStore
from intake.vault.vault_folder import open_with_key, read_keys

_REHEARSED_ON, _REHEARSED_SLOT = "recovery.rehearsed_on", "recovery.rehearsed_slot"


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """What is known of the way back in: made on which day, how many papers, and when it was last tried.

    ``older_open``: papers made and tried before still open the vault, until the newest were tried.
    """

    made_on: date | None = None
    needed: int = 0
    of: int = 0
    rehearsed_on: date | None = None
    older_open: bool = False


def recovery_state(store: VaultStore) -> RecoveryState:
    """The newest sheet of this vault. Raises Mishap practice_has_no_keys."""
    keys = keys_of(store)
    if not keys.recovery:
        return RecoveryState()
    newest = keys.recovery[-1]
    tried = store.setting(_REHEARSED_ON) if store.setting(_REHEARSED_SLOT) == newest.id else None
    figures, older = newest.figures, len(keys.recovery) > 1
    return RecoveryState(_day(figures.made_on), figures.needed, figures.of, _day(tried), older)


def make_sheet(store: VaultStore, mine: bytearray, form: tuple[int, int], today: date) -> tuple[tuple[str, ...], ...]:
    """New recovery words, for each paper. Words that were tried before stay good until these have been tried.

    Raises Mishap wrong_passphrase, key_not_proven, ...
    """
    keys, _, key = open_mine(store, mine)
    secret = bytearray(secrets.token_bytes(SECRET_BYTES))
    with key:
        try:
            papers = make_papers(secret, form)
            figures = SheetFigures(papers.number, form[0], form[1], today.isoformat())
            slot = wrap_for_recovery(key, secret, figures, keys.vault_id)
            tried = store.setting(_REHEARSED_SLOT)
            kept = tuple(old for old in keys.recovery if old.id == tried)
            needed = [" ".join(words) for words in papers.papers[: papers.needed]]
            save_keys(store, replace(keys, recovery=(*kept, slot)), key, lambda written: _open(written, needed)[1])
        finally:
            wipe(secret)
    return papers.papers


def rehearse(store: VaultStore, typed: Sequence[str], today: date) -> bool:
    """Prove that these words open this vault, and keep the day. Older words stop working once newer ones are proven.

    Returns whether these were the newest words; older ones that work leave the newest untried. Raises
    Mishap, one for each kind of mistake; then nothing has changed.
    """
    keys = keys_of(store)
    slot, key = _open(keys, typed)
    with key:
        if slot.id == keys.recovery[-1].id and len(keys.recovery) > 1:
            save_keys(store, replace(keys, recovery=(slot,)), key, lambda written: _open(written, typed)[1])
    with store.together():
        store.put_setting(_REHEARSED_SLOT, slot.id)
        store.put_setting(_REHEARSED_ON, today.isoformat())
    return slot.id == keys.recovery[-1].id


def recover(
    folder: Path,
    typed: Sequence[str],
    code: str,
    new: bytearray,
    cost: KdfCost,
    today: date,
    witnesses: Path | None = None,
) -> VaultStore:
    """Open a vault with recovery words and give the person with this code a new passphrase.

    An unknown code becomes a new supervisor. The old slot of that code stays until the new one has opened the vault.
    Raises Mishap.
    """
    code = read_staff_code(code)
    keys = read_keys(folder)
    _, key = _open(keys, typed)
    with key:
        old = _slot_of(keys, code)
        role = old.owner.role if old is not None else StaffRole.SUPERVISOR
        owner = SlotOwner(role, code, today.isoformat())
        store = open_with_key(folder, keys, key, owner, witnesses)
        try:
            changed = _with_new_passphrase(keys, key, owner, new, cost)
            save_proven(folder, changed, key, opens_with(new))
            store.put_setting(SEALED, "1")
        except BaseException:
            store.close()
            raise
    return store


def _with_new_passphrase(keys: KeyFile, key: DataKey, owner: SlotOwner, new: bytearray, cost: KdfCost) -> KeyFile:
    old = _slot_of(keys, owner.code)
    if opens_any(replace(keys, slots=tuple(slot for slot in keys.slots if slot is not old)), new):
        raise key_mishaps.passphrase_taken()
    changed = with_slot(keys, old, wrap_key(key, new, cost, keys.vault_id, owner))
    if not changed.has_room:
        raise key_mishaps.too_many_staff()
    return changed


def _slot_of(keys: KeyFile, code: str) -> KeySlot | None:
    return next((slot for slot in keys.slots if slot.owner.code == code), None)


def _open(keys: KeyFile, typed: Sequence[str]) -> tuple[RecoverySlot, DataKey]:
    if not keys.recovery:
        raise key_mishaps.no_recovery()
    number, secret = read_papers(typed, [slot.figures.number for slot in keys.recovery])
    try:
        for slot in keys.recovery:
            key = unwrap_with_recovery(slot, secret, keys.vault_id) if slot.figures.number == number else None
            if key is not None:
                check_seal(keys, key)
                return slot, key
    finally:
        wipe(secret)
    raise key_mishaps.recovery_other_vault()


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
