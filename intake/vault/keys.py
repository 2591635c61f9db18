"""From a passphrase to the data key: Argon2id opens a slot, and AES-256-GCM in the slot holds the key.

The data key is 32 random bytes and never changes with the passphrase. Every slot wraps the same key, so a
second passphrase, a staff member's or a recovery slot is one more entry and no record is written again.
The figures of a slot are bound to it as associated data: nobody can lower its cost unnoticed.
Source of the default cost: RFC 9106 section 4, raised to what 0.5 s of a two-core laptop buys.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self, cast

from intake.errors import Defect
from intake.vault import mishaps

KEY_BYTES = 32
_SALT_BYTES = 16
_NONCE_BYTES = 12
_HEX_DIGITS = b"0123456789abcdef"
_MOST_MEMORY_KIB = 4 * 1024 * 1024
_MOST_PASSES = 64
_MOST_LANES = 64
_LEAST_KIB_PER_LANE = 8


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess at a passphrase costs: memory in KiB, passes over it, lanes at once.

    Raises ValueError for figures that Argon2id does not take or that no laptop could bear.
    """

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        """Keep a garbled file from asking for a terabyte."""
        if not (
            1 <= self.lanes <= _MOST_LANES
            and 1 <= self.passes <= _MOST_PASSES
            and _LEAST_KIB_PER_LANE * self.lanes <= self.memory_kib <= _MOST_MEMORY_KIB
        ):
            raise ValueError("not a cost that can be met")


DEFAULT_COST = KdfCost(memory_kib=256 * 1024, passes=3, lanes=4)
PRACTICE_COST = KdfCost(memory_kib=8 * 1024, passes=1, lanes=1)


class DataKey:
    """The 32 bytes that open the records, in memory that can be wiped. It never shows them.

    Use it in a ``with`` block; it is all zeros afterwards.
    """

    __slots__ = ("_bytes",)

    def __init__(self, key: bytearray) -> None:
        if len(key) != KEY_BYTES:
            raise Defect("a data key has another length")
        self._bytes = key

    @classmethod
    def fresh(cls) -> Self:
        """A new random key, drawn byte by byte so that no copy of the whole stays behind."""
        key = bytearray(KEY_BYTES)
        for place in range(KEY_BYTES):
            key[place] = secrets.randbits(8)
        return cls(key)

    def sqlcipher_form(self) -> bytearray:
        """``x'<64 hex digits>'`` as SQLCipher takes a raw key. The caller wipes it."""
        text = bytearray(b"x''") + bytearray(2 * KEY_BYTES)
        text[-1:] = b"'"
        for place, byte in enumerate(self._bytes):
            text[2 + 2 * place] = _HEX_DIGITS[byte >> 4]
            text[3 + 2 * place] = _HEX_DIGITS[byte & 15]
        return text

    def material(self) -> bytearray:
        """The bytes themselves, not a copy, for wrapping."""
        return self._bytes

    def subkey(self, label: bytes) -> bytearray:
        """A key for one other use, told from all others by its label (HKDF-SHA256). The caller wipes it."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        derived = bytearray(KEY_BYTES)
        # the library takes any buffer; its type says bytes, and a bytes copy could not be wiped
        HKDF(SHA256(), KEY_BYTES, salt=None, info=label).derive_into(cast("bytes", self._bytes), derived)
        return derived

    def wipe(self) -> None:
        """Overwrite the key."""
        wipe(self._bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.wipe()

    def __repr__(self) -> str:
        return "DataKey(hidden)"

    def __reduce__(self) -> str:
        raise Defect("a key is never pickled")


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One way to the data key: the public figures of its derivation, and the wrapped key."""

    id: str
    cost: KdfCost
    salt: bytes = field(repr=False)
    nonce: bytes = field(repr=False)
    wrapped_key: bytes = field(repr=False)
    kind: str = "passphrase"


def wipe(secret: bytearray) -> None:
    """Overwrite a secret in place."""
    secret[:] = bytes(len(secret))


def wrap_key(key: DataKey, passphrase: bytearray, cost: KdfCost, vault_id: str) -> KeySlot:
    """A new slot that this passphrase opens: UTF-8 bytes, taken as they stand (NFC is the caller's part).

    Raises Mishap too_little_memory, Defect for an empty passphrase.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not passphrase:
        raise Defect("a slot needs a passphrase")
    slot = KeySlot(secrets.token_hex(8), cost, secrets.token_bytes(_SALT_BYTES), secrets.token_bytes(_NONCE_BYTES), b"")
    wrapping = _derive(passphrase, slot)
    try:
        wrapped = AESGCM(wrapping).encrypt(slot.nonce, key.material(), _bound_figures(slot, vault_id))
    finally:
        wipe(wrapping)
    return KeySlot(slot.id, slot.cost, slot.salt, slot.nonce, wrapped)


def unwrap_key(slot: KeySlot, passphrase: bytearray, vault_id: str) -> DataKey | None:
    """The data key, or None when this passphrase does not open this slot. Raises Mishap too_little_memory."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    wrapping = _derive(passphrase, slot)
    opened = bytearray(KEY_BYTES)
    try:
        AESGCM(wrapping).decrypt_into(slot.nonce, slot.wrapped_key, _bound_figures(slot, vault_id), opened)
    except InvalidTag:
        return None
    finally:
        wipe(wrapping)
    return DataKey(opened)


def _derive(passphrase: bytearray, slot: KeySlot) -> bytearray:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    wrapping = bytearray(KEY_BYTES)
    cost = slot.cost
    kdf = Argon2id(
        salt=slot.salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    try:
        # the library takes any buffer; its type says bytes, and a bytes copy could not be wiped
        kdf.derive_into(cast("bytes", passphrase), wrapping)
    except MemoryError:
        raise mishaps.too_little_memory() from None
    return wrapping


def _bound_figures(slot: KeySlot, vault_id: str) -> bytes:
    figures = {
        "vault": vault_id,
        "slot": slot.id,
        "kind": slot.kind,
        "kdf": "argon2id",
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        "salt": slot.salt.hex(),
        "cipher": "aes-256-gcm",
    }
    return json.dumps(figures, sort_keys=True, separators=(",", ":")).encode()
