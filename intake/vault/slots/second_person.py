"""Prove that a second person stands at the desk: their passphrase opens a slot that is not the one in use.

The slot is opened to prove it and for nothing else: the data key is wiped at once and the records stay as they are.
"""

from __future__ import annotations

from intake.errors import Mishap
from intake.vault.keys import SlotOwner
from intake.vault.slots import key_mishaps
from intake.vault.slots.staff_keys import keys_of
from intake.vault.slots.unlocking import unlock
from intake.vault.store import VaultStore


def is_somebody_else_there(store: VaultStore) -> bool:
    """Whether anybody but the person at the desk has a passphrase. Raises Mishap practice_has_no_keys."""
    return any(slot.owner.code != store.opened_by.code for slot in keys_of(store).slots)


def prove_second_person(store: VaultStore, passphrase: bytearray) -> SlotOwner:
    """Who the second person is. Slow: one derivation for each slot tried. The caller wipes the passphrase.

    Raises Mishap: no_second_person, second_needed (nothing typed), second_unknown, second_is_you, header_changed.
    """
    if not is_somebody_else_there(store):
        raise key_mishaps.no_second_person()
    if not passphrase:
        raise key_mishaps.second_needed()
    try:
        slot, key = unlock(keys_of(store), passphrase)
    except Mishap as mishap:
        raise (key_mishaps.second_unknown() if mishap.code == "wrong_passphrase" else mishap) from None
    with key:
        is_of_this_vault = store.is_under(key)
    if not is_of_this_vault:  # another key file was put in the place of ours while the vault was open
        raise key_mishaps.header_changed()
    if slot.owner.code == store.opened_by.code:
        raise key_mishaps.second_is_you()
    return slot.owner
