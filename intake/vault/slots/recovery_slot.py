"""A slot that recovery words open. HKDF alone derives its wrapping key.

Argon2id exists to make guessing a human's passphrase dear. The secret here is 128 bits from the system's randomness:
nobody tries 2^128 of them at any price, so a slow derivation would only make an old laptop wait.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field, replace

from intake.vault.keys import KEY_BYTES, DataKey
from intake.vault.slots.sealed_box import SealedBox, make_box, open_box, seal_for
from intake.vault.slots.wiping import wipe

SECRET_BYTES = 16
_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class SheetFigures:
    """What may be known of a sheet: its number (it stands in its words too), and how many shares it takes."""

    number: int
    needed: int
    of: int
    made_on: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class RecoverySlot:
    """One recovery sheet's way to the data key."""

    id: str
    figures: SheetFigures
    salt: bytes = field(repr=False)
    box: SealedBox = field(repr=False)


def wrap_for_recovery(key: DataKey, secret: bytearray, figures: SheetFigures, vault_id: str) -> RecoverySlot:
    """A new slot that this secret opens."""
    identity, salt = secrets.token_hex(8), secrets.token_bytes(_SALT_BYTES)
    wrapping = _derive(secret, salt)
    try:
        box = make_box(wrapping, key.material(), _bound(identity, salt, figures, vault_id))
    finally:
        wipe(wrapping)
    return RecoverySlot(identity, figures, salt, box)


def unwrap_with_recovery(slot: RecoverySlot, secret: bytearray, vault_id: str) -> DataKey | None:
    """The data key, or None when this secret belongs to another vault or sheet."""
    wrapping = _derive(secret, slot.salt)
    try:
        opened = open_box(slot.box, wrapping, _bound(slot.id, slot.salt, slot.figures, vault_id))
    finally:
        wipe(wrapping)
    return None if opened is None or len(opened) != KEY_BYTES else DataKey(opened)


def reseal_recovery(slot: RecoverySlot, key: DataKey, vault_id: str) -> RecoverySlot:
    """The same slot holding another data key; the words stay what they are."""
    bound = _bound(slot.id, slot.salt, slot.figures, vault_id)
    return replace(slot, box=replace(slot.box, sealed=seal_for(slot.box.public, key.material(), bound)))


def _derive(secret: bytearray, salt: bytes) -> bytearray:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    wrapping = bytearray(KEY_BYTES)
    HKDF(SHA256(), KEY_BYTES, salt, b"forthright recovery sheet").derive_into(secret, wrapping)
    return wrapping


def _bound(identity: str, salt: bytes, figures: SheetFigures, vault_id: str) -> bytes:
    bound = {
        "vault": vault_id,
        "slot": identity,
        "kind": "recovery_sheet",
        "kdf": "hkdf-sha256",
        "salt": salt.hex(),
        "number": figures.number,
        "needed": figures.needed,
        "of": figures.of,
    }
    return json.dumps(bound, sort_keys=True, separators=(",", ":")).encode()
