"""Find the slot that a passphrase opens, check the seal over all of them, and write them anew once proven."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from intake.errors import Mishap
from intake.vault import mishaps
from intake.vault.key_file import KeyFile, write_key_file
from intake.vault.keys import DataKey, KdfCost, KeySlot, unwrap_key, wrap_key
from intake.vault.slots import key_mishaps
from intake.vault.slots.seal import is_sealed

Opens = Callable[[KeyFile], DataKey]


def unlock(keys: KeyFile, passphrase: bytearray) -> tuple[KeySlot, DataKey]:
    """The slot that this passphrase opens, and the data key. Raises Mishap wrong_passphrase, header_changed."""
    slot, key = unlock_unsealed(keys, passphrase)
    check_seal(keys, key)
    return slot, key


def unlock_unsealed(keys: KeyFile, passphrase: bytearray) -> tuple[KeySlot, DataKey]:
    """The same for a vault that is only read, to save or to count what it holds, whatever was done to its key file.

    Raises Mishap wrong_passphrase.
    """
    for slot in keys.slots:
        key = unwrap_key(slot, passphrase, keys.vault_id)
        if key is not None:
            return slot, key
    raise mishaps.wrong_passphrase()


def check_seal(keys: KeyFile, key: DataKey) -> None:
    """Raises Mishap header_changed, the key wiped, when anything in the file is not as this program wrote it."""
    if keys.minor == 0 and not keys.seal:
        return  # format 1.0 had no seal; whether the vault was sealed since, its records say
    if not is_sealed(keys.sealed_text, keys.seal, key, keys.vault_id):
        key.wipe()
        raise key_mishaps.header_changed()


def opens_any(keys: KeyFile, passphrase: bytearray) -> bool:
    """Whether a passphrase is in use already."""
    for slot in keys.slots:
        key = unwrap_key(slot, passphrase, keys.vault_id)
        if key is not None:
            key.wipe()
            return True
    return False


def save_proven(folder: Path, keys: KeyFile, key: DataKey, opens: Opens) -> None:
    """Write the key file; it takes the place of the old one only after it was read back and opened.

    Raises Mishap key_not_proven, disk_full, vault_read_only; the old file stays then.
    """

    def prove(written: KeyFile) -> None:
        try:
            with opens(written) as opened:
                is_proven = hmac.compare_digest(opened.material(), key.material())
        except Mishap as mishap:
            raise (mishap if mishap.code == "too_little_memory" else key_mishaps.key_not_proven()) from None
        if not is_proven:
            raise key_mishaps.key_not_proven()

    write_key_file(folder, keys, key, prove)


def opens_with(passphrase: bytearray) -> Opens:
    """The proof by a passphrase."""
    return lambda keys: unlock(keys, passphrase)[1]


def raise_cost(folder: Path, keys: KeyFile, slot: KeySlot, key: DataKey, passphrase: bytearray, floor: KdfCost) -> bool:
    """Wrap a slot anew whose guesses are cheaper than ``floor``. What fails leaves the old file; it opens as before.

    Returns whether a new file stands.
    """
    if not slot.cost.is_below(floor):
        return False
    cost = dearer(slot.cost, floor)
    try:
        stronger = wrap_key(key, passphrase, cost, keys.vault_id, slot.owner)
        changed = with_slot(keys, slot, stronger)
        if not changed.has_room:
            return False
        save_proven(folder, changed, key, opens_with(passphrase))
    except Mishap:
        return False  # a full disk or little memory must not keep anybody out; the next opening tries again
    return True


def dearer(cost: KdfCost, floor: KdfCost) -> KdfCost:
    """No less memory and no less work than the floor."""
    if not cost.is_below(floor):
        return cost
    memory = max(cost.memory_kib, floor.memory_kib)
    passes = max(-(-floor.work_kib // memory), 1)  # rounded up
    return KdfCost(memory, passes, max(cost.lanes, floor.lanes)) if memory > floor.memory_kib else floor


def with_slot(keys: KeyFile, old: KeySlot | None, new: KeySlot) -> KeyFile:
    """The file with a slot put in, in the place of another one."""
    kept = [slot for slot in keys.slots if old is None or slot.id != old.id]
    return replace(keys, slots=(*kept, new))
