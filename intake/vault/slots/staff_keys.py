"""The people of a vault: change my passphrase, add somebody, remove somebody who has left.

Every change asks for one's own passphrase again: whoever finds an unlocked screen can add nobody.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.database import RECORDS_FILE, Database
from intake.vault.key_file import KeyFile
from intake.vault.keys import DataKey, KdfCost, KeySlot, SlotOwner, StaffRole, reseal, wrap_key
from intake.vault.migrate import remove_copies
from intake.vault.slots import key_mishaps
from intake.vault.slots.recovery_slot import reseal_recovery
from intake.vault.slots.rekey import copy_under_new_key, put_in_place
from intake.vault.slots.seal import SEALED
from intake.vault.slots.slot_tables import STAFF_CODE
from intake.vault.slots.unlocking import Opens, opens_any, opens_with, save_proven, unlock, with_slot
from intake.vault.store import VaultStore
from intake.vault.vault_folder import read_keys


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One person as the list shows them."""

    code: str
    role: StaffRole
    made_on: date | None = field(default=None)
    is_me: bool = False


def read_staff_code(typed: str) -> str:
    """A code as it is kept. Raises Mishap bad_staff_code."""
    code = typed.strip().upper()
    if not STAFF_CODE.fullmatch(code):
        raise key_mishaps.bad_staff_code()
    return code


def staff_lines(store: VaultStore) -> tuple[StaffLine, ...]:
    """Everybody who has a passphrase, by code. Raises Mishap practice_has_no_keys, vault_damaged."""
    owners = [slot.owner for slot in keys_of(store).slots]
    return tuple(
        StaffLine(
            one.code,
            one.role,
            date.fromisoformat(one.made_on) if one.made_on else None,
            one.code == store.opened_by.code,
        )
        for one in sorted(owners, key=lambda one: one.code)
    )


def change_passphrase(store: VaultStore, old: bytearray, new: bytearray, cost: KdfCost) -> None:
    """Give my slot another passphrase; no record is written again. Raises Mishap; then the old one opens as before."""
    keys, slot, key = open_mine(store, old)
    with key:
        others = replace(keys, slots=tuple(one for one in keys.slots if one.id != slot.id))
        if opens_any(others, new):
            raise key_mishaps.passphrase_taken()
        _save_slot(store, keys, key, slot, wrap_key(key, new, cost, keys.vault_id, slot.owner), new)


def add_staff(store: VaultStore, mine: bytearray, owner: SlotOwner, first: bytearray, cost: KdfCost) -> None:
    """Give somebody a way in. Raises Mishap staff_code_taken, passphrase_taken, too_many_staff, wrong_passphrase."""
    keys, _, key = open_mine(store, mine)
    with key:
        if any(slot.owner.code == owner.code for slot in keys.slots):
            raise key_mishaps.staff_code_taken()
        if opens_any(keys, first):
            raise key_mishaps.passphrase_taken()
        # first the room, so that nobody waits for a derivation in vain
        if not replace(keys, slots=(*keys.slots, replace(keys.slots[0], cost=cost))).has_room:
            raise key_mishaps.too_many_staff()
        _save_slot(store, keys, key, None, wrap_key(key, first, cost, keys.vault_id, owner), first)


def remove_staff(store: VaultStore, mine: bytearray, code: str) -> VaultStore:
    """Take somebody's way in away and give the vault a new data key, so that nothing they kept opens it.

    Returns the store to go on with; the old one is closed. Copies of the folder made earlier stay what they are.
    Raises Mishap; then either nothing has changed, or the next unlocking finishes it.
    """
    keys, slot, key = open_mine(store, mine)
    key.wipe()
    if code == slot.owner.code:
        raise key_mishaps.cannot_remove_yourself()
    if all(one.owner.code != code for one in keys.slots):
        raise key_mishaps.no_such_staff()
    if keys.other_slots:
        raise mishaps.vault_newer()  # a slot of a kind unknown here could not be given the new key
    with DataKey.fresh() as new_key:
        staying = tuple(_with_new_key(one, keys, new_key, slot, mine) for one in keys.slots if one.owner.code != code)
        recovery = tuple(reseal_recovery(one, new_key, keys.vault_id) for one in keys.recovery)
        store.put_setting(SEALED, "1")
        store.empty_journal()
        remove_copies(store.folder)
        copy_under_new_key(store, new_key)
        save_proven(store.folder, replace(keys, slots=staying, recovery=recovery), new_key, opens_with(mine))
        return _swap(store, new_key)


def open_mine(store: VaultStore, mine: bytearray) -> tuple[KeyFile, KeySlot, DataKey]:
    """My own slot, opened anew. Raises Mishap wrong_passphrase also for the passphrase of somebody else."""
    keys = keys_of(store)
    slot, key = unlock(keys, mine)
    if slot.owner.code != store.opened_by.code:
        key.wipe()
        raise mishaps.wrong_passphrase()
    return keys, slot, key


def save_keys(store: VaultStore, keys: KeyFile, key: DataKey, opens: Opens) -> None:
    """Write a proven key file for the open vault, and note inside that it is sealed from now on."""
    save_proven(store.folder, keys, key, opens)
    store.put_setting(SEALED, "1")


def _save_slot(
    store: VaultStore, keys: KeyFile, key: DataKey, old: KeySlot | None, new: KeySlot, passphrase: bytearray
) -> None:
    save_keys(store, with_slot(keys, old, new), key, opens_with(passphrase))


def _with_new_key(slot: KeySlot, keys: KeyFile, new_key: DataKey, own: KeySlot, mine: bytearray) -> KeySlot:
    if slot.public_key:
        return reseal(slot, new_key, keys.vault_id)
    if slot.id == own.id:
        return wrap_key(new_key, mine, slot.cost, keys.vault_id, slot.owner)
    raise key_mishaps.staff_must_open_first()


def _swap(store: VaultStore, new_key: DataKey) -> VaultStore:
    """From here on only the copy counts: nothing may be written to the old records any more."""
    with suppress(Mishap):
        store.close()
    try:
        put_in_place(store.folder)
        return VaultStore(Database.open(store.folder / RECORDS_FILE, new_key), store.folder, store.opened_by)
    except Mishap:
        raise key_mishaps.removed_open_again() from None


def keys_of(store: VaultStore) -> KeyFile:
    """The key file of the open vault. Raises Mishap practice_has_no_keys."""
    if store.is_in_memory:
        raise key_mishaps.practice_has_no_keys()
    return read_keys(store.folder)
